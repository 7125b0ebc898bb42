package database

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"cchcbot/bot/store/postgrestest"
)

const leadWait = 20 * time.Second // a busy machine; it takes about a second

func TestLeadOfSQLiteIsTakenAtOnce(t *testing.T) {
	t.Parallel()
	s := open(t, "sqlite::memory:")
	l, err := Administer(s).Lead(t.Context())
	must(t, err)
	l.Release()
	l.Release()
	select {
	case <-l.Lost:
		t.Error("the lead is lost")
	default:
	}
	if !l.Held() {
		t.Error("the lead is not held")
	}
}

// lead waits for the lead and hands it over.
func lead(t *testing.T, s *DB) <-chan Lead {
	t.Helper()
	got := make(chan Lead, 1)
	go func() {
		l, err := Administer(s).Lead(t.Context())
		if err != nil {
			t.Error(err)
			close(got)
			return
		}
		got <- l
	}()
	return got
}

func await[T any](t *testing.T, what string, from <-chan T) T {
	t.Helper()
	select {
	case v := <-from:
		return v
	case <-time.After(leadWait):
		t.Fatalf("%s: not within %s", what, leadWait)
	}
	panic("not reached")
}

func TestLeadGoesOver(t *testing.T) {
	t.Parallel()
	address := postgrestest.Schema(t)
	one, two := open(t, address), open(t, address)
	first := await(t, "the first takes the lead", lead(t, one))
	standby := lead(t, two)
	select {
	case <-standby:
		t.Fatal("two lead at once")
	case <-time.After(1500 * time.Millisecond): // longer than one round of asking
	}

	// The lease of the first runs out, as that of one that hangs: it cannot be renewed.
	must(t, two.Exec(t.Context(), `UPDATE lease SET holder = 'hung', until_time = 0`))
	second := await(t, "the second takes over", standby)
	await(t, "the first is told that it lost the lead", first.Lost)
	if first.Release(); first.Held() || !second.Held() {
		t.Errorf("held by the first: %v, by the second: %v", first.Held(), second.Held())
	}
	first.Release()

	// The second gives the lead away in an orderly way.
	second.Release()
	third := await(t, "the first leads again", lead(t, one))
	select {
	case <-second.Lost:
		t.Error("a lead that was given away is lost")
	default:
	}
	third.Release()
	var term int64
	must(t, one.QueryRow(t.Context(), `SELECT term FROM lease`).Scan(&term))
	if term != 3 {
		t.Errorf("term %d, want 3", term)
	}
}

// A leader whose connections are cut, or whose database takes no writes, goes on:
// nobody else can have taken the lease.
func TestLeadOutlastsTroubleOfTheDatabase(t *testing.T) {
	t.Parallel()
	address := postgrestest.Schema(t)
	s, other := open(t, address), open(t, address)
	l := &lease{db: s, holder: "one", lost: make(chan struct{}), stopped: make(chan struct{})}
	must(t, l.wait(t.Context()))
	cut := func() {
		must(t, other.Exec(t.Context(), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			WHERE datname = current_database() AND pid <> pg_backend_pid()`))
	}
	cut()
	if !l.renew(t.Context()) {
		t.Error("lost with the connection")
	}
	for _, err := range []error{&pgconn.PgError{Code: "25006"}, fmt.Errorf("renew: %w", &pgconn.PgError{Code: "53100"})} {
		if !writesNothing(err) {
			t.Errorf("%v is taken for a loss", err)
		}
	}
}

// A holder that heard nothing for leaseHeld, because it or the database stood
// still, knows without asking that it may have been replaced.
func TestLeadEndsByItself(t *testing.T) {
	t.Parallel()
	l := new(lease)
	l.extend(time.Now().Add(-leaseHeld))
	if l.held() {
		t.Error("held for longer than it lasts")
	}
	l.extend(time.Now())
	if !l.held() {
		t.Error("not held although it was just renewed")
	}
	if leaseHeld+leaseEvery > leaseTerm {
		t.Error("nothing is left for what is on its way")
	}
}

func TestSchemasAreLedApart(t *testing.T) {
	t.Parallel()
	address := postgrestest.Schema(t)
	another, err := url.Parse(address)
	must(t, err)
	query := another.Query()
	query.Set("search_path", query.Get("search_path")+"_another")
	another.RawQuery = query.Encode()
	must(t, open(t, address).Exec(t.Context(), `CREATE SCHEMA `+query.Get("search_path")))
	for _, address := range []string{address, another.String()} {
		s := open(t, address)
		l := await(t, "each schema has its own leader", lead(t, s))
		defer l.Release()
	}
}

// Who waits for the lead waits for the database too, and no longer than the
// context lasts.
func TestWaitForTheLeadEnds(t *testing.T) {
	t.Parallel()
	address := postgrestest.Schema(t)
	one, two := open(t, address), open(t, address)
	l := await(t, "the first takes the lead", lead(t, one))
	defer l.Release()
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	if _, err := Administer(two).Lead(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Lead: %v, want context.DeadlineExceeded", err)
	}
}
