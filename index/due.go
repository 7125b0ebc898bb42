package index

import (
	"slices"

	"cchcbot/seeds/plan"
)

// Window is a stretch of days, both ends included.
type Window struct{ From, To plan.Date }

// Holds reports whether a day lies in the window.
func (w Window) Holds(d plan.Date) bool { return w.From.Compare(d) <= 0 && d.Compare(w.To) <= 0 }

// Due is one occurrence of a unit's deadline.
type Due struct {
	Unit       plan.Unit
	Occurrence plan.Occurrence
}

// Due lists the occurrences that end within the window, by date, then in the
// order of the plan.
func (ix *Index) Due(w Window) []Due {
	var due []Due
	for _, e := range ix.entries {
		for year := w.From.Year; year <= w.To.Year; year++ {
			for _, o := range e.unit.Deadline.OccurrencesIn(year) {
				if w.Holds(o.Due) {
					due = append(due, Due{Unit: e.unit, Occurrence: o})
				}
			}
		}
	}
	slices.SortStableFunc(due, func(a, b Due) int { return a.Occurrence.Due.Compare(b.Occurrence.Due) })
	return due
}
