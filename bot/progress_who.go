package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

const nameRows = 25 // names on a page

// whose tells whose names the screen of a task shows: of those who have not
// delivered, or of those who have; of all agencies, or of a group.
type whose struct {
	done  bool
	group string
}

// topic writes it for a button.
func (w whose) topic() string {
	topic := ""
	if w.done {
		topic = "d"
	}
	if w.group != "" {
		topic += "." + w.group
	}
	return topic
}

// whoseNames reads a topic; what it does not know is everybody who has not
// delivered.
func whoseNames(topic string) whose {
	state, group, _ := strings.Cut(topic, ".")
	return whose{done: state == "d", group: group}
}

// rows are those of a unit whose agencies are asked for.
func (w whose) rows(all []sighted, unit string) []sighted {
	return slices.DeleteFunc(slices.Clone(all), func(s sighted) bool {
		return s.Unit.ID != unit || w.group != "" && groupOf(s.Agency) != w.group && !slices.Contains(s.Agency.Groups, w.group)
	})
}

// whoDelivers tells how many have delivered a task and names the others, who is
// late first.
func (b *progressHandler) whoDelivers(t turn, at action, rows []sighted) Reply {
	w := whoseNames(at.topic)
	rows = w.rows(rows, at.open)
	all := slices.DeleteFunc(heaped(rows, t.today(), agencyKey), func(h heapOf) bool { return h.all() == 0 })
	u, ok := b.answers.index.Unit(at.open)
	if !ok || len(all) == 0 {
		reply := sentence(fmt.Sprintf(textNobodyOwes, strings.TrimPrefix(at.open, "PL."), windowWords(at.window)))
		reply.Buttons = b.underNames(at, w, nil)
		return reply
	}
	missing := slices.DeleteFunc(slices.Clone(all), func(h heapOf) bool { return h.open+h.late == 0 })
	named, head := missing, fmt.Sprintf(textWhoHasNot, windowWords(at.window), len(missing), len(all), lateAgencies(missing))
	if w.done {
		named = slices.DeleteFunc(slices.Clone(all), func(h heapOf) bool { return h.open+h.late > 0 })
		head = fmt.Sprintf(textWhoHas, windowWords(at.window), len(named), len(all))
	}
	pages := max(1, (len(named)+nameRows-1)/nameRows)
	at.page = min(at.page, pages-1)
	if pages > 1 {
		head += fmt.Sprintf(textPage, at.page+1, pages)
	}
	reply := Reply{Text: Text{
		{Spans: []Span{{Words: shortPlace(u), Style: Bold}, {Words: ". " + cutWords(firstLine(u.Text), lineRunes)}}},
		bold(head),
	}}
	groups := b.byGroup(rows)
	if len(groups) > 1 {
		reply.Text = append(reply.Text, say(strings.Join(b.groupLines(rows, t.today()), "\n")))
	}
	reply.Text = append(reply.Text, say(strings.Join(w.names(named[at.page*nameRows:min((at.page+1)*nameRows, len(named))], missing), "\n")))
	if pages == 1 {
		groups = nil
	}
	reply.Buttons = append(b.desk.pager(at, pages), b.underNames(at, w, groups)...)
	return reply
}

// names are lines: when it was delivered, or who of several is late.
func (w whose) names(some, missing []heapOf) []string {
	someLate := slices.ContainsFunc(missing, func(h heapOf) bool { return h.late > 0 }) &&
		slices.ContainsFunc(missing, func(h heapOf) bool { return h.late == 0 })
	var lines []string
	for _, h := range some {
		line := "- " + h.rows[0].Agency.Name
		switch last := h.rows[len(h.rows)-1].kept; {
		case w.done && last.State == record.Done:
			line += fmt.Sprintf(textDeliveredOn, day(plan.DateOf(last.At.In(vietnam))))
		case someLate && h.late > 0:
			line += textIsLate
		}
		lines = append(lines, line)
	}
	switch {
	case len(lines) == 0 && w.done:
		return []string{textNobodyHas}
	case len(lines) == 0:
		return []string{textEverybodyHas}
	}
	return lines
}

func lateAgencies(missing []heapOf) string {
	var c count
	for _, h := range missing {
		if h.late > 0 {
			c.late++
		}
	}
	return lateWords(c)
}

