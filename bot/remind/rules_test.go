package remind

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

func TestParseRung(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		want Rung
	}{
		{"15wd", Rung{"15wd", CountWorkingDays, 15}},
		{"last", Rung{"last", CountWorkingDays, 0}},
		{"30d", Rung{"30d", CountDays, 30}},
		{"q4", Rung{"q4", CountQuarter, 4}},
	}
	for _, tt := range tests {
		if got, err := ParseRung(tt.name); err != nil || got != tt.want {
			t.Errorf("%q: %v, %v, want %v", tt.name, got, err, tt.want)
		}
	}
	for _, name := range []string{"", "d", "wd", "q", "0d", "0wd", "q0", "q5", "+3d", "03d", "61wd", "91d", "3", "late1", "due", "Last", "99999999999999999999d"} {
		if got, err := ParseRung(name); err == nil {
			t.Errorf("%q is read as %v", name, got)
		}
	}
}

func FuzzParseRung(f *testing.F) {
	for _, name := range []string{"15wd", "last", "30d", "q1", "-1d"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if r, err := ParseRung(name); err == nil && r.Name != name {
			t.Errorf("%q is read as the rung %q", name, r.Name)
		}
	})
}

// ruled is the Planner with rules.
func ruled(t *testing.T, rules record.Rules) *Planner {
	t.Helper()
	p, err := planner().With(rules)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// of keeps the lines of a summary that tell of a unit.
func of(unit string, lines []string) []string {
	var some []string
	for _, line := range lines {
		head, units, _ := strings.Cut(line, ": ")
		for _, u := range strings.Fields(units) {
			if u == unit {
				some = append(some, head)
			}
		}
	}
	return some
}

// The article is wanted by the 20th of the last month of each quarter: in the
// first quarter of 2024 that is a Wednesday, in the second a Thursday. What was
// passed over is told once more on the last working day of the quarter.
func TestInternalDueDates(t *testing.T) {
	t.Parallel()
	p := ruled(t, record.Rules{Internal: []record.InternalDue{{Unit: "PL.1.14", Day: 20}}})
	timeline := timeline(p, agency(t, "Sở Tư pháp"), date(t, "2024-01-01"), date(t, "2024-07-01"))
	want := []string{
		"2024-02-28 2024-03-31 15wd", "2024-03-13 2024-03-31 5wd", "2024-03-19 2024-03-31 1wd", "2024-03-20 2024-03-31 last", "2024-03-29 2024-03-31 due",
		"2024-05-30 2024-06-30 15wd", "2024-06-13 2024-06-30 5wd", "2024-06-19 2024-06-30 1wd", "2024-06-20 2024-06-30 last", "2024-06-28 2024-06-30 due",
	}
	if diff := cmp.Diff(want, of("PL.1.14", summary(timeline))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	text := textOn(t, p, "Sở Tư pháp", "2024-03-13")
	if want := "\nHạn nội bộ 20/03/2024 (còn 7 ngày), hạn theo kế hoạch 31/03/2024\n1.14. Hàng quý gửi"; !strings.Contains(text, want) {
		t.Errorf("the text lacks %q:\n%s", want, text)
	}
}

// An earlier day for a unit of one decision is none for that of another.
func TestInternalDueDateIsOfOneDecision(t *testing.T) {
	t.Parallel()
	for key, want := range map[string]string{"6004/QĐ-UBND": "2024-03-20", "15/QĐ-UBND": "0000-00-00"} {
		p := ruled(t, record.Rules{Internal: []record.InternalDue{{Plan: key, Unit: "PL.1.14", Day: 20}}})
		for _, o := range p.Occurrences(Subscription{Agency: agency(t, "Sở Tư pháp")}, date(t, "2024-03-31"), date(t, "2024-03-31")) {
			if got := o.Internal.String(); o.Unit.ID == "PL.1.14" && got != want && !(want == "0000-00-00" && o.Internal.IsZero()) {
				t.Errorf("%s: wanted by %s, want %s", key, got, want)
			}
		}
	}
}

// The ladder of one kind is changed, named in any order; the others stay.
func TestOtherLadder(t *testing.T) {
	t.Parallel()
	p := ruled(t, record.Rules{Ladders: map[plan.DeadlineKind][]string{plan.DeadlineQuarterly: {"last", "10wd"}}})
	lines := summary(timeline(p, agency(t, "Sở Tư pháp"), date(t, "2024-03-01"), date(t, "2024-03-31")))
	want := []string{"2024-03-15 2024-03-31 10wd", "2024-03-29 2024-03-31 last"}
	if diff := cmp.Diff(want, of("PL.1.14", lines)); diff != "" {
		t.Errorf("the article (-want +got):\n%s", diff)
	}
	want = []string{"2024-03-01 2024-03-31 30d", "2024-03-22 2024-03-31 7d", "2024-03-29 2024-03-31 1d"}
	if diff := cmp.Diff(want, of("PL.2.3", lines)); diff != "" {
		t.Errorf("a milestone (-want +got):\n%s", diff)
	}
}

// Friday 29 March 2024 becomes a day off: what was told on it moves to Thursday,
// where the later of two rungs counts.
func TestCorrectedCalendar(t *testing.T) {
	t.Parallel()
	p := ruled(t, record.Rules{Calendar: []plan.CalendarEntry{{From: date(t, "2024-03-29"), Reason: "Nghỉ bù"}}})
	lines := summary(timeline(p, agency(t, "Sở Tư pháp"), date(t, "2024-03-23"), date(t, "2024-03-31")))
	want := []string{"2024-03-27 2024-03-31 1wd", "2024-03-28 2024-03-31 last"}
	if diff := cmp.Diff(want, of("PL.1.14", lines)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRulesThatCannotBeRead(t *testing.T) {
	t.Parallel()
	tests := []struct {
		rules record.Rules
		want  string
	}{
		{record.Rules{Ladders: map[plan.DeadlineKind][]string{plan.DeadlineMonth: {"3d", "soon"}}}, `ladder of month: rung "soon"`},
		{record.Rules{Ladders: map[plan.DeadlineKind][]string{plan.DeadlineMonth: {"3d", "3d"}}}, `rung "3d" stands twice`},
		{record.Rules{Internal: []record.InternalDue{{Unit: "PL.1.14", Day: 32}}}, "internal due day 32 of PL.1.14"},
		{record.Rules{Calendar: []plan.CalendarEntry{{}}}, "no day is given"},
	}
	for _, tt := range tests {
		if _, err := planner().With(tt.rules); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%v: %v, want %q", tt.rules, err, tt.want)
		}
	}
}
