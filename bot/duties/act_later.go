package duties

import (
	"context"
	"fmt"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// The choices of when to be reminded again, as buttons carry them.
const (
	laterTomorrow = 1
	laterThree    = 3
	LaterLast     = 99
)

// later has the chat reminded again of occurrences, or offers when.
func (a *acts) later(ctx context.Context, t dialog.Turn, act Act, all []one) (chat.Reply, error) {
	planner, err := a.Planning(ctx)
	if err != nil {
		return chat.Reply{}, err
	}
	days := make([]plan.Date, len(all))
	lines := make([]string, len(all))
	for i, o := range all {
		wanted, told := act.wanted(o, t.Today())
		words := o.notLater(t.Today())
		switch {
		case words != "":
		case !told:
			return a.laterChoices(t, act, o.Sighted), nil
		case wanted.Compare(t.Today()) <= 0:
			words = fmt.Sprintf(textDayGone, chat.Day(wanted))
		default:
			days[i], lines[i] = o.remindedOn(planner, wanted)
		}
		if words != "" {
			return a.told(ctx, t, act, []one{o}, []string{words})
		}
	}
	if !a.following.MaySet(ctx, t) {
		return dialog.Refusal(t, follow.TextGroupAdministrators), nil
	}
	for i, o := range all {
		if err := a.records.SnoozeOccurrence(ctx, t.Chat, o.Kept, days[i]); err != nil {
			return chat.Reply{}, fmt.Errorf("remind later: %w", err)
		}
	}
	return a.told(ctx, t, act, all, lines)
}

// wanted is the day on which a reminder is wanted; false where none was told.
func (a Act) wanted(o one, today plan.Date) (plan.Date, bool) {
	switch {
	case !o.said.Day.IsZero():
		return o.said.Day, true
	case a.BeforeDue == question.LastDay:
		return o.lastDay, true
	case a.BeforeDue > 0:
		return o.Kept.Due.AddDays(-a.BeforeDue), true
	case a.Days > 0:
		return today.AddDays(min(a.Days, farLooked)), true
	}
	return plan.Date{}, false
}

// notLater says why a chat cannot be reminded again, "" where it can.
func (s Sighted) notLater(today plan.Date) string {
	switch {
	case s.Kept.State != record.Open:
		return s.settledBefore()
	case len(s.chat.Agencies()) == 0:
		return follow.TextFollowFirst
	case s.lastDay.Compare(today) <= 0:
		return textTooLate
	}
	return ""
}

// remindedOn is the working day on which a reminder comes that is wanted on a day,
// never past the due date, and how that is said.
func (s Sighted) remindedOn(planner *remind.Planner, wanted plan.Date) (plan.Date, string) {
	day, name := planner.WorkingDayFrom(wanted), chat.TaskName(s.Unit)
	switch {
	case wanted.Compare(s.Kept.Due) > 0:
		return s.lastDay, fmt.Sprintf(textLaterCut, name, s.period(), chat.Day(s.lastDay), chat.Day(wanted), chat.Day(s.Kept.Due))
	case day.Compare(s.lastDay) > 0:
		day = s.lastDay
	}
	words := fmt.Sprintf(textLater, name, s.period(), chat.Day(day))
	if day != wanted {
		words += fmt.Sprintf(textDayOff, chat.Day(wanted))
	}
	return day, words + textOthersStay
}

func (a *acts) laterChoices(t dialog.Turn, act Act, s Sighted) chat.Reply {
	day := act.Button.Day
	reply := a.Item(t, s, day)
	reply.Text = append(reply.Text, chat.Say(textLaterWhen))
	reply.Buttons = append(a.laterRows(s, t.Today(), day), []chat.Button{a.desk.Button(chat.ButtonBack, a.to(dialog.ViewItem, s, day))})
	return reply
}

// laterRows are the times at which an occurrence may be told again; none where it
// is too late for that.
func (c *cards) laterRows(s Sighted, today, day plan.Date) [][]chat.Button {
	if s.notLater(today) != "" {
		return nil
	}
	at := func(label string, days int64) chat.Button {
		to := c.to(dialog.ViewLater, s, day)
		to.Number = days
		return c.desk.Button(label, to)
	}
	var soon []chat.Button
	if today.AddDays(laterTomorrow).Compare(s.lastDay) < 0 {
		soon = append(soon, at(buttonTomorrow, laterTomorrow))
	}
	if today.AddDays(laterThree).Compare(s.lastDay) < 0 {
		soon = append(soon, at(buttonInThree, laterThree))
	}
	rows := [][]chat.Button{{at(buttonLastDay, LaterLast)}}
	if soon != nil {
		rows = append([][]chat.Button{soon}, rows...)
	}
	return rows
}
