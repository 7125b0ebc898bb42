package bot

import (
	"slices"
	"testing"

	"cchcbot/bot/chat"
)

// TestStartRepairs lets a chat be written to again that could not be.
func TestStartRepairs(t *testing.T) {
	p := newPlayer(t)
	for _, chat := range []int64{7, -7} {
		must(t, p.kept.MarkUnreachable(t.Context(), chat, "blocked"))
	}
	lost := func() (chats []int64) {
		list, err := p.kept.Unreachable(t.Context())
		must(t, err)
		for _, u := range list {
			if u.Chat == p.user || u.Chat == -7 {
				chats = append(chats, u.Chat)
			}
		}
		return chats
	}
	for _, step := range []struct {
		words   string
		private bool
		want    []int64
	}{{"1.14", true, []int64{-7, 7}}, {"/start", true, []int64{-7}}, {"/start", false, nil}} {
		p.private = step.private
		p.hear(t, chat.Message{Text: step.words})
		if got := lost(); !slices.Equal(got, step.want) {
			t.Errorf("out of reach after %s: %v, want %v", step.words, got, step.want)
		}
	}
}
