package question

import (
	"strconv"
	"time"

	"cchcbot/seeds/plan"
)

// clock reads the times that a sentence names.
type clock struct {
	*Reader
	words []word
	year  int // that periods are of which name none
	today plan.Date
}

// windows finds the times that a sentence is about, as they are said, and marks
// their words as taken. A quarter or month without a year is that of the plan;
// "tháng này" and the like follow the clock.
func (r *Reader) windows(words []word, now time.Time) (found []Window) {
	c := clock{Reader: r, words: words, year: r.planYear, today: plan.DateOf(now)}
	yearAt := c.yearAt()
	if yearAt >= 0 {
		c.year, _ = strconv.Atoi(words[yearAt].Folded)
	}
	for i := 0; i < len(words); {
		if words[i].use == taken && hasDigits(words[i].Folded) {
			i++ // the number of a place or of a document
			continue
		}
		some, n := c.timeAt(i)
		if n == 0 {
			i++
			continue
		}
		take(words[i : i+n])
		found = append(found, some...)
		i += n
	}
	if len(found) > 0 && yearAt >= 0 {
		take(words[yearAt : yearAt+1])
		takeWord(words, yearAt-1, "nam")
	}
	return found
}

// yearAt is the place of the last year in figures, -1 where there is none.
func (c clock) yearAt() int {
	for i := len(c.words) - 1; i >= 0; i-- {
		if c.words[i].use != taken && yearWord.MatchString(c.words[i].Folded) {
			return i
		}
	}
	return -1
}

// wholeYears is the year that a question for what is due names.
func (r *Reader) wholeYears(words []word, now time.Time) []Window {
	c := clock{Reader: r, words: words, today: plan.DateOf(now)}
	if at := c.yearAt(); at >= 0 {
		year, _ := strconv.Atoi(words[at].Folded)
		return []Window{*wholeYear(year)}
	}
	for i := range words {
		if year, n := c.yearSaid(i); n > 0 {
			take(words[i : i+n])
			return []Window{*wholeYear(year)}
		}
	}
	return nil
}

// timeAt reads the time that begins at i: one window, or those of a list.
func (c clock) timeAt(i int) ([]Window, int) {
	if w, n := c.bounded(i); n > 0 {
		return []Window{*w}, n
	}
	w, n := c.period(i)
	if n == 0 {
		return nil, 0
	}
	if to, m := c.upTo(i+n, w); m > 0 {
		return []Window{*to}, n + m
	}
	found := []Window{*w}
	for unit := c.unitOf(i); unit != 0 && w.known(); {
		further, m := c.listed(i+n, unit)
		if m == 0 {
			break
		}
		found = append(found, *further)
		n += m
	}
	return found, n
}

// unitOf tells what a period at i counts: 'q' quarters, 'm' months, 0 neither.
func (c clock) unitOf(i int) byte {
	switch w := c.words[i].Folded; {
	case w == "quy" || quarterWord.MatchString(w):
		return 'q'
	case w == "thang":
		return 'm'
	}
	return 0
}

// connectors join the points of a list.
const connectors = "và với hoặc hay cùng lẫn"

// countNouns follow a number that counts something rather than names a period.
const countNouns = "việc nhiệm ngày tháng quý năm đơn cơ sở quận huyện phường xã chỉ sản báo lần phần bài đoàn tuần cái đầu văn người ông cán"

// listed reads the further number of a list of quarters or months at i: "và III",
// ", 11". One that no calendar has is told.
func (c clock) listed(i int, unit byte) (*Window, int) {
	skip := 0
	if i < len(c.words) && c.words[i].oneOf(connectors) {
		skip = 1
	}
	rest := c.words[min(i+skip, len(c.words)):]
	value, n := period(rest)
	if n == 0 || rest[0].use == taken {
		return nil, 0
	}
	figures := allDigits(rest[0].Folded)
	_, roman := romanNumber[rest[0].Folded]
	switch {
	case !roman && n < len(rest) && rest[n].use != taken && rest[n].oneOf(countNouns) && !yearFollows(rest[n:]):
		return nil, 0
	case roman && n < len(rest) && hasDigits(rest[n].Folded) && !yearWord.MatchString(rest[n].Folded):
		return nil, 0 // "quý I, V.3.1": the section of a unit
	case !figures && !roman && (skip == 0 || rest[0].Folded == "nam" || rest[0].Folded == "khong"):
		return nil, 0
	}
	w := c.numbered(unit, value)
	if !w.known() && skip == 0 {
		return nil, 0
	}
	year, m := c.yearBehind(i + skip + n)
	if m > 0 && w.known() {
		c.year = year
		w = c.numbered(unit, value)
	}
	return w, skip + n + m
}

// numbered is the quarter or month of a number.
func (c clock) numbered(unit byte, value int) *Window {
	switch {
	case unit == 'q' && (value < 1 || value > 4):
		return impossible("quý %d", value)
	case unit == 'q':
		return quarters(value, value, c.year)
	case value < 1 || value > 12:
		return impossible("tháng %d", value)
	}
	return months(value, value, c.year)
}

// yearBehind reads the year that follows a period: "năm 2025", "2025", "năm sau".
func (c clock) yearBehind(i int) (year, length int) {
	if i >= len(c.words) {
		return 0, 0
	}
	if year, n := c.yearSaid(i); n > 0 {
		return year, n
	}
	at := i
	if c.words[at].Folded == "nam" || c.words[at].Folded == "cua" {
		at++
	}
	if at < len(c.words) && c.words[at].Folded == "nam" {
		at++
	}
	if at < len(c.words) && yearWord.MatchString(c.words[at].Folded) {
		year, _ = strconv.Atoi(c.words[at].Folded)
		return year, at + 1 - i
	}
	return 0, 0
}

// yearSaid reads "năm nay", "năm sau", "năm ngoái" at i.
func (c clock) yearSaid(i int) (year, length int) {
	if i+1 >= len(c.words) {
		return 0, 0
	}
	first, second := c.words[i], c.words[i+1]
	switch {
	case first.oneOf("sang") && second.oneOf("năm"):
		return c.today.Year + 1, 2
	case !first.oneOf("năm"):
		return 0, 0
	case second.oneOf("nay"):
		return c.today.Year, 2
	case second.oneOf("sau tới"):
		return c.today.Year + 1, 2
	case second.oneOf("ngoái trước rồi"):
		return c.today.Year - 1, 2
	}
	return 0, 0
}
