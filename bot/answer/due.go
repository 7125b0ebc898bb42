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

// Due answers what must be finished in a time window, by the occurrences of
// deadlines: all of it, or an agency's part.
func (a *Answerer) Due(q question.Question, s dialog.Situation) Answer {
	window := q.Window
	if window == nil {
		w := question.Soon(s.Now)
		window = &w
	}
	if window.Impossible || window.Unread {
		return Answer{Intent: question.None, Text: chat.Text{chat.Say(NoSuchTime(*window))}}
	}
	agency := WhoseDue(q, s)
	due := a.DueOf(window.Window, agency, q.Role)
	answer := Answer{Intent: question.Due, Agency: agency}
	for _, d := range due {
		answer.Units = addFound(answer.Units, d.Unit, rolesIn(d.Unit, agency, q.Role))
	}
	answer.Text = a.dueText(*window, agency, due)
	return answer
}

// NoSuchTime says that a time cannot be, or was not understood.
func NoSuchTime(w question.Window) string {
	if w.Unread {
		return fmt.Sprintf(textTimeUnread, w.Label)
	}
	return fmt.Sprintf(textNoSuchTime, w.Label)
}

// WhoseDue is the agency whose part of what is due is asked for, nil for
// everybody's: what falls due soon is asked for oneself where nobody is named.
func WhoseDue(q question.Question, s dialog.Situation) *plan.Agency {
	if q.Agency != nil || q.Own || q.Speaker != nil || AsksSoon(q, s.Now) {
		return subject(q, s)
	}
	return nil
}

// AsksSoon reports whether a question asks for what falls due in the next days.
func AsksSoon(q question.Question, now time.Time) bool {
	return q.Window == nil || q.Window.Window == question.Soon(now).Window
}

// DueOf lists what is due in a window: all of it, or an agency's part.
func (a *Answerer) DueOf(w plan.Window, agency *plan.Agency, role plan.Role) []plan.Due {
	return slices.DeleteFunc(a.Plan().Due(w), func(d plan.Due) bool {
		return agency != nil && len(rolesIn(d.Unit, agency, role)) == 0
	})
}

// rolesIn are an agency's duties in a unit, restricted to a role where one was
// asked for.
func rolesIn(u plan.Unit, agency *plan.Agency, role plan.Role) []plan.Duty {
	if agency == nil {
		return nil
	}
	return slices.DeleteFunc(u.DutiesOf(*agency), func(d plan.Duty) bool { return role != "" && d.Role != role })
}

// OnlySupports reports whether an agency that is asked about has no more to do in
// a unit than to support others.
func (a *Answerer) OnlySupports(u plan.Unit, agency *plan.Agency) bool {
	roles := rolesIn(u, agency, "")
	return len(roles) > 0 && !slices.ContainsFunc(roles, func(d plan.Duty) bool { return d.Role != plan.RoleSupport })
}

// addFound adds a unit once for each role, or once where no agency is asked
// about.
func addFound(found []Found, u plan.Unit, roles []plan.Duty) []Found {
	if slices.ContainsFunc(found, func(f Found) bool { return f.Unit.ID == u.ID }) {
		return found
	}
	if len(roles) == 0 {
		return append(found, leading(u))
	}
	for _, d := range roles {
		found = append(found, Found{Unit: u, Role: d.Role, Via: d.Via, Score: 1})
	}
	return found
}

// leading is a unit with the role and the address of those who must deliver it.
func leading(u plan.Unit) Found {
	f := Found{Unit: u, Score: 1}
	for _, p := range u.Parties {
		if p.Role != plan.RoleSupport && p.Via != plan.ViaOutside && f.Via != plan.ViaNamed {
			f.Role, f.Via = p.Role, p.Via
		}
	}
	return f
}

func (a *Answerer) dueText(w question.Window, agency *plan.Agency, due []plan.Due) chat.Text {
	who := ""
	if agency != nil {
		who = agency.Name + ": "
	}
	if len(due) == 0 && a.Plan().Incomplete {
		return chat.Text{chat.Say(fmt.Sprintf(textNotFullyRead, a.Plan().Name()))}
	}
	if len(due) == 0 {
		return chat.Text{chat.Say(chat.UpperFirst(who + fmt.Sprintf(textNothingDue, w.Label, chat.Day(w.From), chat.Day(w.To), a.Plan().Label())))}
	}
	text := chat.Text{{Spans: []chat.Span{{Words: chat.UpperFirst(who + fmt.Sprintf(textDueHead, len(due), w.Label, chat.Day(w.From), chat.Day(w.To))), Style: chat.Bold}}}}
	var last plan.Date
	for _, d := range due {
		if d.Occurrence.Due != last {
			last = d.Occurrence.Due
			text = append(text, chat.Paragraph{Spans: []chat.Span{{Words: fmt.Sprintf(TextDueOn, chat.Day(last)), Style: chat.Bold}}})
		}
		line := fmt.Sprintf("%s. %s", chat.TaskName(d.Unit), chat.Brief(d.Unit.Text))
		if a.OnlySupports(d.Unit, agency) {
			line += TextOnlySupporting
		}
		if d.Occurrence.Product != "" {
			line += "\n   " + d.Occurrence.Product
		}
		text = append(text, chat.Say(line))
	}
	return append(text, chat.Say(fmt.Sprintf(TextByPlan, a.Plan().Label())))
}
