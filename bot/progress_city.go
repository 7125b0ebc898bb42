package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/seeds/plan"
)

const agencyRows = 8 // agencies on a page

// cityProgress shows how the city stands: by group, by agency, by task, or who
// has not delivered one task.
func (b *progressHandler) cityProgress(ctx context.Context, t turn, at action) (Reply, error) {
	if at.window == noWindow {
		at.window = quarterNow(t.now)
	}
	year, wards, err := b.cityStandings(ctx, t, lookedBack(at.window))
	if err != nil {
		return Reply{}, err
	}
	rows := inWindow(year, at.window)
	switch {
	case at.open != "":
		return b.whoDelivers(t, at, rows), nil
	case at.topic == topicByAgency:
		return b.cityByAgency(t, at, rows), nil
	case at.topic == topicByTask:
		return b.cityByTask(t, at, rows), nil
	}
	today := t.today()
	reply := Reply{Text: Text{bold(fmt.Sprintf(textProgressCity, windowWords(at.window))), say(b.countWords(append(lateBefore(year, at.window, today), rows...), at.window, today))}}
	reply.Text = append(reply.Text, b.byQuarter(year, at.window, today)...)
	if lines := b.groupLines(rows, today); len(lines) > 0 {
		reply.Text = append(reply.Text, Paragraph{Spans: []Span{{Words: textByGroup, Style: Bold}, {Words: "\n" + strings.Join(lines, "\n")}}})
	}
	reply.Text = append(reply.Text, Paragraph{Spans: []Span{{Words: wardsWords(wards), Style: Italic}}})
	reply.Text = append(reply.Text, b.duties.notCounted(at.window, t.now)...)
	byAgency, byTask := at, at
	byAgency.topic, byTask.topic = topicByAgency, topicByTask
	reply.Buttons = [][]Button{{b.desk.button(buttonByAgency, byAgency), b.desk.button(buttonByTask, byTask)}, b.chartButton(at), b.quarterRow(at)}
	return reply, nil
}

// wardsWords tell how many wards are counted: those that nobody follows are not
// known.
func wardsWords(wards int) string {
	if wards == 0 {
		return textNoWards
	}
	return fmt.Sprintf(textWards, wards)
}

// groupLines count by the first group of each agency.
func (b *progressHandler) groupLines(rows []sighted, today plan.Date) []string {
	var lines []string
	for _, g := range b.byGroup(rows) {
		if c := countOf(g.rows, today); c.all() > 0 {
			lines = append(lines, fmt.Sprintf(textGroupCount, g.name, c.done, c.all(), lateWords(c)))
		}
	}
	return lines
}

// heapOf is what stands together in a list, with its count.
type heapOf struct {
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
			all = append(all, heapOf{})
		}
		h := &all[at[k]]
		h.rows = append(h.rows, s)
		h.add(s, today)
	}
	slices.SortStableFunc(all, func(x, y heapOf) int { return worse(x.count, y.count) })
	return all
}

func agencyKey(s sighted) string { return s.kept.Agency }
func unitKey(s sighted) string   { return s.Unit.ID }

func (b *progressHandler) cityByAgency(t turn, at action, rows []sighted) Reply {
	all := heaped(rows, t.today(), agencyKey)
	reply, shown := b.cityPage(&at, fmt.Sprintf(textCityByAgency, windowWords(at.window)), all, agencyRows)
	var lines []string
	for _, h := range shown {
		name := h.rows[0].Agency.Name
		lines = append(lines, fmt.Sprintf(textAgencyCount, name, h.late, h.open, h.done))
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(cutWords(name, labelRunes),
			action{view: viewProgress, agency: agencyCode(h.rows[0].kept.Agency), window: at.window})})
	}
	return b.cityList(at, reply, lines, len(all), agencyRows)
}

func (b *progressHandler) cityByTask(t turn, at action, rows []sighted) Reply {
	all := heaped(rows, t.today(), unitKey)
	reply, shown := b.cityPage(&at, fmt.Sprintf(textCityByTask, windowWords(at.window)), all, pageItems)
	var lines []string
	for _, h := range shown {
		u := h.rows[0].Unit
		lines = append(lines, fmt.Sprintf(textTaskCount, shortPlace(u), cutWords(firstLine(u.Text), lineRunes), h.late, h.open, h.done))
		next := at
		next.page, next.topic, next.open = 0, "", u.ID
		reply.Buttons = inRows(reply.Buttons, b.desk.button(shortPlace(u), next))
	}
	return b.cityList(at, reply, lines, len(all), pageItems)
}

// cityPage begins a page of a list.
func (b *progressHandler) cityPage(at *action, head string, all []heapOf, size int) (Reply, []heapOf) {
	pages := max(1, (len(all)+size-1)/size)
	at.page = min(at.page, pages-1)
	if pages > 1 {
		head += fmt.Sprintf(textPage, at.page+1, pages)
	}
	return Reply{Text: Text{bold(head)}}, all[at.page*size : min((at.page+1)*size, len(all))]
}

// cityList ends it.
func (b *progressHandler) cityList(at action, reply Reply, lines []string, total, size int) Reply {
	if len(lines) == 0 {
		lines = []string{textNothingToDo}
	}
	reply.Text = append(reply.Text, say(strings.Join(lines, "\n")))
	reply.Buttons = append(reply.Buttons, b.desk.pager(at, max(1, (total+size-1)/size))...)
	back := at
	back.topic, back.page = "", 0
	reply.Buttons = append(reply.Buttons, b.quarterRow(at), []Button{b.desk.button(buttonBack, back)})
	return reply
}
