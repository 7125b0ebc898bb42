package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"

	"cchcbot/bot/store/database"
	"cchcbot/bot/telegram"
)

// lead waits until this process holds the lease of its database.
type lead func(ctx context.Context) (database.Lead, error)

// errLost ends the work of a process that is not the active one any more.
var errLost = fmt.Errorf("the lead of the database is lost: %w", telegram.ErrReplaced)

// runAsLeader runs work whenever this process holds the lease, until the context
// ends. A process that lost the lease stops work and waits for the lease again.
func runAsLeader(ctx context.Context, take lead, log *slog.Logger, work func(ctx context.Context, held func() bool) error) error {
	for {
		err := leadOnce(ctx, take, work)
		if !errors.Is(err, errLost) {
			return err
		}
		log.Warn("standing by", "because", err)
	}
}

// leadOnce waits for the lease and runs work until the lease or the context ends.
func leadOnce(ctx context.Context, take lead, work func(ctx context.Context, held func() bool) error) error {
	turn, err := take(ctx)
	if ctx.Err() != nil {
		if err == nil {
			turn.Release()
		}
		return nil
	}
	if err != nil {
		return err
	}
	defer turn.Release()
	working, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	go func() {
		select {
		case <-turn.Lost:
			stop(errLost)
		case <-working.Done():
		}
	}()
	err = work(working, turn.Held)
	if errors.Is(context.Cause(working), errLost) {
		return errLost
	}
	return err
}

// together runs functions until all of them end, each of which ends with the
// context; the first failure ends the others too.
func together(ctx context.Context, runs ...func(ctx context.Context) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	errs := make([]error, len(runs))
	var all sync.WaitGroup
	for i, run := range runs {
		all.Go(func() {
			if errs[i] = run(ctx); errs[i] != nil {
				stop()
			}
		})
	}
	all.Wait()
	return errors.Join(errs...)
}
