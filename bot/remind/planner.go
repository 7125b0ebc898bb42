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
	lines    [][]plan.Volume // each newest first, one a year
	others   []plan.Volume   // rule no year; what was kept of them is found again
	register *plan.Register
	calendar *plan.Calendar
	ladder   Ladder
	internal map[planUnit]int // day of the month, where it is wanted earlier
	courses  *courseBook
}

// New makes a Planner over plans. Of two plans of one line for one year the first
// counts.
func New(plans []*plan.Plan, register *plan.Register, calendar *plan.Calendar, ladder Ladder) *Planner {
	volumes := make([]plan.Volume, len(plans))
	for i, in := range plans {
		volumes[i] = held(in)
	}
	return NewOver(volumes, register, calendar, ladder)
}

// held is a plan that was read.
func held(in *plan.Plan) plan.Volume {
	return plan.Volume{About: in, Open: func() (*plan.Plan, error) { return in, nil }}
}

// NewOver is New over plans that are read when a year that they rule is asked for.
func NewOver(volumes []plan.Volume, register *plan.Register, calendar *plan.Calendar, ladder Ladder) *Planner {
	p := &Planner{register: register, calendar: calendar, ladder: ladder, courses: newCourseBook()}
	volumes = slices.Clone(volumes)
	slices.SortStableFunc(volumes, func(a, b plan.Volume) int { return b.About.Year - a.About.Year })
	for _, v := range volumes {
		i := slices.IndexFunc(p.lines, func(line []plan.Volume) bool { return line[0].About.Line == v.About.Line })
		switch {
		case v.About.Withdrawn || i >= 0 && p.lines[i][len(p.lines[i])-1].About.Year == v.About.Year:
			p.others = append(p.others, v)
		case i < 0:
			p.lines = append(p.lines, []plan.Volume{v})
		default:
			p.lines[i] = append(p.lines[i], v)
		}
	}
	return p
}

// Under is the same Planner by one plan alone, in every year from the plan's on.
func (p *Planner) Under(in *plan.Plan) *Planner {
	with := *p
	with.lines, with.courses = [][]plan.Volume{{held(in)}}, newCourseBook()
	return &with
}

// Subscription is an agency that a person follows.
type Subscription struct {
	Agency   plan.Agency
	Supports bool // also tasks in which the agency only supports
}

// ruling returns the plans that rule a year: of each line its own, else the
// newest before it; none before the first, and none that cannot be opened.
func (p *Planner) ruling(year int) []*plan.Plan {
	var all []*plan.Plan
	for _, line := range p.lines {
		i := slices.IndexFunc(line, func(v plan.Volume) bool { return v.About.Year <= year })
		if i < 0 {
			continue
		}
		if in, err := line[i].Open(); err == nil {
			all = append(all, in)
		}
	}
	return all
}

// basisOf names a plan.
func basisOf(in *plan.Plan) Basis {
	return Basis{Year: in.Year, Key: in.Key(), Line: in.Line, Number: in.Number, Issued: in.Issued}
}

// WorkingDayFrom returns the day itself where it is worked, else the next
// working day.
func (p *Planner) WorkingDayFrom(d plan.Date) plan.Date { return p.calendar.FirstWorkingDayFrom(d) }

// WorkingDayUpTo returns the day itself where it is worked, else the last
// working day before it.
func (p *Planner) WorkingDayUpTo(d plan.Date) plan.Date { return p.calendar.LastWorkingDayUpTo(d) }
