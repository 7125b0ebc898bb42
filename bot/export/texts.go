package export

import (
	"fmt"
	"time"
	"unicode"
	"unicode/utf8"

	"cchcbot/seeds/plan"
)

// Every sentence that a person reads from this room stands in this file.

const (
	textCalendarName  = "Hạn CCHC: %s"
	textCalendarAbout = "Các mốc đến hạn của %s theo %s."
	textEvent         = "Hạn CCHC"
	textEventSupport  = "Phối hợp CCHC"
	textEventDone     = "✓ %s"
	textAlarm         = "Còn %d ngày: %s"
	textEventGroup    = "%s: %d việc trong năm, mục %s"
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
	textIssued    = " ngày %s"
)

var stateWords = map[State]string{
	Done:   "Đã nộp",
	Late:   "Quá hạn",
	Open:   "Chưa nộp",
	Ahead:  "Chưa đến kỳ",
	Nobody: "Chưa có đầu mối",
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
	words := plan.NameWithNumber(clean(h.Decision))
	if !h.Issued.IsZero() {
		words += fmt.Sprintf(textIssued, shortDay(h.Issued))
	}
	return words
}

// shortDay is "08/03/2024".
func shortDay(d plan.Date) string { return d.In(time.UTC).Format("02/01/2006") }

// The words of tables. In a footer, &P and &N are the page and how many there are.
const (
	textDuties        = "Nhiệm vụ"
	textSupports      = "Phối hợp"
	textSupportsTitle = "NHIỆM VỤ PHỐI HỢP NĂM %d"
	textDutiesTitle   = "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM %d"
	textDutiesAgency  = "Cơ quan, đơn vị: %s"
	textDutiesBasis   = "Căn cứ: %s của Ủy ban nhân dân Thành phố Hồ Chí Minh"
	textMade          = "Ngày xuất: %s"
	textLog           = "Nhật ký"
	textLogTitle      = "NHẬT KÝ THAY ĐỔI"
	pageFooter        = `&C&"Times New Roman,Regular"&10Trang &P/&N`
)

// dutyColumns fit A4 across at letters of seven points.
var dutyColumns = []Column{
	{Title: "STT", Width: 5, Middle: true},
	{Title: "Vị trí", Width: 12},
	{Title: "Nhiệm vụ", Width: 80},
	{Title: "Vai trò", Width: 11},
	{Title: "Sản phẩm", Width: 40},
	{Title: "Kỳ", Width: 16},
	{Title: "Hạn", Width: 11, Middle: true},
	{Title: "Trạng thái", Width: 12},
	{Title: "Ngày nộp", Width: 11, Middle: true},
	{Title: "Người báo", Width: 15},
	{Title: "Ghi chú", Width: 16},
}

var logColumns = []Column{
	{Title: "Thời điểm", Width: 16, Middle: true},
	{Title: "Người thực hiện", Width: 24},
	{Title: "Loại thay đổi", Width: 22},
	{Title: "Đối tượng", Width: 34},
	{Title: "Trước", Width: 30},
	{Title: "Sau", Width: 30},
}

// periodOf is "Quý I năm 2024: trình và triển khai Kế hoạch".
func periodOf(d Due) string {
	words := upperFirst(d.Period)
	if d.Product != "" {
		words += ": " + d.Product
	}
	return words
}

// upperFirst begins a line.
func upperFirst(text string) string { return mapFirst(unicode.ToUpper, text) }

// lowerFirst goes on in a line.
func lowerFirst(text string) string { return mapFirst(unicode.ToLower, text) }

func mapFirst(mapping func(rune) rune, text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if r == utf8.RuneError {
		return text
	}
	return string(mapping(r)) + text[size:]
}

// The words of pictures, and of their numbers.
const (
	textOn         = "Tính đến ngày %s"
	textMonth      = "Tháng %d"
	textNothingDue = "không có mốc đến hạn"
	textTally      = "%s: %s"
	textDoneOf     = "%d/%d đã nộp (%d%%)"
	textLate       = "  Quá hạn: %s"
	textLateThere  = "quá hạn: %s"
	textAndMore    = "%s và %d đơn vị khác"
)
