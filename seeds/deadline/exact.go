package deadline

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"cchcbot/seeds/plan"
)

// A statement that is nothing but time is read by forms that take all of it,
// so that no word of it can be passed over. What comes before or behind a colon
// is the product.

// exactForm is one such form.
type exactForm struct {
	pattern *regexp.Regexp
	read    func(groups []string, year int) (plan.Milestone, []plan.Occurrence, bool)
}

const (
	quarterNo = `(?:quý|quí)\s*(IV|III|II|I|[1-4])`
	ofYear    = `(?:\s*[/-]\s*(\d{4})|\s+(?:của\s+)?năm\s+(\d{4}))?`
	dayOf     = `(\d{1,2})(?:\s+tháng\s+|\s*[/.-]\s*)(\d{1,2})`
	dash      = `\s*(?:-|–|đến|đến hết|tới)\s*`
	recurs1   = `(?:hàng|hằng|mỗi)`
	weekdayNo = `(thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)`
	onwards   = `\s+(?:và|đến)\s+(?:các|những)\s+năm\s+(?:tiếp\s+theo|sau)`
	onDay     = `(?:(?:(?:chậm nhất|chậm nhất là|trước|vào|đến|đến hết|hạn cuối|xong)\s+)+(?:ngày\s+)?|ngày\s+)` // "mỗi tháng 01 buổi" has no day
	by        = `(?:(?:chậm nhất|chậm nhất là|trước|vào|đến|đến hết|hạn cuối|xong)\s+)*(?:ngày\s+)?`
)

// exactForms are the forms, tried in order.
var exactForms = makeExactForms()

