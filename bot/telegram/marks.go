package telegram

import (
	"context"
	"math"
	"sync"
	"time"

	"github.com/go-telegram/bot/models"
)

const (
	lookTimeout = 5 * time.Second // asking which updates were handled before
	markTimeout = 2 * time.Second // writing down that updates were handled
)

// marksLane is the lane in which updates are marked, one batch after the other;
// no chat has its number.
const marksLane = math.MinInt64

// marks are the updates that were handled while others are being written down:
// under load many go into one transaction.
type marks struct {
	mu      sync.Mutex
	waiting []int64
}

// add says whether the update is the first to wait.
func (m *marks) add(update int64) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.waiting = append(m.waiting, update)
	return len(m.waiting) == 1
}

// take returns what waits, which then waits no more.
func (m *marks) take() []int64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	batch := m.waiting
	m.waiting = nil
	return batch
}

// mark lets a handled update be written down and then confirmed.
func (t *Transport) mark(ctx context.Context, update int64) {
	if t.marks.add(update) {
		t.lanes.add(marksLane, func() { t.markHandled(ctx, t.marks.take()) })
	}
}

// markHandled writes down that updates were handled, also while stopping, and
// lets them be confirmed.
func (t *Transport) markHandled(ctx context.Context, updates []int64) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), markTimeout)
	defer cancel()
	if err := t.ledger.MarkHandled(ctx, updates...); err != nil {
		t.log.Error("cannot mark updates as handled", "updates", updates, "error", err)
	}
	for _, id := range updates {
		t.window.finish(id)
	}
}

// handledAmong says which of the updates were handled before. Where that cannot
// be told none was: answering twice is better than not at all.
func (t *Transport) handledAmong(ctx context.Context, updates []*models.Update) []int64 {
	if len(updates) == 0 {
		return nil
	}
	ids := make([]int64, len(updates))
	for i, u := range updates {
		ids[i] = u.ID
	}
	ctx, cancel := context.WithTimeout(ctx, lookTimeout)
	defer cancel()
	known, err := t.ledger.Handled(ctx, ids...)
	if err != nil {
		t.log.Error("cannot tell which updates were handled before", "updates", ids, "error", err)
	}
	return known
}
