package store

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
	"cchcbot/bot/store/postgrestest"
	"cchcbot/seeds/plan"
)

// known is the plan that comes with the program.
func known(t *testing.T, s *Store) record.Plan {
	t.Helper()
	p, err := s.KnowPlan(t.Context(), record.Plan{Number: "6004/QĐ-UBND", Issuer: "Thành phố", From: 2024, To: 2024})
	must(t, err)
	return p
}

// proposed is a draft by lan that takes the place of another plan.
func proposed(t *testing.T, s *Store, number string, year int, replaces int64, original string) record.Plan {
	t.Helper()
	p, again, err := s.AddPlan(t.Context(), record.Plan{
		Number: number, Issuer: "Thành phố", Kind: "Quyết định", From: year, To: year, File: "ke-hoach.docx", Replaces: replaces, Proposed: lan,
	}, []byte(original))
	must(t, err)
	if again {
		t.Fatalf("%s is known already", number)
	}
	return p
}

// wantStates compares the states of all plans, in the order in which they came.
func wantStates(t *testing.T, s *Store, want ...record.PlanState) {
	t.Helper()
	list, err := s.Plans(t.Context())
	must(t, err)
	var got []record.PlanState
	for _, p := range list {
		got = append(got, p.State)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("states (-want +got):\n%s", diff)
	}
}

func TestPlanComesIntoForceAtOnceInPlaceOfAnother(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		meet(t, s)
		old := known(t, s)
		next := proposed(t, s, "15/QĐ-UBND", 2025, old.ID, "tệp gốc")
		wantStates(t, s, record.PlanInForce, record.PlanDraft)

		today := day(t, "2025-01-10")
		p, ok, err := s.ApprovePlan(t.Context(), next.ID, today, today, lan)
		must(t, err)
		if ok || p.State != record.PlanDraft {
			t.Error("somebody approved what they proposed")
		}
		letter := record.Letter{Chat: 102, Body: []byte(`{}`)}
		p, ok, err = s.ApprovePlan(t.Context(), next.ID, day(t, "2025-01-02"), today, boss, letter)
		must(t, err)
		if !ok || p.State != record.PlanInForce || p.Approved != boss || p.Proposed != lan || p.Day != day(t, "2025-01-02") || !p.ApprovedAt.Equal(morning) {
			t.Errorf("approved: %v %+v", ok, p)
		}
		wantStates(t, s, record.PlanReplaced, record.PlanInForce)
		wantJobs(t, s, `letter {"body":{},"chat":102}`)
		original, err := s.PlanOriginal(t.Context(), next.ID)
		must(t, err)
		if string(original) != "tệp gốc" {
			t.Errorf("original: %q", original)
		}
		wantAudit(t, s,
			record.Change{By: lan, What: "plan", About: "15/QĐ-UBND #2", After: "draft"},
			record.Change{By: boss, What: "plan", About: "15/QĐ-UBND #2", Before: "draft", After: "approved 2025-01-02"},
			record.Change{By: boss, What: "plan", About: "6004/QĐ-UBND #1", Before: "in_force", After: "replaced"},
			record.Change{By: boss, What: "plan", About: "15/QĐ-UBND #2", Before: "approved", After: "in_force"})

		_, ok, err = s.WithdrawPlan(t.Context(), next.ID, lan)
		must(t, err)
		if !ok {
			t.Error("there is no way back to the plan before")
		}
		wantStates(t, s, record.PlanInForce, record.PlanWithdrawn)
		if again := known(t, s); again.ID != old.ID || again.State != record.PlanInForce {
			t.Errorf("known anew: %+v", again)
		}
	})
}

func TestPlanWaitsForItsDay(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		old := known(t, s)
		next := proposed(t, s, "15/QĐ-UBND", 2025, old.ID, "một")
		_, _, err := s.ApprovePlan(t.Context(), next.ID, day(t, "2025-01-10"), day(t, "2025-01-02"), boss)
		must(t, err)
		wantStates(t, s, record.PlanInForce, record.PlanApproved)
		for _, turn := range []struct {
			day  string
			want int
		}{{"2025-01-09", 0}, {"2025-01-10", 1}, {"2025-01-11", 0}} {
			turned, err := s.ActivatePlans(t.Context(), day(t, turn.day))
			must(t, err)
			if len(turned) != turn.want {
				t.Errorf("%s: %d plans came into force, want %d", turn.day, len(turned), turn.want)
			}
		}
		wantStates(t, s, record.PlanReplaced, record.PlanInForce)
		if again := known(t, s); again.State != record.PlanReplaced {
			t.Errorf("after a restart the replaced plan is %s", again.State)
		}
	})
}

// A change that fails behind its first steps is a program that ends there.
func TestFailedApprovalLeavesThePlanInForce(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		old := known(t, s)
		next := proposed(t, s, "15/QĐ-UBND", 2025, old.ID, "một")
		must(t, s.db.Exec(t.Context(), `ALTER TABLE river_job RENAME TO lost`))
		today := day(t, "2025-01-02")
		if _, ok, err := s.ApprovePlan(t.Context(), next.ID, today, today, boss, record.Letter{Chat: 1, Body: []byte(`{}`)}); err == nil || ok {
			t.Fatal("no letter could be sent, and the plan was approved")
		}
		wantStates(t, s, record.PlanInForce, record.PlanDraft)
	})
}

func TestSameFileIsOneDraft(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		first := proposed(t, s, "15/QĐ-UBND", 2025, 0, "một")
		again, isKnown, err := s.AddPlan(t.Context(), record.Plan{Number: "15/QĐ-UBND"}, []byte("một"))
		must(t, err)
		if !isKnown || again.ID != first.ID {
			t.Errorf("known %v, plan %d, want %d", isKnown, again.ID, first.ID)
		}
		_, _, err = s.WithdrawPlan(t.Context(), first.ID, lan)
		must(t, err)
		if fresh := proposed(t, s, "15/QĐ-UBND", 2025, 0, "một"); fresh.ID == first.ID {
			t.Error("a withdrawn draft came back")
		}
	})
}

func TestDraftIsSettled(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		p := proposed(t, s, "", 0, 0, "một")
		p.Number, p.From, p.To, p.Settled, p.Issued = "415/KH-UBND", 2025, 2026, []byte(`{"waved":{}}`), plan.Date{Year: 2025, Month: 1, Day: 2}
		ok, err := s.SettlePlan(t.Context(), p, boss)
		must(t, err)
		list, err := s.Plans(t.Context())
		must(t, err)
		got := list[0]
		if !ok || got.Key != "415/KH-UBND" || got.To != 2026 || string(got.Settled) != `{"waved":{}}` || got.Issued != p.Issued {
			t.Errorf("settled %v: %+v", ok, got)
		}
		today := day(t, "2025-02-01")
		_, _, err = s.ApprovePlan(t.Context(), p.ID, today, today, boss)
		must(t, err)
		if ok, err := s.SettlePlan(t.Context(), p, boss); ok || err != nil {
			t.Errorf("a plan in force was changed: %v %v", ok, err)
		}
	})
}

// Numbers begin anew every year and with every issuer; records must not mix.
func TestDecisionsOfOneNumberHaveTwoNames(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		old := known(t, s)
		other := proposed(t, s, "6004/QĐ-UBND", 2026, 0, "khác năm")
		again := proposed(t, s, "6004/QĐ-UBND", 2024, 0, "đọc lại")
		if old.Key != "6004/QĐ-UBND" || other.Key != "6004/QĐ-UBND#2" || again.Key != old.Key {
			t.Errorf("names %q, %q, %q", old.Key, other.Key, again.Key)
		}
	})
}
