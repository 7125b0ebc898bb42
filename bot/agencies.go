package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/question"
	"cchcbot/index/vi"
	"cchcbot/seeds/plan"
)

// named finds the agencies that are called by a name and nothing else: one, or
// several that share it.
func (b *directory) named(name string) []plan.Agency {
	name = strings.TrimSpace(name)
	if name == "" {
		return nil
	}
	register := b.register
	if found := register.Find(name); len(found) > 0 {
		return found
	}
	if g, ok := b.groups[folded(name)]; ok {
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
			if _, known := names[folded(n)]; !known && folded(n) != "" {
				names[folded(n)] = g
			}
		}
	}
	return names
}

// understood finds the agency that words mean, the way questions are read.
func (b *directory) understood(words string, now time.Time) []plan.Agency {
	if found := b.named(words); len(found) > 0 {
		return found
	}
	q := b.reader.Read(words, now)
	if !nothingElse(q) {
		return nil
	}
	if same := sameName(q); len(same) > 1 {
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

// sameName are the agencies that share the name by which a question calls its
// agency.
func sameName(q question.Question) []plan.Agency {
	if q.Agency == nil {
		return nil
	}
	var same []plan.Agency
	for i, m := range q.Query.Agencies {
		if m.Agency.ID != q.Agency.ID || m.Speaker {
			continue
		}
		for _, n := range q.Query.Agencies[i:] {
			if len(m.Words) > 0 && slices.Equal(m.Words, n.Words) && !slices.ContainsFunc(same, func(a plan.Agency) bool { return a.ID == n.Agency.ID }) {
				same = append(same, n.Agency)
			}
		}
		break
	}
	return same
}

// ofToday keeps those of some agencies that are there at a time; all where none
// is.
func ofToday(agencies []plan.Agency, now time.Time) []plan.Agency {
	today := plan.DateOf(now)
	present := slices.DeleteFunc(slices.Clone(agencies), func(a plan.Agency) bool {
		return ended(a, now) || a.ValidFrom.Compare(today) > 0
	})
	if len(present) == 0 {
		return agencies
	}
	return present
}

// offer lets the person choose among agencies what a view does with one.
func (b *directory) offer(words string, agencies []plan.Agency, v view) Reply {
	reply := sentence(words)
	for _, a := range agencies {
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(a.Name, action{view: v, agency: buttonID(a)})})
	}
	return reply
}

// unknown says that a name is in no register, and offers those near to it.
func (b *directory) unknown(name string, v view) Reply {
	near := b.names.near(name)
	if len(near) == 0 {
		near = b.names.containing(name)
	}
	name = cutWords(firstLine(name), nameRunes)
	if len(near) == 0 {
		reply := sentence(fmt.Sprintf(textUnknownAgency, name))
		reply.Buttons = [][]Button{{b.desk.button(buttonHelp, action{view: viewHelp})}}
		if v == viewTell {
			reply.Buttons = b.kinds()
		}
		return reply
	}
	return b.offer(fmt.Sprintf(textNearAgencies, name), near[:min(len(near), mostOffered)], v)
}

const (
	nameRunes   = 60 // of a name that is said back
	mostOffered = 6
)

// ask asks for the person's agency and keeps the question that waits for it.
func (b *directory) ask(t turn, words, waiting string) Reply {
	b.desk.waiting.wait(t.Message, waiting)
	if !t.Private {
		words = textAskGroup
	}
	reply := sentence(words)
	reply.Buttons = b.kinds()
	return reply
}

// kinds are the buttons to choose one's agency by its kind.
func (b *directory) kinds() [][]Button {
	rows := make([][]Button, len(kindChoices))
	for i, k := range kindChoices {
		rows[i] = []Button{b.desk.button(k.label, action{view: viewKind, agency: k.group})}
	}
	return rows
}

// noKind stands for the agencies that belong to no group.
const noKind = "khac"

// kindRows is how many agencies stand on a page of a kind.
const kindRows = 8

// kind lists the agencies of a kind. Of wards there is no list: their names are
// typed, or the group stands for all.
func (b *directory) kind(t turn, at action) (Reply, bool) {
	members := b.register.Members(at.agency)
	back := []Button{b.desk.button(buttonBack, action{view: viewChoose})}
	switch {
	case at.agency == plan.WardGroup:
		b.desk.waiting.wait(t.Message, b.desk.waiting.question(t.Message))
		reply := sentence(textTypeWard)
		reply.Buttons = [][]Button{{b.desk.button(buttonAnyWard, action{view: viewTell, agency: plan.WardGroup})}, back}
		return reply, true
	case at.agency == noKind:
		members = ungrouped(b.register)
	}
	if len(members) == 0 {
		return Reply{}, false
	}
	members = ofToday(members, t.now)
	pages := (len(members) + kindRows - 1) / kindRows
	at.page = min(at.page, pages-1)
	reply := b.offer(textChooseAgency, members[at.page*kindRows:min((at.page+1)*kindRows, len(members))], viewTell)
	reply.Buttons = append(append(reply.Buttons, b.desk.pager(at, pages)...), back)
	return reply, true
}

