package remind

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"cchcbot/seeds/plan"
)

// Count says how the day of a Rung is found.
type Count string

const (
	// CountWorkingDays counts working days back from the last working day up
	// to the due date; none is that day itself.
	CountWorkingDays Count = "working_days"

	// CountDays counts days of the calendar back from the due date, and goes on
	// to the working day before where it meets a day off.
	CountDays Count = "days"

	// CountQuarter is the first working day of a quarter of the due date's
	// year. Such nudges are an overview, not a warning.
	CountQuarter Count = "quarter"

	// countLate counts working days after the due date.
	countLate Count = "late"

	// countLater is a day that a person chose.
	countLater Count = "later"

	// countWeek is the first working day of a week.
	countWeek Count = "week"

	// countOwed is the first working day of a quarter, for what is overdue then.
	countOwed Count = "owed"

	// countAsked counts working days after an explanation was asked for.
	countAsked Count = "asked"

	// countEnd is the first working day behind the last day of an agency.
	countEnd Count = "end"
)

// Rung is one step of a ladder.
type Rung struct {
	Name   string // unique within its ladder, part of what names a nudge
	Count  Count
	Number int // of days, or of the quarter from 1 to 4
}

// Ladder gives the rungs for each kind of occurrence, the earliest first. A
// kind without rungs is never nudged.
type Ladder map[plan.DeadlineKind][]Rung

// DefaultLadder is the ladder where nobody has set another.
func DefaultLadder() Ladder {
	fifteen := Rung{"15wd", CountWorkingDays, 15}
	five := Rung{"5wd", CountWorkingDays, 5}
	one := Rung{"1wd", CountWorkingDays, 1}
	last := Rung{"last", CountWorkingDays, 0}
	month := Rung{"30d", CountDays, 30}
	week := Rung{"7d", CountDays, 7}
	eve := Rung{"1d", CountDays, 1}

	overview := []Rung{{"q1", CountQuarter, 1}, {"q2", CountQuarter, 2}, {"q3", CountQuarter, 3}, {"q4", CountQuarter, 4}}
	milestone := []Rung{month, week, eve}
	year := append(overview[:len(overview):len(overview)], month, week)
	return Ladder{
		plan.DeadlineQuarterly:  {fifteen, five, one, last},
		plan.DeadlineMonthly:    {five, one, last},
		plan.DeadlineWeekly:     {one},
		plan.DeadlineHalfYearly: milestone,
		plan.DeadlineQuarter:    milestone,
		plan.DeadlineMonth:      milestone,
		plan.DeadlineDay:        milestone,
		plan.DeadlineDaysAfter:  milestone,
		plan.DeadlineWithinYear: year,
		plan.DeadlineYearly:     year,
		plan.DeadlineContinuous: overview,
		plan.DeadlineOnEvent:    overview,
	}
}

// The suffixes and the prefix of the names of rungs.
const (
	lastName       = "last"
	workingDaysEnd = "wd"
	daysEnd        = "d"
	quarterBegin   = "q"
)

// How far before a due date a rung may lie, in days of its kind.
const (
	mostWorkingDays = 60
	mostDays        = 90
	quarters        = 4
)

// ParseRung reads the name of a rung of a ladder: "15wd", "last" for the last
// working day, "30d" or "q1".
func ParseRung(name string) (Rung, error) {
	if name == lastName {
		return Rung{name, CountWorkingDays, 0}, nil
	}
	count, digits, most := CountWorkingDays, "", mostWorkingDays
	if number, ok := strings.CutPrefix(name, quarterBegin); ok {
		count, digits, most = CountQuarter, number, quarters
	} else if number, ok := strings.CutSuffix(name, workingDaysEnd); ok {
		digits = number
	} else if number, ok := strings.CutSuffix(name, daysEnd); ok {
		count, digits, most = CountDays, number, mostDays
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > most || strconv.Itoa(n) != digits {
		return Rung{}, fmt.Errorf("rung %q: want 1wd to %dwd, %s, 1d to %dd, or q1 to q%d",
			name, mostWorkingDays, lastName, mostDays, quarters)
	}
	return Rung{name, count, n}, nil
}

// day is when a rung falls for an occurrence: a working day, not after the due
// date. False where the occurrence has no such rung.
func (r Rung) day(calendar *plan.Calendar, o plan.Occurrence) (plan.Date, bool) {
	var day plan.Date
	switch r.Count {
	case CountWorkingDays:
		day = calendar.WorkingDaysBefore(calendar.LastWorkingDayUpTo(o.Due), r.Number)
	case CountDays:
		day = calendar.LastWorkingDayUpTo(o.Due.AddDays(-r.Number))
	case CountQuarter:
		start := plan.Date{Year: o.Due.Year, Month: time.Month(3*r.Number - 2), Day: 1}
		if start.Compare(o.From) < 0 {
			return plan.Date{}, false
		}
		day = calendar.FirstWorkingDayFrom(start)
	default:
		return plan.Date{}, false
	}
	return day, day.Compare(o.Due) <= 0
}
