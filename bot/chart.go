package bot

import (
	"context"
	"fmt"
	"slices"

	"cchcbot/bot/export"
	"cchcbot/seeds/plan"
)

// chartPressed draws what a screen of progress tells: the year of an agency, the
// city by group and quarter, or each agency's quarters of one task. The numbers
// of the picture stand beside it in words.
func (b *progressHandler) chartPressed(ctx context.Context, t turn, at action) (Reply, error) {
	all, err := b.following.tiesOf(ctx, t.User)
	if err != nil {
		return Reply{}, err
	}
	year := yearOf(at.window)
	if at.agency != "" {
		agency, ok, err := b.following.agencyToSee(ctx, t, all, at.agency)
		if err != nil || !ok {
			return oldButton(), err
		}
		if may, err := b.following.maySee(ctx, t, all, memoryID(agency)); err != nil || !may {
			return refusal(t, fmt.Sprintf(textNotForYou, agency.Name)), err
		}
		rows, err := b.standings(ctx, []plan.Agency{agency}, year)
		if err != nil {
			return Reply{}, err
		}
		return b.charted(at, fileName(agency.Name), timelineOf(agency, rows, year, t.today()))
	}
	if may, err := b.following.overseer(ctx, t.User, all); err != nil || !may {
		return refusal(t, textCityRights), err
	}
	rows, _, err := b.cityStandings(ctx, t, year)
	if err != nil {
		return Reply{}, err
	}
	if at.open == "" {
		return b.charted(at, chartCity, b.progressOf(fmt.Sprintf(textChartCity, year.From.Year), rows, year, t.today()))
	}
	rows = whoseNames(at.topic).rows(rows, at.open)
	if len(rows) == 0 {
		return oldButton(), nil
	}
	return b.charted(at, chartTask+fileName(taskName(rows[0].Unit)), b.chartOfTask(rows, year, t.today()))
}

// chartOfTask is a field an agency and quarter, or, of more agencies than a person
// looks through, a bar a group and quarter.
func (b *progressHandler) chartOfTask(rows []sighted, year plan.Window, today plan.Date) chart {
	heat := heatOf(rows, year, today)
	if len(heat.Rows) <= mostHeated {
		return heat
	}
	progress := b.progressOf(heat.Title, rows, year, today)
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
func (b *progressHandler) charted(at action, name string, c chart) (Reply, error) {
	picture, err := c.Draw()
	if err != nil {
		return Reply{}, fmt.Errorf("draw chart: %w", err)
	}
	reply := Reply{Text: linesText(picture.Lines)}
	name = fmt.Sprintf("%s-%d", name, at.window.From.Year)
	for i, page := range picture.Pages {
		file := File{Name: name + ".png", Picture: true, Bytes: page, Caption: Text{say(picture.Lines[0])}}
		if len(picture.Pages) > 1 {
			file.Name = fmt.Sprintf("%s-%d.png", name, i+1)
			file.Caption = Text{say(picture.Lines[0] + fmt.Sprintf(textPage, i+1, len(picture.Pages)))}
		}
		reply.Files = append(reply.Files, file)
	}
	at.view = viewProgress
	reply.Buttons = [][]Button{{b.desk.button(buttonBack, at)}}
	return reply, nil
}

// chartButton leads to the picture of a screen of progress.
func (b *progressHandler) chartButton(at action) []Button {
	return []Button{b.desk.button(buttonChart, action{view: viewChart, agency: at.agency, window: at.window, topic: at.topic, open: at.open})}
}

func timelineOf(agency plan.Agency, rows []sighted, year plan.Window, today plan.Date) export.Timeline {
	line := export.Timeline{Year: year.From.Year}
	line.Title, line.On = fmt.Sprintf(textTimeline, agency.Name, year.From.Year), today
	for _, s := range rows {
		line.Due = append(line.Due, export.Mark{Label: taskName(s.Unit), Day: s.kept.Due, State: exportState(s.kept, today)})
	}
	return line
}

func (b *progressHandler) progressOf(title string, rows []sighted, year plan.Window, today plan.Date) export.Progress {
	var p export.Progress
	p.Title, p.On = title, today
	for _, g := range b.byGroup(rows) {
		group := export.Group{Name: g.name}
		for q := 1; q <= 4; q++ {
			tally := export.Tally{Period: fmt.Sprintf(buttonQuarter, roman[q])}
			for _, s := range inWindow(g.rows, quarterWindow(q, year.From.Year)) {
				switch exportState(s.kept, today) {
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
func heatOf(rows []sighted, year plan.Window, today plan.Date) export.Heat {
	u := rows[0].Unit
	heat := export.Heat{}
	heat.Title, heat.About, heat.On = fmt.Sprintf(textHeat, u.Place(), year.From.Year), cutWords(firstLine(u.Text), briefRunes), today
	var quarters []plan.Window
	for q := 1; q <= 4; q++ {
		if w := quarterWindow(q, year.From.Year); len(inWindow(rows, w)) > 0 {
			quarters = append(quarters, w)
			heat.Columns = append(heat.Columns, fmt.Sprintf(buttonQuarter, roman[q]))
		}
	}
	at := map[string]int{}
	for _, s := range rows {
		i, known := at[s.kept.Agency]
		if !known {
			i = len(heat.Rows)
			at[s.kept.Agency] = i
			heat.Rows = append(heat.Rows, export.HeatRow{Name: s.Agency.Name, States: make([]export.State, len(quarters))})
		}
		q := slices.IndexFunc(quarters, func(w plan.Window) bool { return len(inWindow([]sighted{s}, w)) > 0 })
		if q < 0 {
			continue
		}
		if state := exportState(s.kept, today); severity[state] > severity[heat.Rows[i].States[q]] {
			heat.Rows[i].States[q] = state
		}
	}
	return heat
}

// severity tells which of several states in one field is shown: the worst.
var severity = map[export.State]int{export.Waived: 1, export.Done: 2, export.Ahead: 3, export.Open: 4, export.Late: 5}
