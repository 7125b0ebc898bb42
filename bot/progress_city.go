package bot

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/duty"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

const (
	agencyRows = 8  // agencies on a page
	nameRows   = 25 // names on a page
)

// cityProgress shows how the city stands: by group, by agency, by task, or who
// has not delivered one task.
func (b *Bot) cityProgress(ctx context.Context, t turn, at action) (Reply, error) {
	if at.window == noWindow {
		at.window = quarterNow(t.now)
	}
	year, err := b.standings(ctx, b.cityAgencies(t.now), yearOf(at.window))
	if err != nil {
		return Reply{}, err
	}
	rows := inWindow(year, at.window)
	switch {
	case at.open != "":
		return b.whoHasNot(t, at, rows), nil
	case at.topic == topicByAgency:
		return b.cityByAgency(t, at, rows), nil
	case at.topic == topicByTask:
		return b.cityByTask(t, at, rows), nil
	}
	today := t.today()
	reply := Reply{Text: Text{bold(fmt.Sprintf(textProgressCity, windowWords(at.window))), say(countWords(countOf(rows, today)))}}
	reply.Text = append(reply.Text, b.byQuarter(year, at.window, today)...)
	if lines := b.groupLines(rows, today); len(lines) > 0 {
		reply.Text = append(reply.Text, Paragraph{Spans: []Span{{Words: textByGroup, Style: Bold}, {Words: "\n" + strings.Join(lines, "\n")}}})
	}
	byAgency, byTask := at, at
	byAgency.topic, byTask.topic = topicByAgency, topicByTask
	reply.Buttons = [][]Button{{b.button(buttonByAgency, byAgency), b.button(buttonByTask, byTask)}, b.quarterRow(at)}
	return reply, nil
}

// groupLines count by the first group of each agency.
func (b *Bot) groupLines(rows []sighted, today plan.Date) []string {
	counts := map[string]*count{}
	for _, s := range rows {
		group := noKind
		if len(s.Agency.Groups) > 0 {
			group = s.Agency.Groups[0]
		}
		if counts[group] == nil {
			counts[group] = &count{}
		}
		counts[group].add(s, today)
	}
	var lines []string
	for _, g := range b.answerer.register.Groups() {
		if c := counts[g.ID]; c != nil && c.all() > 0 {
			lines = append(lines, fmt.Sprintf(textGroupCount, upperFirst(g.Name), c.done, c.all(), lateWords(*c)))
		}
	}
	if c := counts[noKind]; c != nil && c.all() > 0 {
		lines = append(lines, fmt.Sprintf(textGroupCount, textOtherAgencies, c.done, c.all(), lateWords(*c)))
	}
	return lines
}

// heapOf is what stands together in a list, with its count.
type heapOf struct {
	key  string
	rows []sighted
	count
}

// heaped gathers rows by a key, the worst first.
func heaped(rows []sighted, today plan.Date, key func(sighted) string) []heapOf {
	var all []heapOf
	at := map[string]int{}
	for _, s := range rows {
		k := key(s)
		if _, known := at[k]; !known {
			at[k] = len(all)
			all = append(all, heapOf{key: k})
		}
		h := &all[at[k]]
		h.rows = append(h.rows, s)
		h.add(s, today)
	}
	slices.SortStableFunc(all, func(x, y heapOf) int { return worse(x.count, y.count) })
	return all
}

func (b *Bot) cityByAgency(t turn, at action, rows []sighted) Reply {
	all := heaped(rows, t.today(), func(s sighted) string { return s.Agency.ID })
	reply, shown := b.cityPage(&at, fmt.Sprintf(textCityByAgency, windowWords(at.window)), all, agencyRows)
	var lines []string
	for _, h := range shown {
		name := h.rows[0].Agency.Name
		lines = append(lines, fmt.Sprintf(textAgencyCount, name, h.late, h.open, h.done))
		reply.Buttons = append(reply.Buttons, []Button{b.button(cutWords(name, labelRunes),
			action{view: viewProgress, agency: h.key, window: at.window})})
	}
	return b.cityList(at, reply, lines, len(all), agencyRows)
}

func (b *Bot) cityByTask(t turn, at action, rows []sighted) Reply {
	all := heaped(rows, t.today(), func(s sighted) string { return s.Unit.ID })
	reply, shown := b.cityPage(&at, fmt.Sprintf(textCityByTask, windowWords(at.window)), all, pageItems)
	var lines []string
	for _, h := range shown {
		u := h.rows[0].Unit
		lines = append(lines, fmt.Sprintf(textTaskCount, shortPlace(u), cutWords(firstLine(u.Text), lineRunes), h.late, h.open, h.done))
		next := at
		next.page, next.open = 0, u.ID
		reply.Buttons = inRows(reply.Buttons, b.button(shortPlace(u), next))
	}
	return b.cityList(at, reply, lines, len(all), pageItems)
}

