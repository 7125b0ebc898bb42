package bot

import (
	"context"
	"fmt"
	"strings"

	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// start greets and asks for the agency, or opens the task of a link. Whoever
// says it can be written to again.
func (b *Bot) start(ctx context.Context, t turn, args string) (Reply, error) {
	if reply, ok := b.opened(t, args); ok {
		return reply, nil
	}
	if b.records != nil {
		if err := b.records.MarkReachable(ctx, t.Chat); err != nil {
			return Reply{}, fmt.Errorf("start: %w", err)
		}
	}
	p := b.answers.Plan()
	greeting := say(fmt.Sprintf(textGreeting, p.Number, p.Year))
	if !t.Private {
		return b.help(t), nil
	}
	if t.own != nil && b.records != nil {
		reply, err := b.menu(ctx, t)
		reply.Text = append(Text{greeting}, reply.Text...)
		return reply, err
	}
	if t.own != nil {
		reply := b.help(t)
		reply.Text = Text{greeting, say(fmt.Sprintf(textOwnAgency, t.whose(), t.own.Name))}
		return reply, nil
	}
	reply := b.agencies.ask(t, textAskAgency, "")
	reply.Text = append(Text{greeting, examplesText()}, reply.Text...)
	return reply, nil
}

func (b *Bot) helpCommand(_ context.Context, t turn, _ string) (Reply, error) { return b.help(t), nil }

// agencyCommand shows the duties of the named agency, else of the chat's own.
func (b *Bot) agencyCommand(_ context.Context, t turn, name string) (Reply, error) {
	if name == "" {
		if t.own == nil {
			return b.agencies.ask(t, textAskAgencyFirst, questionOwnDuties), nil
		}
		return b.dutiesOf(t, *t.own), nil
	}
	found := ofToday(b.agencies.understood(name, t.now), t.now)
	switch len(found) {
	case 0:
		return b.agencies.unknown(name, viewOverview), nil
	case 1:
		return b.dutiesOf(t, found[0]), nil
	}
	return b.agencies.offer(textWhichOfThese, found, viewOverview), nil
}

// dutiesOf shows an agency's duties and remembers that they were asked for.
func (b *Bot) dutiesOf(t turn, agency plan.Agency) Reply {
	reply := b.screens.overview(t, agency, "")
	b.remember(t, t.Text, Answer{Intent: question.Responsibility, Agency: &agency}, reply)
	return reply
}

// taskCommand shows a task by its number; other words are a question.
func (b *Bot) taskCommand(ctx context.Context, t turn, number string) (Reply, error) {
	if number == "" {
		return sentence(textWhichTask), nil
	}
	if place, ok := placeOf(number); ok {
		return b.place(t, place), nil
	}
	return b.answer(ctx, t, number)
}

// place shows what stands at a number.
func (b *Bot) place(t turn, place question.Place) Reply {
	q := question.Question{Intent: question.Clause, Places: []question.Place{place}}
	answer := b.answers.places(q)
	answer.Question = q
	reply := b.shown(t, answer)
	b.remember(t, t.Text, answer, reply)
	return reply
}

// placeOf reads a number alone: "1.14", "PL.1.14", "III.3.9".
func placeOf(number string) (question.Place, bool) {
	number = strings.Trim(strings.ToUpper(number), " .")
	section, rest, _ := strings.Cut(number, ".")
	switch {
	case strings.Trim(number, "0123456789.") == "" && number != "":
		return question.Place{Number: number, Words: fmt.Sprintf(textTaskNumber, number)}, true
	case rest != "" && strings.Trim(rest, "0123456789.") == "" && sectionNames[section]:
		return question.Place{Section: section, Number: rest, Words: number}, true
	}
	return question.Place{}, false
}

var sectionNames = map[string]bool{"I": true, "II": true, "III": true, "IV": true, "V": true, "PL": true, "CC": true}

// searchCommand answers words as any question.
func (b *Bot) searchCommand(ctx context.Context, t turn, words string) (Reply, error) {
	if words == "" {
		return sentence(textWhatToFind), nil
	}
	return b.answer(ctx, t, words)
}

// dueCommand shows what is due: in a time, for an agency, for both; without
// either, soon and for the chat's own.
func (b *Bot) dueCommand(ctx context.Context, t turn, words string) (Reply, error) {
	q := b.answers.reader.Read(words, t.now)
	if words == "" {
		q.Intent, q.Own = question.Due, t.own != nil
		q, err := b.soonForWhom(ctx, t, q)
		if err != nil {
			return Reply{}, err
		}
		return b.dueSaid(ctx, t, q)
	}
	if same := ofToday(b.agencies.named(words), t.now); len(same) == 1 {
		q.Agency = &same[0]
	}
	if q.Window == nil && q.Agency == nil && !q.Own && q.Speaker == nil {
		return sentence(textWhichTime), nil
	}
	if q.Own && t.own == nil && q.Agency == nil && q.Speaker == nil {
		return b.agencies.ask(t, textAskAgencyFirst, words), nil
	}
	return b.dueSaid(ctx, t, q)
}

// dueSaid shows what is due and remembers that it was asked for.
func (b *Bot) dueSaid(ctx context.Context, t turn, q question.Question) (Reply, error) {
	answer := b.answers.due(q, t.situation())
	answer.Question = q
	reply, err := b.withLate(ctx, t, answer, b.screens.dueReply(t, q))
	if err != nil {
		return Reply{}, err
	}
	b.remember(t, t.Text, answer, reply)
	return reply, nil
}

// ownCommand makes an agency the chat's own; without a name it shows which is.
func (b *Bot) ownCommand(ctx context.Context, t turn, name string) (Reply, error) {
	switch folded(name) {
	case "":
		return b.ownAgency(t), nil
	case "quen", "xoa", "bo":
		return b.forget(ctx, t)
	}
	found := ofToday(b.agencies.understood(name, t.now), t.now)
	switch len(found) {
	case 0:
		return b.agencies.unknown(name, viewTell), nil
	case 1:
		if withoutMarks(found[0], name) {
			b.desk.waiting.wait(t.Message, b.desk.waiting.question(t.Message))
			return askMarks(found[0], ""), nil
		}
		return b.tell(ctx, t, found[0])
	}
	return b.agencies.offer(textWhichOfThese, found, viewTell), nil
}
