package duties

import (
	"context"
	"fmt"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// done acknowledges occurrences, all of them or none; of each the first word counts.
func (a *acts) done(ctx context.Context, t dialog.Turn, act Act, all []one) (chat.Reply, error) {
	list := make([]record.Occurrence, len(all))
	for i, o := range all {
		day := o.said.Day
		if day.IsZero() {
			day = t.Today()
		}
		if o.recurs() && o.Kept.State == record.Open && day.Compare(o.Kept.From) < 0 {
			return dialog.Refusal(t, fmt.Sprintf(textNotBegun, o.Kept.Period, chat.TaskName(o.Unit), chat.Day(o.Kept.From))+textNothingDone), nil
		}
		list[i] = o.Kept
		list[i].State, list[i].Note = record.Done, noteWords(act)
		if day != t.Today() {
			list[i].Delivered = day
		}
	}
	closed, first, err := a.records.CloseOccurrences(ctx, list, t.Person())
	if err != nil {
		return chat.Reply{}, fmt.Errorf("acknowledge: %w", err)
	}
	var lines []string
	var acknowledged []int64
	for i := range all {
		all[i].Kept = closed[i]
		words := all[i].settledBefore()
		if first[i] {
			words = all[i].nowDone()
			acknowledged = append(acknowledged, closed[i].ID)
		}
		lines = append(lines, words)
	}
	if acknowledged != nil {
		a.last.Put(dialog.ParticipantOf(t.Message), acknowledged)
	}
	return a.told(ctx, t, act, all, lines)
}

// recurs reports whether an occurrence is one of several periods.
func (s Sighted) recurs() bool {
	switch s.Kept.Kind {
	case plan.DeadlineYearly, plan.DeadlineHalfYearly, plan.DeadlineQuarterly, plan.DeadlineMonthly:
		return true
	}
	return false
}

// period tells an occurrence from the others of its unit in a few words.
func (s Sighted) period() string {
	if s.recurs() {
		return s.Kept.Period
	}
	return fmt.Sprintf(textDueOn, chat.Day(s.Kept.Due))
}

// nowDone says what was recorded.
func (s Sighted) nowDone() string {
	on := ""
	if !s.Kept.Delivered.IsZero() {
		on = fmt.Sprintf(textOnDay, chat.Day(s.Kept.Delivered))
	}
	return fmt.Sprintf(textNowDone, chat.TaskName(s.Unit), on, s.period())
}

// told says what came of an act: where a button was pressed, over what it stood
// under; else in words, with the occurrence where it is one.
func (a *acts) told(ctx context.Context, t dialog.Turn, act Act, all []one, lines []string) (chat.Reply, error) {
	if act.pressed() {
		return a.afterAct(ctx, t, all[0].Sighted, act.Button.Day, lines[0])
	}
	if len(all) == 1 {
		reply := a.Item(t, all[0].Sighted, plan.Date{})
		reply.Text = append(chat.Text{chat.BoldText(lines[0])}, reply.Text...)
		return reply, nil
	}
	var reply chat.Reply
	for i, o := range all {
		reply.Text = append(reply.Text, chat.BoldText(lines[i]))
		if row := a.closedRow(t, o.Sighted, plan.Date{}); row != nil {
			reply.Buttons = append(reply.Buttons, row)
		}
	}
	return reply, nil
}

// afterAct shows what an act was done from: the digest of a day, else the
// occurrence.
func (a *acts) afterAct(ctx context.Context, t dialog.Turn, s Sighted, day plan.Date, notice string) (chat.Reply, error) {
	if !day.IsZero() {
		d, found, err := a.records.Digest(ctx, t.Chat, day)
		if err != nil {
			return chat.Reply{}, fmt.Errorf("read digest: %w", err)
		}
		if found {
			reply, err := a.digests.DigestReply(ctx, d)
			reply.Notice = notice
			return reply, err
		}
	}
	reply := a.Item(t, s, plan.Date{})
	reply.Notice = notice
	return reply, nil
}

// undo takes acknowledgements back, all of them or none.
func (a *acts) undo(ctx context.Context, t dialog.Turn, act Act, all []one) (chat.Reply, error) {
	for _, o := range all {
		if !o.all.MayUndo(o.Kept, t.User, t.Now) {
			words := textNoUndo
			if o.Kept.State == record.Open {
				words = fmt.Sprintf(textNothingClosed, chat.TaskName(o.Unit))
			}
			return a.told(ctx, t, act, []one{o}, []string{words})
		}
	}
	lines := make([]string, len(all))
	for i, o := range all {
		kept, reopened, err := a.records.ReopenOccurrence(ctx, o.Kept.ID, t.Person())
		if err != nil {
			return chat.Reply{}, fmt.Errorf("take back: %w", err)
		}
		all[i].Kept, lines[i] = kept, textNoUndo
		if reopened {
			lines[i] = fmt.Sprintf(textUndone, chat.TaskName(o.Unit), o.period())
		}
	}
	a.last.Take(dialog.ParticipantOf(t.Message))
	a.desk.Expected.Take(dialog.ParticipantOf(t.Message))
	return a.told(ctx, t, act, all, lines)
}

// note keeps words beside an acknowledgement, or asks for them.
func (a *acts) note(ctx context.Context, t dialog.Turn, act Act, o one) (chat.Reply, error) {
	words := noteWords(act)
	if words != "" {
		return a.Annotate(ctx, t, o.Kept.ID, words)
	}
	if o.Kept.State != record.Done || !o.focal() {
		return dialog.Refusal(t, textNoNoteNow), nil
	}
	a.desk.Expect(t, dialog.Expectation{Use: dialog.UseNote, ID: o.Kept.ID})
	reply := chat.Sentence(fmt.Sprintf(textAskNote, chat.TaskName(o.Unit), o.period()))
	reply.Buttons = [][]chat.Button{{a.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewItem, ID: o.Kept.ID})}}
	return reply, nil
}

