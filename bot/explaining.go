package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// waits reports whether an explanation was asked for and not given.
func (s sighted) waits() bool {
	return slices.ContainsFunc(s.why, func(e record.Explanation) bool { return e.AnsweredAt.IsZero() })
}

// askWhyPressed has a leader ask the focal persons of an agency for an
// explanation.
func (b *dutiesHandler) askWhyPressed(ctx context.Context, t turn, at action) (Reply, error) {
	s, ok, err := b.sight(ctx, t, at.id)
	if err != nil || !ok {
		return oldButton(), err
	}
	words, asked, err := b.askWhy(ctx, t, s)
	switch {
	case err != nil:
		return Reply{}, err
	case !asked:
		return refusal(t, words), nil
	}
	if s, _, err = b.sightKept(ctx, t, s.kept); err != nil {
		return Reply{}, err
	}
	reply := b.item(t, s, plan.Date{})
	reply.Text = append(Text{bold(words)}, reply.Text...)
	reply.Buttons = slices.Concat([][]Button{b.askedWhy(s)}, reply.Buttons, [][]Button{{b.progressButton(s)}})
	return reply, nil
}

// askedWhy is the button in the place of the one that asked; pressed again it
// says that the answer is waited for.
func (b *dutiesHandler) askedWhy(s sighted) []Button {
	return []Button{b.desk.button(fmt.Sprintf(buttonWhyAsked, taskName(s.Unit)), action{view: viewAskWhy, id: s.kept.ID})}
}

// progressButton leads to how the agency stands in the quarter of an occurrence.
func (b *dutiesHandler) progressButton(s sighted) Button {
	return b.desk.button(buttonProgress, action{view: viewProgress, agency: agencyCode(s.kept.Agency), window: quarterOf(s.kept.Due)})
}

// titled tells where a unit stands and how it begins.
func (s sighted) titled() Paragraph {
	return Paragraph{Spans: []Span{{Words: upperFirst(s.Unit.Place()), Style: Bold}, {Words: ". " + cutWords(firstLine(s.Unit.Text), briefRunes)}}}
}

// askWhy asks once for an explanation of what is late, and says what came of it.
func (b *dutiesHandler) askWhy(ctx context.Context, t turn, s sighted) (words string, asked bool, err error) {
	switch {
	case !s.asker():
		return fmt.Sprintf(textOnlyLeaders, s.Agency.Name), false, nil
	case s.supports():
		return s.onlySupports(), false, nil
	case s.kept.State != record.Open:
		return s.settledBefore(), false, nil
	case !s.late(t.today()):
		return fmt.Sprintf(textNotLate, taskName(s.Unit), day(s.kept.Due)), false, nil
	}
	if waiting, _, err := b.unanswered(ctx, s.kept.ID); err != nil || waiting {
		return textAskedBefore, false, err
	}
	people, err := b.records.SubscribersOf(ctx, s.kept.Agency)
	if err != nil {
		return "", false, fmt.Errorf("subscribers: %w", err)
	}
	var chats []int64
	for _, p := range people {
		if p.Role == record.FocalPerson {
			chats = append(chats, p.Chat)
		}
	}
	if len(chats) == 0 {
		return fmt.Sprintf(textNoFocal, s.Agency.Name), false, nil
	}
	request := Reply{
		Text: Text{
			bold(textWhyHead),
			say(fmt.Sprintf(textWhyAsked, calledBy(t.person()), s.Agency.Name)),
			s.titled(),
			say(strings.Join(b.itemFacts(s, t.today())[1:3], "\n")),
			say(fmt.Sprintf(textWhyHow, taskName(s.Unit))),
		},
		Buttons: [][]Button{
			{
				b.desk.button(buttonAnswer, action{view: viewAnswerWhy, id: s.kept.ID}),
				b.desk.button(fmt.Sprintf(buttonDone, taskName(s.Unit)), action{view: viewDone, id: s.kept.ID}),
			},
			{b.seeButton(s)},
		},
	}
	all, err := letters(chats, 0, request)
	if err != nil {
		return "", false, err
	}
	if _, err := b.records.AskExplanation(ctx, record.Explanation{Occurrence: s.kept, Asked: t.person()}, all...); err != nil {
		return "", false, fmt.Errorf("ask explanation: %w", err)
	}
	return fmt.Sprintf(textWhySent, len(chats), s.Agency.Name), true, nil
}