// cityPage begins a page of a list.
func (b *Bot) cityPage(at *action, head string, all []heapOf, size int) (Reply, []heapOf) {
	pages := max(1, (len(all)+size-1)/size)
	at.page = min(at.page, pages-1)
	if pages > 1 {
		head += fmt.Sprintf(textPage, at.page+1, pages)
	}
	return Reply{Text: Text{bold(head)}}, all[at.page*size : min((at.page+1)*size, len(all))]
}

// cityList ends it.
func (b *Bot) cityList(at action, reply Reply, lines []string, total, size int) Reply {
	if len(lines) == 0 {
		lines = []string{textNothingToDo}
	}
	reply.Text = append(reply.Text, say(strings.Join(lines, "\n")))
	reply.Buttons = append(reply.Buttons, b.pager(at, max(1, (total+size-1)/size))...)
	back := at
	back.topic, back.page = "", 0
	reply.Buttons = append(reply.Buttons, b.quarterRow(at), []Button{b.button(buttonBack, back)})
	return reply
}

// whoHasNot names who has not delivered a task, who is late first.
func (b *Bot) whoHasNot(t turn, at action, rows []sighted) Reply {
	today := t.today()
	rows = slices.DeleteFunc(slices.Clone(rows), func(s sighted) bool { return s.Unit.ID != at.open })
	u, ok := b.answerer.index.Unit(at.open)
	if !ok || len(rows) == 0 {
		return sentence(fmt.Sprintf(textNobodyOwes, strings.TrimPrefix(at.open, "PL."), windowWords(at.window)))
	}
	c := countOf(rows, today)
	slices.SortStableFunc(rows, func(x, y sighted) int { return cmp.Compare(badness(x, today), badness(y, today)) })
	missing := slices.DeleteFunc(slices.Clone(rows), func(s sighted) bool { return s.kept.State != duty.Open })
	pages := max(1, (len(missing)+nameRows-1)/nameRows)
	at.page = min(at.page, pages-1)
	reply := Reply{Text: Text{
		{Spans: []Span{{Words: shortPlace(u), Style: Bold}, {Words: ". " + cutWords(firstLine(u.Text), lineRunes)}}},
		bold(fmt.Sprintf(textWhoHasNot, windowWords(at.window), len(missing), c.all(), lateWords(c))),
	}}
	var names []string
	for _, s := range missing[at.page*nameRows : min((at.page+1)*nameRows, len(missing))] {
		names = append(names, "- "+s.Agency.Name)
	}
	if len(names) == 0 {
		names = []string{textEverybodyHas}
	}
	reply.Text = append(reply.Text, say(strings.Join(names, "\n")))
	reply.Buttons = b.pager(at, pages)
	quarters := b.quarterRow(at)
	for i, q := range quarters {
		next, _ := decodeAction(q.Action, b.answerer.Plan().Year)
		next.open = at.open
		quarters[i] = b.button(q.Label, next)
	}
	back := at
	back.open, back.page, back.topic = "", 0, topicByTask
	reply.Buttons = append(reply.Buttons, quarters, []Button{b.button(buttonBack, back)})
	return reply
}

// whoCommand is "ai chưa nộp 1.14 quý I", or with the words of the task.
func (b *Bot) whoCommand(ctx context.Context, t turn, args string) (Reply, error) {
	all, err := b.tiesOf(ctx, t.User)
	if err != nil {
		return Reply{}, err
	}
	if may, err := b.overseer(ctx, t.User, all); err != nil || !may {
		return sentence(textCityRights), err
	}
	at := action{view: viewProgress, window: quarterNow(t.now)}
	q := b.answerer.reader.Read(args, t.now)
	if q.Window != nil && !q.Window.Impossible {
		at.window = q.Window.Window
	}
	if at.open, err = b.unitSaid(ctx, t, q, args); err != nil {
		return Reply{}, err
	}
	if at.open == "" {
		at.topic = topicByTask
	}
	return b.cityProgress(ctx, t, at)
}

// unitSaid is the unit with a due date that words mean, "" for none.
func (b *Bot) unitSaid(ctx context.Context, t turn, q question.Question, args string) (string, error) {
	if w, ok := b.wantedIn(t, args); ok {
		for _, id := range []string{w.number, "PL." + w.number} {
			if _, known := b.answerer.index.Unit(id); known && strings.Contains(id, ".") {
				return id, nil
			}
		}
	}
	if !q.Worded() {
		return "", nil
	}
	q.Intent, q.Window = question.Search, nil
	answer, err := b.answerer.reply(ctx, q, t.situation())
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
