package bot

import (
	"fmt"
	"slices"
	"time"

	"cchcbot/bot/question"
	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// due answers what must be finished in a time window, by the occurrences of
// deadlines: all of it, or an agency's part.
func (a *Answerer) due(q question.Question, s Situation) Answer {
	window := q.Window
	if window == nil {
		w := question.Soon(s.Now)
		window = &w
	}
	if window.Impossible || window.Unread {
		return Answer{Intent: question.None, Text: Text{say(noSuchTime(*window))}}
	}
	agency := whoseDue(q, s)
	due := a.dueOf(window.Window, agency, q.Role)
	answer := Answer{Intent: question.Due, Agency: agency}
	for _, d := range due {
		answer.Units = addFound(answer.Units, d.Unit, rolesIn(a.index, d.Unit, agency, q.Role))
	}
	answer.Text = a.dueText(*window, agency, due)
	return answer
}

// noSuchTime says that a time cannot be, or was not understood.
func noSuchTime(w question.Window) string {
	if w.Unread {
		return fmt.Sprintf(textTimeUnread, w.Label)
	}
	return fmt.Sprintf(textNoSuchTime, w.Label)
}

// whoseDue is the agency whose part of what is due is asked for, nil for
// everybody's: what falls due soon is asked for oneself where nobody is named.
func whoseDue(q question.Question, s Situation) *plan.Agency {
	if q.Agency != nil || q.Own || q.Speaker != nil || asksSoon(q, s.Now) {
		return subject(q, s)
	}
	return nil
}

// asksSoon reports whether a question asks for what falls due in the next days.
func asksSoon(q question.Question, now time.Time) bool {
	return q.Window == nil || q.Window.Window == question.Soon(now).Window
}

// dueOf lists what is due in a window: all of it, or an agency's part.
func (a *Answerer) dueOf(w index.Window, agency *plan.Agency, role plan.Role) []index.Due {
	return slices.DeleteFunc(a.index.Due(w), func(d index.Due) bool {
		return agency != nil && len(rolesIn(a.index, d.Unit, agency, role)) == 0
	})
}

// rolesIn are an agency's duties in a unit, restricted to a role where one was
// asked for.
func rolesIn(ix *index.Index, u plan.Unit, agency *plan.Agency, role plan.Role) []index.Duty {
	if agency == nil {
		return nil
	}
	return slices.DeleteFunc(ix.DutiesIn(u, *agency), func(d index.Duty) bool { return role != "" && d.Role != role })
}

// onlySupports reports whether an agency that is asked about has no more to do in
// a unit than to support others.
func (a *Answerer) onlySupports(u plan.Unit, agency *plan.Agency) bool {
	roles := rolesIn(a.index, u, agency, "")
	return len(roles) > 0 && !slices.ContainsFunc(roles, func(d index.Duty) bool { return d.Role != plan.RoleSupport })
}

// addFound adds a unit once for each role, or once where no agency is asked
// about.
func addFound(found []Found, u plan.Unit, roles []index.Duty) []Found {
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

func (a *Answerer) dueText(w question.Window, agency *plan.Agency, due []index.Due) Text {
	who := ""
	if agency != nil {
		who = agency.Name + ": "
	}
	if len(due) == 0 {
		return Text{say(upperFirst(who + fmt.Sprintf(textNothingDue, w.Label, day(w.From), day(w.To), a.Plan().Number)))}
	}
	text := Text{{Spans: []Span{{Words: upperFirst(who + fmt.Sprintf(textDueHead, len(due), w.Label, day(w.From), day(w.To))), Style: Bold}}}}
	var last plan.Date
	for _, d := range due {
		if d.Occurrence.Due != last {
			last = d.Occurrence.Due
			text = append(text, Paragraph{Spans: []Span{{Words: fmt.Sprintf(textDueOn, day(last)), Style: Bold}}})
		}
		line := fmt.Sprintf("%s. %s", taskName(d.Unit), brief(d.Unit.Text))
		if a.onlySupports(d.Unit, agency) {
			line += textOnlySupporting
		}
		if d.Occurrence.Product != "" {
			line += "\n   " + d.Occurrence.Product
		}
		text = append(text, say(line))
	}
	return append(text, say(fmt.Sprintf(textByPlan, a.Plan().Number)))
}
