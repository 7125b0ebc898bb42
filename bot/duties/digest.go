package duties

import (
	"context"
	"fmt"
	"slices"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

const (
	mostActed = 4 // occurrences of a digest with buttons of their own
)

// digests are the reminders as they are read, and as they will be sent.
type digests struct {
	*cards

	// City tells how the whole city stands on a day, with the ways on.
	City func(ctx context.Context, day plan.Date) (chat.Text, [][]chat.Button, error)
}

// DigestReply is a digest as its chat reads it, now: what was acknowledged since
// is marked, and the buttons are those that the chat has a right to. A digest of
// which nothing can be told any more is the zero Reply.
func (h *digests) DigestReply(ctx context.Context, d record.Digest) (chat.Reply, error) {
	planner, err := h.Planning(ctx)
	if err != nil {
		return chat.Reply{}, err
	}
	all, err := h.following.TiesOf(ctx, d.Chat)
	if err != nil {
		return chat.Reply{}, err
	}
	oversees, err := h.following.Overseer(ctx, d.Chat, all) // a group's id is nobody's
	if err != nil {
		return chat.Reply{}, err
	}
	d.Nudges = slices.Clone(d.Nudges)
	for i, n := range d.Nudges {
		s := Sighted{Kept: n.Occurrence, all: all, oversees: oversees}
		s.hideFrom(d.Chat)
		d.Nudges[i].Occurrence = s.Kept
	}
	r, known, err := h.knownTo(ctx, planner, d.Chat)
	if err != nil {
		return chat.Reply{}, err
	}
	told := planner.Tell(d, r, known)
	if told.City = told.City && oversees; told.Empty() {
		return chat.Reply{}, nil
	}
	reply := chat.Reply{Text: told.Text()}
	city, cityButtons, err := h.cityOf(ctx, told)
	if err != nil {
		return chat.Reply{}, err
	}
	reply = reply.With(city...)
	asked := told.Warnings()
	disputed, err := h.disputed(ctx, all, asked)
	if err != nil {
		return chat.Reply{}, err
	}
	reply = reply.With(disputed...)
	now := h.now()
	reply.Buttons = slices.Concat(h.endButtons(told), cityButtons, h.reviewButtons(told), h.digestButtons(all, asked, d, now), h.owingButtons(told), h.overviewButtons(told))
	return reply, nil
}

// cityOf is what a digest tells of the whole city; nothing where it does not.
func (h *digests) cityOf(ctx context.Context, told remind.Digest) (chat.Text, [][]chat.Button, error) {
	if !told.City {
		return nil, nil, nil
	}
	return h.City(ctx, told.Day)
}

// knownTo is a chat with what is known of the occurrences of its agencies.
func (h *digests) knownTo(ctx context.Context, planner *remind.Planner, id int64) (record.Recipient, record.Known, error) {
	r, err := h.records.Recipient(ctx, id, plan.DateOf(h.now()))
	if err != nil {
		return r, record.Known{}, fmt.Errorf("recipient: %w", err)
	}
	agencies := []string{""} // of nobody, for a chat that follows none
	for _, s := range r.Subscriptions {
		agencies = append(agencies, s.Agency)
	}
	known, err := h.records.Known(ctx, planner.Since(), agencies...)
	if err != nil {
		return r, known, fmt.Errorf("what is known: %w", err)
	}
	return r, known, nil
}

// digestButtons give the first of what is asked for its buttons, and the rest a
// list.
func (h *digests) digestButtons(all follow.Ties, asked []remind.Nudge, d record.Digest, now time.Time) [][]chat.Button {
	several := slices.ContainsFunc(asked, func(n remind.Nudge) bool { return n.Record.Agency != asked[0].Record.Agency })
	var rows [][]chat.Button
	open := 0
	for _, n := range asked {
		o := n.Record
		switch {
		case o.State == record.Open && open < mostActed:
			open++
			rows = append(rows, h.actRow(all, n, d.Day, several))
		case o.State == record.Open:
			open++
		case all.MayUndo(o, d.Chat, now):
			row := []chat.Button{h.desk.Button(fmt.Sprintf(ButtonUndo, chat.TaskName(n.Unit)), dialog.Action{View: dialog.ViewUndo, ID: o.ID, Day: d.Day})}
			if all.Is(record.FocalPerson, o.Agency) {
				row = append(row, h.desk.Button(fmt.Sprintf(buttonNote, chat.TaskName(n.Unit)), dialog.Action{View: dialog.ViewNote, ID: o.ID}))
			}
			rows = append(rows, row)
		}
	}
	if rest := len(asked) - mostActed; rest > 0 {
		rows = append(rows, []chat.Button{h.desk.Button(fmt.Sprintf(buttonAllAsked, len(asked)), dialog.Action{View: dialog.ViewDigest, Day: d.Day, Page: 1})})
	}
	return rows
}

// actRow is what can be done at once about an open occurrence, and the way to
// the rest.
func (h *digests) actRow(all follow.Ties, n remind.Nudge, day plan.Date, several bool) []chat.Button {
	o := n.Record
	name := chat.TaskName(n.Unit) + " " + periodLabel(n, day)
	if several {
		name += " " + h.agencies.NameOf(o.Agency)
	}
	more := h.desk.Button(chat.CutWords(fmt.Sprintf(buttonMore, name), chat.LabelRunes), dialog.Action{View: dialog.ViewItem, ID: o.ID, Day: day})
	switch {
	case n.Role == plan.RoleSupport:
		return []chat.Button{more}
	case all.Is(record.FocalPerson, o.Agency) && !n.Asked.IsZero():
		return []chat.Button{
			h.desk.Button(chat.CutWords(fmt.Sprintf(buttonDone, name), chat.LabelRunes), dialog.Action{View: dialog.ViewDone, ID: o.ID, Day: day}),
			h.desk.Button(chat.CutWords(fmt.Sprintf(buttonExplain, name), chat.LabelRunes), dialog.Action{View: dialog.ViewAnswerWhy, ID: o.ID}),
		}
	case all.Is(record.FocalPerson, o.Agency):
		return []chat.Button{h.desk.Button(chat.CutWords(fmt.Sprintf(buttonDone, name), chat.LabelRunes), dialog.Action{View: dialog.ViewDone, ID: o.ID, Day: day}), more}
	case all.Is(record.Leader, o.Agency) && o.Due.Compare(day) < 0:
		return []chat.Button{h.desk.Button(chat.CutWords(fmt.Sprintf(buttonAskWhy, name), chat.LabelRunes), dialog.Action{View: dialog.ViewAskWhy, ID: o.ID}), more}
	}
	more.Label = chat.CutWords(fmt.Sprintf(buttonSee, name), chat.LabelRunes)
	return []chat.Button{more}
}

// periodLabel is the period of an occurrence on a button, or its due date where
// the document has a whole sentence.
func periodLabel(n remind.Nudge, day plan.Date) string {
	if period := remind.ShortPeriod(n.Occurrence, day); period != "" {
		return period
	}
	return fmt.Sprintf(textDueLabel, n.Occurrence.Due.Day, int(n.Occurrence.Due.Month))
}

// digestPressed shows a digest of this chat again, or lists all that it asks
// for.
func (h *digests) digestPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	d, found, err := h.records.Digest(ctx, t.Chat, at.Day)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("read digest: %w", err)
	}
	if !found {
		return chat.OldButton(), nil
	}
	if at.Page == 0 {
		return h.DigestReply(ctx, d)
	}
	planner, err := h.Planning(ctx)
	if err != nil {
		return chat.Reply{}, err
	}
	asked := planner.Told(d).Warnings()
	if len(asked) == 0 {
		return chat.OldButton(), nil
	}
	pages := (len(asked) + chat.PageItems - 1) / chat.PageItems
	at.Page = min(at.Page, pages)
	head := fmt.Sprintf(textAllAsked, len(asked))
	if pages > 1 {
		head += fmt.Sprintf(chat.TextPage, at.Page, pages)
	}
	reply := chat.Reply{Text: chat.Text{chat.BoldText(head)}}
	for _, n := range asked[(at.Page-1)*chat.PageItems : min(at.Page*chat.PageItems, len(asked))] {
		reply.Text = append(reply.Text, h.ItemLine(n.Owed, n.Record, t.Today()))
		reply.Buttons = chat.InRows(reply.Buttons, h.desk.Button(chat.ShortPlace(n.Unit), dialog.Action{View: dialog.ViewItem, ID: n.Record.ID, Day: at.Day}))
	}
	var turnPages []chat.Button
	if at.Page > 1 {
		turnPages = append(turnPages, h.desk.Button(chat.ButtonBefore, dialog.Action{View: dialog.ViewDigest, Day: at.Day, Page: at.Page - 1}))
	}
	if at.Page < pages {
		turnPages = append(turnPages, h.desk.Button(chat.ButtonAfter, dialog.Action{View: dialog.ViewDigest, Day: at.Day, Page: at.Page + 1}))
	}
	if turnPages != nil {
		reply.Buttons = append(reply.Buttons, turnPages)
	}
	reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewDigest, Day: at.Day})})
	return reply, nil
}
