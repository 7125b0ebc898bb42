package plan

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// OccurrencesIn returns the due dates that fall into the year, by date. What
// recurs goes on in the years after the plan's, unless its words limit it to
// one; what is due once is due in its own year alone.
func (d Deadline) OccurrencesIn(year int) []Occurrence {
	var all []Occurrence
	first := 0
	for _, o := range d.Occurrences {
		switch {
		case !recurs(o.Kind):
			if o.Due.Year == year {
				all = append(all, o)
			}
		case first == 0:
			first = o.Due.Year
		}
	}
	for _, m := range d.Milestones {
		if recurs(m.Kind) && first != 0 && year >= first && (m.OnlyIn == 0 || m.OnlyIn == year) {
			all = append(all, m.dueIn(year, first)...)
		}
	}
	SortByDue(all)
	return all
}

// dueIn returns the due dates of a recurring statement that fall into the year;
// what is due in the month after its period began in the year before at times.
func (m Milestone) dueIn(year, first int) []Occurrence {
	if !m.Later {
		return Recurring(m, year)
	}
	var all []Occurrence
	for y := max(year-1, first); y <= year; y++ {
		for _, o := range Recurring(m, y) {
			if o.Due.Year == year {
				all = append(all, o)
			}
		}
	}
	return all
}

// recurs reports whether a kind has due dates in every year.
func recurs(kind DeadlineKind) bool {
	switch kind {
	case DeadlineYearly, DeadlineHalfYearly, DeadlineQuarterly, DeadlineMonthly, DeadlineWeekly:
		return true
	}
	return false
}

// Recurring returns the due dates of a recurring statement in the year; none
// where it does not recur.
func Recurring(m Milestone, year int) []Occurrence {
	all := periods(m, year)
	for i := range all {
		due := &all[i].Due
		if m.Month != 0 {
			*due = Date{due.Year, time.Month(m.Month + 1), 1}.AddDays(-1)
		}
		if m.Later {
			*due = Date{due.Year, due.Month + 2, 1}.AddDays(-1)
		}
		if m.Day != 0 {
			due.Day = min(m.Day, due.Day)
		}
	}
	return all
}

// periods are the spans of a recurring statement in the year.
func periods(m Milestone, year int) []Occurrence {
	var all []Occurrence
	switch m.Kind {
	case DeadlineYearly:
		all = append(all, Span(m, fmt.Sprintf("năm %d", year), year, 1, 12))
	case DeadlineHalfYearly:
		all = append(all,
			Span(m, fmt.Sprintf("6 tháng đầu năm %d", year), year, 1, 6),
			Span(m, fmt.Sprintf("6 tháng cuối năm %d", year), year, 7, 12))
	case DeadlineQuarterly:
		for q := 1; q <= 4; q++ {
			period := QuartersPeriod(q, q, year)
			all = append(all, Span(m, period, year, 3*q-2, 3*q))
		}
	case DeadlineWeekly:
		return weeks(m, year)
	case DeadlineMonthly:
		for month := 1; month <= 12; month++ {
			all = append(all, Span(m, fmt.Sprintf("tháng %d năm %d", month, year), year, month, month))
		}
	}
	return all
}

// weeks are the weeks whose day falls into the year, from Monday to Sunday.
func weeks(m Milestone, year int) []Occurrence {
	weekday := m.Weekday
	if weekday == 0 {
		weekday = 7
	}
	first := Date{year, time.January, 1}
	due := first.AddDays((weekday - int(first.In(time.UTC).Weekday()) + 7) % 7)
	var all []Occurrence
	for ; due.Year == year; due = due.AddDays(7) {
		monday := due.AddDays(1 - weekday)
		sunday := monday.AddDays(6)
		all = append(all, Occurrence{
			Kind: m.Kind, Period: fmt.Sprintf("tuần %d/%d - %d/%d/%d", monday.Day, monday.Month, sunday.Day, sunday.Month, sunday.Year),
			Product: m.Product, From: monday, Due: due,
		})
	}
	return all
}

// Span is the occurrence that runs from the first day of a month to the last
// day of another.
func Span(m Milestone, period string, year, first, last int) Occurrence {
	return Occurrence{
		Kind:    m.Kind,
		Period:  period,
		Product: m.Product,
		From:    Date{year, time.Month(first), 1},
		Due:     Date{year, time.Month(last + 1), 1}.AddDays(-1),
	}
}

// QuartersPeriod is "Quý I năm 2024" or "Quý II, III năm 2024".
func QuartersPeriod(first, last, year int) string {
	names := [...]string{"I", "II", "III", "IV"}
	return fmt.Sprintf("Quý %s năm %d", strings.Join(names[first-1:last], ", "), year)
}

// SortByDue puts occurrences in the order of their due dates.
func SortByDue(all []Occurrence) {
	slices.SortStableFunc(all, func(a, b Occurrence) int { return a.Due.Compare(b.Due) })
}
