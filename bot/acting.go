package bot

import (
	"context"
	"fmt"
	"time"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// vietnam is the zone in which days are told; it has known no other time since
// 1975.
var vietnam = time.FixedZone("+07", 7*60*60)

// afterAct shows what an act was done from: the digest of a day, else the
// occurrence.
func (b *dutiesHandler) afterAct(ctx context.Context, t turn, s sighted, day plan.Date, notice string) (Reply, error) {
	if !day.IsZero() {
		d, found, err := b.records.Digest(ctx, t.Chat, day)
		if err != nil {
			return Reply{}, fmt.Errorf("read digest: %w", err)
		}
		if found {
			reply, err := b.DigestReply(ctx, d)
			reply.Notice = notice
			return reply, err
		}
	}
	reply := b.item(t, s, plan.Date{})
	reply.Notice = notice
	return reply, nil
}

func (b *dutiesHandler) donePressed(ctx context.Context, t turn, at action) (Reply, error) {
	s, ok, err := b.sight(ctx, t, at.id)
	if err != nil || !ok {
		return oldButton(), err
	}
	if !s.focal() {
		return Reply{Notice: s.notFocal()}, nil
	}
	s, first, err := b.close(ctx, t, s, "")
	if err != nil {
		return Reply{}, err
	}
	notice := fmt.Sprintf(textNowDone, taskName(s.Unit))
	if !first {
		notice = s.settledBefore()
	}
	reply, err := b.afterAct(ctx, t, s, at.day, notice)
	if err == nil && first && (at.day.IsZero() || !t.Private) {
		reply = reply.with(say(fmt.Sprintf(textAskNote, taskName(s.Unit))))
	}
	return reply, err
}

// close acknowledges an occurrence; the first word counts. Without a note the
// person's next words may become one.
func (b *dutiesHandler) close(ctx context.Context, t turn, s sighted, note string) (_ sighted, first bool, err error) {
	s.kept, first, err = b.records.CloseOccurrence(ctx, s.kept.ID, record.Done, t.person(), note)
	if err != nil {
		return s, false, fmt.Errorf("acknowledge: %w", err)
	}
	if first && note == "" {
		b.desk.expect(t, expectation{use: useNote, id: s.kept.ID})
	}
	return s, first, nil
}

// annotate keeps words beside an acknowledgement.
func (b *dutiesHandler) annotate(ctx context.Context, t turn, id int64, words string) (Reply, error) {
	s, ok, err := b.sight(ctx, t, id)
	switch {
	case err != nil:
		return Reply{}, err
	case !ok || s.kept.State != record.Done || !s.focal():
		return sentence(textNoNoteNow), nil
	}
	if s.kept, err = b.records.AnnotateOccurrence(ctx, id, t.person(), words); err != nil {
		return Reply{}, fmt.Errorf("keep note: %w", err)
	}
	if words == "" {
		return sentence(textNoteAway), nil
	}
	reply := sentence(fmt.Sprintf(textNoted4, taskName(s.Unit)))
	reply.Buttons = [][]Button{{b.desk.button(buttonNoNote, action{view: viewNoNote, id: id})}}
	return reply, nil
}

func (b *dutiesHandler) noNotePressed(ctx context.Context, t turn, at action) (Reply, error) {
	return b.annotate(ctx, t, at.id, "")
}

func (b *dutiesHandler) undoPressed(ctx context.Context, t turn, at action) (Reply, error) {
	s, ok, err := b.sight(ctx, t, at.id)
	if err != nil || !ok {
		return oldButton(), err
	}
	s, notice, err := b.undo(ctx, t, s)
	if err != nil {
		return Reply{}, err
	}
	return b.afterAct(ctx, t, s, at.day, notice)
}

// undo takes an acknowledgement back and says what came of that.
func (b *dutiesHandler) undo(ctx context.Context, t turn, s sighted) (_ sighted, words string, err error) {
	if !s.all.mayUndo(s.kept, t.User, t.now) {
		return s, textNoUndo, nil
	}
	kept, reopened, err := b.records.ReopenOccurrence(ctx, s.kept.ID, t.person())
	if err != nil {
		return s, "", fmt.Errorf("take back: %w", err)
	}
	s.kept = kept
	b.desk.expected.take(seatOf(t.Message))
	if !reopened {
		return s, textNoUndo, nil
	}
	return s, fmt.Sprintf(textUndone, taskName(s.Unit)), nil
}

// The choices of when to be reminded again.
const (
	laterTomorrow = 1
	laterThree    = 3
	laterLast     = 99
)

// laterPressed offers when to be reminded again, or keeps what was chosen.
func (b *dutiesHandler) laterPressed(ctx context.Context, t turn, at action) (Reply, error) {
	s, ok, err := b.sight(ctx, t, at.id)
	if err != nil || !ok {
		return oldButton(), err
	}
	if at.number == 0 {
		return b.laterChoices(t, s, at), nil
	}
	notice, err := b.later(ctx, t, s, at.number)
	if err != nil {
		return Reply{}, err
	}
	return b.afterAct(ctx, t, s, at.day, notice)
}

func (b *dutiesHandler) laterChoices(t turn, s sighted, at action) Reply {
	reply := b.item(t, s, at.day)
	reply.Text = append(reply.Text, say(textLaterWhen))
	reply.Buttons = append(b.laterRows(at.id, at.day), []Button{b.desk.button(buttonBack, action{view: viewItem, id: at.id, day: at.day})})
	return reply
}

// laterRows are the times at which an occurrence may be told again.
func (b *dutiesHandler) laterRows(id int64, day plan.Date) [][]Button {
	at := func(label string, days int64) Button {
		return b.desk.button(label, action{view: viewLater, id: id, day: day, number: days})
	}
	return [][]Button{{at(buttonTomorrow, laterTomorrow), at(buttonInThree, laterThree)}, {at(buttonLastDay, laterLast)}}
}

// later has the chat reminded again in so many days, never past the due date,
// and says when.
func (b *dutiesHandler) later(ctx context.Context, t turn, s sighted, days int64) (string, error) {
	switch {
	case s.kept.State != record.Open:
		return s.settledBefore(), nil
	case len(s.chat.agencies()) == 0:
		return textFollowFirst, nil
	case s.kept.Due.Compare(t.today()) <= 0:
		return textTooLate, nil
	}
	planner, err := b.planning(ctx)
	if err != nil {
		return "", err
	}
	last := planner.WorkingDayUpTo(s.kept.Due)
	chosen := last
	if days < laterLast {
		chosen = planner.WorkingDayFrom(t.today().AddDays(int(days)))
	}
	if chosen.Compare(last) > 0 {
		chosen = last
	}
	if chosen.Compare(t.today()) <= 0 {
		return textTooLate, nil
	}
	if err := b.records.SnoozeOccurrence(ctx, t.Chat, s.kept.ID, chosen); err != nil {
		return "", fmt.Errorf("remind later: %w", err)
	}
	return fmt.Sprintf(textLater, taskName(s.Unit), day(chosen)), nil
}

// settledBefore tells that somebody else's word on an occurrence came first.
func (s sighted) settledBefore() string {
	if s.kept.State == record.Waived {
		return fmt.Sprintf(textWaivedBefore, taskName(s.Unit), s.Agency.Name)
	}
	return fmt.Sprintf(textDoneBefore, taskName(s.Unit), nameOrSomebody(s.kept.By))
}

// nameOrSomebody is how a person is called beside what they did.
func nameOrSomebody(p record.Person) string {
	if p.Name != "" {
		return p.Name
	}
	return textSomebody
}
