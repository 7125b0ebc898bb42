package bot

import (
	"slices"
	"testing"

	"cchcbot/bot/chat"
)

// TestStartRepairs lets a chat be written to again that could not be.
func TestStartRepairs(t *testing.T) {
	p := newPlayer(t)
	p.hear(t, chat.Message{Text: "1.14"})
	p.hear(t, chat.Message{Text: "/start"})
	p.private = false
	p.hear(t, chat.Message{Text: "/start"})
	if want := []int64{7, -7}; !slices.Equal(p.kept.reached, want) {
		t.Errorf("marked reachable: %v, want %v", p.kept.reached, want)
	}
}
