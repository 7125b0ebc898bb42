package duties

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// explanations are asked for by leaders and given by focal persons.
type explanations struct{ *cards }

// waits reports whether an explanation was asked for and not given.
func (s Sighted) waits() bool {
	return slices.ContainsFunc(s.why, func(e record.Explanation) bool { return e.AnsweredAt.IsZero() })
}

// ask has a leader ask the focal persons of an agency for an explanation.
func (e *explanations) ask(ctx context.Context, t dialog.Turn, s Sighted) (chat.Reply, error) {
	words, asked, err := e.askWhy(ctx, t, s)
	switch {
	case err != nil:
		return chat.Reply{}, err
	case !asked:
		return dialog.Refusal(t, words), nil
	}
	if s, err = e.keep(ctx, s); err != nil {
		return chat.Reply{}, err
	}
	if s, _, err = e.SightKept(ctx, t, s.Kept); err != nil {
		return chat.Reply{}, err
	}
	reply := e.Item(t, s, plan.Date{})
	reply.Text = append(chat.Text{chat.BoldText(words)}, reply.Text...)
	reply.Buttons = slices.Concat([][]chat.Button{e.askedWhy(s)}, reply.Buttons, [][]chat.Button{{e.progressButton(s)}})
	return reply, nil
}

// askedWhy is the button in the place of the one that asked; pressed again it
// says that the answer is waited for.
func (e *explanations) askedWhy(s Sighted) []chat.Button {
	return []chat.Button{e.desk.Button(fmt.Sprintf(buttonWhyAsked, chat.TaskName(s.Unit)), dialog.Action{View: dialog.ViewAskWhy, ID: s.Kept.ID})}
}

// progressButton leads to how the agency stands in the quarter of an occurrence.
func (e *explanations) progressButton(s Sighted) chat.Button {
	return e.desk.Button(follow.ButtonProgress, dialog.Action{View: dialog.ViewProgress, Agency: dialog.AgencyCode(s.Kept.Agency), Window: plan.QuarterOf(s.Kept.Due)})
}

// titled tells where a unit stands and how it begins.
func (s Sighted) titled() chat.Paragraph {
	return chat.Paragraph{Spans: []chat.Span{{Words: chat.UpperFirst(s.Unit.Place()), Style: chat.Bold}, {Words: ". " + chat.CutWords(chat.FirstLine(s.Unit.Text), chat.BriefRunes)}}}
}

// askWhy asks for an explanation of what is late, once a day, and says what came
// of it.
func (e *explanations) askWhy(ctx context.Context, t dialog.Turn, s Sighted) (words string, asked bool, err error) {
	switch {
	case !s.asker():
		return fmt.Sprintf(textOnlyLeaders, s.Agency.Name), false, nil
	case s.supports():
		return s.onlySupports(), false, nil
	case s.Kept.State != record.Open:
		return s.settledBefore(), false, nil
	case !s.Late(t.Today()):
		return fmt.Sprintf(textNotLate, chat.TaskName(s.Unit), chat.Day(s.Kept.Due)), false, nil
	}
	if waiting, asked, err := e.unanswered(ctx, s.Kept.ID); err != nil || waiting && plan.DateOf(asked.AskedAt.In(chat.Vietnam)) == t.Today() {
		return textAskedBefore, false, err
	}
	people, err := e.records.FocalPersons(ctx, t.Today())
	if err != nil {
		return "", false, fmt.Errorf("focal persons: %w", err)
	}
	var chats []int64
	for _, p := range people {
		if p.Agency == s.Kept.Agency {
			chats = append(chats, p.Chat)
		}
	}
	if len(chats) == 0 {
		return fmt.Sprintf(textNoFocal, s.Agency.Name), false, nil
	}
	if s, err = e.keep(ctx, s); err != nil {
		return "", false, err
	}
	request := chat.Reply{
		Text: chat.Text{
			chat.BoldText(textWhyHead),
			chat.Say(fmt.Sprintf(textWhyAsked, chat.CalledBy(t.Person()), s.Agency.Name)),
			s.titled(),
			chat.Say(strings.Join(e.itemFacts(s, t.Today())[1:3], "\n")),
			chat.Say(fmt.Sprintf(textWhyHow, chat.TaskName(s.Unit))),
		},
		Buttons: [][]chat.Button{
			{
				e.desk.Button(buttonAnswer, dialog.Action{View: dialog.ViewAnswerWhy, ID: s.Kept.ID}),
				e.desk.Button(fmt.Sprintf(buttonDone, chat.TaskName(s.Unit)), dialog.Action{View: dialog.ViewDone, ID: s.Kept.ID}),
			},
			{e.seeButton(s)},
		},
	}
	all, err := follow.Letters(chats, 0, request)
	if err != nil {
		return "", false, err
	}
	if _, err := e.records.AskExplanation(ctx, record.Explanation{Occurrence: s.Kept, Asked: t.Person()}, all...); err != nil {
		return "", false, fmt.Errorf("ask explanation: %w", err)
	}
	return fmt.Sprintf(textWhySent, len(chats), s.Agency.Name), true, nil
}

