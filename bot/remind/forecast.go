package remind

import (
	"maps"
	"slices"
	"time"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Forecast lists the digests that a chat will be sent from today to a day if
// nothing is settled meanwhile: what Draw draws up on each day, one after the
// other, without that of today where it is drawn up.
func (p *Planner) Forecast(r record.Recipient, today, to plan.Date, known record.Known) []Digest {
	told := map[string]bool{}
	before := known.Reminded
	if r.Through == today {
		today = today.AddDays(1)
	}
	var digests []Digest
	for day := today; day.Compare(to) <= 0; day = day.AddDays(1) {
		d, ready := p.Draw(r, day, known)
		if !ready {
			continue
		}
		r.Through = day
		r.Snoozed = slices.DeleteFunc(slices.Clone(r.Snoozed), func(s record.Snooze) bool { return s.Day.Compare(day) <= 0 })
		d.Nudges = slices.DeleteFunc(d.Nudges, func(n record.Nudge) bool {
			key := n.Key()
			before := told[key] || r.Told[key]
			told[key] = true
			return before
		})
		if full := p.Tell(d, r, known); !full.Empty() {
			digests = append(digests, full)
		}
		for _, n := range d.Nudges {
			if n.Occurrence.Due.Year == n.Occurrence.Year || before[n.Occurrence.Key()] {
				continue
			}
			if len(known.Reminded) == len(before) { // it is the caller's
				known.Reminded = maps.Clone(before)
			}
			if known.Reminded == nil {
				known.Reminded = map[string]bool{}
			}
			known.Reminded[n.Occurrence.Key()] = true
		}
	}
	return digests
}

// Follower is a chat that follows an agency and has been told all up to the day
// before, so that a Forecast from that day on is of the agency alone.
func Follower(a plan.Agency, role record.Role, supports bool, from plan.Date) record.Recipient {
	r := record.Recipient{Preferences: record.DefaultPreferences(0), Through: from.AddDays(-1)}
	r.Supports, r.Monday = supports, false
	r.Subscriptions = []record.Subscription{{
		Agency: plan.KeyOf(a), Role: role, Standing: record.Approved,
		Since: time.Date(r.Through.Year-1, 1, 1, 0, 0, 0, 0, vietnam),
	}}
	return r
}
