package remind

import (
	"strings"
	"testing"
	"unicode/utf8"

	"cchcbot/seeds/plan"
)

// What holds for every agency of the register, over the years of the calendar
// and one more, whatever it leads, is assigned or supports.
func TestEveryTimelineKeepsTheRules(t *testing.T) {
	t.Parallel()
	library := embedded()
	from, to := date(t, "2023-12-01"), date(t, "2028-12-31")
	p := planner()
	for _, a := range library.Register.Agencies() {
		seen := map[string]bool{}
		var last plan.Date
		for _, d := range p.TimelineOf([]Subscription{{Agency: a, Supports: true}}, nil, from, to) {
			if d.Day.Compare(last) <= 0 || d.Day.Compare(from) < 0 || to.Compare(d.Day) < 0 {
				t.Errorf("%s: a digest on %s after one on %s", a.ID, d.Day, last)
			}
			last = d.Day
			if !library.Calendar.IsWorkingDay(d.Day) {
				t.Errorf("%s: a digest on %s, a day off", a.ID, d.Day)
			}
			checkDigest(t, d, seen)
		}
	}
}

// checkDigest checks the nudges of one day; seen holds the keys of the days
// before.
func checkDigest(t *testing.T, d Digest, seen map[string]bool) {
	t.Helper()
	if len(d.Nudges) == 0 {
		t.Errorf("%s: an empty digest", d.Day)
	}
	if text := strings.Join(d.Lines(), "\n"); utf8.RuneCountInString(text) > 1500 {
		t.Errorf("%s: more than a phone shows at once:\n%s", d.Day, text)
	}
	for i, n := range d.Nudges {
		if n.Day != d.Day {
			t.Errorf("%s: a nudge of %s", d.Day, n.Day)
		}
		if n.Occurrence.Due.Compare(n.Day) < 0 {
			t.Errorf("%s: nudged on %s, due on %s", n.Unit.ID, n.Day, n.Occurrence.Due)
		}
		if seen[n.Key()] {
			t.Errorf("nudged twice: %s", n.Key())
		}
		seen[n.Key()] = true
		if i > 0 && byUrgency(d.Nudges[i-1], n) > 0 {
			t.Errorf("%s: %s stands behind something less urgent", d.Day, n.Unit.ID)
		}
	}
}

// A timeline drawn up day by day is the timeline of the span: a restart loses
// nothing and repeats nothing.
func TestDaysAddUpToTheSpan(t *testing.T) {
	t.Parallel()
	p, a := planner(), agency(t, "Sở Nội vụ")
	from, to := date(t, "2024-02-01"), date(t, "2024-04-30")
	var days []string
	for d := from; d.Compare(to) <= 0; d = d.AddDays(1) {
		for _, digest := range p.Timeline(a, d, d) {
			for _, n := range digest.Nudges {
				days = append(days, digest.Day.String()+n.Key())
			}
		}
	}
	i := 0
	for _, digest := range p.Timeline(a, from, to) {
		for _, n := range digest.Nudges {
			if i >= len(days) || days[i] != digest.Day.String()+n.Key() {
				t.Fatalf("nudge %d of the span is %s, not that of the days", i, n.Key())
			}
			i++
		}
	}
	if i != len(days) || i == 0 {
		t.Errorf("%d nudges in the span, %d on its days", i, len(days))
	}
}