// seeButton leads to an occurrence.
func (e *explanations) seeButton(s Sighted) chat.Button {
	return e.desk.Button(fmt.Sprintf(buttonSee, chat.TaskName(s.Unit)), dialog.Action{View: dialog.ViewItem, ID: s.Kept.ID})
}

// unanswered finds the explanation of an occurrence that is waited for, as it was
// last asked for.
func (e *explanations) unanswered(ctx context.Context, occurrence int64) (bool, record.Explanation, error) {
	all, err := e.records.Explanations(ctx, occurrence)
	if err != nil {
		return false, record.Explanation{}, fmt.Errorf("explanations: %w", err)
	}
	for _, asked := range slices.Backward(all) {
		if asked.AnsweredAt.IsZero() {
			return true, asked, nil
		}
	}
	return false, record.Explanation{}, nil
}

// answer brings a focal person's explanation to the leader; where no words are
// given, they are the person's next ones.
func (e *explanations) answer(ctx context.Context, t dialog.Turn, s Sighted, words string) (chat.Reply, error) {
	if words != "" {
		return e.ExplainTo(ctx, t, s.Kept.ID, words)
	}
	waiting, _, err := e.unanswered(ctx, s.Kept.ID)
	if err != nil {
		return chat.Reply{}, err
	}
	if !waiting {
		return dialog.Refusal(t, textNothingToExplain), nil
	}
	e.desk.Expect(t, dialog.Expectation{Use: dialog.UseAnswer, ID: s.Kept.ID})
	reply := chat.Sentence(fmt.Sprintf(textSayWhy, chat.TaskName(s.Unit), s.Kept.Period))
	reply.Buttons = [][]chat.Button{{e.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewItem, ID: s.Kept.ID})}}
	return reply, nil
}

// ExplainTo keeps a focal person's explanation and brings it to the leader.
func (e *explanations) ExplainTo(ctx context.Context, t dialog.Turn, occurrence int64, words string) (chat.Reply, error) {
	s, ok, err := e.sight(ctx, t, occurrence)
	switch {
	case err != nil:
		return chat.Reply{}, err
	case !ok || !s.focal():
		return chat.Sentence(textNothingToExplain), nil
	}
	waiting, asked, err := e.unanswered(ctx, occurrence)
	if err != nil {
		return chat.Reply{}, err
	}
	if !waiting {
		return chat.Sentence(textNothingToExplain), nil
	}
	note, err := follow.Letter(asked.Asked.ID, chat.Reply{
		Text: chat.Text{
			chat.BoldText(textWhyCame),
			chat.Say(fmt.Sprintf(textWhyIs, chat.CalledBy(t.Person()), s.Agency.Name)),
			chat.Quote(words),
			s.titled(),
			chat.Say(strings.Join(e.itemFacts(s, t.Today())[1:4], "\n")),
		},
		Buttons: [][]chat.Button{{e.seeButton(s), e.progressButton(s)}},
	})
	if err != nil {
		return chat.Reply{}, err
	}
	if _, first, err := e.records.AnswerExplanation(ctx, asked.ID, t.Person(), words, note); err != nil {
		return chat.Reply{}, fmt.Errorf("answer explanation: %w", err)
	} else if !first {
		return chat.Sentence(textWhyAnswered), nil
	}
	return chat.Sentence(textWhyThanks), nil
}
