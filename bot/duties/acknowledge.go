package duties

import (
	"context"
	"fmt"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// afterAct shows what an act was done from: the digest of a day, else the
// occurrence.
func (h *Handler) afterAct(ctx context.Context, t dialog.Turn, s Sighted, day plan.Date, notice string) (chat.Reply, error) {
	if !day.IsZero() {
		d, found, err := h.records.Digest(ctx, t.Chat, day)
		if err != nil {
			return chat.Reply{}, fmt.Errorf("read digest: %w", err)
		}
		if found {
			reply, err := h.DigestReply(ctx, d)
			reply.Notice = notice
			return reply, err
		}
	}
	reply := h.Item(t, s, plan.Date{})
	reply.Notice = notice
	return reply, nil
}

func (h *Handler) donePressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	s, ok, err := h.sight(ctx, t, at.ID)
	if err != nil || !ok {
		return chat.OldButton(), err
	}
	if !s.focal() {
		return chat.Reply{Notice: s.notFocal()}, nil
	}
	s, first, err := h.close(ctx, t, s, "")
	if err != nil {
		return chat.Reply{}, err
	}
	notice := fmt.Sprintf(textNowDone, chat.TaskName(s.Unit))
	if !first {
		notice = s.settledBefore()
	}
	reply, err := h.afterAct(ctx, t, s, at.Day, notice)
	if err == nil && first && (at.Day.IsZero() || !t.Private) {
		reply = reply.With(chat.Say(fmt.Sprintf(textAskNote, chat.TaskName(s.Unit))))
	}
	return reply, err
}

// close acknowledges an occurrence; the first word counts. Without a note the
// person's next words may become one.
func (h *Handler) close(ctx context.Context, t dialog.Turn, s Sighted, note string) (_ Sighted, first bool, err error) {
	done := s.Kept
	done.State, done.Note = record.Done, note
	closed, firsts, err := h.records.CloseOccurrences(ctx, []record.Occurrence{done}, t.Person())
	if err != nil {
		return s, false, fmt.Errorf("acknowledge: %w", err)
	}
	s.Kept, first = closed[0], firsts[0]
	if first && note == "" {
		h.desk.Expect(t, dialog.Expectation{Use: dialog.UseNote, ID: s.Kept.ID})
	}
	return s, first, nil
}

// Annotate keeps words beside an acknowledgement.
func (h *Handler) Annotate(ctx context.Context, t dialog.Turn, id int64, words string) (chat.Reply, error) {
	s, ok, err := h.sight(ctx, t, id)
	switch {
	case err != nil:
		return chat.Reply{}, err
	case !ok || s.Kept.State != record.Done || !s.focal():
		return chat.Sentence(textNoNoteNow), nil
	}
	if s.Kept, err = h.records.AnnotateOccurrence(ctx, id, t.Person(), words); err != nil {
		return chat.Reply{}, fmt.Errorf("keep note: %w", err)
	}
	if words == "" {
		return chat.Sentence(textNoteAway), nil
	}
	reply := chat.Sentence(fmt.Sprintf(textNoted4, chat.TaskName(s.Unit)))
	reply.Buttons = [][]chat.Button{{h.desk.Button(buttonNoNote, dialog.Action{View: dialog.ViewNoNote, ID: id})}}
	return reply, nil
}

func (h *Handler) noNotePressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	return h.Annotate(ctx, t, at.ID, "")
}

func (h *Handler) undoPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	s, ok, err := h.sight(ctx, t, at.ID)
	if err != nil || !ok {
		return chat.OldButton(), err
	}
	s, notice, err := h.undo(ctx, t, s)
	if err != nil {
		return chat.Reply{}, err
	}
	return h.afterAct(ctx, t, s, at.Day, notice)
}

// undo takes an acknowledgement back and says what came of that.
func (h *Handler) undo(ctx context.Context, t dialog.Turn, s Sighted) (_ Sighted, words string, err error) {
	if !s.all.MayUndo(s.Kept, t.User, t.Now) {
		return s, textNoUndo, nil
	}
	kept, reopened, err := h.records.ReopenOccurrence(ctx, s.Kept.ID, t.Person())
	if err != nil {
		return s, "", fmt.Errorf("take back: %w", err)
	}
	s.Kept = kept
	h.desk.Expected.Take(dialog.ParticipantOf(t.Message))
	if !reopened {
		return s, textNoUndo, nil
	}
	return s, fmt.Sprintf(textUndone, chat.TaskName(s.Unit)), nil
}

// The choices of when to be reminded again.
const (
	laterTomorrow = 1
	laterThree    = 3
	LaterLast     = 99
)

// laterPressed offers when to be reminded again, or keeps what was chosen.
func (h *Handler) laterPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	s, ok, err := h.sight(ctx, t, at.ID)
	if err != nil || !ok {
		return chat.OldButton(), err
	}
	if at.Number == 0 {
		return h.laterChoices(t, s, at), nil
	}
	notice, err := h.later(ctx, t, s, at.Number)
	if err != nil {
		return chat.Reply{}, err
	}
	return h.afterAct(ctx, t, s, at.Day, notice)
}

func (h *Handler) laterChoices(t dialog.Turn, s Sighted, at dialog.Action) chat.Reply {
	reply := h.Item(t, s, at.Day)
	reply.Text = append(reply.Text, chat.Say(textLaterWhen))
	reply.Buttons = append(h.laterRows(at.ID, at.Day), []chat.Button{h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewItem, ID: at.ID, Day: at.Day})})
	return reply
}

// laterRows are the times at which an occurrence may be told again.
func (h *Handler) laterRows(id int64, day plan.Date) [][]chat.Button {
	at := func(label string, days int64) chat.Button {
		return h.desk.Button(label, dialog.Action{View: dialog.ViewLater, ID: id, Day: day, Number: days})
	}
	return [][]chat.Button{{at(buttonTomorrow, laterTomorrow), at(buttonInThree, laterThree)}, {at(buttonLastDay, LaterLast)}}
}

// later has the chat reminded again in so many days, never past the due date,
// and says when.
func (h *Handler) later(ctx context.Context, t dialog.Turn, s Sighted, days int64) (string, error) {
	switch {
	case s.Kept.State != record.Open:
		return s.settledBefore(), nil
	case len(s.chat.Agencies()) == 0:
		return follow.TextFollowFirst, nil
	case s.Kept.Due.Compare(t.Today()) <= 0:
		return textTooLate, nil
	}
	planner, err := h.Planning(ctx)
	if err != nil {
		return "", err
	}
	last := planner.WorkingDayUpTo(s.Kept.Due)
	chosen := last
	if days < LaterLast {
		chosen = planner.WorkingDayFrom(t.Today().AddDays(int(days)))
	}
	if chosen.Compare(last) > 0 {
		chosen = last
	}
	if chosen.Compare(t.Today()) <= 0 {
		return textTooLate, nil
	}
	if err := h.records.SnoozeOccurrence(ctx, t.Chat, s.Kept, chosen); err != nil {
		return "", fmt.Errorf("remind later: %w", err)
	}
	return fmt.Sprintf(textLater, chat.TaskName(s.Unit), chat.Day(chosen)), nil
}

// settledBefore tells that somebody else's word on an occurrence came first.
func (s Sighted) settledBefore() string {
	if s.Kept.State == record.Waived {
		return fmt.Sprintf(textWaivedBefore, chat.TaskName(s.Unit), s.Agency.Name)
	}
	return fmt.Sprintf(TextDoneBefore, chat.TaskName(s.Unit), chat.NameOrSomebody(s.Kept.By))
}
