package bot

import (
	"context"
	"slices"

	"cchcbot/bot/answer"
	"cchcbot/bot/browse"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/duties"
	"cchcbot/bot/follow"
	"cchcbot/seeds/plan"
)

// states tell how a unit stands under its card.
type states struct {
	desk      *dialog.Desk
	answers   *answer.Answerer
	screens   *browse.Screens
	following *follow.Handler
	duties    *duties.Handler // nil for a bot that answers and no more
}

// beside tells under the card of a unit how it stands for the agency that was
// asked about, else for the person's own, with what they may do about it.
func (s *states) beside(ctx context.Context, t dialog.Turn, reply chat.Reply) (chat.Reply, error) {
	u, ok := s.answers.Index.Unit(reply.Shown.Card)
	if !ok || s.duties == nil {
		return reply, nil
	}
	all, err := s.following.TiesOf(ctx, t.User)
	if err != nil {
		return chat.Reply{}, err
	}
	agencies := duties.Concerned(t, all)
	if reply.Shown.About != nil && !slices.Contains(agencies, plan.KeyOf(*reply.Shown.About)) {
		line, err := s.duties.StateOfOther(ctx, t, u, *reply.Shown.About, all)
		if err != nil {
			return chat.Reply{}, err
		}
		return s.besideCard(reply.With(line...), u), nil
	}
	if reply.Shown.About != nil {
		agencies = []string{plan.KeyOf(*reply.Shown.About)}
	}
	var rows [][]chat.Button
	var calendar []string // agencies with due dates to note down
	for _, kept := range agencies[:min(len(agencies), duties.MostStates)] {
		line, row, err := s.duties.StateOf(ctx, t, u, kept, all)
		if err != nil {
			return chat.Reply{}, err
		}
		if line != "" {
			reply = reply.With(chat.Say(line))
			rows = append(rows, row...)
			calendar = append(calendar, kept)
		}
	}
	if len(calendar) > 0 {
		rows = append(rows, []chat.Button{s.desk.Button(duties.ButtonTaskCalendar, dialog.Action{View: dialog.ViewFile, Topic: duties.FileCalendar, Agency: dialog.AgencyCode(calendar[0]), Open: u.ID})})
	}
	reply.Buttons = append(rows, reply.Buttons...)
	return s.besideCard(reply, u), nil
}

// besideCard leads on from a card, whoever asked for it.
func (s *states) besideCard(reply chat.Reply, u plan.Unit) chat.Reply {
	var more []chat.Button
	if browse.HasSix(u) {
		more = append(more, s.desk.Button(browse.ButtonSix, dialog.Action{View: dialog.ViewSix, Heading: u.ID}))
	}
	if u.Scanned != "" {
		more = append(more, s.desk.Button(browse.ButtonScanned, dialog.Action{View: dialog.ViewScanned, Heading: u.ID}))
	}
	if len(more) > 0 {
		reply.Buttons = append(reply.Buttons, more)
	}
	return s.screens.Sharing(reply, u)
}
