package duties

import (
	"context"
	"fmt"
	"slices"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
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
func (h *Handler) StateOfOther(ctx context.Context, t dialog.Turn, u plan.Unit, agency plan.Agency, all follow.Ties) (chat.Text, error) {
	if h.agencies.IsGroup(agency) {
		return nil, nil
	}
	o, known, err := h.pickOccurrence(ctx, t, TaskRef{number: u.ID}, plan.KeyOf(agency), nearest)
	if err != nil || !known || o.Undated() {
		return nil, err
	}
	sees, err := h.following.MaySee(ctx, t, all, plan.KeyOf(agency))
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
func (h *Handler) StateOf(ctx context.Context, t dialog.Turn, u plan.Unit, kept string, all follow.Ties) (string, [][]chat.Button, error) {
	o, known, err := h.pickOccurrence(ctx, t, TaskRef{number: u.ID}, kept, nearest)
	if err != nil || !known {
		return "", nil, err
	}
	o.all = all
	if o.oversees, err = h.following.Overseer(ctx, t.User, all); err != nil {
		return "", nil, err
	}
	o.hideFrom(t.User)
	line := cardState(h.agencies.NameOf(kept), o, t.Today())
	if !all.Is(record.FocalPerson, kept) || o.supports() {
		if all.Is(record.Follower, kept) || all.Is(record.Leader, kept) || all.Is(record.FocalPerson, kept) || !chat.IsID(kept) {
			return line, nil, nil
		}
		return line, [][]chat.Button{{h.desk.Button(buttonRemindMe, dialog.Action{View: dialog.ViewFollow, Agency: kept})}}, nil
	}
	if o.Kept.ID == 0 {
		if o.Kept, err = h.records.KeepOccurrence(ctx, o.Kept); err != nil {
			return "", nil, fmt.Errorf("keep occurrence: %w", err)
		}
	}
	id := o.Kept.ID
	switch {
	case o.Kept.State == record.Open && t.Today().Compare(o.Kept.Due) < 0:
		return line, [][]chat.Button{{
			h.desk.Button(fmt.Sprintf(buttonDone, chat.TaskName(u)), dialog.Action{View: dialog.ViewDone, ID: id}),
			h.desk.Button(buttonLater, dialog.Action{View: dialog.ViewLater, ID: id}),
		}}, nil
	case o.Kept.State == record.Open:
		return line, [][]chat.Button{{h.desk.Button(fmt.Sprintf(buttonDone, chat.TaskName(u)), dialog.Action{View: dialog.ViewDone, ID: id})}}, nil
	case all.MayUndo(o.Kept, t.User, t.Now):
		return line, [][]chat.Button{{h.desk.Button(fmt.Sprintf(ButtonUndo, chat.TaskName(u)), dialog.Action{View: dialog.ViewUndo, ID: id})}}, nil
	}
	return line, nil, nil
}
