package plan

import (
	"time"
)

// WindowOf is a window of whole days.
func WindowOf(from, to Date) Window { return Window{From: from, To: to} }

// MonthsWindow is whole months of a year.
func MonthsWindow(first, last time.Month, year int) Window {
	return Window{
		From: Date{Year: year, Month: first, Day: 1},
		To:   Date{Year: year, Month: last + 1, Day: 1}.AddDays(-1),
	}
}

// QuarterWindow is a quarter of a year, from 1 to 4.
func QuarterWindow(quarter, year int) Window {
	last := time.Month(3 * quarter)
	return MonthsWindow(last-2, last, year)
}

// QuarterNow is the quarter that a time lies in.
func QuarterNow(now time.Time) Window { return QuarterOf(DateOf(now)) }

// QuarterOf is the quarter that a day lies in.
func QuarterOf(day Date) Window {
	return QuarterWindow((int(day.Month)-1)/3+1, day.Year)
}

// YearOf is the year that a window begins in.
func YearOf(w Window) Window {
	return MonthsWindow(time.January, time.December, w.From.Year)
}