func makeExactForms() []exactForm {
	form := func(pattern string, read func([]string, int) (plan.Milestone, []plan.Occurrence, bool)) exactForm {
		return exactForm{regexp.MustCompile(`(?i)^(?:` + pattern + `)$`), read}
	}
	return []exactForm{
		form(`(?:định kỳ\s+)?`+recurs1+`\s+tuần(?:\s*[,(]?\s*`+by+weekdayNo+`\)?)?`, exactWeekly),
		form(by+weekdayNo+`\s+`+recurs1+`\s+tuần`, exactWeekly),
		form(recurs1+`\s+ngày|(?:thường xuyên|liên tục)(?:\s*,?\s*(?:và\s+)?(?:liên tục|thường xuyên|hằng ngày|hàng ngày|(?:trong|cả) năm(?:\s+20\d\d)?))?`, exactContinuous),
		form(`đột xuất|khi có đột xuất|ngay(?:\s+(?:sau\s+)?khi\s+.+)?`, exactEvent),
		form(daysAfter, exactDaysAfter),
		form(`(?:trước|tại|trong|sau)?\s*(?:các\s+)?(?:kỳ họp|phiên họp|hội nghị|đại hội|dịp|tết|lễ)\s+.+`, exactOccasion),
		form(`(?:định kỳ\s+)?(?:`+recurs1+`\s+)?(tuần|tháng|quý|năm|0?6\s+tháng)(?:\s+trong)?(?:\s+năm\s+(20\d\d))?`, exactPeriod),
		form(`(?:các\s+quý|từng\s+quý)\s+trong\s+năm(?:\s+(20\d\d))?`, exactQuarterly),
		form(`(?:ít nhất\s+|tối thiểu\s+)?(\d{1,2})\s+lần\s*(?:/|trong\s+|mỗi\s+|một\s+)\s*(năm|quý|tháng|tuần)`, exactTimes),
		form(recurs1+`\s+(năm|quý|tháng|tuần)\s+(?:ít nhất\s+|tối thiểu\s+)?(\d{1,2})\s+(?:lần|buổi|cuộc|đợt|kỳ|số|bài|tin|hội nghị)`, exactTimesBehind),
		form(`(\d{1,2})\s+tháng\s*(?:/|một\s+|mỗi\s+)?\s*(?:0?1\s+)?lần`, exactEveryMonths),
		form(`(?:định kỳ\s+)?`+recurs1+`\s+tháng\s*[,(]?\s*`+by+`(\d{1,2})\s+(?:của\s+)?tháng\s+(?:sau|kế tiếp|liền kề|tiếp theo)\)?`, exactLater(plan.DeadlineMonthly)),
		form(`(?:định kỳ\s+)?(?:`+recurs1+`\s+quý\s*[,(]?\s*)?`+by+`(\d{1,2})\s+(?:của\s+)?tháng\s+(?:đầu\s+(?:của\s+)?quý\s+)(?:sau|kế tiếp|liền kề|tiếp theo)\)?`, exactLater(plan.DeadlineQuarterly)),
		form(`(?:từ\s+)?(?:ngày\s+)?(\d{1,2})\s*[-–]\s*`+dayOf+`(?:(?:\s+năm\s+|\s*[/.]\s*)(\d{4}))?`, exactDaysOfMonth),
		form(`(?:từ\s+)?(?:ngày\s+)?`+dayOf+`(?:(?:\s+năm\s+|\s*[/.]\s*)(\d{4}))?`+dash+`(?:ngày\s+)?`+dayOf+`(?:(?:\s+năm\s+|\s*[/.]\s*)(\d{4}))?`, exactDays),
		form(by+dayOf+`(?:(?:\s+năm\s+|\s*[/.]\s*)(\d{4}))?`, exactDay),
		form(`tuần\s+cuối(?:\s+của)?,?\s+tháng\s*(\d{1,2})`+ofYear, exactLastWeek),
		form(`(?:từ|bắt đầu từ|kể từ)\s+(?:(?:đầu\s+)?năm\s+)?20\d\d(?:\s+trở đi)?`, exactContinuous),
		form(`(?:từ|bắt đầu từ|kể từ)\s+(?:tháng\s*\d{1,2}|`+quarterNo+`)`+ofYear+`(?:\s+trở đi)?`, exactContinuous),
		form(`(?:năm\s+)?(20\d\d)`+onwards, exactYearly),
		form(`(?:trong\s+)?tháng\s*(\d{1,2})`+ofYear+onwards, exactYearlyMonth),
		form(`(?:trong\s+)?`+quarterNo+`\s+`+recurs1+`\s+năm`, exactYearlyQuarter),
		form(recurs1+`\s+năm\s*[,(]?\s*(?:vào\s+)?`+quarterNo+`\)?`, exactYearlyQuarter),
		form(`(?:trong |cả |năm |trong năm |cả năm )?(20\d\d)`, exactYears),
		form(`(?:giai đoạn |trong |từ |từ năm |năm |trong giai đoạn |các năm )?(20\d\d)`+dash+`(?:năm\s+)?(20\d\d)`, exactYears),
		form(`(?:trong|cả|trong cả) năm(?: kế hoạch)?`, exactPlanYear),
		form(`đến (?:hết )?(?:năm )?(20\d\d)`, exactUntil),
		form(`(?:từ |trong )?`+quarterNo+ofYear+dash+`(?:hết )?`+`(?:(?:quý|quí)\s*)?(IV|III|II|I|[1-4])`+ofYear, exactQuarterSpan),
		form(`(?:trong |các )?(?:quý|quí)\s*((?:IV|III|II|I|[1-4])(?:\s*(?:,|và|\+|&|;)\s*(?:(?:quý|quí)\s*)?(?:IV|III|II|I|[1-4]))*)`+ofYear, exactQuarters),
		form(`(?:từ |trong )?tháng\s*(\d{1,2})`+ofYear+dash+`(?:hết )?(?:tháng\s*)?(\d{1,2})`+ofYear, exactMonthSpan),
		form(`(?:trong |các )?tháng\s*(\d{1,2}(?:\s*(?:,|và|\+|;)\s*(?:tháng\s*)?\d{1,2})+)`+ofYear, exactMonths),
		form(`trước tháng\s*(\d{1,2})`+ofYear, exactBeforeMonth),
		form(`(?:trong )?tháng\s*(\d{1,2})`+ofYear, exactMonth),
		form(`(?:trong )?0?(6|9)\s+tháng\s+(đầu|cuối)\s+năm(?:\s+(\d{4}))?`, exactHalf),
		form(`(?:vào\s+)?giữa năm(?:\s+(\d{4}))?`, exactMidYear),
		form(`tuần\s+(?:thứ\s+)?([1-4]|I{1,3}|IV)(?:\s+của)?,?\s+tháng\s*(\d{1,2})`+ofYear, exactWeek),
		form(`(?:từ|bắt đầu từ|kể từ)\s+(?:ngày\s+)?`+dayOf+`(?:(?:\s+năm\s+|\s*[/.-]\s*)(\d{4}))?(?:\s+trở đi)?`, exactFrom),
		form(`(?:định kỳ\s+)?`+by+dayOf+`\s+`+recurs1+`\s+năm`, exactYearlyDay),
		form(`(?:định kỳ\s+)?`+recurs1+`\s+năm\s*[,(]?\s*`+by+dayOf+`\)?`, exactYearlyDay),
		form(`(?:trong\s+)?tháng\s*(\d{1,2})\s+`+recurs1+`\s+năm`, exactYearlyMonth),
		form(recurs1+`\s+năm\s*[,(]?\s*(?:vào\s+)?tháng\s*(\d{1,2})\)?`, exactYearlyMonth),
		form(`(?:định kỳ\s+)?(?:`+recurs1+`\s+quý\s*[,(]?\s*)?`+by+`(\d{1,2})(?:\s+của)?\s+tháng\s+cuối(?:\s+(?:của\s+)?(?:`+recurs1+`\s+)?(?:quý|quí))\)?(?:\s*,?\s*`+recurs1+`\s+quý)?`, exactDayOf(plan.DeadlineQuarterly)),
		form(`(?:định kỳ\s+)?`+recurs1+`\s+tháng\s*[,(]?\s*`+onDay+`(\d{1,2})(?:\s+của\s+tháng|\s+trong\s+tháng)?\)?`, exactDayOf(plan.DeadlineMonthly)),
		form(`(?:định kỳ\s+)?`+by+`(\d{1,2})(?:\s+của)?\s+`+recurs1+`\s+tháng`, exactDayOf(plan.DeadlineMonthly)),
		form(`(?:trước\s+)?(\d{1,4})\s+ngày\s+trước\s+((?:khi|ngày)\s+\D+)`, exactBeforeEvent),
		form(`(?:khi\s+có|sau\s+khi|khi|theo)\s+(.+)`, exactUpon),
	}
}

