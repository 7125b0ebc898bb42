package remind

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// timeline is what somebody who follows an agency is sent in a span of days.
func timeline(p *Planner, a plan.Agency, from, to plan.Date) []Digest {
	return p.Forecast(Follower(a, record.Follower, false, from), from, to, record.Known{})
}

// summary writes a timeline as the golden files do: a line for each day, due
// date and rung, with the units in the order in which they are told.
func summary(digests []Digest) []string {
	units := map[string][]string{}
	for _, d := range digests {
		for _, n := range d.Nudges {
			key := fmt.Sprintf("%s %s %s:", d.Day, n.Occurrence.Due, n.Rung.Name)
			units[key] = append(units[key], n.Unit.ID)
		}
	}
	var lines []string
	for key, ids := range units {
		lines = append(lines, key+" "+strings.Join(ids, " "))
	}
	slices.Sort(lines)
	return lines
}

// golden reads the lines of a golden file without its comments.
func golden(t *testing.T, name string) []string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(content)), "\n")
	return slices.DeleteFunc(lines, func(line string) bool { return strings.HasPrefix(line, "#") })
}

// The golden files are counted by hand, never written by a program.
func TestTimelinesOfAYear(t *testing.T) {
	t.Parallel()
	tests := []struct {
		file, agency string
		year         int
	}{
		{"so-tu-phap-2024.txt", "Sở Tư pháp", 2024},
		{"quan-1-2024.txt", "UBND Quận 1", 2024},
		{"so-noi-vu-2024.txt", "Sở Nội vụ", 2024},
		{"so-tu-phap-2026.txt", "Sở Tư pháp", 2026},
	}
	for _, tt := range tests {
		from := plan.Date{Year: tt.year, Month: time.January, Day: 1}
		to := plan.Date{Year: tt.year, Month: time.December, Day: 31}
		got := summary(timeline(planner(), agency(t, tt.agency), from, to))
		if diff := cmp.Diff(golden(t, tt.file), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.file, diff)
		}
	}
}

