// Package remind decides which nudges are due and carries them out: who is
// reminded of what, on which day, in which words.
//
// The decisions are pure functions. In: the plans, the calendar of
// working days, a ladder of steps before each kind of due date, what
// administrators changed about these, and the agencies that a person follows.
// Out: Timelines of what is to come, the Digest of one person's day, and its
// lines in Vietnamese. A Planner reads no clock and keeps no state.
//
// The jobs are the way into the world. A Ticker draws up what is due now into
// the store, a Sender sends what is queued there, and a Runner has River call
// them. Truth is the store's rows: a job says what to look at, so one that comes
// twice or too late does no harm. The package knows neither chat nor store: both
// are small interfaces.
package remind

import (
	"slices"

	"cchcbot/seeds/plan"
)

// Planner draws up timelines. It is safe for concurrent use.
type Planner struct {
	plans    []*plan.Plan // newest first, one a year
	register *plan.Register
	calendar *plan.Calendar
	ladder   Ladder
	internal map[string]int // day of the month by unit, where it is wanted earlier
	courses  *courseBook
}

// New makes a Planner over plans. Of two plans for one year the first counts.
func New(plans []*plan.Plan, register *plan.Register, calendar *plan.Calendar, ladder Ladder) *Planner {
	plans = slices.Clone(plans)
	slices.SortStableFunc(plans, func(a, b *plan.Plan) int { return b.Year - a.Year })
	plans = slices.CompactFunc(plans, func(a, b *plan.Plan) bool { return a.Year == b.Year })
	return &Planner{plans: plans, register: register, calendar: calendar, ladder: ladder, courses: newCourseBook()}
}

// Subscription is an agency that a person follows.
type Subscription struct {
	Agency   plan.Agency
	Supports bool // also tasks in which the agency only supports
}

// ruling returns the plan that rules a year: its own, else the newest before
// it; nil before the first.
func (p *Planner) ruling(year int) *plan.Plan {
	for _, in := range p.plans {
		if in.Year <= year {
			return in
		}
	}
	return nil
}
