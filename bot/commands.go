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
	if b.records != nil {
		if err := errors.Join(b.records.MarkReachable(ctx, t.Chat), b.meet(ctx, t)); err != nil {
			return chat.Reply{}, fmt.Errorf("start: %w", err)
		}
	}
	p := b.answers.Plan()
	greeting := chat.Say(greetingOf(p))
	if !t.Private {
		return b.help(t), nil
	}
	if t.Agency != nil && b.records != nil {
		reply, err := b.menu(ctx, t)
		reply.Text = append(chat.Text{greeting}, reply.Text...)
		return reply, err
	}
	if t.Agency != nil {
		reply := b.help(t)
		reply.Text = chat.Text{greeting, chat.Say(fmt.Sprintf(textOwnAgency, t.Whose(), t.Agency.Name))}
		return reply, nil
	}
	reply := b.agencies.Ask(t, agency.TextAskAgency, dialog.Expectation{})
	reply.Text = append(chat.Text{greeting, answer.ExamplesText()}, reply.Text...)
	return reply, nil
}

func (b *Bot) helpCommand(_ context.Context, t dialog.Turn, _ string) (chat.Reply, error) {
	return b.help(t), nil
}

// agencyCommand shows the duties of the named agency, else of the chat's own.
func (b *Bot) agencyCommand(_ context.Context, t dialog.Turn, name string) (chat.Reply, error) {
	if name == "" {
		if t.Agency == nil {
			return b.agencies.Ask(t, agency.TextAskAgencyFirst, dialog.Expectation{Command: "coquan"}), nil
		}
		return b.dutiesOf(t, *t.Agency), nil
	}
	found := plan.OfToday(b.agencies.Understood(t, name), t.Now)
	switch len(found) {
	case 0:
		return b.agencies.Unknown(name, dialog.ViewOverview), nil
	case 1:
		return b.dutiesOf(t, found[0]), nil
	}
	return b.agencies.Offer(agency.TextWhichOfThese, found, dialog.ViewOverview), nil
}

// dutiesOf shows an agency's duties and remembers that they were asked for.
func (b *Bot) dutiesOf(t dialog.Turn, agency plan.Agency) chat.Reply {
	reply := b.screens.Overview(t, agency, "")
	b.remember(t, t.Text, answer.Answer{Intent: question.Responsibility, Agency: &agency}, reply)
	return reply
}

// taskCommand shows a task by its number; other words are a question.
func (b *Bot) taskCommand(ctx context.Context, t dialog.Turn, number string) (chat.Reply, error) {
	if number == "" {
		return chat.Sentence(textWhichTask), nil
	}
	if place, ok := question.PlaceOf(number); ok {
		return b.place(t, place), nil
	}
	return b.answer(ctx, t)
}

// place shows what stands at a number.
func (b *Bot) place(t dialog.Turn, place question.Place) chat.Reply {
	q := question.Question{Intent: question.Clause, Places: []question.Place{place}}
	answer := b.answers.Places(q)
	answer.Question = q
	reply := b.shown(t, answer)
	b.remember(t, t.Text, answer, reply)
	return reply
}

// searchCommand answers words as any question.
func (b *Bot) searchCommand(ctx context.Context, t dialog.Turn, words string) (chat.Reply, error) {
	if words == "" {
		return chat.Sentence(textWhatToFind), nil
	}
	return b.answer(ctx, t)
}

// dueCommand shows what is due: in a time, for an agency, for both; without
// either, soon and for the chat's own.
func (b *Bot) dueCommand(ctx context.Context, t dialog.Turn, words string) (chat.Reply, error) {
	q := t.Question()
	if words == "" {
		q.Intent, q.Own = question.Due, t.Agency != nil
		q, err := b.soonForWhom(ctx, t, q)
		if err != nil {
			return chat.Reply{}, err
		}
		return b.answerDue(ctx, t, q)
	}
	if same := plan.OfToday(b.agencies.Named(words), t.Now); len(same) == 1 {
		q.Agency = &same[0]
	}
	if q.Window == nil && q.Agency == nil && !q.Own && q.Speaker == nil {
		return chat.Sentence(textWhichTime), nil
	}
	if q.Own && t.Agency == nil && q.Agency == nil && q.Speaker == nil {
		return b.agencies.Ask(t, agency.TextAskAgencyFirst, dialog.Expectation{Command: "denhan", Words: words, Said: t.Said}), nil
	}
	return b.answerDue(ctx, t, q)
}

// answerDue shows what is due and remembers that it was asked for.
func (b *Bot) answerDue(ctx context.Context, t dialog.Turn, q question.Question) (chat.Reply, error) {
	answer := b.answers.Due(q, t.Situation())
	answer.Question = q
	reply, err := b.withLate(ctx, t, answer, b.screens.DueReply(t, q))
	if err != nil {
		return chat.Reply{}, err
	}
	b.remember(t, t.Text, answer, reply)
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
