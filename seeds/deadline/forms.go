package deadline

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"cchcbot/seeds/plan"
)

// timeMeaning is what a statement says about time.
type timeMeaning struct {
	kind   plan.DeadlineKind
	year   int
	first  int // first month or quarter, for months and quarters
	last   int // last one
	day    int // for a day of the month
	days   int
	after  string
	onlyIn int
}

// timeForm is one way in which documents tell time. The forms are tried in
// order; the first that fits wins.
type timeForm struct {
	pattern *regexp.Regexp
	read    func(groups []string, year int) (timeMeaning, bool)
}

const (
	yearPart    = `(?:\s+(?:của\s+)?năm\s+(\d{4}))?`
	dayPart     = `(\d{1,2})(?:\s+tháng\s+|/)(\d{1,2})(?:(?:\s+năm\s+|[/.])(\d{4}))?\b`
	quarterPart = `(IV|III|II|I|[1-4])\b`
)

var timeForms = []timeForm{
	{form(`(?:(?:trong\s+(?:vòng|thời\s+hạn)|sau|chậm\s+nhất|không\s+quá)\s+)*(\d{1,4})\s+ngày(?:\s+làm\s+việc)?\s*,?\s+(?:kể\s+)?(?:từ|sau)\s+((?:ngày|khi)\s+[^.;:,]+)`), readDays},
	{form(`(?:trong\s+)?năm\s+(\d{4})\s+và\s+(?:các|những)\s+năm\s+(?:tiếp\s+theo|sau)`), readYearly},
	{form(`(?:định\s+kỳ\s+)?(?:hàng|hằng|mỗi)\s+quý`), fixed(plan.DeadlineQuarterly)},
	{form(`(?:định\s+kỳ\s+)?(?:hàng|hằng|mỗi)\s+tháng`), fixed(plan.DeadlineMonthly)},
	{form(`(?:định\s+kỳ\s+)?(?:hàng|hằng|mỗi)\s+năm`), fixed(plan.DeadlineYearly)},
	{form(`(?:trước\s+ngày|đến\s+ngày|trước|ngày)\s+` + dayPart), readDay}, // before "06 tháng" is taken for every six months
	{form(`(?:định\s+kỳ\s+)?(?:mỗi\s+)?0?6\s+tháng(?:/lần|\s+một\s+lần)?(?:\s+(?:trong\s+)?năm\s+(\d{4}))?`), readHalfYearly},
	{form(`(?:thường\s+xuyên|liên\s+tục)(?:\s+trong\s+năm(?:\s+(\d{4}))?)?`), fixed(plan.DeadlineContinuous)},
	{form(dayPart), readDay},
	{form(`(?:trong\s+)?quý\s+` + quarterPart + `((?:\s*(?:,|và|-|–|đến)\s*(?:quý\s+)?(?:IV|III|II|I|[1-4])\b)*)` + yearPart), readQuarters},
	{form(`(?:trong\s+)?tháng\s+(\d{1,2})` + `(?:(?:\s+năm\s+|/)(\d{4}))?`), readMonth},
	{form(`(?:trong\s+)?năm\s+(\d{4})`), readYear},
	{form(`^(?:khi\s+có\s+|khi\s+|sau\s+khi\s+|theo\s+)(.+)$`), readEvent},
}

// form makes a pattern of whole words, whatever the case.
func form(pattern string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:` + pattern + `)`)
}

// fixed is a form whose words have one meaning.
func fixed(kind plan.DeadlineKind) func([]string, int) (timeMeaning, bool) {
	return func([]string, int) (timeMeaning, bool) { return timeMeaning{kind: kind}, true }
}

func readDays(groups []string, _ int) (timeMeaning, bool) {
	days, err := strconv.Atoi(groups[1])
	return timeMeaning{kind: plan.DeadlineDaysAfter, days: days, after: strings.TrimSpace(groups[2])}, err == nil
}

func readYearly(groups []string, year int) (timeMeaning, bool) {
	return timeMeaning{kind: plan.DeadlineYearly, year: yearOf(groups[1], year)}, true
}

func readHalfYearly(groups []string, _ int) (timeMeaning, bool) {
	return timeMeaning{kind: plan.DeadlineHalfYearly, onlyIn: yearOf(groups[1], 0)}, true
}

func readYear(groups []string, year int) (timeMeaning, bool) {
	return timeMeaning{kind: plan.DeadlineWithinYear, year: yearOf(groups[1], year)}, true
}

func readMonth(groups []string, year int) (timeMeaning, bool) {
	month, _ := strconv.Atoi(groups[1])
	return timeMeaning{
		kind: plan.DeadlineMonth, first: month, last: month, year: yearOf(groups[2], year),
	}, month >= 1 && month <= 12
}

// readDay takes a day of the calendar alone: the 31st of June is none.
func readDay(groups []string, year int) (timeMeaning, bool) {
	day, _ := strconv.Atoi(groups[1])
	month, _ := strconv.Atoi(groups[2])
	t := timeMeaning{kind: plan.DeadlineDay, day: day, first: month, last: month, year: yearOf(groups[3], year)}
	date := plan.Date{Year: t.year, Month: time.Month(month), Day: day}
	return t, date == date.AddDays(0)
}

// quarterNumbers are the quarters as they are printed.
var quarterNumbers = map[string]int{"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}

var quarterNumber = regexp.MustCompile(`(?i)\b(?:IV|III|II|I|[1-4])\b`)

// readQuarters takes several quarters as one span, from the first to the last.
func readQuarters(groups []string, year int) (timeMeaning, bool) {
	first := quarterNumbers[strings.ToUpper(groups[1])]
	last := first
	for _, n := range quarterNumber.FindAllString(groups[2], -1) {
		last = max(last, quarterNumbers[strings.ToUpper(n)])
	}
	return timeMeaning{kind: plan.DeadlineQuarter, first: first, last: last, year: yearOf(groups[3], year)}, true
}

func readEvent(groups []string, _ int) (timeMeaning, bool) {
	return timeMeaning{kind: plan.DeadlineOnEvent, after: groups[1]}, true
}

// yearOf reads a year of four digits, or takes the other.
func yearOf(digits string, other int) int {
	if year, err := strconv.Atoi(digits); err == nil {
		return year
	}
	return other
}

// occurrences returns the due dates of a statement in a plan for the year.
func (t timeMeaning) occurrences(m plan.Milestone, year int) []plan.Occurrence {
	switch t.kind {
	case plan.DeadlineWithinYear:
		return []plan.Occurrence{plan.Span(m, fmt.Sprintf("năm %d", t.year), t.year, 1, 12)}
	case plan.DeadlineQuarter:
		return []plan.Occurrence{plan.Span(m, plan.QuartersPeriod(t.first, t.last, t.year), t.year, 3*t.first-2, 3*t.last)}
	case plan.DeadlineMonth:
		return []plan.Occurrence{plan.Span(m, fmt.Sprintf("tháng %d năm %d", t.first, t.year), t.year, t.first, t.last)}
	case plan.DeadlineDay:
		due := plan.Date{Year: t.year, Month: time.Month(t.first), Day: t.day}
		period := fmt.Sprintf("ngày %d tháng %d năm %d", t.day, t.first, t.year)
		return []plan.Occurrence{{Kind: t.kind, Period: period, Product: m.Product, From: due, Due: due}}
	}
	if t.year == 0 {
		t.year = year
	}
	if t.onlyIn != 0 {
		t.year = t.onlyIn
	}
	return plan.Recurring(m, t.year)
}
