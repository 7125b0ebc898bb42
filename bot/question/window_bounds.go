package question

import (
	"fmt"
	"time"

	"cchcbot/seeds/plan"
)

// bounded reads a time with a bound that is said: "trước 30/6", "sau lễ 30/4",
// "từ tháng 3 đến tháng 5", "đến hết quý II", "giữa 1/3 và 15/3".
func (c clock) bounded(i int) (*Window, int) {
	w := c.words[i]
	switch {
	case w.oneOf("từ kể"):
		return c.from(i)
	case w.oneOf("giữa khoảng"):
		return c.between(i)
	case w.oneOf("trước"):
		return c.beside(i, 1, beforeIt)
	case w.oneOf("sau"):
		return c.beside(i, 1, afterIt)
	case w.oneOf("đến tới"):
		if i > 0 && c.words[i-1].oneOf("nhắc cập nói thuộc quan") {
			return nil, 0 // "có nhắc tới quý II"
		}
		return c.beside(i, 1, untilIt)
	case w.oneOf("chậm muộn trễ") && c.next(i).oneOf("nhất"):
		return c.beside(i, 2, untilIt)
	case w.oneOf("không") && c.next(i).oneOf("quá"):
		return c.beside(i, 2, untilIt)
	}
	return nil, 0
}

// next is the word behind i, an empty one at the end.
func (c clock) next(i int) word {
	if i+1 < len(c.words) {
		return c.words[i+1]
	}
	return word{}
}

// beside reads the period behind the skip words of a bound.
func (c clock) beside(i, skip int, bound func(*Window) *Window) (*Window, int) {
	at := i + skip
	for at < len(c.words) && at < i+skip+3 && c.words[at].oneOf("hết dịp đợt lễ là vào trước") {
		at++
	}
	if at >= len(c.words) {
		return nil, 0
	}
	w, n := c.end(at)
	if n == 0 && at > i+skip {
		at = i + skip
		w, n = c.end(at) // "sau lễ" is a time of its own
	}
	switch {
	case n == 0:
		return nil, 0
	case !w.known():
		return w, at + n - i
	}
	return bound(w), at + n - i
}

// label shortens the label of one day: "ngày 01/07/2024" of a day, that of the
// period otherwise.
func label(w *Window) string {
	if w.Label != "" {
		return w.Label
	}
	return dayLabel(w.From)
}

func dayLabel(d plan.Date) string { return fmt.Sprintf("ngày %02d/%02d/%d", d.Day, d.Month, d.Year) }

func beforeIt(w *Window) *Window {
	start := plan.Date{Year: w.From.Year, Month: time.January, Day: 1}
	if start == w.From {
		start = plan.Date{Year: w.From.Year - 1, Month: time.January, Day: 1}
	}
	return &Window{Window: plan.Window{From: start, To: w.From.AddDays(-1)}, Label: "thời gian trước " + label(w)}
}

func afterIt(w *Window) *Window {
	first := w.To.AddDays(1)
	return &Window{Window: plan.Window{From: first, To: plan.Date{Year: first.Year, Month: time.December, Day: 31}}, Label: "thời gian sau " + label(w)}
}

func untilIt(w *Window) *Window {
	start := plan.Date{Year: w.To.Year, Month: time.January, Day: 1}
	return &Window{Window: plan.Window{From: start, To: w.To}, Label: "thời gian đến hết " + label(w)}
}

func fromIt(w *Window) *Window {
	return &Window{Window: plan.Window{From: w.From, To: plan.Date{Year: w.From.Year, Month: time.December, Day: 31}}, Label: "thời gian từ " + label(w)}
}

// from reads "từ … đến …", and "từ …" alone.
func (c clock) from(i int) (*Window, int) {
	at := i + 1
	if c.words[i].Folded == "ke" {
		if !c.next(i).oneOf("từ") {
			return nil, 0
		}
		at++
	}
	if at >= len(c.words) {
		return nil, 0
	}
	w, n := c.end(at)
	if n == 0 {
		return nil, 0
	}
	at += n
	if to, m := c.upTo(at, w); m > 0 {
		return to, at + m - i
	}
	if !w.known() {
		return w, at - i
	}
	for at < len(c.words) && c.words[at].oneOf("trở đi về sau") {
		at++
	}
	return fromIt(w), at - i
}

// between reads "giữa … và …" and "khoảng … đến …".
func (c clock) between(i int) (*Window, int) {
	w, n := c.end(i + 1)
	at := i + 1 + n
	if n == 0 || at >= len(c.words) {
		return nil, 0
	}
	if to, m := c.upTo(at, w); m > 0 {
		return to, at + m - i
	}
	if c.words[i].Folded != "giua" || !c.words[at].oneOf("và với") {
		return nil, 0
	}
	to, m := c.end(at + 1)
	if m == 0 {
		return nil, 0
	}
	return span(w, to), at + 1 + m - i
}

// upTo reads "đến …" behind a period: of a period that is counted, a number alone
// will do: "quý I đến III".
func (c clock) upTo(i int, w *Window) (*Window, int) {
	if i+1 >= len(c.words) || !c.words[i].oneOf("đến tới") {
		return nil, 0
	}
	skip := i + 1
	if c.words[skip].oneOf("hết") && skip+1 < len(c.words) {
		skip++
	}
	to, n := c.end(skip)
	if n == 0 && w.known() {
		if value, m := period(c.words[skip:]); m > 0 && !c.asksYet(skip+m) {
			switch {
			case isQuarters(*w):
				to, n = c.numbered('q', value), m
			case isMonths(*w):
				to, n = c.numbered('m', value), m
			}
		}
	}
	if n == 0 {
		return nil, 0
	}
	both := span(w, to)
	if !both.Unread && both.Label == "" {
		return nil, 0
	}
	return both, skip + n - i
}

// asksYet tells that a number before i counts what follows.
func (c clock) asksYet(i int) bool {
	return i < len(c.words) && c.words[i].oneOf("việc nhiệm phần lần bài")
}

// span is the time from one to the other, the one that is no time where there is
// one, and an empty window where the end comes first.
func span(from, to *Window) *Window {
	switch {
	case !from.known():
		return from
	case !to.known():
		return to
	case to.To.Compare(from.From) < 0 && to.To.Year == from.From.Year:
		return &Window{Label: label(from) + " đến " + label(to), Impossible: true}
	case to.To.Compare(from.From) < 0:
		return &Window{}
	}
	w := &Window{Window: plan.Window{From: from.From, To: to.To}}
	w.Label = fmt.Sprintf("thời gian từ %02d/%02d/%d đến %02d/%02d/%d", w.From.Day, w.From.Month, w.From.Year, w.To.Day, w.To.Month, w.To.Year)
	switch {
	case isQuarters(*from) && isQuarters(*to) && from.From.Year == to.To.Year && quarterOf(to.To) > quarterOf(from.From):
		w.Label = quarters(quarterOf(from.From), quarterOf(to.To), to.To.Year).Label
	case isMonths(*from) && isMonths(*to) && from.From.Year == to.To.Year && to.To.Month > from.From.Month:
		w.Label = months(int(from.From.Month), int(to.To.Month), to.To.Year).Label
	}
	return w
}

// end reads one end of a span: a period, now, or the end of the month, quarter or
// year that is running.
func (c clock) end(i int) (*Window, int) {
	if i >= len(c.words) {
		return nil, 0
	}
	if end, n := c.spanEnds.longest(c.words, i); n > 0 {
		if _, more := c.period(i); more <= n {
			return end(c.today, c.year), n
		}
	}
	return c.period(i)
}
