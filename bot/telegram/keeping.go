package telegram

import (
	"context"
	"errors"
	"time"

	"cchcbot/bot/record"
)

const (
	moment      = 250 * time.Millisecond // in which a lone update is usually done
	lookTimeout = 5 * time.Second        // a look into the ledger
	keepTimeout = 2 * time.Second        // a note in the ledger
	lookEvery   = time.Minute            // for what another process wrote down while it lost its turn
	retryPause  = time.Second            // after the ledger failed
	repollPause = 600 * time.Millisecond // polled sooner with the same offset, Telegram gives one update alone
)

// Inbox remembers the updates that were confirmed before they were handled.
type Inbox interface {
	// Keep writes updates down, in their order, but for those that are known.
	Keep(ctx context.Context, updates ...record.Update) error
	// Done notes that updates were handled, which need no body any more.
	Done(ctx context.Context, updates ...int64) error
	// Kept returns the updates that wait, in the order in which they were
	// written down, and those that were handled last.
	Kept(ctx context.Context) (waiting []record.Update, done []int64, err error)
}

// keep writes updates down, so that they hold the offset no longer.
func (t *Transport) keep(ctx context.Context, entries []*entry) error {
	if len(entries) == 0 {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), keepTimeout)
	defer cancel()
	updates := make([]record.Update, len(entries))
	for i, e := range entries {
		updates[i] = e.Update
	}
	if err := t.ledger.Keep(ctx, updates...); err != nil {
		t.log.Error("cannot write updates down", "updates", len(updates), "first", updates[0].ID, "error", err)
		return err
	}
	t.inbox.keep(entries)
	return nil
}

// settle makes the offset free to pass. A lone update that is done within a
// moment needs nothing written. Where nothing can be written, the offset waits
// for updates to be done, and passes when they become many: answers go on. While
// the database does not even answer, settle returns only when nothing is held or
// with the context.
func (t *Transport) settle(ctx context.Context) {
	t.awaitDone(ctx, moment)
	for ctx.Err() == nil {
		held := t.inbox.holding()
		if len(held) == 0 || t.keep(ctx, held) == nil {
			return
		}
		away := t.away(ctx)
		t.awaitDone(ctx, repollPause)
		if away {
			continue
		}
		if len(held) >= batchLimit/2 {
			t.log.Error("updates are confirmed that are in memory alone", "updates", len(held))
			t.inbox.pass()
		}
		return
	}
}

// awaitDone waits until nothing holds the offset, at most the given time.
func (t *Transport) awaitDone(ctx context.Context, atMost time.Duration) {
	timer := time.NewTimer(atMost)
	defer timer.Stop()
	for len(t.inbox.holding()) > 0 {
		select {
		case <-t.inbox.moved:
		case <-timer.C:
			return
		case <-ctx.Done():
			return
		}
	}
}

// awaitRoom waits while too many updates are in memory.
func (t *Transport) awaitRoom(ctx context.Context) {
	for t.inbox.load() >= mostOpen {
		select {
		case <-t.inbox.moved:
		case <-ctx.Done():
			return
		}
	}
}

// away says whether the database does not answer.
func (t *Transport) away(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, lookTimeout)
	defer cancel()
	return t.ledger.Ping(ctx) != nil && !errors.Is(ctx.Err(), context.Canceled)
}

// reopen goes on with what was written down and not handled. An update that
// another process wrote down is found as well.
func (t *Transport) reopen(ctx, handling context.Context) error {
	looking, cancel := context.WithTimeout(ctx, lookTimeout)
	defer cancel()
	waiting, done, err := t.ledger.Kept(looking)
	if err != nil {
		return err
	}
	for _, id := range done {
		t.inbox.recall(id)
	}
	for _, u := range waiting {
		if t.inbox.knows(u.ID) {
			continue
		}
		e := entryOf(u)
		e.kept, e.charged = true, true
		t.quota.charge(e.who)
		t.inbox.add(e)
		t.inbox.queue(handling, e)
	}
	return nil
}

// open is reopen at the start: without it nothing new may be accepted.
func (t *Transport) open(ctx, handling context.Context) {
	for ctx.Err() == nil {
		err := t.reopen(ctx, handling)
		if err == nil {
			return
		}
		t.log.Error("cannot read which updates wait", "error", err)
		_ = sleep(ctx, retryPause) // a stop ends the loop
	}
}

// writeDone notes what was done of what was written down, until the context
// ends: many at once under load.
func (t *Transport) writeDone(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.inbox.written:
		}
		if t.noteDone(ctx) != nil {
			_ = sleep(ctx, retryPause) // a stop ends the loop
			signal(t.inbox.written)
		}
	}
}

// noteDone notes it once.
func (t *Transport) noteDone(ctx context.Context) error {
	ids := t.inbox.takeSettled()
	if len(ids) == 0 {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), keepTimeout)
	defer cancel()
	err := t.ledger.Done(ctx, ids...)
	if err != nil {
		t.log.Error("cannot write down that updates were handled", "updates", len(ids), "error", err)
		t.inbox.putBack(ids)
	}
	return err
}
