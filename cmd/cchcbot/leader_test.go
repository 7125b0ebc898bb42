package main

import (
	"context"
	"errors"
	"log/slog"
	"testing"
	"testing/synctest"
	"time"

	"cchcbot/bot/store/database"
)

// turns gives a turn at each call, which is lost after a while.
type turns struct {
	lasts    time.Duration // 0 for ever
	taken    int
	released int
}

func (t *turns) take(ctx context.Context) (database.Lead, error) {
	if err := ctx.Err(); err != nil {
		return database.Lead{}, err
	}
	t.taken++
	lost := make(chan struct{})
	if t.lasts > 0 {
		time.AfterFunc(t.lasts, func() { close(lost) })
	}
	return database.Lead{Lost: lost, Release: func() { t.released++ }}, nil
}

// A process that loses the lead stops its work and stands by for the next turn.
func TestWorkStopsWithTheLead(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 35*time.Second)
		defer cancel()
		book, worked := &turns{lasts: 10 * time.Second}, time.Duration(0)
		err := runAsLeader(ctx, book.take, slog.New(slog.DiscardHandler), func(ctx context.Context, _ func() bool) error {
			began := time.Now()
			<-ctx.Done()
			worked += time.Since(began)
			return nil
		})
		if err != nil || book.taken != 4 || book.released != 4 || worked != 35*time.Second {
			t.Errorf("%v: %d turns, %d released, worked %s", err, book.taken, book.released, worked)
		}
		synctest.Wait()
	})
}

func TestWorkThatFailsEndsTheProgram(t *testing.T) {
	t.Parallel()
	broken := errors.New("the token is refused")
	book := &turns{}
	err := runAsLeader(t.Context(), book.take, slog.New(slog.DiscardHandler), func(context.Context, func() bool) error { return broken })
	if !errors.Is(err, broken) || book.released != 1 {
		t.Errorf("%v, %d released", err, book.released)
	}
}

// The first that fails ends the others, and all are waited for.
func TestTogether(t *testing.T) {
	t.Parallel()
	broken, ended := errors.New("broken"), false
	err := together(t.Context(),
		func(context.Context) error { return broken },
		func(ctx context.Context) error {
			<-ctx.Done()
			ended = true
			return nil
		})
	if !errors.Is(err, broken) || !ended {
		t.Errorf("%v, the other ended: %v", err, ended)
	}
}
