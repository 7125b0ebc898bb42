package remind

import (
	"cmp"
	"slices"

	"cchcbot/seeds/plan"
)

// Move is the first nudge of an occurrence whose day is another once rules are
// changed.
type Move struct {
	Unit          plan.Unit
	Occurrence    plan.Occurrence
	Before, After plan.Date // zero where there is none
}

// first is the earlier of the two days.
func (m Move) first() plan.Date {
	if m.Before.IsZero() || !m.After.IsZero() && m.After.Compare(m.Before) < 0 {
		return m.After
	}
	return m.Before
}

// Moves lists what comes of putting the rules of another planner in place of
// these, in a span of days: a Move for each occurrence of each unit that is
// nudged on other days, the earliest first.
func (p *Planner) Moves(next *Planner, from, to plan.Date) []Move {
	var all []Move
	for year := from.Year; year <= to.Year+1; year++ {
		for _, in := range p.ruling(year) {
			for _, owed := range owedByAnyone(in, year) {
				before, after := p.daysOf(owed, from, to), next.daysOf(owed, from, to)
				if m, moved := firstMove(before, after); moved {
					m.Unit, m.Occurrence = owed.Unit, owed.Occurrence
					all = append(all, m)
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Move) int {
		return cmp.Or(a.first().Compare(b.first()), a.Occurrence.Due.Compare(b.Occurrence.Due))
	})
	return all
}

// firstMove compares the days of nudges; one that only goes or comes has no
// other day.
func firstMove(before, after []plan.Date) (Move, bool) {
	for i := range max(len(before), len(after)) {
		var m Move
		if i < len(before) {
			m.Before = before[i]
		}
		if i < len(after) {
			m.After = after[i]
		}
		if m.Before != m.After {
			return m, true
		}
	}
	return Move{}, false
}

// owedByAnyone lists what falls due in a year by one plan, whoever owes it.
func owedByAnyone(in *plan.Plan, year int) []Owed {
	basis := basisOf(in)
	var all []Owed
	for place, u := range in.Units {
		for _, o := range u.Deadline.OccurrencesIn(year) {
			all = append(all, Owed{Plan: basis, Unit: u, Occurrence: o, place: place})
		}
	}
	return all
}

// daysOf are the days in a span on which an occurrence is nudged while nobody
// acknowledges it.
func (p *Planner) daysOf(owed Owed, from, to plan.Date) []plan.Date {
	owed.Internal = p.internalDue(owed.Plan.Key, owed.Unit.ID, owed.Occurrence)
	var days []plan.Date
	for _, s := range slices.Concat(p.climb(owed), p.after(owed)) {
		if from.Compare(s.day) <= 0 && s.day.Compare(to) <= 0 {
			days = append(days, s.day)
		}
	}
	return days
}
