package question

import (
	"fmt"
	"strconv"
	"time"

	"cchcbot/seeds/plan"
)

// period reads one stretch of days at i: a day, a week, a month, a quarter, a part
// of a year. It has a length of 0 where there is none.
func (c clock) period(i int) (*Window, int) {
	for _, read := range []func(int) (*Window, int){c.partOfYear, c.partOfPeriod, c.relativeAt, c.ahead, c.quarterAt, c.monthAt, c.dayAt, c.weekdayAt, c.unreadAt} {
		if w, n := read(i); n > 0 {
			return w, n
		}
	}
	return nil, 0
}

func (c clock) relativeAt(i int) (*Window, int) {
	read, n := c.relative.longest(c.words, i)
	if n == 0 || n == 1 && (c.withBefore(c.words, i) || c.withAfter(c.words, i)) {
		return nil, 0
	}
	return read(c.today, c.year), n
}

// partOfYear reads "6 tháng đầu năm", "ba tháng cuối năm 2024", "hai quý đầu".
func (c clock) partOfYear(i int) (*Window, int) {
	value, n := wholeNumber(c.words[i:])
	at := i + n
	if n == 0 || value < 1 || at+1 >= len(c.words) || !c.words[at].oneOf("tháng quý") || !c.words[at+1].oneOf("đầu cuối") {
		return nil, 0
	}
	unit := c.words[at].Folded
	last := value
	if unit == "quy" {
		last *= 3
	}
	if last > 12 {
		return nil, 0
	}
	year := c.year
	end := at + 2
	if y, m := c.yearBehind(end); m > 0 {
		year, end = y, end+m
	} else if end < len(c.words) && c.words[end].oneOf("năm") {
		end++
	}
	which, w := "đầu", months(1, last, year)
	if c.words[at+1].oneOf("cuối") {
		which, w = "cuối", months(13-last, 12, year)
	}
	w.Label = fmt.Sprintf("%d %s %s năm %d", value, map[string]string{"thang": "tháng", "quy": "quý"}[unit], which, year)
	return w, end - i
}

// partOfPeriod reads "đầu tháng 4", "giữa quý II", "cuối tháng này", "tuần đầu
// tháng 3".
func (c clock) partOfPeriod(i int) (*Window, int) {
	at, week := i, false
	if c.words[i].oneOf("tuần") && i+1 < len(c.words) {
		at, week = i+1, true
	}
	if !c.words[at].oneOf("đầu giữa cuối") || at+1 >= len(c.words) || !c.words[at+1].oneOf("tháng quý") {
		return nil, 0
	}
	w, n := c.quarterAt(at + 1)
	if n == 0 {
		w, n = c.monthAt(at + 1)
	}
	if n == 0 && c.next(at+1).oneOf("này sau tới trước") {
		w, n = c.relativeAt(at + 1)
	}
	if n == 0 || !w.known() {
		return w, n
	}
	part := map[string]string{"dau": "đầu", "giua": "giữa", "cuoi": "cuối"}[c.words[at].Folded]
	cut := *w
	cut.Label = part + " " + w.Label
	switch {
	case week && part == "cuối":
		cut.From, cut.Label = w.To.AddDays(-6), "tuần "+cut.Label
	case week:
		cut.To, cut.Label = w.From.AddDays(6), "tuần "+cut.Label
	default:
		cut.From, cut.To = third(*w, part)
	}
	return &cut, at + 1 + n - i
}

// third is a third of a month or quarter.
func third(w Window, part string) (from, to plan.Date) {
	if w.From.DaysUntil(w.To) > 31 {
		second := plan.Date{Year: w.From.Year, Month: w.From.Month + 1, Day: 1}
		last := plan.Date{Year: w.From.Year, Month: w.From.Month + 2, Day: 1}
		switch part {
		case "đầu":
			return w.From, second.AddDays(-1)
		case "giữa":
			return second, last.AddDays(-1)
		}
		return last, w.To
	}
	switch part {
	case "đầu":
		return w.From, w.From.AddDays(9)
	case "giữa":
		return w.From.AddDays(10), w.From.AddDays(19)
	}
	return w.From.AddDays(20), w.To
}

