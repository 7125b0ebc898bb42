package question

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"cchcbot/index"
	"cchcbot/seeds/plan"
)

var (
	yearWord    = regexp.MustCompile(`^20\d\d$`)
	quarterWord = regexp.MustCompile(`^q\.?([1-4])(/20\d\d)?$`)
	monthWord   = regexp.MustCompile(`^(?:t|th)\.?(\d{1,2})$|^(\d{1,2})/(20\d\d)$`)
)

// soon is what "sắp đến hạn" looks ahead.
const soon = 30

// window finds the time that a sentence is about and marks its words as taken.
// A quarter or month without a year is that of the plan; "tháng này" and the
// like follow the clock.
func (r *Reader) window(words []word, now time.Time) *Window {
	year, yearAt := r.planYear, -1
	for i, w := range words {
		if yearWord.MatchString(w.Folded) {
			year, _ = strconv.Atoi(w.Folded)
			yearAt = i
		}
	}
	for i := range words {
		w, length := r.windowAt(words, i, year, plan.DateOf(now))
		if length == 0 {
			continue
		}
		take(words[i : i+length])
		if yearAt >= 0 {
			take(words[yearAt : yearAt+1])
			takeWord(words, yearAt-1, "nam")
		}
		return w
	}
	return nil
}

func (r *Reader) windowAt(words []word, i, year int, today plan.Date) (*Window, int) {
	if relative, length := r.relative.longest(words, i); length > 0 {
		return relative(today, year), length
	}
	w := words[i].Folded
	rest := words[i+1:]
	switch {
	case w == "quy" && !asksWhich(rest):
		first, n := period(rest)
		if n == 0 || first < 1 || first > 4 {
			return nil, 0
		}
		last, more := furtherQuarter(rest[n:])
		if more == 0 {
			last = first
		}
		return quarters(first, last, year), 1 + n + more
	case w == "thang" && !asksWhich(rest):
		month, n := period(rest)
		if n == 0 || month < 1 || month > 12 || (n < len(rest) && rest[n].Folded == "lan") {
			return nil, 0
		}
		last, more := furtherMonth(rest[n:])
		if more == 0 || last < month {
			last, more = month, 0
		}
		return months(month, last, year), 1 + n + more
	case w == "ngay" || w == "truoc":
		return dayWindow(words, i, year)
	case dayWord.MatchString(w) && strings.Count(w, "/") == 2:
		return dayWindow(words, i, year)
	case quarterWord.MatchString(w) && r.quarterMeant(words, i):
		q := int(quarterWord.FindStringSubmatch(w)[1][0] - '0')
		return quarters(q, q, year), 1
	case monthWord.MatchString(w) && words[i].use != taken:
		m := monthWord.FindStringSubmatch(w)
		month, _ := strconv.Atoi(m[1] + m[2])
		if m[3] != "" {
			year, _ = strconv.Atoi(m[3])
		}
		if month >= 1 && month <= 12 {
			return months(month, month, year), 1
		}
	}
	return nil, 0
}

// furtherMonth reads "đến tháng 6" after a month.
func furtherMonth(words []word) (last, length int) {
	if len(words) < 2 || !words[0].oneOf("đến tới -") {
		return 0, 0
	}
	i := 1
	if words[i].Folded == "thang" {
		i++
	}
	month, n := period(words[i:])
	if n == 0 || month < 1 || month > 12 {
		return 0, 0
	}
	return month, i + n
}