// Tết 2024 is 8 to 14 February; 27 April to 1 May are off, Saturday 4 May is
// worked; 18 April is a holiday.
func TestHolidaysShiftDays(t *testing.T) {
	t.Parallel()
	weeks := Ladder{plan.DeadlineMonth: {
		{"23wd", CountWorkingDays, 23}, {"22wd", CountWorkingDays, 22}, {"20wd", CountWorkingDays, 20}, {"15wd", CountWorkingDays, 15},
	}}
	tests := []struct {
		name, deadline string
		ladder         Ladder
		want           []string
	}{
		{
			"a week before lies in Tết", "Trước ngày 17 tháng 02 năm 2024", DefaultLadder(),
			[]string{"2024-01-18 30d", "2024-02-07 7d", "2024-02-16 1d"},
		},
		{
			"two rungs meet before Tết: the later counts", "Trước ngày 14 tháng 02 năm 2024", DefaultLadder(),
			[]string{"2024-01-15 30d", "2024-02-07 1d"},
		},
		{
			"due on a holiday", "Trước ngày 30 tháng 4 năm 2024", DefaultLadder(),
			[]string{"2024-03-29 30d", "2024-04-23 7d", "2024-04-26 1d"},
		},
		{
			"the worked Saturday counts", "Tháng 5 năm 2024", weeks,
			[]string{"2024-04-26 23wd", "2024-05-02 22wd", "2024-05-04 20wd", "2024-05-10 15wd"},
		},
	}
	for _, tt := range tests {
		p := plannerOver(tt.ladder, madeUp(t, 2024, tt.deadline))
		var got []string
		for _, d := range timeline(p, agency(t, "Sở Tư pháp"), date(t, "2024-01-01"), date(t, "2024-12-31")) {
			for _, n := range d.Nudges {
				got = append(got, d.Day.String()+" "+n.Rung.Name)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// A monthly duty is counted across 30 April 2024, a Tuesday, and 18 April.
func TestMonthlyDuty(t *testing.T) {
	t.Parallel()
	p := plannerOver(DefaultLadder(), madeUp(t, 2024, "Hàng tháng"))
	got := summary(timeline(p, agency(t, "Sở Tư pháp"), date(t, "2024-04-05"), date(t, "2024-05-01")))
	want := []string{"2024-04-19 2024-04-30 5wd: PL.9.1", "2024-04-25 2024-04-30 1wd: PL.9.1", "2024-04-26 2024-04-30 last: PL.9.1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A newer plan takes over with its own year; until then the older one goes on.
func TestNewerPlanTakesOver(t *testing.T) {
	t.Parallel()
	older, newer := madeUp(t, 2024, "Hàng quý", "Quý I năm 2024"), madeUp(t, 2026, "Quý I năm 2026", "Hàng quý")
	newer.Number = "2/QĐ-UBND"
	p := plannerOver(DefaultLadder(), older, newer)
	owed := p.Occurrences(Subscription{Agency: agency(t, "Sở Tư pháp")}, date(t, "2023-01-01"), date(t, "2026-03-31"))
	var got []string
	for _, o := range owed {
		got = append(got, o.Occurrence.Due.String()+" "+o.Plan.Number+" "+o.Unit.ID)
	}
	want := []string{
		"2024-03-31 1/QĐ-UBND PL.9.1", "2024-03-31 1/QĐ-UBND PL.9.2", "2024-06-30 1/QĐ-UBND PL.9.1",
		"2024-09-30 1/QĐ-UBND PL.9.1", "2024-12-31 1/QĐ-UBND PL.9.1",
		"2025-03-31 1/QĐ-UBND PL.9.1", "2025-06-30 1/QĐ-UBND PL.9.1", "2025-09-30 1/QĐ-UBND PL.9.1", "2025-12-31 1/QĐ-UBND PL.9.1",
		"2026-03-31 2/QĐ-UBND PL.9.1", "2026-03-31 2/QĐ-UBND PL.9.2",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Task 1.8 is led by Sở Nội vụ and supported by all departments; in 4.1 Sở Nội
// vụ leads and supports.
func TestSupportOnRequest(t *testing.T) {
	t.Parallel()
	units := func(s Subscription) map[string]plan.Role {
		roles := map[string]plan.Role{}
		for _, o := range planner().Occurrences(s, date(t, "2024-01-01"), date(t, "2024-12-31")) {
			roles[o.Unit.ID] = o.Role
		}
		return roles
	}
	justice := agency(t, "Sở Tư pháp")
	if role, found := units(Subscription{Agency: justice})["PL.1.8"]; found {
		t.Errorf("PL.1.8 is owed as %s without having been asked for", role)
	}
	if role := units(Subscription{Agency: justice, Supports: true})["PL.1.8"]; role != plan.RoleSupport {
		t.Errorf("PL.1.8 is owed as %q, want support", role)
	}
	if role := units(Subscription{Agency: agency(t, "Sở Nội vụ"), Supports: true})["PL.4.1"]; role != plan.RoleLead {
		t.Errorf("PL.4.1 is owed as %q, want lead", role)
	}
}

// The district level ended on 30 June 2025, with the second quarter.
func TestNothingForAgenciesThatEnded(t *testing.T) {
	t.Parallel()
	digests := timeline(planner(), agency(t, "UBND Quận 1"), date(t, "2025-06-20"), date(t, "2026-12-31"))
	want := []string{
		"2025-06-23 2025-06-30 5wd: PL.1.14 PL.3.17", "2025-06-27 2025-06-30 1wd: PL.1.14 PL.3.17",
		"2025-06-30 2025-06-30 last: PL.1.14 PL.3.17",
	}
	if diff := cmp.Diff(want, summary(digests)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A department that was formed on 1 July 2025 owes the quarters from then on.
func TestNothingForAgenciesToCome(t *testing.T) {
	t.Parallel()
	digests := timeline(planner(), agency(t, "Sở Nông nghiệp và Môi trường"), date(t, "2025-01-01"), date(t, "2025-09-15"))
	want := []string{
		"2025-07-01 2025-12-31 q3: PL.3.6", "2025-09-09 2025-09-30 15wd: PL.1.14 PL.3.17",
	}
	if diff := cmp.Diff(want, summary(digests)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// V.3.1 is due thirty days after the plan was issued: a nudge on the day of
// issue would know of a plan that nobody has yet.
func TestNothingBeforeThePlan(t *testing.T) {
	t.Parallel()
	if got := timeline(planner(), agency(t, "Sở Tư pháp"), date(t, "2023-01-01"), date(t, "2023-12-31")); len(got) > 0 {
		t.Errorf("nudged before the plan: %v", summary(got))
	}
}

// Several agencies of one person share one digest a day.
func TestOneDigestADay(t *testing.T) {
	t.Parallel()
	day := date(t, "2024-03-28")
	both := Follower(agency(t, "Sở Tư pháp"), record.Follower, false, day)
	both.Subscriptions = append(both.Subscriptions, Follower(agency(t, "UBND Quận 1"), record.Follower, false, day).Subscriptions...)
	digests := planner().Forecast(both, day, day, record.Known{})
	if len(digests) != 1 || len(digests[0].Nudges) != 4 {
		t.Fatalf("got %v, want one digest of four nudges", summary(digests))
	}
	text := digests[0].Text().Plain()
	for _, words := range []string{"\n1.14. Sở Tư pháp: Hàng quý gửi", "\n1.14. UBND Quận 1: Hàng quý gửi"} {
		if !strings.Contains(text, words) {
			t.Errorf("the text lacks %q:\n%s", words, text)
		}
	}
}

// The article is told again on the Tuesday that was chosen, and on a day of the
// ladder only once; what is due before the day is not put off.
func TestTimelineOfWhatIsPutOff(t *testing.T) {
	t.Parallel()
	p := planner()
	article := kept(t, p, "PL.1.14", "2024-03-31")
	tests := []struct{ day, want string }{
		{"2024-03-19", "2024-03-19 2024-03-31 later-2024-03-19: PL.1.14"},
		{"2024-03-23", "2024-03-25 2024-03-31 later-2024-03-23: PL.1.14"},
		{"2024-03-28", "2024-03-28 2024-03-31 1wd: PL.3.17\n2024-03-28 2024-03-31 later-2024-03-28: PL.1.14"},
		{"2024-04-02", ""},
	}
	for _, tt := range tests {
		day := p.WorkingDayFrom(date(t, tt.day))
		r := Follower(agency(t, "Sở Tư pháp"), record.Follower, false, day)
		r.Snoozed = []record.Snooze{{Occurrence: article, Day: date(t, tt.day)}}
		if got := strings.Join(summary(p.Forecast(r, day, day, record.Known{})), "\n"); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.day, got, tt.want)
		}
	}
}