// readExact reads a statement that is all time, or time and a product parted by
// a colon.
func readExact(words string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	if m, occurrences, ok := exactly(words, year); ok {
		m.Words = words
		return m, occurrences, true
	}
	left, right, found := strings.Cut(words, ":")
	if !found {
		return plan.Milestone{}, nil, false
	}
	for _, side := range [][2]string{{left, right}, {right, left}} {
		product := strings.Trim(side[1], " .,;-–")
		if m, occurrences, ok := exactly(side[0], year); ok && !timeWords.MatchString(product) {
			m.Words, m.Product = words, product
			for i := range occurrences {
				occurrences[i].Product = product
			}
			return m, occurrences, true
		}
	}
	return plan.Milestone{}, nil, false
}

// readBehind reads a time behind what is due then: "cập nhật trước ngày 05 hằng
// tháng".
func readBehind(words string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	at := timeWords.FindStringIndex(words)
	if at == nil || !someWord.MatchString(words[:at[0]]) || conditional.MatchString(words[:at[0]]) {
		return plan.Milestone{}, nil, false
	}
	m, occurrences, ok := exactly(words[at[0]:], year)
	m.Words, m.Product = words, trimFillers(words[:at[0]])
	for i := range occurrences {
		occurrences[i].Product = m.Product
	}
	return m, occurrences, ok
}