// seeButton leads to an occurrence.
func (b *dutiesHandler) seeButton(s sighted) Button {
	return b.desk.button(fmt.Sprintf(buttonSee, taskName(s.Unit)), action{view: viewItem, id: s.kept.ID})
}

// unanswered finds the explanation of an occurrence that is waited for.
func (b *dutiesHandler) unanswered(ctx context.Context, occurrence int64) (bool, record.Explanation, error) {
	all, err := b.records.Explanations(ctx, occurrence)
	if err != nil {
		return false, record.Explanation{}, fmt.Errorf("explanations: %w", err)
	}
	for _, e := range all {
		if e.AnsweredAt.IsZero() {
			return true, e, nil
		}
	}
	return false, record.Explanation{}, nil
}

// answerWhyPressed has a focal person say why, with their next words.
func (b *dutiesHandler) answerWhyPressed(ctx context.Context, t turn, at action) (Reply, error) {
	s, ok, err := b.sight(ctx, t, at.id)
	if err != nil || !ok {
		return oldButton(), err
	}
	if !s.focal() {
		return Reply{Notice: s.notFocal()}, nil
	}
	waiting, _, err := b.unanswered(ctx, at.id)
	if err != nil {
		return Reply{}, err
	}
	if !waiting {
		return Reply{Notice: textWhyAnswered}, nil
	}
	b.desk.expect(t, expectation{use: useAnswer, id: at.id})
	return sentence(fmt.Sprintf(textSayWhy, taskName(s.Unit), s.kept.Period)), nil
}

// explainTo keeps a focal person's explanation and brings it to the leader.
func (b *dutiesHandler) explainTo(ctx context.Context, t turn, occurrence int64, words string) (Reply, error) {
	s, ok, err := b.sight(ctx, t, occurrence)
	switch {
	case err != nil:
		return Reply{}, err
	case !ok || !s.focal():
		return sentence(textNothingToExplain), nil
	}
	waiting, e, err := b.unanswered(ctx, occurrence)
	if err != nil {
		return Reply{}, err
	}
	if !waiting {
		return sentence(textNothingToExplain), nil
	}
	note, err := letter(e.Asked.ID, Reply{
		Text: Text{
			bold(textWhyCame),
			say(fmt.Sprintf(textWhyIs, calledBy(t.person()), s.Agency.Name)),
			quote(words),
			s.titled(),
			say(strings.Join(b.itemFacts(s, t.today())[1:4], "\n")),
		},
		Buttons: [][]Button{{b.seeButton(s), b.progressButton(s)}},
	})
	if err != nil {
		return Reply{}, err
	}
	if _, first, err := b.records.AnswerExplanation(ctx, e.ID, t.person(), words, note); err != nil {
		return Reply{}, fmt.Errorf("answer explanation: %w", err)
	} else if !first {
		return sentence(textWhyAnswered), nil
	}
	return sentence(textWhyThanks), nil
}

// askWhyCommand is "de nghi giai trinh 1.14 so tu phap".
func (b *dutiesHandler) askWhyCommand(ctx context.Context, t turn, args string) (Reply, error) {
	w, ok := b.wantedIn(t, args)
	if !ok {
		return sentence(textNameTask), nil
	}
	all, err := b.following.tiesOf(ctx, t.User)
	if err != nil {
		return Reply{}, err
	}
	agencies := all.agencies(record.Leader)
	if w.agency != "" {
		agencies = []string{w.agency}
	}
	found, err := b.choose(ctx, t, w, agencies, false)
	switch {
	case err != nil:
		return Reply{}, err
	case len(found) == 0:
		return sentence(fmt.Sprintf(textNothingOpen, w.number)), nil
	case len(found) > 1:
		return b.whichOf(w, found), nil
	}
	words, _, err := b.askWhy(ctx, t, found[0])
	return sentence(words), err
}

// answerWhyCommand is "giai trinh 1.14" with the explanation behind it.
func (b *dutiesHandler) answerWhyCommand(ctx context.Context, t turn, args string) (Reply, error) {
	s, w, miss, err := b.theOne(ctx, t, args, false, record.FocalPerson)
	if err != nil || len(miss.Text) > 0 {
		return miss, err
	}
	if w.rest == "" {
		return b.answerWhyPressed(ctx, t, action{id: s.kept.ID})
	}
	return b.explainTo(ctx, t, s.kept.ID, cutWords(w.rest, noteRunes))
}
