package remind

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// someone is a recipient who is something to one agency.
func someone(agency string, roles ...record.Role) record.Recipient {
	r := record.Recipient{Preferences: record.DefaultPreferences(7)}
	r.Monday = false
	for _, role := range roles {
		r.Subscriptions = append(r.Subscriptions, record.Subscription{
			Chat: 7, Agency: agency, Role: role, Standing: record.Approved,
		})
	}
	return r
}

// kept is an occurrence of Sở Tư pháp as the store keeps it.
func kept(t *testing.T, p *Planner, unit, due string) record.Occurrence {
	t.Helper()
	day := date(t, due)
	for _, o := range p.Occurrences(Subscription{Agency: agency(t, "Sở Tư pháp")}, day, day) {
		if o.Unit.ID == unit && o.Occurrence.Kind != plan.DeadlineContinuous {
			return o.Kept()
		}
	}
	t.Fatalf("%s is not due on %s", unit, due)
	return record.Occurrence{}
}

// drawn writes a digest as lines: a rung, "(covered)" for what is, and the units.
func drawn(d record.Digest) []string {
	units := map[string][]string{}
	var order []string
	for _, n := range d.Nudges {
		key := n.Rung
		if n.Covered {
			key += " (covered)"
		}
		if units[key] == nil {
			order = append(order, key)
		}
		units[key] = append(units[key], n.Occurrence.Unit)
	}
	lines := make([]string, len(order))
	for i, key := range order {
		lines[i] = key + ": " + strings.Join(units[key], " ")
	}
	slices.Sort(lines)
	return lines
}

