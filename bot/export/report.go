package export

import (
	"fmt"

	"cchcbot/seeds/plan"
)

// Standing is how one agency stands in a Report.
type Standing struct {
	Agency     string
	Words      string // "Quá hạn", "Sắp đến hạn"
	Late, Near int    // near counts what is due in the next days
	Done, All  int    // within the time of the report
	Nobody     int    // late while the agency has no focal person, and blamed on nobody
	People     string // its focal persons
}

// Delivery is one due date in a Report: delivered, or late.
type Delivery struct {
	Agency, Place, Text, Period string
	Due                         plan.Date
	State                       State
	On                          plan.Date // delivered, zero for not
	By, Note, Explanation       string
}

// Report is how agencies stand in a quarter or a year, to be printed: the agencies,
// then who delivered what and when.
type Report struct {
	Time       string // "quý I năm 2024"
	Decision   Heading
	Standings  []Standing
	Deliveries []Delivery
}

// Bytes is the workbook of the report (.xlsx), each sheet as wide as a page of A4.
func (r Report) Bytes() ([]byte, error) {
	table := func(name, title string, columns []Column) Table {
		return Table{Name: name, Columns: columns, Made: r.Decision.Made, Titles: []string{
			fmt.Sprintf(title, r.Time), fmt.Sprintf(textReportBasis, r.Decision.decision()), fmt.Sprintf(textMade, shortDay(plan.DateOf(r.Decision.Made))),
		}}
	}
	agencies := table(textReportAgencies, textReportTitle, standingColumns)
	for i, s := range r.Standings {
		agencies.Rows = append(agencies.Rows, []Cell{
			Number(i + 1), Text(s.Agency), Text(s.Words), Number(s.Late), Number(s.Near), Number(s.Done), Number(s.All), Number(s.Nobody), Text(s.People),
		})
	}
	delivered := table(textReportDeliveries, textReportDeliveriesTitle, deliveryColumns)
	for i, d := range r.Deliveries {
		delivered.Rows = append(delivered.Rows, []Cell{
			Number(i + 1), Text(d.Agency), Text(d.Place), Text(shorten(oneLine(d.Text), mostRowText)), Text(d.Period), Day(d.Due),
			Text(stateWords[d.State]), Day(d.On), Text(d.By), Text(d.Note), Text(d.Explanation),
		})
	}
	if len(delivered.Rows) == 0 {
		return agencies.Bytes()
	}
	return workbook(agencies, delivered)
}

const (
	textReportTitle           = "TIẾN ĐỘ CÁC CƠ QUAN, ĐƠN VỊ, %s"
	textReportDeliveriesTitle = "VIỆC ĐÃ NỘP VÀ QUÁ HẠN, %s"
	textReportAgencies        = "Cơ quan"
	textReportDeliveries      = "Việc"
	textReportBasis           = "Căn cứ: %s"
)

var standingColumns = []Column{
	{Title: "STT", Width: 5, Middle: true},
	{Title: "Cơ quan, đơn vị", Width: 46},
	{Title: "Tình trạng", Width: 18},
	{Title: "Quá hạn", Width: 10, Middle: true},
	{Title: "Đến hạn trong 14 ngày", Width: 12, Middle: true},
	{Title: "Đã nộp trong kỳ", Width: 10, Middle: true},
	{Title: "Tổng trong kỳ", Width: 10, Middle: true},
	{Title: "Quá hạn, chưa có đầu mối", Width: 14, Middle: true},
	{Title: "Đầu mối", Width: 34},
}

var deliveryColumns = []Column{
	{Title: "STT", Width: 5, Middle: true},
	{Title: "Cơ quan, đơn vị", Width: 30},
	{Title: "Vị trí", Width: 13},
	{Title: "Nhiệm vụ", Width: 50},
	{Title: "Kỳ", Width: 14},
	{Title: "Hạn", Width: 11, Middle: true},
	{Title: "Trạng thái", Width: 12},
	{Title: "Ngày nộp", Width: 11, Middle: true},
	{Title: "Người báo", Width: 18},
	{Title: "Ghi chú", Width: 20},
	{Title: "Giải trình", Width: 28},
}
