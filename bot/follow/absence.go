package follow

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// absenceCommand keeps when a person is away and who is there in their place: "từ
// 1/7 đến 15/7, nhờ Trần Thị Bình"; without a time it shows what is kept.
func (h *absences) absenceCommand(ctx context.Context, t dialog.Turn, args string) (chat.Reply, error) {
	if !t.Private {
		return chat.Sentence(textAwayPrivately), nil
	}
	if returns(t.Text) {
		return h.comeBack(ctx, t)
	}
	q := t.Question()
	w := q.Window
	if q.Running != nil {
		w = q.Running
	}
	if w == nil {
		return h.absence(ctx, t)
	}
	if w.Impossible || w.Unread {
		return chat.Sentence(answer.NoSuchTime(*w)), nil
	}
	return h.goAway(ctx, t, w.Window, deputyIn(args))
}

// returns reports whether words say that a person is back.
func returns(words string) bool {
	words = question.Folded(words)
	return slices.ContainsFunc([]string{"tro lai", "het nghi", "da ve", "di lam lai", "thoi nghi", "huy nghi"}, func(w string) bool {
		return strings.Contains(words, w)
	})
}

// deputyIn is the name behind "nhờ" or "giao cho", "" for none.
func deputyIn(words string) string {
	fields := strings.Fields(strings.NewReplacer(",", " ", ".", " ").Replace(words))
	i := slices.IndexFunc(fields, func(w string) bool { return deputyLeads[question.Folded(w)] })
	if i < 0 {
		return ""
	}
	name := fields[i+1:]
	for len(name) > 0 && titles[question.Folded(name[0])] {
		name = name[1:]
	}
	for i, w := range name {
		if deputyEnds[question.Folded(w)] {
			name = name[:i]
			break
		}
	}
	return strings.Join(name, " ")
}

var (
	deputyLeads = question.SetOf("nho", "giao", "uy")
	titles      = question.SetOf("cho", "anh", "chi", "em", "ong", "ba", "co", "chu", "ban", "dong", "d/c", "quyen")
	deputyEnds  = question.SetOf("thay", "lam", "truc", "giup", "ho", "nhe", "nha", "a", "phu", "xu", "nhan", "theo", "tu", "den")
)

func (h *absences) absencePressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	switch {
	case !t.Private:
		return chat.Reply{Notice: textAwayPrivately}, nil
	case at.Topic == dialog.TopicNo:
		return h.comeBack(ctx, t)
	case at.Topic == dialog.TopicYes:
		return h.away(ctx, t, at.Window, at.Chat)
	}
	return h.absence(ctx, t)
}

// absence shows what is kept of a person's absence.
func (h *absences) absence(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	a, err := h.records.AbsenceOf(ctx, t.User)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("absence: %w", err)
	}
	if a.From.IsZero() || a.To.Compare(t.Today()) < 0 {
		return chat.Sentence(textAwayHow), nil
	}
	reply := chat.Sentence(absenceWords(a))
	reply.Buttons = [][]chat.Button{{h.desk.Button(buttonBackAgain, dialog.Action{View: dialog.ViewAbsence, Topic: dialog.TopicNo, Window: dialog.NoWindow})}}
	return reply, nil
}

func absenceWords(a record.Absence) string {
	words := fmt.Sprintf(textAway, chat.Day(a.From), chat.Day(a.To))
	if a.Deputy.ID != 0 {
		return words + fmt.Sprintf(textAwayDeputy, chat.CalledBy(a.Deputy))
	}
	return words
}

// goAway finds the deputy that words name among the people of the person's
// agencies, or lets the person choose.
func (h *absences) goAway(ctx context.Context, t dialog.Turn, w plan.Window, name string) (chat.Reply, error) {
	people, err := h.colleagues(ctx, t)
	if err != nil {
		return chat.Reply{}, err
	}
	if name == "" {
		return h.away(ctx, t, w, 0)
	}
	meant := slices.DeleteFunc(slices.Clone(people), func(p record.Person) bool { return !called(p, name) })
	if len(meant) == 1 {
		return h.away(ctx, t, w, meant[0].ID)
	}
	words := fmt.Sprintf(textWhichDeputy, name)
	if len(meant) == 0 {
		words, meant = fmt.Sprintf(textNoDeputy, name), people
	}
	reply := chat.Sentence(words)
	reply.Buttons = h.deputyRows(w, meant)
	return reply, nil
}

// called reports whether a name is that of a person: all of it or its end, the
// @name, or the number.
func called(p record.Person, name string) bool {
	said := question.Folded(name)
	full := question.Folded(chat.CleanName(p.Name))
	return said == full || strings.HasSuffix(full, " "+said) || strings.TrimPrefix(said, "@") == strings.ToLower(p.Username) && p.Username != "" || said == fmt.Sprint(p.ID)
}

func (h *absences) deputyRows(w plan.Window, people []record.Person) [][]chat.Button {
	var rows [][]chat.Button
	for _, p := range people[:min(len(people), MostLeft)] {
		rows = append(rows, []chat.Button{h.desk.Button(chat.CutWords(fmt.Sprintf(buttonDeputy, chat.CalledBy(p)), chat.LabelRunes),
			dialog.Action{View: dialog.ViewAbsence, Topic: dialog.TopicYes, Window: w, Chat: p.ID})})
	}
	return rows
}

