package bot

import (
	"context"
	"testing"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
)

func hours(n int) time.Duration { return time.Duration(n) * time.Hour }

// changing are the acts that change what other buttons lead to.
var changing = map[dialog.View]bool{
	dialog.ViewTell: true, dialog.ViewForget: true, dialog.ViewDone: true, dialog.ViewUndo: true, dialog.ViewLeave: true, dialog.ViewErase: true, dialog.ViewSettle: true,
	dialog.ViewDecide: true, dialog.ViewDismiss: true, dialog.ViewAnnouncement: true, dialog.ViewNotOurs: true, dialog.ViewAskWhy: true, dialog.ViewAnswerWhy: true,
	dialog.ViewRegister: true, dialog.ViewFollow: true, dialog.ViewSetting: true, dialog.ViewWrong: true,
}

// TestEveryScreenOfDuties presses every button that only looks, from the menu
// and from a digest, as each kind of person.
func TestEveryScreenOfDuties(t *testing.T) {
	for name, user := range map[string]int64{"official": 7, "focal person": 8, "administrator": 9, "leader": 12, "follower": 14} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := staffed(t)
			pressed := map[string]bool{}
			queue := []string{dialog.Action{View: dialog.ViewMenu}.Encode(2024)}
			if user == 8 || user == 14 {
				queue = append(queue, dialog.Action{View: dialog.ViewDigest, Day: p.kept.sent[0].Day}.Encode(2024))
			}
			for len(queue) > 0 && len(pressed) < 150 {
				data := queue[0]
				queue = queue[1:]
				at, ok := dialog.DecodeAction(data, 2024)
				if pressed[data] || ok && changing[at.View] {
					continue
				}
				pressed[data] = true
				r, err := p.bot.Respond(context.Background(), chat.Message{Chat: user, User: user, Private: true, Action: data})
				if err != nil {
					t.Fatalf("press %q: %v", data, err)
				}
				if r.Notice == chat.TextOldButton {
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
