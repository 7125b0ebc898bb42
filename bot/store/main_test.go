package store

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

func TestMain(m *testing.M) {
	code := m.Run()
	server.stop()
	os.Exit(code)
}

// onEach runs a test on SQLite and on PostgreSQL, with the address of a fresh
// database. Opened twice, the address is the same database.
func onEach(t *testing.T, test func(t *testing.T, address string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		test(t, "sqlite:"+filepath.Join(t.TempDir(), "bot.db"))
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		test(t, freshSchema(t, postgresAddress(t)))
	})
}

// open opens a Store that closes with the test.
func open(t *testing.T, address string, options ...Option) *Store {
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
func must(t *testing.T, err error) {
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

var schemas atomic.Int64

// freshSchema creates an empty schema that goes with the test, and returns the
// address that leads into it.
func freshSchema(t *testing.T, address string) string {
	t.Helper()
	name := fmt.Sprintf("store_test_%d_%d", os.Getpid(), schemas.Add(1))
	runSQL(t, address, "CREATE SCHEMA "+name)
	t.Cleanup(func() { runSQL(t, address, "DROP SCHEMA "+name+" CASCADE") })
	u, err := url.Parse(address)
	must(t, err)
	query := u.Query()
	query.Set("search_path", name)
	u.RawQuery = query.Encode()
	return u.String()
}

func runSQL(t *testing.T, address, statement string) {
	t.Helper()
	ctx := context.WithoutCancel(t.Context()) // clean-up runs after the test's context ends
	conn, err := pgx.Connect(ctx, address)
	must(t, err)
	_, err = conn.Exec(ctx, statement)
	must(t, errors.Join(err, conn.Close(ctx)))
}
