package remind

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// With returns a Planner that keeps to what administrators changed: other
// ladders, corrected days of the calendar, earlier due dates. A rule that cannot
// be read is an error; the Planner itself stays as it is.
func (p *Planner) With(rules record.Rules) (*Planner, error) {
	calendar, err := p.calendar.With(rules.Calendar)
	if err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	ladder := maps.Clone(p.ladder)
	for kind, names := range rules.Ladders {
		if ladder[kind], err = rungsNamed(names); err != nil {
			return nil, fmt.Errorf("rules: ladder of %s: %w", kind, err)
		}
	}
	internal := map[planUnit]int{}
	for _, i := range rules.Internal {
		if i.Day < 1 || i.Day > 31 {
			return nil, fmt.Errorf("rules: internal due day %d of %s: want 1 to 31", i.Day, i.Unit)
		}
		internal[planUnit{i.Plan, i.Unit}] = i.Day
	}
	return &Planner{
		lines: p.lines, others: p.others, register: p.register, calendar: calendar, ladder: ladder, internal: internal, courses: newCourseBook(),
	}, nil
}

// rungsNamed reads a ladder, whose rungs may be named in any order.
func rungsNamed(names []string) ([]Rung, error) {
	rungs := make([]Rung, 0, len(names))
	for _, name := range names {
		r, err := ParseRung(name)
		if err != nil {
			return nil, err
		}
		if slices.Contains(rungs, r) {
			return nil, fmt.Errorf("rung %q stands twice", name)
		}
		rungs = append(rungs, r)
	}
	slices.SortStableFunc(rungs, func(a, b Rung) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(weight(a), weight(b)))
	})
	return rungs, nil
}

// rank puts overviews before warnings.
func rank(r Rung) int {
	if r.Count == CountQuarter {
		return 0
	}
	return 1
}

// weight orders the rungs of a rank roughly by their days; a working day counts
// for more than one of the calendar.
func weight(r Rung) int {
	switch r.Count {
	case CountQuarter:
		return r.Number
	case CountWorkingDays:
		return -r.Number * 7
	}
	return -r.Number * 5
}

// planUnit is a unit of a decision, "" for that of every one.
type planUnit struct{ plan, unit string }

// internalDue is the earlier date by which an occurrence of a decision is wanted;
// the zero Date where the document's own stands.
func (p *Planner) internalDue(key, unit string, o plan.Occurrence) plan.Date {
	day, set := p.internal[planUnit{key, unit}]
	if !set {
		day, set = p.internal[planUnit{"", unit}]
	}
	if !set {
		return plan.Date{}
	}
	due := plan.Date{Year: o.Due.Year, Month: o.Due.Month, Day: day}
	if due.Compare(o.Due) >= 0 || due.Compare(o.From) < 0 {
		return plan.Date{}
	}
	return due
}
