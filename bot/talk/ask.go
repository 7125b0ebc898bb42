package talk

import (
	"context"
	"fmt"
	"slices"

	"cchcbot/bot/agency"
	"cchcbot/bot/answer"
	"cchcbot/bot/browse"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// Answer answers the questions of a message, one behind the other.
func (h *Handler) Answer(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	questions := t.Said.Questions()
	if len(questions) == 1 {
		return h.answerOne(ctx, t, questions[0])
	}
	var both chat.Reply
	for _, q := range questions {
		reply, err := h.answerOne(ctx, t, q)
		if err != nil {
			return chat.Reply{}, err
		}
		both.Text = append(append(both.Text, chat.BoldText(chat.UpperFirst(q.Text))), reply.Text...)
		both.Buttons = reply.Buttons
	}
	return both, nil
}

// answerOne answers a question in free words, as following up the last one where
// it does.
func (h *Handler) answerOne(ctx context.Context, t dialog.Turn, q question.Question) (chat.Reply, error) {
	text := q.Text
	if q.Idle != question.NotIdle {
		answer, err := h.answers.Reply(ctx, q, t.Situation())
		return h.Shown(t, answer), err // what was spoken of stays in focus
	}
	before := h.desk.History.Answered(t.Message)
	on, reread, err := h.goesOnWith(t, q, before)
	if err != nil {
		return chat.Reply{}, err
	}
	if on != nil {
		return on.answerOne(ctx, t, reread)
	}
	q, how, miss := h.inContext(t, q, before)
	switch {
	case miss != "":
		return chat.Sentence(miss), nil
	case how == question.Unclear:
		return chat.Sentence(textWhichUnit), nil
	}
	asked := text
	if how == question.Follows {
		asked = joinAsked(before.Asked, text)
	}
	reply, err := h.answerTo(ctx, t, q, asked)
	if how == question.Follows && question.AsksMore(q) {
		reply = reply.With(h.details(q)...)
	}
	return reply, err
}

// joinAsked tells a follow-up together with what it follows, for those who read
// it later.
func joinAsked(before, text string) string {
	if before == "" {
		return text
	}
	return chat.CutWords(before, askedRunes) + textThenAsked + text
}

// askedRunes is how much of the question before stands before a follow-up.
const askedRunes = 200

// inContext completes a question by what was said before. A miss is the
// sentence that says why it cannot be.
func (h *Handler) inContext(t dialog.Turn, q question.Question, before dialog.Exchange) (_ question.Question, how question.Completion, miss string) {
	if q.Own && t.Agency == nil {
		return q, question.Alone, "" // the agency must be told first
	}
	if one := before.Shown.Focus; len(before.Shown.Units) == 2 && len(one) == 1 && q.Other() {
		q.Ordinal = 2 - slices.Index(before.Shown.Units, one[0])
	}
	if q.Ordinal != 0 && len(before.Shown.Units) > 0 && q.Unbound() && q.Window == nil {
		return h.pick(before.Shown, q)
	}
	if q.Ordinal != 0 && q.Unbound() && q.Window == nil {
		return q, question.Alone, textNoList
	}
	scene := h.said(before.Shown)
	scene.Earlier, scene.Set = h.units(h.desk.History.Earlier(t.Message)), h.desk.History.Set(t.Message)
	q, how = question.Complete(scene, q)
	return q, how, ""
}

// pick asks for one of the units that were shown, by its place on the screen.
func (h *Handler) pick(before dialog.Shown, q question.Question) (_ question.Question, how question.Completion, miss string) {
	place := q.Ordinal
	if place == question.LastOne {
		place = len(before.Units)
	}
	if place > len(before.Units) {
		return q, question.Alone, fmt.Sprintf(textFewer, len(before.Units))
	}
	one := h.said(dialog.Shown{Question: before.Question, Shown: chat.Shown{Focus: before.Units[place-1 : place]}})
	intent := question.Clause
	switch {
	case question.AsksFact(q.Intent):
		intent = q.Intent
	case question.AsksFact(before.Question.Intent) && question.Prefixes(q.Text):
		intent = before.Question.Intent // "còn cái thứ hai": the same of another
	}
	q, how = question.WithFocus(one, q, intent)
	return q, how, ""
}

// GoesOn reports whether words complete the question before them.
func (h *Handler) GoesOn(t dialog.Turn) bool {
	_, how := question.Complete(h.said(h.desk.History.Answered(t.Message).Shown), t.Question())
	return how == question.Follows
}

// said is a scene as follow-ups refer to it.
func (h *Handler) said(now dialog.Shown) question.Scene {
	return question.Scene{Question: now.Question, Focus: h.units(now.Focus), Listed: h.units(now.Units)}
}

// units are those of some ids that the plan has.
func (h *Handler) units(ids []string) []plan.Unit {
	var units []plan.Unit
	for _, id := range ids {
		if u, ok := h.answers.Index.Unit(id); ok {
			units = append(units, u)
		}
	}
	return units
}

// answerTo answers a question that was read, and remembers it.
func (h *Handler) answerTo(ctx context.Context, t dialog.Turn, q question.Question, asked string) (chat.Reply, error) {
	q, err := h.soonForWhom(ctx, t, q)
	if err != nil {
		return chat.Reply{}, err
	}
	answer, err := h.answers.Reply(ctx, q, t.Situation())
	if err != nil {
		return chat.Reply{}, err
	}
	if answer.Intent == question.None {
		if on, leans := question.Lean(h.said(h.desk.History.Answered(t.Message).Shown), q); leans {
			return h.answerTo(ctx, t, on, asked)
		}
	}
	if answer.Plan.Key() != h.answers.Plan().Key() {
		that, known, err := h.answers.Of(answer.Plan.Key())
		if err != nil || !known {
			return chat.Reply{Text: answer.Text}, err
		}
		return h.over(that).showAnswer(ctx, t, answer, asked)
	}
	return h.showAnswer(ctx, t, answer, asked)
}

// showAnswer makes the screen of an answer, and remembers it.
func (h *Handler) showAnswer(ctx context.Context, t dialog.Turn, answer answer.Answer, asked string) (chat.Reply, error) {
	q := answer.Question
	asksOwn := q.Own && t.Agency == nil && q.Agency == nil && q.Speaker == nil
	if q.Intent == question.Responsibility && answer.Agency == nil && !answer.Composed || answer.Intent == question.Due && asksOwn {
		return h.agencies.Ask(t, agency.TextAskAgencyFirst, dialog.Expectation{Said: q.Alone()}), nil
	}
	if answer.Intent == question.None && q.Unbound() && question.AsksFact(q.Intent) {
		return chat.Sentence(textOfWhat), nil
	}
	reply, err := h.withLate(ctx, t, answer, h.Shown(t, answer))
	if err != nil {
		return chat.Reply{}, err
	}
	reply = h.notedPlan(h.withNext(t, answer, reply), answer)
	if answer.Intent == question.Help || answer.Intent == question.None && q.Unbound() {
		return reply, nil // nothing was asked that could be answered wrongly
	}
	stamp := h.remember(t, asked, answer, reply)
	reply.Buttons = append(reply.Buttons, h.elsewhere(answer, stamp)...)
	reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(buttonWrong, dialog.Action{View: dialog.ViewWrong, Asker: t.User, Stamp: stamp})})
	return reply, nil
}

