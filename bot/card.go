package bot

import (
	"fmt"
	"strings"

	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// card shows one unit: what was asked first, then the document's words, then
// the other facts, then the place.
func (a *Answerer) card(u plan.Unit, asked question.Intent) Text {
	var text Text
	first := factOf[asked]
	if line, ok := a.fact(u, first, true); ok {
		text = append(text, line)
	}
	text = append(text, quote(u.Text))
	for _, f := range u.Footnotes {
		text = append(text, quote(fmt.Sprintf("%s %d: %s", labelFootnote, f.Mark, f.Text)))
	}
	if u.Kind == plan.KindHeading {
		text = append(text, a.contents(u)...)
	}
	var rest []Span
	for _, f := range []fact{factLead, factSupport, factProduct, factDeadline} {
		if f == first {
			continue
		}
		if line, ok := a.fact(u, f, false); ok {
			if len(rest) > 0 {
				rest = append(rest, Span{Words: "\n"})
			}
			rest = append(rest, line.Spans...)
		}
	}
	if len(rest) > 0 {
		text = append(text, Paragraph{Spans: rest})
	}
	return append(text, a.cite(u))
}

// glance shows of a unit only what was asked, its words and its place: enough
// to tell it from a near twin that is shown in full.
func (a *Answerer) glance(u plan.Unit, asked question.Intent) Text {
	var text Text
	if line, ok := a.fact(u, factOf[asked], true); ok {
		text = append(text, line)
	}
	return append(text, quote(u.Text), a.cite(u))
}

// fact is a line of a card.
type fact int

const (
	factNone fact = iota
	factLead
	factSupport
	factProduct
	factDeadline
)

var factOf = map[question.Intent]fact{
	question.Owner:    factLead,
	question.Support:  factSupport,
	question.Product:  factProduct,
	question.Deadline: factDeadline,
}

// fact says one fact of a unit in the document's words. What the document
// leaves out of a row of its table is said to be missing.
func (a *Answerer) fact(u plan.Unit, f fact, asked bool) (Paragraph, bool) {
	if f == factNone || u.Kind != plan.KindTask && f != factDeadline && !(f == factLead && u.Kind == plan.KindAssignment) {
		return Paragraph{}, false
	}
	label, words := labels[f], ""
	switch f {
	case factLead:
		words = u.Lead
		if u.Kind == plan.KindAssignment {
			label, words = labelAssigned, partyWords(u)
		}
	case factSupport:
		words = u.Support
	case factProduct:
		words = u.Product
	case factDeadline:
		words = deadlineWords(u.Deadline)
	}
	if words == "" {
		if u.Kind != plan.KindTask {
			return Paragraph{}, false
		}
		words = textLeftOpen
	}
	style := Normal
	if asked {
		style = Bold
	}
	return Paragraph{Spans: []Span{{Words: label + ":", Style: Bold}, {Words: inline(words), Style: style}}}, true
}

// partyWords names the parties of a paragraph of section V as printed.
func partyWords(u plan.Unit) string {
	words := make([]string, 0, len(u.Parties))
	for _, p := range u.Parties {
		words = append(words, p.Words)
	}
	return strings.Join(words, "; ")
}

// deadlineWords gives the words of a deadline and, where they mean days that
// they do not name, those days: without a year where they come again.
func deadlineWords(d plan.Deadline) string {
	if len(d.Occurrences) == 0 {
		return d.Words
	}
	switch d.Kind {
	case plan.DeadlineQuarter, plan.DeadlineMonth, plan.DeadlineDaysAfter:
		last := d.Occurrences[len(d.Occurrences)-1]
		return fmt.Sprintf("%s (%s %s)", d.Words, textAtLatest, day(last.Due))
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
func (a *Answerer) contents(u plan.Unit) Text {
	var lines []string
	for _, child := range a.index.Under(u.ID) {
		number := child.Number
		if number == "" {
			number = upperFirst(child.Place())
		}
		lines = append(lines, fmt.Sprintf("%s. %s", number, brief(child.Text)))
	}
	if len(lines) == 0 {
		return nil
	}
	return Text{say(strings.Join(lines, "\n"))}
}

// cite names the place of a unit: "Phụ lục, STT 1.14 - QĐ 6004/QĐ-UBND".
func (a *Answerer) cite(u plan.Unit) Paragraph {
	return Paragraph{Spans: []Span{{Words: a.citation(u), Style: Italic}}}
}

func (a *Answerer) citation(u plan.Unit) string {
	return fmt.Sprintf("%s - QĐ %s", upperFirst(u.Place()), a.Plan().Number)
}

func say(words string) Paragraph { return Paragraph{Spans: []Span{{Words: words}}} }

func quote(words string) Paragraph { return Paragraph{Quote: true, Spans: []Span{{Words: words}}} }

// briefRunes is how much of a unit stands in a list.
const briefRunes = 110

// brief is the beginning of a text, cut between words.
func brief(text string) string { return cutWords(firstLine(text), briefRunes) }

func firstLine(text string) string {
	text, _, _ = strings.Cut(text, "\n")
	return text
}

// cutWords is the beginning of a text of at most so many letters, cut between
// words.
func cutWords(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	cut := strings.TrimRight(string(runes[:most-1]), " ,;")
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = strings.TrimRight(cut[:i], " ,;:-")
	}
	return cut + "…"
}

func upperFirst(s string) string {
	for i, r := range s {
		if i == 0 {
			return strings.ToUpper(string(r)) + s[len(string(r)):]
		}
	}
	return s
}

func day(d plan.Date) string { return fmt.Sprintf("%02d/%02d/%d", d.Day, int(d.Month), d.Year) }