// ahead reads "hai tháng tới", "3 tuần nữa", "10 ngày qua": from today on, or up to
// today.
func (c clock) ahead(i int) (*Window, int) {
	words := c.words[i:]
	value, n := wholeNumber(words)
	if n == 0 || value < 1 || n+1 >= len(words) || !words[n+1].oneOf("tới nữa qua vừa") {
		return nil, 0
	}
	past := words[n+1].oneOf("qua vừa")
	length := n + 2
	if words[n+1].oneOf("vừa") {
		if length >= len(words) || !words[length].oneOf("qua rồi") {
			return nil, 0
		}
		length++
	}
	name, ok := map[string]string{"ngay": "ngày", "tuan": "tuần", "thang": "tháng", "quy": "quý"}[words[n].Folded]
	if !ok || !words[n].oneOf(name) {
		return nil, 0
	}
	to := c.away(words[n].Folded, value)
	if past {
		return &Window{Window: plan.Window{From: c.away(words[n].Folded, -value), To: c.today}, Label: fmt.Sprintf("%d %s qua", value, name)}, length
	}
	return &Window{Window: plan.Window{From: c.today, To: to}, Label: fmt.Sprintf("%d %s tới", value, name)}, length
}

// away is the day that is so many days, weeks, months or quarters from today.
func (c clock) away(unit string, n int) plan.Date {
	switch unit {
	case "tuan":
		return c.today.AddDays(7 * n)
	case "thang":
		return addMonths(c.today, n)
	case "quy":
		return addMonths(c.today, 3*n)
	}
	return c.today.AddDays(n)
}

// addMonths is the same day of another month, or its last where it is shorter.
func addMonths(d plan.Date, n int) plan.Date {
	first := plan.Date{Year: d.Year, Month: d.Month + time.Month(n), Day: 1}.AddDays(0)
	last := plan.Date{Year: first.Year, Month: first.Month + 1, Day: 1}.AddDays(-1)
	return plan.Date{Year: first.Year, Month: first.Month, Day: min(d.Day, last.Day)}
}

func (c clock) quarterAt(i int) (*Window, int) {
	w := c.words[i]
	if quarterWord.MatchString(w.Folded) && c.quarterMeant(c.words, i) {
		m := quarterWord.FindStringSubmatch(w.Folded)
		year, n := c.year, 1
		if m[2] != "" {
			year, _ = strconv.Atoi(m[2][1:])
		} else if y, k := c.yearBehind(i + 1); k > 0 {
			year, n = y, n+k
		}
		q := int(m[1][0] - '0')
		return quarters(q, q, year), n
	}
	rest := c.words[i+1:]
	if !w.oneOf("quý") && !(w.Folded == "quy" && !w.Marked()) || len(rest) == 0 || asksWhich(rest) {
		return nil, 0
	}
	if m := quarterYear.FindStringSubmatch(rest[0].Folded); m != nil {
		q := int(m[1][0] - '0')
		year, _ := strconv.Atoi(m[2])
		return quarters(q, q, year), 2
	}
	switch {
	case rest[0].oneOf("cuối") && c.next(i+1).oneOf("năm"):
		return quarters(4, 4, c.year), 3
	case rest[0].oneOf("đầu") && c.next(i+1).oneOf("năm"):
		return quarters(1, 1, c.year), 3
	}
	value, n := period(rest)
	if n == 0 || rest[0].Folded == "khong" || n < len(rest) && rest[n].Folded == "lan" {
		return nil, 0 // "hàng quý không" asks yes or no
	}
	year, m := c.yearBehind(i + 1 + n)
	if m > 0 {
		c.year = year
	}
	return c.numbered('q', value), 1 + n + m
}

func (c clock) monthAt(i int) (*Window, int) {
	w := c.words[i]
	if monthWord.MatchString(w.Folded) {
		m := monthWord.FindStringSubmatch(w.Folded)
		month, _ := strconv.Atoi(m[1] + m[2])
		year, n := c.year, 1
		if m[3] != "" {
			year, _ = strconv.Atoi(m[3])
		} else if y, k := c.yearBehind(i + 1); k > 0 {
			year, n = y, n+k
		}
		if month >= 1 && month <= 12 {
			return months(month, month, year), n
		}
		return nil, 0
	}
	rest := c.words[i+1:]
	if w.Folded != "thang" || len(rest) == 0 || asksWhich(rest) {
		return nil, 0
	}
	if m := monthWord.FindStringSubmatch(rest[0].Folded); m != nil && m[3] != "" {
		month, _ := strconv.Atoi(m[2])
		c.year, _ = strconv.Atoi(m[3])
		return c.numbered('m', month), 2
	}
	if rest[0].oneOf("chạp giêng") && rest[0].Marked() || rest[0].Folded == "chap" {
		return unread(c.words[i : i+2]), 2
	}
	value, n := period(rest)
	if n == 0 || rest[0].Folded == "khong" || n < len(rest) && rest[n].Folded == "lan" {
		return nil, 0
	}
	year, m := c.yearBehind(i + 1 + n)
	if m > 0 {
		c.year = year
	}
	return c.numbered('m', value), 1 + n + m
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
