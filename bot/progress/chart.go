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
	rows, _, err := h.cityStandings(ctx, t.Today(), year)
	if err != nil {
		return chat.Reply{}, err
	}
	if at.Open == "" {
		return h.charted(at, chartCity, h.progressOf(fmt.Sprintf(textChartCity, year.From.Year), rows, year, t.Today()))
	}
	rows = whoseNames(at.Topic).rows(rows, at.Open)
	if len(rows) == 0 {
		return chat.OldButton(), nil
	}
	return h.charted(at, chartTask+duties.FileName(chat.TaskName(rows[0].Unit)), h.chartOfTask(rows, year, t.Today()))
}

// chartOfTask is a field an agency and quarter, or, of more agencies than a person
// looks through, a bar a group and quarter.
func (h *Handler) chartOfTask(rows []duties.Sighted, year plan.Window, today plan.Date) chart {
	heat := heatOf(rows, year, today)
	if len(heat.Rows) <= mostHeated {
		return heat
	}
	progress := h.progressOf(heat.Title, rows, year, today)
	progress.About = heat.About
	return progress
}

const mostHeated = 60 // agencies in a heat map: three pages

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

func (h *Handler) progressOf(title string, rows []duties.Sighted, year plan.Window, today plan.Date) export.Progress {
	var p export.Progress
	p.Title, p.On = title, today
	for _, g := range h.byGroup(rows) {
		group := export.Group{Name: g.name}
		for q := 1; q <= 4; q++ {
			tally := export.Tally{Period: fmt.Sprintf(chat.ButtonQuarter, chat.Roman[q])}
			for _, s := range inWindow(g.rows, plan.QuarterWindow(q, year.From.Year)) {
				switch duties.ExportState(s.Kept, today) {
				case export.Done:
					tally.Done++
				case export.Late:
					tally.Late++
				case export.Open:
					tally.Open++
				case export.Ahead:
					tally.Ahead++
				}
			}
			group.Periods = append(group.Periods, tally)
		}
		p.Groups = append(p.Groups, group)
	}
	return p
}

// heatOf tells how each agency stands with a task in the quarters in which it is
// due.
func heatOf(rows []duties.Sighted, year plan.Window, today plan.Date) export.Heat {
	u := rows[0].Unit
	heat := export.Heat{}
	heat.Title, heat.About, heat.On = fmt.Sprintf(textHeat, u.Place(), year.From.Year), chat.CutWords(chat.FirstLine(u.Text), chat.BriefRunes), today
	var quarters []plan.Window
	for q := 1; q <= 4; q++ {
		if w := plan.QuarterWindow(q, year.From.Year); len(inWindow(rows, w)) > 0 {
			quarters = append(quarters, w)
			heat.Columns = append(heat.Columns, fmt.Sprintf(chat.ButtonQuarter, chat.Roman[q]))
		}
	}
	at := map[string]int{}
	for _, s := range rows {
		i, known := at[s.Kept.Agency]
		if !known {
			i = len(heat.Rows)
			at[s.Kept.Agency] = i
			heat.Rows = append(heat.Rows, export.HeatRow{Name: s.Agency.Name, States: make([]export.State, len(quarters))})
		}
		q := slices.IndexFunc(quarters, func(w plan.Window) bool { return len(inWindow([]duties.Sighted{s}, w)) > 0 })
		if q < 0 {
			continue
		}
		if state := duties.ExportState(s.Kept, today); severity[state] > severity[heat.Rows[i].States[q]] {
			heat.Rows[i].States[q] = state
		}
	}
	return heat
}

// severity tells which of several states in one field is shown: the worst.
var severity = map[export.State]int{export.Waived: 1, export.Done: 2, export.Ahead: 3, export.Open: 4, export.Late: 5}
