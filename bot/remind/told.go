package remind

import (
	"cmp"
	"slices"
	"strings"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Restore finds the unit and the agency of a kept occurrence again; false where
// its plan or agency is not loaded any more, or does not hold it.
func (p *Planner) Restore(o record.Occurrence) (Owed, bool) {
	a, ok := p.agency(o.Agency)
	if !ok {
		return Owed{}, false
	}
	key := o.Key()
	subscription := Subscription{Agency: a, Supports: true}
	for _, c := range p.coursesIn(subscription, o.Due.Year) {
		if c.key == key {
			return c.Owed, true
		}
	}
	return p.restoreOlder(o, subscription)
}

// restoreOlder looks in a plan that does not rule the year of the occurrence any
// more, because a newer one was loaded.
func (p *Planner) restoreOlder(o record.Occurrence, s Subscription) (Owed, bool) {
	for _, in := range p.named(o.Plan) {
		for _, owed := range p.owedUnder(in, s, o.Due.Year) {
			if owed.Kept().Key() == o.Key() {
				return owed, true
			}
		}
	}
	return Owed{}, false
}

// named are the plans that a key of records names. One that cannot be opened is
// none.
func (p *Planner) named(key string) []*plan.Plan {
	var all []*plan.Plan
	for _, v := range slices.Concat(slices.Concat(p.lines...), p.others) {
		if v.About.Key() != key {
			continue
		}
		if in, err := v.Open(); err == nil {
			all = append(all, in)
		}
	}
	return all
}

// Told is a kept digest as it is told: without what is Covered, what was settled
// marked so, in the order in which Draw tells. What cannot be restored is left
// out, so the result may hold no nudge. One that was sent behind its day is told
// as of the day on which it was.
func (p *Planner) Told(d record.Digest) Digest {
	told := Digest{Day: d.Day}
	if d.Late {
		told.Since = meantFrom(d)
	}
	if sent := plan.DateOf(d.SentAt.In(vietnam)); !d.SentAt.IsZero() && d.Day.Compare(sent) < 0 {
		told.Day = sent
		if told.Since.IsZero() {
			told.Since = d.Day
		}
	}
	for _, kept := range d.Nudges {
		if a, ok := p.agency(kept.Occurrence.Agency); ok && kept.Rung == farewellRung.Name {
			successor, _ := p.register.Agency(a.Successor)
			told.Ended = append(told.Ended, Ending{a, successor})
			continue
		}
		if strings.HasPrefix(kept.Rung, cityBegin) {
			told.City = true
			continue
		}
		owed, ok := p.Restore(kept.Occurrence)
		if kept.Covered || !ok {
			continue
		}
		told.Nudges = append(told.Nudges, Nudge{
			Owed: owed, Rung: rungNamed(kept.Rung), Day: kept.Day, Record: kept.Occurrence,
			LastDay: p.calendar.LastWorkingDayUpTo(owed.Occurrence.Due),
		})
	}
	slices.SortStableFunc(told.Nudges, func(a, b Nudge) int {
		return cmp.Or(
			toldOrder(told.Day, a, b),
			cmp.Compare(plan.KeyOf(a.Agency), plan.KeyOf(b.Agency)),
			cmp.Compare(a.place, b.place),
		)
	})
	return told
}

// Tell is a kept digest as its chat reads it: as Told, with what the chat put off
// and what its leaders ask for marked, and with what its agencies owe besides.
func (p *Planner) Tell(d record.Digest, r record.Recipient, known record.Known) Digest {
	told := p.Told(d)
	for i, n := range told.Nudges {
		for _, s := range r.Snoozed {
			if s.Day.Compare(told.Day) > 0 && s.Occurrence.Key() == n.Record.Key() && n.open() {
				told.Nudges[i].Again = s.Day
			}
		}
		if e, asked := known.Asked[n.Record.Key()]; asked && n.open() {
			told.Nudges[i].Asked = plan.DateOf(e.AskedAt.In(vietnam))
		}
	}
	if told.Empty() {
		return told
	}
	standing := map[string]bool{}
	for _, n := range told.Nudges {
		standing[n.Record.Key()] = true
	}
	for _, f := range p.followed(r, told.Day) {
		if f.answers() {
			for _, c := range p.owing(f.agency, told.Day, known) {
				if !standing[c.key] {
					told.Owing = append(told.Owing, c.Owed)
				}
			}
		}
		if f.roles[record.Leader] && slices.ContainsFunc(told.Nudges, Nudge.Review) {
			told.Before += len(p.owing(f.agency, told.Day.AddDays(-reviewDone), before(known, told.Day.AddDays(-reviewDone))))
		}
		if told.quarterly() {
			told.Ahead = append(told.Ahead, p.ahead(f.agency, told.Day, known, standing)...)
		}
	}
	return told
}

// before is what was known at the end of a day.
func before(known record.Known, day plan.Date) record.Known {
	closed := map[string]record.Occurrence{}
	for key, o := range known.Closed {
		if plan.DateOf(o.At.In(vietnam)).Compare(day) <= 0 {
			closed[key] = o
		}
	}
	known.Closed = closed
	return known
}

// ahead lists what an agency is to deliver in the quarter of a day from that day
// on, without what it has the whole year for.
func (p *Planner) ahead(a plan.Agency, day plan.Date, known record.Known, standing map[string]bool) []Owed {
	return slices.DeleteFunc(p.Occurrences(Subscription{Agency: a}, day, plan.QuarterOf(day).To), func(o Owed) bool {
		key := o.Kept().Key()
		_, closed := known.Closed[key]
		return closed || standing[key] || o.yearLong() || o.undated()
	})
}

// meantFrom is the earliest day that a nudge of a kept digest was meant for,
// told or covered. A review is of its week, whenever it is told.
func meantFrom(d record.Digest) plan.Date {
	from := d.Day
	for _, n := range d.Nudges {
		if rungNamed(n.Rung).Count != countWeek && n.Day.Compare(from) < 0 {
			from = n.Day
		}
	}
	return from
}
