package export

import (
	"fmt"
	"time"

	"cchcbot/seeds/plan"
)

// Sheet is the workbook of an agency's duties: a row a due date, or a row for a
// duty that has none, in the order that they are given. What the agency only
// supports is on a sheet of its own.
func Sheet(h Heading, duties []Duty) ([]byte, error) {
	table := func(name, title string) Table {
		return Table{
			Name: name,
			Titles: []string{
				fmt.Sprintf(title, h.Year),
				fmt.Sprintf(textDutiesAgency, oneLine(h.Agency)),
				fmt.Sprintf(textDutiesBasis, h.decision()),
				fmt.Sprintf(textMade, shortDay(plan.DateOf(h.Made))),
			},
			Columns: dutyColumns,
			Made:    h.Made,
		}
	}
	own, supports := table(textDuties, textDutiesTitle), table(textSupports, textSupportsTitle)
	for _, duty := range duties {
		on := &own
		if duty.Role == plan.RoleSupport {
			on = &supports
		}
		for i, due := range orNone(duty.Due) {
			on.Rows = append(on.Rows, dutyRow(len(on.Rows)+1, duty, due, i > 0))
		}
	}
	switch {
	case len(supports.Rows) == 0:
		return own.Bytes()
	case len(own.Rows) == 0:
		return supports.Bytes()
	}
	return workbook(own, supports)
}

// orNone gives a duty without due dates a row all the same.
func orNone(due []Due) []Due {
	if len(due) == 0 {
		return []Due{{}}
	}
	return due
}

// How much of a duty a row tells, so that a year of an agency is read on a few
// pages: the decision has the whole. A further due date of the same duty repeats
// less of it.
const (
	mostRowText  = 160
	mostRowAgain = 60
)

// dutyRow has a cell for each of dutyColumns.
func dutyRow(number int, duty Duty, due Due, again bool) []Cell {
	most := mostRowText
	if again {
		most = mostRowAgain
	}
	product := shorten(oneLine(duty.Product), most*2/3)
	if due.Product != "" {
		product = shorten(oneLine(due.Product), most*2/3)
	}
	if duty.Recipient != "" {
		product += "\n" + fmt.Sprintf(textRecipient, duty.Recipient)
	}
	period := due.Period
	if period == "" {
		period = shorten(oneLine(duty.Deadline), mostRowAgain)
	}
	return []Cell{
		Number(number), Text(duty.Place), Text(shorten(oneLine(duty.Text), most)), Text(roleOf(duty)), Text(product),
		Text(period), Day(due.Day), Text(stateWords[due.State]), Day(due.On), Text(due.By), Text(due.Note),
	}
}

// Change is an entry of the audit log.
type Change struct {
	At     time.Time
	Who    string
	What   string // what sort of thing: "đăng ký đầu mối"
	About  string // which one
	Before string
	After  string
}

// Log is the workbook of the audit log, in the order that it is given.
func Log(changes []Change, made time.Time) ([]byte, error) {
	table := Table{
		Name:    textLog,
		Titles:  []string{textLogTitle, fmt.Sprintf(textMade, shortDay(plan.DateOf(made)))},
		Columns: logColumns,
		Made:    made,
	}
	for _, c := range changes {
		table.Rows = append(table.Rows, []Cell{
			Moment(c.At), Text(c.Who), Text(c.What), Text(c.About), Text(c.Before), Text(c.After),
		})
	}
	return table.Bytes()
}
