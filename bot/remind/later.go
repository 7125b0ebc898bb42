package remind

import (
	"strings"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// The rungs that are named after a day.
const (
	laterBegin  = "later-"
	mondayBegin = "monday-"
)

// laterStep is when a snoozed occurrence is told again: on the day that was
// chosen or the working day behind it, and never past the due date. False where
// it is due before.
func (p *Planner) laterStep(s record.Snooze) (step, bool) {
	day := p.calendar.FirstWorkingDayFrom(s.Day)
	if due := s.Occurrence.Due; day.Compare(due) > 0 {
		day = s.Day
		if day.Compare(due) > 0 {
			return step{}, false
		}
	}
	return step{Rung{laterBegin + s.Day.String(), countLater, 0}, day}, true
}

// rungNamed finds the rung of a kept nudge.
func rungNamed(name string) Rung {
	for _, r := range append(lateRungs[:len(lateRungs):len(lateRungs)], leaderRung, dueRung) {
		if r.Name == name {
			return r
		}
	}
	switch {
	case strings.HasPrefix(name, laterBegin):
		return Rung{name, countLater, 0}
	case strings.HasPrefix(name, mondayBegin):
		return Rung{name, countWeek, 0}
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
