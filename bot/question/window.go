package question

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

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
// like follow the clock. Due tells that the sentence asks what is due, so that a
// year alone is a time too.
func (r *Reader) window(words []word, now time.Time, due bool) *Window {
	year, yearAt := r.planYear, -1
	for i, w := range words {
		if yearWord.MatchString(w.Folded) {
			year, _ = strconv.Atoi(w.Folded)
			yearAt = i
		}
	}
	today := plan.DateOf(now)
	for i := range words {
		w, length := r.spanAt(words, i, year, today)
		if length == 0 {
			w, length = r.windowAt(words, i, year, today)
		}
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
	switch {
	case due && yearAt >= 0:
		return wholeYear(year)
	case due && mentions(words, "nam", "nay"):
		return wholeYear(today.Year)
	}
	return nil
}

func wholeYear(year int) *Window {
	w := months(1, 12, year)
	w.Label = fmt.Sprintf("năm %d", year)
	return w
}

// spanAt reads "từ … đến …": from a day or a month, or from now on, to another.
func (r *Reader) spanAt(words []word, i, year int, today plan.Date) (*Window, int) {
	if !words[i].oneOf("từ") {
		return nil, 0
	}
	from, n := r.spanEnd(words, i+1, year, today)
	if n == 0 {
		return nil, 0
	}
	to := i + 1 + n
	if to >= len(words) || !words[to].oneOf("đến tới") {
		return nil, 0
	}
	until, m := r.spanEnd(words, to+1, year, today)
	if m == 0 || until.To.Compare(from.From) < 0 {
		return nil, 0
	}
	w := &Window{Window: plan.Window{From: from.From, To: until.To}}
	w.Label = fmt.Sprintf("thời gian từ %02d/%02d/%d đến %02d/%02d/%d", w.From.Day, w.From.Month, w.From.Year, w.To.Day, w.To.Month, w.To.Year)
	return w, to + 1 + m - i
}

// spanEnd reads one end of a span: a day, a window, now, or the end of the
// month, quarter or year that is running.
func (r *Reader) spanEnd(words []word, i, year int, today plan.Date) (*Window, int) {
	if i >= len(words) {
		return nil, 0
	}
	if end, n := r.spanEnds.longest(words, i); n > 0 {
		return end(today, year), n
	}
	if dayWord.MatchString(words[i].Folded) {
		return dayWindow(words, i, year)
	}
	return r.windowAt(words, i, year, today)
}

// spanEnds are the ends of spans that people name without a date.
func spanEnds() *phrases[spokenWindow] {
	p := &phrases[spokenWindow]{}
	p.addLines("nay, giờ, bây giờ, hôm nay, hiện nay", func(d plan.Date, _ int) *Window { return days(d, 0, "") })
	p.addLines("cuối tháng, hết tháng, cuối tháng này, hết tháng này", func(d plan.Date, _ int) *Window { return months(int(d.Month), int(d.Month), d.Year) })
	p.addLines("cuối quý, hết quý, cuối quý này, hết quý này", func(d plan.Date, _ int) *Window { return quarters(quarterOf(d), quarterOf(d), d.Year) })
	p.addLines("cuối năm, hết năm, cuối năm nay, hết năm nay", func(d plan.Date, _ int) *Window { return months(12, 12, d.Year) })
	return p
}

// ahead reads "hai tháng tới", "30 ngày tới", "3 tuần nữa": from today on.
func ahead(words []word, today plan.Date) (*Window, int) {
	value, n := wholeNumber(words)
	if n == 0 || value < 1 || n+1 >= len(words) || !words[n+1].oneOf("tới nữa") {
		return nil, 0
	}
	label := fmt.Sprintf("%d %s tới", value, map[string]string{"ngay": "ngày", "tuan": "tuần", "thang": "tháng"}[words[n].Folded])
	switch {
	case words[n].oneOf("ngày"):
		return days(today, value, label), n + 2
	case words[n].oneOf("tuần"):
		return days(today, 7*value, label), n + 2
	case words[n].oneOf("tháng"):
		end := plan.Date{Year: today.Year, Month: today.Month + time.Month(value), Day: today.Day}.AddDays(0)
		return &Window{Window: plan.Window{From: today, To: end}, Label: label}, n + 2
	}
	return nil, 0
}

func (r *Reader) windowAt(words []word, i, year int, today plan.Date) (*Window, int) {
	if relative, length := r.relative.longest(words, i); length > 0 {
		return relative(today, year), length
	}
	if w, length := ahead(words[i:], today); length > 0 {
		return w, length
	}
	w := words[i].Folded
	rest := words[i+1:]
	switch {
	case w == "quy" && !asksWhich(rest):
		first, n := period(rest)
		if n == 0 || rest[0].Folded == "khong" {
			return nil, 0 // "hàng quý không" asks yes or no
		}
		if first < 1 || first > 4 {
			return impossible("quý %d", first), 1 + n
		}
		last, more := furtherQuarter(rest[n:])
		if more == 0 {
			last = first
		}
		return quarters(first, last, year), 1 + n + more
	case w == "thang" && !asksWhich(rest):
		month, n := period(rest)
		if n == 0 || rest[0].Folded == "khong" || n < len(rest) && rest[n].Folded == "lan" {
			return nil, 0
		}
		if month < 1 || month > 12 {
			return impossible("tháng %d", month), 1 + n
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

// impossible is a time that no calendar has.
func impossible(label string, n int) *Window {
	return &Window{Label: fmt.Sprintf(label, n), Impossible: true}
}

// furtherMonth reads "đến tháng 6" after a month.
func furtherMonth(words []word) (last, length int) {
	if len(words) < 2 || !words[0].oneOf("đến tới") {
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
		return &Window{Label: fmt.Sprintf("ngày %d/%d", day.Day, int(day.Month)), Impossible: true}, i - from
	}
	label := fmt.Sprintf("ngày %02d/%02d/%d", day.Day, day.Month, day.Year)
	if before {
		start := plan.Date{Year: day.Year, Month: time.January, Day: 1}
		return &Window{Window: plan.Window{From: start, To: day.AddDays(-1)}, Label: "thời gian trước " + label}, i - from
	}
	return &Window{Window: plan.Window{From: day, To: day}, Label: label}, i - from
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
		Window: plan.Window{
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
	return &Window{Window: plan.Window{From: from, To: from.AddDays(n)}, Label: label}
}

func takeWord(words []word, i int, folded string) {
	if i >= 0 && i < len(words) && words[i].Folded == folded {
		take(words[i : i+1])
	}
}
