package question

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"cchcbot/seeds/plan"
)

var signedTime = regexp.MustCompile(`(?i)(^|\s)[-–−]\s?(\d+)\s*(?:ngày|ngay|tuần|tuan|tháng|thang)`)

// actTimes reads the times of an act: of which period the duty is, when it was
// delivered, when to remind.
func (r *Reader) actTimes(a *Act, s *spread, words []word, raw string, now time.Time) {
	if m := signedTime.FindString(raw); m != "" {
		a.Problem = &Window{Label: strings.TrimSpace(m), Impossible: true}
	}
	c := clock{Reader: r, words: words, year: now.Year(), today: plan.DateOf(now)}
	if a.Kind == ActSnooze {
		r.actSpan(a, c)
	}
	for i := 0; i < len(words); {
		if words[i].use == taken {
			i++
			continue
		}
		some, n := c.actTimeAt(i, a.Kind)
		if n == 0 {
			i++
			continue
		}
		take(words[i : i+n])
		for _, w := range some {
			r.actTime(a, s.of(i), w)
		}
		i += n
		s.last = max(s.last, i)
	}
}

// remindIn has a month in which to remind mean its first day, where no day is told.
func (a *Act) remindIn(today plan.Date) {
	for i := range a.Items {
		item := &a.Items[i]
		n := len(item.Periods)
		if n == 0 || !item.Day.IsZero() || a.Days != 0 || a.BeforeDue != 0 {
			continue
		}
		if w := item.Periods[n-1]; w.From.DaysUntil(w.To) <= longestMonth && w.From.Compare(today) > 0 {
			item.Day, item.Periods = w.From, item.Periods[:n-1]
		}
	}
}

// The least and the greatest number of days that follow the first of a month.
const (
	shortestMonth = 27
	longestMonth  = 30
)

// actTimeAt reads a time; "từ 29/3" is the day since when it is done.
func (c clock) actTimeAt(i int, kind ActKind) ([]Window, int) {
	if kind == ActDone && c.words[i].oneOf("từ") && i+1 < len(c.words) {
		for _, read := range []func(int) (*Window, int){c.relativeAt, c.dayAt} {
			if w, n := read(i + 1); n > 0 {
				return []Window{*w}, n + 1
			}
		}
	}
	on := 0
	if c.words[i].oneOf("hôm") {
		on = 1
	}
	if w, n := c.weekdayAt(min(i+on, len(c.words)-1)); n > 0 && w.Label != "" && w.From.DaysUntil(w.To) == 0 {
		switch behind := c.today.DaysUntil(w.From); {
		case kind == ActDone && behind > 0 && behind < 7:
			w.From = w.From.AddDays(-7) // "gửi hôm thứ sáu"
		case kind == ActSnooze && behind == 0:
			w.From = w.From.AddDays(7) // said on a Friday, "thứ sáu" is the next
		}
		return []Window{{Window: plan.Window{From: w.From, To: w.From}, Label: dayLabel(w.From)}}, on + n
	}
	if c.words[i].oneOf("kỳ") && c.next(i).oneOf("này") {
		return nil, 2 // the one before them, as without the words
	}
	if c.words[i].oneOf("năm") && i+1 < len(c.words) && yearWord.MatchString(c.words[i+1].Folded) {
		year, n := c.yearBehind(i)
		return []Window{*wholeYear(year)}, n
	}
	return c.timeAt(i)
}

// actTime puts a time where it belongs: one that is none stops the act, a day is
// that of the delivery or the reminder, and what is longer is a period.
func (r *Reader) actTime(a *Act, t *Item, w Window) {
	day := w.From == w.To || a.Kind == ActSnooze && w.From.DaysUntil(w.To) < shortestMonth
	switch {
	case !w.known(), day && !t.Day.IsZero() && t.Day != w.From: // two days of one thing
		if a.Problem == nil {
			w.Unread = w.Unread || w.known()
			a.Problem = &w
		}
	case day:
		t.Day = w.From
	default:
		t.Periods = append(t.Periods, w)
	}
}

// actSpan reads in how long to remind: "2 tuần", "sau 3 ngày", "trước hạn 5 ngày".
func (r *Reader) actSpan(a *Act, c clock) {
	for _, last := range [][2]string{{"ngay", "cuoi"}, {"cuoi", "han"}, {"viec", "cuoi"}} {
		if mentions(c.words, last[0], last[1]) {
			a.BeforeDue = LastDay
			takePhrase(c.words, last[0], last[1])
			return
		}
	}
	for i := range c.words {
		if c.words[i].use == taken {
			continue
		}
		value, n := c.amount(i)
		if n == 0 || i > 0 && c.words[i-1].oneOf("thứ") || i+n >= len(c.words) {
			continue
		}
		unit := c.words[i+n]
		days := 0
		switch {
		case unit.oneOf("ngày bữa hôm"):
			days = value
		case unit.oneOf("tuần"):
			days = 7 * value
		case unit.oneOf("tháng") && c.words[i].use != taken && (i+n+1 >= len(c.words) || !hasDigits(c.words[i+n+1].Folded)):
			days = c.today.DaysUntil(addMonths(c.today, min(value, 120)))
		default:
			continue
		}
		if i+n+1 < len(c.words) && dayWord.MatchString(c.words[i+n+1].Folded) {
			continue
		}
		end := i + n + 1
		due := i > 1 && c.words[i-1].oneOf("hạn") && c.words[i-2].oneOf("trước") || end+1 < len(c.words) && c.words[end].oneOf("trước") && c.words[end+1].oneOf("hạn khi")
		if due {
			a.BeforeDue = days
			takePhrase(c.words, "truoc", "han")
		} else {
			a.Days = days
		}
		if days == 0 {
			a.Problem = &Window{Label: asTyped(c.words[i:end]), Impossible: true}
		}
		for end < len(c.words) && c.words[end].oneOf("nữa sau tới") {
			end++
		}
		take(c.words[i:end])
		return
	}
}

// amount reads a number of any size, or "nửa" of a month.
func (c clock) amount(i int) (value, length int) {
	if allDigits(c.words[i].Folded) {
		value, err := strconv.Atoi(c.words[i].Folded)
		if err != nil || value > 100000 {
			return 0, 0
		}
		return value, 1
	}
	return wholeNumber(c.words[i:])
}