// readBefore reads a time before what is due then, without a colon between:
// "Quý I/2026 trình dự thảo".
func readBefore(words string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	for at := len(words); at > 0; at = strings.LastIndexByte(words[:at], ' ') {
		product := strings.Trim(words[at:], " .,;-–")
		if timeWords.MatchString(product) || timesWord.MatchString(product) {
			break
		}
		m, occurrences, ok := exactly(words[:at], year)
		if !ok || !someWord.MatchString(product) {
			continue
		}
		m.Words, m.Product = words, product
		for i := range occurrences {
			occurrences[i].Product = product
		}
		return m, occurrences, true
	}
	return plan.Milestone{}, nil, false
}

// conditional are words that make of a time behind them another one, or none.
var conditional = regexp.MustCompile(`(?i)(?:^|\s)(?:lần|thứ|theo|khi|nếu|chưa|không|ngoài|kể)(?:\s|$)`)

var leadIn = regexp.MustCompile(`(?i)^(?:(?:hoàn thành|thực hiện|xong|triển khai|thời gian)\s+)+`)

func exactly(words string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	words = leadIn.ReplaceAllString(strings.Trim(words, " .,;"), "")
	for _, f := range exactForms {
		if groups := f.pattern.FindStringSubmatch(words); groups != nil {
			if m, occurrences, ok := f.read(groups, year); ok {
				return m, occurrences, true
			}
		}
	}
	return plan.Milestone{}, nil, false
}

// timeWords are words that speak of time.
var timeWords = regexp.MustCompile(`(?i)\d|(?:^|[^\p{L}])(?:quý|quí|tháng|năm|ngày|tuần|hằng|hàng|mỗi|định kỳ|thường xuyên|liên tục|từ|đến|trước|sau|đầu|cuối|giữa|nửa|hết)(?:$|[^\p{L}])`)

var (
	timesWord = regexp.MustCompile(`(?i)(?:^|\s)lần(?:$|\s)`)
	someWord  = regexp.MustCompile(`\p{Ll}{2}`) // "V" is a rest of a time, and no product
)

// firstOf is the first group that is not empty, as a number; or the other.
func firstOf(other int, groups ...string) int {
	for _, g := range groups {
		if n, err := strconv.Atoi(g); err == nil {
			return n
		}
	}
	return other
}

// stretch is the occurrence from the first day of a month to the last of
// another.
func stretch(kind plan.DeadlineKind, period string, y1, m1, y2, m2 int) (plan.Milestone, []plan.Occurrence, bool) {
	from := plan.Date{Year: y1, Month: time.Month(m1), Day: 1}
	due := plan.Date{Year: y2, Month: time.Month(m2 + 1), Day: 1}.AddDays(-1)
	ok := m1 >= 1 && m1 <= 12 && m2 >= 1 && m2 <= 12 && from.Compare(due) < 0
	return plan.Milestone{Kind: kind}, []plan.Occurrence{{Kind: kind, Period: period, From: from, Due: due}}, ok
}

func exactYears(g []string, _ int) (plan.Milestone, []plan.Occurrence, bool) {
	first := firstOf(0, g[1])
	if len(g) < 3 {
		return stretch(plan.DeadlineWithinYear, fmt.Sprintf("năm %d", first), first, 1, first, 12)
	}
	last := firstOf(0, g[2])
	return stretch(plan.DeadlineWithinYear, fmt.Sprintf("năm %d - %d", first, last), first, 1, last, 12)
}

func exactPlanYear(_ []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	return stretch(plan.DeadlineWithinYear, fmt.Sprintf("năm %d", year), year, 1, year, 12)
}

