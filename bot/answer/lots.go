package answer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// lot is what stands together by what a question groups by.
type lot struct {
	name    string
	found   []Found
	heading *Found // that they stand under, where they are put together by headings
}

// greatest tells which lot holds most units, or least.
func (c set) greatest(found []Found) Answer {
	if len(c.parties) > 0 {
		found, _ = namedFirst(found)
	}
	lots := c.lots(found)
	if c.q.By == question.ByAgency && len(c.parties) > 1 {
		lots = c.eachParty()
	}
	slices.SortStableFunc(lots, func(x, y lot) int {
		if c.q.Asked(question.AskLeast) {
			x, y = y, x
		}
		return cmp.Compare(len(y.found), len(x.found))
	})
	if len(lots) == 0 {
		return c.noAnswer(c.q)
	}
	n := len(lots[0].found)
	answer := Answer{Intent: question.Search, Count: &n, Understood: c.understood(), Composed: true}
	var others []string
	var listed []Found
	for i, l := range lots {
		if len(l.found) != n {
			others = append(others, fmt.Sprintf("%s: %d", l.name, len(l.found)))
			continue
		}
		answer.Text = slices.Insert(answer.Text, i, chat.BoldText(fmt.Sprintf(textGreatest, l.name, n)))
		if l.heading != nil {
			answer.Units = append(answer.Units, *l.heading)
		} else {
			listed = unite(listed, l.found)
		}
	}
	if len(others) > 0 {
		answer.Text = append(answer.Text, chat.Say(strings.Join(others, "\n")))
	}
	if len(listed) > 0 {
		answer.Units = append(answer.Units, listed...)
		answer.Text = append(answer.Text, c.setLines(listed)...)
	}
	return answer
}

// eachParty are the units of each party for itself, those that name it.
func (c set) eachParty() []lot {
	var lots []lot
	for _, p := range c.parties {
		one := c
		one.parties = []question.Party{p}
		named, _ := namedFirst(one.all())
		lots = append(lots, lot{name: p.Agency.Name, found: named})
	}
	return lots
}

// unite adds units that are not there yet.
func unite(units, more []Found) []Found {
	for _, f := range more {
		if !slices.ContainsFunc(units, func(g Found) bool { return g.Unit.ID == f.Unit.ID }) {
			units = append(units, f)
		}
	}
	return units
}

// lots puts units together.
func (c set) lots(found []Found) []lot {
	var lots []lot
	add := func(name string, f Found) {
		i := slices.IndexFunc(lots, func(l lot) bool { return l.name == name })
		if i < 0 {
			lots, i = append(lots, lot{name: name}), len(lots)
		}
		lots[i].found = append(lots[i].found, f)
	}
	year := c.Plan().Year
	for _, f := range found {
		switch c.q.By {
		case question.ByHeading:
			if h, ok := c.topHeading(f.Unit); ok {
				add(chat.UpperFirst(h.Place())+". "+chat.FirstLine(h.Text), f)
				lots[slices.IndexFunc(lots, func(l lot) bool { return strings.HasSuffix(l.name, chat.FirstLine(h.Text)) })].heading = &Found{Unit: h, Score: 1}
			}
		case question.ByAgency:
			for _, p := range f.Unit.Parties {
				if agency, ok := c.Register.Agency(p.Agency); ok && p.Role == cmp.Or(c.q.Role, plan.RoleLead) && p.Via == plan.ViaNamed {
					add(agency.Name, f)
				}
			}
		case question.ByQuarter:
			for quarter := 1; quarter <= 4; quarter++ {
				if len(dueDates(f.Unit, plan.QuarterWindow(quarter, year))) > 0 {
					add(fmt.Sprintf(textQuarterOf, chat.Roman[quarter], year), f)
				}
			}
		case question.ByMonth:
			for month := 1; month <= 12; month++ {
				w := plan.Window{From: plan.Date{Year: year, Month: time.Month(month), Day: 1}, To: plan.Date{Year: year, Month: time.Month(month) + 1, Day: 1}.AddDays(-1)}
				if len(dueDates(f.Unit, w)) > 0 {
					add(fmt.Sprintf(textMonthOf, month, year), f)
				}
			}
		}
	}
	return lots
}

// topHeading is the heading of the appendix under which a task stands.
func (c set) topHeading(u plan.Unit) (plan.Unit, bool) {
	var top plan.Unit
	for id := u.Heading; id != ""; {
		h, ok := c.Index.Unit(id)
		if !ok {
			break
		}
		if h.Heading != "" || strings.Contains(h.ID, ".") {
			top = h
		}
		id = h.Heading
	}
	return top, top.ID != ""
}
