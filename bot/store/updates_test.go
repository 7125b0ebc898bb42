package store

import (
	"slices"
	"sync"
	"testing"
)

func TestMarkHandled(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		wantHandled(t, s, 700_000_001, false)
		must(t, s.MarkHandled(t.Context(), 700_000_001))
		must(t, s.MarkHandled(t.Context(), 700_000_001))
		wantHandled(t, s, 700_000_001, true)
		wantHandled(t, s, 700_000_002, false)

		must(t, s.MarkHandled(t.Context(), 700_000_004, 700_000_001, 700_000_003, 700_000_004))
		among, err := s.Handled(t.Context(), 700_000_005, 700_000_004, 700_000_003, 700_000_002)
		must(t, err)
		slices.Sort(among)
		if !slices.Equal(among, []int64{700_000_003, 700_000_004}) {
			t.Errorf("handled among four: %v", among)
		}
		must(t, s.MarkHandled(t.Context()))
		if none, err := s.Handled(t.Context()); len(none) != 0 || err != nil {
			t.Errorf("handled among none: %v, %v", none, err)
		}
	})
}

// After a quiet week Telegram's ids start anew, possibly lower than before:
// the lower ones are the young ones then.
func TestOldUpdatesAreForgotten(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		s.window = 150
		for id := range int64(200) {
			must(t, s.MarkHandled(t.Context(), 9000+id))
		}
		for id := int64(0); id < 100; id += 4 { // several in one go
			must(t, s.MarkHandled(t.Context(), 10+id, 11+id, 12+id, 13+id))
		}
		var kept int
		must(t, s.queryRow(t.Context(), `SELECT count(*) FROM updates`).Scan(&kept))
		if kept != 150 {
			t.Errorf("%d updates are kept, want 150", kept)
		}
		wantHandled(t, s, 9000, false)
		wantHandled(t, s, 9149, false)
		wantHandled(t, s, 9150, true)
		wantHandled(t, s, 9199, true)
		wantHandled(t, s, 10, true)
		wantHandled(t, s, 109, true)
	})
}

func TestManyUpdatesAtOnce(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, address string) {
		const workers, updates = 20, 300
		s := open(t, address)
		var work sync.WaitGroup
		for range workers { // all mark the same updates
			work.Go(func() {
				for id := range int64(updates) {
					if err := s.MarkHandled(t.Context(), id); err != nil {
						t.Error(err)
						return
					}
				}
			})
		}
		work.Wait()
		var kept int
		must(t, s.queryRow(t.Context(), `SELECT count(*) FROM updates`).Scan(&kept))
		if kept != updates {
			t.Errorf("%d updates are kept, want %d", kept, updates)
		}
	})
}

func TestWritingIsTried(t *testing.T) {
	t.Parallel()
	s := open(t, "sqlite:"+t.TempDir()+"/bot.db")
	must(t, s.CheckWrite(t.Context()))
	must(t, s.exec(t.Context(), `PRAGMA query_only = 1`))
	if s.Ping(t.Context()) != nil || s.CheckWrite(t.Context()) == nil {
		t.Error("a database that takes no writes passes for well, or does not answer")
	}
	must(t, s.exec(t.Context(), `PRAGMA query_only = 0`))
	must(t, s.CheckWrite(t.Context()))
}

func wantHandled(t *testing.T, s *Store, id int64, want bool) {
	t.Helper()
	got, err := s.Handled(t.Context(), id)
	must(t, err)
	if slices.Contains(got, id) != want {
		t.Errorf("update %d handled: %v, want %v", id, got, want)
	}
}

func BenchmarkMarkHandled(b *testing.B) {
	s, err := Open(b.Context(), "sqlite:"+b.TempDir()+"/bot.db")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	for id := int64(0); b.Loop(); id++ {
		if err := s.MarkHandled(b.Context(), id); err != nil {
			b.Fatal(err)
		}
	}
}
