package bot

import (
	"context"
	"fmt"
	"strings"

	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// sighted is an occurrence with all that is known of it.
type sighted struct {
	remind.Owed
	kept record.Occurrence
	all  ties // of the person who looks
	chat ties // of the chat that they look from

	oversees bool                 // the person sees how the whole city stands
	why      []record.Explanation // in private, to those who may ask for them or give them
}

// sight finds an occurrence by the id of a button; false where there is none
// that can be told of.
func (b *dutiesHandler) sight(ctx context.Context, t turn, id int64) (sighted, bool, error) {
	kept, found, err := b.records.Occurrence(ctx, id)
	if err != nil {
		return sighted{}, false, fmt.Errorf("read occurrence: %w", err)
	}
	if !found {
		return sighted{}, false, nil
	}
	return b.sightKept(ctx, t, kept)
}

// sightKept completes an occurrence that was read.
func (b *dutiesHandler) sightKept(ctx context.Context, t turn, kept record.Occurrence) (sighted, bool, error) {
	planner, err := b.planning(ctx)
	if err != nil {
		return sighted{}, false, err
	}
	owed, ok := planner.Restore(kept)
	if !ok {
		return sighted{}, false, nil
	}
	s := sighted{Owed: owed, kept: kept}
	if s.all, err = b.following.tiesOf(ctx, t.User); err != nil {
		return sighted{}, false, err
	}
	if s.oversees, err = b.following.overseer(ctx, t.User, s.all); err != nil {
		return sighted{}, false, err
	}
	s.chat = s.all
	if !t.Private {
		s.chat, err = b.following.tiesOf(ctx, t.Chat)
		return s, true, err
	}
	if s.kept.ID != 0 && (s.asker() || s.focal()) {
		if s.why, err = b.records.Explanations(ctx, s.kept.ID); err != nil {
			return sighted{}, false, fmt.Errorf("explanations: %w", err)
		}
	}
	return s, true, nil
}

// asker reports whether the person who looks may ask for an explanation.
func (s sighted) asker() bool { return s.oversees || s.all.is(record.Leader, s.kept.Agency) }

// late reports whether an occurrence that is to be delivered is open behind its
// due date.
func (s sighted) late(today plan.Date) bool {
	return s.kept.State == record.Open && s.kept.Due.Compare(today) < 0 && !s.supports()
}

// undated reports whether the occurrence stands for what has no due date of its
// own.
func (s sighted) undated() bool {
	return s.kept.Kind == plan.DeadlineContinuous || s.kept.Kind == plan.DeadlineOnEvent
}

// supports reports whether the agency only supports others, and delivers nothing.
func (s sighted) supports() bool { return s.Role == plan.RoleSupport }

// focal reports whether the person who looks may acknowledge.
func (s sighted) focal() bool { return !s.supports() && s.all.is(record.FocalPerson, s.kept.Agency) }

// notFocal says why the person who looks may not acknowledge.
func (s sighted) notFocal() string {
	if s.supports() {
		return s.onlySupports()
	}
	return fmt.Sprintf(textOnlyFocal, s.Agency.Name)
}

func (s sighted) onlySupports() string {
	return fmt.Sprintf(textOnlySupports, s.Agency.Name, taskName(s.Unit))
}

func (b *dutiesHandler) itemPressed(ctx context.Context, t turn, at action) (Reply, error) {
	s, ok, err := b.sight(ctx, t, at.id)
	if err != nil || !ok {
		return oldButton(), err
	}
	return b.item(t, s, at.day), nil
}

// item shows an occurrence and what the person may do about it.
func (b *dutiesHandler) item(t turn, s sighted, day plan.Date) Reply {
	reply := Reply{Text: Text{
		{Spans: []Span{{Words: upperFirst(s.Unit.Place()), Style: Bold}, {Words: ". " + cutWords(firstLine(s.Unit.Text), briefRunes)}}},
		say(strings.Join(b.itemFacts(s, t.today()), "\n")),
	}}
	id := s.kept.ID
	if s.kept.State == record.Open {
		if s.focal() {
			reply.Buttons = append(reply.Buttons, []Button{b.desk.button(fmt.Sprintf(buttonDone, taskName(s.Unit)), action{view: viewDone, id: id, day: day})})
		} else if s.asker() && s.late(t.today()) && !s.waits() {
			reply.Buttons = append(reply.Buttons, []Button{b.desk.button(fmt.Sprintf(buttonAskWhy, taskName(s.Unit)), action{view: viewAskWhy, id: id})})
		}
		if len(s.chat.agencies()) > 0 && t.today().Compare(s.kept.Due) < 0 {
			reply.Buttons = append(reply.Buttons, b.laterRows(id, day)...)
		}
	} else if s.all.mayUndo(s.kept, t.User, t.now) {
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(fmt.Sprintf(buttonUndo, taskName(s.Unit)), action{view: viewUndo, id: id, day: day})})
	}
	if s.waits() && s.focal() {
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(buttonAnswerWhy, action{view: viewAnswerWhy, id: id})})
	}
	reply.Buttons = append(reply.Buttons, []Button{b.desk.button(buttonRead, action{view: viewRead, id: id, day: day})})
	if s.kept.State == record.Open && s.focal() {
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(buttonNotOurs, action{view: viewNotOurs, id: id, day: day})})
	}
	if !day.IsZero() {
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(buttonBack, action{view: viewDigest, day: day})})
	}
	return reply
}