// The days are counted by hand: the first quarter of 2024 ends on a Sunday, its
// last working day is 29 March. What Sở Tư pháp owes up to then are the
// quarterly 1.14 and 3.17 and the milestones 2.3, 2.4, 5.16 and 6.3. V.3.1 was
// due on 28 January, fifty days before 18 March.
func TestDraw(t *testing.T) {
	t.Parallel()
	p := planner()
	done := map[string]record.Occurrence{}
	for _, unit := range []string{"PL.1.14", "PL.2.3"} {
		o := kept(t, p, unit, "2024-03-31")
		o.State = record.Done
		done[o.Key()] = o
	}
	focal, leader, follower := someone("so-tu-phap", record.FocalPerson), someone("so-tu-phap", record.Leader), someone("so-tu-phap", record.Follower)
	article := kept(t, p, "PL.1.14", "2024-03-31")
	tests := []struct {
		name         string
		who          record.Recipient
		through, day string
		snoozed      string // the article was put off until
		closed       map[string]record.Occurrence
		want         []string
		late, waits  bool
	}{
		{name: "a new one hears on which rung each thing stands", who: focal, day: "2024-03-18", want: []string{
			"15wd: PL.1.14 PL.3.17", "30d: PL.2.3 PL.2.4 PL.5.16 PL.6.3", "late3: V.3.1",
		}},
		{name: "the clock was set back", who: focal, through: "2026-11-26", day: "2024-03-18", want: []string{
			"15wd: PL.1.14 PL.3.17", "30d: PL.2.3 PL.2.4 PL.5.16 PL.6.3", "late3: V.3.1",
		}},
		{name: "a working day", who: focal, through: "2024-03-21", day: "2024-03-22", want: []string{
			"5wd: PL.1.14 PL.3.17", "7d: PL.2.3 PL.2.4 PL.5.16 PL.6.3",
		}},
		{name: "a follower hears the same", who: follower, through: "2024-03-21", day: "2024-03-22", want: []string{
			"5wd: PL.1.14 PL.3.17", "7d: PL.2.3 PL.2.4 PL.5.16 PL.6.3",
		}},
		{name: "a leader does not", who: leader, through: "2024-03-21", day: "2024-03-22"},
		{name: "no rung on that day", who: focal, through: "2024-03-18", day: "2024-03-19"},
		{name: "what is done is not told", who: focal, through: "2024-03-21", day: "2024-03-22", closed: done, want: []string{
			"5wd: PL.3.17", "7d: PL.2.4 PL.5.16 PL.6.3",
		}},
		{
			name: "two weeks were missed", who: focal, through: "2024-03-07", day: "2024-03-22", late: true, want: []string{
				"15wd (covered): PL.1.14 PL.3.17", "5wd: PL.1.14 PL.3.17", "7d: PL.2.3 PL.2.4 PL.5.16 PL.6.3",
			},
		},
		{name: "the letter of the quarter: what is overdue, and overviews", who: someone("so-tu-phap", record.FocalPerson), through: "2024-03-31", day: "2024-04-01", want: []string{
			"owed-2024-04-01: V.3.1 PL.1.14 PL.2.3 PL.2.4 PL.3.17 PL.5.16 PL.6.3",
			"q2: PL.1.10 PL.2.1 PL.2.2 PL.2.7 PL.2.8 PL.2.9 PL.2.10 PL.3.2 PL.3.4 PL.3.6 PL.3.7 PL.3.8 PL.3.9 PL.3.12 PL.3.14 PL.3.16 PL.3.17 PL.3.19 " +
				"PL.4.1 PL.4.2 PL.4.5 PL.4.6 PL.5.3 PL.5.9 PL.5.16 PL.6.2 PL.6.6 PL.6.11 PL.6.12 PL.7.6 PL.7.11 PL.7.12 PL.7.13",
		}},
		{name: "the third working day behind", who: focal, through: "2024-04-02", day: "2024-04-03", want: []string{
			"late1: PL.1.14 PL.2.3 PL.2.4 PL.3.17 PL.5.16 PL.6.3",
		}},
		{name: "not for followers", who: follower, through: "2024-04-02", day: "2024-04-03"},
		{name: "nor for leaders", who: leader, through: "2024-04-02", day: "2024-04-03"},
		{name: "leaders on the day after", who: leader, through: "2024-04-03", day: "2024-04-04", want: []string{
			"leader: PL.1.14 PL.2.3 PL.2.4 PL.3.17 PL.5.16 PL.6.3",
		}},
		{name: "only what is open", who: leader, through: "2024-04-03", day: "2024-04-04", closed: done, want: []string{
			"leader: PL.2.4 PL.3.17 PL.5.16 PL.6.3",
		}},
		{name: "the sixth", who: focal, through: "2024-04-05", day: "2024-04-08", want: []string{
			"late2: PL.1.14 PL.2.3 PL.2.4 PL.3.17 PL.5.16 PL.6.3",
		}},
		{name: "the ninth", who: focal, through: "2024-04-10", day: "2024-04-11", want: []string{
			"late3: PL.1.14 PL.2.3 PL.2.4 PL.3.17 PL.5.16 PL.6.3",
		}},
		{name: "then never again", who: focal, through: "2024-04-11", day: "2024-05-30"},
		{name: "a new one hears what is overdue, before the first day of that", who: focal, day: "2024-04-02", want: []string{
			"late1: PL.1.14 PL.2.3 PL.2.4 PL.3.17 PL.5.16 PL.6.3",
		}},
		{name: "on the day of the second", who: focal, day: "2024-04-08", want: []string{
			"late2: PL.1.14 PL.2.3 PL.2.4 PL.3.17 PL.5.16 PL.6.3",
		}},
		{name: "behind all of them, without what is done", who: focal, day: "2024-04-17", closed: done, want: []string{
			"late3: PL.2.4 PL.3.17 PL.5.16 PL.6.3",
		}},
		{name: "no further back than sixty days", who: focal, day: "2024-05-31", want: []string{"30d: PL.2.6"}},
		{name: "which are these", who: focal, day: "2024-05-30", closed: done, want: []string{
			"late3: PL.2.4 PL.3.17 PL.5.16 PL.6.3",
		}},
		{name: "nor in the year before", who: focal, day: "2025-01-10"},
		{name: "new followers and leaders do not", who: someone("so-tu-phap", record.Follower, record.Leader), day: "2024-04-08"},
		{
			name: "on the last days it was down", who: focal, through: "2024-03-28", day: "2024-04-02", closed: done, late: true, want: []string{
				"1d (covered): PL.2.4 PL.5.16 PL.6.3",
				"last (covered): PL.3.17",
				"late1: PL.2.4 PL.3.17 PL.5.16 PL.6.3",
				"owed-2024-04-01: V.3.1",
				"q2: PL.1.10 PL.2.1 PL.2.2 PL.2.7 PL.2.8 PL.2.9 PL.2.10 PL.3.2 PL.3.4 PL.3.6 PL.3.7 PL.3.8 PL.3.9 PL.3.12 PL.3.14 PL.3.16 PL.3.17 PL.3.19 " +
					"PL.4.1 PL.4.2 PL.4.5 PL.4.6 PL.5.3 PL.5.9 PL.5.16 PL.6.2 PL.6.6 PL.6.11 PL.6.12 PL.7.6 PL.7.11 PL.7.12 PL.7.13",
			},
		},
		{name: "a Saturday with nothing missed", who: focal, through: "2024-03-22", day: "2024-03-23", waits: true},
		{name: "a Saturday that can wait for Monday", who: focal, through: "2024-03-21", day: "2024-03-23", waits: true},
		{name: "a Saturday before a Sunday's due date", who: focal, through: "2024-03-28", day: "2024-03-30", waits: true},
		{name: "put off until that day", who: focal, through: "2024-03-19", day: "2024-03-20", snoozed: "2024-03-20", want: []string{
			"later-2024-03-20: PL.1.14",
		}},
		{name: "a Saturday that was chosen waits for Monday", who: focal, through: "2024-03-22", day: "2024-03-23", snoozed: "2024-03-23", waits: true},
		{name: "put off to a Saturday", who: focal, through: "2024-03-24", day: "2024-03-25", snoozed: "2024-03-23", want: []string{
			"later-2024-03-23: PL.1.14",
		}},
		{name: "put off to a due Sunday", who: focal, through: "2024-03-28", day: "2024-03-29", snoozed: "2024-03-31", want: []string{
			"1d: PL.2.3 PL.2.4 PL.5.16 PL.6.3", "last (covered): PL.1.14", "last: PL.3.17", "later-2024-03-31: PL.1.14",
		}},
		{name: "never put off past the due date", who: focal, through: "2024-04-01", day: "2024-04-02", snoozed: "2024-04-02"},
		{name: "the series stays where it is", who: focal, through: "2024-03-21", day: "2024-03-22", snoozed: "2024-03-22", closed: map[string]record.Occurrence{}, want: []string{
			"5wd (covered): PL.1.14", "5wd: PL.3.17", "7d: PL.2.3 PL.2.4 PL.5.16 PL.6.3", "later-2024-03-22: PL.1.14",
		}},
	}
	for _, tt := range tests {
		r := tt.who
		if tt.through != "" {
			r.Through = date(t, tt.through)
		}
		if tt.snoozed != "" {
			r.Snoozed = []record.Snooze{{Occurrence: article, Day: date(t, tt.snoozed)}}
		}
		d, ready := p.Draw(r, date(t, tt.day), record.Known{Closed: tt.closed})
		if diff := cmp.Diff(tt.want, drawn(d), cmpEmpty); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
		if d.Late != tt.late || ready == tt.waits {
			t.Errorf("%s: late %v, ready %v", tt.name, d.Late, ready)
		}
	}
}

