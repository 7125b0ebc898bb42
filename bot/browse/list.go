package browse

import (
	"fmt"
	"slices"

	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// List is a screen of units, a page at a time, each with a button that opens
// it.
type List struct {
	head  string
	Notes chat.Text // under the head
	items []item
	at    dialog.Action // shows this list
	under [][]chat.Button
}

// item is a line of a list.
type item struct {
	unit  plan.Unit
	words string // after the unit's text
}

// Show is the page of a list that its action tells, or the unit that is opened
// from it.
func (s *Screens) Show(l List) (chat.Reply, bool) {
	if l.at.Open != "" {
		return s.open(l)
	}
	size := chat.PageItems
	if len(l.items) <= mostOnOne {
		size = mostOnOne
	}
	pages := max(1, (len(l.items)+size-1)/size)
	l.at.Page = min(l.at.Page, pages-1)
	head := l.head
	if pages > 1 {
		head += fmt.Sprintf(chat.TextPage, l.at.Page+1, pages)
	}
	items := l.items[l.at.Page*size : min((l.at.Page+1)*size, len(l.items))]
	reply := chat.Reply{Text: append(chat.Text{chat.BoldText(head)}, l.Notes...)}
	for _, i := range items {
		reply.Text = append(reply.Text, i.line())
	}
	reply.Text = append(reply.Text, chat.Paragraph{Spans: []chat.Span{{Words: fmt.Sprintf(answer.TextByPlan, s.answers.Plan().Label()), Style: chat.Italic}}})
	reply.Buttons = append(s.numbers(l.at, items), s.desk.Pager(l.at, pages)...)
	reply.Buttons = append(reply.Buttons, l.under...)
	reply.Shown.Units = unitsOf(items)
	return reply, true
}

// mostOnOne is how many items stand on one page rather than on a page and a rest.
const mostOnOne = chat.PageItems + chat.RowNumbers

// open shows the unit that is opened from a list, with the way back to it.
func (s *Screens) open(l List) (chat.Reply, bool) {
	u, ok := s.answers.Index.Unit(l.at.Open)
	if !ok {
		return chat.Reply{}, false
	}
	l.at.Open = ""
	return chat.Reply{
		Text:    s.answers.Card(u, question.Search),
		Shown:   chat.CardOf(u),
		Buttons: [][]chat.Button{{s.desk.Button(chat.ButtonBack, l.at)}, {s.desk.Button(ButtonMine, dialog.Action{View: dialog.ViewMine})}},
	}, true
}

// numbers are the buttons that open the items of a page.
func (s *Screens) numbers(at dialog.Action, items []item) [][]chat.Button {
	var rows [][]chat.Button
	for n, i := range items {
		if slices.ContainsFunc(items[:n], func(before item) bool { return before.unit.ID == i.unit.ID }) {
			continue
		}
		if len(rows) == 0 || len(rows[len(rows)-1]) == chat.RowNumbers {
			rows = append(rows, nil)
		}
		at.Open = i.unit.ID
		to := at
		if i.unit.Kind == plan.KindHeading {
			to = dialog.Action{View: dialog.ViewHeading, Heading: i.unit.ID}
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], s.desk.Button(chat.ShortPlace(i.unit), to))
	}
	return rows
}

// unitsOf are the units of items, each once.
func unitsOf(items []item) []string {
	var ids []string
	for _, i := range items {
		if !slices.Contains(ids, i.unit.ID) {
			ids = append(ids, i.unit.ID)
		}
	}
	return ids
}

// line is an item as it is read: where it stands, how it begins, and the rest.
func (i item) line() chat.Paragraph {
	words := ". " + chat.CutWords(chat.FirstLine(i.unit.Text), chat.LineRunes)
	if i.words != "" {
		words += "\n" + i.words
	}
	return chat.Paragraph{Spans: []chat.Span{{Words: chat.ShortPlace(i.unit), Style: chat.Bold}, {Words: words}}}
}
