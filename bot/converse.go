package bot

import (
	"context"
	"fmt"

	"cchcbot/bot/question"
)

// answer answers a question in free words, as following up the last one where
// it does.
func (b *Bot) answer(ctx context.Context, t turn, text string) (Reply, error) {
	q := b.answers.reader.Read(text, t.now)
	before, _ := b.desk.recall.last(t.Message)
	q, how, miss := b.inContext(t, q, before)
	switch {
	case miss != "":
		return sentence(miss), nil
	case how == unclear:
		return sentence(textWhichUnit), nil
	}
	asked := text
	if how == follows {
		asked = joinAsked(before.asked, text)
	}
	reply, err := b.answerTo(ctx, t, q, text, asked)
	if how == follows && asksMore[bareWords(text)] {
		reply = reply.with(b.details(q)...)
	}
	return reply, err
}

// joinAsked tells a follow-up together with what it follows, for those who read
// it later.
func joinAsked(before, text string) string {
	if before == "" {
		return text
	}
	return cutWords(before, askedRunes) + textThenAsked + text
}

// askedRunes is how much of the question before stands before a follow-up.
const askedRunes = 200

// inContext completes a question by what was said before. A miss is the
// sentence that says why it cannot be.
func (b *Bot) inContext(t turn, q question.Question, before exchange) (_ question.Question, how completion, miss string) {
	if q.Own && t.own == nil {
		return q, alone, "" // the agency must be told first
	}
	if place, rest, ok := ordinal(q.Text); ok && len(before.scene.units) > 0 {
		more := b.answers.reader.Read(rest, t.now)
		if unbound(more) && more.Window == nil {
			return b.pick(before.scene, place, q, more)
		}
	}
	q, how = complete(b.said(before.scene), q)
	return q, how, ""
}

// pick asks for one of the units that were shown, by its place on the screen.
func (b *Bot) pick(before scene, place int, q, more question.Question) (_ question.Question, how completion, miss string) {
	if place == lastOne {
		place = len(before.units)
	}
	if place > len(before.units) {
		return q, alone, fmt.Sprintf(textFewer, len(before.units))
	}
	one := b.said(scene{question: before.question, focus: before.units[place-1 : place]})
	more.Text, more.Corrections = q.Text, q.Corrections
	intent := question.Clause
	if asksFact[more.Intent] {
		intent = more.Intent
	}
	q, how = withFocus(one, more, intent)
	return q, how, ""
}

// said is a scene as follow-ups refer to it.
func (b *Bot) said(now scene) said {
	s := said{question: now.question, listed: len(now.units) > 1}
	for _, id := range now.focus {
		if u, ok := b.answers.index.Unit(id); ok {
			s.focus = append(s.focus, u)
		}
	}
	return s
}

// answerTo answers a question that was read, and remembers it.
func (b *Bot) answerTo(ctx context.Context, t turn, q question.Question, text, asked string) (Reply, error) {
	q, err := b.soonForWhom(ctx, t, q)
	if err != nil {
		return Reply{}, err
	}
	answer, err := b.answers.reply(ctx, q, t.situation())
	if err != nil {
		return Reply{}, err
	}
	asksOwn := q.Own && t.own == nil && q.Agency == nil && q.Speaker == nil
	if q.Intent == question.Responsibility && answer.Agency == nil || answer.Intent == question.Due && asksOwn {
		return b.agencies.ask(t, textAskAgencyFirst, text), nil
	}
	if answer.Intent == question.None && unbound(q) && asksFact[q.Intent] {
		return sentence(textOfWhat), nil
	}
	reply, err := b.withLate(ctx, t, answer, b.shown(t, answer))
	if err != nil {
		return Reply{}, err
	}
	if answer.Intent == question.Help || answer.Intent == question.None && unbound(q) {
		return reply, nil // nothing was asked that could be answered wrongly
	}
	stamp := b.remember(t, asked, answer, reply)
	reply.Buttons = append(reply.Buttons, []Button{b.desk.button(buttonWrong, action{view: viewWrong, asker: t.User, stamp: stamp})})
	return reply, nil
}

// shown is the screen of an answer.
func (b *Bot) shown(t turn, answer Answer) Reply {
	if answer.Intent == question.Help {
		return b.help(t)
	}
	return b.screens.reply(t, answer)
}

// remember keeps an answer for what may follow it up, and returns the stamp of
// the exchange.
func (b *Bot) remember(t turn, asked string, answer Answer, reply Reply) int64 {
	q := answer.Question
	q.Intent = answer.Intent
	if q.Agency == nil && (q.Intent == question.Due || q.Intent == question.Responsibility) {
		q.Agency = answer.Agency
	}
	answered := idsOf(answer.Units)
	return b.desk.recall.keep(t.Message, exchange{
		asked: asked, question: answer.Question, answered: answered,
		scene: b.sceneOf(q, reply, answered),
	})
}

// turned notes what a pressed button shows, for the words that follow it up.
func (b *Bot) turned(t turn, at action, reply Reply) {
	var cards []string
	switch at.view {
	case viewFound:
		cards = at.units[at.page : at.page+1]
	case viewHeap, viewDue, viewHeading:
		if at.open != "" {
			cards = []string{at.open}
		}
	case viewMine, viewOverview:
	default:
		return
	}
	next := b.sceneOf(b.questionOf(t, at), reply, cards)
	if at.open != "" {
		next.units = nil // the list that it was opened from stays the one to count in
	}
	b.desk.recall.turnTo(t.Message, next)
}

// details are what a card leaves out: under which heading a unit stands, and
// which scan errors its text is freed of.
func (b *Bot) details(q question.Question) Text {
	var text Text
	for _, p := range q.Places {
		for _, u := range b.answers.resolve(p) {
			if heading, ok := b.answers.index.Unit(u.Heading); ok {
				text = append(text, say(fmt.Sprintf(textUnder, heading.Place(), firstLine(heading.Text))))
			}
			for _, c := range u.Corrections {
				text = append(text, say(fmt.Sprintf(textCorrected, c.Scanned, c.Corrected)))
			}
		}
	}
	return text
}
