package remind

import (
	"slices"
	"time"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// What a leader's review of the week looks at, in days around its day.
const (
	reviewDone  = 7  // acknowledged within
	reviewAhead = 14 // falling due within
)

// review adds a leader's review of the week: what was done, what is late and
// what falls due. It is told on the first working day of the week, and later in
// the week where nothing was sent on that day.
func (b *digestBuilder) review(a plan.Agency) {
	monday, begin, begins := b.week()
	if !begins {
		return
	}
	rung := Rung{mondayBegin + monday.String(), countWeek, 0}
	at := step{rung, begin}
	for year := b.day.Year - 1; year <= b.day.Year+1; year++ {
		for _, c := range b.coursesIn(Subscription{Agency: a}, year) {
			if kept, ok := b.reviewed(c); ok {
				c.kept = kept
				b.told = append(b.told, b.nudge(&c, at))
			}
		}
	}
	for _, c := range b.owing(a, b.day, b.known) {
		b.told = append(b.told, b.nudge(&c, at))
	}
}

// week is the week of the day, from which working day on it is reviewed, and
// whether that is still to be told.
func (b *digestBuilder) week() (monday, begin plan.Date, tell bool) {
	monday = b.day.AddDays(-((int(b.day.Weekday()) + 6) % 7))
	begin = b.calendar.FirstWorkingDayFrom(monday)
	b.lookBack(b.fresh)
	return monday, begin, b.fell(begin)
}

// cityKind is of an occurrence that stands for a week of the whole city.
const cityKind plan.DeadlineKind = "city"

// cityReview has the digest tell, once, how the whole city stands; overseeing is
// the agency for which the person sees that.
func (b *digestBuilder) cityReview(overseeing plan.Agency) {
	monday, begin, tell := b.week()
	rung := Rung{cityBegin + monday.String(), countWeek, 0}
	if !tell || slices.ContainsFunc(b.told, func(n Nudge) bool { return n.Rung == rung }) {
		return
	}
	b.told = append(b.told, Nudge{Owed: Owed{Agency: overseeing}, Rung: rung, Day: begin, Record: record.Occurrence{
		Agency: plan.KeyOf(overseeing), Year: monday.Year, State: record.Open,
		Occurrence: plan.Occurrence{Kind: cityKind, From: monday, Due: monday.AddDays(6)},
	}})
}

// reviewed reports whether an occurrence was done or falls due around the day,
// and how it stands.
func (b *digestBuilder) reviewed(c course) (record.Occurrence, bool) {
	days := b.day.DaysUntil(c.Occurrence.Due)
	if c.undated() || c.supports() || !exists(c.Agency, c.Occurrence.Due) {
		return record.Occurrence{}, false
	}
	if kept, closed := b.known.Closed[c.key]; closed {
		at := plan.DateOf(kept.At.In(vietnam))
		return kept, kept.State == record.Done && at.Compare(b.day.AddDays(-reviewDone)) >= 0 && at.Compare(b.day) <= 0
	}
	return c.kept, 0 <= days && days <= reviewAhead
}

// vietnam is the zone in which the days of a review are counted; it has known no
// other time since 1975.
var vietnam = time.FixedZone("+07", 7*60*60)
