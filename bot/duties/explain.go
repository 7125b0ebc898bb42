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

// waits reports whether an explanation was asked for and not given.
func (s Sighted) waits() bool {
	return slices.ContainsFunc(s.why, func(e record.Explanation) bool { return e.AnsweredAt.IsZero() })
}

// askWhyPressed has a leader ask the focal persons of an agency for an
// explanation.
func (h *Handler) askWhyPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	s, ok, err := h.sight(ctx, t, at.ID)
	if err != nil || !ok {
		return chat.OldButton(), err
	}
	words, asked, err := h.askWhy(ctx, t, s)
	switch {
	case err != nil:
		return chat.Reply{}, err
	case !asked:
		return dialog.Refusal(t, words), nil
	}
	if s, _, err = h.SightKept(ctx, t, s.Kept); err != nil {
		return chat.Reply{}, err
	}
	reply := h.Item(t, s, plan.Date{})
	reply.Text = append(chat.Text{chat.BoldText(words)}, reply.Text...)
	reply.Buttons = slices.Concat([][]chat.Button{h.askedWhy(s)}, reply.Buttons, [][]chat.Button{{h.progressButton(s)}})
	return reply, nil
}

// askedWhy is the button in the place of the one that asked; pressed again it
// says that the answer is waited for.
func (h *Handler) askedWhy(s Sighted) []chat.Button {
	return []chat.Button{h.desk.Button(fmt.Sprintf(buttonWhyAsked, chat.TaskName(s.Unit)), dialog.Action{View: dialog.ViewAskWhy, ID: s.Kept.ID})}
}

// progressButton leads to how the agency stands in the quarter of an occurrence.
func (h *Handler) progressButton(s Sighted) chat.Button {
	return h.desk.Button(follow.ButtonProgress, dialog.Action{View: dialog.ViewProgress, Agency: dialog.AgencyCode(s.Kept.Agency), Window: plan.QuarterOf(s.Kept.Due)})
}

// titled tells where a unit stands and how it begins.
func (s Sighted) titled() chat.Paragraph {
	return chat.Paragraph{Spans: []chat.Span{{Words: chat.UpperFirst(s.Unit.Place()), Style: chat.Bold}, {Words: ". " + chat.CutWords(chat.FirstLine(s.Unit.Text), chat.BriefRunes)}}}
}

// askWhy asks for an explanation of what is late, once a day, and says what came
// of it.
func (h *Handler) askWhy(ctx context.Context, t dialog.Turn, s Sighted) (words string, asked bool, err error) {
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
	if waiting, e, err := h.unanswered(ctx, s.Kept.ID); err != nil || waiting && plan.DateOf(e.AskedAt.In(chat.Vietnam)) == t.Today() {
		return textAskedBefore, false, err
	}
	people, err := h.records.SubscribersOf(ctx, s.Kept.Agency)
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
	request := chat.Reply{
		Text: chat.Text{
			chat.BoldText(textWhyHead),
			chat.Say(fmt.Sprintf(textWhyAsked, chat.CalledBy(t.Person()), s.Agency.Name)),
			s.titled(),
			chat.Say(strings.Join(h.itemFacts(s, t.Today())[1:3], "\n")),
			chat.Say(fmt.Sprintf(textWhyHow, chat.TaskName(s.Unit))),
		},
		Buttons: [][]chat.Button{
			{
				h.desk.Button(buttonAnswer, dialog.Action{View: dialog.ViewAnswerWhy, ID: s.Kept.ID}),
				h.desk.Button(fmt.Sprintf(buttonDone, chat.TaskName(s.Unit)), dialog.Action{View: dialog.ViewDone, ID: s.Kept.ID}),
			},
			{h.seeButton(s)},
		},
	}
	all, err := follow.Letters(chats, 0, request)
	if err != nil {
		return "", false, err
	}
	if _, err := h.records.AskExplanation(ctx, record.Explanation{Occurrence: s.Kept, Asked: t.Person()}, all...); err != nil {
		return "", false, fmt.Errorf("ask explanation: %w", err)
	}
	return fmt.Sprintf(textWhySent, len(chats), s.Agency.Name), true, nil
}

// seeButton leads to an occurrence.
func (h *Handler) seeButton(s Sighted) chat.Button {
	return h.desk.Button(fmt.Sprintf(buttonSee, chat.TaskName(s.Unit)), dialog.Action{View: dialog.ViewItem, ID: s.Kept.ID})
}

