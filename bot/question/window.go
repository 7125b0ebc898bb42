package question

import (
	"fmt"
	"regexp"
	"time"

	"cchcbot/seeds/plan"
)

var (
	yearWord    yearForm
	quarterWord = regexp.MustCompile(`^q\.?([1-4])(/20\d\d)?$`)
	quarterYear = regexp.MustCompile(`^([1-4])/(20\d\d)$`)
	monthWord   = regexp.MustCompile(`^(?:t|th)\.?(\d{1,2})$|^(\d{1,2})/(20\d\d)$`)
	dayWord     = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})(?:/(20\d\d))?$`)
)

// yearForm matches the years that are read: "2024".
type yearForm struct{}

// MatchString reports whether a word is a year.
func (yearForm) MatchString(s string) bool {
	return len(s) == 4 && s[:2] == "20" && allDigits(s[2:])
}

// soon is what "sắp đến hạn" looks ahead.
const soon = 30

func wholeYear(year int) *Window {
	w := months(1, 12, year)
	w.Label = fmt.Sprintf("năm %d", year)
	return w
}

// impossible is a time that no calendar has.
func impossible(label string, n int) *Window {
	return &Window{Label: fmt.Sprintf(label, n), Impossible: true}
}

// unread is a time that was said and not understood.
func unread(words []word) *Window { return &Window{Label: asTyped(words), Unread: true} }

// known reports whether a window is a stretch of days.
func (w Window) known() bool { return !w.Impossible && !w.Unread }

// joined is the stretch of several windows of which each begins where the one
// before ends, with the label of the whole. It is the first that is no stretch
// where there is one, and the first otherwise.
func joined(windows []Window) *Window {
	if len(windows) == 0 {
		return nil
	}
	whole := windows[0]
	for _, w := range windows {
		if !w.known() {
			return &w
		}
	}
	for _, w := range windows[1:] {
		if w.From != whole.To.AddDays(1) {
			return &windows[0]
		}
		label := whole.Label + " và " + w.Label
		switch {
		case isQuarters(whole) && isQuarters(w) && whole.From.Year == w.To.Year:
			label = quarters(quarterOf(whole.From), quarterOf(w.To), w.To.Year).Label
		case isMonths(whole) && isMonths(w) && whole.From.Year == w.To.Year:
			label = months(int(whole.From.Month), int(w.To.Month), w.To.Year).Label
		}
		whole.To, whole.Label = w.To, label
	}
	return &whole
}

func isMonths(w Window) bool {
	return w.From.Day == 1 && w.To.AddDays(1).Day == 1 && len(w.Label) > 6 && w.Label[:6] == "tháng"[:6]
}

func isQuarters(w Window) bool {
	return w.From.Day == 1 && w.To.AddDays(1).Day == 1 && w.From.Month%3 == 1 && w.To.Month%3 == 0 && len(w.Label) > 4 && w.Label[:4] == "quý"[:4]
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
