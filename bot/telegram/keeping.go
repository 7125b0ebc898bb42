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
func (i *incoming) keep(ctx context.Context, entries []*entry) error {
	if len(entries) == 0 {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), keepTimeout)
	defer cancel()
	updates := make([]record.Update, len(entries))
	for i, e := range entries {
		updates[i] = e.Update
	}
	if err := i.ledger.Keep(ctx, updates...); err != nil {
		i.log.Error("cannot write updates down", "updates", len(updates), "first", updates[0].ID, "error", err)
		return err
	}
	i.inbox.keep(entries)
	return nil
}

// settle makes the offset free to pass. A lone update that is done within a
// moment needs nothing written. Where nothing can be written, the offset waits
// for updates to be done, and passes when they become many: answers go on. While
// the database does not even answer, settle returns only when nothing is held or
// with the context.
func (i *incoming) settle(ctx context.Context) {
	i.awaitDone(ctx, moment)
	for ctx.Err() == nil {
		held := i.inbox.holding()
		if len(held) == 0 || i.keep(ctx, held) == nil {
			return
		}
		away := i.away(ctx)
		i.awaitDone(ctx, repollPause)
		if away {
			continue
		}
		if len(held) >= batchLimit/2 {
			i.log.Error("updates are confirmed that are in memory alone", "updates", len(held))
			i.inbox.pass()
		}
		return
	}
}

// awaitDone waits until nothing holds the offset, at most the given time.
func (i *incoming) awaitDone(ctx context.Context, atMost time.Duration) {
	timer := time.NewTimer(atMost)
	defer timer.Stop()
	for len(i.inbox.holding()) > 0 {
		select {
		case <-i.inbox.moved:
		case <-timer.C:
			return
		case <-ctx.Done():
			return
		}
	}
}

// awaitRoom waits while too many updates are in memory.
func (i *incoming) awaitRoom(ctx context.Context) {
	for i.inbox.load() >= mostOpen {
		select {
		case <-i.inbox.moved:
		case <-ctx.Done():
			return
		}
	}
}

// away says whether the database does not answer.
func (i *incoming) away(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, lookTimeout)
	defer cancel()
	return i.ledger.Ping(ctx) != nil && !errors.Is(ctx.Err(), context.Canceled)
}

// reopen goes on with what was written down and not handled. An update that
// another process wrote down is found as well.
func (i *incoming) reopen(ctx, handling context.Context) error {
	looking, cancel := context.WithTimeout(ctx, lookTimeout)
	defer cancel()
	waiting, done, err := i.ledger.Kept(looking)
	if err != nil {
		return err
	}
	for _, id := range done {
		i.inbox.recall(id)
	}
	for _, u := range waiting {
		if i.inbox.knows(u.ID) {
			continue
		}
		e := entryOf(u)
		e.kept, e.charged = true, true
		i.quota.charge(e.who)
		i.inbox.add(e)
		i.inbox.queue(handling, e)
	}
	return nil
}

// open is reopen at the start: without it nothing new may be accepted.
func (i *incoming) open(ctx, handling context.Context) {
	for ctx.Err() == nil {
		err := i.reopen(ctx, handling)
		if err == nil {
			return
		}
		i.log.Error("cannot read which updates wait", "error", err)
		_ = sleep(ctx, retryPause) // a stop ends the loop
	}
}

// writeDone notes what was done of what was written down, until the context
// ends: many at once under load.
func (i *incoming) writeDone(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-i.inbox.written:
		}
		if i.noteDone(ctx) != nil {
			_ = sleep(ctx, retryPause) // a stop ends the loop
			signal(i.inbox.written)
		}
	}
}

// noteDone notes it once.
func (i *incoming) noteDone(ctx context.Context) error {
	ids := i.inbox.takeSettled()
	if len(ids) == 0 {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), keepTimeout)
	defer cancel()
	err := i.ledger.Done(ctx, ids...)
	if err != nil {
		i.log.Error("cannot write down that updates were handled", "updates", len(ids), "error", err)
		i.inbox.putBack(ids)
	}
	return err
}
