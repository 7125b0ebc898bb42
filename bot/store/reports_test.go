package store

import (
	"sync"
	"sync/atomic"
	"testing"

	"cchcbot/bot/record"
	"cchcbot/bot/store/postgrestest"
)

func TestReports(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		meet(t, s)
		letter := record.Letter{Chat: 900, Body: []byte(`{}`)}
		first, err := s.AddReport(t.Context(), record.Report{Occurrence: article("so-tu-phap", 1), Person: lan, Words: "việc của Sở Nội vụ\x00"}, letter)
		must(t, err)
		kept, err := s.KeepOccurrence(t.Context(), article("so-tu-phap", 1))
		must(t, err)
		want(t, "report", first, nil, record.Report{ID: first.ID, Occurrence: kept, Person: lan, Words: "việc của Sở Nội vụ", At: morning})
		second, err := s.AddReport(t.Context(), record.Report{Occurrence: kept, Person: minh}, letter)
		must(t, err)
		list, err := s.OpenReports(t.Context())
		want(t, "open reports", list, err, []record.Report{first, second})

		r, settled, err := s.SettleReport(t.Context(), first.ID, false, boss, letter)
		first.Settled = true
		want(t, "rejected", r, err, first)
		want(t, "settled", settled, nil, true)
		r, settled, err = s.SettleReport(t.Context(), first.ID, true, boss, letter)
		want(t, "settled again", r, err, first)
		want(t, "was settled again", settled, nil, false)

		r, settled, err = s.SettleReport(t.Context(), second.ID, true, boss, letter)
		second.Settled = true
		second.Occurrence.State, second.Occurrence.By, second.Occurrence.At = record.Waived, boss, morning
		want(t, "waived", r, err, second)
		want(t, "was waived", settled, nil, true)
		list, err = s.OpenReports(t.Context())
		want(t, "open reports at the end", list, err, nil)
		wantJobs(t, s, `letter {"body":{},"chat":900}`, `letter {"body":{},"chat":900}`, `letter {"body":{},"chat":900}`, `letter {"body":{},"chat":900}`)
		about := article("so-tu-phap", 1).Key()
		wantAudit(t, s,
			record.Change{By: lan, What: "report", About: about, After: "open"},
			record.Change{By: minh, What: "report", About: about, After: "open"},
			record.Change{By: boss, What: "report", About: about, Before: "open", After: "rejected"},
			record.Change{By: boss, What: "report", About: about, Before: "open", After: "waived"},
			record.Change{By: boss, What: "occurrence", About: about, Before: "open", After: "waived"})

		_, _, err = s.SettleReport(t.Context(), 77, true, boss)
		wantError(t, err, "settle report 77: no report 77 is kept")
	})
}

// TestReopenedReports takes back what was decided: a duty that was kept, one that
// was waived, and nothing where there is nothing to take back.
func TestReopenedReports(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		meet(t, s)
		letter := record.Letter{Chat: 900, Body: []byte(`{}`)}
		made, err := s.AddReport(t.Context(), record.Report{Occurrence: article("so-tu-phap", 1), Person: lan, Words: "việc của Sở Nội vụ"})
		must(t, err)
		reopens := func(id int64, wanted record.Report, took bool) {
			t.Helper()
			r, reopened, err := s.ReopenReport(t.Context(), id, boss, letter)
			want(t, "report", r, err, wanted)
			want(t, "reopened", reopened, nil, took)
		}
		settles := func(id int64, waive bool) record.Report {
			t.Helper()
			r, _, err := s.SettleReport(t.Context(), id, waive, boss)
			must(t, err)
			return r
		}

		reopens(made.ID, made, false) // it is open
		settles(made.ID, false)
		reopens(made.ID, made, true)
		waived := settles(made.ID, true)
		if waived.Occurrence.State != record.Waived {
			t.Fatalf("waived: %+v", waived)
		}
		reopens(made.ID, made, true)
		list, err := s.OpenReports(t.Context())
		want(t, "open reports", list, err, []record.Report{made})
		wantJobs(t, s, `letter {"body":{},"chat":900}`, `letter {"body":{},"chat":900}`)
		about := made.Occurrence.Key()
		wantAudit(t, s,
			record.Change{By: lan, What: "report", About: about, After: "open"},
			record.Change{By: boss, What: "report", About: about, Before: "open", After: "rejected"},
			record.Change{By: boss, What: "report", About: about, Before: "rejected", After: "open"},
			record.Change{By: boss, What: "report", About: about, Before: "open", After: "waived"},
			record.Change{By: boss, What: "occurrence", About: about, Before: "open", After: "waived"},
			record.Change{By: boss, What: "report", About: about, Before: "waived", After: "open"},
			record.Change{By: boss, What: "occurrence", About: about, Before: "waived", After: "open"})

		kept := settles(made.ID, false)
		later, err := s.AddReport(t.Context(), record.Report{Occurrence: made.Occurrence, Person: minh})
		must(t, err)
		reopens(made.ID, kept, false) // a later one is kept
		last, found, err := s.ReportOf(t.Context(), made.Occurrence.ID)
		want(t, "last report", last, err, later)
		want(t, "found", found, nil, true)
		_, found, err = s.ReportOf(t.Context(), made.Occurrence.ID+1)
		want(t, "found of another", found, err, false)
		settles(later.ID, false)
		done, _, err := closeOne(t, s, made.Occurrence.ID, record.Done, lan, "")
		must(t, err)
		later.Occurrence, later.Settled = done, true
		reopens(later.ID, later, false) // it was done
		_, _, err = s.ReopenReport(t.Context(), 77, boss)
		wantError(t, err, "reopen report 77: no report 77 is kept")
	})
}

