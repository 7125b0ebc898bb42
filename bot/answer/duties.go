package answer

import (
	"fmt"
	"slices"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// DutyGroup is one way in which duties come to an agency.
type DutyGroup struct {
	Code  string // in actions
	Title string
	Role  plan.Role
	Via   plan.Via
}

// DutyGroups are the groups of duties, in the order in which they are shown.
var DutyGroups = []DutyGroup{
	{"ln", "Chủ trì (đích danh)", plan.RoleLead, plan.ViaNamed},
	{"lg", "Chủ trì (theo khối)", plan.RoleLead, plan.ViaGroup},
	{"sn", "Phối hợp (đích danh)", plan.RoleSupport, plan.ViaNamed},
	{"sg", "Phối hợp (theo khối)", plan.RoleSupport, plan.ViaGroup},
	{"an", "Được giao tại mục V (đích danh)", plan.RoleAssigned, plan.ViaNamed},
	{"ag", "Được giao tại mục V (theo khối)", plan.RoleAssigned, plan.ViaGroup},
}

// IfConcerned holds what an agency has to do only where it is concerned.
var IfConcerned = DutyGroup{Code: "c", Title: "Khi có liên quan"}

// Of keeps the duties that belong to the group.
func (h DutyGroup) Of(duties []plan.Duty) []plan.Duty {
	return slices.DeleteFunc(slices.Clone(duties), func(d plan.Duty) bool { return d.Role != h.Role || d.Via != h.Via })
}

// responsibility answers what an agency has to do, completely.
func (a *Answerer) responsibility(q question.Question, s dialog.Situation) Answer {
	agency := subject(q, s)
	if agency == nil {
		return a.whichAgency()
	}
	duties := OfRole(a.Plan().Duties(*agency), q.Role)
	answer := Answer{Intent: question.Responsibility, Agency: agency, Units: foundDuties(byWeight(duties))}
	answer.Text = a.dutiesText(*agency, duties, q.Role, s.Now)
	return answer
}

// subject is whose duties are asked for: the agency that the question names,
// else the one that the asker belongs to.
func subject(q question.Question, s dialog.Situation) *plan.Agency {
	switch {
	case q.Agency != nil:
		return q.Agency
	case q.Own && s.Agency != nil:
		return s.Agency
	case q.Speaker != nil:
		return q.Speaker
	}
	return s.Agency
}

// weight orders duties by how much they are the agency's own: what it leads or
// is assigned by name, then through its group, then what it only supports.
func weight(d plan.Duty) int {
	w := map[plan.Role]int{plan.RoleLead: 0, plan.RoleAssigned: 1, plan.RoleSupport: 4}[d.Role]
	if d.Via == plan.ViaGroup {
		w += 2
	}
	return w
}

// byWeight orders duties, those that matter most first.
func byWeight(duties []plan.Duty) []plan.Duty {
	return slices.SortedStableFunc(slices.Values(duties), func(x, y plan.Duty) int { return weight(x) - weight(y) })
}

func foundDuties(duties []plan.Duty) []Found {
	found := make([]Found, len(duties))
	for i, d := range duties {
		found[i] = Found{Unit: d.Unit, Role: d.Role, Via: d.Via, Score: 1}
	}
	return found
}

// dutiesText tells the whole of an agency's duties, heap by heap.
func (a *Answerer) dutiesText(agency plan.Agency, duties []plan.Duty, role plan.Role, now time.Time) chat.Text {
	text := append(a.DutiesHead(agency, duties, role, now), TwoRoles(duties)...)
	for _, h := range DutyGroups {
		some := h.Of(duties)
		if len(some) == 0 {
			continue
		}
		text = append(text, chat.Paragraph{Spans: []chat.Span{{Words: fmt.Sprintf("%s: %d", h.Title, len(some)), Style: chat.Bold}}})
		for _, d := range some {
			text = append(text, dutyLine(d))
		}
	}
	text = append(text, a.inheritance(agency, now)...)
	return append(text, a.aside(agency)...)
}

// DutiesHead says whose duties follow, how many, and how the agency comes to
// them.
func (a *Answerer) DutiesHead(agency plan.Agency, duties []plan.Duty, role plan.Role, now time.Time) chat.Text {
	p := a.Plan()
	if len(duties) == 0 {
		words := fmt.Sprintf(TextNoDuties, p.Name(), agency.Name)
		if p.Incomplete {
			words = fmt.Sprintf(textNotFullyRead, p.Name())
		}
		return append(chat.Text{chat.Say(words)}, a.succession(agency, now)...)
	}
	head := chat.Text{{Spans: []chat.Span{{Words: chat.UpperFirst(agency.Name), Style: chat.Bold}, {Words: fmt.Sprintf(textDutyCount[role], countUnits(duties), p.Label(), p.Period())}}}}
	if !slices.ContainsFunc(duties, func(d plan.Duty) bool { return d.Via == plan.ViaNamed }) {
		if groups := a.groupNames(agency); groups != "" && groups != agency.Name {
			head = append(head, chat.Say(fmt.Sprintf(textOnlyGroup, agency.Name, groups)))
		}
	}
	return append(head, a.succession(agency, now)...)
}

// TwoRoles explains why heaps hold more duties than there are units.
func TwoRoles(duties []plan.Duty) chat.Text {
	if countUnits(duties) == len(duties) {
		return nil
	}
	return chat.Text{{Spans: []chat.Span{{Words: textTwoRoles, Style: chat.Italic}}}}
}

// countUnits counts the units among duties, of which one may be led with a
// group and supported by name.
func countUnits(duties []plan.Duty) int {
	seen := map[string]bool{}
	for _, d := range duties {
		seen[d.Unit.ID] = true
	}
	return len(seen)
}

// succession tells what became of an agency that is there no more, and what an
// agency of today took over.
func (a *Answerer) succession(agency plan.Agency, now time.Time) chat.Text {
	var text chat.Text
	if plan.Ended(agency, now) {
		note := fmt.Sprintf(textEnded, agency.Name, chat.Day(agency.ValidTo))
		if next, ok := a.Register.Agency(agency.Successor); ok {
			note += fmt.Sprintf(textSucceeded, next.Name)
		}
		text = append(text, chat.Say(note))
	}
	for _, former := range a.Inherited(agency, now) {
		text = append(text, chat.Say(fmt.Sprintf(textInherits, len(a.inheritedDuties(agency, former)), former.Name)))
	}
	return text
}

// Inherited are the former agencies whose duties came to an agency and are not
// its own anyway.
func (a *Answerer) Inherited(agency plan.Agency, now time.Time) []plan.Agency {
	return slices.DeleteFunc(a.Register.Predecessors(agency.ID), func(former plan.Agency) bool {
		return !plan.Ended(former, now) || len(a.inheritedDuties(agency, former)) == 0
	})
}

// inheritedDuties are what the plan asks of a former agency and not of the one
// that took over: a duty of the group that both belong to is no inheritance.
func (a *Answerer) inheritedDuties(agency, former plan.Agency) []plan.Duty {
	own := a.Plan().Duties(agency)
	return slices.DeleteFunc(a.Plan().Duties(former), func(d plan.Duty) bool {
		return slices.ContainsFunc(own, func(o plan.Duty) bool {
			return o.Unit.ID == d.Unit.ID && o.Role == d.Role && (o.Via == plan.ViaNamed || d.Via == plan.ViaGroup)
		})
	})
}

// inheritance lists the duties that came from former agencies, apart from an
// agency's own.
func (a *Answerer) inheritance(agency plan.Agency, now time.Time) chat.Text {
	var text chat.Text
	for _, former := range a.Inherited(agency, now) {
		duties := a.inheritedDuties(agency, former)
		text = append(text, chat.Paragraph{Spans: []chat.Span{{Words: fmt.Sprintf(textInheritedFrom, former.Name, len(duties)), Style: chat.Bold}}})
		for _, d := range byWeight(duties) {
			line := dutyLine(d)
			line.Spans = append(line.Spans, chat.Span{Words: "\n   " + RoleWords[d.Role]})
			text = append(text, line)
		}
	}
	return text
}

// aside lists what the plan asks of those concerned without saying who they
// are.
func (a *Answerer) aside(agency plan.Agency) chat.Text {
	conditional := a.Plan().ConditionalDuties(agency)
	if len(conditional) == 0 {
		return nil
	}
	text := chat.Text{{Spans: []chat.Span{{Words: textConditional, Style: chat.Bold}}}}
	for _, d := range conditional {
		text = append(text, dutyLine(d))
	}
	return text
}

// dutyLine shows a duty in a list. What section V assigns has no cells that
// sum it up, so its words stand in full.
func dutyLine(d plan.Duty) chat.Paragraph {
	line := fmt.Sprintf("%s. %s", d.Unit.Number, chat.Brief(d.Unit.Text))
	if d.Unit.Kind == plan.KindAssignment {
		line = fmt.Sprintf("%s. %s", chat.ShortPlace(d.Unit), d.Unit.Text)
	}
	if d.Qualifier != "" {
		line += " (" + d.Qualifier + ")"
	}
	if words := d.Unit.Deadline.Words; words != "" && d.Unit.Kind == plan.KindTask {
		line += "\n   " + Labels[FactDeadline] + ": " + chat.OneLine(words)
	}
	return chat.Say(line)
}

func (a *Answerer) groupNames(agency plan.Agency) string {
	names := ""
	for _, id := range agency.Groups {
		if g, ok := a.Register.Group(id); ok {
			if names != "" {
				names += wordAndGroup
			}
			names += g.Name
		}
	}
	return names
}
