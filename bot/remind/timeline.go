package remind

import (
	"cmp"
	"slices"
	"time"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Nudge is one reminder of one occurrence.
type Nudge struct {
	Owed
	Rung    Rung
	Day     plan.Date // a working day, not after the due date
	LastDay plan.Date // the last working day up to the due date
	Again   plan.Date // when the chat wants to hear of it again; zero for no such wish

	Record record.Occurrence // how it stands; the zero one in a timeline of what is to come
}

// Key names the occurrence and the rung for an agency. No two nudges of a
// timeline share it, and it is the same whenever the timeline is drawn up.
func (n Nudge) Key() string { return n.Kept().Key() + "|" + n.Rung.Name }

// overview reports whether a nudge only keeps a duty in mind.
func (n Nudge) overview() bool { return n.Rung.Count == CountQuarter }

// open reports whether something is still to be done.
func (n Nudge) open() bool { return n.Record.State != record.Done && n.Record.State != record.Waived }

// escalated reports whether a nudge tells a leader of what is overdue and open.
func (n Nudge) escalated() bool { return n.Rung == leaderRung && n.open() }

// warning reports whether a nudge asks for something to be done.
func (n Nudge) warning() bool { return !n.overview() && n.Rung.Count != countWeek }

// yearLong reports whether a duty has the whole year, as a third of them have:
// at its end they are many, and told in short.
func (o Owed) yearLong() bool {
	return o.Occurrence.Kind == plan.DeadlineWithinYear || o.Occurrence.Kind == plan.DeadlineYearly
}

// Digest is all that a person is reminded of on one day, the most urgent first.
type Digest struct {
	Day    plan.Date
	Nudges []Nudge   // never empty
	Since  plan.Date // the earliest day that part of it was meant for; zero where that is its own
}

// Overviews are the nudges that only keep a duty in mind, without those of units
// that the digest tells as overdue or falling due.
func (d Digest) Overviews() []Nudge {
	asked := d.of(Nudge.warning)
	return d.of(func(n Nudge) bool {
		return n.overview() && !slices.ContainsFunc(asked, func(other Nudge) bool {
			return other.Plan.Key == n.Plan.Key && other.Unit.ID == n.Unit.ID && keptID(other.Agency) == keptID(n.Agency)
		})
	})
}

// When digests are sent, in the zone of Vietnam.
const (
	sendHour   = 8
	sendMinute = 30
)

// SendAt is when a digest is sent: 08:30 of its day in the zone.
func (d Digest) SendAt(zone *time.Location) time.Time {
	return time.Date(d.Day.Year, d.Day.Month, d.Day.Day, sendHour, sendMinute, 0, 0, zone)
}

// Timeline lists the digests of an agency in a span of days, both included.
func (p *Planner) Timeline(agency plan.Agency, from, to plan.Date) []Digest {
	return p.TimelineOf([]Subscription{{Agency: agency}}, nil, from, to)
}

// TimelineOf lists the digests of a person who follows agencies, by day, with
// what they put off on the days that they chose.
func (p *Planner) TimelineOf(subscriptions []Subscription, snoozed []record.Snooze, from, to plan.Date) []Digest {
	var nudges []Nudge
	for _, s := range subscriptions {
		// What falls due in the year after may be nudged in this one.
		for year := from.Year; year <= to.Year+1; year++ {
			for _, owed := range p.owedIn(s, year) {
				nudges = append(nudges, p.nudges(owed, snoozed)...)
			}
		}
	}
	nudges = slices.DeleteFunc(nudges, func(n Nudge) bool {
		return n.Day.Compare(from) < 0 || to.Compare(n.Day) < 0
	})
	slices.SortStableFunc(nudges, byUrgency)
	return byDay(nudges)
}

// nudges climbs the ladder of an occurrence. A day that was chosen takes the
// place of a rung on that day.
func (p *Planner) nudges(owed Owed, snoozed []record.Snooze) []Nudge {
	last := p.calendar.LastWorkingDayUpTo(owed.Occurrence.Due)
	steps := p.climb(owed)
	for _, snooze := range snoozed {
		chosen, ok := p.laterStep(snooze)
		if !ok || snooze.Occurrence.Key() != owed.Kept().Key() {
			continue
		}
		steps = slices.DeleteFunc(steps, func(s step) bool { return s.day == chosen.day })
		steps = append(steps, chosen)
	}
	var all []Nudge
	for _, s := range steps {
		all = append(all, Nudge{Owed: owed, Rung: s.rung, Day: s.day, LastDay: last})
	}
	return all
}

// exists reports whether an agency is there on a day.
func exists(a plan.Agency, day plan.Date) bool {
	return (a.ValidFrom.IsZero() || a.ValidFrom.Compare(day) <= 0) &&
		(a.ValidTo.IsZero() || day.Compare(a.ValidTo) <= 0)
}

// byUrgency orders by day, warnings before what has the whole year and
// overviews last, then by due date.
func byUrgency(a, b Nudge) int {
	return cmp.Or(
		a.Day.Compare(b.Day),
		cmp.Compare(urgency(a), urgency(b)),
		a.Occurrence.Due.Compare(b.Occurrence.Due),
	)
}

func urgency(n Nudge) int {
	switch {
	case n.Rung.Count == countWeek:
		return 3
	case n.overview():
		return 2
	case n.yearLong():
		return 1
	}
	return 0
}

// byDay gathers sorted nudges into digests.
func byDay(nudges []Nudge) []Digest {
	var digests []Digest
	for _, n := range nudges {
		if last := len(digests) - 1; last >= 0 && digests[last].Day == n.Day {
			digests[last].Nudges = append(digests[last].Nudges, n)
			continue
		}
		digests = append(digests, Digest{Day: n.Day, Nudges: []Nudge{n}})
	}
	return digests
}
