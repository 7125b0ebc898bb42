package progress

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/duties"
	"cchcbot/seeds/plan"
)

const agencyRows = 8 // agencies on a page

// cityProgress shows how the city stands: by group, by agency, by task, or who
// has not delivered one task.
func (h *Handler) cityProgress(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	if at.Window == dialog.NoWindow {
		at.Window = plan.QuarterNow(t.Now)
	}
	c, err := h.city(ctx, t.Today(), at.Window)
	if err != nil {
		return chat.Reply{}, err
	}
	rows := inWindow(c.rows, at.Window)
	switch {
	case at.Open != "":
		return h.whoDelivers(t, at, rows), nil
	case strings.HasPrefix(at.Topic, topicByAgency):
		return h.cityByAgency(at, c), nil
	case at.Topic == TopicByTask:
		return h.cityByTask(t, at, rows), nil
	}
	return h.cityCard(t, at, c), nil
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
func (h *Handler) groupLines(rows []duties.Sighted, today plan.Date) []string {
	var lines []string
	for _, g := range h.byGroup(rows) {
		if c := CountOf(g.rows, today); c.all() > 0 {
			lines = append(lines, fmt.Sprintf(textGroupCount, g.name, c.done, c.all(), lateWords(c)))
		}
	}
	return lines
}

// rowGroup is what stands together in a list, with its count.
type rowGroup struct {
	rows []duties.Sighted
	Count
}

// grouped gathers rows by a key, the worst first.
func grouped(rows []duties.Sighted, today plan.Date, key func(duties.Sighted) string) []rowGroup {
	var all []rowGroup
	at := map[string]int{}
	for _, s := range rows {
		k := key(s)
		if _, known := at[k]; !known {
			at[k] = len(all)
			all = append(all, rowGroup{})
		}
		h := &all[at[k]]
		h.rows = append(h.rows, s)
		h.add(s, today)
	}
	slices.SortStableFunc(all, func(x, y rowGroup) int { return worse(x.Count, y.Count) })
	return all
}

func agencyKey(s duties.Sighted) string { return s.Kept.Agency }

func unitKey(s duties.Sighted) string { return s.Kept.Plan + "|" + s.Unit.ID }

func (h *Handler) cityByTask(t dialog.Turn, at dialog.Action, rows []duties.Sighted) chat.Reply {
	all := grouped(rows, t.Today(), unitKey)
	reply, shown := h.cityPage(&at, fmt.Sprintf(textCityByTask, chat.WindowWords(at.Window)), all, chat.PageItems)
	var lines []string
	for _, each := range shown {
		u := each.rows[0].Unit
		lines = append(lines, fmt.Sprintf(textTaskCount, chat.ShortPlace(u), chat.CutWords(chat.FirstLine(u.Text), chat.LineRunes), each.Late, each.open, each.done))
		next := at
		next.Page, next.Topic, next.Open = 0, "", u.ID
		reply.Buttons = chat.InRows(reply.Buttons, h.desk.Button(chat.ShortPlace(u), next))
	}
	return h.cityList(at, reply, lines, len(all), chat.PageItems)
}

// cityPage begins a page of a list.
func (h *Handler) cityPage(at *dialog.Action, head string, all []rowGroup, size int) (chat.Reply, []rowGroup) {
	pages := max(1, (len(all)+size-1)/size)
	at.Page = min(at.Page, pages-1)
	if pages > 1 {
		head += fmt.Sprintf(chat.TextPage, at.Page+1, pages)
	}
	return chat.Reply{Text: chat.Text{chat.BoldText(head)}}, all[at.Page*size : min((at.Page+1)*size, len(all))]
}

// cityList ends it.
func (h *Handler) cityList(at dialog.Action, reply chat.Reply, lines []string, total, size int) chat.Reply {
	if len(lines) == 0 {
		lines = []string{textNothingToDo}
	}
	reply.Text = append(reply.Text, chat.Say(strings.Join(lines, "\n")))
	reply.Buttons = append(reply.Buttons, h.desk.Pager(at, max(1, (total+size-1)/size))...)
	back := at
	back.Topic, back.Page = "", 0
	reply.Buttons = append(reply.Buttons, h.quarterRow(at), []chat.Button{h.desk.Button(chat.ButtonBack, back)})
	return reply
}
