package remind

import "cchcbot/seeds/plan"

// WorkingDayFrom returns the day itself where it is worked, else the next
// working day.
func (p *Planner) WorkingDayFrom(d plan.Date) plan.Date { return p.calendar.FirstWorkingDayFrom(d) }

// WorkingDayUpTo returns the day itself where it is worked, else the last
// working day before it.
func (p *Planner) WorkingDayUpTo(d plan.Date) plan.Date { return p.calendar.LastWorkingDayUpTo(d) }
