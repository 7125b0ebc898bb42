package plan

import "slices"

// Window is a stretch of days, both ends included.
type Window struct{ From, To Date }

// Holds reports whether a day lies in the window.
func (w Window) Holds(d Date) bool { return w.From.Compare(d) <= 0 && d.Compare(w.To) <= 0 }

// Due is one occurrence of a unit's deadline.
type Due struct {
	Unit       Unit
	Occurrence Occurrence
}

// Due lists the occurrences that end within the window, by date, then in the
// order of the
func (p *Plan) Due(w Window) []Due {
	var due []Due
	for _, u := range p.Units {
		for year := w.From.Year; year <= w.To.Year; year++ {
			for _, o := range u.Deadline.OccurrencesIn(year) {
				if w.Holds(o.Due) {
					due = append(due, Due{Unit: u, Occurrence: o})
				}
			}
		}
	}
	slices.SortStableFunc(due, func(a, b Due) int { return a.Occurrence.Due.Compare(b.Occurrence.Due) })
	return due
}
