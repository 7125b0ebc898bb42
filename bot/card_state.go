package bot

import (
	"context"
	"slices"

	"cchcbot/bot/browse"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/duties"
	"cchcbot/seeds/plan"
)

// withState tells under the card of a unit how it stands for the agency that was
// asked about, else for the person's own, with what they may do about it.
func (b *Bot) withState(ctx context.Context, t dialog.Turn, reply chat.Reply) (chat.Reply, error) {
	u, ok := b.answers.Index.Unit(reply.Shown.Card)
	if !ok || b.records == nil {
		return reply, nil
	}
	all, err := b.following.TiesOf(ctx, t.User)
	if err != nil {
		return chat.Reply{}, err
	}
	agencies := duties.Concerned(t, all)
	if reply.Shown.About != nil && !slices.Contains(agencies, plan.KeyOf(*reply.Shown.About)) {
		line, err := b.duties.StateOfOther(ctx, t, u, *reply.Shown.About, all)
		if err != nil {
			return chat.Reply{}, err
		}
		return b.besideCard(reply.With(line...), u), nil
	}
	if reply.Shown.About != nil {
		agencies = []string{plan.KeyOf(*reply.Shown.About)}
	}
	var rows [][]chat.Button
	var calendar []string // agencies with due dates to note down
	for _, kept := range agencies[:min(len(agencies), duties.MostStates)] {
		line, row, err := b.duties.StateOf(ctx, t, u, kept, all)
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
		rows = append(rows, []chat.Button{b.desk.Button(duties.ButtonTaskCalendar, dialog.Action{View: dialog.ViewFile, Topic: duties.FileCalendar, Agency: dialog.AgencyCode(calendar[0]), Open: u.ID})})
	}
	reply.Buttons = append(rows, reply.Buttons...)
	return b.besideCard(reply, u), nil
}

// besideCard leads on from a card, whoever asked for it.
func (b *Bot) besideCard(reply chat.Reply, u plan.Unit) chat.Reply {
	if u.Scanned != "" {
		reply.Buttons = append(reply.Buttons, []chat.Button{b.desk.Button(browse.ButtonScanned, dialog.Action{View: dialog.ViewScanned, Heading: u.ID})})
	}
	return b.screens.Sharing(reply, u)
}