// Annotate keeps words beside an acknowledgement.
func (a *acts) Annotate(ctx context.Context, t dialog.Turn, id int64, words string) (chat.Reply, error) {
	s, ok, err := a.sight(ctx, t, id)
	switch {
	case err != nil:
		return chat.Reply{}, err
	case !ok || s.Kept.State != record.Done || !s.focal():
		return chat.Sentence(textNoNoteNow), nil
	}
	if s.Kept, err = a.records.AnnotateOccurrence(ctx, id, t.Person(), words); err != nil {
		return chat.Reply{}, fmt.Errorf("keep note: %w", err)
	}
	if words == "" {
		return chat.Sentence(textNoteAway), nil
	}
	reply := chat.Sentence(fmt.Sprintf(textNoted4, chat.TaskName(s.Unit), s.period()))
	reply.Buttons = [][]chat.Button{{a.desk.Button(buttonNoNote, dialog.Action{View: dialog.ViewNoNote, ID: id})}}
	return reply, nil
}

func (a *acts) noNotePressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	return a.Annotate(ctx, t, at.ID, "")
}

// settledBefore tells that somebody else's word on an occurrence came first.
func (s Sighted) settledBefore() string {
	if s.Kept.State == record.Waived {
		return fmt.Sprintf(textWaivedBefore, chat.TaskName(s.Unit), s.Agency.Name)
	}
	return fmt.Sprintf(TextDoneBefore, chat.TaskName(s.Unit), chat.NameOrSomebody(s.Kept.By))
}

// closedRow is what can be done about what was acknowledged.
func (c *cards) closedRow(t dialog.Turn, s Sighted, day plan.Date) []chat.Button {
	var row []chat.Button
	name := chat.TaskName(s.Unit)
	if s.all.MayUndo(s.Kept, t.User, t.Now) {
		row = append(row, c.desk.Button(fmt.Sprintf(ButtonUndo, name), c.to(dialog.ViewUndo, s, day)))
	}
	if s.Kept.State == record.Done && s.focal() {
		row = append(row, c.desk.Button(fmt.Sprintf(buttonNote, name), dialog.Action{View: dialog.ViewNote, ID: s.Kept.ID}))
	}
	return row
}
