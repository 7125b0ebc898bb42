package bot

import (
	"context"
	"fmt"
	"hash/fnv"
	"slices"

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

func (a alteration) text(head string) Text {
	text := Text{bold(head), say(fmt.Sprintf(textAlteration, a.of, a.before, a.after))}
	if a.effect != "" {
		text = append(text, say(a.effect))
	}
	return text
}

// topicSave saves what was shown; the stamp of the draft stands behind it.
const topicSave = "luu"

// propose shows what words would change on a screen, before and after, and waits
// for consent.
func (b *officeHandler) propose(ctx context.Context, t turn, topic, words string) (Reply, error) {
	a, refusal, err := b.offices[topic].alter(ctx, t, words)
	if err != nil || a.save == nil {
		return refusal, err
	}
	back := []Button{b.desk.button(buttonBack, action{view: viewOffice, topic: topic})}
	if a.before == a.after {
		reply := sentence(fmt.Sprintf(textNothingAltered, a.of, a.after))
		reply.Buttons = [][]Button{back}
		return reply, nil
	}
	draft := expectation{use: useAlter, kept: topic, words: words}
	b.desk.expect(t, draft)
	reply := Reply{Text: append(a.text(textAlter), say(textAlterConfirm))}
	reply.Buttons = [][]Button{
		{b.desk.button(buttonSave, action{view: viewOffice, topic: topic + "." + topicSave + "." + draft.stamp()})},
		back,
	}
	return reply, nil
}

// alter saves what was proposed. It is drawn up anew: another administrator may
// have changed something meanwhile.
func (b *officeHandler) alter(ctx context.Context, t turn, draft expectation) (Reply, error) {
	if may, reply, err := b.office(ctx, t); err != nil || !may {
		return reply, err
	}
	a, refusal, err := b.offices[draft.kept].alter(ctx, t, draft.words)
	if err != nil || a.save == nil {
		return refusal, err
	}
	if err := a.save(ctx); err != nil {
		return Reply{}, err
	}
	reply := Reply{Text: a.text(textAltered)}
	reply.Buttons = [][]Button{{b.desk.button(buttonBack, action{view: viewOffice, topic: draft.kept})}}
	return reply, nil
}

// stamp tells a draft from others, so that a button under an earlier one sends
// or saves nothing else.
func (e expectation) stamp() string { return sum(e.kept + "\n" + e.words) }

// sum is a short sum of words.
func sum(words string) string {
	h := fnv.New32a()
	_, _ = h.Write([]byte(words)) // a hash takes everything
	return fmt.Sprintf("%08x", h.Sum32())
}

// changed are rules that are changed in one place, and the planners by the rules
// as they are and as they would be; refused says why there can be no such rules.
type changed struct {
	rules     record.Rules // as they are
	now, next *remind.Planner
	refused   error
}

func (b *officeHandler) tryRules(ctx context.Context, change func(*record.Rules)) (c changed, err error) {
	if c.rules, err = b.records.Rules(ctx); err != nil {
		return c, fmt.Errorf("rules: %w", err)
	}
	if c.now, err = b.rules.planner.With(c.rules); err != nil {
		return c, fmt.Errorf("rules: %w", err)
	}
	next := record.Rules{
		Ladders: map[plan.DeadlineKind][]string{}, Calendar: slices.Clone(c.rules.Calendar), Internal: slices.Clone(c.rules.Internal),
	}
	for kind, rungs := range c.rules.Ladders {
		next.Ladders[kind] = rungs
	}
	change(&next)
	c.next, c.refused = b.rules.planner.With(next)
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
	unit, due := unitName(first.Unit), day(first.Occurrence.Due)
	var words string
	switch {
	case first.After.IsZero():
		words = fmt.Sprintf(textNudgeGoes, day(first.Before), unit, due)
	case first.Before.IsZero():
		words = fmt.Sprintf(textNudgeComes, day(first.After), unit, due)
	default:
		words = fmt.Sprintf(textNudgeMoves, unit, due, day(first.Before), day(first.After))
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

// unitName names a unit within a sentence.
func unitName(u plan.Unit) string {
	if u.Kind == plan.KindTask {
		return fmt.Sprintf(textTaskNumber, u.Number)
	}
	return u.Place()
}
