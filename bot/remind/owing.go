package remind

import (
	"slices"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Since is the first day of the first plan's year, before which nothing is owed.
func (p *Planner) Since() plan.Date {
	var since plan.Date
	for _, line := range p.lines {
		if year := line[len(line)-1].About.Year; since.IsZero() || year < since.Year {
			since = plan.Date{Year: year, Month: 1, Day: 1}
		}
	}
	return since
}

// Owing lists what an agency delivers and has not delivered behind the due date,
// from whatever quarter or year, the oldest first. All screens and reminders
// count by it. A period behind the plan's year of which nobody was reminded is
// not among them: the agency could not know that it goes on.
func (p *Planner) Owing(a plan.Agency, day plan.Date, known record.Known) []Owed {
	var all []Owed
	for _, c := range p.owing(a, day, known) {
		all = append(all, c.Owed)
	}
	return all
}

func (p *Planner) owing(a plan.Agency, day plan.Date, known record.Known) []course {
	var all []course
	for year := p.Since().Year; len(p.lines) > 0 && year <= day.Year; year++ {
		for _, c := range p.coursesIn(Subscription{Agency: a}, year) {
			due := c.Occurrence.Due
			if due.Compare(day) >= 0 || c.undated() || c.supports() || !exists(a, due) {
				continue
			}
			if _, closed := known.Closed[c.key]; closed || due.Year > c.Plan.Year && !known.Reminded[c.key] {
				continue
			}
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(x, y course) int { return x.Occurrence.Due.Compare(y.Occurrence.Due) })
	return all
}

// exists reports whether an agency is there on a day.
func exists(a plan.Agency, day plan.Date) bool {
	return (a.ValidFrom.IsZero() || a.ValidFrom.Compare(day) <= 0) &&
		(a.ValidTo.IsZero() || day.Compare(a.ValidTo) <= 0)
}

// quarterBegin is the first working day of the quarter of a day, on which the
// letter of the quarter is sent.
func (p *Planner) quarterBegin(day plan.Date) plan.Date {
	return p.calendar.FirstWorkingDayFrom(plan.QuarterOf(day).From)
}
