package store

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"cchcbot/bot/record"
	"cchcbot/bot/store/postgrestest"
)

func TestUpdatesWaitUntilTheyAreDone(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		first, second, lower := arrived(700_000_002), arrived(700_000_001), arrived(12)
		must(t, s.Keep(t.Context(), first, second))
		must(t, s.Keep(t.Context(), lower, record.Update{ID: second.ID, Body: []byte("anew")}))
		wantKept(t, s, []record.Update{first, second, lower}, nil)

		must(t, s.Done(t.Context(), second.ID, 5)) // 5 was never written down
		must(t, s.Done(t.Context(), second.ID))
		must(t, s.Keep(t.Context(), second)) // Telegram gives it again
		wantKept(t, s, []record.Update{first, lower}, []int64{second.ID})

		must(t, s.Keep(t.Context()))
		must(t, s.Done(t.Context()))
		must(t, s.Done(t.Context(), lower.ID, first.ID))
		wantKept(t, s, nil, []int64{first.ID, second.ID, lower.ID})
	})
}

// After a quiet week Telegram's ids start anew, possibly lower than before:
// the lower ones are the young ones then. What waits is not forgotten.
func TestOldUpdatesAreForgotten(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		s.inbox.window = 150
		must(t, s.Keep(t.Context(), arrived(1))) // seq 1
		for id := range int64(199) {
			must(t, s.Keep(t.Context(), arrived(9000+id)))
			must(t, s.Done(t.Context(), 9000+id))
		}
		for id := int64(0); id < 100; id += 4 { // several in one go
			must(t, s.Keep(t.Context(), arrived(10+id), arrived(11+id), arrived(12+id), arrived(13+id)))
			must(t, s.Done(t.Context(), 10+id, 11+id, 12+id, 13+id))
		}
		waiting, done, err := s.Kept(t.Context())
		must(t, err)
		if len(waiting) != 1 || len(done) != 150 || done[0] != 9149 || done[49] != 9198 || done[149] != 109 {
			t.Errorf("%d wait; %d are remembered, from %d to %d", len(waiting), len(done), done[0], done[len(done)-1])
		}
	})
}

func TestManyUpdatesAtOnce(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		const workers, updates = 20, 300
		s := open(t, address)
		s.inbox.window = workers * updates // PostgreSQL counts what was there already, too
		var work sync.WaitGroup
		for range workers { // all write the same updates down
			work.Go(func() {
				for id := range int64(updates) {
					if err := errors.Join(s.Keep(t.Context(), arrived(id+1)), s.Done(t.Context(), id+1)); err != nil {
						t.Error(err)
						return
					}
				}
			})
		}
		work.Wait()
		waiting, done, err := s.Kept(t.Context())
		must(t, err)
		if len(waiting) != 0 || len(done) != updates {
			t.Errorf("%d wait and %d are done, want %d done", len(waiting), len(done), updates)
		}
	})
}

func TestWritingIsTried(t *testing.T) {
	t.Parallel()
	s := open(t, "sqlite:"+t.TempDir()+"/bot.db")
	must(t, s.CheckWrite(t.Context()))
	must(t, s.db.Exec(t.Context(), `PRAGMA query_only = 1`))
	if s.Ping(t.Context()) != nil || s.CheckWrite(t.Context()) == nil {
		t.Error("a database that takes no writes passes for well, or does not answer")
	}
	must(t, s.db.Exec(t.Context(), `PRAGMA query_only = 0`))
	must(t, s.CheckWrite(t.Context()))
}

// arrived is an update that says something.
func arrived(id int64) record.Update {
	return record.Update{ID: id, Body: fmt.Appendf(nil, `{"update_id":%d,"message":{"text":"Sở \u0000 Tư pháp"}}`, id)}
}

func wantKept(t *testing.T, s *Store, waiting []record.Update, done []int64) {
	t.Helper()
	gotWaiting, gotDone, err := s.Kept(t.Context())
	want(t, "updates that wait", gotWaiting, err, waiting)
	want(t, "updates that are done", gotDone, err, done)
}

func BenchmarkKeepAndDone(b *testing.B) {
	s, err := Open(b.Context(), "sqlite:"+b.TempDir()+"/bot.db")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	for id := int64(1); b.Loop(); id++ {
		if err := errors.Join(s.Keep(b.Context(), arrived(id)), s.Done(b.Context(), id)); err != nil {
			b.Fatal(err)
		}
	}
}
