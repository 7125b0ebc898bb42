package remind

import (
	"fmt"
	"strings"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// The rungs that are named after a day.
const (
	laterBegin  = "later-"
	mondayBegin = "monday-"
	cityBegin   = "city-"
	owedBegin   = "owed-"
	askedBegin  = "asked-"
)

// farewellRung is of an occurrence that stands for the end of an agency.
var farewellRung = Rung{"end", countEnd, 0}

const farewellKind plan.DeadlineKind = "end"

// askedAgain is on which working days behind the question the focal persons are
// told that an explanation is waited for.
var askedAgain = []int{1, 3, 6}

// askedSteps are when an explanation that was asked for is told again.
func (p *Planner) askedSteps(e record.Explanation) []step {
	asked := plan.DateOf(e.AskedAt.In(vietnam))
	steps := make([]step, len(askedAgain))
	for i, days := range askedAgain {
		steps[i] = step{Rung{fmt.Sprint(askedBegin, e.ID, "-", days), countAsked, days}, p.calendar.WorkingDaysAfter(asked, days)}
	}
	return steps
}

// laterStep is when a snoozed occurrence is told again: on the day that was
// chosen or the working day behind it, and never past the last working day up to
// the due date. False where it is due before.
func (p *Planner) laterStep(s record.Snooze) (step, bool) {
	due := s.Occurrence.Due
	if s.Day.Compare(due) > 0 {
		return step{}, false
	}
	day := p.calendar.FirstWorkingDayFrom(s.Day)
	if day.Compare(due) > 0 {
		day = p.calendar.LastWorkingDayUpTo(due)
	}
	return step{Rung{laterBegin + s.Day.String(), countLater, 0}, day}, true
}

// rungNamed finds the rung of a kept nudge.
func rungNamed(name string) Rung {
	for _, r := range append(lateRungs[:len(lateRungs):len(lateRungs)], leaderRung, dueRung, farewellRung) {
		if r.Name == name {
			return r
		}
	}
	switch {
	case strings.HasPrefix(name, laterBegin):
		return Rung{name, countLater, 0}
	case strings.HasPrefix(name, mondayBegin), strings.HasPrefix(name, cityBegin):
		return Rung{name, countWeek, 0}
	case strings.HasPrefix(name, owedBegin):
		return Rung{name, countOwed, 0}
	case strings.HasPrefix(name, askedBegin):
		return Rung{name, countAsked, 0}
	}
	r, err := ParseRung(name)
	if err != nil { // of a ladder that an older program knew
		return Rung{Name: name}
	}
	return r
}

// agency finds an agency by what it is kept by.
func (p *Planner) agency(id string) (plan.Agency, bool) {
	if a, ok := p.register.Agency(id); ok {
		return a, true
	}
	return p.register.Ward(id)
}
