package remind

import (
	"time"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// What a leader's review of the week looks at, in days around its day.
const (
	reviewDone  = 7  // acknowledged within
	reviewLate  = 90 // due within, and open
	reviewAhead = 14 // falling due within
)

// review adds a leader's review of the week: what was done, what is late and
// what falls due. It is told on the first working day of the week, and later in
// the week where nothing was sent on that day.
func (s *sitting) review(subscription Subscription) {
	monday := s.day.AddDays(-((int(s.day.Weekday()) + 6) % 7))
	begin := s.calendar.FirstWorkingDayFrom(monday)
	if s.day.Compare(begin) < 0 || begin.Compare(s.after) <= 0 {
		return
	}
	rung := Rung{mondayBegin + monday.String(), countWeek, 0}
	for year := s.day.Year - 1; year <= s.day.Year+1; year++ {
		for _, c := range s.coursesIn(subscription, year) {
			if kept, ok := s.reviewed(c); ok {
				c.kept = kept
				s.told = append(s.told, s.nudge(c, step{rung, begin}))
			}
		}
	}
}

// reviewed reports whether an occurrence belongs into the review of the day, and
// how it stands.
func (s *sitting) reviewed(c course) (record.Occurrence, bool) {
	days := s.day.DaysUntil(c.Occurrence.Due)
	if !c.chased() || c.history(s.day) || len(c.before) == 0 {
		return record.Occurrence{}, false
	}
	if kept, closed := s.closed[c.key]; closed {
		at := plan.DateOf(kept.At.In(vietnam))
		return kept, kept.State == record.Done && at.Compare(s.day.AddDays(-reviewDone)) >= 0 && at.Compare(s.day) <= 0
	}
	return c.kept, -reviewLate <= days && days <= reviewAhead
}

// vietnam is the zone in which the days of a review are counted; it has known no
// other time since 1975.
var vietnam = time.FixedZone("+07", 7*60*60)
