package remind

import (
	"context"
	"fmt"
	"sync"
)

// turns lets one at a time work on a chat. One process is the active one, so it
// is enough to keep them in memory.
type turns struct {
	mu   sync.Mutex
	busy map[int64]chan struct{} // closed when the turn ends
}

func newTurns() *turns { return &turns{busy: map[int64]chan struct{}{}} }

// take waits for the turn of a chat; release gives it on.
func (t *turns) take(ctx context.Context, chat int64) (release func(), err error) {
	for {
		before := t.enter(chat)
		if before == nil {
			return func() { t.leave(chat) }, nil
		}
		select {
		case <-before:
		case <-ctx.Done():
			return nil, fmt.Errorf("wait for the turn of chat %d: %w", chat, ctx.Err())
		}
	}
}

// enter begins a turn, or returns what is closed when the one before ends.
func (t *turns) enter(chat int64) (before <-chan struct{}) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if ended, busy := t.busy[chat]; busy {
		return ended
	}
	t.busy[chat] = make(chan struct{})
	return nil
}

func (t *turns) leave(chat int64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	close(t.busy[chat])
	delete(t.busy, chat)
}