// On 20 March nobody is reminded of anything. One who was made a focal person of
// Sở Tư pháp on the day before, and has been one of a ward for long, hears on
// which rung each thing stands, not as something that was missed; one who was
// one before does not, nor one whose clock was moved since.
func TestDrawForASecondAgency(t *testing.T) {
	t.Parallel()
	p := planner()
	hears := []string{"15wd: PL.1.14 PL.3.17", "30d: PL.2.3 PL.2.4 PL.5.16 PL.6.3", "late3: V.3.1"}
	tests := []struct {
		name  string
		since time.Time
		want  []string
	}{
		{"behind the digest of the day before", time.Date(2024, 3, 19, 10, 0, 0, 0, vietnam), hears},
		{"on the same morning", time.Date(2024, 3, 20, 7, 0, 0, 0, vietnam), hears},
		{"two days before", time.Date(2024, 3, 18, 23, 59, 0, 0, vietnam), nil},
		{"in a time to come", time.Date(2026, 11, 26, 9, 0, 0, 0, vietnam), nil},
	}
	for _, tt := range tests {
		r := someone("UBND phường Bến Nghé", record.FocalPerson)
		second := someone("so-tu-phap", record.FocalPerson).Subscriptions[0]
		second.Since = tt.since
		r.Subscriptions = append(r.Subscriptions, second)
		r.Through = date(t, "2024-03-19")
		d, ready := p.Draw(r, date(t, "2024-03-20"), record.Known{})
		if diff := cmp.Diff(tt.want, drawn(d), cmpEmpty); diff != "" || d.Late || !ready {
			t.Errorf("%s: late %v, ready %v (-want +got):\n%s", tt.name, d.Late, ready, diff)
		}
	}
}