const (
	mostWhy  = 2   // explanations beside an occurrence, the newest
	whyRunes = 300 // of each
)

// itemFacts tell whose it is, for which period, until when, and how it stands.
func (b *dutiesHandler) itemFacts(s sighted, today plan.Date) []string {
	period := s.kept.Period
	if s.kept.Product != "" {
		period += ": " + oneLine(s.kept.Product)
	}
	facts := []string{
		fmt.Sprintf(textItemAgency, s.Agency.Name),
		fmt.Sprintf(textItemPeriod, period),
		fmt.Sprintf(textItemDue, s.dueWords(today)),
		fmt.Sprintf(textItemState, stateWords(s.Owed, s.kept, today)),
	}
	if s.kept.Note != "" {
		facts = append(facts, fmt.Sprintf(textItemNote, s.kept.Note))
	}
	for _, e := range s.why[max(0, len(s.why)-mostWhy):] {
		if e.AnsweredAt.IsZero() {
			facts = append(facts, fmt.Sprintf(textItemAsked, nameOrSomebody(e.Asked), day(plan.DateOf(e.AskedAt.In(vietnam)))))
			continue
		}
		facts = append(facts, fmt.Sprintf(textItemWhy, nameOrSomebody(e.Answered), day(plan.DateOf(e.AnsweredAt.In(vietnam))), cutWords(e.Words, whyRunes)))
	}
	return facts
}

// dueWords is the due date, with the days that are left while it is open.
func (s sighted) dueWords(today plan.Date) string {
	if s.kept.State != record.Open {
		return day(s.kept.Due)
	}
	return dueWords(s.Owed, today)
}

// dueWords is a due date with the days that are left: "31/03/2024 (còn 13 ngày)".
func dueWords(o remind.Owed, today plan.Date) string {
	due := o.Occurrence.Due
	words := day(due)
	switch left := today.DaysUntil(due); {
	case left > 0:
		words += fmt.Sprintf(textLeftDays, left)
	case left == 0:
		words += textLeftToday
	case o.Role != plan.RoleSupport:
		words += fmt.Sprintf(textPastDays, -left)
	}
	if !o.Internal.IsZero() {
		words += fmt.Sprintf(textInternally, day(o.Internal))
	}
	return words
}

// stateWords tell how an occurrence stands on a day.
func stateWords(owed remind.Owed, o record.Occurrence, today plan.Date) string {
	switch {
	case o.State == record.Done:
		return fmt.Sprintf(textStateDone, nameOrSomebody(o.By), day(plan.DateOf(o.At.In(vietnam))))
	case o.State == record.Waived:
		return textStateWaived
	case owed.Role == plan.RoleSupport:
		return textStateSupports
	case o.Due.Compare(today) < 0:
		return textStateLate
	}
	return textStateOpen
}

// itemLine is an occurrence in a list.
func (b *dutiesHandler) itemLine(o remind.Owed, kept record.Occurrence, today plan.Date) Paragraph {
	words := fmt.Sprintf(". %s\n%s", cutWords(firstLine(o.Unit.Text), lineRunes), dueWords(o, today))
	if kept.State == record.Done || kept.State == record.Waived {
		words = fmt.Sprintf(". %s\n%s", cutWords(firstLine(o.Unit.Text), lineRunes), stateWords(o, kept, today))
	}
	return Paragraph{Spans: []Span{{Words: shortPlace(o.Unit), Style: Bold}, {Words: words}}}
}

// readPressed shows the unit of an occurrence, with the way back.
func (b *dutiesHandler) readPressed(ctx context.Context, t turn, at action) (Reply, error) {
	s, ok, err := b.sight(ctx, t, at.id)
	if err != nil || !ok {
		return oldButton(), err
	}
	return Reply{
		Text:    b.answers.card(s.Unit, question.Search),
		Buttons: [][]Button{{b.desk.button(buttonBack, action{view: viewItem, id: at.id, day: at.day})}},
	}, nil
}
