package remind

import (
	"testing"

	"cchcbot/seeds/plan"
)

// Every kind of occurrence that a document can have is on the ladder, its
// rungs are named apart and come in the order of their days.
func TestDefaultLadder(t *testing.T) {
	t.Parallel()
	ladder := DefaultLadder()
	library := embedded()
	year := plan.Occurrence{From: date(t, "2024-01-01"), Due: date(t, "2024-12-31")}
	for _, kind := range []plan.DeadlineKind{
		plan.DeadlineWithinYear, plan.DeadlineYearly, plan.DeadlineQuarter, plan.DeadlineMonth, plan.DeadlineDay,
		plan.DeadlineWeekly, plan.DeadlineMonthly, plan.DeadlineQuarterly, plan.DeadlineHalfYearly, plan.DeadlineContinuous,
		plan.DeadlineOnEvent, plan.DeadlineDaysAfter,
	} {
		rungs := ladder[kind]
		if len(rungs) == 0 {
			t.Errorf("%s has no rungs", kind)
		}
		names := map[string]bool{}
		var last plan.Date
		for _, r := range rungs {
			if names[r.Name] {
				t.Errorf("%s: two rungs are called %s", kind, r.Name)
			}
			names[r.Name] = true
			day, ok := r.day(library.Calendar, year)
			if !ok || day.Compare(last) <= 0 {
				t.Errorf("%s: rung %s falls on %s, behind one on %s", kind, r.Name, day, last)
			}
			last = day
		}
	}
}

func TestRungDay(t *testing.T) {
	t.Parallel()
	library := embedded()
	quarter := plan.Occurrence{From: date(t, "2024-04-01"), Due: date(t, "2024-06-30")}
	tests := []struct {
		name string
		rung Rung
		want string // "" for none
	}{
		{"none back is the last working day", Rung{Count: CountWorkingDays}, "2024-06-28"},
		{"working days back from there", Rung{Count: CountWorkingDays, Number: 1}, "2024-06-27"},
		{"days back from the due date", Rung{Count: CountDays, Number: 3}, "2024-06-27"},
		{"days back, then to the working day before", Rung{Count: CountDays, Number: 1}, "2024-06-28"},
		{"the quarter of the occurrence", Rung{Count: CountQuarter, Number: 2}, "2024-04-01"},
		{"a quarter before it begins", Rung{Count: CountQuarter, Number: 1}, ""},
		{"a quarter after it is due", Rung{Count: CountQuarter, Number: 3}, ""},
		{"an unknown count", Rung{Count: "moons", Number: 1}, ""},
	}
	for _, tt := range tests {
		day, ok := tt.rung.day(library.Calendar, quarter)
		if ok != (tt.want != "") || ok && day.String() != tt.want {
			t.Errorf("%s: %s, %v, want %q", tt.name, day, ok, tt.want)
		}
	}
}
