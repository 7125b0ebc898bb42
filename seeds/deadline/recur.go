package deadline

import (
	"fmt"
	"strings"
	"time"

	"cchcbot/seeds/plan"
)

// Readers of the exact forms that recur, or run from day to day.

func exactContinuous([]string, int) (plan.Milestone, []plan.Occurrence, bool) {
	return plan.Milestone{Kind: plan.DeadlineContinuous}, nil, true
}

func exactEvent(g []string, _ int) (plan.Milestone, []plan.Occurrence, bool) {
	return plan.Milestone{Kind: plan.DeadlineOnEvent, After: strings.TrimSpace(g[0])}, nil, true
}

// exactUpon is an event that is known by what it is, not by when.
func exactUpon(g []string, _ int) (plan.Milestone, []plan.Occurrence, bool) {
	return plan.Milestone{Kind: plan.DeadlineOnEvent, After: g[1]}, nil, periodKinds[strings.ToLower(g[1])] == ""
}

// weekdays are the days of the week by their number from Monday.
var weekdays = []string{"hai 2", "ba 3", "tư 4", "năm 5", "sáu 6", "bảy 7", "nhật"}

func exactWeekly(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	m := plan.Milestone{Kind: plan.DeadlineWeekly}
	words := strings.Fields(strings.ToLower(g[1]))
	for i, names := range weekdays {
		if len(words) > 0 && strings.Contains(" "+names+" ", " "+words[len(words)-1]+" ") {
			m.Weekday = i + 1
		}
	}
	return m, plan.Recurring(m, year), true
}

// periodKinds are the kinds of periods by their words.
var periodKinds = map[string]plan.DeadlineKind{
	"tuần": plan.DeadlineWeekly, "tháng": plan.DeadlineMonthly, "quý": plan.DeadlineQuarterly, "6 tháng": plan.DeadlineHalfYearly, "năm": plan.DeadlineYearly,
}

// recurs1 opens most recurring statements; a bare "tháng" or "quý" is none.
func exactPeriod(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	word := strings.TrimPrefix(strings.ToLower(strings.Join(strings.Fields(g[1]), " ")), "0")
	first, _, _ := strings.Cut(strings.ToLower(g[0]), " ")
	if first != "hàng" && first != "hằng" && first != "mỗi" && first != "định" {
		return plan.Milestone{}, nil, false
	}
	m := plan.Milestone{Kind: periodKinds[word], OnlyIn: firstOf(0, g[2])}
	return m, plan.Recurring(m, firstOf(year, g[2])), m.Kind != ""
}

func exactQuarterly(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	m := plan.Milestone{Kind: plan.DeadlineQuarterly, OnlyIn: firstOf(0, g[1])}
	return m, plan.Recurring(m, firstOf(year, g[1])), true
}

// exactTimes takes what comes so many times a year, in even steps.
func exactTimes(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	return times(firstOf(0, g[1]), strings.ToLower(g[2]), year)
}

func exactTimesBehind(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	return times(firstOf(0, g[2]), strings.ToLower(g[1]), year)
}

func times(n int, period string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	m := plan.Milestone{Kind: periodKinds[period]}
	if period == "năm" {
		m.Kind = map[int]plan.DeadlineKind{1: plan.DeadlineYearly, 2: plan.DeadlineHalfYearly, 4: plan.DeadlineQuarterly, 12: plan.DeadlineMonthly}[n]
	} else if n != 1 {
		return m, nil, false
	}
	return m, plan.Recurring(m, year), m.Kind != ""
}

func exactEveryMonths(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	m := plan.Milestone{Kind: map[int]plan.DeadlineKind{1: plan.DeadlineMonthly, 3: plan.DeadlineQuarterly, 6: plan.DeadlineHalfYearly, 12: plan.DeadlineYearly}[firstOf(0, g[1])]}
	return m, plan.Recurring(m, year), m.Kind != ""
}

// exactLater is a day of the month that follows the period.
func exactLater(kind plan.DeadlineKind) func([]string, int) (plan.Milestone, []plan.Occurrence, bool) {
	return func(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
		m := plan.Milestone{Kind: kind, Day: firstOf(0, g[1]), Later: true}
		return m, plan.Recurring(m, year), m.Day >= 1 && m.Day <= 31
	}
}

func exactYearly(g []string, _ int) (plan.Milestone, []plan.Occurrence, bool) {
	m := plan.Milestone{Kind: plan.DeadlineYearly}
	return m, plan.Recurring(m, firstOf(0, g[1])), true
}

func exactYearlyQuarter(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	m := plan.Milestone{Kind: plan.DeadlineYearly, Month: 3 * quarterOf(g[1])}
	return m, plan.Recurring(m, year), m.Month > 0
}

// exactDay is a day of the calendar, and no other: the 31st of June is none.
func exactDay(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	due, ok := dayOfYear(g[1], g[2], firstOf(year, g[3]))
	period := fmt.Sprintf("ngày %d tháng %d năm %d", due.Day, due.Month, due.Year)
	return plan.Milestone{Kind: plan.DeadlineDay}, []plan.Occurrence{{Kind: plan.DeadlineDay, Period: period, From: due, Due: due}}, ok
}

func dayOfYear(day, month string, year int) (plan.Date, bool) {
	d := plan.Date{Year: year, Month: time.Month(firstOf(0, month)), Day: firstOf(0, day)}
	return d, d == d.AddDays(0)
}

// exactDaysOfMonth is a span within a month: "15-20/3".
func exactDaysOfMonth(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	year = firstOf(year, g[4])
	from, ok1 := dayOfYear(g[1], g[3], year)
	due, ok2 := dayOfYear(g[2], g[3], year)
	return dayToDay(from, due, ok1 && ok2)
}

// exactDays is a span from day to day; a year that stands but once is that of
// both.
func exactDays(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	last := firstOf(year, g[6])
	from, ok1 := dayOfYear(g[1], g[2], firstOf(last, g[3]))
	due, ok2 := dayOfYear(g[4], g[5], last)
	if g[6] == "" && g[3] != "" {
		due, ok2 = dayOfYear(g[4], g[5], firstOf(year, g[3]))
	}
	return dayToDay(from, due, ok1 && ok2)
}

func dayToDay(from, due plan.Date, ok bool) (plan.Milestone, []plan.Occurrence, bool) {
	period := fmt.Sprintf("từ %d/%d/%d đến %d/%d/%d", from.Day, from.Month, from.Year, due.Day, due.Month, due.Year)
	return plan.Milestone{Kind: plan.DeadlineDay}, []plan.Occurrence{{Kind: plan.DeadlineDay, Period: period, From: from, Due: due}}, ok && from.Compare(due) < 0
}

func exactLastWeek(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	month, year := firstOf(0, g[1]), firstOf(year, g[2], g[3])
	due := plan.Date{Year: year, Month: time.Month(month + 1), Day: 1}.AddDays(-1)
	period := fmt.Sprintf("tuần cuối tháng %d năm %d", month, year)
	return plan.Milestone{Kind: plan.DeadlineDay}, []plan.Occurrence{{Kind: plan.DeadlineDay, Period: period, From: due.AddDays(-6), Due: due}}, month >= 1 && month <= 12
}