func exactUntil(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	last := firstOf(0, g[1])
	return stretch(plan.DeadlineWithinYear, fmt.Sprintf("đến năm %d", last), min(year, last), 1, last, 12)
}

// quarterNumbers are the quarters as they are printed.
var quarterNumbers = map[string]int{"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}

var quarterNumber = regexp.MustCompile(`(?i)\b(?:IV|III|II|I|[1-4])\b`)

func quarterOf(s string) int { return quarterNumbers[strings.ToUpper(s)] }

func exactQuarterSpan(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	y2 := firstOf(year, g[5], g[6])
	y1 := firstOf(y2, g[2], g[3])
	if y := firstOf(0, g[2], g[3]); y != 0 && g[5]+g[6] == "" {
		y2 = y
	}
	q1, q2 := quarterOf(g[1]), quarterOf(g[4])
	if y1 == y2 && q1 <= q2 && q1 > 0 {
		return stretch(plan.DeadlineQuarter, plan.QuartersPeriod(q1, q2, y1), y1, 3*q1-2, y2, 3*q2)
	}
	names := [...]string{"", "I", "II", "III", "IV"}
	return stretch(plan.DeadlineQuarter, fmt.Sprintf("Quý %s năm %d - Quý %s năm %d", names[q1], y1, names[q2], y2), y1, 3*q1-2, y2, 3*q2)
}

// exactQuarters takes quarters that follow one another as one span, others one
// by one.
func exactQuarters(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	year = firstOf(year, g[2], g[3])
	var quarters []int
	for _, n := range quarterNumber.FindAllString(g[1], -1) {
		quarters = append(quarters, quarterOf(n))
	}
	m := plan.Milestone{Kind: plan.DeadlineQuarter}
	if follow(quarters) {
		first, last := quarters[0], quarters[len(quarters)-1]
		return m, []plan.Occurrence{plan.Span(m, plan.QuartersPeriod(first, last, year), year, 3*first-2, 3*last)}, true
	}
	var all []plan.Occurrence
	for _, q := range quarters {
		all = append(all, plan.Span(m, plan.QuartersPeriod(q, q, year), year, 3*q-2, 3*q))
	}
	return m, all, len(all) > 0
}

// follow reports whether numbers follow one another.
func follow(numbers []int) bool {
	for i := 1; i < len(numbers); i++ {
		if numbers[i] != numbers[i-1]+1 {
			return false
		}
	}
	return len(numbers) > 0
}

func exactMonthSpan(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	m1, m2 := firstOf(0, g[1]), firstOf(0, g[4])
	y2 := firstOf(firstOf(year, g[2], g[3]), g[5], g[6])
	y1 := firstOf(y2, g[2], g[3])
	return stretch(plan.DeadlineMonth, fmt.Sprintf("tháng %d năm %d - tháng %d năm %d", m1, y1, m2, y2), y1, m1, y2, m2)
}

var someNumber = regexp.MustCompile(`\d+`)

func exactMonths(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	year = firstOf(year, g[2], g[3])
	m := plan.Milestone{Kind: plan.DeadlineMonth}
	var all []plan.Occurrence
	for _, n := range someNumber.FindAllString(g[1], -1) {
		month := firstOf(0, n)
		if month < 1 || month > 12 {
			return m, nil, false
		}
		all = append(all, plan.Span(m, fmt.Sprintf("tháng %d năm %d", month, year), year, month, month))
	}
	return m, all, true
}

func exactMonth(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	month, year := firstOf(0, g[1]), firstOf(year, g[2], g[3])
	return stretch(plan.DeadlineMonth, fmt.Sprintf("tháng %d năm %d", month, year), year, month, year, month)
}

func exactBeforeMonth(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	month, year := firstOf(0, g[1]), firstOf(year, g[2], g[3])
	due := plan.Date{Year: year, Month: time.Month(month), Day: 1}.AddDays(-1)
	period := fmt.Sprintf("trước tháng %d năm %d", month, year)
	return plan.Milestone{Kind: plan.DeadlineDay}, []plan.Occurrence{{Kind: plan.DeadlineDay, Period: period, From: due, Due: due}}, month >= 1 && month <= 12
}

func exactHalf(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	year, months := firstOf(year, g[3]), firstOf(0, g[1])
	first, last := 1, months
	if strings.EqualFold(g[2], "cuối") {
		first, last = 13-months, 12
	}
	return stretch(plan.DeadlineMonth, fmt.Sprintf("%d tháng %s năm %d", months, strings.ToLower(g[2]), year), year, first, year, last)
}

// exactMidYear takes the middle of a year for the end of its first half.
func exactMidYear(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	year = firstOf(year, g[1])
	return stretch(plan.DeadlineMonth, fmt.Sprintf("giữa năm %d", year), year, 6, year, 6)
}

// exactOccasion is a meeting or a feast, whose day is not in the words: those
// that name a day or a month are read by other forms.
func exactOccasion(g []string, _ int) (plan.Milestone, []plan.Occurrence, bool) {
	return plan.Milestone{Kind: plan.DeadlineOnEvent, After: g[0]}, nil, !datedWords.MatchString(g[0])
}

var datedWords = regexp.MustCompile(`(?i)\d{1,2}/\d|tháng\s+\d|(?:quý|quí)\s+[IV]`)

// exactWeek takes the second week of a month for its days 8 to 14.
func exactWeek(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	week, month := quarterOf(g[1]), firstOf(0, g[2])
	year = firstOf(year, g[3], g[4])
	from, due := plan.Date{Year: year, Month: time.Month(month), Day: 7*week - 6}, plan.Date{Year: year, Month: time.Month(month), Day: 7 * week}
	period := fmt.Sprintf("tuần %d tháng %d năm %d", week, month, year)
	return plan.Milestone{Kind: plan.DeadlineDay}, []plan.Occurrence{{Kind: plan.DeadlineDay, Period: period, From: from, Due: due}}, month >= 1 && month <= 12
}

// exactFrom is a beginning without an end: nothing falls due.
func exactFrom(g []string, _ int) (plan.Milestone, []plan.Occurrence, bool) {
	return plan.Milestone{Kind: plan.DeadlineContinuous}, nil, validDay(g[1], g[2])
}

func validDay(day, month string) bool {
	d := plan.Date{Year: 2024, Month: time.Month(firstOf(0, month)), Day: firstOf(0, day)} // a leap year
	return d == d.AddDays(0)
}

func exactYearlyDay(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	m := plan.Milestone{Kind: plan.DeadlineYearly, Day: firstOf(0, g[1]), Month: firstOf(0, g[2])}
	if !validDay(g[1], g[2]) {
		return m, nil, false
	}
	return m, plan.Recurring(m, year), true
}

func exactYearlyMonth(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
	m := plan.Milestone{Kind: plan.DeadlineYearly, Month: firstOf(0, g[1])}
	if m.Month < 1 || m.Month > 12 {
		return m, nil, false
	}
	return m, plan.Recurring(m, year), true
}

func exactDayOf(kind plan.DeadlineKind) func([]string, int) (plan.Milestone, []plan.Occurrence, bool) {
	return func(g []string, year int) (plan.Milestone, []plan.Occurrence, bool) {
		m := plan.Milestone{Kind: kind, Day: firstOf(0, g[1])}
		if m.Day < 1 || m.Day > 31 {
			return m, nil, false
		}
		return m, plan.Recurring(m, year), true
	}
}

func exactBeforeEvent(g []string, _ int) (plan.Milestone, []plan.Occurrence, bool) {
	return plan.Milestone{Kind: plan.DeadlineOnEvent, After: g[1] + " ngày trước " + g[2]}, nil, true
}
