package progress

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/agency"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/duties"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

const nameRows = 25 // names on a page

// Whose tells whose names the screen of a task shows: of those who have not
// delivered, or of those who have; of all agencies, or of a group.
type Whose struct {
	Done  bool
	Group string
}

// Topic writes it for a button.
func (w Whose) Topic() string {
	topic := ""
	if w.Done {
		topic = "d"
	}
	if w.Group != "" {
		topic += "." + w.Group
	}
	return topic
}

// whoseNames reads a topic; what it does not know is everybody who has not
// delivered.
func whoseNames(topic string) Whose {
	state, group, _ := strings.Cut(topic, ".")
	return Whose{Done: state == "d", Group: group}
}

// rows are those of a unit whose agencies are asked for.
func (w Whose) rows(all []duties.Sighted, unit string) []duties.Sighted {
	return slices.DeleteFunc(slices.Clone(all), func(s duties.Sighted) bool {
		return s.Unit.ID != unit || w.Group != "" && agency.GroupOf(s.Agency) != w.Group && !slices.Contains(s.Agency.Groups, w.Group)
	})
}

// whoDelivers tells how many have delivered a task and names the others, who is
// late first.
func (h *Handler) whoDelivers(t dialog.Turn, at dialog.Action, rows []duties.Sighted) chat.Reply {
	w := whoseNames(at.Topic)
	rows = w.rows(rows, at.Open)
	all := slices.DeleteFunc(grouped(rows, t.Today(), agencyKey), func(each rowGroup) bool { return each.all() == 0 })
	u, ok := h.answers.Index.Unit(at.Open)
	if !ok || len(all) == 0 {
		reply := chat.Sentence(fmt.Sprintf(textNobodyOwes, strings.TrimPrefix(at.Open, "PL."), chat.WindowWords(at.Window)))
		reply.Buttons = h.underNames(at, w, nil)
		return reply
	}
	missing := slices.DeleteFunc(slices.Clone(all), func(each rowGroup) bool { return each.open+each.Late == 0 })
	named, head := missing, fmt.Sprintf(textWhoHasNot, chat.WindowWords(at.Window), len(missing), len(all), lateAgencies(missing))
	if w.Done {
		named = slices.DeleteFunc(slices.Clone(all), func(each rowGroup) bool { return each.open+each.Late > 0 })
		head = fmt.Sprintf(textWhoHas, chat.WindowWords(at.Window), len(named), len(all))
	}
	pages := max(1, (len(named)+nameRows-1)/nameRows)
	at.Page = min(at.Page, pages-1)
	if pages > 1 {
		head += fmt.Sprintf(chat.TextPage, at.Page+1, pages)
	}
	reply := chat.Reply{Text: chat.Text{
		{Spans: []chat.Span{{Words: chat.ShortPlace(u), Style: chat.Bold}, {Words: ". " + chat.CutWords(chat.FirstLine(u.Text), chat.LineRunes)}}},
		chat.BoldText(head),
	}}
	groups := h.byGroup(rows)
	if len(groups) > 1 {
		reply.Text = append(reply.Text, chat.Say(strings.Join(h.groupLines(rows, t.Today()), "\n")))
	}
	reply.Text = append(reply.Text, chat.Say(strings.Join(w.names(named[at.Page*nameRows:min((at.Page+1)*nameRows, len(named))], missing), "\n")))
	if pages == 1 {
		groups = nil
	}
	reply.Buttons = append(h.desk.Pager(at, pages), h.underNames(at, w, groups)...)
	return reply
}

// names are lines: when it was delivered, or who of several is late.
func (w Whose) names(some, missing []rowGroup) []string {
	someLate := slices.ContainsFunc(missing, func(h rowGroup) bool { return h.Late > 0 }) &&
		slices.ContainsFunc(missing, func(h rowGroup) bool { return h.Late == 0 })
	var lines []string
	for _, h := range some {
		line := "- " + h.rows[0].Agency.Name
		switch last := h.rows[len(h.rows)-1].Kept; {
		case w.Done && last.State == record.Done:
			line += fmt.Sprintf(textDeliveredOn, chat.Day(plan.DateOf(last.At.In(chat.Vietnam))))
		case someLate && h.Late > 0:
			line += textIsLate
		}
		lines = append(lines, line)
	}
	switch {
	case len(lines) == 0 && w.Done:
		return []string{textNobodyHas}
	case len(lines) == 0:
		return []string{textEverybodyHas}
	}
	return lines
}

func lateAgencies(missing []rowGroup) string {
	var c Count
	for _, h := range missing {
		if h.Late > 0 {
			c.Late++
		}
	}
	return lateWords(c)
}

