package plan_test

import (
	"strings"
	"testing"

	"cchcbot/seeds"
	"cchcbot/seeds/plan"
)

// calendar is the embedded register.
func calendar(t *testing.T) *plan.Calendar {
	t.Helper()
	library, _, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	return library.Calendar
}

func TestIsWorkingDay(t *testing.T) {
	t.Parallel()
	c := calendar(t)
	tests := []struct {
		day  string
		want bool
		why  string
	}{
		{"2024-01-01", false, "New Year, a Monday"},
		{"2024-01-02", true, "a plain Tuesday"},
		{"2024-01-06", false, "a plain Saturday"},
		{"2024-02-07", true, "the last day before Tết"},
		{"2024-02-08", false, "Tết, from Thursday"},
		{"2024-02-14", false, "Tết, to Wednesday"},
		{"2024-02-15", true, "the first day after Tết"},
		{"2024-04-18", false, "Giỗ Tổ, a Thursday"},
		{"2024-04-29", false, "a Monday off, swapped"},
		{"2024-05-01", false, "Labour Day, a Wednesday"},
		{"2024-05-02", true, "a plain Thursday"},
		{"2024-05-04", true, "a Saturday worked for 29 April"},
		{"2024-05-05", false, "the Sunday after it"},
		{"2024-09-03", false, "the second day of the National Day"},
		{"2025-01-24", true, "the Friday before Tết"},
		{"2025-01-27", false, "Tết, from Monday"},
		{"2025-02-03", true, "the Monday after Tết"},
		{"2025-04-26", true, "a Saturday worked for 2 May"},
		{"2025-05-02", false, "a Friday off, swapped"},
		{"2025-09-01", false, "the day before the National Day"},
		{"2025-09-03", true, "the day after the National Day"},
		{"2026-01-02", false, "a Friday off, swapped"},
		{"2026-01-10", true, "a Saturday worked for 2 January"},
		{"2026-02-20", false, "Tết, to Friday"},
		{"2026-04-27", false, "Giỗ Tổ was a Sunday"},
		{"2026-09-02", false, "the National Day"},
		{"2026-11-24", false, "perhaps a holiday"},
		{"2027-02-05", false, "Tết, however the days are laid"},
		{"2027-05-03", false, "Labour Day was a Saturday"},
		{"2030-01-01", true, "a year that the register does not cover: the week alone counts"},
		{"2030-01-05", false, "a Saturday of such a year"},
	}
	for _, tt := range tests {
		if got := c.IsWorkingDay(date(tt.day)); got != tt.want {
			t.Errorf("%s (%s): working %v, want %v", tt.day, tt.why, got, tt.want)
		}
	}
}

func TestNearestWorkingDays(t *testing.T) {
	t.Parallel()
	c := calendar(t)
	tests := []struct{ day, upTo, from string }{
		{"2024-03-29", "2024-03-29", "2024-03-29"}, // a plain Friday
		{"2024-03-31", "2024-03-29", "2024-04-01"}, // a Sunday
		{"2024-02-11", "2024-02-07", "2024-02-15"}, // Tết
		{"2024-05-01", "2024-04-26", "2024-05-02"}, // 27 April to 1 May are off
		{"2024-05-05", "2024-05-04", "2024-05-06"}, // behind a worked Saturday
		{"2025-02-02", "2025-01-24", "2025-02-03"},
		{"2024-01-01", "2023-12-29", "2024-01-02"}, // into a year outside the register
	}
	for _, tt := range tests {
		if got := c.LastWorkingDayUpTo(date(tt.day)).String(); got != tt.upTo {
			t.Errorf("last working day up to %s: %s, want %s", tt.day, got, tt.upTo)
		}
		if got := c.FirstWorkingDayFrom(date(tt.day)).String(); got != tt.from {
			t.Errorf("first working day from %s: %s, want %s", tt.day, got, tt.from)
		}
	}
}

func TestWorkingDaysBefore(t *testing.T) {
	t.Parallel()
	c := calendar(t)
	tests := []struct {
		day  string
		n    int
		want string
	}{
		{"2024-03-29", 0, "2024-03-29"},
		{"2024-03-29", 1, "2024-03-28"},
		{"2024-03-29", 5, "2024-03-22"},
		{"2024-03-29", 15, "2024-03-08"},
		{"2024-03-31", 1, "2024-03-29"}, // from a Sunday
		{"2024-02-16", 2, "2024-02-07"}, // 15 February, then across Tết
		{"2024-05-06", 1, "2024-05-04"}, // the worked Saturday counts
		{"2024-05-06", 3, "2024-05-02"},
		{"2024-05-06", 4, "2024-04-26"}, // across the long weekend
		{"2024-09-04", 1, "2024-08-30"},
	}
	for _, tt := range tests {
		if got := c.WorkingDaysBefore(date(tt.day), tt.n).String(); got != tt.want {
			t.Errorf("%d working days before %s: %s, want %s", tt.n, tt.day, got, tt.want)
		}
	}
}

func TestUnknownDaysAreTold(t *testing.T) {
	t.Parallel()
	c := calendar(t)
	tests := []struct {
		from, to string
		want     string
	}{
		{"2024-01-01", "2025-12-31", ""},
		{"2026-11-01", "2026-11-30", "2026-11-24"},
		{"2027-02-11", "2027-03-01", "2027-02-04"}, // the last of the unknown days
		{"2027-02-12", "2027-03-01", ""},
		{"2023-12-01", "2024-01-31", "2023-01-01"}, // a year before the register
		{"2027-09-01", "2028-01-01", "2027-09-01 2027-09-03 2027-11-24 2028-01-01"},
	}
	for _, tt := range tests {
		var got []string
		for _, e := range c.Unknown(date(tt.from), date(tt.to)) {
			got = append(got, e.From.String())
			if !e.Unknown {
				t.Errorf("%s is told as unknown and is not marked so", e.From)
			}
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("unknown from %s to %s: %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
}

func TestLoadCalendarRefuses(t *testing.T) {
	t.Parallel()
	const head = "first_year: 2024\nlast_year: 2025\ndays:\n"
	tests := []struct{ name, entry, want string }{
		{"no reason", "- {from: 2024-01-01, source: s}", "2024-01-01 (): reason and source"},
		{"no source", "- {from: 2024-01-01, reason: r}", "reason and source"},
		{"no day", "- {reason: r, source: s}", "outside the years 2024 to 2025"},
		{"another year", "- {from: 2026-01-01, reason: r, source: s}", "outside the years 2024 to 2025"},
		{"backwards", "- {from: 2024-01-03, to: 2024-01-02, reason: r, source: s}", "ends before it begins"},
		{"a slip in the year", "- {from: 2024-01-03, to: 2025-01-04, reason: r, source: s}", "longer than 14 days"},
		{"a working Monday", "- {from: 2024-01-01, working: true, reason: r, source: s}", "one Saturday or Sunday"},
		{
			"twice", "- {from: 2024-01-01, to: 2024-01-03, reason: r, source: s}\n- {from: 2024-01-03, reason: r, source: s}",
			"2024-01-03 is also in the entry 2024-01-01 (r)",
		},
		{"unknown field", "- {from: 2024-01-01, resaon: r, source: s}", "resaon"},
		{"no date", "- {from: 2024-02-30, reason: r, source: s}", "2024-02-30"},
	}
	for _, tt := range tests {
		_, err := plan.LoadCalendar([]byte(head + tt.entry))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one with %q", tt.name, err, tt.want)
		}
	}
}

func date(s string) plan.Date {
	d, err := plan.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}
