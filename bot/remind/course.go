package remind

import (
	"slices"
	"sync"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// step is a rung of an occurrence and the day on which it falls.
type step struct {
	rung Rung
	day  plan.Date
}

// The rungs that no ladder has to name.
var (
	// dueRung is told where an earlier date was set: the document's own date is
	// not passed over.
	dueRung = Rung{"due", CountWorkingDays, 0}

	lateRungs  = []Rung{{"late1", countLate, 3}, {"late2", countLate, 6}, {"late3", countLate, 9}}
	leaderRung = Rung{"leader", countLate, 4} // the working day after late1
)

// climb lists the steps up to the due date of an occurrence, by day. Where two
// rungs meet on one day, as around long holidays, the later one counts. Nothing
// is nudged before the plan is known, nor while the agency does not exist.
func (p *Planner) climb(owed Owed) []step {
	wanted := owed.Occurrence
	wanted.Due = owed.wanted()
	var steps []step
	warned := false
	for _, rung := range p.ladder[owed.Occurrence.Kind] {
		if day, ok := rung.day(p.calendar, wanted); ok {
			steps = append(steps, step{rung, day})
			warned = warned || rung.Count != CountQuarter
		}
	}
	if warned && !owed.Internal.IsZero() {
		steps = append(steps, step{dueRung, p.calendar.LastWorkingDayUpTo(owed.Occurrence.Due)})
	}
	slices.SortStableFunc(steps, func(a, b step) int { return a.day.Compare(b.day) })
	var kept []step
	for _, s := range steps {
		if !owed.remindable(s.day) {
			continue
		}
		if n := len(kept); n > 0 && kept[n-1].day == s.day {
			kept = kept[:n-1]
		}
		kept = append(kept, s)
	}
	return kept
}

// remindable reports whether there is, on a day, a plan that is known and an
// agency that owes.
func (o Owed) remindable(day plan.Date) bool {
	return day.Compare(o.Plan.Issued) > 0 && exists(o.Agency, day)
}

// after lists the steps behind the due date, by day.
func (p *Planner) after(owed Owed) []step {
	if !owed.chased() || len(p.ladder[owed.Occurrence.Kind]) == 0 {
		return nil
	}
	var steps []step
	for _, rung := range append(lateRungs[:1:1], leaderRung, lateRungs[1], lateRungs[2]) {
		day := p.calendar.WorkingDaysAfter(owed.Occurrence.Due, rung.Number)
		if owed.remindable(day) && !owed.history(day) {
			steps = append(steps, step{rung, day})
		}
	}
	return steps
}

// course is an occurrence with all its steps.
type course struct {
	Owed
	kept   record.Occurrence
	key    string
	before []step
	behind []step
	first  plan.Date // of all steps; zero for none
	last   plan.Date
}

// between reports whether a step may lie behind one day and not behind another.
func (c *course) between(after, day plan.Date) bool {
	return !c.first.IsZero() && after.Compare(c.last) < 0 && c.first.Compare(day) <= 0
}

// courseBook remembers the courses of agencies, which many people share.
type courseBook struct {
	mu    sync.Mutex
	pages map[coursePage][]course
}

type coursePage struct {
	agency   string
	supports bool
	year     int
}

// mostCoursePages bounds the book: every agency and ward in three years, and
// some. People can ask for any year and for wards of any name.
const mostCoursePages = 2_000

func newCourseBook() *courseBook { return &courseBook{pages: map[coursePage][]course{}} }

// coursesIn returns the courses of what falls due in a year.
func (p *Planner) coursesIn(s Subscription, year int) []course {
	page := coursePage{plan.KeyOf(s.Agency), s.Supports, year}
	p.courses.mu.Lock()
	defer p.courses.mu.Unlock()
	if all, known := p.courses.pages[page]; known {
		return all
	}
	var all []course
	for _, owed := range p.owedIn(s, year) {
		kept := owed.Kept()
		c := course{Owed: owed, kept: kept, key: kept.Key(), before: p.climb(owed), behind: p.after(owed)}
		if steps := slices.Concat(c.before, c.behind); len(steps) > 0 {
			c.first, c.last = steps[0].day, steps[len(steps)-1].day
		}
		all = append(all, c)
	}
	if len(p.courses.pages) >= mostCoursePages {
		clear(p.courses.pages)
	}
	p.courses.pages[page] = all
	return all
}
