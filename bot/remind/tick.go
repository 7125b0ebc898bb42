package remind

import (
	"context"
	"fmt"
	"math"
	"sync"
	"time"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// tickBatch is how many chats are drawn up in one transaction: few enough that
// who asks meanwhile does not notice, even at a quarter's beginning.
const tickBatch = 200

// Book is what a Ticker reads, and where it puts the digests.
type Book interface {
	// Recipients are the reachable chats whose digest of the day is not drawn
	// up and whose hour has come, by chat, from the one behind after.
	Recipients(ctx context.Context, day plan.Date, minute int, after int64, limit int) ([]record.Recipient, error)
	// Known is what people recorded about occurrences due from a day on, of some
	// agencies, or of all where none is named.
	Known(ctx context.Context, from plan.Date, agencies ...string) (record.Known, error)
	// QueueDigests keeps the digests and their jobs, and that the chats are
	// drawn up for the day, in one transaction.
	QueueDigests(ctx context.Context, day plan.Date, digests []record.Digest, drawnUp []int64) error
}

// Ticker draws up the digests that are due.
type Ticker struct {
	book  Book
	rules *Rulebook
	now   func() time.Time

	mu sync.Mutex // one tick at a time
}

// NewTicker makes a Ticker. The clock tells the time in the zone of Vietnam.
func NewTicker(book Book, rules *Rulebook, now func() time.Time) *Ticker {
	return &Ticker{book: book, rules: rules, now: now}
}

// Tick draws up what is due now, a batch of chats after the other. What an error
// leaves out, the next tick takes up.
func (t *Ticker) Tick(ctx context.Context) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	planner, err := t.rules.Planner(ctx)
	if err != nil {
		return fmt.Errorf("tick: %w", err)
	}
	now := t.now()
	sheet := sheet{planner: planner, day: plan.DateOf(now), minute: now.Hour()*60 + now.Minute()}
	if !planner.calendar.IsWorkingDay(sheet.day) {
		return nil
	}
	for after := int64(math.MinInt64); ; {
		batch, err := t.book.Recipients(ctx, sheet.day, sheet.minute, after, tickBatch)
		if err != nil {
			return fmt.Errorf("tick: %w", err)
		}
		if len(batch) == 0 {
			return nil
		}
		after = batch[len(batch)-1].Chat
		if sheet.known == nil { // what is closed while a tick runs is left out when it is sent
			known, err := t.book.Known(ctx, planner.Since())
			if err != nil {
				return fmt.Errorf("tick: %w", err)
			}
			sheet.known = &known
		}
		if err := t.drawUp(ctx, sheet, batch); err != nil {
			return fmt.Errorf("tick: %w", err)
		}
	}
}

// sheet is what a tick draws up by.
type sheet struct {
	planner *Planner
	day     plan.Date
	minute  int
	known   *record.Known // nil before it is read
}

// drawUp draws up the digests of a batch. Chats whose quiet hours have begun,
// and those for whom the day is the wrong one, are asked for again.
func (t *Ticker) drawUp(ctx context.Context, s sheet, batch []record.Recipient) error {
	var digests []record.Digest
	var drawnUp []int64
	for _, r := range batch {
		if r.Quiet(s.minute) {
			continue
		}
		digest, ready := s.planner.Draw(r, s.day, *s.known)
		if !ready {
			continue
		}
		drawnUp = append(drawnUp, r.Chat)
		if len(digest.Nudges) > 0 {
			digests = append(digests, digest)
		}
	}
	if len(drawnUp) == 0 {
		return nil
	}
	return t.book.QueueDigests(ctx, s.day, digests, drawnUp)
}
