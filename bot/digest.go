package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

const (
	mostActed = 4              // occurrences of a digest with buttons of their own
	undoTime  = 24 * time.Hour // in which an acknowledgement can be taken back
)

// DigestReply is a digest as its chat reads it, now: what was acknowledged since
// is marked, and the buttons are those that the chat has a right to. A digest of
// which nothing can be told any more is the zero Reply.
func (b *dutiesHandler) DigestReply(ctx context.Context, d record.Digest) (Reply, error) {
	planner, err := b.planning(ctx)
	if err != nil {
		return Reply{}, err
	}
	all, err := b.following.tiesOf(ctx, d.Chat)
	if err != nil {
		return Reply{}, err
	}
	snoozed, err := b.records.Snoozes(ctx, d.Chat)
	if err != nil {
		return Reply{}, fmt.Errorf("snoozes: %w", err)
	}
	told := planner.Told(d).WithSnoozes(snoozed)
	if len(told.Nudges) == 0 {
		return Reply{}, nil
	}
	reply := Reply{Text: linesText(told.Lines())}
	asked := warnings(told)
	disputed, err := b.disputed(ctx, all, asked)
	if err != nil {
		return Reply{}, err
	}
	reply = reply.with(disputed...)
	now := b.now()
	for _, n := range asked {
		if o := n.Record; o.State == record.Done && o.By.ID == d.Chat && o.Note == "" && now.Sub(o.At) < expectTime {
			reply.Text = append(reply.Text, say(fmt.Sprintf(textAskNote, taskName(n.Unit))))
			break
		}
	}
	reply.Buttons = append(b.digestButtons(all, asked, d, now), b.overviewButtons(told)...)
	return reply, nil
}

// warnings are what a digest asks for, as against what it only keeps in mind.
func warnings(told remind.Digest) []remind.Nudge {
	return slices.DeleteFunc(slices.Clone(told.Nudges), func(n remind.Nudge) bool {
		return n.Rung.Count == remind.CountQuarter || strings.HasPrefix(n.Rung.Name, "monday")
	})
}

// digestButtons give the first of what is asked for its buttons, and the rest a
// list.
func (b *dutiesHandler) digestButtons(all ties, asked []remind.Nudge, d record.Digest, now time.Time) [][]Button {
	several := slices.ContainsFunc(asked, func(n remind.Nudge) bool { return n.Record.Agency != asked[0].Record.Agency })
	var rows [][]Button
	open := 0
	for _, n := range asked {
		o := n.Record
		switch {
		case o.State == record.Open && open < mostActed:
			open++
			rows = append(rows, b.actRow(all, n, d.Day, several))
		case o.State == record.Open:
			open++
		case all.mayUndo(o, d.Chat, now):
			rows = append(rows, []Button{b.desk.button(fmt.Sprintf(buttonUndo, taskName(n.Unit)), action{view: viewUndo, id: o.ID, day: d.Day})})
		}
	}
	if rest := len(asked) - mostActed; rest > 0 {
		rows = append(rows, []Button{b.desk.button(fmt.Sprintf(buttonAllAsked, len(asked)), action{view: viewDigest, day: d.Day, page: 1})})
	}
	return rows
}

// actRow is what can be done at once about an open occurrence, and the way to
// the rest.
func (b *dutiesHandler) actRow(all ties, n remind.Nudge, day plan.Date, several bool) []Button {
	o := n.Record
	name := taskName(n.Unit)
	if several {
		name += " " + b.agencies.nameOf(o.Agency)
	}
	more := b.desk.button(cutWords(fmt.Sprintf(buttonMore, name), labelRunes), action{view: viewItem, id: o.ID, day: day})
	switch {
	case n.Role == plan.RoleSupport:
		return []Button{more}
	case all.is(record.FocalPerson, o.Agency):
		return []Button{b.desk.button(cutWords(fmt.Sprintf(buttonDone, name), labelRunes), action{view: viewDone, id: o.ID, day: day}), more}
	case all.is(record.Leader, o.Agency) && o.Due.Compare(day) < 0:
		return []Button{b.desk.button(cutWords(fmt.Sprintf(buttonAskWhy, name), labelRunes), action{view: viewAskWhy, id: o.ID}), more}
	}
	more.Label = cutWords(fmt.Sprintf(buttonSee, name), labelRunes)
	return []Button{more}
}

// mayUndo reports whether a person may take an acknowledgement back: for a day,
// who gave it and every focal person of the agency.
func (all ties) mayUndo(o record.Occurrence, user int64, now time.Time) bool {
	return o.State == record.Done && now.Sub(o.At) < undoTime && (o.By.ID == user && user != 0 || all.is(record.FocalPerson, o.Agency))
}

// linesText makes paragraphs of lines; an empty line parts them, and the first
// is a heading.
func linesText(lines []string) Text {
	var text Text
	for part := range strings.SplitSeq(strings.Join(lines, "\n"), "\n\n") {
		head, rest, more := strings.Cut(part, "\n")
		switch {
		case len(text) == 0 && more:
			text = append(text, Paragraph{Spans: []Span{{Words: head, Style: Bold}, {Words: "\n" + rest}}})
		case len(text) == 0:
			text = append(text, bold(head))
		default:
			text = append(text, say(part))
		}
	}
	return text
}

// digestPressed shows a digest of this chat again, or lists all that it asks
// for.
func (b *dutiesHandler) digestPressed(ctx context.Context, t turn, at action) (Reply, error) {
	d, found, err := b.records.Digest(ctx, t.Chat, at.day)
	if err != nil {
		return Reply{}, fmt.Errorf("read digest: %w", err)
	}
	if !found {
		return oldButton(), nil
	}
	if at.page == 0 {
		return b.DigestReply(ctx, d)
	}
	planner, err := b.planning(ctx)
	if err != nil {
		return Reply{}, err
	}
	asked := warnings(planner.Told(d))
	if len(asked) == 0 {
		return oldButton(), nil
	}
	pages := (len(asked) + pageItems - 1) / pageItems
	at.page = min(at.page, pages)
	head := fmt.Sprintf(textAllAsked, len(asked))
	if pages > 1 {
		head += fmt.Sprintf(textPage, at.page, pages)
	}
	reply := Reply{Text: Text{bold(head)}}
	for _, n := range asked[(at.page-1)*pageItems : min(at.page*pageItems, len(asked))] {
		reply.Text = append(reply.Text, b.itemLine(n.Owed, n.Record, t.today()))
		reply.Buttons = inRows(reply.Buttons, b.desk.button(shortPlace(n.Unit), action{view: viewItem, id: n.Record.ID, day: at.day}))
	}
	var turnPages []Button
	if at.page > 1 {
		turnPages = append(turnPages, b.desk.button(buttonBefore, action{view: viewDigest, day: at.day, page: at.page - 1}))
	}
	if at.page < pages {
		turnPages = append(turnPages, b.desk.button(buttonAfter, action{view: viewDigest, day: at.day, page: at.page + 1}))
	}
	if turnPages != nil {
		reply.Buttons = append(reply.Buttons, turnPages)
	}
	reply.Buttons = append(reply.Buttons, []Button{b.desk.button(buttonBack, action{view: viewDigest, day: at.day})})
	return reply, nil
}

// inRows adds a small button to the last row while that has room.
func inRows(rows [][]Button, small Button) [][]Button {
	if n := len(rows); n > 0 && len(rows[n-1]) < rowNumbers {
		rows[n-1] = append(rows[n-1], small)
		return rows
	}
	return append(rows, []Button{small})
}
