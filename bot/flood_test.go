package bot

import (
	"context"
	"testing"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
)

// TestFlood asks faster than the pace allows: one answer tells so, then there is
// silence until half of the pace has come back.
func TestFlood(t *testing.T) {
	now := at("2024-03-05")
	b := New(Settings{
		Answerer: testAnswerer(t), Memory: memory{}, Feedback: &book{}, Now: func() time.Time { return now },
		Pace: dialog.Pace{Burst: 4, Every: 2 * time.Second},
	})
	hear := func(m chat.Message) string {
		t.Helper()
		r, err := b.Respond(context.Background(), m)
		if err != nil {
			t.Fatal(err)
		}
		return r.Text.Plain() + r.Notice
	}
	ask := func(where, user int64) string {
		t.Helper()
		return hear(chat.Message{Chat: where, User: user, Private: where == user, Text: "1.14"})
	}
	for range 4 {
		if got := ask(1, 1); got == "" || got == dialog.TextPatience {
			t.Fatalf("within the pace: %q", got)
		}
	}
	if got := ask(1, 1); got != dialog.TextPatience {
		t.Errorf("the first one too much: %q", got)
	}
	for range 3 {
		if got := ask(1, 1); got != "" {
			t.Errorf("after that: %q, want silence", got)
		}
	}
	if got := ask(2, 2); got == "" || got == dialog.TextPatience {
		t.Errorf("somebody else: %q", got)
	}
	if now = now.Add(3 * time.Second); ask(1, 1) != "" {
		t.Error("less than half of the pace has come back, and there is an answer")
	}
	if now = now.Add(time.Second); ask(1, 1) == "" {
		t.Error("half of the pace has come back, and there is silence")
	}
	now = now.Add(-time.Hour) // a clock that is set back
	for range 4 {
		if got := ask(1, 1); got == "" || got == dialog.TextPatience {
			t.Fatalf("after the clock was set back: %q", got)
		}
	}
	// A group has the pace of three people, whoever speaks.
	answered := 0
	for user := range int64(20) {
		if got := ask(-5, 100+user); got != "" && got != dialog.TextPatience {
			answered++
		}
	}
	if answered != 12 {
		t.Errorf("%d of 20 people in a group are answered, want 12", answered)
	}
	for where := range int64(10) { // those who speak for a group have no person's pace
		if got := hear(chat.Message{Chat: -100 - where, Text: "1.14"}); got == "" || got == dialog.TextPatience {
			t.Errorf("nobody in particular in group %d: %q", where, got)
		}
	}
	if got := hear(chat.Message{Chat: 1, User: 1, Private: true, Action: "1oh"}); got != dialog.TextPatience {
		t.Errorf("a button too much: %q", got)
	}
}
