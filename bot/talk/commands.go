package talk

import (
	"context"
	"strings"

	"cchcbot/bot/agency"
	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// Commands are the commands that this room answers, by name.
func (h *Handler) Commands() map[string]dialog.Command {
	return map[string]dialog.Command{
		"coquan":  h.agencyCommand,
		"nhiemvu": h.taskCommand,
		"timkiem": h.searchCommand,
		"denhan":  h.dueCommand,
	}
}

// ownDuties is what somebody asks who wants the duties of an agency that they have
// not told yet.
var ownDuties = question.Question{Text: questionOwnDuties, Asks: []question.Ask{question.AskText}, Intent: question.Responsibility, Own: true}

// agencyCommand shows the duties of the named agency, else of the chat's own.
func (h *Handler) agencyCommand(_ context.Context, t dialog.Turn, name string) (chat.Reply, error) {
	if name == "" {
		if t.Agency == nil {
			return h.agencies.Ask(t, agency.TextAskAgencyFirst, dialog.Expectation{Said: ownDuties.Alone()}), nil
		}
		return h.dutiesOf(t, *t.Agency), nil
	}
	found := plan.OfToday(h.agencies.Understood(t, name), t.Now)
	switch len(found) {
	case 0:
		return h.agencies.Unknown(name, dialog.ViewOverview), nil
	case 1:
		return h.dutiesOf(t, found[0]), nil
	}
	return h.agencies.Offer(agency.TextWhichOfThese, found, dialog.ViewOverview), nil
}

// dutiesOf shows an agency's duties and remembers that they were asked for.
func (h *Handler) dutiesOf(t dialog.Turn, agency plan.Agency) chat.Reply {
	reply := h.screens.Overview(t, agency, "")
	h.remember(t, t.Text, answer.Answer{Intent: question.Responsibility, Agency: &agency}, reply)
	return reply
}

// taskCommand shows a task by its number; other words are a question.
func (h *Handler) taskCommand(ctx context.Context, t dialog.Turn, number string) (chat.Reply, error) {
	if number == "" {
		return chat.Sentence(textWhichTask), nil
	}
	if place, ok := question.PlaceOf(number); ok {
		return h.Place(t, place), nil
	}
	return h.Answer(ctx, t)
}

// Place shows what stands at a number.
func (h *Handler) Place(t dialog.Turn, place question.Place) chat.Reply {
	q := question.Question{Intent: question.Clause, Places: []question.Place{place}}
	answer := h.answers.Places(q)
	answer.Question = q
	reply := h.Shown(t, answer)
	h.remember(t, t.Text, answer, reply)
	return reply
}

// Numbered shows what stands at a number.
func (h *Handler) Numbered(_ context.Context, t dialog.Turn, _ dialog.Expectation) (chat.Reply, bool, error) {
	place, ok := question.PlaceOf(t.Text)
	if !ok || !strings.Contains(t.Text, ".") {
		return chat.Reply{}, false, nil
	}
	return h.Place(t, place), true, nil
}

// Asked answers words as what they ask.
func (h *Handler) Asked(ctx context.Context, t dialog.Turn, _ dialog.Expectation) (chat.Reply, bool, error) {
	reply, err := h.Answer(ctx, t)
	return reply, true, err
}

// searchCommand answers words as any question.
func (h *Handler) searchCommand(ctx context.Context, t dialog.Turn, words string) (chat.Reply, error) {
	if words == "" {
		return chat.Sentence(textWhatToFind), nil
	}
	return h.Answer(ctx, t)
}

// dueCommand shows what is due: in a time, for an agency, for both; without
// either, soon and for the chat's own.
func (h *Handler) dueCommand(ctx context.Context, t dialog.Turn, words string) (chat.Reply, error) {
	q := t.Question()
	if words == "" {
		q.Intent, q.Own = question.Due, t.Agency != nil
		return h.answerTo(ctx, t, q, t.Text)
	}
	if same := plan.OfToday(h.agencies.Named(words), t.Now); len(same) == 1 {
		q.Agency = &same[0]
	}
	if q.Window == nil && q.Agency == nil && !q.Own && q.Speaker == nil {
		return chat.Sentence(textWhichTime), nil
	}
	if q.Own && t.Agency == nil && q.Agency == nil && q.Speaker == nil {
		return h.agencies.Ask(t, agency.TextAskAgencyFirst, dialog.Expectation{Command: "denhan", Words: words, Said: t.Said}), nil
	}
	q.Intent = question.Due
	return h.answerTo(ctx, t, q, t.Text)
}