// underNames are the other names of a task, its picture, its quarters and the way
// back.
func (h *Handler) underNames(at dialog.Action, w Whose, groups []groupRows) [][]chat.Button {
	var rows [][]chat.Button
	show := func(label string, w Whose) chat.Button {
		next := at
		next.Page, next.Topic = 0, w.Topic()
		return h.desk.Button(label, next)
	}
	for i, g := range groups {
		button := show(groupLabel(g), Whose{Done: w.Done, Group: g.id})
		if i%2 == 1 {
			rows[len(rows)-1] = append(rows[len(rows)-1], button)
			continue
		}
		rows = append(rows, []chat.Button{button})
	}
	if w.Group != "" {
		rows = append(rows, []chat.Button{show(buttonAllAgencies, Whose{Done: w.Done})})
	}
	other := show(buttonWhoHas, Whose{Done: true, Group: w.Group})
	if w.Done {
		other = show(buttonWhoHasNot, Whose{Group: w.Group})
	}
	rows = append(rows, append([]chat.Button{other}, h.chartButton(at)...))
	var quarters []chat.Button
	for q := 1; q <= 4; q++ {
		next := at
		next.Page = 0
		if next.Window = plan.QuarterWindow(q, at.Window.From.Year); next.Window != at.Window {
			quarters = append(quarters, h.desk.Button(fmt.Sprintf(chat.ButtonQuarter, chat.Roman[q]), next))
		}
	}
	at.Open, at.Page, at.Topic = "", 0, TopicByTask
	return append(rows, quarters, []chat.Button{h.desk.Button(chat.ButtonBack, at)})
}

// groupLabel is the name of a group, short enough for half a row.
func groupLabel(g groupRows) string {
	for _, k := range agency.KindChoices {
		if k.Group == g.id {
			return k.Label
		}
	}
	return g.name
}

// whoCommand tells those who may see it who has delivered: "/chuanop 1.14 quý I",
// or a whole question with the words of the task.
func (h *Handler) whoCommand(ctx context.Context, t dialog.Turn, words string) (chat.Reply, error) {
	w := Whose{}
	if rest, asked, ok := ParseWho(words); ok {
		words, w = rest, asked
	}
	all, err := h.following.TiesOf(ctx, t.User)
	if err != nil {
		return chat.Reply{}, err
	}
	may, err := h.following.Overseer(ctx, t.User, all)
	switch own := len(all.Agencies(record.Leader, record.FocalPerson)) > 0; {
	case err != nil:
		return chat.Reply{}, err
	case !may && own && strings.TrimSpace(words) == "": // "ai chưa nộp", of their own
		return h.progressHere(ctx, t, dialog.Action{View: dialog.ViewProgress, Window: dialog.NoWindow}, all)
	case !may:
		return h.cityRefused(all), nil
	}
	at := dialog.Action{View: dialog.ViewProgress, Window: dialog.NoWindow, Topic: w.Topic()}
	q := t.Question().Within(words)
	if at.Open, err = h.findUnit(ctx, t, q, words); err != nil {
		return chat.Reply{}, err
	}
	if at.Open == "" {
		at.Topic = TopicByTask
	} else {
		at.Window = h.QuarterMeant(at.Open, t.Today())
	}
	if q.Running != nil {
		at.Window = q.Running.Window
	}
	return h.cityProgress(ctx, t, at)
}

// QuarterMeant is the quarter of the due date of a unit that is spoken of when no
// time is told: the one just past, else the next.
func (h *Handler) QuarterMeant(unit string, today plan.Date) plan.Window {
	u, _ := h.answers.Index.Unit(unit)
	var meant plan.Date
	for year := today.Year - 1; year <= today.Year+1; year++ {
		for _, o := range u.Deadline.OccurrencesIn(year) {
			if today.AddDays(-duties.LateLooked).Compare(o.Due) <= 0 && (meant.IsZero() || o.Due.Compare(meant) < 0) {
				meant = o.Due
			}
		}
	}
	if meant.IsZero() {
		meant = today
	}
	return plan.QuarterOf(meant)
}

// findUnit is the unit with a due date that words mean, "" for none.
func (h *Handler) findUnit(ctx context.Context, t dialog.Turn, q question.Question, args string) (string, error) {
	if w, ok := h.duties.ParseTask(t, args); ok {
		for _, id := range w.IDs() {
			if _, known := h.answers.Index.Unit(id); known && strings.Contains(id, ".") {
				return id, nil
			}
		}
	}
	if !q.Worded() {
		return "", nil
	}
	q.Intent, q.Window = question.Search, nil // who delivered is no part of what the task is called
	q.Asks, q.By, q.About.State = []question.Ask{question.AskText}, question.ByNothing, ""
	answer, err := h.answers.Reply(ctx, q, t.Situation())
	if err != nil {
		return "", err
	}
	if answer.Plan != h.answers.Plan() {
		return "", nil // reports belong to units of the plan in force
	}
	for _, f := range answer.Units {
		if len(f.Unit.Deadline.Occurrences) > 0 {
			return f.Unit.ID, nil
		}
	}
	return "", nil
}
