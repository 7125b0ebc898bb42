package plan_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds/plan"
)

// An administrator learns that Tết 2027 is one day longer, that 4 February is
// worked after all, and that a Saturday makes up for it.
func TestCalendarWith(t *testing.T) {
	t.Parallel()
	register := calendar(t)
	corrected, err := register.With([]plan.CalendarEntry{
		{From: date("2027-02-12"), Reason: "Tết Nguyên đán", Source: "Thông báo"},
		{From: date("2027-02-04"), Working: true, Reason: "Làm việc bình thường", Source: "Thông báo"},
		{From: date("2027-02-20"), Working: true, Reason: "Làm bù", Source: "Thông báo"},
		{From: date("2031-02-03"), Reason: "Tết", Source: "Thông báo"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for day, worked := range map[string]bool{
		"2027-02-03": true, "2027-02-04": true, "2027-02-05": false, "2027-02-11": false, "2027-02-12": false,
		"2027-02-15": true, "2027-02-20": true, "2031-02-03": false, "2031-02-04": true,
	} {
		if got := corrected.IsWorkingDay(date(day)); got != worked {
			t.Errorf("%s is worked: %v, want %v", day, got, worked)
		}
	}
	var unknown []string
	for _, e := range corrected.Unknown(date("2027-02-01"), date("2027-02-28")) {
		unknown = append(unknown, e.From.String()+" "+e.To.String())
	}
	if diff := cmp.Diff([]string{"2027-02-05 2027-02-11"}, unknown); diff != "" {
		t.Errorf("unknown days (-want +got):\n%s", diff)
	}
	if register.IsWorkingDay(date("2027-02-04")) || register.IsWorkingDay(date("2027-02-20")) {
		t.Error("the register itself has changed")
	}
}

func TestCalendarWithRefuses(t *testing.T) {
	t.Parallel()
	tests := []struct {
		entry plan.CalendarEntry
		want  string
	}{
		{plan.CalendarEntry{}, "no day is given"},
		{plan.CalendarEntry{From: date("2026-02-10"), To: date("2026-02-09")}, "ends before it begins"},
		{plan.CalendarEntry{From: date("2026-02-10"), To: date("2027-02-10")}, "longer than 14 days"},
	}
	for _, tt := range tests {
		if _, err := calendar(t).With([]plan.CalendarEntry{tt.entry}); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%v: %v, want %q", tt.entry, err, tt.want)
		}
	}
}

func TestWorkingDaysAfter(t *testing.T) {
	t.Parallel()
	c := calendar(t)
	tests := []struct {
		day  string
		n    int
		want string
	}{
		{"2024-03-31", 3, "2024-04-03"},
		{"2024-02-07", 1, "2024-02-15"}, // Tết lies between
		{"2024-04-26", 3, "2024-05-04"}, // a Saturday that is worked
		{"2024-03-30", 0, "2024-03-30"},
	}
	for _, tt := range tests {
		if got := c.WorkingDaysAfter(date(tt.day), tt.n).String(); got != tt.want {
			t.Errorf("%d after %s: %s, want %s", tt.n, tt.day, got, tt.want)
		}
	}
}
