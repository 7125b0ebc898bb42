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
// told of in time is not told of by itself any more: it is among what is owing.
const longPast = 90

// Draw draws up the digest of a chat for a day: of each open occurrence the
// latest rung that fell between the day up to which the chat's nudges were drawn
// up and this one; earlier rungs are Covered by it. A digest without nudges says
// that nothing is to be sent.
//
// False says that nothing is drawn up on the day, which is off, or on which the
// person is away: the chat is to be asked for again on another day.
func (p *Planner) Draw(r record.Recipient, day plan.Date, known record.Known) (record.Digest, bool) {
	if !p.calendar.IsWorkingDay(day) || r.Away.Holds(day) {
		return record.Digest{Chat: r.Chat, Day: day, Progress: record.Queued}, false
	}
	b := newDigestBuilder(p, r, day, known)
	for _, f := range p.followed(r, day) {
		b.look(f)
	}
	return b.digest(), true
}

// followed is an agency with all that a chat is to it.
type followed struct {
	agency plan.Agency
	roles  map[record.Role]bool
	since  plan.Date // of the oldest role
	fresh  bool      // a role came since the chat's nudges were last drawn up, or on that day
}

// answers reports whether a chat answers for an agency, and so for what it owes.
func (f followed) answers() bool { return f.roles[record.FocalPerson] || f.roles[record.Leader] }

// followed gathers the roles that a chat has on a day by agency. One whose
// agency is in no register any more is passed over.
func (p *Planner) followed(r record.Recipient, day plan.Date) []followed {
	var all []followed
	for _, s := range r.Subscriptions {
		since := plan.DateOf(s.Since.In(vietnam))
		if s.Standing != record.Approved || !s.Until.IsZero() && (day.Compare(since) < 0 || s.Until.Compare(day) < 0) {
			continue
		}
		a, ok := p.agency(s.Agency)
		if !ok {
			continue
		}
		i := slices.IndexFunc(all, func(f followed) bool { return plan.KeyOf(f.agency) == plan.KeyOf(a) })
		if i < 0 {
			i = len(all)
			all = append(all, followed{agency: a, roles: map[record.Role]bool{}, since: since})
		}
		f := &all[i]
		f.roles[s.Role] = true
		f.fresh = f.fresh || r.Through.Compare(since) <= 0 && since.Compare(day) <= 0
		if since.Compare(f.since) < 0 {
			f.since = since
		}
	}
	return all
}

// digestBuilder collects the nudges of one digest.
type digestBuilder struct {
	*Planner
	recipient record.Recipient
	day       plan.Date
	fresh     bool // nothing was drawn up for the chat before
	known     record.Known
	later     map[string][]step // days that the chat chose, by key of the occurrence

	first bool      // what is looked at was not looked at before: nothing was missed
	after plan.Date // the last day that was looked at before

	told    []Nudge
	covered []Nudge
}

func newDigestBuilder(p *Planner, r record.Recipient, day plan.Date, known record.Known) *digestBuilder {
	b := &digestBuilder{Planner: p, recipient: r, day: day, known: known, later: map[string][]step{}}
	b.fresh = r.Through.IsZero() || day.Compare(r.Through) < 0 // new, or the clock was set back
	for _, snooze := range r.Snoozed {
		if chosen, ok := p.laterStep(snooze); ok {
			key := snooze.Occurrence.Key()
			b.later[key] = append(b.later[key], chosen)
		}
	}
	return b
}

// look goes through what an agency owes around the day.
func (b *digestBuilder) look(f followed) {
	b.lookBack(b.fresh)
	subscription := Subscription{Agency: f.agency, Supports: b.recipient.Supports}
	for year := b.after.Year - 1; year <= b.day.Year+1; year++ {
		courses := b.coursesIn(subscription, year)
		for i := range courses {
			c := &courses[i]
			if !b.concerns(c, f) {
				continue
			}
			if _, done := b.known.Closed[c.key]; done {
				continue
			}
			if told := b.weigh(c, f.roles); !told && f.fresh {
				b.lookBack(true)
				b.weigh(c, f.roles)
				b.lookBack(b.fresh)
			}
		}
	}
	b.owed(f)
	b.farewell(f)
	if b.recipient.Monday && f.roles[record.Leader] {
		b.review(f.agency)
	}
	if b.recipient.Monday && (f.roles[record.Overseer] || f.roles[record.Leader] && f.agency.Oversees) {
		b.cityReview(f.agency)
	}
}

