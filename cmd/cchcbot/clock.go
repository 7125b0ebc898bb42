package main

import (
	"fmt"
	"sync"
	"time"
)

// clock is the time that the whole bot lives in: the machine's, or a rehearsed
// one that was set and runs on from there. It may be used from any goroutine.
type clock struct {
	zone *time.Location

	mu    sync.Mutex // guards all below
	start time.Time  // what was set; zero for the machine's own time
	since time.Time  // when it was set
	moved []func(back bool)
}

// newClock is the machine's time, in the zone of Vietnam.
func newClock() (*clock, error) {
	zone, err := time.LoadLocation("Asia/Ho_Chi_Minh")
	if err != nil {
		return nil, fmt.Errorf("load time zone: %w", err)
	}
	return &clock{zone: zone}, nil
}

// Now is the time in the zone of Vietnam.
func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.start.IsZero() {
		return time.Now().In(c.zone)
	}
	return c.start.Add(time.Since(c.since)).In(c.zone)
}

// Set moves the clock, which runs on from there; the zero time returns to the
// machine's. All who asked with OnSet are told before it returns.
func (c *clock) Set(t time.Time) {
	before := c.Now()
	c.mu.Lock()
	c.start, c.since = t, time.Now()
	moved := c.moved
	c.mu.Unlock()
	back := c.Now().Before(before)
	for _, tell := range moved {
		tell(back)
	}
}

// OnSet calls tell after each Set, and says whether the clock was set back, since
// what waits for an hour has to look again when the hour was moved.
func (c *clock) OnSet(tell func(back bool)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.moved = append(c.moved, tell)
}
