package duties

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// Sighted is an occurrence with all that is known of it.
type Sighted struct {
	remind.Owed
	Kept record.Occurrence
	all  follow.Ties // of the person who looks
	chat follow.Ties // of the chat that they look from

	nth     int       // of those of its unit and agency that are due on its day
	lastDay plan.Date // the last working day up to the due date

	oversees bool                 // the person sees how the whole city stands
	why      []record.Explanation // in private, to those who may ask for them or give them
}

// sight finds an occurrence by the id of a button; false where there is none
// that can be told of.
func (c *cards) sight(ctx context.Context, t dialog.Turn, id int64) (Sighted, bool, error) {
	kept, found, err := c.records.Occurrence(ctx, id)
	if err != nil {
		return Sighted{}, false, fmt.Errorf("read occurrence: %w", err)
	}
	if !found {
		return Sighted{}, false, nil
	}
	return c.SightKept(ctx, t, kept)
}

// SightKept completes an occurrence that was read.
func (c *cards) SightKept(ctx context.Context, t dialog.Turn, kept record.Occurrence) (Sighted, bool, error) {
	planner, err := c.Planning(ctx)
	if err != nil {
		return Sighted{}, false, err
	}
	owed, ok := planner.Restore(kept)
	if !ok {
		return Sighted{}, false, nil
	}
	s := Sighted{Owed: owed, Kept: kept, lastDay: planner.WorkingDayUpTo(kept.Due)}
	if s.all, err = c.following.TiesOf(ctx, t.User); err != nil {
		return Sighted{}, false, err
	}
	if s.oversees, err = c.following.Overseer(ctx, t.User, s.all); err != nil {
		return Sighted{}, false, err
	}
	s.hideFrom(t.User)
	s.chat = s.all
	if !t.Private {
		s.chat, err = c.following.TiesOf(ctx, t.Chat)
		return s, true, err
	}
	if s.Kept.ID != 0 && (s.asker() || s.focal()) {
		if s.why, err = c.records.Explanations(ctx, s.Kept.ID); err != nil {
			return Sighted{}, false, fmt.Errorf("explanations: %w", err)
		}
	}
	return s, true, nil
}

// sees reports whether the person who looks may see who said what about the
// occurrence.
func (s Sighted) sees() bool {
	return s.oversees || s.all.Is(record.Leader, s.Kept.Agency) || s.all.Is(record.FocalPerson, s.Kept.Agency)
}

// hideFrom leaves out who acknowledged and what they noted, for a person who may
// not see it and has not said it.
func (s *Sighted) hideFrom(user int64) {
	if !s.sees() && (s.Kept.By.ID != user || user == 0) {
		s.Kept.By, s.Kept.Note = record.Person{}, ""
	}
}

// follows reports whether the agency's duties are the business of the person who
// looks, or of the chat.
func (s Sighted) follows() bool {
	return s.sees() || slices.Contains(s.all.Agencies(), s.Kept.Agency) || slices.Contains(s.chat.Agencies(), s.Kept.Agency)
}

// asker reports whether the person who looks may ask for an explanation.
func (s Sighted) asker() bool { return s.oversees || s.all.Is(record.Leader, s.Kept.Agency) }

// Late reports whether an occurrence that is to be delivered is open behind its
// due date.
func (s Sighted) Late(today plan.Date) bool {
	return s.Kept.State == record.Open && s.Kept.Due.Compare(today) < 0 && !s.supports()
}

// Undated reports whether the occurrence stands for what has no due date of its
// own.
func (s Sighted) Undated() bool {
	return s.Kept.Kind == plan.DeadlineContinuous || s.Kept.Kind == plan.DeadlineOnEvent
}

// supports reports whether the agency only supports others, and delivers nothing.
func (s Sighted) supports() bool { return s.Role == plan.RoleSupport }

// focal reports whether the person who looks may acknowledge.
func (s Sighted) focal() bool { return !s.supports() && s.all.Is(record.FocalPerson, s.Kept.Agency) }

// notFocal says why the person who looks may not acknowledge.
func (s Sighted) notFocal() string {
	if s.supports() {
		return s.onlySupports()
	}
	return fmt.Sprintf(textOnlyFocal, s.Agency.Name)
}

func (s Sighted) onlySupports() string {
	return fmt.Sprintf(textOnlySupports, s.Agency.Name, chat.TaskName(s.Unit))
}

func (c *cards) itemPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	s, ok, err := c.meant(ctx, t, at)
	if err != nil || !ok {
		return chat.OldButton(), err
	}
	return c.Item(t, s, at.Day), nil
}

