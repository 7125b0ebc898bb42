package plan_test

import (
	"os"
	"testing"

	"cchcbot/seeds/plan"
)

// Whatever an administrator writes into the register, it is refused or gives
// working days.
func FuzzLoadCalendar(f *testing.F) {
	embedded, err := os.ReadFile("../calendar.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(embedded, "2024-05-06", uint8(15))
	f.Add([]byte("first_year: 2024\nlast_year: 2024\ndays:\n- {from: 2024-01-01, to: 2024-01-14, reason: r, source: s}\n"), "2024-01-14", uint8(1))
	f.Add([]byte("days: [{from: 2024-01-01, reason: r, source: s}]"), "0001-01-01", uint8(3))
	f.Fuzz(func(t *testing.T, data []byte, day string, n uint8) {
		c, err := plan.LoadCalendar(data)
		if err != nil {
			return
		}
		d, err := plan.ParseDate(day)
		if err != nil {
			return
		}
		last := c.LastWorkingDayUpTo(d)
		if !c.IsWorkingDay(last) || d.Compare(last) < 0 {
			t.Errorf("last working day up to %s: %s", d, last)
		}
		if first := c.FirstWorkingDayFrom(d); !c.IsWorkingDay(first) || first.Compare(d) < 0 {
			t.Errorf("first working day from %s: %s", d, first)
		}
		before := c.WorkingDaysBefore(d, int(n))
		between := 0
		for at := before; at.Compare(d) < 0; at = at.AddDays(1) {
			if c.IsWorkingDay(at) {
				between++
			}
		}
		if between != int(n) {
			t.Errorf("%d working days from %s to %s, want %d", between, before, d, n)
		}
	})
}
