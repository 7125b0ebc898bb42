package progress

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/duties"
	"cchcbot/bot/export"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// topicReport and topicReportYear are the reports that the picture's button of the
// city asks for: of the time that is shown, and of its year.
const (
	topicReport     = "x"
	topicReportYear = "y"
)

// reportRow are the buttons of the city's reports.
func (h *Handler) reportRow(at dialog.Action) []chat.Button {
	of := dialog.Action{View: dialog.ViewChart, Window: at.Window, Topic: topicReport}
	year := of
	year.Topic = topicReportYear
	row := []chat.Button{h.desk.Button(buttonReport, of)}
	if plan.YearOf(at.Window) != at.Window {
		row = append(row, h.desk.Button(buttonReportYear, year))
	}
	return row
}

// cityReport is the workbook of a quarter or a year: how each agency stands, the
// worst first, and who delivered what and when, with what is late and why. What is
// late is counted as on every other screen of the city.
func (h *Handler) cityReport(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	w := at.Window
	if at.Topic == topicReportYear {
		w = plan.YearOf(w)
	}
	c, err := h.city(ctx, t.Today(), w)
	if err != nil {
		return chat.Reply{}, err
	}
	p, period := h.answers.Plan(), strings.TrimPrefix(chat.WindowWords(w), "trong ")
	report := export.Report{Time: strings.ToUpper(period), Decision: export.Heading{Decision: p.Number, Issued: p.Issued, Year: p.Year, Made: t.Now}}
	for _, s := range c.all {
		report.Standings = append(report.Standings, export.Standing{
			Agency: s.agency.Name, Words: s.words(), Late: s.late, Near: s.near, Done: s.shown.done, All: s.shown.all(),
			Nobody: s.unheard, People: strings.Join(s.people, ", "),
		})
	}
	if report.Deliveries, err = h.deliveries(ctx, c.rows, w, t.Today()); err != nil {
		return chat.Reply{}, err
	}
	content, err := report.Bytes()
	if err != nil {
		return chat.Reply{}, fmt.Errorf("draw up report: %w", err)
	}
	sum := totals(c.all)
	words := fmt.Sprintf(textReport, period, len(c.all), sum.late, sum.lateAgencies)
	name := fmt.Sprintf("%s-%s.xlsx", chartCity, duties.FileName(period))
	return chat.Reply{Notice: chat.TextFileSent, Files: []chat.File{{Name: name, Bytes: content, Caption: chat.Text{chat.Say(words)}}}}, nil
}

// words say what the sign of an agency does.
func (s standing) words() string {
	return map[string]string{signLate: textStateLate, signNear: textStateNear, signDone: textStateDone, signNobody: textStateNobody, signWaiting: textStateWaiting}[s.sign()]
}

// focalNames are the focal persons of each agency on the day.
func (h *Handler) focalNames(ctx context.Context, day plan.Date) (map[string][]string, error) {
	focal, err := h.records.FocalPersons(ctx, day)
	if err != nil {
		return nil, fmt.Errorf("focal persons: %w", err)
	}
	names := map[string][]string{}
	for _, s := range focal {
		names[s.Agency] = append(names[s.Agency], chat.CalledBy(s.Person))
	}
	return names, nil
}

// deliveries are what was due in a time and is done, and all that is late, with what
// was explained about it, an agency after the other.
func (h *Handler) deliveries(ctx context.Context, rows []duties.Sighted, w plan.Window, today plan.Date) ([]export.Delivery, error) {
	told, err := h.explained(ctx)
	if err != nil {
		return nil, err
	}
	var all []export.Delivery
	for _, s := range rows {
		done := s.Kept.State == record.Done && w.Holds(s.Kept.Due)
		if !done && !s.Late(today) {
			continue
		}
		d := export.Delivery{
			Agency: s.Agency.Name, Place: chat.UpperFirst(s.Unit.Place()), Text: s.Unit.Text, Period: s.Kept.Period, Due: s.Kept.Due,
			State: duties.ExportState(s.Kept, today), Note: s.Kept.Note, Explanation: strings.Join(told[s.Kept.Key()], "\n"),
		}
		if done {
			d.By, d.On = chat.NameOrSomebody(s.Kept.By), s.Kept.Delivered
			if d.On.IsZero() {
				d.On = plan.DateOf(s.Kept.At.In(chat.Vietnam))
			}
		}
		all = append(all, d)
	}
	slices.SortStableFunc(all, func(x, y export.Delivery) int {
		return cmp.Or(cmp.Compare(x.Agency, y.Agency), x.Due.Compare(y.Due))
	})
	return all, nil
}

// explained is what was answered about each occurrence.
func (h *Handler) explained(ctx context.Context) (map[string][]string, error) {
	answers, err := h.records.Explained(ctx, plan.Date{Year: firstYear, Month: time.January, Day: 1})
	if err != nil {
		return nil, fmt.Errorf("answers: %w", err)
	}
	told := map[string][]string{}
	for _, e := range answers {
		told[e.Occurrence.Key()] = append(told[e.Occurrence.Key()], e.Words)
	}
	return told, nil
}