// dayWord is a day as it is typed: "30/6", "15/10/2024".
var dayWord = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})(?:/(20\d\d))?$`)

// dayWindow reads "ngày 30/6", "30/6/2024", and what must be done before a day
// or a month: "trước ngày 15/10", "trước tháng 7".
func dayWindow(words []word, i, year int) (*Window, int) {
	from := i
	before := words[i].Folded == "truoc"
	if before {
		i++
	}
	if i < len(words) && words[i].Folded == "ngay" {
		i++
	}
	if i >= len(words) {
		return nil, 0
	}
	var day plan.Date
	switch m := dayWord.FindStringSubmatch(words[i].Folded); {
	case m != nil:
		day.Day, _ = strconv.Atoi(m[1])
		month, _ := strconv.Atoi(m[2])
		day.Month, day.Year = time.Month(month), year
		if m[3] != "" {
			day.Year, _ = strconv.Atoi(m[3])
		}
		i++
	case before && words[i].Folded == "thang":
		month, n := period(words[i+1:])
		if n == 0 {
			return nil, 0
		}
		day = plan.Date{Year: year, Month: time.Month(month), Day: 1}
		i += 1 + n
	default:
		return nil, 0
	}
	if day != day.AddDays(0) {
		return nil, 0 // no calendar has it
	}
	label := fmt.Sprintf("ngày %02d/%02d/%d", day.Day, day.Month, day.Year)
	if before {
		start := plan.Date{Year: day.Year, Month: time.January, Day: 1}
		return &Window{Window: index.Window{From: start, To: day.AddDays(-1)}, Label: "thời gian trước " + label}, i - from
	}
	return &Window{Window: index.Window{From: day, To: day}, Label: label}, i - from
}

// furtherQuarter reads ", III" and "và quý III" after a quarter.
func furtherQuarter(words []word) (last, length int) {
	i := 0
	for i < len(words) && i < 2 && (words[i].Folded == "va" || words[i].Folded == "quy" || words[i].Folded == "den") {
		i++
	}
	if i == 0 && len(words) > 0 {
		if roman, ok := romanNumber[words[0].Folded]; ok {
			return int(roman[0] - '0'), 1
		}
		return 0, 0
	}
	q, n := period(words[i:])
	if n == 0 || q < 1 || q > 4 {
		return 0, 0
	}
	return q, i + n
}

// asksWhich tells "quý mấy" and "tháng nào", which ask for a time.
func asksWhich(rest []word) bool {
	return len(rest) > 0 && (rest[0].Folded == "may" || rest[0].Folded == "nao" || rest[0].Folded == "bao")
}

// quarterMeant decides whether "q1" is a quarter rather than a district: it is
// unless an office stands before it.
func (r *Reader) quarterMeant(words []word, i int) bool {
	if i == 0 {
		return len(words) == 1 || words[1].Folded == "co" || words[1].Folded == "nam" || yearWord.MatchString(words[1].Folded)
	}
	switch words[i-1].Folded {
	case "trong", "het", "den", "cuoi", "dau", "quy", "truoc", "han", "vao", "xong", "thuc", "con":
		return true
	}
	return i+1 < len(words) && (yearWord.MatchString(words[i+1].Folded) || words[i+1].Folded == "nam")
}

func quarters(first, last, year int) *Window {
	label := fmt.Sprintf("quý %s năm %d", romanQuarters[first], year)
	if last > first {
		label = fmt.Sprintf("quý %s đến quý %s năm %d", romanQuarters[first], romanQuarters[last], year)
	} else {
		last = first
	}
	w := months(3*first-2, 3*last, year)
	w.Label = label
	return w
}

var romanQuarters = [...]string{1: "I", 2: "II", 3: "III", 4: "IV"}

func months(first, last, year int) *Window {
	label := fmt.Sprintf("tháng %d năm %d", first, year)
	if last > first {
		label = fmt.Sprintf("tháng %d đến tháng %d năm %d", first, last, year)
	}
	return &Window{
		Window: index.Window{
			From: plan.Date{Year: year, Month: time.Month(first), Day: 1},
			To:   plan.Date{Year: year, Month: time.Month(last) + 1, Day: 1}.AddDays(-1),
		},
		Label: label,
	}
}

// Soon is the window of "sắp đến hạn": the next thirty days.
func Soon(now time.Time) Window {
	return *days(plan.DateOf(now), soon, fmt.Sprintf("%d ngày tới", soon))
}

func quarterOf(d plan.Date) int { return (int(d.Month)-1)/3 + 1 }

// mondayBased counts the days since Monday.
func mondayBased(d plan.Date) int { return (int(d.In(time.UTC).Weekday()) + 6) % 7 }

func days(from plan.Date, n int, label string) *Window {
	return &Window{Window: index.Window{From: from, To: from.AddDays(n)}, Label: label}
}

func takeWord(words []word, i int, folded string) {
	if i >= 0 && i < len(words) && words[i].Folded == folded {
		take(words[i : i+1])
	}
}
