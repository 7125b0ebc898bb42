package store

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"unicode/utf8"

	"cchcbot/bot/record"
	"cchcbot/bot/store/postgrestest"
)

func TestKeepOccurrence(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		o := article("so-tu-phap", 1)
		o.Product = "Bài viết\x00 tuyên truyền"
		kept, err := s.KeepOccurrence(t.Context(), o)
		must(t, err)
		if kept.ID == 0 {
			t.Error("a kept occurrence has no id")
		}
		wanted := o
		wanted.ID, wanted.State, wanted.Product = kept.ID, record.Open, "Bài viết tuyên truyền"
		want(t, "kept", kept, nil, wanted)
		again, err := s.KeepOccurrence(t.Context(), o)
		want(t, "kept again", again, err, wanted)
		read, found, err := s.Occurrence(t.Context(), kept.ID)
		want(t, "read", read, err, wanted)
		if !found {
			t.Error("a kept occurrence is not found")
		}
		for i, other := range []record.Occurrence{article("so-y-te", 1), article("so-tu-phap", 2), article("so-tu-phap", 1)} {
			o, err := s.KeepOccurrence(t.Context(), other)
			must(t, err)
			if o.ID == kept.ID {
				t.Errorf("another occurrence (%d) has the same id", i)
			}
		}
		if _, found, err := s.Occurrence(t.Context(), 1<<40); err != nil || found {
			t.Errorf("an unknown occurrence: %v, %v", found, err)
		}
	})
}

func TestCloseAndReopen(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		meet(t, s)
		o, err := s.KeepOccurrence(t.Context(), article("so-tu-phap", 1))
		must(t, err)
		letter := record.Letter{Chat: 900, Body: []byte(`{"text":"đã nộp"}`)}

		done := o
		done.State, done.By, done.At, done.Note = record.Done, lan, morning, "https://cchc.vn/1"
		got, first, err := closeOne(t, s, o.ID, record.Done, lan, "https://cchc.vn/1")
		want(t, "closed", got, err, done)
		want(t, "first", first, nil, true)
		got, first, err = closeOne(t, s, o.ID, record.Waived, minh, "khác")
		want(t, "closed again", got, err, done)
		want(t, "first again", first, nil, false)

		done.Note = "số 12"
		got, err = s.AnnotateOccurrence(t.Context(), o.ID, lan, "số 12")
		want(t, "annotated", got, err, done)

		got, reopened, err := s.ReopenOccurrence(t.Context(), o.ID, minh, letter)
		want(t, "reopened", got, err, o)
		want(t, "was reopened", reopened, nil, true)
		got, reopened, err = s.ReopenOccurrence(t.Context(), o.ID, minh, letter)
		want(t, "reopened again", got, err, o)
		want(t, "was reopened again", reopened, nil, false)

		line := `letter {"body":{"text":"đã nộp"},"chat":900}`
		wantJobs(t, s, line)
		const about = "6004/QĐ-UBND|PL.1.14|so-tu-phap|quarterly|2024-03-31|Quý I năm 2024|"
		wantAudit(t, s,
			record.Change{By: lan, What: "occurrence", About: about, Before: "open", After: "done https://cchc.vn/1"},
			record.Change{By: lan, What: "occurrence", About: about, Before: "done https://cchc.vn/1", After: "done số 12"},
			record.Change{By: minh, What: "occurrence", About: about, Before: "done số 12", After: "open"})
	})
}

func TestUnknownOccurrence(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		_, _, err := closeOne(t, s, 7, record.Done, lan, "")
		wantError(t, err, "close 1 occurrences: ", "no occurrence 7 is kept")
		_, _, err = s.ReopenOccurrence(t.Context(), 7, lan)
		wantError(t, err, "reopen occurrence 7: ", "no occurrence 7 is kept")
		_, err = s.AnnotateOccurrence(t.Context(), 7, lan, "")
		wantError(t, err, "annotate occurrence 7: ", "no occurrence 7 is kept")
		wantAudit(t, s)
	})
}

func TestTwoAcknowledgeAtOnce(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		meet(t, s)
		for quarter := 1; quarter <= 4; quarter++ {
			for _, agency := range []string{"so-tu-phap", "so-y-te", "so-noi-vu"} {
				o, err := s.KeepOccurrence(t.Context(), article(agency, quarter))
				must(t, err)
				var firsts atomic.Int64
				var work sync.WaitGroup
				for _, who := range []record.Person{lan, minh} {
					work.Go(func() {
						got, first, err := closeOne(t, s, o.ID, record.Done, who, fmt.Sprint(who.ID))
						if err != nil {
							t.Error(err)
						}
						if first {
							firsts.Add(1)
						}
						if got.State != record.Done || got.Note != fmt.Sprint(got.By.ID) || first != (got.By.ID == who.ID) {
							t.Errorf("%d acknowledged (first: %v) and reads %+v", who.ID, first, got)
						}
					})
				}
				work.Wait()
				if firsts.Load() != 1 {
					t.Errorf("%d were first, want 1", firsts.Load())
				}
			}
		}
	})
}

