package answer

import (
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/question"
	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// anywhere is where a number without a section is looked for, the likeliest
// section first.
var anywhere = []string{"PL", "III", "II", "V", "I", "IV"}

// Places answers what the numbered places of a question say, or one fact of
// them where the question asks for it.
func (a *Answerer) Places(q question.Question) Answer {
	answer := Answer{Intent: question.Clause, Agency: q.Agency}
	_, asks := factOf[q.Intent]
	if asks || q.Intent == question.Target || q.Intent == question.Contact {
		answer.Intent = q.Intent
	}
	var missing []question.Place
	for _, p := range q.Places {
		units := a.Resolve(p)
		if asks && len(q.Places) > 1 && p.Section == "" {
			units = units[:min(1, len(units))] // the row of the appendix, which has the fact
		}
		if len(units) == 0 {
			missing = append(missing, p)
		}
		for _, u := range units {
			if !slices.ContainsFunc(answer.Units, func(f Found) bool { return f.Unit.ID == u.ID }) {
				answer.Units = append(answer.Units, Found{Unit: u, Score: 1})
			}
		}
	}
	if len(answer.Units) == 0 {
		return a.noSuchPlace(missing)
	}
	answer.Units = answer.Units[:min(len(answer.Units), MostFound)]
	if len(answer.Units) > 1 && len(q.Places) == 1 {
		answer.Text = append(answer.Text, chat.Say(fmt.Sprintf(textSameNumber, q.Places[0].Number)))
	}
	for _, f := range answer.Units {
		if words := a.unstated(f.Unit, q.Intent); words != "" && len(answer.Units) == 1 {
			answer.Text = append(answer.Text, chat.Say(words))
		}
		if line, states := a.fact(f.Unit, factOf[q.Intent], true); states && len(q.Places) > mostWhole {
			name := []chat.Span{{Words: chat.UpperFirst(chat.ShortPlace(f.Unit)), Style: chat.Bold}, {Words: ". " + chat.Brief(f.Unit.Text) + "\n"}}
			answer.Text = append(answer.Text, chat.Paragraph{Spans: append(name, line.Spans...)})
			continue
		}
		answer.Text = append(answer.Text, a.Card(f.Unit, q.Intent)...)
		answer.Shown = append(answer.Shown, f.Unit.ID)
	}
	for _, p := range missing {
		answer.Text = append(answer.Text, chat.Say(a.missingPlace(p)))
	}
	return answer
}

// unstated says that a unit has no cell for the fact that is asked for.
func (a *Answerer) unstated(u plan.Unit, asked question.Intent) string {
	name, asks := factNames[asked]
	_, states := a.fact(u, factOf[asked], true)
	if asked == question.Contact {
		states = a.Index.Holds(u.ID, index.FactContact)
	}
	if !asks || states || u.Kind == plan.KindHeading {
		return ""
	}
	if a.Plan().Incomplete {
		return fmt.Sprintf(textFactNotRead, name, u.Place())
	}
	return fmt.Sprintf(textNotStated, chat.UpperFirst(u.Place()), name)
}

// Resolve finds the units that a place may mean.
func (a *Answerer) Resolve(p question.Place) []plan.Unit {
	ids := []string{p.Section + "." + p.Number}
	switch {
	case p.Number == "":
		ids = []string{p.Section}
	case p.Section == "D":
		ids = []string{"D" + p.Number}
	case p.Section == "":
		ids = ids[:0]
		for _, section := range anywhere {
			ids = append(ids, section+"."+p.Number)
		}
	}
	var units []plan.Unit
	for _, id := range ids {
		if u, ok := a.Index.Unit(id); ok {
			units = append(units, u)
		}
	}
	if len(units) == 0 && p.Section == "" { // under groups or in one of several appendices
		for _, u := range a.Plan().Units {
			if u.Number == p.Number && (u.Kind == plan.KindTask || u.Kind == plan.KindHeading) {
				units = append(units, u)
			}
		}
	}
	return units
}

// plainNumbers reports whether tasks of a plan are numbered without dots.
func plainNumbers(p *plan.Plan) bool {
	return slices.ContainsFunc(p.Units, func(u plan.Unit) bool {
		return u.Kind == plan.KindTask && u.Number != "" && strings.Trim(u.Number, "0123456789") == ""
	})
}

// noSuchPlace says that the document has no such number, and what it has
// instead.
func (a *Answerer) noSuchPlace(missing []question.Place) Answer {
	answer := Answer{Intent: question.None}
	for _, p := range missing {
		answer.Text = append(answer.Text, chat.Say(a.missingPlace(p)))
	}
	return answer
}

func (a *Answerer) missingPlace(p question.Place) string {
	if a.Plan().Incomplete {
		return fmt.Sprintf(textNotFullyRead, a.Plan().Name())
	}
	words := fmt.Sprintf(textNoPlace, a.Plan().Name(), p.Words)
	first, last := a.neighbours(p)
	if first == "" {
		return words
	}
	return words + " " + fmt.Sprintf(textPlacesAre, first, last)
}

// neighbours names the first and last of the places beside a missing one: the
// articles for "Điều 9", the rows of part 7 for "PL.7.30", the parts where
// there is no such part.
func (a *Answerer) neighbours(p question.Place) (first, last string) {
	belongs := func(u plan.Unit) bool { return u.Kind == plan.KindArticle }
	if p.Section != "D" {
		section := p.Section
		if section == "" {
			section = "PL"
		}
		part, _, _ := strings.Cut(p.Number, ".")
		heading := section + "." + part
		if _, ok := a.Index.Unit(heading); !ok || part == p.Number {
			heading = section
		}
		belongs = func(u plan.Unit) bool { return u.Heading == heading }
	}
	for _, u := range a.Plan().Units {
		if belongs(u) {
			if first == "" {
				first = u.Place()
			}
			last = u.Place()
		}
	}
	return first, last
}
