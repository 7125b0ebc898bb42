package telegram

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/go-telegram/bot/models"

	"cchcbot/bot/record"
)

const (
	// batchLimit is how many updates Telegram gives at most in one poll.
	batchLimit = 100

	// mostOpen is how many updates wait in memory at most; Telegram keeps the
	// others.
	mostOpen = 5000

	// mostSeen is how many updates are known as done: all that the ledger
	// remembers, and those of the polls since.
	mostSeen = 1000 + 10*batchLimit
)

// lane is what keeps order among updates: a chat, or what one person types
// behind the bot's name in any chat.
type lane struct {
	id        int64
	inquiries bool
}

// entry is an update that was accepted.
type entry struct {
	record.Update
	what    *models.Update
	lane    lane
	who     sender
	charged bool // counts against the sender's quota
	tooMuch bool // is told so instead of being answered

	// Of the inbox, under its lock.
	kept bool // written down in the ledger
	done bool
}

// inbox holds the updates that were accepted and are not done: those of one lane
// are handled one after the other, those of different lanes side by side.
//
// Asking Telegram with an offset confirms everything before it, so the offset
// passes an update only when it is done or can be found again: those that
// cannot are held.
type inbox struct {
	handle func(context.Context, *entry) bool // false where the stop came first
	quota  *quota

	mu      sync.Mutex
	last    int64 // the newest update seen
	open    map[int64]*entry
	held    []*entry          // open, and neither written down nor let pass
	lanes   map[lane][]*entry // the first of each is being handled
	seen    memory
	settled []int64 // done after they were written down, which is to be written too
	stopped bool
	running sync.WaitGroup
	moved   chan struct{} // holds a token after an update was done
	written chan struct{} // holds a token after one joined settled
}

func newInbox(q *quota, handle func(context.Context, *entry) bool) *inbox {
	return &inbox{
		handle:  handle,
		quota:   q,
		open:    make(map[int64]*entry),
		lanes:   make(map[lane][]*entry),
		seen:    memory{known: make(map[int64]bool)},
		moved:   make(chan struct{}, 1),
		written: make(chan struct{}, 1),
	}
}

// knows is true for an update that is in the inbox or was.
func (b *inbox) knows(id int64) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.open[id] != nil || b.seen.known[id]
}

// again is true for an update that Telegram gives anew, because it was not
// confirmed. It may be the oldest alone, and those behind it stay confirmed.
func (b *inbox) again(id int64) bool {
	if !b.knows(id) {
		return false
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.last = max(b.last, id)
	return true
}

// skip takes note of an update that needs no handling.
func (b *inbox) skip(id int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.last = id // not the maximum: after a quiet week Telegram begins at any number
	b.seen.add(id)
}

// recall takes note of an update that was done before the start.
func (b *inbox) recall(id int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.seen.add(id)
}

// add takes an update in. It is handled once it is queued.
func (b *inbox) add(e *entry) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.open[e.ID] = e
	if !e.kept { // else Telegram may have forgotten it
		b.last = e.ID
		b.held = append(b.held, e)
	}
}

// queue lets updates be handled, behind those of their lanes.
func (b *inbox) queue(ctx context.Context, entries ...*entry) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, e := range entries {
		before, runs := b.lanes[e.lane]
		b.lanes[e.lane] = append(before, e)
		if !runs && !b.stopped {
			b.running.Go(func() { b.run(ctx, e.lane) })
		}
	}
}

// run handles the updates of a lane until none is left.
func (b *inbox) run(ctx context.Context, l lane) {
	for e := b.first(l); e != nil && b.handle(ctx, e); e = b.first(l) {
		b.finish(e)
	}
}

// first is nil where nothing more is to be handled, and closes an empty lane.
func (b *inbox) first(l lane) *entry {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.lanes[l]) == 0 {
		delete(b.lanes, l)
		return nil
	}
	if b.stopped {
		return nil
	}
	return b.lanes[l][0]
}

// finish takes the first update of a lane out.
func (b *inbox) finish(e *entry) {
	b.quota.release(e)
	b.mu.Lock()
	defer b.mu.Unlock()
	e.done = true
	b.lanes[e.lane] = b.lanes[e.lane][1:]
	delete(b.open, e.ID)
	b.seen.add(e.ID)
	b.held = slices.DeleteFunc(b.held, func(h *entry) bool { return h == e })
	if e.kept {
		b.settle(e)
	}
	signal(b.moved)
}

func (b *inbox) settle(e *entry) {
	b.settled = append(b.settled, e.ID)
	signal(b.written)
}

// keep notes that updates were written down. What was done meanwhile is to be
// written down as done.
func (b *inbox) keep(entries []*entry) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, e := range entries {
		e.kept = true
		if e.done {
			b.settle(e)
		}
	}
	b.held = slices.DeleteFunc(b.held, func(e *entry) bool { return e.kept })
}

// pass lets the offset pass all updates, which are in memory alone then.
func (b *inbox) pass() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.held = nil
}

// holding returns the updates that hold the offset, in their order.
func (b *inbox) holding() []*entry {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.held)
}

// takeSettled returns the updates that are to be written down as done, for the
// first time.
func (b *inbox) takeSettled() []int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	ids := b.settled
	b.settled = nil
	return ids
}

// putBack undoes takeSettled.
func (b *inbox) putBack(ids []int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.settled = append(ids, b.settled...)
}

// offset is the first update that Telegram must keep, 0 before any was seen.
func (b *inbox) offset() int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.last == 0 {
		return 0
	}
	offset := b.last + 1
	for _, e := range b.held {
		offset = min(offset, e.ID)
	}
	return offset
}

// load is how many updates are not done.
func (b *inbox) load() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.open)
}

// busy says whether an update of the lane is being handled.
func (b *inbox) busy(l lane) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.lanes[l]) > 0
}

// behind is how many updates wait in a lane while its first is being handled.
func (b *inbox) behind(l lane) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return max(len(b.lanes[l])-1, 0)
}

// stop lets no further update be handled, but for those that already are.
func (b *inbox) stop() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.stopped = true
}

// drain waits until nothing is being handled, at most the given time, and says
// whether it is so.
func (b *inbox) drain(atMost time.Duration) bool {
	done := make(chan struct{})
	go func() {
		b.running.Wait()
		close(done)
	}()
	timer := time.NewTimer(atMost)
	defer timer.Stop()
	select {
	case <-done:
		return true
	case <-timer.C:
		return false
	}
}

// signal leaves a token where none is.
func signal(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// memory knows the ids that were added last.
type memory struct {
	known map[int64]bool
	ids   []int64 // a ring, once it is full
	next  int
}

func (m *memory) add(id int64) {
	if m.known[id] {
		return
	}
	m.known[id] = true
	if len(m.ids) < mostSeen {
		m.ids = append(m.ids, id)
		return
	}
	delete(m.known, m.ids[m.next])
	m.ids[m.next] = id
	m.next = (m.next + 1) % mostSeen
}