// Item shows an occurrence and what the person may do about it.
func (c *cards) Item(t dialog.Turn, s Sighted, day plan.Date) chat.Reply {
	reply := chat.Reply{Text: chat.Text{
		{Spans: []chat.Span{{Words: chat.UpperFirst(s.Unit.Place()), Style: chat.Bold}, {Words: ". " + chat.CutWords(chat.FirstLine(s.Unit.Text), chat.BriefRunes)}}},
		chat.Say(strings.Join(c.itemFacts(s, t.Today()), "\n")),
	}}
	if s.Kept.State == record.Open {
		if s.focal() {
			reply.Buttons = append(reply.Buttons, []chat.Button{c.desk.Button(fmt.Sprintf(buttonDone, chat.TaskName(s.Unit)), c.to(dialog.ViewDone, s, day))})
		} else if s.asker() && s.Late(t.Today()) && !s.waits() {
			reply.Buttons = append(reply.Buttons, []chat.Button{c.desk.Button(fmt.Sprintf(buttonAskWhy, chat.TaskName(s.Unit)), c.to(dialog.ViewAskWhy, s, plan.Date{}))})
		}
		reply.Buttons = append(reply.Buttons, c.laterRows(s, t.Today(), day)...)
	} else if row := c.closedRow(t, s, day); row != nil {
		reply.Buttons = append(reply.Buttons, row)
	}
	if s.waits() && s.focal() {
		reply.Buttons = append(reply.Buttons, []chat.Button{c.desk.Button(buttonAnswerWhy, c.to(dialog.ViewAnswerWhy, s, plan.Date{}))})
	}
	reply.Buttons = append(reply.Buttons, []chat.Button{c.desk.Button(buttonRead, c.to(dialog.ViewRead, s, day))})
	if s.Kept.State == record.Open && s.focal() {
		reply.Buttons = append(reply.Buttons, []chat.Button{c.desk.Button(buttonNotOurs, c.to(dialog.ViewNotOurs, s, day))})
	}
	if !day.IsZero() {
		reply.Buttons = append(reply.Buttons, []chat.Button{c.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewDigest, Day: day})})
	}
	return reply
}

const (
	mostWhy  = 2   // explanations beside an occurrence, the newest
	whyRunes = 300 // of each
)

// itemFacts tell whose it is, for which period, until when, and how it stands.
func (c *cards) itemFacts(s Sighted, today plan.Date) []string {
	period := s.Kept.Period
	if s.Kept.Product != "" {
		period += ": " + chat.OneLine(s.Kept.Product)
	}
	facts := []string{
		fmt.Sprintf(textItemAgency, s.Agency.Name),
		fmt.Sprintf(textItemPeriod, period),
		fmt.Sprintf(textItemDue, s.dueWords(today)),
	}
	if s.follows() {
		facts = append(facts, fmt.Sprintf(textItemState, stateWords(s.Owed, s.Kept, today)))
	}
	if s.Kept.Note != "" {
		facts = append(facts, fmt.Sprintf(textItemNote, s.Kept.Note))
	}
	for _, e := range s.why[max(0, len(s.why)-mostWhy):] {
		if e.AnsweredAt.IsZero() {
			facts = append(facts, fmt.Sprintf(textItemAsked, chat.NameOrSomebody(e.Asked), chat.Day(plan.DateOf(e.AskedAt.In(chat.Vietnam)))))
			continue
		}
		facts = append(facts, fmt.Sprintf(textItemWhy, chat.NameOrSomebody(e.Answered), chat.Day(plan.DateOf(e.AnsweredAt.In(chat.Vietnam))), chat.CutWords(e.Words, whyRunes)))
	}
	return facts
}

// dueWords is the due date, with the days that are left while it is open.
func (s Sighted) dueWords(today plan.Date) string {
	if s.Kept.State != record.Open {
		return chat.Day(s.Kept.Due)
	}
	return dueWords(s.Owed, today)
}

// dueWords is a due date with the days that are left: "31/03/2024 (còn 13 ngày)".
func dueWords(o remind.Owed, today plan.Date) string {
	due := o.Occurrence.Due
	words := chat.Day(due)
	switch left := today.DaysUntil(due); {
	case left > 0:
		words += fmt.Sprintf(textLeftDays, left)
	case left == 0:
		words += textLeftToday
	case o.Role != plan.RoleSupport:
		words += fmt.Sprintf(textPastDays, -left)
	}
	if !o.Internal.IsZero() {
		words += fmt.Sprintf(textInternally, chat.Day(o.Internal))
	}
	return words
}

// stateWords tell how an occurrence stands on a day.
func stateWords(owed remind.Owed, o record.Occurrence, today plan.Date) string {
	switch {
	case o.State == record.Done:
		said := chat.Day(plan.DateOf(o.At.In(chat.Vietnam)))
		if !o.Delivered.IsZero() {
			return fmt.Sprintf(textStateDelivered, chat.Day(o.Delivered), chat.NameOrSomebody(o.By), said)
		}
		return fmt.Sprintf(textStateDone, chat.NameOrSomebody(o.By), said)
	case o.State == record.Waived:
		return textStateWaived
	case owed.Role == plan.RoleSupport:
		return textStateSupports
	case o.Due.Compare(today) < 0:
		return textStateLate
	}
	return textStateOpen
}

// ItemLine is an occurrence in a list.
func (c *cards) ItemLine(o remind.Owed, kept record.Occurrence, today plan.Date) chat.Paragraph {
	words := fmt.Sprintf(". %s\n%s", chat.CutWords(chat.FirstLine(o.Unit.Text), chat.LineRunes), dueWords(o, today))
	if kept.State == record.Done || kept.State == record.Waived {
		words = fmt.Sprintf(". %s\n%s", chat.CutWords(chat.FirstLine(o.Unit.Text), chat.LineRunes), stateWords(o, kept, today))
	}
	return chat.Paragraph{Spans: []chat.Span{{Words: chat.ShortPlace(o.Unit), Style: chat.Bold}, {Words: words}}}
}

// readPressed shows the unit of an occurrence, with the way back.
func (c *cards) readPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	s, ok, err := c.meant(ctx, t, at)
	if err != nil || !ok {
		return chat.OldButton(), err
	}
	return chat.Reply{
		Text:    c.answers.Card(s.Unit, question.Search),
		Buttons: [][]chat.Button{{c.desk.Button(chat.ButtonBack, c.to(dialog.ViewItem, s, at.Day))}},
	}, nil
}
