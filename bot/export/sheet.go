package export

import (
	"fmt"
	"time"

	"cchcbot/seeds/plan"
)

// Sheet is the workbook of an agency's duties: a row a due date, or a row for a
// duty that has none, in the order that they are given.
func Sheet(h Heading, duties []Duty) ([]byte, error) {
	table := Table{
		Name: textDuties,
		Titles: []string{
			fmt.Sprintf(textDutiesTitle, h.Year),
			fmt.Sprintf(textDutiesAgency, oneLine(h.Agency)),
			fmt.Sprintf(textDutiesBasis, h.decision()),
			fmt.Sprintf(textMade, shortDay(plan.DateOf(h.Made))),
		},
		Columns: dutyColumns,
		Made:    h.Made,
	}
	for _, duty := range duties {
		for _, due := range orNone(duty.Due) {
			table.Rows = append(table.Rows, dutyRow(len(table.Rows)+1, duty, due))
		}
	}
	return table.Bytes()
}

// orNone gives a duty without due dates a row all the same.
func orNone(due []Due) []Due {
	if len(due) == 0 {
		return []Due{{}}
	}
	return due
}

// dutyRow has a cell for each of dutyColumns.
func dutyRow(number int, duty Duty, due Due) []Cell {
	product := duty.Product
	if duty.Recipient != "" {
		product += "\n" + fmt.Sprintf(textRecipient, duty.Recipient)
	}
	return []Cell{
		Number(number), Text(duty.Place), Text(duty.Text), Text(roleOf(duty)), Text(product), Text(duty.Lead),
		Text(duty.Support), Text(duty.Deadline), Text(periodOf(due)), Day(due.Day), Text(stateWords[due.State]), Text(due.Note),
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