// concerns reports whether anything may be told of an occurrence.
func (b *digestBuilder) concerns(c *course, f followed) bool {
	if f.fresh || b.first || c.between(b.after, b.day) || len(b.later[c.key]) > 0 {
		return true
	}
	_, asked := b.known.Asked[c.key]
	return asked
}

// lookBack sets from when on steps are looked at: for the first time, or from
// the last digest on.
func (b *digestBuilder) lookBack(first bool) {
	b.first, b.after = first, b.recipient.Through
	if first {
		b.after = b.day.AddDays(-firstLook - 1)
	}
}

// fell reports whether a day lies behind the last digest and has come.
func (b *digestBuilder) fell(day plan.Date) bool {
	return b.after.Compare(day) < 0 && day.Compare(b.day) <= 0
}

// weigh takes one open occurrence in, and reports whether it is told. What was
// told before the store leaves out, so looking twice for the first time, as on
// the day behind an approval, does no harm.
func (b *digestBuilder) weigh(c *course, roles map[record.Role]bool) bool {
	if b.first && c.Occurrence.Due.Compare(b.day) < 0 {
		latest, ok := b.overdueAtFirst(c, roles)
		if ok {
			b.told = append(b.told, b.nudge(c, latest))
		}
		return ok
	}
	missed := b.missed(c, roles)
	if len(missed) == 0 {
		return false
	}
	latest := missed[len(missed)-1]
	if c.Occurrence.Due.Compare(b.day) < 0 && latest.rung.Count != countAsked {
		if !c.chased() || c.history(b.day) || c.Occurrence.Due.DaysUntil(b.day) > longPast {
			return false
		}
		if latest.rung.Count != countLate { // it came due while nothing was sent
			latest = step{lateRungs[0], b.day}
			missed = append(missed, latest)
		}
	}
	b.told = append(b.told, b.nudge(c, latest))
	if b.first {
		return true
	}
	for _, m := range missed[:len(missed)-1] {
		b.covered = append(b.covered, b.nudge(c, m))
	}
	return true
}

// overdueAtFirst is the step at which a new focal person is told of what is
// overdue: the one on which it stands, also where the days of all of them are
// past. A predecessor may have been told of it, or nobody.
func (b *digestBuilder) overdueAtFirst(c *course, roles map[record.Role]bool) (step, bool) {
	due := c.Occurrence.Due
	if !roles[record.FocalPerson] || len(c.behind) == 0 || due.Year != b.day.Year || due.DaysUntil(b.day) > firstLookBehind {
		return step{}, false
	}
	latest := step{lateRungs[0], b.day}
	for _, one := range c.behind {
		if one.rung != leaderRung && one.day.Compare(b.day) <= 0 {
			latest = one
		}
	}
	return latest, true
}

// missed lists the steps of an occurrence that concern the roles and fell since
// the last digest, by day.
func (b *digestBuilder) missed(c *course, roles map[record.Role]bool) []step {
	var missed []step
	take := func(one step) {
		if b.fell(one.day) {
			missed = append(missed, one)
		}
	}
	if roles[record.Follower] || roles[record.FocalPerson] {
		for _, one := range c.before {
			if one.rung.Count != CountQuarter || b.recipient.Digest && b.newQuarter(one.day) {
				take(one)
			}
		}
	}
	for _, one := range c.behind {
		if one.rung == leaderRung && roles[record.Leader] || one.rung != leaderRung && roles[record.FocalPerson] {
			take(one)
		}
	}
	if e, asked := b.known.Asked[c.key]; asked && roles[record.FocalPerson] {
		for _, one := range b.askedSteps(e) {
			take(one)
		}
	}
	if len(b.later) > 0 {
		for _, one := range b.later[c.key] {
			take(one)
		}
	}
	slices.SortStableFunc(missed, func(x, y step) int { return x.day.Compare(y.day) })
	return missed
}

