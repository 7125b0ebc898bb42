package answer

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// A question that asks whether something is so is answered by yes or no where
// a cell of the appendix decides it: whether an agency leads or supports a
// task, and whether its deadline lies in a time. All else is left to the
// reader of the row: a wrong "Không." does more harm than none.

// yesNo opens an answer: the yes or no that a question asks for with what
// proves it, or the part that an agency has in a task that is asked about by
// its number. It is the zero Paragraph where nothing can be said for sure.
func (a *Answerer) yesNo(q question.Question, answer Answer, s dialog.Situation) chat.Paragraph {
	if a.Plan().Incomplete {
		return chat.Paragraph{} // what was not read may say otherwise
	}
	if answer.Intent == question.Responsibility || answer.Intent == question.Due {
		return chat.Paragraph{}
	}
	if len(answer.Units) == 0 || answer.Units[0].Unit.Kind != plan.KindTask {
		return chat.Paragraph{}
	}
	u := answer.Units[0].Unit
	agency, one := a.only(q, s)
	if len(q.Places) > 1 && one && !q.YesNo {
		return a.standings(answer, *agency, s.Now)
	}
	if a.twins(q, answer) {
		return chat.Paragraph{}
	}
	switch {
	case one && decidable(q) && !asksLeave(q.Text):
		return a.partYesNo(q, u, *agency, answer, s.Now)
	case q.YesNo && q.Role == "" && q.Window != nil && !q.Window.Impossible && asksTime(q):
		return deadlineYesNo(u, *q.Window, answer)
	case (len(q.Places) == 1 || q.Duties) && one && !q.YesNo:
		return a.standing(u, *agency, s.Now)
	}
	return chat.Paragraph{}
}

// tested is the question by which the row is found that decides q: "does X lead
// Y" looks for who leads Y, whoever that is.
func (a *Answerer) tested(q question.Question, s dialog.Situation) question.Question {
	intent, fact := question.Owner, index.FactLead
	if q.Role == plan.RoleSupport {
		intent, fact = question.Support, index.FactSupport
	}
	if _, one := a.only(q, s); !one || !decidable(q) {
		return q
	}
	q.Intent, q.Query.Fact = intent, fact
	q.Query.Agencies = slices.DeleteFunc(slices.Clone(q.Query.Agencies), func(m index.Mention) bool { return !m.Speaker })
	return q
}

// decidable reports whether a question asks by yes or no for a role in what it
// names.
func decidable(q question.Question) bool {
	return q.YesNo && q.Role != "" && len(q.Documents) == 0 && (q.Topical() || len(q.Places) > 0)
}

// twins reports whether an answer leaves open which of its first two units is
// meant.
func (a *Answerer) twins(q question.Question, answer Answer) bool {
	if len(answer.Units) < 2 {
		return false
	}
	first, second := answer.Units[0], answer.Units[1]
	if len(q.Places) > 0 {
		return len(q.Places) > 1
	}
	return first.Score-second.Score < twin && !sameDuty(first.Unit, second.Unit)
}

// only is the one agency that a question asks about.
func (a *Answerer) only(q question.Question, s dialog.Situation) (*plan.Agency, bool) {
	if q.Agency == nil {
		agency := subject(q, s)
		return agency, q.Own && agency != nil
	}
	same := question.SameName(q)
	for _, m := range q.Query.Agencies {
		if !m.Speaker && !slices.ContainsFunc(same, func(a plan.Agency) bool { return a.ID == m.Agency.ID }) {
			return nil, false
		}
	}
	switch same = plan.OfToday(same, s.Now); len(same) {
	case 0:
		return q.Agency, true
	case 1:
		return &same[0], true
	}
	return nil, false
}

// asksLeave tells "… được không", which asks whether something is allowed.
func asksLeave(text string) bool {
	return strings.Contains(question.Folded(text), "duoc khong") || strings.Contains(question.Folded(text), "duoc ko")
}

// asksTime reports whether a question with a time asks for the deadline, rather
// than for what comes before or after it.
func asksTime(q question.Question) bool {
	if q.Intent != question.Deadline && q.Intent != question.Search {
		return false
	}
	return !slices.ContainsFunc(strings.Fields(question.Folded(q.Text)), func(w string) bool {
		return w == "truoc" || w == "sau" || w == "tu"
	})
}

// partYesNo decides whether an agency leads, or supports, a task.
func (a *Answerer) partYesNo(q question.Question, u plan.Unit, agency plan.Agency, answer Answer, now time.Time) chat.Paragraph {
	other := plan.RoleSupport
	if q.Role == plan.RoleSupport {
		other = plan.RoleLead
	}
	duty, asked := a.dutyIn(u, agency, q.Role)
	otherDuty, otherwise := a.dutyIn(u, agency, other)
	switch {
	case asked && otherwise && duty.Via == plan.ViaGroup && otherDuty.Via == plan.ViaNamed:
		return chat.Paragraph{} // who leads by name is no supporter through its group
	case asked:
		return ruling(wordYes, fmt.Sprintf(textHasRole, agency.Name, roleVerbs[q.Role], u.Number, a.throughGroup(duty, agency)))
	}
	if !closed(u, agency, q.Role) || a.inheritsIn(u, agency, q.Role, now) {
		return chat.Paragraph{}
	}
	for _, f := range near(answer) {
		if _, ok := a.dutyIn(f.Unit, agency, q.Role); ok {
			return chat.Paragraph{} // the agency does so in a task that may be the one meant
		}
	}
	if otherwise {
		return ruling(wordNo, fmt.Sprintf(textOtherRole, agency.Name, roleVerbs[other], a.throughGroup(otherDuty, agency), roleVerbs[q.Role], u.Number))
	}
	return ruling(wordNo, fmt.Sprintf(textNotRole, agency.Name, roleVerbs[q.Role], u.Number))
}

