package plan

import (
	"errors"
	"fmt"
	"slices"
)

// With returns a calendar in which entries stand in place of what this one
// says of their days, and this one unchanged. Of two entries for one day the
// later in the list counts. Unlike the register, a correction may lie in any
// year and may make a weekday a working one; an entry that ends before it begins
// or is overlong is an error that names it.
func (c *Calendar) With(entries []CalendarEntry) (*Calendar, error) {
	corrected := &Calendar{first: c.first, last: c.last, entries: slices.Clone(c.entries), days: map[Date]CalendarEntry{}}
	for d, e := range c.days {
		corrected.days[d] = e
	}
	for _, e := range entries {
		if e.To.IsZero() {
			e.To = e.From
		}
		if err := corrected.put(e); err != nil {
			return nil, fmt.Errorf("calendar correction: %s (%s): %w", e.From, e.Reason, err)
		}
	}
	slices.SortFunc(corrected.entries, func(a, b CalendarEntry) int { return a.From.Compare(b.From) })
	return corrected, nil
}

// put lets an entry take its days from those that hold them.
func (c *Calendar) put(e CalendarEntry) error {
	switch {
	case e.From.IsZero():
		return errors.New("no day is given")
	case e.To.Compare(e.From) < 0:
		return errors.New("ends before it begins")
	case e.From.DaysUntil(e.To) >= mostHolidays:
		return fmt.Errorf("longer than %d days", mostHolidays)
	}
	var entries []CalendarEntry
	for _, old := range c.entries {
		entries = append(entries, old.without(e)...)
	}
	c.entries = append(entries, e)
	for d := e.From; d.Compare(e.To) <= 0; d = d.AddDays(1) {
		c.days[d] = e
	}
	return nil
}

// without is what is left of an entry when another takes its days: the entry
// itself, a piece at either end, or nothing.
func (e CalendarEntry) without(taken CalendarEntry) []CalendarEntry {
	if taken.To.Compare(e.From) < 0 || e.To.Compare(taken.From) < 0 {
		return []CalendarEntry{e}
	}
	var rest []CalendarEntry
	if e.From.Compare(taken.From) < 0 {
		before := e
		before.To = taken.From.AddDays(-1)
		rest = append(rest, before)
	}
	if taken.To.Compare(e.To) < 0 {
		behind := e
		behind.From = taken.To.AddDays(1)
		rest = append(rest, behind)
	}
	return rest
}

// WorkingDaysAfter returns the n-th working day after a day, which itself is
// not counted. Nothing or less leaves the day as it is.
func (c *Calendar) WorkingDaysAfter(d Date, n int) Date {
	for ; n > 0; n-- {
		d = c.FirstWorkingDayFrom(d.AddDays(1))
	}
	return d
}