// Whoever was told is shown what became of it.
func TestChangesAreShown(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		monday, tuesday := day(t, "2024-03-18"), day(t, "2024-03-19")
		o, other := article("so-tu-phap", 1), article("so-tu-phap", 2)
		for chat := int64(101); chat <= 104; chat++ {
			follow(t, s, chat, "so-tu-phap")
		}
		covered := digest(103, monday, "10wd", other, o)
		covered.Nudges[1].Covered = true
		must(t, s.QueueDigests(t.Context(), monday, []record.Digest{
			digest(101, monday, "10wd", o), digest(102, monday, "10wd", o), covered, digest(104, monday, "10wd", o),
		}, []int64{101, 102, 103, 104}))
		must(t, s.QueueDigests(t.Context(), tuesday, []record.Digest{digest(101, tuesday, "9wd", o, other)}, []int64{101, 102, 103, 104}))
		for chat := int64(101); chat <= 103; chat++ {
			must(t, s.MarkSent(t.Context(), chat, monday, 5000+chat))
		}
		must(t, s.MarkSent(t.Context(), 101, tuesday, 6101))
		must(t, s.db.Exec(t.Context(), `DELETE FROM river_job`))

		kept, err := s.KeepOccurrence(t.Context(), o)
		must(t, err)
		shown := []string{
			`show_digest {"chat":101,"day":"2024-03-18"}`, `show_digest {"chat":101,"day":"2024-03-19"}`, `show_digest {"chat":102,"day":"2024-03-18"}`,
		}
		for _, change := range []func() error{
			func() error { _, _, err := closeOne(t, s, kept.ID, record.Done, lan, ""); return err },
			func() error { _, err := s.AnnotateOccurrence(t.Context(), kept.ID, lan, "số 12"); return err },
			func() error { _, _, err := s.ReopenOccurrence(t.Context(), kept.ID, lan); return err },
		} {
			must(t, change())
			wantJobs(t, s, shown...)
			must(t, s.db.Exec(t.Context(), `DELETE FROM river_job`))
		}
	})
}

func TestClosedOccurrences(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		meet(t, s)
		closed := map[string]record.Occurrence{}
		for quarter, state := range map[int]record.State{1: record.Done, 2: record.Waived, 3: record.Done, 4: record.Open} {
			o, err := s.KeepOccurrence(t.Context(), article("so-tu-phap", quarter))
			must(t, err)
			if state == record.Open {
				continue
			}
			o, _, err = closeOne(t, s, o.ID, state, lan, "")
			must(t, err)
			if quarter > 1 {
				closed[article("so-tu-phap", quarter).Key()] = o
			}
		}
		got, err := s.ClosedOccurrences(t.Context(), day(t, "2024-06-30"))
		want(t, "closed", got, err, closed)
	})
}

func TestRemindedOccurrences(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		follow(t, s, 101, "so-tu-phap")
		on := day(t, "2024-03-18")
		past, told := article("so-tu-phap", 1), article("so-tu-phap", 2)
		must(t, s.QueueDigests(t.Context(), on, []record.Digest{digest(101, on, "10wd", past, told)}, []int64{101}))
		_, err := s.KeepOccurrence(t.Context(), article("so-tu-phap", 3)) // only looked at
		must(t, err)
		got, err := s.RemindedOccurrences(t.Context(), day(t, "2024-06-30"))
		want(t, "reminded", got, err, map[string]bool{told.Key(): true})
	})
}

// Whatever an agency is called, its occurrence is kept once and found again.
func FuzzKeepOccurrence(f *testing.F) {
	for _, seed := range []string{"", "so-tu-phap", "Phường Bến Nghé", "a|b", "'; DROP TABLE occurrences; --", "\x00", "\xff\xfe", "?", "$1"} {
		f.Add(seed, seed)
	}
	s := open(f, "sqlite::memory:")
	f.Fuzz(func(t *testing.T, agency, product string) {
		o := article(agency, 1)
		o.Product = product
		kept, err := s.KeepOccurrence(t.Context(), o)
		must(t, err)
		if kept.ID == 0 || !utf8.ValidString(kept.Agency+kept.Product) || strings.Contains(kept.Agency+kept.Product, "\x00") {
			t.Fatalf("kept %+v", kept)
		}
		again, err := s.KeepOccurrence(t.Context(), o)
		want(t, "kept again", again, err, kept)
	})
}
