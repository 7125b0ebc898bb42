package browse

import (
	"fmt"
	"time"

	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// DueSoon is what is due in the next days.
func DueSoon(agency plan.Agency, now time.Time) dialog.Action {
	return dialog.Action{View: dialog.ViewDue, Agency: dialog.ButtonID(agency), Window: question.Soon(now).Window}
}

// DueList lists what is due in a window: an agency's part of it where one is
// given.
func (s *Screens) DueList(t dialog.Turn, agency *plan.Agency, at dialog.Action) List {
	due := s.answers.DueOf(at.Window, agency, at.Role)
	l := List{at: at, under: s.besideDue(t, agency, at), Notes: s.GoesOn(at.Window)}
	who := ""
	if agency != nil {
		who = agency.Name + ": "
	}
	l.head = chat.UpperFirst(fmt.Sprintf(textDueScreen, who, len(due), chat.WindowWords(at.Window)))
	if len(due) == 0 {
		l.head = chat.UpperFirst(fmt.Sprintf(textNothingDueScreen, who, chat.WindowWords(at.Window)))
	}
	for _, d := range due {
		l.items = append(l.items, item{unit: d.Unit, words: occurrenceWords(d, agency == nil, s.answers.OnlySupports(d.Unit, agency), t.Now)})
	}
	return l
}

// occurrenceWords tell when something is due, whether that is past, whether the
// agency only supports it, what is due then, and, in a list of everybody's, who
// leads it.
func occurrenceWords(d plan.Due, everybody, supports bool, now time.Time) string {
	words := fmt.Sprintf(answer.TextDueOn, chat.Day(d.Occurrence.Due))
	if d.Occurrence.Due.Compare(plan.DateOf(now)) < 0 {
		words += textPast
	}
	if supports {
		words += answer.TextOnlySupporting
	}
	if d.Occurrence.Product != "" {
		words += ": " + chat.OneLine(d.Occurrence.Product)
	}
	if everybody && d.Unit.Lead != "" {
		words += "\n" + chat.CutWords(answer.Labels[answer.FactLead]+": "+chat.OneLine(d.Unit.Lead), chat.LineRunes)
	}
	return words
}

// besideDue are the quarters of the year, everybody's or one's own part, and the
// way back to all of an agency's duties.
func (s *Screens) besideDue(t dialog.Turn, agency *plan.Agency, at dialog.Action) [][]chat.Button {
	at.Page, at.Open = 0, ""
	var row []chat.Button
	for quarter := 1; quarter <= 4; quarter++ {
		next := at
		next.Window = plan.QuarterWindow(quarter, at.Window.From.Year)
		if next.Window != at.Window {
			row = append(row, s.desk.Button(fmt.Sprintf(chat.ButtonQuarter, chat.Roman[quarter]), next))
		}
	}
	rows := [][]chat.Button{row}
	if agency != nil {
		all := s.desk.Button(buttonAllDuties, dialog.Action{View: dialog.ViewOverview, Agency: dialog.ButtonID(*agency)})
		at.Agency, at.Role = "", ""
		rows = append(rows, []chat.Button{s.desk.Button(buttonEverybody, at)}, []chat.Button{all})
	} else if t.Agency != nil {
		at.Agency = dialog.ButtonID(*t.Agency)
		rows = append(rows, []chat.Button{s.desk.Button(buttonMyPart, at)})
	}
	return rows
}

// DueReply shows what is due in the time and for the agency that a question
// tells, in the next days where it tells no time.
func (s *Screens) DueReply(t dialog.Turn, q question.Question) chat.Reply {
	window := question.Soon(t.Now).Window
	if q.Window != nil {
		window = q.Window.Window
	}
	agency := answer.WhoseDue(q, t.Situation())
	at := dialog.Action{View: dialog.ViewDue, Role: q.Role, Window: window}
	if agency != nil {
		at.Agency = dialog.ButtonID(*agency)
	}
	reply, _ := s.Show(s.DueList(t, agency, at))
	return reply
}

// GoesOn says on which plan a screen of a later year rests; nothing in the plan's
// own.
func (s *Screens) GoesOn(w plan.Window) chat.Text {
	p := s.answers.Plan()
	if w.To.Year <= p.Year {
		return nil
	}
	line := remind.Basis{Year: p.Year, Number: p.Number}.GoesOn(w.To.Year)
	return chat.Text{{Spans: []chat.Span{{Words: line, Style: chat.Italic}}}}
}
