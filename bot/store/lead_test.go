package store

import (
	"context"
	"errors"
	"net/url"
	"testing"
	"time"

	"cchcbot/bot/store/postgrestest"
)

const leadWait = 20 * time.Second // a busy machine; it takes about a second

func TestLeadOfSQLiteIsTakenAtOnce(t *testing.T) {
	t.Parallel()
	s := open(t, "sqlite::memory:")
	lost, release, err := s.Lead(t.Context())
	must(t, err)
	release()
	release()
	select {
	case <-lost:
		t.Error("the lead is lost")
	default:
	}
}

// led waits for the lead and hands it over.
type led struct {
	lost    <-chan struct{}
	release func()
}

func lead(t *testing.T, s *Store) <-chan led {
	t.Helper()
	got := make(chan led, 1)
	go func() {
		lost, release, err := s.Lead(t.Context())
		if err != nil {
			t.Error(err)
			close(got)
			return
		}
		got <- led{lost, release}
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

	// The database server drops the first's connection.
	var ended bool
	must(t, two.queryRow(t.Context(), `SELECT pg_terminate_backend(pid) FROM pg_locks
		WHERE locktype = 'advisory' AND classid = CAST(hashtext('cchcbot lead') AS OID)
			AND objid = CAST(hashtext(current_schema()) AS OID)`).Scan(&ended))
	if !ended {
		t.Fatal("no connection was ended")
	}
	await(t, "the first is told that it lost the lead", first.lost)
	second := await(t, "the second takes over", standby)
	first.release()
	first.release()

	// The second gives the lead away in an orderly way.
	second.release()
	third := await(t, "the first leads again", lead(t, one))
	select {
	case <-second.lost:
		t.Error("a lead that was given away is lost")
	default:
	}
	third.release()
}

func TestSchemasAreLedApart(t *testing.T) {
	t.Parallel()
	address := postgrestest.Schema(t)
	another, err := url.Parse(address)
	must(t, err)
	query := another.Query()
	query.Set("search_path", query.Get("search_path")+"_another")
	another.RawQuery = query.Encode()
	must(t, open(t, address).exec(t.Context(), `CREATE SCHEMA `+query.Get("search_path")))
	for _, address := range []string{address, another.String()} {
		s := open(t, address)
		l := await(t, "each schema has its own leader", lead(t, s))
		defer l.release()
	}
}

// Who waits for the lead waits for the database too, and no longer than the
// context lasts.
func TestWaitForTheLeadEnds(t *testing.T) {
	t.Parallel()
	address := postgrestest.Schema(t)
	one, two := open(t, address), open(t, address)
	l := await(t, "the first takes the lead", lead(t, one))
	defer l.release()
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	if _, _, err := two.Lead(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Lead: %v, want context.DeadlineExceeded", err)
	}
}
