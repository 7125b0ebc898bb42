package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"cchcbot/bot/record"
	"cchcbot/bot/store/postgrestest"
)

func TestOpenFromEmptyAndAgain(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		for range 2 {
			s := open(t, address)
			must(t, s.Ping(t.Context()))
			agency, err := s.AgencyOf(t.Context(), 1)
			must(t, err)
			if agency != "" {
				t.Errorf("agency of an unknown chat is %q", agency)
			}
		}
	})
}

// A Store that is never closed stands for a killed program.
func TestFactsOutliveAKill(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		killed := open(t, address)
		must(t, killed.SetAgency(t.Context(), 7, "so-noi-vu"))
		must(t, killed.Keep(t.Context(), arrived(41)))
		must(t, killed.AddFeedback(t.Context(), record.Feedback{Chat: 7, Text: "sai rồi"}))
		follow(t, killed, 101, "so-tu-phap")
		on := day(t, "2024-03-18")
		must(t, killed.QueueDigests(t.Context(), on, []record.Digest{digest(101, on, "10wd", article("so-tu-phap", 1))}, []int64{101}))

		s := open(t, address)
		wantAgency(t, s, 7, "so-noi-vu")
		wantKept(t, s, []record.Update{arrived(41)}, nil)
		list, err := s.ListFeedback(t.Context())
		must(t, err)
		if len(list) != 1 || list[0].Text != "sai rồi" {
			t.Errorf("feedback after the kill: %+v", list)
		}
		d, _, err := s.Digest(t.Context(), 101, on)
		want(t, "the digest after the kill", d.Progress, err, record.Queued)
		wantJobs(t, s, `send_digest {"chat":101,"day":"2024-03-18"}`)
	})
}

func TestFactsOutliveAClose(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s, err := Open(t.Context(), address)
		must(t, err)
		must(t, s.SetAgency(t.Context(), 7, "so-noi-vu"))
		must(t, s.Close())
		if err := s.Ping(t.Context()); err == nil {
			t.Error("a closed Store answers Ping")
		}
		wantAgency(t, open(t, address), 7, "so-noi-vu")
	})
}

func TestNewerSchemaIsRefused(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		known := newest(t, s)
		must(t, s.db.Exec(t.Context(), `INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, true)`))
		_, err := Open(t.Context(), address)
		wantError(t, err, fmt.Sprintf("schema is version 99 and this program knows versions up to %d", known))
	})
}

// newest is the version of the last migration.
func newest(t *testing.T, s *Store) int64 {
	t.Helper()
	var version int64
	must(t, s.db.QueryRow(t.Context(), `SELECT max(version_id) FROM goose_db_version`).Scan(&version))
	return version
}

func TestProgramsThatStartTogether(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		var programs sync.WaitGroup
		for range 4 {
			programs.Go(func() {
				s, err := Open(t.Context(), address)
				if err != nil {
					t.Error(err)
					return
				}
				if err := s.Close(); err != nil {
					t.Error(err)
				}
			})
		}
		programs.Wait()
		var twice int
		s := open(t, address)
		must(t, s.db.QueryRow(t.Context(), `SELECT count(*) - count(DISTINCT version_id) FROM goose_db_version`).Scan(&twice))
		if twice != 0 {
			t.Errorf("%d versions are recorded twice", twice)
		}
	})
}

func TestFailedMigrationIsReported(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		must(t, s.db.Exec(t.Context(), `DELETE FROM goose_db_version WHERE version_id > 0`))
		_, err := Open(t.Context(), address) // the tables are there already
		wantError(t, err, "migrate schema", "version:1")
	})
}

func TestCancelledContext(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		must(t, s.SetAgency(t.Context(), 1, "so-tu-phap"))
		cancelled, cancel := context.WithCancel(t.Context())
		cancel()
		for _, c := range calls(s) {
			if err := c.call(cancelled); !errors.Is(err, context.Canceled) {
				t.Errorf("%s: %v, want context.Canceled", c.says, err)
			}
		}
		if _, err := s.Lead(cancelled); !errors.Is(err, context.Canceled) {
			t.Errorf("Lead: %v, want context.Canceled", err)
		}
		if _, err := Open(cancelled, address); !errors.Is(err, context.Canceled) {
			t.Errorf("Open: %v, want context.Canceled", err)
		}
		wantAgency(t, s, 1, "so-tu-phap")
	})
}

// wantError checks that an error holds each of the pieces.
func wantError(t *testing.T, err error, pieces ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want one with %q", pieces)
	}
	for _, piece := range pieces {
		if !strings.Contains(err.Error(), piece) {
			t.Errorf("error %q lacks %q", err, piece)
		}
	}
}