// near are the units of an answer that may be meant besides the first.
func near(answer Answer) []Found {
	var some []Found
	for _, f := range answer.Units[1:] {
		if f.Score >= OtherShare*answer.Units[0].Score {
			some = append(some, f)
		}
	}
	return some
}

// standing says which part an agency has in a task.
func (a *Answerer) standing(u plan.Unit, agency plan.Agency, now time.Time) chat.Paragraph {
	var parts []string
	named := false
	for _, role := range []plan.Role{plan.RoleLead, plan.RoleSupport} {
		if duty, ok := a.dutyIn(u, agency, role); ok && (duty.Via == plan.ViaNamed || !named) {
			parts = append(parts, roleVerbs[role]+a.throughGroup(duty, agency))
			named = named || duty.Via == plan.ViaNamed
		}
	}
	if len(parts) > 0 {
		return chat.Say(fmt.Sprintf(textStanding, u.Number, agency.Name, strings.Join(parts, ", ")))
	}
	for _, role := range []plan.Role{plan.RoleLead, plan.RoleSupport} {
		if !closed(u, agency, role) || a.inheritsIn(u, agency, role, now) {
			return chat.Paragraph{}
		}
	}
	return chat.Say(fmt.Sprintf(textNotAddressed, u.Number, agency.Name))
}

// standings say which part an agency has in each of several tasks.
func (a *Answerer) standings(answer Answer, agency plan.Agency, now time.Time) chat.Paragraph {
	var all []string
	for _, f := range answer.Units {
		if f.Unit.Kind != plan.KindTask {
			continue
		}
		for _, span := range a.standing(f.Unit, agency, now).Spans {
			all = append(all, span.Words)
		}
	}
	if len(all) == 0 {
		return chat.Paragraph{}
	}
	return chat.Say(strings.Join(all, " "))
}

// dutyIn is what a task asks of an agency in a role.
func (a *Answerer) dutyIn(u plan.Unit, agency plan.Agency, role plan.Role) (plan.Duty, bool) {
	duties := OfRole(u.DutiesOf(agency), role)
	if len(duties) == 0 {
		return plan.Duty{}, false
	}
	return duties[0], true
}

// closed reports whether the parties of a role leave no doubt that an agency
// is none of them: the cell is filled, nobody in it is meant only perhaps, and
// the agency is no group, of which a part may be meant.
func closed(u plan.Unit, agency plan.Agency, role plan.Role) bool {
	filled := false
	for _, p := range u.Parties {
		if p.Role != role {
			continue
		}
		filled = true
		if p.Via == plan.ViaOutside || p.Conditional {
			return false
		}
	}
	return filled && !slices.Contains(agency.Groups, agency.ID)
}

// inheritsIn reports whether an agency took a task over with a former one.
func (a *Answerer) inheritsIn(u plan.Unit, agency plan.Agency, role plan.Role, now time.Time) bool {
	return slices.ContainsFunc(a.Register.Predecessors(agency.ID), func(former plan.Agency) bool {
		_, ok := a.dutyIn(u, former, role)
		return ok && plan.Ended(former, now)
	})
}

// throughGroup tells through which group a duty comes to an agency, unless it
// comes by name or the agency is that group.
func (a *Answerer) throughGroup(d plan.Duty, agency plan.Agency) string {
	g, ok := a.Register.Group(d.Group)
	if !ok || slices.Contains(agency.Groups, agency.ID) {
		return ""
	}
	return fmt.Sprintf(textThroughGroup, g.Name)
}

// deadlineYesNo decides whether the deadline of a task lies in a time.
func deadlineYesNo(u plan.Unit, w question.Window, answer Answer) chat.Paragraph {
	words := fmt.Sprintf(textDeadlineIs, chat.OneLine(u.Deadline.Words))
	within, apart := liesIn(u.Deadline, w.Window)
	if within {
		return ruling(wordYes, words)
	}
	if !apart || slices.ContainsFunc(near(answer), func(f Found) bool {
		within, _ := liesIn(f.Unit.Deadline, w.Window)
		return within
	}) {
		return chat.Paragraph{}
	}
	return ruling(wordNo, words)
}

// liesIn tells whether a period of a deadline lies within a window, or all of
// them lie apart from it. Where they overlap, neither is true.
func liesIn(d plan.Deadline, w plan.Window) (within, apart bool) {
	periods := append(d.OccurrencesIn(w.From.Year), d.Occurrences...)
	apart = len(periods) > 0
	for _, o := range periods {
		within = within || w.Holds(o.From) && w.Holds(o.Due)
		apart = apart && (o.Due.Compare(w.From) < 0 || w.To.Compare(o.From) < 0)
	}
	return within, apart
}

// ruling is a yes or no with what proves it.
func ruling(word, proof string) chat.Paragraph {
	return chat.Paragraph{Spans: []chat.Span{{Words: word, Style: chat.Bold}, {Words: " " + proof}}}
}