// What was done meanwhile is not taken from the agency.
func TestWaivedTooLate(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		r, err := s.AddReport(t.Context(), record.Report{Occurrence: article("so-tu-phap", 1), Person: lan})
		must(t, err)
		_, _, err = closeOne(t, s, r.Occurrence.ID, record.Done, minh, "số 12")
		must(t, err)
		r, settled, err := s.SettleReport(t.Context(), r.ID, true, boss)
		must(t, err)
		if !settled || r.Occurrence.State != record.Done || r.Occurrence.Note != "số 12" {
			t.Errorf("settled: %v, %+v", settled, r.Occurrence)
		}
	})
}

func TestExplanations(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		clock := newClock(morning)
		s := open(t, address, WithNow(clock.now))
		meet(t, s)
		asked, err := s.AskExplanation(t.Context(), record.Explanation{Occurrence: article("so-tu-phap", 1), Asked: minh}, record.Letter{Chat: 101, Body: []byte(`{}`)})
		must(t, err)
		kept, err := s.KeepOccurrence(t.Context(), article("so-tu-phap", 1))
		must(t, err)
		want(t, "question", asked, nil, record.Explanation{ID: asked.ID, Occurrence: kept, Asked: minh, AskedAt: morning})
		other, err := s.AskExplanation(t.Context(), record.Explanation{Occurrence: kept, Asked: boss})
		must(t, err)

		clock.advance(1000)
		answered := asked
		answered.Answered, answered.AnsweredAt, answered.Words = lan, clock.now().UTC(), "đang chờ ký"
		got, first, err := s.AnswerExplanation(t.Context(), asked.ID, lan, "đang chờ ký\x00", record.Letter{Chat: 102, Body: []byte(`{}`)})
		want(t, "answer", got, err, answered)
		want(t, "first", first, nil, true)
		got, first, err = s.AnswerExplanation(t.Context(), asked.ID, boss, "khác", record.Letter{Chat: 102, Body: []byte(`{}`)})
		want(t, "answered again", got, err, answered)
		want(t, "first again", first, nil, false)
		wantJobs(t, s, `letter {"body":{},"chat":101}`, `letter {"body":{},"chat":102}`)

		list, err := s.Explanations(t.Context(), kept.ID)
		want(t, "questions", list, err, []record.Explanation{answered, other})
		list, err = s.Explanations(t.Context(), kept.ID+1)
		want(t, "questions about another", list, err, nil)
		list, err = s.Explained(t.Context(), kept.Due)
		want(t, "answers", list, err, []record.Explanation{answered})
		list, err = s.Explained(t.Context(), kept.Due.AddDays(1))
		want(t, "answers of later due dates", list, err, nil)
		_, _, err = s.AnswerExplanation(t.Context(), 77, lan, "")
		wantError(t, err, "answer question 77: no question 77 is kept")
	})
}

func TestTwoAnswerAtOnce(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		for range 10 {
			e, err := s.AskExplanation(t.Context(), record.Explanation{Occurrence: article("so-tu-phap", 1), Asked: minh})
			must(t, err)
			r, err := s.AddReport(t.Context(), record.Report{Occurrence: article("so-tu-phap", 1), Person: lan})
			must(t, err)
			var answers, settlements atomic.Int64
			var work sync.WaitGroup
			for _, who := range []record.Person{lan, minh} {
				work.Go(func() {
					_, first, err := s.AnswerExplanation(t.Context(), e.ID, who, "đang chờ ký")
					if err != nil {
						t.Error(err)
					}
					if first {
						answers.Add(1)
					}
					_, settled, err := s.SettleReport(t.Context(), r.ID, false, who)
					if err != nil {
						t.Error(err)
					}
					if settled {
						settlements.Add(1)
					}
				})
			}
			work.Wait()
			if answers.Load() != 1 || settlements.Load() != 1 {
				t.Errorf("%d first answers and %d settlements, want one each", answers.Load(), settlements.Load())
			}
		}
	})
}

// Asked again, one answer is for both questions.
func TestAskedAgain(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s, err := Open(t.Context(), address)
		must(t, err)
		defer s.Close()
		o := article("so-y-te", 1)
		_, err = s.AskExplanation(t.Context(), record.Explanation{Occurrence: o, Asked: boss})
		must(t, err)
		again, err := s.AskExplanation(t.Context(), record.Explanation{Occurrence: o, Asked: boss})
		must(t, err)
		if _, first, err := s.AnswerExplanation(t.Context(), again.ID, lan, "Đang trình ký"); err != nil || !first {
			t.Fatalf("first %v, %v", first, err)
		}
		all, err := s.Explanations(t.Context(), again.Occurrence.ID)
		must(t, err)
		for _, e := range all {
			if e.AnsweredAt.IsZero() || e.Words != "Đang trình ký" {
				t.Errorf("question %d is answered by %q", e.ID, e.Words)
			}
		}
		known, err := s.Known(t.Context(), o.Due)
		must(t, err)
		if len(all) != 2 || len(known.Asked) != 0 {
			t.Errorf("%d questions, %d waited for", len(all), len(known.Asked))
		}
	})
}