// Shown is the screen of an answer.
func (h *Handler) Shown(t dialog.Turn, answer answer.Answer) chat.Reply {
	switch {
	case answer.Intent == question.Help:
		return h.help(t)
	case answer.Intent == question.Responsibility && len(answer.Units) == 1 && !answer.Composed:
		if one, ok := h.screens.FoundAt(dialog.Action{View: dialog.ViewFound, Asked: question.Search, Units: []string{answer.Units[0].Unit.ID}}); ok {
			return one // all that is asked of it
		}
	}
	return h.screens.Reply(t, answer)
}

// remember keeps an answer for what may follow it up, and returns the stamp of
// the exchange.
func (h *Handler) remember(t dialog.Turn, asked string, answer answer.Answer, reply chat.Reply) int64 {
	q := answer.Question
	q.Intent = answer.Intent
	if q.Agency == nil && (q.Intent == question.Due || q.Intent == question.Responsibility) {
		q.Agency = answer.Agency
	}
	shown := reply.Shown
	before := h.desk.History.Answered(t.Message)
	list := len(before.Shown.Units) > 1 && (len(shown.Units) < 2 || before.Shown.Question.Lists())
	if one := (dialog.Shown{Shown: shown}).Single().Focus; list && len(one) == 1 && slices.Contains(before.Shown.Units, one[0]) {
		shown.Units, shown.Focus = before.Shown.Units, one // the list that it was picked from stays the one to count in
	}
	return h.desk.History.Keep(t.Message, dialog.Exchange{
		Asked: asked, Question: answer.Question, Answered: idsOf(answer.Units), Plan: h.sentPlan(),
		Shown: dialog.Shown{Question: q, Plan: h.answers.Plan().Key(), Shown: shown},
	})
}

// turned notes what a pressed button shows, for the words that follow it up, and
// whom its card is about.
func (h *Handler) turned(t dialog.Turn, at dialog.Action, reply chat.Reply) chat.Reply {
	q, answers := h.questionOf(t, at)
	if !answers {
		return reply
	}
	reply.Shown.About = q.Agency
	if t.Agency != nil && at.Agency == dialog.ButtonID(*t.Agency) {
		reply.Shown.About = t.Agency // a button names all wards alike
	}
	h.desk.History.TurnTo(t.Message, dialog.Shown{Question: q, Plan: h.answers.Plan().Key(), Shown: reply.Shown})
	return reply
}

// details are what a card leaves out: under which heading a unit stands, and
// which scan errors its text is freed of.
func (h *Handler) details(q question.Question) chat.Text {
	var text chat.Text
	for _, p := range q.Places {
		for _, u := range h.answers.Resolve(p) {
			if heading, ok := h.answers.Index.Unit(u.Heading); ok {
				text = append(text, chat.Say(fmt.Sprintf(textUnder, heading.Place(), chat.FirstLine(heading.Text))))
			}
			for _, c := range u.Corrections {
				text = append(text, chat.Say(fmt.Sprintf(browse.TextCorrected, c.Scanned, c.Corrected)))
			}
		}
	}
	return text
}
