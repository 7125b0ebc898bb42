package duties

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/compare"
	"cchcbot/seeds/plan"
)

// TaskRef is the unit that words mean: "1.14 Sở Tư pháp".
type TaskRef struct {
	question.Place
	Agency string // that is named, as it is kept; "" for none
}

// ParseTask reads words that begin with the number of a task.
func (c *cards) ParseTask(t dialog.Turn, args string) (TaskRef, bool) {
	fields := strings.Fields(args)
	begin := slices.IndexFunc(fields, func(w string) bool { return strings.ContainsAny(w, "0123456789") })
	if begin < 0 || begin > 3 {
		return TaskRef{}, false
	}
	q := t.Question()
	var w TaskRef
	if i := slices.IndexFunc(q.Places, func(p question.Place) bool { return p.Number != "" }); i >= 0 {
		w.Place = q.Places[i]
	}
	if q.Agency != nil {
		w.Agency = plan.KeyOf(*q.Agency)
	}
	return w, w.Number != ""
}

// IDs are the units that a number may be: a bare one is a row of the appendix, or
// what section V assigns.
func (w TaskRef) IDs() []string {
	switch w.Section {
	case "":
		return []string{"PL." + w.Number, "V." + w.Number}
	case "D":
		return []string{w.Section + w.Number}
	}
	return []string{w.Section + "." + w.Number}
}

// Means reports whether a number may be that of a unit.
func (w TaskRef) Means(u plan.Unit) bool { return slices.Contains(w.IDs(), u.ID) }

// How many past periods are looked through.
const (
	LateLooked = 30  // days after a due date in which words mean it rather than the next one
	farLooked  = 366 // days before and after today in which words mean anything at all
)

// owedBy lists the due dates of a unit for an agency in a span, each as it is kept.
func (c *cards) owedBy(ctx context.Context, unit, kept string, from, to plan.Date) ([]Sighted, error) {
	agency, ok := c.agencies.AgencyByID(kept)
	if !ok {
		return nil, nil
	}
	planner, err := c.Planning(ctx)
	if err != nil {
		return nil, err
	}
	var all []Sighted
	same := map[plan.Date]int{}
	for _, o := range planner.Occurrences(remind.Subscription{Agency: agency, Supports: true}, from, to) {
		if o.Unit.ID == unit && o.Plan.Line == c.answers.Plan().Line {
			s := Sighted{Owed: o, Kept: o.Kept(), nth: same[o.Occurrence.Due]}
			same[o.Occurrence.Due]++
			all = append(all, s)
		}
	}
	if len(all) == 0 {
		return nil, nil
	}
	known, err := c.records.OccurrencesOf(ctx, unit, kept)
	if err != nil {
		return nil, fmt.Errorf("occurrences: %w", err)
	}
	for i := range all {
		if o, there := known[all[i].Kept.Key()]; there {
			all[i].Kept = o
		}
	}
	return all, nil
}

// sameTask reports whether what is due is of the unit that has its number in the
// plan that answers, or of the same task in a plan before: the same number may be
// another task there.
func (c *cards) sameTask(s Sighted) bool {
	if s.Plan.Key == c.answers.Plan().Key() {
		return true
	}
	u, ok := c.answers.Index.Unit(s.Unit.ID)
	return ok && compare.Same(s.Unit, u)
}

// otherTask is the contrary of sameTask.
func (c *cards) otherTask(s Sighted) bool { return !c.sameTask(s) }

// around lists the due dates of a unit that words may mean on a day.
func (c *cards) around(ctx context.Context, unit, kept string, day plan.Date) ([]Sighted, error) {
	return c.owedBy(ctx, unit, kept, day.AddDays(-farLooked), day.AddDays(farLooked))
}

// nearest is the due date that an agency has before it: one that is just past
// and open, else the next, whether it is done or not, else the last that is
// still open, however long it has been late.
func nearest(all []Sighted, today plan.Date) (late Sighted, found bool) {
	for _, s := range all {
		open := s.Kept.State == record.Open
		switch due := s.Kept.Due; {
		case due.Compare(today) >= 0, open && due.DaysUntil(today) <= LateLooked:
			return s, true
		case open:
			late, found = s, true
		}
	}
	return late, found
}

// lastClosed is the due date that was closed last.
func lastClosed(all []Sighted) (last Sighted, found bool) {
	for _, s := range all {
		if s.Kept.State == record.Done && (!found || s.Kept.At.After(last.Kept.At)) {
			last, found = s, true
		}
	}
	return last, found
}

// within are the due dates of a period that words mean on a day: of several, those
// that are open and have begun.
func within(all []Sighted, today plan.Date) []Sighted {
	if len(all) < 2 {
		return all
	}
	meant := slices.DeleteFunc(slices.Clone(all), func(s Sighted) bool {
		return s.Kept.State != record.Open || today.Compare(s.Kept.From) < 0
	})
	if len(meant) == 0 {
		return all[:1]
	}
	return meant
}

// meant finds the occurrence of a button: by its id, or, where it is not kept, by
// its unit, agency and day.
func (c *cards) meant(ctx context.Context, t dialog.Turn, at dialog.Action) (Sighted, bool, error) {
	if at.ID != 0 || at.Open == "" {
		return c.sight(ctx, t, at.ID)
	}
	ties, err := c.following.TiesOf(ctx, t.User)
	if err != nil {
		return Sighted{}, false, err
	}
	agency, ok, err := c.following.AgencyToSee(ctx, t, ties, at.Agency)
	if err != nil || !ok {
		return Sighted{}, false, err
	}
	all, err := c.owedBy(ctx, at.Open, plan.KeyOf(agency), at.Window.From, at.Window.From)
	if err != nil || at.Page >= len(all) {
		return Sighted{}, false, err
	}
	return c.SightKept(ctx, t, all[at.Page].Kept)
}

// to is the way to an occurrence, under the digest of a day where it stands in one.
func (c *cards) to(view dialog.View, s Sighted, day plan.Date) dialog.Action {
	if s.Kept.ID != 0 {
		return dialog.Action{View: view, ID: s.Kept.ID, Day: day}
	}
	return dialog.Action{View: dialog.ViewOwed, Topic: string(view), Agency: dialog.AgencyCode(s.Kept.Agency), Open: s.Kept.Unit, Day: s.Kept.Due, Page: s.nth}
}

// owedPressed does what a button under an occurrence that was not kept is for.
func (h *Handler) owedPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	view, ok := owedViews[at.Topic]
	if !ok {
		return chat.OldButton(), nil
	}
	at.View, at.Topic, at.Window.From, at.Day = view, "", at.Day, plan.Date{}
	return h.Buttons()[view](ctx, t, at)
}

// owedViews are the buttons that an occurrence has before it is kept.
var owedViews = func() map[string]dialog.View {
	views := map[string]dialog.View{}
	for _, v := range []dialog.View{dialog.ViewItem, dialog.ViewRead, dialog.ViewDone, dialog.ViewLater, dialog.ViewNotOurs, dialog.ViewAskWhy, dialog.ViewChosen} {
		views[string(v)] = v
	}
	return views
}()

// keep writes an occurrence down that is to be spoken of by its id.
func (c *cards) keep(ctx context.Context, s Sighted) (Sighted, error) {
	if s.Kept.ID != 0 {
		return s, nil
	}
	kept, err := c.records.KeepOccurrence(ctx, s.Kept)
	if err != nil {
		return s, fmt.Errorf("keep occurrence: %w", err)
	}
	s.Kept = kept
	return s, nil
}
