package duties

import (
	"context"
	"fmt"
	"slices"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// MostStates is of how many of a person's agencies a card tells the state.
const MostStates = 2

// Concerned are the agencies of the person who asks: the one that was told last
// before those in which they have a role.
func Concerned(t dialog.Turn, all follow.Ties) []string {
	roles := all.Agencies(record.FocalPerson, record.Leader)
	if t.Agency == nil {
		return roles
	}
	own := []string{plan.KeyOf(*t.Agency)}
	others := slices.DeleteFunc(slices.Clone(roles), func(kept string) bool { return kept == own[0] })
	if len(others) == len(roles) {
		return own
	}
	return append(own, others...)
}

// StateOfOther tells when a unit is due from an agency that is not the person's
// own; how it stands only to those who may see that.
func (c *cards) StateOfOther(ctx context.Context, t dialog.Turn, u plan.Unit, agency plan.Agency, all follow.Ties) (chat.Text, error) {
	if c.agencies.IsGroup(agency) {
		return nil, nil
	}
	o, known, err := c.nearestOf(ctx, t, u, plan.KeyOf(agency))
	if err != nil || !known || o.Undated() {
		return nil, err
	}
	sees, err := c.following.MaySee(ctx, t, all, plan.KeyOf(agency))
	switch {
	case err != nil:
		return nil, err
	case sees || o.supports():
		return chat.Text{chat.Say(cardState(agency.Name, o, t.Today()))}, nil
	}
	return chat.Text{chat.Say(fmt.Sprintf(textCardDue, agency.Name, o.Kept.Period, dueWords(o.Owed, t.Today())))}, nil
}

func cardState(agency string, o Sighted, today plan.Date) string {
	return fmt.Sprintf(textCardState, agency, o.Kept.Period, o.dueWords(today), stateWords(o.Owed, o.Kept, o.Kept.Due))
}

// StateOf tells how a unit stands for an agency: its nearest due date.
func (c *cards) StateOf(ctx context.Context, t dialog.Turn, u plan.Unit, kept string, all follow.Ties) (string, [][]chat.Button, error) {
	o, known, err := c.nearestOf(ctx, t, u, kept)
	if err != nil || !known {
		return "", nil, err
	}
	o.all = all
	if o.oversees, err = c.following.Overseer(ctx, t.User, all); err != nil {
		return "", nil, err
	}
	o.hideFrom(t.User)
	line := cardState(c.agencies.NameOf(kept), o, t.Today())
	if !all.Is(record.FocalPerson, kept) || o.supports() {
		if all.Is(record.Follower, kept) || all.Is(record.Leader, kept) || all.Is(record.FocalPerson, kept) || !chat.IsID(kept) {
			return line, nil, nil
		}
		return line, [][]chat.Button{{c.desk.Button(buttonRemindMe, dialog.Action{View: dialog.ViewFollow, Agency: kept})}}, nil
	}
	done := c.desk.Button(fmt.Sprintf(buttonDone, chat.TaskName(u)), c.to(dialog.ViewDone, o, plan.Date{}))
	o.all, o.chat = all, all
	switch {
	case o.Kept.State == record.Open && o.notLater(t.Today()) == "":
		return line, [][]chat.Button{{done, c.desk.Button(buttonLater, c.to(dialog.ViewLater, o, plan.Date{}))}}, nil
	case o.Kept.State == record.Open:
		return line, [][]chat.Button{{done}}, nil
	}
	if row := c.closedRow(t, o, plan.Date{}); row != nil {
		return line, [][]chat.Button{row}, nil
	}
	return line, nil, nil
}

// nearestOf is the due date that an agency has before it of a unit.
func (c *cards) nearestOf(ctx context.Context, t dialog.Turn, u plan.Unit, kept string) (Sighted, bool, error) {
	all, err := c.around(ctx, u.ID, kept, t.Today())
	if err != nil {
		return Sighted{}, false, err
	}
	planner, err := c.Planning(ctx)
	if err != nil {
		return Sighted{}, false, err
	}
	all = slices.DeleteFunc(all, c.otherTask)
	s, ok := nearest(all, t.Today())
	if last, closed := lastClosed(all); closed && (!ok || t.Question().Asked(question.AskWhoDone)) {
		s, ok = last, true
	}
	s.lastDay = planner.WorkingDayUpTo(s.Kept.Due)
	return s, ok, nil
}
