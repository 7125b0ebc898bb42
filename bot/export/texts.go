package export

import (
	"fmt"
	"time"

	"cchcbot/seeds/plan"
)

// Every sentence that a person reads from this room stands in this file.

const (
	textCalendarName  = "Hạn CCHC: %s"
	textCalendarAbout = "Các mốc đến hạn của %s theo Quyết định số %s."
	textEvent         = "Hạn CCHC: %s"
	textEventSupport  = "Phối hợp CCHC: %s"
	textEventDone     = "✓ %s"
	textAlarmWeek     = "Còn 7 ngày: %s"
	textAlarmDay      = "Ngày mai đến hạn: %s"

	textPeriod    = "Kỳ: %s"
	textRole      = "Vai trò: %s"
	textProduct   = "Sản phẩm: %s"
	textRecipient = "Gửi về: %s"
	textLead      = "Chủ trì: %s"
	textSupport   = "Phối hợp: %s"
	textDeadline  = "Thời hạn: %s"
	textState     = "Trạng thái: %s"
	textNote      = "Ghi chú: %s"
	textSource    = "Nguồn: %s - %s"
	textDecision  = "Quyết định số %s"
	textIssued    = " ngày %s"
)

var stateWords = map[State]string{
	Done:   "Đã hoàn thành",
	Late:   "Quá hạn",
	Open:   "Chưa hoàn thành",
	Ahead:  "Chưa đến kỳ",
	Waived: "Không phải thực hiện",
}

var roleWords = map[plan.Role]string{
	plan.RoleLead:     "Chủ trì",
	plan.RoleSupport:  "Phối hợp",
	plan.RoleAssigned: "Được giao",
}

// roleOf is "Chủ trì", or "Chủ trì (theo khối)" where a group is addressed.
func roleOf(d Duty) string {
	words := roleWords[d.Role]
	if words != "" && d.Via == plan.ViaGroup {
		words += " (theo khối)"
	}
	return words
}

// decision is "Quyết định số 6004/QĐ-UBND ngày 29/12/2023".
func (h Heading) decision() string {
	words := fmt.Sprintf(textDecision, clean(h.Decision))
	if !h.Issued.IsZero() {
		words += fmt.Sprintf(textIssued, shortDay(h.Issued))
	}
	return words
}

// shortDay is "08/03/2024".
func shortDay(d plan.Date) string { return d.In(time.UTC).Format("02/01/2006") }
