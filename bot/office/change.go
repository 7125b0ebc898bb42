package office

import (
	"context"
	"fmt"
	"slices"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// alteration is what an administrator is about to change: in words, and in deed.
type alteration struct {
	of     string // what is changed
	before string
	after  string
	effect string // what comes of it
	save   func(ctx context.Context) error
}

func (a alteration) text(head string) chat.Text {
	text := chat.Text{chat.BoldText(head), chat.Say(fmt.Sprintf(textAlteration, a.of, a.before, a.after))}
	if a.effect != "" {
		text = append(text, chat.Say(a.effect))
	}
	return text
}

// TopicSave saves what was shown; the stamp of the draft stands behind it.
const TopicSave = "luu"

// propose shows what words would change on a screen, before and after, and waits
// for consent.
func (h *Handler) propose(ctx context.Context, t dialog.Turn, topic, words string) (chat.Reply, error) {
	a, refusal, err := h.Screens[topic].alter(ctx, t, words)
	if err != nil || a.save == nil {
		return refusal, err
	}
	back := []chat.Button{h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewOffice, Topic: topic})}
	if a.before == a.after {
		reply := chat.Sentence(fmt.Sprintf(textNothingAltered, a.of, a.after))
		reply.Buttons = [][]chat.Button{back}
		return reply, nil
	}
	draft := dialog.Expectation{Use: dialog.UseAlter, Kept: topic, Words: words}
	h.desk.Expect(t, draft)
	reply := chat.Reply{Text: append(a.text(textAlter), chat.Say(textAlterConfirm))}
	reply.Buttons = [][]chat.Button{
		{h.desk.Button(buttonSave, dialog.Action{View: dialog.ViewOffice, Topic: topic + "." + TopicSave + "." + draft.Stamp()})},
		back,
	}
	return reply, nil
}

// Alter saves what was proposed. It is drawn up anew: another administrator may
// have changed something meanwhile.
func (h *Handler) Alter(ctx context.Context, t dialog.Turn, draft dialog.Expectation) (chat.Reply, error) {
	if may, reply, err := h.Authorize(ctx, t); err != nil || !may {
		return reply, err
	}
	a, refusal, err := h.Screens[draft.Kept].alter(ctx, t, draft.Words)
	if err != nil || a.save == nil {
		return refusal, err
	}
	if err := a.save(ctx); err != nil {
		return chat.Reply{}, err
	}
	reply := chat.Reply{Text: a.text(textAltered)}
	reply.Buttons = [][]chat.Button{{h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewOffice, Topic: draft.Kept})}}
	return reply, nil
}

// changed are rules that are changed in one place, and the planners by the rules
// as they are and as they would be; refused says why there can be no such rules.
type changed struct {
	rules     record.Rules // as they are
	now, next *remind.Planner
	refused   error
}

func (h *Handler) tryRules(ctx context.Context, change func(*record.Rules)) (c changed, err error) {
	if c.rules, err = h.records.Rules(ctx); err != nil {
		return c, fmt.Errorf("rules: %w", err)
	}
	if c.now, err = h.rules.Published().With(c.rules); err != nil {
		return c, fmt.Errorf("rules: %w", err)
	}
	next := record.Rules{
		Ladders: map[plan.DeadlineKind][]string{}, Calendar: slices.Clone(c.rules.Calendar), Internal: slices.Clone(c.rules.Internal),
	}
	for kind, rungs := range c.rules.Ladders {
		next.Ladders[kind] = rungs
	}
	change(&next)
	c.next, c.refused = h.rules.Published().With(next)
	return c, nil
}

// effectDays is how far ahead the effect of a change is looked for.
const effectDays = 365

// effect tells which reminders move, the nearest by name.
func (c changed) effect(today plan.Date) string {
	moves := c.now.Moves(c.next, today, today.AddDays(effectDays))
	if len(moves) == 0 {
		return textMovesNothing
	}
	first := moves[0]
	unit, due := chat.UnitName(first.Unit), chat.Day(first.Occurrence.Due)
	var words string
	switch {
	case first.After.IsZero():
		words = fmt.Sprintf(textNudgeGoes, chat.Day(first.Before), unit, due)
	case first.Before.IsZero():
		words = fmt.Sprintf(textNudgeComes, chat.Day(first.After), unit, due)
	default:
		words = fmt.Sprintf(textNudgeMoves, unit, due, chat.Day(first.Before), chat.Day(first.After))
	}
	others := map[string]bool{}
	for _, m := range moves {
		others[m.Unit.ID] = true
	}
	if n := len(others) - 1; n > 0 {
		words += fmt.Sprintf(textOthersMove, n)
	}
	return words + "."
}
