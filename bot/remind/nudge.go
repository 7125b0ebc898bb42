package remind

import (
	"slices"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Nudge is one reminder of one occurrence.
type Nudge struct {
	Owed
	Rung    Rung
	Day     plan.Date // on which it was meant to be sent, a working day
	LastDay plan.Date // the last working day up to the due date
	Again   plan.Date // when the chat wants to hear of it again; zero for no such wish
	Asked   plan.Date // when an explanation was asked for that is waited for; zero for none

	Record record.Occurrence // how it stands
}

// overview reports whether a nudge only keeps a duty in mind.
func (n Nudge) overview() bool { return n.Rung.Count == CountQuarter }

// Review reports whether a nudge belongs to a leader's review of the week.
func (n Nudge) Review() bool { return n.Rung.Count == countWeek }

// open reports whether something is still to be done.
func (n Nudge) open() bool { return n.Record.State != record.Done && n.Record.State != record.Waived }

// escalated reports whether a nudge tells a leader of what is overdue and open.
func (n Nudge) escalated() bool { return n.Rung == leaderRung && n.open() }

// Warning reports whether a nudge asks for something to be done.
func (n Nudge) Warning() bool { return !n.overview() && !n.Review() }

// overdue reports whether a warning comes behind the due date.
func (n Nudge) overdue(day plan.Date) bool { return n.Warning() && n.Occurrence.Due.Compare(day) < 0 }

// supports reports whether the agency only supports others.
func (o Owed) supports() bool { return o.Role == plan.RoleSupport }

// yearLong reports whether a duty has the whole year, as a third of them have:
// at its end they are many, and told in short.
func (o Owed) yearLong() bool {
	return o.Occurrence.Kind == plan.DeadlineWithinYear || o.Occurrence.Kind == plan.DeadlineYearly
}

// undated reports whether an occurrence stands for what has no due date of its
// own.
func (o Owed) undated() bool {
	return o.Occurrence.Kind == plan.DeadlineContinuous || o.Occurrence.Kind == plan.DeadlineOnEvent
}

// Digest is all that a person is reminded of on one day, the most urgent first.
type Digest struct {
	Day    plan.Date
	Nudges []Nudge
	Since  plan.Date // the earliest day that part of it was meant for; zero where that is its own
	Owing  []Owed    // overdue and open besides, for those who answer for it
	Before int       // how much of what is reviewed was overdue a week before
	Ahead  []Owed    // due in the quarter that begins, in the letter of the quarter
	Ended  []Ending  // of agencies that are no more; each is told once
	City   bool      // it tells how the whole city stands
}

// Ending is an agency that is no more, and the one that took over its duties; the
// zero Agency where none is known.
type Ending struct{ Agency, Successor plan.Agency }

// Empty reports whether there is nothing to send.
func (d Digest) Empty() bool { return len(d.Nudges) == 0 && len(d.Ended) == 0 && !d.City }

// Warnings are what a digest asks for, as against what it only keeps in mind.
func (d Digest) Warnings() []Nudge { return d.of(Nudge.Warning) }

// Overviews are the nudges that only keep a duty in mind, without those of units
// that the digest tells as overdue or falling due.
func (d Digest) Overviews() []Nudge {
	asked := d.Warnings()
	return d.of(func(n Nudge) bool {
		return n.overview() && !slices.ContainsFunc(asked, func(other Nudge) bool {
			return other.Plan.Key == n.Plan.Key && other.Unit.ID == n.Unit.ID && plan.KeyOf(other.Agency) == plan.KeyOf(n.Agency)
		})
	})
}

// of picks nudges.
func (d Digest) of(which func(Nudge) bool) []Nudge {
	var some []Nudge
	for _, n := range d.Nudges {
		if which(n) {
			some = append(some, n)
		}
	}
	return some
}

// quarterly reports whether a digest is the letter of a quarter.
func (d Digest) quarterly() bool {
	return slices.ContainsFunc(d.Nudges, func(n Nudge) bool { return n.overview() || n.Rung.Count == countOwed })
}
