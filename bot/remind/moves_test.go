package remind

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// movesTold are moves in short: unit, due date, day before, day after.
func movesTold(moves []Move) []string {
	var lines []string
	for _, m := range moves {
		lines = append(lines, m.Unit.ID+" "+m.Occurrence.Due.String()+": "+m.Before.String()+" "+m.After.String())
	}
	return lines
}

func TestMoves(t *testing.T) {
	t.Parallel()
	p := plannerOver(DefaultLadder(), madeUp(t, 2024, "Hàng quý", "Trước ngày 25/3/2024"))
	quarterly := func(rungs ...string) record.Rules {
		return record.Rules{Ladders: map[plan.DeadlineKind][]string{plan.DeadlineQuarterly: rungs}}
	}
	// The last working day of the first quarter is Friday 29 March, so that the
	// ladder stands on 8, 22, 28 and 29 March; what is due on Monday 25 March is told
	// on 23 February, 18 March and 22 March.
	tests := []struct {
		name  string
		rules record.Rules
		from  string
		to    string
		want  []string
	}{
		{"nothing changes", record.Rules{}, "2024-01-01", "2024-12-31", nil},
		{"other rungs", quarterly("10wd", "last"), "2024-03-01", "2024-03-31", []string{"PL.9.1 2024-03-31: 2024-03-08 2024-03-15"}},
		{"rungs go", quarterly("15wd"), "2024-03-01", "2024-03-31", []string{"PL.9.1 2024-03-31: 2024-03-22 "}},
		{"rungs come", quarterly("20wd", "15wd", "5wd", "1wd", "last"), "2024-03-01", "2024-03-31", []string{"PL.9.1 2024-03-31: 2024-03-08 2024-03-01"}},
		{"what is past does not count", quarterly("20wd", "15wd", "5wd", "1wd", "last"), "2024-03-09", "2024-03-31", nil},
		{"a day off", record.Rules{Calendar: []plan.CalendarEntry{{From: date(t, "2024-03-22"), Reason: "Nghỉ bù"}}}, "2024-03-16", "2024-03-31",
			[]string{"PL.9.2 2024-03-25: 2024-03-22 2024-03-21", "PL.9.1 2024-03-31: 2024-03-22 2024-03-21"}},
		{"an internal date", record.Rules{Internal: []record.InternalDue{{Unit: "PL.9.1", Day: 20}}}, "2024-03-05", "2024-03-31",
			[]string{"PL.9.1 2024-03-31: 2024-03-08 2024-03-13"}},
	}
	for _, tt := range tests {
		next, err := p.With(tt.rules)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, movesTold(p.Moves(next, date(t, tt.from), date(t, tt.to)))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}
