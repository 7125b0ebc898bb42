package browse

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/seeds/plan"
)

// Overview counts an agency's duties, with a button for each heap. Of a role that is
// asked for it lists those that are the agency's own.
func (s *Screens) Overview(t dialog.Turn, agency plan.Agency, role plan.Role) chat.Reply {
	duties := answer.OfRole(s.answers.Plan().Duties(agency), role)
	reply := chat.Reply{Text: s.answers.DutiesHead(agency, duties, role, t.Now)}
	filled := s.groupsOf(agency, role)
	for _, h := range filled {
		reply.Buttons = append(reply.Buttons, []chat.Button{s.desk.Button(
			fmt.Sprintf("%s · %d", h.Title, len(h.duties)),
			dialog.Action{View: dialog.ViewDutyGroup, Agency: dialog.ButtonID(agency), Group: h.Code})})
	}
	if len(filled) > 0 {
		reply.Text = append(reply.Text, chat.Say(groupCounts(filled)))
	}
	reply.Text = append(reply.Text, answer.TwoRoles(duties)...)
	if role != "" && len(filled) > 0 {
		text, ids := filled[0].lines()
		reply.Text, reply.Shown.Units = append(reply.Text, text...), ids
	}
	reply.Buttons = append(reply.Buttons, s.besideOverview(t, agency, role)...)
	return reply
}

// mostLines is how many duties stand in an overview as lines; more that are an
// agency's by name stand by their numbers.
const mostLines = 12

// lines are the duties of a heap, and the units that they are, in the order in which
// they stand; none of a long heap that comes through a group.
func (h filledGroup) lines() (text chat.Text, ids []string) {
	var names []string
	for _, d := range h.duties {
		text = append(text, item{unit: d.Unit}.line())
		names, ids = append(names, chat.ShortPlace(d.Unit)), append(ids, d.Unit.ID)
	}
	switch {
	case len(h.duties) <= mostLines:
		return text, ids
	case h.Via == plan.ViaNamed:
		return chat.Text{chat.Say(h.Title + ": " + strings.Join(names, "; ") + ".")}, ids
	}
	return nil, nil
}

// groupCounts counts the duties in heaps, a short line for each role.
func groupCounts(filled []filledGroup) string {
	var lines []string
	for i, h := range filled {
		switch {
		case h.Code == answer.IfConcerned.Code:
			lines = append(lines, fmt.Sprintf("%s: %d", h.Title, len(h.duties)))
		case i > 0 && filled[i-1].Role == h.Role:
			lines[len(lines)-1] += ", " + fmt.Sprintf(answer.TextViaCount[h.Via], len(h.duties))
		default:
			lines = append(lines, answer.RoleCounts[h.Role]+": "+fmt.Sprintf(answer.TextViaCount[h.Via], len(h.duties)))
		}
	}
	return strings.Join(lines, "\n")
}

// besideOverview leads on from an agency's duties.
func (s *Screens) besideOverview(t dialog.Turn, agency plan.Agency, role plan.Role) [][]chat.Button {
	var rows [][]chat.Button
	if role != "" {
		rows = append(rows, []chat.Button{s.desk.Button(buttonAllDuties, dialog.Action{View: dialog.ViewOverview, Agency: dialog.ButtonID(agency)})})
	}
	for _, a := range s.relatives(agency, t.Now) {
		rows = append(rows, []chat.Button{s.desk.Button(fmt.Sprintf(ButtonDutiesOf, a.Name), dialog.Action{View: dialog.ViewOverview, Agency: a.ID})})
	}
	rows = append(rows, []chat.Button{s.desk.Button(ButtonSoon, DueSoon(agency, t.Now))})
	if t.Agency == nil && t.Private && (!plan.IsWard(agency) || agency.ID == plan.WardGroup) {
		rows = append(rows, []chat.Button{s.desk.Button(buttonThisIsMine, dialog.Action{View: dialog.ViewTell, Agency: dialog.ButtonID(agency)})})
	}
	return rows
}

// relatives are the agencies to look at as well: who took the duties over, and
// whose duties were taken over.
func (s *Screens) relatives(agency plan.Agency, now time.Time) []plan.Agency {
	var found []plan.Agency
	if next, ok := s.answers.Register.Agency(agency.Successor); ok && plan.Ended(agency, now) {
		found = append(found, next)
	}
	return append(found, s.answers.Inherited(agency, now)...)
}

// filledGroup is a heap with an agency's duties in it.
type filledGroup struct {
	answer.DutyGroup
	duties []plan.Duty
}

// groupsOf are the heaps that hold anything of an agency's, with what concerns
// it only perhaps as the last.
func (s *Screens) groupsOf(agency plan.Agency, role plan.Role) []filledGroup {
	duties := s.answers.Plan().Duties(agency)
	var filled []filledGroup
	for _, h := range answer.DutyGroups {
		if some := h.Of(duties); len(some) > 0 && (role == "" || role == h.Role) {
			filled = append(filled, filledGroup{DutyGroup: h, duties: some})
		}
	}
	if conditional := answer.OfRole(s.answers.Plan().ConditionalDuties(agency), role); len(conditional) > 0 {
		filled = append(filled, filledGroup{DutyGroup: answer.IfConcerned, duties: conditional})
	}
	return filled
}

// GroupList lists one heap of an agency's duties.
func (s *Screens) GroupList(agency plan.Agency, at dialog.Action) (List, bool) {
	filled := s.groupsOf(agency, "")
	i := slices.IndexFunc(filled, func(h filledGroup) bool { return h.Code == at.Group })
	if i < 0 {
		return List{}, false
	}
	h := filled[i]
	l := List{
		head:  fmt.Sprintf(textHeapHead, chat.UpperFirst(agency.Name), h.Title, len(h.duties)),
		at:    at,
		under: [][]chat.Button{{s.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewOverview, Agency: at.Agency})}},
	}
	if h.Code == answer.IfConcerned.Code {
		l.Notes = chat.Text{chat.Say(textIfConcerned)}
	}
	for _, d := range h.duties {
		capacity := chat.UpperFirst(d.Qualifier)
		if h.Code == answer.IfConcerned.Code {
			capacity = answer.RoleWords[d.Role]
		}
		l.items = append(l.items, item{unit: d.Unit, words: dutyWords(d, capacity)})
	}
	return l, true
}

// dutyWords are what a line of a heap says behind the text: in which capacity,
// and until when.
func dutyWords(d plan.Duty, capacity string) string {
	var words []string
	if capacity != "" {
		words = append(words, capacity)
	}
	if deadline := d.Unit.Deadline.Words; deadline != "" {
		words = append(words, answer.Labels[answer.FactDeadline]+": "+chat.OneLine(deadline))
	}
	return chat.CutWords(strings.Join(words, " · "), chat.LineRunes)
}
