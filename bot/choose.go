package bot

import (
	"context"
	"fmt"

	"cchcbot/bot/agency"
	"cchcbot/bot/browse"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// tell makes an agency the chat's own and answers the question or command that
// waited for it, the agency's duties where none did.
func (b *Bot) tell(ctx context.Context, t dialog.Turn, agency plan.Agency) (chat.Reply, error) {
	set := b.following.MaySet(ctx, t)
	if set {
		if err := b.memory.SetAgency(ctx, t.Chat, plan.KeyOf(agency)); err != nil {
			return chat.Reply{}, fmt.Errorf("keep agency: %w", err)
		}
	}
	t.Agency = &agency
	waiting, _ := b.desk.Expected.Take(dialog.ParticipantOf(t.Message))
	waits := waiting.Command != "" || waiting.Said != nil
	if !waits && t.Private && b.records != nil {
		return b.front.welcome(t, agency), nil
	}
	reply := b.screens.Overview(t, agency, "")
	if waits {
		var err error
		if reply, err = b.resume(ctx, t, waiting); err != nil {
			return chat.Reply{}, err
		}
	}
	if !set { // said for this answer alone
		return reply, nil
	}
	reply.Text = append(chat.Text{chat.Say(fmt.Sprintf(textNoted, t.Whose(), agency.Name))}, reply.Text...)
	return reply, nil
}

// resume answers what waited, as it was read: a command, or a question.
func (b *Bot) resume(ctx context.Context, t dialog.Turn, waiting dialog.Expectation) (chat.Reply, error) {
	t.Said = waiting.Said
	if c, known := b.commands[waiting.Command]; known {
		return c(ctx, t, waiting.Words)
	}
	return b.talk.Answer(ctx, t)
}

// tellWaiting takes the name of an agency for the answer to "which is yours?".
func (b *Bot) tellWaiting(ctx context.Context, t dialog.Turn, expected dialog.Expectation) (chat.Reply, bool, error) {
	if expected.Use != dialog.UseAgency {
		return chat.Reply{}, false, nil
	}
	switch found := plan.OfToday(b.agencies.Named(t.Text), t.Now); {
	case len(found) == 1 && agency.WithoutMarks(found[0], t.Text):
		return agency.AskMarks(found[0], ""), true, nil
	case len(found) == 1:
		reply, err := b.tell(ctx, t, found[0])
		return reply, true, err
	case len(found) > 1:
		return b.agencies.Offer(fmt.Sprintf(textSharedName, t.Text), found, dialog.ViewTell), true, nil
	}
	return chat.Reply{}, false, nil
}

// forget makes the bot forget the chat's agency.
func (b *Bot) forget(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	if !b.following.MaySet(ctx, t) {
		return dialog.Refusal(t, follow.TextGroupAdministrators), nil
	}
	if err := b.memory.SetAgency(ctx, t.Chat, ""); err != nil {
		return chat.Reply{}, fmt.Errorf("forget agency: %w", err)
	}
	reply := chat.Sentence(fmt.Sprintf(textForgotten, t.Whose()))
	reply.Buttons = [][]chat.Button{{b.desk.Button(browse.ButtonTell, dialog.Action{View: dialog.ViewChoose})}}
	return reply, nil
}

// ownAgency shows which agency is the chat's, and how to change that.
func (b *Bot) ownAgency(t dialog.Turn) chat.Reply {
	if t.Agency == nil {
		return b.agencies.Ask(t, agency.TextAskAgency, dialog.Expectation{})
	}
	reply := chat.Sentence(fmt.Sprintf(textOwnAgency, t.Whose(), t.Agency.Name) + " " + textChangeAgency)
	reply.Buttons = [][]chat.Button{
		{b.desk.Button(browse.ButtonMine, dialog.Action{View: dialog.ViewMine})},
		{b.desk.Button(buttonChange, dialog.Action{View: dialog.ViewChoose}), b.desk.Button(buttonForget, dialog.Action{View: dialog.ViewForget})},
	}
	return reply
}

// introduced is the agency that somebody says to be from who says and asks nothing
// else: "em làm ở Sở Tư pháp".
func introducedAs(t dialog.Turn) (plan.Agency, bool) {
	q := t.Question()
	if q.Speaker == nil || q.Own || q.Agency != nil || !q.Unbound() || q.Window != nil || q.YesNo || question.Asks(t.Text) || q.Act != nil {
		return plan.Agency{}, false
	}
	return *q.Speaker, true
}
