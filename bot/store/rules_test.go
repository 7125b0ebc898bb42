package store

import (
	"sync"
	"testing"

	"cchcbot/bot/record"
	"cchcbot/bot/store/postgrestest"
	"cchcbot/seeds/plan"
)

func TestRules(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		meet(t, s)
		rules, err := s.Rules(t.Context())
		want(t, "rules that nobody changed", rules, err, record.Rules{Ladders: map[plan.DeadlineKind][]string{}})

		must(t, s.SetLadder(t.Context(), plan.DeadlineQuarterly, []string{"10wd", "last"}, boss))
		must(t, s.SetLadder(t.Context(), plan.DeadlineQuarterly, []string{"5wd"}, boss))
		must(t, s.SetLadder(t.Context(), plan.DeadlineMonth, []string{}, boss))
		must(t, s.SetLadder(t.Context(), plan.DeadlineDay, []string{"30d"}, boss))
		must(t, s.SetLadder(t.Context(), plan.DeadlineDay, nil, boss))

		tet := plan.CalendarEntry{From: day(t, "2025-01-27"), To: day(t, "2025-01-31"), Reason: "Tết Nguyên đán\x00 Ất Tỵ", Source: "Công văn 8726", Unknown: true}
		must(t, s.SetCalendarDays(t.Context(), tet, boss))
		must(t, s.SetCalendarDays(t.Context(), plan.CalendarEntry{From: day(t, "2024-05-04"), Working: true, Reason: "làm bù"}, boss))
		must(t, s.SetCalendarDays(t.Context(), plan.CalendarEntry{From: day(t, "2024-09-02")}, boss))
		must(t, s.RemoveCalendarDays(t.Context(), day(t, "2024-09-02"), boss))
		must(t, s.RemoveCalendarDays(t.Context(), day(t, "2024-09-02"), boss))

		must(t, s.SetInternalDue(t.Context(), record.InternalDue{Unit: "PL.1.14", Day: 20}, boss))
		must(t, s.SetInternalDue(t.Context(), record.InternalDue{Unit: "PL.1.14", Day: 15}, boss))
		must(t, s.SetInternalDue(t.Context(), record.InternalDue{Unit: "PL.2.3", Day: 1}, boss))
		must(t, s.SetInternalDue(t.Context(), record.InternalDue{Unit: "PL.2.3"}, boss))
		must(t, s.SetInternalDue(t.Context(), record.InternalDue{Unit: "PL.2.3"}, boss))

		tet.Reason = "Tết Nguyên đán Ất Tỵ"
		rules, err = s.Rules(t.Context())
		want(t, "rules", rules, err, record.Rules{
			Ladders: map[plan.DeadlineKind][]string{plan.DeadlineQuarterly: {"5wd"}, plan.DeadlineMonth: {}},
			Calendar: []plan.CalendarEntry{
				{From: day(t, "2024-05-04"), To: day(t, "2024-05-04"), Working: true, Reason: "làm bù"}, tet,
			},
			Internal: []record.InternalDue{{Unit: "PL.1.14", Day: 15}},
		})
		change := func(what, about, before, after string) record.Change {
			return record.Change{By: boss, What: what, About: about, Before: before, After: after}
		}
		wantAudit(t, s,
			change("ladder", "quarterly", "", `["10wd","last"]`),
			change("ladder", "quarterly", `["10wd","last"]`, `["5wd"]`),
			change("ladder", "month", "", `[]`),
			change("ladder", "day", "", `["30d"]`),
			change("ladder", "day", `["30d"]`, ""),
			change("calendar", "2025-01-27", "", "2025-01-31 off unknown Tết Nguyên đán Ất Tỵ"),
			change("calendar", "2024-05-04", "", "2024-05-04 working làm bù"),
			change("calendar", "2024-09-02", "", "2024-09-02 off"),
			change("calendar", "2024-09-02", "2024-09-02 off", ""),
			change("internal_due", "PL.1.14", "", "20"),
			change("internal_due", "PL.1.14", "20", "15"),
			change("internal_due", "PL.2.3", "", "1"),
			change("internal_due", "PL.2.3", "1", ""))

		wantError(t, s.SetCalendarDays(t.Context(), plan.CalendarEntry{}, boss), "no day is given")
		wantError(t, s.SetInternalDue(t.Context(), record.InternalDue{Unit: "PL.1.14", Day: 32}, boss), "set internal due date of PL.1.14: ")
	})
}

func TestTwoAdministratorsRuleAtOnce(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		var work sync.WaitGroup
		for range 10 {
			work.Go(func() {
				if err := s.SetLadder(t.Context(), plan.DeadlineQuarterly, []string{"5wd"}, boss); err != nil {
					t.Error(err)
				}
				if err := s.SetInternalDue(t.Context(), record.InternalDue{Unit: "PL.1.14", Day: 20}, boss); err != nil {
					t.Error(err)
				}
				if err := s.SetCalendarDays(t.Context(), plan.CalendarEntry{From: day(t, "2024-09-02")}, boss); err != nil {
					t.Error(err)
				}
			})
		}
		work.Wait()
		changes, err := s.Audit(t.Context(), 0, 100)
		must(t, err)
		if len(changes) != 3 { // whoever says the same changes nothing
			t.Errorf("%d entries in the audit log, want 3", len(changes))
		}
	})
}