// A new leader is not told of what was overdue before, but misses nothing from
// then on.
func TestDrawForANewLeader(t *testing.T) {
	t.Parallel()
	r := someone("so-tu-phap", record.Leader)
	r.Subscriptions[0].Since = time.Date(2024, 4, 3, 10, 0, 0, 0, vietnam)
	r.Through = date(t, "2024-04-03")
	d, _ := planner().Draw(r, date(t, "2024-04-04"), record.Known{})
	if diff := cmp.Diff([]string{"leader: PL.1.14 PL.2.3 PL.2.4 PL.3.17 PL.5.16 PL.6.3"}, drawn(d), cmpEmpty); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// cmpEmpty takes no lines for no lines.
var cmpEmpty = cmp.Transformer("lines", func(lines []string) string { return strings.Join(lines, "\n") })

// After New Year the one-off dates of 2024 are history; what recurs is asked for.
// Due on 31 December 2024, a Tuesday; 1 January 2025 is off, so the third
// working day is 6 January.
func TestOverdueAfterThePlansYear(t *testing.T) {
	t.Parallel()
	r := someone("so-tu-phap", record.FocalPerson)
	r.Through = date(t, "2025-01-05")
	d, _ := planner().Draw(r, date(t, "2025-01-06"), record.Known{})
	if diff := cmp.Diff([]string{"late1: PL.1.14 PL.2.6 PL.3.17"}, drawn(d), cmpEmpty); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Overviews and supporting tasks are sent as they were chosen.
func TestDrawKeepsToPreferences(t *testing.T) {
	t.Parallel()
	r := someone("so-tu-phap", record.FocalPerson)
	r.Through = date(t, "2024-03-31")
	r.Digest = false
	if d, _ := planner().Draw(r, date(t, "2024-04-01"), record.Known{}); strings.Contains(fmt.Sprint(drawn(d)), "q2") {
		t.Errorf("overviews to one who wants none: %v", drawn(d))
	}
	// 3.11 is supported by all departments and due on 30 September.
	r.Supports = true
	r.Through = date(t, "2024-08-29")
	d, _ := planner().Draw(r, date(t, "2024-08-30"), record.Known{})
	if diff := cmp.Diff([]string{"30d: PL.3.11"}, drawn(d), cmpEmpty); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Only what an administrator approved counts, of agencies that are known; one
// of wards is kept by its name.
func TestDrawForSubscriptions(t *testing.T) {
	t.Parallel()
	r := someone("UBND phường Bến Nghé", record.FocalPerson)
	r.Subscriptions = append(r.Subscriptions,
		record.Subscription{Chat: 7, Agency: "so-tu-phap", Role: record.FocalPerson, Standing: record.Waiting},
		record.Subscription{Chat: 7, Agency: "bo-cong-an-mat-trang", Role: record.Follower, Standing: record.Approved})
	r.Through = date(t, "2024-11-28")
	d, _ := planner().Draw(r, date(t, "2024-11-29"), record.Known{})
	for _, n := range d.Nudges {
		if n.Occurrence.Agency != "UBND phường Bến Nghé" {
			t.Errorf("nudged of %s", n.Occurrence.Key())
		}
	}
	if diff := cmp.Diff([]string{"30d: PL.3.3 PL.7.6"}, drawn(d), cmpEmpty); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// 25 March 2024 is a Monday. On 1 April of 2024, too, a Monday, the quarter is
// over: what was done in the week before is told apart from what is late.
func TestReviewOfTheWeek(t *testing.T) {
	t.Parallel()
	p := planner()
	r := someone("so-tu-phap", record.Leader)
	r.Monday = true
	article, milestone := kept(t, p, "PL.1.14", "2024-03-31"), kept(t, p, "PL.2.3", "2024-03-31")
	article.State, article.At, article.By = record.Done, time.Date(2024, 3, 28, 9, 0, 0, 0, vietnam), record.Person{Name: "Nguyễn Thị Lan"}
	milestone.State, milestone.At = record.Done, time.Date(2024, 3, 8, 9, 0, 0, 0, vietnam)
	closed := map[string]record.Occurrence{article.Key(): article, milestone.Key(): milestone}

	r.Through = date(t, "2024-03-31")
	d, _ := p.Draw(r, date(t, "2024-04-01"), record.Known{Closed: closed})
	want := []string{"monday-2024-04-01: V.3.1 PL.1.14 PL.2.4 PL.3.17 PL.5.16 PL.6.3"}
	if diff := cmp.Diff(want, drawn(d), cmpEmpty); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	text := p.Told(d).Text().Plain()
	for _, words := range []string{
		"\nTổng hợp tuần\n✓ Đã nộp trong 7 ngày qua: 1; quá hạn: 5; đến hạn trong 14 ngày: 0\n",
		"\nQuá hạn (5 việc)\nV.3.1. ",
		"\nĐã nộp (1 việc)\n1.14. ",
	} {
		if !strings.Contains(text, words) {
			t.Errorf("the text lacks %q:\n%s", words, text)
		}
	}

	for _, day := range []string{"2024-04-02", "2024-04-05", "2024-04-06"} {
		r.Through = date(t, "2024-04-01")
		if d, _ := p.Draw(r, date(t, day), record.Known{Closed: closed}); strings.Contains(fmt.Sprint(drawn(d)), mondayBegin) {
			t.Errorf("a review on %s too", day)
		}
	}
	r.Through = date(t, "2024-03-29") // Monday was missed
	if d, _ := p.Draw(r, date(t, "2024-04-03"), record.Known{Closed: closed}); !strings.Contains(fmt.Sprint(drawn(d)), "monday-2024-04-01") {
		t.Errorf("no review on Wednesday: %v", drawn(d))
	}
	r.Monday = false
	if d, _ := p.Draw(r, date(t, "2024-04-01"), record.Known{Closed: closed}); len(d.Nudges) > 0 {
		t.Errorf("a review for one who did not ask: %v", drawn(d))
	}
}
