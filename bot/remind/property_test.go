package remind

import (
	"testing"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
)

// What holds for every agency of the register, over the years of the calendar
// and one more, whatever it leads, is assigned or supports: one digest a day at
// most, on working days, nothing told twice, and on one screen of a phone.
func TestEveryForecastKeepsTheRules(t *testing.T) {
	t.Parallel()
	library := embedded()
	from, to := date(t, "2024-10-01"), date(t, "2025-12-31")
	p := planner()
	for _, a := range played() {
		seen := map[string]bool{}
		last := from.AddDays(-1)
		for _, d := range p.Forecast(Follower(a, record.FocalPerson, true, from), from, to, record.Known{}) {
			if d.Day.Compare(last) <= 0 || to.Compare(d.Day) < 0 || !library.Calendar.IsWorkingDay(d.Day) {
				t.Errorf("%s: a digest on %s, behind %s", a.ID, d.Day, last)
			}
			last = d.Day
			if text := d.Text(); chat.ScreenLength(text) > chat.ScreenRunes {
				t.Errorf("%s: more than a phone shows at once:\n%s", d.Day, text.Plain())
			}
			for i, n := range d.Nudges {
				if key := n.Record.Key() + n.Rung.Name; seen[key] {
					t.Errorf("told twice: %s", key)
				} else {
					seen[key] = true
				}
				if i > 0 && toldOrder(d.Day, d.Nudges[i-1], n) > 0 {
					t.Errorf("%s: %s stands behind something less urgent", d.Day, n.Unit.ID)
				}
			}
		}
	}
}