// colleagues are the other people who are something to an agency of which the
// person is a focal person.
func (h *absences) colleagues(ctx context.Context, t dialog.Turn) ([]record.Person, error) {
	all, err := h.TiesOf(ctx, t.User)
	if err != nil {
		return nil, err
	}
	var people []record.Person
	for _, kept := range all.Agencies(record.FocalPerson) {
		some, err := h.records.SubscribersOf(ctx, kept)
		if err != nil {
			return nil, fmt.Errorf("subscribers: %w", err)
		}
		for _, s := range some {
			p := s.Person
			p.ID = s.Chat
			if s.Chat > 0 && s.Chat != t.User && !slices.ContainsFunc(people, func(o record.Person) bool { return o.ID == p.ID }) {
				people = append(people, p)
			}
		}
	}
	return people, nil
}

// away keeps an absence and tells the deputy, and those who can change it where an
// agency is left without anybody.
func (h *absences) away(ctx context.Context, t dialog.Turn, w plan.Window, deputy int64) (chat.Reply, error) {
	people, err := h.colleagues(ctx, t)
	if err != nil {
		return chat.Reply{}, err
	}
	a := record.Absence{Person: t.Person(), From: w.From, To: w.To}
	if i := slices.IndexFunc(people, func(p record.Person) bool { return p.ID == deputy }); i >= 0 {
		a.Deputy = people[i]
	}
	all, err := h.TiesOf(ctx, t.User)
	if err != nil {
		return chat.Reply{}, err
	}
	own := all.own(record.FocalPerson)
	switch {
	case len(own) == 0:
		return dialog.Refusal(t, textAwayNobody), nil
	case w.To.Compare(t.Today()) < 0:
		return dialog.Refusal(t, fmt.Sprintf(textAwayGone, chat.Day(w.To))), nil
	case deputy != 0 && a.Deputy.ID == 0:
		return chat.OldButton(), nil
	}
	if a.Deputy.ID != 0 {
		other, err := h.records.AbsenceOf(ctx, a.Deputy.ID)
		if err != nil {
			return chat.Reply{}, fmt.Errorf("absence: %w", err)
		}
		if !other.From.IsZero() && other.From.Compare(a.To) <= 0 && a.From.Compare(other.To) <= 0 {
			return dialog.Refusal(t, fmt.Sprintf(textDeputyAway, chat.CalledBy(a.Deputy), chat.Day(other.From), chat.Day(other.To))), nil
		}
	}
	reply := chat.Sentence(absenceWords(a))
	letters, err := h.absenceLetters(ctx, t, a, own, &reply)
	if err != nil {
		return chat.Reply{}, err
	}
	if err := h.records.SetAbsence(ctx, a, letters...); err != nil {
		return chat.Reply{}, fmt.Errorf("keep absence: %w", err)
	}
	if a.Deputy.ID == 0 {
		reply.Buttons = h.deputyRows(w, people)
	}
	reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(buttonBackAgain, dialog.Action{View: dialog.ViewAbsence, Topic: dialog.TopicNo, Window: dialog.NoWindow})})
	return reply, nil
}

// own are the agencies in which the chat itself has a role.
func (all Ties) own(role record.Role) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s record.Subscription) bool { return s.For != 0 }).Agencies(role)
}

// absenceLetters tell the deputy what they take over, and whoever can change it of
// an agency in which nobody is there. The reply says who is.
func (h *absences) absenceLetters(ctx context.Context, t dialog.Turn, a record.Absence, own []string, reply *chat.Reply) ([]record.Letter, error) {
	names := make([]string, len(own))
	for i, kept := range own {
		names[i] = h.agencies.NameOf(kept)
	}
	if a.Deputy.ID != 0 {
		note, err := Letter(a.Deputy.ID, chat.Sentence(fmt.Sprintf(textStandIn, chat.CalledBy(a.Person), strings.Join(names, ", "), chat.Day(a.From), chat.Day(a.To))))
		return []record.Letter{note}, err
	}
	there, err := h.records.FocalPersons(ctx, a.From)
	if err != nil {
		return nil, fmt.Errorf("focal persons: %w", err)
	}
	var letters []record.Letter
	for i, kept := range own {
		var others []string
		for _, s := range there {
			if s.Agency == kept && s.Chat != t.User {
				others = append(others, chat.CalledBy(s.Person))
			}
		}
		if others != nil {
			reply.Text = append(reply.Text, chat.Say(fmt.Sprintf(textOthersThere, names[i], strings.Join(others, ", "))))
			continue
		}
		some, err := h.Tell(ctx, kept, t.User, chat.Sentence(fmt.Sprintf(textNobodyWhile, names[i], chat.Day(a.From), chat.Day(a.To), chat.CalledBy(a.Person))))
		if err != nil {
			return nil, err
		}
		letters = append(letters, some...)
		reply.Text = append(reply.Text, chat.Say(fmt.Sprintf(textNobodyWarned, names[i])))
	}
	return letters, nil
}

// comeBack ends an absence.
func (h *absences) comeBack(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	a, err := h.records.AbsenceOf(ctx, t.User)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("absence: %w", err)
	}
	if a.From.IsZero() {
		return chat.Sentence(textNotAway), nil
	}
	var letters []record.Letter
	if a.Deputy.ID != 0 {
		note, err := Letter(a.Deputy.ID, chat.Sentence(fmt.Sprintf(textStandInOver, chat.CalledBy(t.Person()))))
		if err != nil {
			return chat.Reply{}, err
		}
		letters = append(letters, note)
	}
	if err := h.records.SetAbsence(ctx, record.Absence{Person: t.Person()}, letters...); err != nil {
		return chat.Reply{}, fmt.Errorf("end absence: %w", err)
	}
	return chat.Sentence(textIsBack), nil
}
