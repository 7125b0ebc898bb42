package agency

import (
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/index/vi"
	"cchcbot/seeds/plan"
)

// Named finds the agencies that are called by a name and nothing else: one, or
// several that share it.
func (d *Directory) Named(name string) []plan.Agency {
	name = strings.TrimSpace(name)
	if name == "" {
		return nil
	}
	register := d.register
	if found := register.Find(name); len(found) > 0 {
		return found
	}
	if g, ok := d.groups[question.Folded(name)]; ok {
		return []plan.Agency{register.Stand(g)}
	}
	if ward, ok := register.Ward(strings.TrimRight(name, " .,!?")); ok {
		return []plan.Agency{ward}
	}
	return nil
}

// groupNames are the groups by all that they are called, folded; the first of
// the register that goes by a name has it.
func groupNames(register *plan.Register) map[string]plan.Group {
	names := map[string]plan.Group{}
	for _, g := range register.Groups() {
		for _, n := range append([]string{g.Name, g.Head}, g.Aliases...) {
			if _, known := names[question.Folded(n)]; !known && question.Folded(n) != "" {
				names[question.Folded(n)] = g
			}
		}
	}
	return names
}

// Understood finds the agency that a part of what was said means, where it says
// nothing else.
func (d *Directory) Understood(t dialog.Turn, words string) []plan.Agency {
	if found := d.Named(words); len(found) > 0 {
		return found
	}
	q := t.Question().Within(words)
	if !NothingElse(q) {
		return nil
	}
	if same := question.SameName(q); len(same) > 1 {
		return same
	}
	if q.Agency != nil {
		return []plan.Agency{*q.Agency}
	}
	if q.Speaker != nil {
		return []plan.Agency{*q.Speaker}
	}
	return nil
}

// Offer lets the person choose among agencies what a view does with one.
func (d *Directory) Offer(words string, agencies []plan.Agency, v dialog.View) chat.Reply {
	reply := chat.Sentence(words)
	for _, a := range agencies {
		reply.Buttons = append(reply.Buttons, []chat.Button{d.desk.Button(a.Name, dialog.Action{View: v, Agency: dialog.ButtonID(a)})})
	}
	return reply
}

// Unknown says that a name is in no register, and offers those near to it.
func (d *Directory) Unknown(name string, v dialog.View) chat.Reply {
	near := d.Names.Similar(name)
	if len(near) == 0 {
		near = d.Names.containing(name)
	}
	name = chat.CutWords(chat.FirstLine(name), chat.NameRunes)
	if len(near) == 0 {
		reply := chat.Sentence(fmt.Sprintf(textUnknownAgency, name))
		reply.Buttons = [][]chat.Button{{d.desk.Button(ButtonHelp, dialog.Action{View: dialog.ViewHelp})}}
		if v == dialog.ViewTell {
			reply.Buttons = d.kinds()
		}
		return reply
	}
	return d.Offer(fmt.Sprintf(textNearAgencies, name), near[:min(len(near), mostOffered)], v)
}

const (
	mostOffered = 6
)

// Ask asks for the person's agency and keeps what waits for it, the zero value where
// nothing does.
func (d *Directory) Ask(t dialog.Turn, words string, waiting dialog.Expectation) chat.Reply {
	waiting.Use = dialog.UseAgency
	d.desk.Expect(t, waiting)
	return d.askAgain(t, words)
}

// AskAgain asks for the person's agency; what waits for it goes on waiting.
func (d *Directory) AskAgain(t dialog.Turn, words string) chat.Reply {
	d.desk.Await(t)
	return d.askAgain(t, words)
}

func (d *Directory) askAgain(t dialog.Turn, words string) chat.Reply {
	if !t.Private {
		words = textAskGroup
	}
	reply := chat.Sentence(words)
	reply.Buttons = d.kinds()
	return reply
}

// kinds are the buttons to choose one's agency by its kind.
func (d *Directory) kinds() [][]chat.Button {
	rows := make([][]chat.Button, len(KindChoices))
	for i, k := range KindChoices {
		rows[i] = []chat.Button{d.desk.Button(k.Label, dialog.Action{View: dialog.ViewKind, Agency: k.Group})}
	}
	return rows
}

// NoKind stands for the agencies that belong to no group.
const NoKind = "khac"

// kindRows is how many agencies stand on a page of a kind.
const kindRows = 8

// Kind lists the agencies of a kind. Of wards there is no list: their names are
// typed, or the group stands for all.
func (d *Directory) Kind(t dialog.Turn, at dialog.Action) (chat.Reply, bool) {
	members := d.register.Members(at.Agency)
	back := []chat.Button{d.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewChoose})}
	switch {
	case at.Agency == plan.WardGroup:
		d.desk.Await(t)
		reply := chat.Sentence(textTypeWard)
		reply.Buttons = [][]chat.Button{{d.desk.Button(buttonAnyWard, dialog.Action{View: dialog.ViewTell, Agency: plan.WardGroup})}, back}
		return reply, true
	case at.Agency == NoKind:
		members = ungrouped(d.register)
	}
	if len(members) == 0 {
		return chat.Reply{}, false
	}
	members = plan.OfToday(members, t.Now)
	pages := (len(members) + kindRows - 1) / kindRows
	at.Page = min(at.Page, pages-1)
	reply := d.Offer(textChooseAgency, members[at.Page*kindRows:min((at.Page+1)*kindRows, len(members))], dialog.ViewTell)
	reply.Buttons = append(append(reply.Buttons, d.desk.Pager(at, pages)...), back)
	return reply, true
}

func ungrouped(register *plan.Register) []plan.Agency {
	return slices.DeleteFunc(register.Agencies(), func(a plan.Agency) bool { return len(a.Groups) > 0 })
}

// WithoutMarks reports whether the name of a ward was typed without its marks, by
// which it would be kept as another one. A number has none, and who puts them on
// "phường" puts them on the name where it has any.
func WithoutMarks(a plan.Agency, typed string) bool {
	if !plan.IsWard(a) || a.ID == plan.WardGroup {
		return false
	}
	typed = strings.ToLower(typed)
	for _, kind := range []string{"phường", "xã", "thị trấn", "đặc khu"} {
		name, ok := strings.CutPrefix(a.Name, "UBND "+kind+" ")
		if strings.Contains(typed, kind) {
			return false
		}
		if ok {
			return strings.Trim(name, "0123456789 ") != "" && strings.ToLower(name) == vi.Fold(vi.Normalize(name))
		}
	}
	return false
}

// AskMarks asks for a name as it is written, behind the command that takes it.
func AskMarks(a plan.Agency, command string) chat.Reply {
	return chat.Sentence(fmt.Sprintf(textTypeMarks, a.Name, command))
}
