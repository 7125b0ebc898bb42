package index

import "cchcbot/seeds/plan"

// periodFit prefers units whose deadline speaks of the asked period.
func (r ranking) periodFit(e *entry) float64 {
	asked := r.query.Period
	if asked == PeriodAny || r.ix.without(ComponentPeriods) {
		return 0
	}
	for _, kind := range deadlineKinds(e.unit.Deadline) {
		if periodOf[kind] != asked {
			continue
		}
		if asked == PeriodDays {
			return daysBonus
		}
		return periodBonus
	}
	return 0
}

var periodOf = map[plan.DeadlineKind]Period{
	plan.DeadlineDaysAfter:  PeriodDays,
	plan.DeadlineMonth:      PeriodMonth,
	plan.DeadlineQuarter:    PeriodQuarter,
	plan.DeadlineQuarterly:  PeriodRegular,
	plan.DeadlineHalfYearly: PeriodRegular,
	plan.DeadlineContinuous: PeriodRegular,
}

func deadlineKinds(d plan.Deadline) []plan.DeadlineKind {
	kinds := []plan.DeadlineKind{d.Kind}
	for _, m := range d.Milestones {
		kinds = append(kinds, m.Kind)
	}
	return kinds
}
