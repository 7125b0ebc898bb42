package plan

import (
	"errors"
	"fmt"
	"slices"
	"time"
)

// CalendarEntry is a stretch of days that differs from the plain week, in
// which Monday to Friday are worked: a holiday, or a day that is worked in
// exchange for one.
type CalendarEntry struct {
	From    Date   `yaml:"from"`
	To      Date   `yaml:"to"`      // last day; zero: the one day From
	Working bool   `yaml:"working"` // worked although it is a Saturday or Sunday
	Reason  string `yaml:"reason"`  // in the words of officials: "Tết Nguyên đán Giáp Thìn"
	Source  string `yaml:"source"`  // who has published it
	Unknown bool   `yaml:"unknown"` // not published: a guess on the safe side
}

// Calendar tells the working days of public bodies in Vietnam. It is read once
// and never changes, so it may be shared.
type Calendar struct {
	first, last int // the years that the register covers
	entries     []CalendarEntry
	days        map[Date]CalendarEntry
}

// calendarFile is the shape of calendar.yaml.
type calendarFile struct {
	FirstYear int             `yaml:"first_year"`
	LastYear  int             `yaml:"last_year"`
	Days      []CalendarEntry `yaml:"days"`
}

// mostHolidays is the longest stretch that one entry may have: a slip in a year
// must not take a whole year out of work.
const mostHolidays = 14

// LoadCalendar reads the calendar. An unknown field, an entry that says no
// reason or source, lies outside the years, is overlong, changes nothing or
// overlaps another is an error that names the entry.
func LoadCalendar(data []byte) (*Calendar, error) {
	var file calendarFile
	if err := decodeYAML(data, &file); err != nil {
		return nil, fmt.Errorf("calendar: %w", err)
	}
	c := &Calendar{first: file.FirstYear, last: file.LastYear, days: map[Date]CalendarEntry{}}
	for _, e := range file.Days {
		if e.To.IsZero() {
			e.To = e.From
		}
		if err := c.add(e); err != nil {
			return nil, fmt.Errorf("calendar: %s (%s): %w", e.From, e.Reason, err)
		}
	}
	slices.SortFunc(c.entries, func(a, b CalendarEntry) int { return a.From.Compare(b.From) })
	return c, nil
}

// add takes an entry in after checking it.
func (c *Calendar) add(e CalendarEntry) error {
	switch {
	case e.Reason == "" || e.Source == "":
		return errors.New("reason and source must be given")
	case e.From.Year < c.first || e.To.Year > c.last:
		return fmt.Errorf("outside the years %d to %d", c.first, c.last)
	case e.To.Compare(e.From) < 0:
		return errors.New("ends before it begins")
	case e.From.DaysUntil(e.To) >= mostHolidays:
		return fmt.Errorf("longer than %d days", mostHolidays)
	case e.Working && (e.From != e.To || !weekend(e.From)):
		return errors.New("a working entry is one Saturday or Sunday")
	}
	for d := e.From; d.Compare(e.To) <= 0; d = d.AddDays(1) {
		if other, taken := c.days[d]; taken {
			return fmt.Errorf("%s is also in the entry %s (%s)", d, other.From, other.Reason)
		}
		c.days[d] = e
	}
	c.entries = append(c.entries, e)
	return nil
}

// IsWorkingDay reports whether public bodies work on a day. A day about which
// nothing is published counts as off where the register says so; in years
// outside the register only the week counts: see Unknown.
func (c *Calendar) IsWorkingDay(d Date) bool {
	if e, special := c.days[d]; special {
		return e.Working
	}
	return !weekend(d)
}

// LastWorkingDayUpTo returns the day itself where it is worked, else the last
// working day before it.
func (c *Calendar) LastWorkingDayUpTo(d Date) Date {
	for !c.IsWorkingDay(d) {
		d = d.AddDays(-1)
	}
	return d
}

// FirstWorkingDayFrom returns the day itself where it is worked, else the first
// working day after it.
func (c *Calendar) FirstWorkingDayFrom(d Date) Date {
	for !c.IsWorkingDay(d) {
		d = d.AddDays(1)
	}
	return d
}

// WorkingDaysBefore returns the n-th working day before a day, which itself is
// not counted. Nothing or less leaves the day as it is.
func (c *Calendar) WorkingDaysBefore(d Date, n int) Date {
	for ; n > 0; n-- {
		d = c.LastWorkingDayUpTo(d.AddDays(-1))
	}
	return d
}

// Unknown lists what is not published about the days from one to another, both
// included: entries marked so, and each year outside the register as a whole.
func (c *Calendar) Unknown(from, to Date) []CalendarEntry {
	var unknown []CalendarEntry
	for _, e := range c.entries {
		if e.Unknown && e.From.Compare(to) <= 0 && from.Compare(e.To) <= 0 {
			unknown = append(unknown, e)
		}
	}
	for year := from.Year; year <= to.Year; year++ {
		if year < c.first || year > c.last {
			unknown = append(unknown, CalendarEntry{
				From: Date{year, time.January, 1}, To: Date{year, time.December, 31}, Unknown: true,
			})
		}
	}
	slices.SortStableFunc(unknown, func(a, b CalendarEntry) int { return a.From.Compare(b.From) })
	return unknown
}

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.In(time.UTC).Weekday() }

func weekend(d Date) bool {
	return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
}
