package progress

import (
	"context"
	"fmt"
	"slices"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/duties"
	"cchcbot/bot/export"
	"cchcbot/seeds/plan"
)

// chartPressed draws what a screen of progress tells: the year of an agency, the
// city by group and quarter, or each agency's quarters of one task. The numbers
// of the picture stand beside it in words.
func (h *Handler) chartPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	all, err := h.following.TiesOf(ctx, t.User)
	if err != nil {
		return chat.Reply{}, err
	}
	year := plan.YearOf(at.Window)
	if at.Agency != "" {
		agency, ok, err := h.following.AgencyToSee(ctx, t, all, at.Agency)
		if err != nil || !ok {
			return chat.OldButton(), err
		}
		if may, err := h.following.MaySee(ctx, t, all, plan.KeyOf(agency)); err != nil || !may {
			return dialog.Refusal(t, fmt.Sprintf(textNotForYou, agency.Name)), err
		}
		rows, err := h.Standings(ctx, []plan.Agency{agency}, year)
		if err != nil {
			return chat.Reply{}, err
		}
		return h.charted(at, duties.FileName(agency.Name), timelineOf(agency, rows, year, t.Today()))
	}
	if may, err := h.following.Overseer(ctx, t.User, all); err != nil || !may {
		return dialog.Refusal(t, textCityRights), err
	}
	if at.Topic == topicReport || at.Topic == topicReportYear {
		return h.cityReport(ctx, t, at)
	}
	c, err := h.city(ctx, t.Today(), year)
	if err != nil {
		return chat.Reply{}, err
	}
	if at.Open == "" {
		return h.charted(at, chartCity, cityHeat(c))
	}
	rows := whoseNames(at.Topic).rows(inWindow(c.rows, year), at.Open)
	if len(rows) == 0 {
		return chat.OldButton(), nil
	}
	return h.charted(at, chartTask+duties.FileName(chat.TaskName(rows[0].Unit)), taskHeat(rows, year, t.Today()))
}

// The names of pictures that are not an agency's.
const (
	chartCity = "tien-do-thanh-pho"
	chartTask = "nhiem-vu-"
)

// chart is what can be drawn.
type chart interface {
	Draw() (export.Picture, error)
}

// charted sends the pages of a chart behind its numbers, from which the way
// leads back to the screen.
func (h *Handler) charted(at dialog.Action, name string, c chart) (chat.Reply, error) {
	picture, err := c.Draw()
	if err != nil {
		return chat.Reply{}, fmt.Errorf("draw chart: %w", err)
	}
	reply := chat.Reply{Text: chat.LinesText(picture.Lines)}
	name = fmt.Sprintf("%s-%d", name, at.Window.From.Year)
	for i, page := range picture.Pages {
		file := chat.File{Name: name + ".png", Picture: true, Bytes: page, Caption: chat.Text{chat.Say(picture.Lines[0])}}
		if len(picture.Pages) > 1 {
			file.Name = fmt.Sprintf("%s-%d.png", name, i+1)
			file.Caption = chat.Text{chat.Say(picture.Lines[0] + fmt.Sprintf(chat.TextPage, i+1, len(picture.Pages)))}
		}
		reply.Files = append(reply.Files, file)
	}
	at.View = dialog.ViewProgress
	reply.Buttons = [][]chat.Button{{h.desk.Button(chat.ButtonBack, at)}}
	return reply, nil
}

// chartButton leads to the picture of a screen of progress.
func (h *Handler) chartButton(at dialog.Action) []chat.Button {
	return []chat.Button{h.desk.Button(buttonChart, dialog.Action{View: dialog.ViewChart, Agency: at.Agency, Window: at.Window, Topic: at.Topic, Open: at.Open})}
}

func timelineOf(agency plan.Agency, rows []duties.Sighted, year plan.Window, today plan.Date) export.Timeline {
	line := export.Timeline{Year: year.From.Year}
	line.Title, line.On = fmt.Sprintf(textTimeline, agency.Name, year.From.Year), today
	for _, s := range rows {
		line.Due = append(line.Due, export.Mark{Label: chat.TaskName(s.Unit), Day: s.Kept.Due, State: duties.ExportState(s.Kept, today)})
	}
	return line
}

// cityHeat tells how each agency stands in each quarter, with the numbers of the card
// beside it. Where nobody is there, nothing is called late.
func cityHeat(c city) export.Heat {
	manned := map[string]bool{}
	for _, s := range c.all {
		manned[plan.KeyOf(s.agency)] = s.manned()
	}
	state := func(s duties.Sighted) export.State {
		if state := duties.ExportState(s.Kept, c.today); state != export.Late || manned[s.Kept.Agency] {
			return state
		}
		return export.Nobody
	}
	heat := heatOf(inWindow(c.rows, c.shown), c.shown, state)
	heat.Title, heat.On = fmt.Sprintf(textChartCity, c.shown.From.Year), c.today
	for i, column := range heat.Columns {
		heat.Counts = append(heat.Counts, export.Tally{Period: column})
		for _, s := range inWindow(c.rows, quartersIn(c.rows, c.shown)[i]) {
			heat.Counts[i].Add(state(s))
		}
	}
	return heat
}

// taskHeat tells how each agency stands with one task.
func taskHeat(rows []duties.Sighted, year plan.Window, today plan.Date) export.Heat {
	heat := heatOf(rows, year, func(s duties.Sighted) export.State { return duties.ExportState(s.Kept, today) })
	u := rows[0].Unit
	heat.Title, heat.About, heat.On = fmt.Sprintf(textHeat, u.Place(), year.From.Year), chat.CutWords(chat.FirstLine(u.Text), chat.BriefRunes), today
	return heat
}

// quartersIn are the quarters of a year in which something is due.
func quartersIn(rows []duties.Sighted, year plan.Window) []plan.Window {
	var quarters []plan.Window
	for q := 1; q <= 4; q++ {
		if w := plan.QuarterWindow(q, year.From.Year); len(inWindow(rows, w)) > 0 {
			quarters = append(quarters, w)
		}
	}
	return quarters
}

// heatOf tells how each agency stands in the quarters in which something is due.
func heatOf(rows []duties.Sighted, year plan.Window, stands func(duties.Sighted) export.State) export.Heat {
	quarters := quartersIn(rows, year)
	heat := export.Heat{}
	for _, w := range quarters {
		heat.Columns = append(heat.Columns, fmt.Sprintf(chat.ButtonQuarter, chat.Roman[(int(w.From.Month)-1)/3+1]))
	}
	at := map[string]int{}
	for _, s := range rows {
		i, known := at[s.Kept.Agency]
		if !known {
			i = len(heat.Rows)
			at[s.Kept.Agency] = i
			heat.Rows = append(heat.Rows, export.HeatRow{Name: s.Agency.Name, States: make([]export.State, len(quarters))})
		}
		q := slices.IndexFunc(quarters, func(w plan.Window) bool { return w.Holds(s.Kept.Due) })
		if q < 0 {
			continue
		}
		if state := stands(s); severity[state] > severity[heat.Rows[i].States[q]] {
			heat.Rows[i].States[q] = state
		}
	}
	return heat
}

// severity tells which of several states in one field is shown: the worst.
var severity = map[export.State]int{export.Waived: 1, export.Done: 2, export.Ahead: 3, export.Open: 4, export.Nobody: 5, export.Late: 6}
