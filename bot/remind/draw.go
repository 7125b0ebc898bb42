package remind

import (
	"cmp"
	"slices"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// firstLook is how many days a first digest looks back for the rung on which an
// occurrence stands.
const firstLook = 45

// firstLookBehind is how many days a focal person's first digest looks back for
// what is overdue, within the year of its day.
const firstLookBehind = 60

// longPast is how many days after its due date an occurrence that nobody was
// told of in time is not told of any more: it stands in the overviews as late.
const longPast = 90

// Draw draws up the digest of a chat for a day: of each open occurrence the
// latest rung that fell between the day up to which the chat's nudges were drawn
// up and this one; earlier rungs are Covered by it. closed holds what is done or
// waived, by key. A digest without nudges says that nothing is to be sent.
//
// False says that there is something, but that the day is off and it can wait:
// the chat is to be asked for again on another day.
func (p *Planner) Draw(r record.Recipient, day plan.Date, closed map[string]record.Occurrence) (record.Digest, bool) {
	s := newSitting(p, r, day, closed)
	for _, f := range p.followed(r, day) {
		s.look(f)
	}
	if (len(s.told) > 0 || s.putOff) && !p.calendar.IsWorkingDay(day) && !s.pressing() {
		return record.Digest{Chat: r.Chat, Day: day, Progress: record.Queued}, false
	}
	return s.digest(), true
}

// followed is an agency with all that a chat is to it.
type followed struct {
	agency plan.Agency
	roles  map[record.Role]bool
	fresh  bool // one of these came since the chat's nudges were last drawn up, or on that day
}

// followed gathers the approved subscriptions of a chat by agency. One whose
// agency is in no register any more is passed over.
func (p *Planner) followed(r record.Recipient, day plan.Date) []followed {
	var all []followed
	for _, s := range r.Subscriptions {
		if s.Standing != record.Approved {
			continue
		}
		a, ok := p.agency(s.Agency)
		if !ok {
			continue
		}
		i := slices.IndexFunc(all, func(f followed) bool { return keptID(f.agency) == keptID(a) })
		if i < 0 {
			i = len(all)
			all = append(all, followed{agency: a, roles: map[record.Role]bool{}})
		}
		all[i].roles[s.Role] = true
		since := plan.DateOf(s.Since.In(vietnam))
		all[i].fresh = all[i].fresh || r.Through.Compare(since) <= 0 && since.Compare(day) <= 0
	}
	return all
}

// sitting is the drawing up of one digest.
type sitting struct {
	*Planner
	recipient record.Recipient
	day       plan.Date
	fresh     bool // nothing was drawn up for the chat before
	closed    map[string]record.Occurrence
	later     map[string][]step // days that the chat chose, by key of the occurrence
	putOff    bool              // one of these days has come, and is off

	first bool      // what is looked at was not looked at before: nothing was missed
	after plan.Date // the last day that was looked at before

	told    []Nudge
	covered []Nudge
}

func newSitting(p *Planner, r record.Recipient, day plan.Date, closed map[string]record.Occurrence) *sitting {
	s := &sitting{Planner: p, recipient: r, day: day, closed: closed, later: map[string][]step{}}
	s.fresh = r.Through.IsZero() || day.Compare(r.Through) < 0 // new, or the clock was set back
	for _, snooze := range r.Snoozed {
		if chosen, ok := p.laterStep(snooze); ok {
			key := snooze.Occurrence.Key()
			s.later[key] = append(s.later[key], chosen)
			s.putOff = s.putOff || snooze.Day.Compare(day) <= 0 && chosen.day.Compare(day) > 0
		}
	}
	return s
}

// look goes through what an agency owes around the day.
func (s *sitting) look(f followed) {
	s.lookBack(s.fresh)
	subscription := Subscription{Agency: f.agency, Supports: s.recipient.Supports}
	for year := s.after.Year - 1; year <= s.day.Year+1; year++ {
		for _, c := range s.coursesIn(subscription, year) {
			if _, done := s.closed[c.key]; done {
				continue
			}
			if told := s.weigh(c, f.roles); !told && f.fresh {
				s.lookBack(true)
				s.weigh(c, f.roles)
				s.lookBack(s.fresh)
			}
		}
	}
	if s.recipient.Monday && f.roles[record.Leader] {
		s.review(subscription)
	}
}

// lookBack sets from when on steps are looked at: for the first time, or from
// the last digest on.
func (s *sitting) lookBack(first bool) {
	s.first, s.after = first, s.recipient.Through
	if first {
		s.after = s.day.AddDays(-firstLook - 1)
	}
}

// weigh takes one open occurrence in, and reports whether it is told. What was
// told before the store leaves out, so looking twice for the first time, as on
// the day behind an approval, does no harm.
func (s *sitting) weigh(c course, roles map[record.Role]bool) bool {
	if s.first && c.Occurrence.Due.Compare(s.day) < 0 {
		latest, ok := s.overdueAtFirst(c, roles)
		if ok {
			s.told = append(s.told, s.nudge(c, latest))
		}
		return ok
	}
	missed := s.missed(c, roles)
	if len(missed) == 0 {
		return false
	}
	latest := missed[len(missed)-1]
	if c.Occurrence.Due.Compare(s.day) < 0 {
		if !c.chased() || c.history(s.day) || c.Occurrence.Due.DaysUntil(s.day) > longPast {
			return false
		}
		if latest.rung.Count != countLate { // it came due while nothing was sent
			latest = step{lateRungs[0], s.day}
			missed = append(missed, latest)
		}
	}
	s.told = append(s.told, s.nudge(c, latest))
	if s.first {
		return true
	}
	for _, m := range missed[:len(missed)-1] {
		s.covered = append(s.covered, s.nudge(c, m))
	}
	return true
}

// overdueAtFirst is the step at which a new focal person is told of what is
// overdue: the one on which it stands, also where the days of all of them are
// past. A predecessor may have been told of it, or nobody.
func (s *sitting) overdueAtFirst(c course, roles map[record.Role]bool) (step, bool) {
	due := c.Occurrence.Due
	if !roles[record.FocalPerson] || len(c.behind) == 0 || due.Year != s.day.Year || due.DaysUntil(s.day) > firstLookBehind {
		return step{}, false
	}
	latest := step{lateRungs[0], s.day}
	for _, one := range c.behind {
		if one.rung != leaderRung && one.day.Compare(s.day) <= 0 {
			latest = one
		}
	}
	return latest, true
}

// missed lists the steps of an occurrence that concern the roles and fell since
// the last digest, by day.
func (s *sitting) missed(c course, roles map[record.Role]bool) []step {
	var missed []step
	take := func(one step) {
		if s.after.Compare(one.day) < 0 && one.day.Compare(s.day) <= 0 {
			missed = append(missed, one)
		}
	}
	if roles[record.Follower] || roles[record.FocalPerson] {
		for _, one := range c.before {
			if one.rung.Count != CountQuarter || s.recipient.Digest && !s.fresh && s.recipient.Through.Compare(one.day) < 0 {
				take(one)
			}
		}
	}
	for _, one := range c.behind {
		if one.rung == leaderRung && roles[record.Leader] || one.rung != leaderRung && roles[record.FocalPerson] {
			take(one)
		}
	}
	if len(s.later) > 0 {
		for _, one := range s.later[c.key] {
			take(one)
		}
	}
	slices.SortStableFunc(missed, func(a, b step) int { return a.day.Compare(b.day) })
	return missed
}

// nudge is told for the day of its step; at first for this one, as nothing was
// missed.
func (s *sitting) nudge(c course, at step) Nudge {
	day := at.day
	if s.first {
		day = s.day
	}
	return Nudge{
		Owed: c.Owed, Rung: at.rung, Day: day, Record: c.kept,
		LastDay: s.calendar.LastWorkingDayUpTo(c.Occurrence.Due),
	}
}

// pressing reports whether something in the digest falls due before the next
// working day, so that even a day off is the right one.
func (s *sitting) pressing() bool {
	next := s.calendar.FirstWorkingDayFrom(s.day)
	return slices.ContainsFunc(s.told, func(n Nudge) bool {
		due := n.Occurrence.Due
		return n.warning() && s.day.Compare(due) <= 0 && due.Compare(next) < 0
	})
}

// digest puts what is told in the order in which it is told.
func (s *sitting) digest() record.Digest {
	d := record.Digest{Chat: s.recipient.Chat, Day: s.day, Progress: record.Queued}
	slices.SortStableFunc(s.told, func(a, b Nudge) int { return toldOrder(s.day, a, b) })
	for i, n := range append(s.told, s.covered...) {
		d.Nudges = append(d.Nudges, record.Nudge{
			Occurrence: n.Record, Rung: n.Rung.Name, Day: n.Day, Covered: i >= len(s.told),
		})
		d.Late = d.Late || n.Day.Compare(s.day) < 0 && n.Rung.Count != countWeek
	}
	return d
}

// toldOrder brings what is overdue on a day before warnings, then what has the
// whole year, overviews and the week's review; within each by due date. What is
// settled keeps its place, so that nobody loses theirs in the list.
func toldOrder(day plan.Date, a, b Nudge) int {
	return cmp.Or(
		cmp.Compare(urgencyOn(day, a), urgencyOn(day, b)),
		a.wanted().Compare(b.wanted()),
	)
}

func urgencyOn(day plan.Date, n Nudge) int {
	if n.Rung.Count != countWeek && n.Occurrence.Due.Compare(day) < 0 {
		return -1
	}
	return urgency(n)
}
