package bot

import (
	"context"
	"errors"
	"fmt"

	"cchcbot/bot/agency"
	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// meet remembers how a person calls themselves. A question remembers nobody; who
// does something is remembered with what they did.
func (b *Bot) meet(ctx context.Context, t dialog.Turn) error {
	if t.User == 0 || t.Name == "" {
		return nil
	}
	return b.records.Meet(ctx, t.Person())
}

// start greets and asks for the agency, or opens the task of a link. Whoever
// says it can be written to again.
func (b *Bot) start(ctx context.Context, t dialog.Turn, args string) (chat.Reply, error) {
	if reply, ok := b.opened(t, args); ok {
		return reply, nil
	}
	if b.records == nil {
		return b.greet(ctx, t, args)
	}
	if err := b.records.MarkReachable(record.WithPermit(ctx, nil), t.Chat); err != nil {
		return chat.Reply{}, fmt.Errorf("start: %w", err)
	}
	met := b.meet(ctx, t)
	if met != nil && !errors.Is(met, errUntold) {
		return chat.Reply{}, fmt.Errorf("start: %w", met)
	}
	reply, err := b.greet(ctx, t, args)
	if err == nil && met != nil && t.Private {
		b.desk.Told.Put(dialog.ParticipantOf(t.Message), chat.Message{})
		reply.Text = append(reply.Text, b.following.NoticeText()...)
	}
	return reply, err
}

// greet shows what a person, or a group, begins with.
func (b *Bot) greet(ctx context.Context, t dialog.Turn, args string) (chat.Reply, error) {
	if reply, invited := b.following.Invited(t, args); invited {
		return reply, nil
	}
	p := b.answers.Plan()
	greeting := chat.Say(greetingOf(p))
	if !t.Private {
		return b.front.help(t), nil
	}
	if t.Agency != nil && b.records != nil {
		reply, err := b.front.menu(ctx, t)
		reply.Text = append(chat.Text{greeting}, reply.Text...)
		return reply, err
	}
	if t.Agency != nil {
		reply := b.front.help(t)
		reply.Text = chat.Text{greeting, chat.Say(fmt.Sprintf(textOwnAgency, t.Whose(), t.Agency.Name))}
		return reply, nil
	}
	reply := b.agencies.Ask(t, agency.TextAskAgency, dialog.Expectation{})
	reply.Text = append(chat.Text{greeting, answer.ExamplesText()}, reply.Text...)
	return reply, nil
}

// ownCommand makes an agency the chat's own; without a name it shows which is.
func (b *Bot) ownCommand(ctx context.Context, t dialog.Turn, name string) (chat.Reply, error) {
	switch question.Folded(name) {
	case "":
		return b.ownAgency(t), nil
	case "quen", "xoa", "bo":
		return b.forget(ctx, t)
	}
	found := plan.OfToday(b.agencies.Understood(t, name), t.Now)
	switch len(found) {
	case 0:
		return b.agencies.Unknown(name, dialog.ViewTell), nil
	case 1:
		if agency.WithoutMarks(found[0], name) {
			b.desk.Await(t)
			return agency.AskMarks(found[0], ""), nil
		}
		return b.tell(ctx, t, found[0])
	}
	return b.agencies.Offer(agency.TextWhichOfThese, found, dialog.ViewTell), nil
}

// greetingOf tells which plan the bot answers from.
func greetingOf(p *plan.Plan) string {
	issuer := p.IssuerShort()
	if issuer != "" {
		issuer = textOfIssuer + issuer
	}
	return fmt.Sprintf(textGreeting, p.Subject(), p.Name(), p.Period(), issuer)
}
