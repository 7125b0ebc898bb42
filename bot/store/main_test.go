package store

import (
	"os"
	"sync/atomic"
	"testing"
	"time"

	"cchcbot/bot/store/postgrestest"
)

func TestMain(m *testing.M) {
	code := m.Run()
	postgrestest.Stop()
	os.Exit(code)
}

// open opens a Store that closes with the test.
func open(t testing.TB, address string, options ...Option) *Store {
	t.Helper()
	s, err := Open(t.Context(), address, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// must ends the test on an error.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// clock is a clock that stands still between calls of advance.
type clock struct{ millis atomic.Int64 }

func newClock(start time.Time) *clock {
	c := new(clock)
	c.millis.Store(start.UnixMilli())
	return c
}

func (c *clock) now() time.Time          { return time.UnixMilli(c.millis.Load()) }
func (c *clock) advance(d time.Duration) { c.millis.Add(d.Milliseconds()) }
