package bot

import (
	"fmt"
	"strings"
	"time"

	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// dueSoon is what is due in the next days.
func dueSoon(agency plan.Agency, now time.Time) action {
	return action{view: viewDue, agency: buttonID(agency), window: question.Soon(now).Window}
}

// dueList lists what is due in a window: an agency's part of it where one is
// given.
func (b *screens) dueList(t turn, agency *plan.Agency, at action) list {
	due := b.answers.dueOf(at.window, agency, at.role)
	l := list{at: at, under: b.besideDue(t, agency, at), notes: b.goesOn(at.window)}
	who := ""
	if agency != nil {
		who = agency.Name + ": "
	}
	l.head = upperFirst(fmt.Sprintf(textDueScreen, who, len(due), windowWords(at.window)))
	if len(due) == 0 {
		l.head = upperFirst(fmt.Sprintf(textNothingDueScreen, who, windowWords(at.window)))
	}
	for _, d := range due {
		l.items = append(l.items, item{unit: d.Unit, words: occurrenceWords(d, agency == nil, b.answers.onlySupports(d.Unit, agency), t.now)})
	}
	return l
}

// occurrenceWords tell when something is due, whether that is past, whether the
// agency only supports it, what is due then, and, in a list of everybody's, who
// leads it.
func occurrenceWords(d plan.Due, everybody, supports bool, now time.Time) string {
	words := fmt.Sprintf(textDueOn, day(d.Occurrence.Due))
	if d.Occurrence.Due.Compare(plan.DateOf(now)) < 0 {
		words += textPast
	}
	if supports {
		words += textOnlySupporting
	}
	if d.Occurrence.Product != "" {
		words += ": " + oneLine(d.Occurrence.Product)
	}
	if everybody && d.Unit.Lead != "" {
		words += "\n" + cutWords(labels[factLead]+": "+oneLine(d.Unit.Lead), lineRunes)
	}
	return words
}

// besideDue are the quarters of the year, everybody's or one's own part, and the
// way back to all of an agency's duties.
func (b *screens) besideDue(t turn, agency *plan.Agency, at action) [][]Button {
	at.page, at.open = 0, ""
	var row []Button
	for quarter := 1; quarter <= 4; quarter++ {
		next := at
		next.window = quarterWindow(quarter, at.window.From.Year)
		if next.window != at.window {
			row = append(row, b.desk.button(fmt.Sprintf(buttonQuarter, roman[quarter]), next))
		}
	}
	rows := [][]Button{row}
	if agency != nil {
		all := b.desk.button(buttonAllDuties, action{view: viewOverview, agency: buttonID(*agency)})
		at.agency, at.role = "", ""
		rows = append(rows, []Button{b.desk.button(buttonEverybody, at)}, []Button{all})
	} else if t.own != nil {
		at.agency = buttonID(*t.own)
		rows = append(rows, []Button{b.desk.button(buttonMyPart, at)})
	}
	return rows
}

var roman = [...]string{1: "I", 2: "II", 3: "III", 4: "IV"}

// monthsWindow is whole months of a year.
func monthsWindow(first, last time.Month, year int) plan.Window {
	return plan.Window{
		From: plan.Date{Year: year, Month: first, Day: 1},
		To:   plan.Date{Year: year, Month: last + 1, Day: 1}.AddDays(-1),
	}
}

func quarterWindow(quarter, year int) plan.Window {
	last := time.Month(3 * quarter)
	return monthsWindow(last-2, last, year)
}

// windowWords names a window by its days, since a button outlives the words
// that it was asked for with.
func windowWords(w plan.Window) string {
	year := w.From.Year
	if w == monthsWindow(time.January, time.December, year) {
		return fmt.Sprintf(textInYear, year)
	}
	for quarter := 1; quarter <= 4; quarter++ {
		if w == quarterWindow(quarter, year) {
			return fmt.Sprintf(textInQuarter, roman[quarter], year)
		}
	}
	if m := w.From.Month; w == monthsWindow(m, m, year) {
		return fmt.Sprintf(textInMonth, int(m), year)
	}
	if w.From == w.To {
		return fmt.Sprintf(textOnDay, day(w.From))
	}
	return fmt.Sprintf(textInDays, day(w.From), day(w.To))
}

// dueReply shows what is due in the time and for the agency that a question
// tells, in the next days where it tells no time.
func (b *screens) dueReply(t turn, q question.Question) Reply {
	window := question.Soon(t.now).Window
	if q.Window != nil {
		window = q.Window.Window
	}
	agency := whoseDue(q, t.situation())
	at := action{view: viewDue, role: q.Role, window: window}
	if agency != nil {
		at.agency = buttonID(*agency)
	}
	reply, _ := b.show(b.dueList(t, agency, at))
	return reply
}

// nothingElse reports whether a question holds no more than time and agency.
func nothingElse(q question.Question) bool {
	return !q.Worded() && len(q.Places) == 0 && len(q.Documents) == 0 && strings.TrimSpace(q.Text) != ""
}
