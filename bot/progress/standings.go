package progress

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"cchcbot/bot/agency"
	"cchcbot/bot/chat"
	"cchcbot/bot/duties"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// Count says how many occurrences stand how.
type Count struct{ done, open, Late int }

func (c Count) all() int { return c.done + c.open + c.Late }

func (c *Count) add(s duties.Sighted, today plan.Date) {
	switch {
	case s.Kept.State == record.Done:
		c.done++
	case s.Kept.State == record.Waived:
	case s.Kept.Due.Compare(today) < 0:
		c.Late++
	default:
		c.open++
	}
}

// worse orders by what is late, then by what is open.
func worse(a, b Count) int {
	return cmp.Or(cmp.Compare(b.Late, a.Late), cmp.Compare(b.open, a.open), cmp.Compare(a.done, b.done))
}

// CountOf counts how occurrences stand on a day.
func CountOf(all []duties.Sighted, today plan.Date) Count {
	var c Count
	for _, s := range all {
		c.add(s, today)
	}
	return c
}

// Standings lists what some agencies owe in a window, as it stands. What has no
// due date of its own is left out, and what nobody could know of: see beyondPlan.
func (h *Handler) Standings(ctx context.Context, agencies []plan.Agency, w plan.Window) ([]duties.Sighted, error) {
	planner, err := h.duties.Planning(ctx)
	if err != nil {
		return nil, err
	}
	settled, err := h.records.ClosedOccurrences(ctx, w.From)
	if err != nil {
		return nil, fmt.Errorf("closed occurrences: %w", err)
	}
	beyond, err := h.duties.LaterYearsOf(ctx, w)
	if err != nil {
		return nil, err
	}
	var all []duties.Sighted
	for _, a := range agencies {
		for _, o := range planner.Occurrences(remind.Subscription{Agency: a}, w.From, w.To) {
			s := duties.Sighted{Owed: o, Kept: o.Kept()}
			if s.Undated() || o.Plan.Line != h.answers.Plan().Line { // another plan in force has its own standings
				continue
			}
			if done, closed := settled[s.Kept.Key()]; closed {
				s.Kept = done
			}
			if beyond.LeavesOut(s.Kept) {
				continue
			}
			all = append(all, s)
		}
	}
	return all, nil
}

// inWindow keeps what is due in a window.
func inWindow(all []duties.Sighted, w plan.Window) []duties.Sighted {
	return slices.DeleteFunc(slices.Clone(all), func(s duties.Sighted) bool {
		return s.Kept.Due.Compare(w.From) < 0 || w.To.Compare(s.Kept.Due) < 0
	})
}

// cityStandings lists what the agencies of the city owe in a window: those of the
// register, and as many wards as somebody follows, since no register lists them.
func (h *Handler) cityStandings(ctx context.Context, today plan.Date, w plan.Window) (rows []duties.Sighted, wards int, err error) {
	followed, err := h.following.FollowedWards(ctx)
	if err != nil {
		return nil, 0, err
	}
	agencies := plan.OfToday(append(h.answers.Register.Agencies(), followed...), today.In(chat.Vietnam))
	for _, a := range agencies {
		if plan.IsWard(a) {
			wards++
		}
	}
	rows, err = h.Standings(ctx, agencies, w)
	return rows, wards, err
}

// yearAround is the year that a window begins in, with what of the window lies
// behind it.
func yearAround(w plan.Window) plan.Window {
	year := plan.YearOf(w)
	if year.To.Compare(w.To) < 0 {
		year.To = w.To
	}
	return year
}

// groupRows are the rows of the agencies of a group.
type groupRows struct {
	id   string // noKind for the agencies that belong to none
	name string
	rows []duties.Sighted
}

// byGroup parts rows by the first group of each agency, in the order of the
// register.
func (h *Handler) byGroup(rows []duties.Sighted) []groupRows {
	parts := map[string][]duties.Sighted{}
	for _, s := range rows {
		id := agency.GroupOf(s.Agency)
		parts[id] = append(parts[id], s)
	}
	var all []groupRows
	for _, g := range h.answers.Register.Groups() {
		if len(parts[g.ID]) > 0 {
			all = append(all, groupRows{g.ID, chat.UpperFirst(g.Name), parts[g.ID]})
		}
	}
	if len(parts[agency.NoKind]) > 0 {
		all = append(all, groupRows{agency.NoKind, textOtherAgencies, parts[agency.NoKind]})
	}
	return all
}

// badness brings what is late before what is open, and that before what is done.
func badness(s duties.Sighted, today plan.Date) int {
	switch {
	case s.Kept.State == record.Waived:
		return 3
	case s.Kept.State == record.Done:
		return 2
	case s.Kept.Due.Compare(today) < 0:
		return 0
	}
	return 1
}

// countWords tell how rows stand, what is late first, with the quarters that it
// comes from where they are not the time that is shown.
func (h *Handler) countWords(rows []duties.Sighted, shown plan.Window, today plan.Date) string {
	if CountOf(rows, today).all() == 0 {
		if shown.From.Year > h.answers.Plan().Year && shown.To.Compare(today) < 0 {
			return textNoReport
		}
		return textNothingToDo
	}
	c := CountOf(inWindow(rows, shown), today)
	late := slices.DeleteFunc(slices.Clone(rows), func(s duties.Sighted) bool { return !s.Late(today) })
	return fmt.Sprintf(textCounts, len(late), lateQuarters(late, shown), c.done, c.all(), c.open)
}

func lateWords(c Count) string {
	if c.Late == 0 {
		return ""
	}
	return fmt.Sprintf(textOfThemLate, c.Late)
}