// unanswered finds the explanation of an occurrence that is waited for, as it was
// last asked for.
func (h *Handler) unanswered(ctx context.Context, occurrence int64) (bool, record.Explanation, error) {
	all, err := h.records.Explanations(ctx, occurrence)
	if err != nil {
		return false, record.Explanation{}, fmt.Errorf("explanations: %w", err)
	}
	for _, e := range slices.Backward(all) {
		if e.AnsweredAt.IsZero() {
			return true, e, nil
		}
	}
	return false, record.Explanation{}, nil
}

// answerWhyPressed has a focal person say why, with their next words.
func (h *Handler) answerWhyPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	s, ok, err := h.sight(ctx, t, at.ID)
	if err != nil || !ok {
		return chat.OldButton(), err
	}
	if !s.focal() {
		return chat.Reply{Notice: s.notFocal()}, nil
	}
	waiting, _, err := h.unanswered(ctx, at.ID)
	if err != nil {
		return chat.Reply{}, err
	}
	if !waiting {
		return chat.Reply{Notice: textWhyAnswered}, nil
	}
	h.desk.Expect(t, dialog.Expectation{Use: dialog.UseAnswer, ID: at.ID})
	return chat.Sentence(fmt.Sprintf(textSayWhy, chat.TaskName(s.Unit), s.Kept.Period)), nil
}

// ExplainTo keeps a focal person's explanation and brings it to the leader.
func (h *Handler) ExplainTo(ctx context.Context, t dialog.Turn, occurrence int64, words string) (chat.Reply, error) {
	s, ok, err := h.sight(ctx, t, occurrence)
	switch {
	case err != nil:
		return chat.Reply{}, err
	case !ok || !s.focal():
		return chat.Sentence(textNothingToExplain), nil
	}
	waiting, e, err := h.unanswered(ctx, occurrence)
	if err != nil {
		return chat.Reply{}, err
	}
	if !waiting {
		return chat.Sentence(textNothingToExplain), nil
	}
	note, err := follow.Letter(e.Asked.ID, chat.Reply{
		Text: chat.Text{
			chat.BoldText(textWhyCame),
			chat.Say(fmt.Sprintf(textWhyIs, chat.CalledBy(t.Person()), s.Agency.Name)),
			chat.Quote(words),
			s.titled(),
			chat.Say(strings.Join(h.itemFacts(s, t.Today())[1:4], "\n")),
		},
		Buttons: [][]chat.Button{{h.seeButton(s), h.progressButton(s)}},
	})
	if err != nil {
		return chat.Reply{}, err
	}
	if _, first, err := h.records.AnswerExplanation(ctx, e.ID, t.Person(), words, note); err != nil {
		return chat.Reply{}, fmt.Errorf("answer explanation: %w", err)
	} else if !first {
		return chat.Sentence(textWhyAnswered), nil
	}
	return chat.Sentence(textWhyThanks), nil
}

// askWhyCommand is "de nghi giai trinh 1.14 so tu phap".
func (h *Handler) askWhyCommand(ctx context.Context, t dialog.Turn, args string) (chat.Reply, error) {
	w, ok := h.ParseTask(t, args)
	if !ok {
		return chat.Sentence(textNameTask), nil
	}
	all, err := h.following.TiesOf(ctx, t.User)
	if err != nil {
		return chat.Reply{}, err
	}
	agencies := all.Agencies(record.Leader)
	if w.Agency != "" {
		agencies = []string{w.Agency}
	}
	found, err := h.choose(ctx, t, w, agencies, false)
	switch {
	case err != nil:
		return chat.Reply{}, err
	case len(found) == 0:
		return chat.Sentence(fmt.Sprintf(textNothingOpen, w.number)), nil
	case len(found) > 1:
		return h.whichOf(w, found), nil
	}
	words, _, err := h.askWhy(ctx, t, found[0])
	return chat.Sentence(words), err
}

// answerWhyCommand is "giai trinh 1.14" with the explanation behind it.
func (h *Handler) answerWhyCommand(ctx context.Context, t dialog.Turn, args string) (chat.Reply, error) {
	s, w, miss, err := h.theOne(ctx, t, args, false, record.FocalPerson)
	if err != nil || len(miss.Text) > 0 {
		return miss, err
	}
	if w.rest == "" {
		return h.answerWhyPressed(ctx, t, dialog.Action{ID: s.Kept.ID})
	}
	return h.ExplainTo(ctx, t, s.Kept.ID, chat.CutWords(w.rest, dialog.NoteRunes))
}
