package remind

import (
	"slices"
	"strings"
	"time"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Owed is one occurrence of a unit's deadline that an agency has to keep. A
// statement without a date, continuous or on an event, stands as an occurrence
// of the plan's whole year whose Period is the statement's words.
type Owed struct {
	Plan       Basis
	Agency     plan.Agency
	Role       plan.Role
	Unit       plan.Unit
	Occurrence plan.Occurrence
	Internal   plan.Date // an earlier date by which an administrator wants it; zero for none

	place int // of the unit in its plan
}

// Kept is the occurrence as the store keeps it, open and without an id.
func (o Owed) Kept() record.Occurrence {
	return record.Occurrence{
		Plan: o.Plan.Key, Year: o.Plan.Year, Unit: o.Unit.ID, Agency: plan.KeyOf(o.Agency),
		Occurrence: o.Occurrence, State: record.Open,
	}
}

// wanted is the date up to which the reminders count.
func (o Owed) wanted() plan.Date {
	if !o.Internal.IsZero() {
		return o.Internal
	}
	return o.Occurrence.Due
}

// chased reports whether an occurrence is asked for after its due date: what
// has the whole year goes on in the next one or is history by then, and who only
// supports others delivers nothing.
func (o Owed) chased() bool {
	return !o.supports() && !o.yearLong() && !o.undated()
}

// history reports whether an occurrence is a one-off date of a plan whose year
// is over on a day.
func (o Owed) history(day plan.Date) bool {
	switch o.Occurrence.Kind {
	case plan.DeadlineYearly, plan.DeadlineHalfYearly, plan.DeadlineQuarterly, plan.DeadlineMonthly, plan.DeadlineWeekly:
		return false
	}
	return o.Plan.Year < day.Year
}

// Basis names the plan that something rests on.
type Basis struct {
	Year   int
	Key    string // of the decision in records
	Line   string // of the plans that take each other's place
	Number string // of the decision
	Issued plan.Date
}

// Occurrences lists what a subscription's agency owes with a due date in the
// span, both days included, while the agency is there, by due date, then in the order
// of the plan. What
// recurs goes on after the plan's year until a plan of a later year rules.
func (p *Planner) Occurrences(s Subscription, from, to plan.Date) []Owed {
	var all []Owed
	for year := max(from.Year, p.Since().Year); year <= to.Year; year++ {
		courses := p.coursesIn(s, year)
		for i := range courses {
			if due := courses[i].Occurrence.Due; from.Compare(due) <= 0 && due.Compare(to) <= 0 && exists(s.Agency, due) {
				all = append(all, courses[i].Owed)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Owed) int { return a.Occurrence.Due.Compare(b.Occurrence.Due) })
	return all
}

// owedIn lists what falls due in a year, in the order of the plan.
func (p *Planner) owedIn(s Subscription, year int) []Owed {
	var all []Owed
	for _, in := range p.ruling(year) {
		all = append(all, p.owedUnder(in, s, year)...)
	}
	return all
}

// owedUnder lists what falls due in a year by one plan.
func (p *Planner) owedUnder(in *plan.Plan, s Subscription, year int) []Owed {
	basis := basisOf(in)
	var all []Owed
	for place, d := range duties(in, s) {
		occurrences := d.Unit.Deadline.OccurrencesIn(year)
		if year == basis.Year {
			occurrences = append(occurrences, standing(d.Unit.Deadline, year)...)
		}
		for _, o := range occurrences {
			all = append(all, Owed{
				Plan: basis, Agency: s.Agency, Role: d.Role, Unit: d.Unit, Occurrence: o,
				Internal: p.internalDue(basis.Key, d.Unit.ID, o), place: place,
			})
		}
	}
	return all
}

// duties lists the units that a subscription is reminded of, each once: an
// agency that both leads and supports a task leads it.
func duties(in *plan.Plan, s Subscription) []plan.Duty {
	var all []plan.Duty
	for _, d := range in.Duties(s.Agency) {
		known := slices.ContainsFunc(all, func(other plan.Duty) bool { return other.Unit.ID == d.Unit.ID })
		if !known && (d.Role != plan.RoleSupport || s.Supports) {
			all = append(all, d)
		}
	}
	return all
}

// standing lists the statements of a deadline that have no date, as
// occurrences of the whole year. Days counted from an event that is not known
// wait for that event.
func standing(d plan.Deadline, year int) []plan.Occurrence {
	var all []plan.Occurrence
	for _, m := range d.Milestones {
		kind := m.Kind
		if kind == plan.DeadlineDaysAfter && len(d.Occurrences) == 0 {
			kind = plan.DeadlineOnEvent
		}
		if kind != plan.DeadlineContinuous && kind != plan.DeadlineOnEvent {
			continue
		}
		all = append(all, plan.Occurrence{
			Kind:    kind,
			Period:  strings.Join(strings.Fields(m.Words), " "),
			Product: m.Product,
			From:    plan.Date{Year: year, Month: time.January, Day: 1},
			Due:     plan.Date{Year: year, Month: time.December, Day: 31},
		})
	}
	return all
}
