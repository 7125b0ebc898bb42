package telegram

import (
	"context"
	"maps"
	"sync"
	"time"
)

// batchLimit is how many updates Telegram gives at most in one poll, and so how
// many wait in memory at most.
const batchLimit = 100

// window keeps which updates are in hand. Its offset never passes an update
// that is not yet handled: asking Telegram with an offset confirms everything
// before it.
type window struct {
	mu    sync.Mutex
	last  int64               // the newest update seen
	open  map[int64]time.Time // being handled, since when
	done  map[int64]bool      // handled, but behind an open one
	moved chan struct{}       // holds a token after an update was finished
}

func newWindow() *window {
	return &window{
		open:  make(map[int64]time.Time),
		done:  make(map[int64]bool),
		moved: make(chan struct{}, 1),
	}
}

// admit takes an update in hand. It is false for one that already is: as long
// as an update is open, Telegram gives it and those behind it anew.
func (w *window) admit(id int64, now time.Time) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if _, open := w.open[id]; open || w.done[id] {
		return false // and nothing newer: Telegram may give the oldest alone
	}
	// Not the maximum: after a quiet week Telegram begins at any number.
	w.last = id
	w.open[id] = now
	return true
}

// finish marks an update as handled. It stays known until the next poll: the
// answer to a poll that is under way may still hold it.
func (w *window) finish(id int64) {
	w.mu.Lock()
	delete(w.open, id)
	w.done[id] = true
	w.mu.Unlock()
	select {
	case w.moved <- struct{}{}:
	default:
	}
}

// confirmed returns the first update that Telegram must keep, 0 before any was
// seen, and forgets those before it.
func (w *window) confirmed() int64 {
	w.mu.Lock()
	defer w.mu.Unlock()
	offset := w.lowest()
	maps.DeleteFunc(w.done, func(id int64, _ bool) bool { return id < offset || len(w.open) == 0 })
	return offset
}

func (w *window) lowest() int64 {
	if w.last == 0 {
		return 0
	}
	lowest := w.last + 1
	for id := range w.open {
		lowest = min(lowest, id)
	}
	return lowest
}

// busy says how many updates are being handled, and how many Telegram would
// give anew.
func (w *window) busy() (open, held int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	held = len(w.open)
	lowest := w.lowest()
	for id := range w.done {
		if id > lowest {
			held++
		}
	}
	return len(w.open), held
}

// oldest is since when the update longest in hand is being handled; zero for
// none.
func (w *window) oldest() time.Time {
	w.mu.Lock()
	defer w.mu.Unlock()
	var oldest time.Time
	for _, since := range w.open {
		if oldest.IsZero() || since.Before(oldest) {
			oldest = since
		}
	}
	return oldest
}

// settle waits until all updates in hand are handled, but for stragglers no
// longer than the pause: one chat that must wait does not hold up the others.
// With no room for new updates behind the stragglers it waits on.
func (w *window) settle(ctx context.Context, pause time.Duration) {
	timer := time.NewTimer(pause)
	defer timer.Stop()
	late := false
	for {
		open, held := w.busy()
		if open == 0 || late && held < batchLimit {
			return
		}
		select {
		case <-w.moved:
		case <-timer.C:
			late = true
		case <-ctx.Done():
			return
		}
	}
}
