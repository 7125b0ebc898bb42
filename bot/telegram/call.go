package telegram

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"time"
)

const (
	callTimeout  = 30 * time.Second // one attempt of a call other than a poll
	firstBackoff = 500 * time.Millisecond
	lastBackoff  = 30 * time.Second
	maxFailures  = 6               // attempts of one call while Telegram answers others
	shortWait    = 5 * time.Second // of a 429 that a message of the bot's own sits out
)

// caller is the one place that makes calls other than polls: it paces them,
// and repeats them until Telegram did or refused them.
type caller struct {
	wire *wire
	pace *pace
	held func() bool // whether this process may speak

	count func(name string)
}

// turn is what a call waits for.
type turn struct {
	chat     int64 // that the message goes to; 0 for a call that sends none
	failures int   // attempts before this one
	own      bool  // the bot speaks of its own accord, and whoever lets it comes back after a failure

	look func(context.Context) error // whether the call is still wanted, before each attempt; nil for no look
}

// call makes one call. An answer to a person waits as long as a 429 says, and
// out of an outage as long as it lasts; a call that fails alone while others
// succeed is given up. What the bot says of its own accord sits out a short 429
// and is given up otherwise. The error is the context's, a *refusal or an
// *outage.
func (c *caller) call(ctx context.Context, t turn, attempt func(context.Context) error) error {
	began := time.Now()
	for failures := 1; ; failures++ {
		if err := c.pace.take(ctx, t); err != nil {
			return err
		}
		answered := c.pace.sent(t)
		if err := c.wanted(ctx, t); err != nil {
			answered(0)
			return err
		}
		err := once(ctx, attempt)
		c.count(endOf(t, err))
		answered(toldToWait(err))
		if err == nil {
			return nil
		}
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		pause, again := c.pause(t, err, failures, began)
		if !again {
			return err
		}
		if err := sleep(ctx, pause); err != nil {
			return err
		}
		t.failures++
	}
}

// wanted is the last look before a call is made. An answer waits until this
// process may speak again, or is stopped because another one does.
func (c *caller) wanted(ctx context.Context, t turn) error {
	if t.own && !c.held() {
		return ErrReplaced
	}
	if err := awaitHeld(ctx, c.held); err != nil {
		return err
	}
	if t.look == nil {
		return nil
	}
	if err := t.look(ctx); err != nil {
		return &unwanted{because: err}
	}
	return nil
}

// heldPause is between two looks whether this process may speak.
const heldPause = 100 * time.Millisecond

// awaitHeld returns once this process may speak, or with the context's error.
func awaitHeld(ctx context.Context, held func() bool) error {
	for !held() {
		if err := sleep(ctx, heldPause); err != nil {
			return err
		}
	}
	return nil
}

// unwanted is a call that is not made, because of what the look before it found.
type unwanted struct{ because error }

func (u *unwanted) Error() string { return "not wanted any more: " + u.because.Error() }

func (u *unwanted) Unwrap() error { return u.because }

// once makes one attempt under a deadline of its own.
func once(ctx context.Context, attempt func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	return attempt(ctx)
}

// toldToWait is how long a 429 tells to leave a chat alone; 0 for any other end.
func toldToWait(err error) time.Duration {
	if refused, ok := errors.AsType[*refusal](err); ok {
		return refused.retryAfter
	}
	return 0
}

// pause says whether a failed call is made again, and after how long.
func (c *caller) pause(t turn, err error, failures int, began time.Time) (time.Duration, bool) {
	if refused, ok := errors.AsType[*refusal](err); ok {
		wait := max(refused.retryAfter, time.Second)
		patient := !t.own || wait <= shortWait && failures < maxFailures
		return wait, refused.code == http.StatusTooManyRequests && patient
	}
	if _, out := errors.AsType[*outage](err); out {
		alone := failures >= maxFailures && c.wire.answeredSince(began)
		return backoff(failures), !alone && !t.own
	}
	return 0, false
}

// backoff doubles with every failure, with jitter so that many callers do not
// come back at the same moment.
func backoff(failures int) time.Duration {
	limit := lastBackoff
	if doublings := failures - 1; doublings < 6 {
		limit = min(firstBackoff<<max(doublings, 0), lastBackoff)
	}
	return limit/2 + rand.N(limit/2)
}

// sleep waits, or returns the context's error.
func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
