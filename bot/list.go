package bot

import (
	"fmt"

	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

const (
	pageItems  = 6
	rowNumbers = 3 // buttons with numbers in a row
)

// list is a screen of units, a page at a time, each with a button that opens
// it.
type list struct {
	head  string
	notes Text // under the head
	items []item
	at    action // shows this list
	under [][]Button
}

// item is a line of a list.
type item struct {
	unit  plan.Unit
	words string // after the unit's text
}

// show is the page of a list that its action tells, or the unit that is opened
// from it.
func (b *screens) show(l list) (Reply, bool) {
	if l.at.open != "" {
		return b.open(l)
	}
	pages := max(1, (len(l.items)+pageItems-1)/pageItems)
	l.at.page = min(l.at.page, pages-1)
	head := l.head
	if pages > 1 {
		head += fmt.Sprintf(textPage, l.at.page+1, pages)
	}
	items := l.items[l.at.page*pageItems : min((l.at.page+1)*pageItems, len(l.items))]
	reply := Reply{Text: append(Text{bold(head)}, l.notes...)}
	for _, i := range items {
		reply.Text = append(reply.Text, i.line())
	}
	reply.Text = append(reply.Text, Paragraph{Spans: []Span{{Words: fmt.Sprintf(textByPlan, b.answers.Plan().Number), Style: Italic}}})
	reply.Buttons = append(b.numbers(l.at, items), b.desk.pager(l.at, pages)...)
	reply.Buttons = append(reply.Buttons, l.under...)
	return reply, true
}

// open shows the unit that is opened from a list, with the way back to it.
func (b *screens) open(l list) (Reply, bool) {
	u, ok := b.answers.index.Unit(l.at.open)
	if !ok {
		return Reply{}, false
	}
	l.at.open = ""
	return Reply{
		Text:    b.answers.card(u, question.Search),
		unit:    u.ID,
		Buttons: [][]Button{{b.desk.button(buttonBack, l.at)}, {b.desk.button(buttonMine, action{view: viewMine})}},
	}, true
}

// numbers are the buttons that open the items of a page.
func (b *screens) numbers(at action, items []item) [][]Button {
	var rows [][]Button
	seen := map[string]bool{}
	for _, i := range items {
		if seen[i.unit.ID] {
			continue
		}
		seen[i.unit.ID] = true
		if len(rows) == 0 || len(rows[len(rows)-1]) == rowNumbers {
			rows = append(rows, nil)
		}
		at.open = i.unit.ID
		to := at
		if i.unit.Kind == plan.KindHeading {
			to = action{view: viewHeading, heading: i.unit.ID}
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], b.desk.button(shortPlace(i.unit), to))
	}
	return rows
}

// pager are the buttons to the pages before and after.
func (b *desk) pager(at action, pages int) [][]Button {
	var row []Button
	if at.page > 0 {
		before := at
		before.page--
		row = append(row, b.button(buttonBefore, before))
	}
	if at.page+1 < pages {
		after := at
		after.page++
		row = append(row, b.button(buttonAfter, after))
	}
	if row == nil {
		return nil
	}
	return [][]Button{row}
}

// line is an item as it is read: where it stands, how it begins, and the rest.
func (i item) line() Paragraph {
	words := ". " + cutWords(firstLine(i.unit.Text), lineRunes)
	if i.words != "" {
		words += "\n" + i.words
	}
	return Paragraph{Spans: []Span{{Words: shortPlace(i.unit), Style: Bold}, {Words: words}}}
}

// lineRunes is how much of a text stands in a line of a list.
const lineRunes = 90

// taskName is the number by which people call a duty: that of the appendix alone,
// any other with its section, as "3.1" is also a row of the appendix.
func taskName(u plan.Unit) string {
	if u.Kind == plan.KindTask {
		return u.Number
	}
	return shortPlace(u)
}

// shortPlace is where a unit stands, short enough for a button.
func shortPlace(u plan.Unit) string {
	if u.Kind == plan.KindTask {
		return "PL " + u.Number
	}
	if u.Number == "" {
		return upperFirst(u.Place())
	}
	switch u.Kind {
	case plan.KindArticle, plan.KindLegalBasis, plan.KindRecipients, plan.KindSignature:
		return upperFirst(u.Place())
	}
	return u.ID
}

func bold(words string) Paragraph { return Paragraph{Spans: []Span{{Words: words, Style: Bold}}} }

// sentence is a reply of a few words.
func sentence(words string) Reply { return Reply{Text: Text{say(words)}} }
