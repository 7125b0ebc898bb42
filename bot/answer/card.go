package answer

import (
	"fmt"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// Card shows one unit: what was asked first, then the document's words, then
// the other facts, then the place.
func (a *Answerer) Card(u plan.Unit, asked question.Intent) chat.Text {
	var text chat.Text
	first := factOf[asked]
	if line, ok := a.fact(u, first, true); ok {
		text = append(text, line)
	}
	text = append(text, chat.Quote(u.Text))
	for _, f := range u.Footnotes {
		text = append(text, chat.Quote(fmt.Sprintf("%s %d: %s", labelFootnote, f.Mark, f.Text)))
	}
	if u.Kind == plan.KindHeading {
		text = append(text, a.contents(u)...)
	}
	var rest []chat.Span
	for _, f := range []fact{FactLead, factSupport, factProduct, FactDeadline} {
		if f == first {
			continue
		}
		if line, ok := a.fact(u, f, false); ok {
			if len(rest) > 0 {
				rest = append(rest, chat.Span{Words: "\n"})
			}
			rest = append(rest, line.Spans...)
		}
	}
	if len(rest) > 0 {
		text = append(text, chat.Paragraph{Spans: rest})
	}
	return append(text, a.Cite(u))
}

// glance shows of a unit only what was asked, its words and its place: enough
// to tell it from a near twin that is shown in full.
func (a *Answerer) glance(u plan.Unit, asked question.Intent) chat.Text {
	var text chat.Text
	if line, ok := a.fact(u, factOf[asked], true); ok {
		text = append(text, line)
	}
	return append(text, chat.Quote(u.Text), a.Cite(u))
}

// fact is a line of a card.
type fact int

// The facts of a unit that can be asked for.
const (
	factNone fact = iota
	FactLead
	factSupport
	factProduct
	FactDeadline
)

var factOf = map[question.Intent]fact{
	question.Owner:    FactLead,
	question.Support:  factSupport,
	question.Product:  factProduct,
	question.Deadline: FactDeadline,
}

// fact says one fact of a unit in the document's words. What the document
// leaves out of a row of its table is said to be missing.
func (a *Answerer) fact(u plan.Unit, f fact, asked bool) (chat.Paragraph, bool) {
	if f == factNone || u.Kind != plan.KindTask && f != FactDeadline && !(f == FactLead && u.Kind == plan.KindAssignment) {
		return chat.Paragraph{}, false
	}
	label, words := Labels[f], ""
	switch f {
	case FactLead:
		words = u.Lead
		if u.Kind == plan.KindAssignment {
			label, words = labelAssigned, partyWords(u)
		}
	case factSupport:
		words = u.Support
	case factProduct:
		words = u.Product
	case FactDeadline:
		words = DeadlineWords(u.Deadline)
	}
	if words == "" {
		if u.Kind != plan.KindTask {
			return chat.Paragraph{}, false
		}
		words = textLeftOpen
		if a.Plan().Incomplete {
			words = textNotRead
		}
	}
	style := chat.Normal
	if asked {
		style = chat.Bold
	}
	return chat.Paragraph{Spans: []chat.Span{{Words: label + ":", Style: chat.Bold}, {Words: inline(words), Style: style}}}, true
}

// partyWords names the parties of a paragraph of section V as printed.
func partyWords(u plan.Unit) string {
	words := make([]string, 0, len(u.Parties))
	for _, p := range u.Parties {
		words = append(words, p.Words)
	}
	return strings.Join(words, "; ")
}

// DeadlineWords gives the words of a deadline and, where they mean days that
// they do not name, those days: without a year where they come again.
func DeadlineWords(d plan.Deadline) string {
	if len(d.Occurrences) == 0 {
		return d.Words
	}
	switch d.Kind {
	case plan.DeadlineQuarter, plan.DeadlineMonth, plan.DeadlineDaysAfter:
		last := d.Occurrences[len(d.Occurrences)-1]
		return fmt.Sprintf("%s (%s %s)", d.Words, textAtLatest, chat.Day(last.Due))
	case plan.DeadlineQuarterly, plan.DeadlineHalfYearly:
		days := make([]string, len(d.Occurrences))
		for i, o := range d.Occurrences {
			days[i] = fmt.Sprintf("%02d/%02d", o.Due.Day, int(o.Due.Month))
		}
		return fmt.Sprintf("%s (%s %s)", d.Words, textAtLatest, strings.Join(days, ", "))
	}
	return d.Words
}

// inline puts a cell behind its label: on the same line, or its items on lines
// of their own.
func inline(cell string) string {
	if !strings.Contains(cell, "\n") {
		return " " + cell
	}
	items := strings.Split(cell, "\n")
	for i, item := range items {
		items[i] = "\n- " + strings.TrimPrefix(item, "- ")
	}
	return strings.Join(items, "")
}

// contents lists what stands under a heading.
func (a *Answerer) contents(u plan.Unit) chat.Text {
	var lines []string
	for _, child := range a.Index.Under(u.ID) {
		number := child.Number
		if number == "" {
			number = chat.UpperFirst(child.Place())
		}
		lines = append(lines, fmt.Sprintf("%s. %s", number, chat.Brief(child.Text)))
	}
	if len(lines) == 0 {
		return nil
	}
	return chat.Text{chat.Say(strings.Join(lines, "\n"))}
}

// Cite names the place of a unit: "Phụ lục, STT 1.14 - QĐ 6004/QĐ-UBND".
func (a *Answerer) Cite(u plan.Unit) chat.Paragraph {
	return chat.Paragraph{Spans: []chat.Span{{Words: a.Citation(u), Style: chat.Italic}}}
}

// Citation is the place of a unit as an answer cites it.
func (a *Answerer) Citation(u plan.Unit) string {
	return fmt.Sprintf("%s - %s", chat.UpperFirst(u.Place()), a.Plan().Label())
}
