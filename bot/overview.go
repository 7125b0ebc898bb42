package bot

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/seeds/plan"
)

// overview counts an agency's duties, with a button for each heap.
func (b *screens) overview(t turn, agency plan.Agency, role plan.Role) Reply {
	duties := ofRole(b.answers.Plan().Duties(agency), role)
	reply := Reply{Text: b.answers.dutiesHead(agency, duties, role, t.now)}
	filled := b.heapsOf(agency, role)
	for _, h := range filled {
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(
			fmt.Sprintf("%s · %d", h.title, len(h.duties)),
			action{view: viewHeap, agency: buttonID(agency), heap: h.code})})
	}
	if len(filled) > 0 {
		reply.Text = append(reply.Text, say(heapCounts(filled)))
	}
	reply.Text = append(reply.Text, twoRoles(duties)...)
	reply.Buttons = append(reply.Buttons, b.besideOverview(t, agency, role)...)
	return reply
}

// heapCounts counts the duties in heaps, a short line for each role.
func heapCounts(filled []filledHeap) string {
	var lines []string
	for i, h := range filled {
		switch {
		case h.code == heapIfConcerned.code:
			lines = append(lines, fmt.Sprintf("%s: %d", h.title, len(h.duties)))
		case i > 0 && filled[i-1].role == h.role:
			lines[len(lines)-1] += ", " + fmt.Sprintf(textViaCount[h.via], len(h.duties))
		default:
			lines = append(lines, roleCounts[h.role]+": "+fmt.Sprintf(textViaCount[h.via], len(h.duties)))
		}
	}
	return strings.Join(lines, "\n")
}

// besideOverview leads on from an agency's duties.
func (b *screens) besideOverview(t turn, agency plan.Agency, role plan.Role) [][]Button {
	var rows [][]Button
	if role != "" {
		rows = append(rows, []Button{b.desk.button(buttonAllDuties, action{view: viewOverview, agency: buttonID(agency)})})
	}
	for _, a := range b.relatives(agency, t.now) {
		rows = append(rows, []Button{b.desk.button(fmt.Sprintf(buttonDutiesOf, a.Name), action{view: viewOverview, agency: a.ID})})
	}
	rows = append(rows, []Button{b.desk.button(buttonSoon, dueSoon(agency, t.now))})
	if t.own == nil && t.Private && (!isWard(agency) || agency.ID == plan.WardGroup) {
		rows = append(rows, []Button{b.desk.button(buttonThisIsMine, action{view: viewTell, agency: buttonID(agency)})})
	}
	return rows
}

// relatives are the agencies to look at as well: who took the duties over, and
// whose duties were taken over.
func (b *screens) relatives(agency plan.Agency, now time.Time) []plan.Agency {
	var found []plan.Agency
	if next, ok := b.answers.register.Agency(agency.Successor); ok && ended(agency, now) {
		found = append(found, next)
	}
	return append(found, b.answers.inherited(agency, now)...)
}

// filledHeap is a heap with an agency's duties in it.
type filledHeap struct {
	heap
	duties []plan.Duty
}

// heapsOf are the heaps that hold anything of an agency's, with what concerns
// it only perhaps as the last.
func (b *screens) heapsOf(agency plan.Agency, role plan.Role) []filledHeap {
	duties := b.answers.Plan().Duties(agency)
	var filled []filledHeap
	for _, h := range heaps {
		if some := h.of(duties); len(some) > 0 && (role == "" || role == h.role) {
			filled = append(filled, filledHeap{heap: h, duties: some})
		}
	}
	if conditional := ofRole(b.answers.Plan().ConditionalDuties(agency), role); len(conditional) > 0 {
		filled = append(filled, filledHeap{heap: heapIfConcerned, duties: conditional})
	}
	return filled
}

// heapList lists one heap of an agency's duties.
func (b *screens) heapList(agency plan.Agency, at action) (list, bool) {
	filled := b.heapsOf(agency, "")
	i := slices.IndexFunc(filled, func(h filledHeap) bool { return h.code == at.heap })
	if i < 0 {
		return list{}, false
	}
	h := filled[i]
	l := list{
		head:  fmt.Sprintf(textHeapHead, upperFirst(agency.Name), h.title, len(h.duties)),
		at:    at,
		under: [][]Button{{b.desk.button(buttonBack, action{view: viewOverview, agency: at.agency})}},
	}
	if h.code == heapIfConcerned.code {
		l.notes = Text{say(textIfConcerned)}
	}
	for _, d := range h.duties {
		capacity := upperFirst(d.Qualifier)
		if h.code == heapIfConcerned.code {
			capacity = roleWords[d.Role]
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
		words = append(words, labels[factDeadline]+": "+oneLine(deadline))
	}
	return cutWords(strings.Join(words, " · "), lineRunes)
}

// ofRole keeps the duties of a role, all where none is given.
func ofRole(duties []plan.Duty, role plan.Role) []plan.Duty {
	if role == "" {
		return duties
	}
	return slices.DeleteFunc(slices.Clone(duties), func(d plan.Duty) bool { return d.Role != role })
}

func ended(a plan.Agency, now time.Time) bool {
	return !a.ValidTo.IsZero() && a.ValidTo.Compare(plan.DateOf(now)) < 0
}