// newQuarter reports whether the chat's letter of the quarter that begins on a
// day is to come: a new chat has that of the day alone.
func (b *digestBuilder) newQuarter(begin plan.Date) bool {
	if b.fresh {
		return begin == b.day
	}
	return b.recipient.Through.Compare(begin) < 0
}

// owed tells a focal person at the beginning of a quarter all that is overdue
// and not in the digest: nothing that is open falls silent.
func (b *digestBuilder) owed(f followed) {
	begin := b.quarterBegin(b.day)
	if !f.roles[record.FocalPerson] || !exists(f.agency, b.day) || begin.Compare(b.day) > 0 || !b.newQuarter(begin) {
		return
	}
	b.lookBack(b.fresh)
	for _, c := range b.owing(f.agency, b.day, b.known) {
		if !slices.ContainsFunc(b.told, func(n Nudge) bool { return n.Record.Key() == c.key }) {
			b.told = append(b.told, b.nudge(&c, step{Rung{owedBegin + begin.String(), countOwed, 0}, begin}))
		}
	}
}

// farewell tells once that an agency is no more, on the first working day behind
// its last.
func (b *digestBuilder) farewell(f followed) {
	last := f.agency.ValidTo
	if last.IsZero() || b.fresh || last.Compare(f.since) < 0 {
		return
	}
	day := b.calendar.FirstWorkingDayFrom(last.AddDays(1))
	if b.lookBack(false); b.fell(day) {
		b.told = append(b.told, Nudge{Owed: Owed{Agency: f.agency}, Rung: farewellRung, Day: day, Record: record.Occurrence{
			Agency: plan.KeyOf(f.agency), Year: last.Year, State: record.Open,
			Occurrence: plan.Occurrence{Kind: farewellKind, From: last, Due: last},
		}})
	}
}

// nudge is told for the day of its step; at first for this one, as nothing was
// missed.
func (b *digestBuilder) nudge(c *course, at step) Nudge {
	day := at.day
	if b.first {
		day = b.day
	}
	return Nudge{
		Owed: c.Owed, Rung: at.rung, Day: day, Record: c.kept,
		LastDay: b.calendar.LastWorkingDayUpTo(c.Occurrence.Due),
	}
}

// digest puts what is told in the order in which it is told.
func (b *digestBuilder) digest() record.Digest {
	d := record.Digest{Chat: b.recipient.Chat, Day: b.day, Progress: record.Queued}
	slices.SortStableFunc(b.told, func(x, y Nudge) int { return toldOrder(b.day, x, y) })
	for i, n := range append(b.told, b.covered...) {
		d.Nudges = append(d.Nudges, record.Nudge{
			Occurrence: n.Record, Rung: n.Rung.Name, Day: n.Day, Covered: i >= len(b.told),
		})
		d.Late = d.Late || n.Day.Compare(b.day) < 0 && !n.Review()
	}
	return d
}

// toldOrder brings what is overdue on a day before warnings, then what has the
// whole year, what others lead, overviews and the week's review; within each by
// due date. What is settled keeps its place, so that nobody loses theirs in the
// list.
func toldOrder(day plan.Date, a, b Nudge) int {
	return cmp.Or(
		cmp.Compare(urgency(day, a), urgency(day, b)),
		a.wanted().Compare(b.wanted()),
	)
}

func urgency(day plan.Date, n Nudge) int {
	switch {
	case n.Review():
		return 5
	case n.overview():
		return 4
	case n.supports():
		return 3
	case n.overdue(day):
		return 0
	case n.yearLong():
		return 2
	}
	return 1
}
