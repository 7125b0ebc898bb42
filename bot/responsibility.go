package bot

import (
	"fmt"
	"slices"
	"time"

	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// heap is one way in which duties come to an agency.
type heap struct {
	code  string // in actions
	title string
	role  plan.Role
	via   plan.Via
}

// heaps, in the order in which they are shown.
var heaps = []heap{
	{"ln", "Chủ trì (đích danh)", plan.RoleLead, plan.ViaNamed},
	{"lg", "Chủ trì (theo khối)", plan.RoleLead, plan.ViaGroup},
	{"sn", "Phối hợp (đích danh)", plan.RoleSupport, plan.ViaNamed},
	{"sg", "Phối hợp (theo khối)", plan.RoleSupport, plan.ViaGroup},
	{"an", "Được giao tại mục V (đích danh)", plan.RoleAssigned, plan.ViaNamed},
	{"ag", "Được giao tại mục V (theo khối)", plan.RoleAssigned, plan.ViaGroup},
}

// heapIfConcerned holds what an agency has to do only where it is concerned.
var heapIfConcerned = heap{code: "c", title: "Khi có liên quan"}

func (h heap) of(duties []plan.Duty) []plan.Duty {
	return slices.DeleteFunc(slices.Clone(duties), func(d plan.Duty) bool { return d.Role != h.role || d.Via != h.via })
}

// responsibility answers what an agency has to do, completely.
func (a *Answerer) responsibility(q question.Question, s Situation) Answer {
	agency := subject(q, s)
	if agency == nil {
		return a.whichAgency()
	}
	duties := ofRole(a.Plan().Duties(*agency), q.Role)
	answer := Answer{Intent: question.Responsibility, Agency: agency, Units: foundDuties(byWeight(duties))}
	answer.Text = a.dutiesText(*agency, duties, q.Role, s.Now)
	return answer
}

// subject is whose duties are asked for: the agency that the question names,
// else the one that the asker belongs to.
func subject(q question.Question, s Situation) *plan.Agency {
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
func (a *Answerer) dutiesText(agency plan.Agency, duties []plan.Duty, role plan.Role, now time.Time) Text {
	text := append(a.dutiesHead(agency, duties, role, now), twoRoles(duties)...)
	for _, h := range heaps {
		some := h.of(duties)
		if len(some) == 0 {
			continue
		}
		text = append(text, Paragraph{Spans: []Span{{Words: fmt.Sprintf("%s: %d", h.title, len(some)), Style: Bold}}})
		for _, d := range some {
			text = append(text, dutyLine(d))
		}
	}
	text = append(text, a.inheritance(agency, now)...)
	return append(text, a.aside(agency)...)
}

// dutiesHead says whose duties follow, how many, and how the agency comes to
// them.
func (a *Answerer) dutiesHead(agency plan.Agency, duties []plan.Duty, role plan.Role, now time.Time) Text {
	p := a.Plan()
	if len(duties) == 0 {
		return append(Text{say(fmt.Sprintf(textNoDuties, p.Number, agency.Name))}, a.succession(agency, now)...)
	}
	head := Text{{Spans: []Span{{Words: upperFirst(agency.Name), Style: Bold}, {Words: fmt.Sprintf(textDutyCount[role], countUnits(duties), p.Number, p.Year)}}}}
	if !slices.ContainsFunc(duties, func(d plan.Duty) bool { return d.Via == plan.ViaNamed }) {
		if groups := a.groupNames(agency); groups != "" && groups != agency.Name {
			head = append(head, say(fmt.Sprintf(textOnlyGroup, agency.Name, groups)))
		}
	}
	return append(head, a.succession(agency, now)...)
}

// twoRoles explains why heaps hold more duties than there are units.
func twoRoles(duties []plan.Duty) Text {
	if countUnits(duties) == len(duties) {
		return nil
	}
	return Text{{Spans: []Span{{Words: textTwoRoles, Style: Italic}}}}
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
func (a *Answerer) succession(agency plan.Agency, now time.Time) Text {
	var text Text
	if ended(agency, now) {
		note := fmt.Sprintf(textEnded, agency.Name, day(agency.ValidTo))
		if next, ok := a.register.Agency(agency.Successor); ok {
			note += fmt.Sprintf(textSucceeded, next.Name)
		}
		text = append(text, say(note))
	}
	for _, former := range a.inherited(agency, now) {
		text = append(text, say(fmt.Sprintf(textInherits, len(a.inheritedDuties(agency, former)), former.Name)))
	}
	return text
}

// inherited are the former agencies whose duties came to an agency and are not
// its own anyway.
func (a *Answerer) inherited(agency plan.Agency, now time.Time) []plan.Agency {
	return slices.DeleteFunc(a.register.Predecessors(agency.ID), func(former plan.Agency) bool {
		return !ended(former, now) || len(a.inheritedDuties(agency, former)) == 0
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
func (a *Answerer) inheritance(agency plan.Agency, now time.Time) Text {
	var text Text
	for _, former := range a.inherited(agency, now) {
		duties := a.inheritedDuties(agency, former)
		text = append(text, Paragraph{Spans: []Span{{Words: fmt.Sprintf(textInheritedFrom, former.Name, len(duties)), Style: Bold}}})
		for _, d := range byWeight(duties) {
			line := dutyLine(d)
			line.Spans = append(line.Spans, Span{Words: "\n   " + roleWords[d.Role]})
			text = append(text, line)
		}
	}
	return text
}

// aside lists what the plan asks of those concerned without saying who they
// are.
func (a *Answerer) aside(agency plan.Agency) Text {
	conditional := a.Plan().ConditionalDuties(agency)
	if len(conditional) == 0 {
		return nil
	}
	text := Text{{Spans: []Span{{Words: textConditional, Style: Bold}}}}
	for _, d := range conditional {
		text = append(text, dutyLine(d))
	}
	return text
}

// dutyLine shows a duty in a list. What section V assigns has no cells that
// sum it up, so its words stand in full.
func dutyLine(d plan.Duty) Paragraph {
	line := fmt.Sprintf("%s. %s", d.Unit.Number, brief(d.Unit.Text))
	if d.Unit.Kind == plan.KindAssignment {
		line = fmt.Sprintf("%s. %s", shortPlace(d.Unit), d.Unit.Text)
	}
	if d.Qualifier != "" {
		line += " (" + d.Qualifier + ")"
	}
	if words := d.Unit.Deadline.Words; words != "" && d.Unit.Kind == plan.KindTask {
		line += "\n   " + labels[factDeadline] + ": " + oneLine(words)
	}
	return say(line)
}

func (a *Answerer) groupNames(agency plan.Agency) string {
	names := ""
	for _, id := range agency.Groups {
		if g, ok := a.register.Group(id); ok {
			if names != "" {
				names += wordAndGroup
			}
			names += g.Name
		}
	}
	return names
}
