package bot

import (
	"context"
	"testing"
	"time"
)

func hours(n int) time.Duration { return time.Duration(n) * time.Hour }

// changing are the acts that change what other buttons lead to.
var changing = map[view]bool{
	viewTell: true, viewForget: true, viewDone: true, viewUndo: true, viewLeave: true, viewErase: true, viewSettle: true,
	viewJudge: true, viewDismiss: true, viewAnnouncement: true, viewNotOurs: true, viewAskWhy: true, viewAnswerWhy: true,
	viewRegister: true, viewFollow: true, viewSetting: true, viewWrong: true,
}

// TestEveryScreenOfDuties presses every button that only looks, from the menu
// and from a digest, as each kind of person.
func TestEveryScreenOfDuties(t *testing.T) {
	for name, user := range map[string]int64{"official": 7, "focal person": 8, "administrator": 9, "leader": 12, "follower": 14} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := staffed(t)
			pressed := map[string]bool{}
			queue := []string{action{view: viewMenu}.encode(2024)}
			if user == 8 || user == 14 {
				queue = append(queue, action{view: viewDigest, day: p.kept.digests[0].Day}.encode(2024))
			}
			for len(queue) > 0 && len(pressed) < 150 {
				data := queue[0]
				queue = queue[1:]
				at, ok := decodeAction(data, 2024)
				if pressed[data] || ok && changing[at.view] {
					continue
				}
				pressed[data] = true
				r, err := p.bot.Respond(context.Background(), Message{Chat: user, User: user, Private: true, Action: data})
				if err != nil {
					t.Fatalf("press %q: %v", data, err)
				}
				if r.Notice == textOldButton {
					t.Errorf("button %q is dead", data)
				}
				checkReply(t, r)
				for _, row := range r.Buttons {
					for _, next := range row {
						if next.Action != "" {
							queue = append(queue, next.Action)
						}
					}
				}
			}
			if len(pressed) < 10 {
				t.Errorf("only %d screens were seen", len(pressed))
			}
		})
	}
}