func ungrouped(register *plan.Register) []plan.Agency {
	return slices.DeleteFunc(register.Agencies(), func(a plan.Agency) bool { return len(a.Groups) > 0 })
}

// withoutMarks reports whether the name of a ward was typed without its marks, by
// which it would be kept as another one. A number has none, and who puts them on
// "phường" puts them on the name where it has any.
func withoutMarks(a plan.Agency, typed string) bool {
	if !isWard(a) || a.ID == plan.WardGroup {
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

// askMarks asks for a name as it is written, behind the command that takes it.
func askMarks(a plan.Agency, command string) Reply {
	return sentence(fmt.Sprintf(textTypeMarks, a.Name, command))
}

// tell makes an agency the chat's own and answers the question or command that
// waited for it, the agency's duties where none did.
func (b *Bot) tell(ctx context.Context, t turn, agency plan.Agency) (Reply, error) {
	if err := b.memory.SetAgency(ctx, t.Chat, memoryID(agency)); err != nil {
		return Reply{}, fmt.Errorf("keep agency: %w", err)
	}
	t.own = &agency
	asked := b.desk.waiting.call(t.Message)
	if asked == "" && t.Private && b.records != nil {
		return b.welcome(t, agency), nil
	}
	reply := b.screens.overview(t, agency, "")
	if asked != "" {
		var err error
		if reply, err = b.resume(ctx, t, asked); err != nil {
			return Reply{}, err
		}
	}
	reply.Text = append(Text{say(fmt.Sprintf(textNoted, t.whose(), agency.Name))}, reply.Text...)
	return reply, nil
}

// resume answers what waited: a command, or a question.
func (b *Bot) resume(ctx context.Context, t turn, asked string) (Reply, error) {
	if name, args, ok := slashed(asked); ok {
		if c, known := b.commandNamed(name); known {
			return c(ctx, t, args)
		}
	}
	return b.answer(ctx, t, asked)
}

// tellWaiting takes the name of an agency for the answer to "which is yours?".
func (b *Bot) tellWaiting(ctx context.Context, t turn) (Reply, bool, error) {
	if !b.desk.waiting.waits(t.Message) {
		return Reply{}, false, nil
	}
	switch found := ofToday(b.agencies.named(t.Text), t.now); {
	case len(found) == 1 && withoutMarks(found[0], t.Text):
		return askMarks(found[0], ""), true, nil
	case len(found) == 1:
		reply, err := b.tell(ctx, t, found[0])
		return reply, true, err
	case len(found) > 1:
		return b.agencies.offer(fmt.Sprintf(textSharedName, t.Text), found, viewTell), true, nil
	}
	return Reply{}, false, nil
}

// forget makes the bot forget the chat's agency.
func (b *Bot) forget(ctx context.Context, t turn) (Reply, error) {
	if err := b.memory.SetAgency(ctx, t.Chat, ""); err != nil {
		return Reply{}, fmt.Errorf("forget agency: %w", err)
	}
	reply := sentence(fmt.Sprintf(textForgotten, t.whose()))
	reply.Buttons = [][]Button{{b.desk.button(buttonTell, action{view: viewChoose})}}
	return reply, nil
}

// ownAgency shows which agency is the chat's, and how to change that.
func (b *Bot) ownAgency(t turn) Reply {
	if t.own == nil {
		return b.agencies.ask(t, textAskAgency, "")
	}
	reply := sentence(fmt.Sprintf(textOwnAgency, t.whose(), t.own.Name) + " " + textChangeAgency)
	reply.Buttons = [][]Button{
		{b.desk.button(buttonMine, action{view: viewMine})},
		{b.desk.button(buttonChange, action{view: viewChoose}), b.desk.button(buttonForget, action{view: viewForget})},
	}
	return reply
}

// introduction reads "em làm ở Sở Tư pháp" and the like: who the person is and
// nothing else.
func (b *Bot) introduction(text string) (plan.Agency, bool) {
	words := strings.Fields(text)
	for n := min(len(words)-1, longestTie); n > 0; n-- {
		if !introductions[folded(strings.Join(words[:n], " "))] {
			continue
		}
		name := strings.Join(words[n:], " ")
		if short, ok := strings.CutSuffix(name, " ạ"); ok {
			name = short
		}
		if found := b.agencies.named(name); len(found) == 1 {
			return found[0], true
		}
	}
	return plan.Agency{}, false
}

// longestTie is the length of the longest introduction in words.
const longestTie = 7

// introductions are the words by which a person says where they work.
var introductions = func() map[string]bool {
	all := map[string]bool{}
	for _, who := range []string{"toi", "em", "minh", "chung toi", "ben em", "ben toi"} {
		for _, tie := range []string{"o", "thuoc", "tai", "ben", "la", "lam o", "lam tai", "lam ben", "lam viec o", "lam viec tai", "cong tac o", "cong tac tai"} {
			all[who+" "+tie] = true
			all[who+" dang "+tie] = true
			all[who+" hien "+tie] = true
		}
		for _, what := range []string{"don vi", "co quan"} {
			all[what+" "+who+" la"] = true
			all[what+" cua "+who+" la"] = true
		}
	}
	return all
}()