// underNames are the other names of a task, its picture, its quarters and the way
// back.
func (b *progressHandler) underNames(at action, w whose, groups []groupRows) [][]Button {
	var rows [][]Button
	show := func(label string, w whose) Button {
		next := at
		next.page, next.topic = 0, w.topic()
		return b.desk.button(label, next)
	}
	for i, g := range groups {
		button := show(groupLabel(g), whose{done: w.done, group: g.id})
		if i%2 == 1 {
			rows[len(rows)-1] = append(rows[len(rows)-1], button)
			continue
		}
		rows = append(rows, []Button{button})
	}
	if w.group != "" {
		rows = append(rows, []Button{show(buttonAllAgencies, whose{done: w.done})})
	}
	other := show(buttonWhoHas, whose{done: true, group: w.group})
	if w.done {
		other = show(buttonWhoHasNot, whose{group: w.group})
	}
	rows = append(rows, append([]Button{other}, b.chartButton(at)...))
	var quarters []Button
	for q := 1; q <= 4; q++ {
		next := at
		next.page = 0
		if next.window = quarterWindow(q, at.window.From.Year); next.window != at.window {
			quarters = append(quarters, b.desk.button(fmt.Sprintf(buttonQuarter, roman[q]), next))
		}
	}
	at.open, at.page, at.topic = "", 0, topicByTask
	return append(rows, quarters, []Button{b.desk.button(buttonBack, at)})
}

// groupLabel is the name of a group, short enough for half a row.
func groupLabel(g groupRows) string {
	for _, k := range kindChoices {
		if k.group == g.id {
			return k.label
		}
	}
	return g.name
}

// whoCommand tells those who may see it who has delivered: "/chuanop 1.14 quý I",
// or a whole question with the words of the task.
func (b *progressHandler) whoCommand(ctx context.Context, t turn, words string) (Reply, error) {
	w := whose{}
	if rest, asked, ok := whoSaid(words); ok {
		words, w = rest, asked
	}
	all, err := b.following.tiesOf(ctx, t.User)
	if err != nil {
		return Reply{}, err
	}
	if may, err := b.following.overseer(ctx, t.User, all); err != nil || !may {
		reply := sentence(textCityRights)
		if len(all.agencies(record.Leader, record.FocalPerson)) > 0 {
			reply.Buttons = [][]Button{{b.desk.button(buttonProgress, action{view: viewProgress, window: noWindow})}}
		}
		return reply, err
	}
	at := action{view: viewProgress, window: noWindow, topic: w.topic()}
	q := b.answers.reader.Read(words, t.now)
	if at.open, err = b.unitSaid(ctx, t, q, words); err != nil {
		return Reply{}, err
	}
	if at.open == "" {
		at.topic = topicByTask
	} else {
		at.window = b.quarterMeant(at.open, t.today())
	}
	if said := b.duties.timeSaid(words, t.now); said != nil {
		at.window = said.Window
	}
	return b.cityProgress(ctx, t, at)
}

// quarterMeant is the quarter of the due date of a unit that is spoken of when no
// time is told: the one just past, else the next.
func (b *progressHandler) quarterMeant(unit string, today plan.Date) plan.Window {
	u, _ := b.answers.index.Unit(unit)
	var meant plan.Date
	for year := today.Year - 1; year <= today.Year+1; year++ {
		for _, o := range u.Deadline.OccurrencesIn(year) {
			if today.AddDays(-lateLooked).Compare(o.Due) <= 0 && (meant.IsZero() || o.Due.Compare(meant) < 0) {
				meant = o.Due
			}
		}
	}
	if meant.IsZero() {
		meant = today
	}
	return quarterOf(meant)
}

// unitSaid is the unit with a due date that words mean, "" for none.
func (b *progressHandler) unitSaid(ctx context.Context, t turn, q question.Question, args string) (string, error) {
	if w, ok := b.duties.wantedIn(t, args); ok {
		for _, id := range w.ids() {
			if _, known := b.answers.index.Unit(id); known && strings.Contains(id, ".") {
				return id, nil
			}
		}
	}
	if !q.Worded() {
		return "", nil
	}
	q.Intent, q.Window = question.Search, nil
	answer, err := b.answers.reply(ctx, q, t.situation())
	if err != nil {
		return "", err
	}
	for _, f := range answer.Units {
		if len(f.Unit.Deadline.Occurrences) > 0 {
			return f.Unit.ID, nil
		}
	}
	return "", nil
}
