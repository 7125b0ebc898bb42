package bot

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// count says how many occurrences stand how.
type count struct{ done, open, late int }

func (c count) all() int { return c.done + c.open + c.late }

func (c *count) add(s sighted, today plan.Date) {
	switch {
	case s.kept.State == record.Done:
		c.done++
	case s.kept.State == record.Waived:
	case s.kept.Due.Compare(today) < 0:
		c.late++
	default:
		c.open++
	}
}

// worse orders by what is late, then by what is open.
func worse(a, b count) int {
	return cmp.Or(cmp.Compare(b.late, a.late), cmp.Compare(b.open, a.open), cmp.Compare(a.done, b.done))
}

func countOf(all []sighted, today plan.Date) count {
	var c count
	for _, s := range all {
		c.add(s, today)
	}
	return c
}

// standings lists what some agencies owe in a window, as it stands. What has no
// due date of its own is left out, and what nobody could know of: see beyondPlan.
func (b *progressHandler) standings(ctx context.Context, agencies []plan.Agency, w plan.Window) ([]sighted, error) {
	planner, err := b.duties.planning(ctx)
	if err != nil {
		return nil, err
	}
	settled, err := b.records.ClosedOccurrences(ctx, w.From)
	if err != nil {
		return nil, fmt.Errorf("closed occurrences: %w", err)
	}
	beyond, err := b.duties.beyondPlan(ctx, w)
	if err != nil {
		return nil, err
	}
	var all []sighted
	for _, a := range agencies {
		for _, o := range planner.Occurrences(remind.Subscription{Agency: a}, w.From, w.To) {
			s := sighted{Owed: o, kept: o.Kept()}
			if s.undated() {
				continue
			}
			if done, closed := settled[s.kept.Key()]; closed {
				s.kept = done
			}
			if beyond.leavesOut(s.kept) {
				continue
			}
			all = append(all, s)
		}
	}
	return all, nil
}

// inWindow keeps what is due in a window.
func inWindow(all []sighted, w plan.Window) []sighted {
	return slices.DeleteFunc(slices.Clone(all), func(s sighted) bool {
		return s.kept.Due.Compare(w.From) < 0 || w.To.Compare(s.kept.Due) < 0
	})
}

// cityStandings lists what the agencies of the city owe in a window: those of the
// register, and as many wards as somebody follows, since no register lists them.
func (b *progressHandler) cityStandings(ctx context.Context, t turn, w plan.Window) (rows []sighted, wards int, err error) {
	followed, err := b.following.followedWards(ctx)
	if err != nil {
		return nil, 0, err
	}
	agencies := ofToday(append(b.answers.register.Agencies(), followed...), t.now)
	for _, a := range agencies {
		if isWard(a) {
			wards++
		}
	}
	rows, err = b.standings(ctx, agencies, w)
	return rows, wards, err
}

// followedWards are the wards that somebody follows.
func (b *followHandler) followedWards(ctx context.Context) ([]plan.Agency, error) {
	all, err := b.records.Subscribers(ctx)
	if err != nil {
		return nil, fmt.Errorf("subscribers: %w", err)
	}
	known := map[string]bool{}
	var wards []plan.Agency
	for _, s := range all {
		if known[s.Agency] {
			continue
		}
		known[s.Agency] = true
		if a, ok := b.agencies.agencyByID(s.Agency); ok && isWard(a) && a.ID != plan.WardGroup {
			wards = append(wards, a)
		}
	}
	return wards, nil
}

// quarterNow is the quarter that a time lies in.
func quarterNow(now time.Time) plan.Window { return quarterOf(plan.DateOf(now)) }

// quarterOf is the quarter that a day lies in.
func quarterOf(day plan.Date) plan.Window {
	return quarterWindow((int(day.Month)-1)/3+1, day.Year)
}

// yearAround is the year that a window begins in, with what of the window lies
// behind it.
func yearAround(w plan.Window) plan.Window {
	year := yearOf(w)
	if year.To.Compare(w.To) < 0 {
		year.To = w.To
	}
	return year
}

// yearOf is the year that a window begins in.
func yearOf(w plan.Window) plan.Window {
	return monthsWindow(time.January, time.December, w.From.Year)
}

// groupRows are the rows of the agencies of a group.
type groupRows struct {
	id   string // noKind for the agencies that belong to none
	name string
	rows []sighted
}

// byGroup parts rows by the first group of each agency, in the order of the
// register.
func (b *progressHandler) byGroup(rows []sighted) []groupRows {
	parts := map[string][]sighted{}
	for _, s := range rows {
		id := groupOf(s.Agency)
		parts[id] = append(parts[id], s)
	}
	var all []groupRows
	for _, g := range b.answers.register.Groups() {
		if len(parts[g.ID]) > 0 {
			all = append(all, groupRows{g.ID, upperFirst(g.Name), parts[g.ID]})
		}
	}
	if len(parts[noKind]) > 0 {
		all = append(all, groupRows{noKind, textOtherAgencies, parts[noKind]})
	}
	return all
}

// groupOf is the first group of an agency.
func groupOf(a plan.Agency) string {
	if len(a.Groups) == 0 {
		return noKind
	}
	return a.Groups[0]
}

// badness brings what is late before what is open, and that before what is done.
func badness(s sighted, today plan.Date) int {
	switch {
	case s.kept.State == record.Waived:
		return 3
	case s.kept.State == record.Done:
		return 2
	case s.kept.Due.Compare(today) < 0:
		return 0
	}
	return 1
}

// countWords tell how rows stand, what is late first, with the quarters that it
// comes from where they are not the time that is shown.
func (b *progressHandler) countWords(rows []sighted, shown plan.Window, today plan.Date) string {
	if countOf(rows, today).all() == 0 {
		if shown.From.Year > b.answers.Plan().Year && shown.To.Compare(today) < 0 {
			return textNoReport
		}
		return textNothingToDo
	}
	c := countOf(inWindow(rows, shown), today)
	late := slices.DeleteFunc(slices.Clone(rows), func(s sighted) bool { return !s.late(today) })
	return fmt.Sprintf(textCounts, len(late), lateQuarters(late, shown), c.done, c.all(), c.open)
}

func lateWords(c count) string {
	if c.late == 0 {
		return ""
	}
	return fmt.Sprintf(textOfThemLate, c.late)
}
