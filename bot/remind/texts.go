package remind

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"cchcbot/seeds/plan"
)

// Every sentence that a person reads from this room stands in this file.

const (
	textHead    = "Nhắc việc cải cách hành chính"
	textHeadOf  = "Nhắc việc cải cách hành chính: %s"
	textDueOn   = "Hạn: %s (%s)"
	textToday   = "hôm nay"
	textLeft    = "còn %d ngày"
	textLastDay = "; ngày làm việc cuối cùng trước hạn là %s"
	textIsLast  = "; hôm nay là ngày làm việc cuối cùng trước hạn"

	textItem    = "%d. %s"
	textPeriod  = "   Kỳ: %s"
	textDeliver = "   Sản phẩm: %s"
	textSendTo  = "   Gửi về: %s"
	textPlace   = "   Nguồn: %s - QĐ %s"

	textShortItem    = "- %s: %s"
	textShortDeliver = " Sản phẩm: %s"
	textShortSendTo  = " Gửi về: %s"

	textOverview     = "Việc trong năm, việc thường xuyên và việc khi phát sinh (tóm tắt đầu quý):"
	textOverviewItem = "- %s: %s (%s)"
	textSupporting   = "phối hợp: "

	textBasis     = "Căn cứ: Quyết định số %s (kế hoạch năm %d)."
	textGoesOn    = "Căn cứ: Quyết định số %s (kế hoạch năm %d); việc định kỳ tiếp tục được nhắc vì chưa có kế hoạch năm %d."
	textUnknown   = "Chưa có lịch nghỉ chính thức: %s (%s). Tạm tính là ngày nghỉ, lời nhắc được gửi sớm hơn."
	textNoYear    = "Chưa có lịch nghỉ lễ năm %d: chỉ tính thứ Bảy, Chủ nhật là ngày nghỉ."
	textFromTo    = "%s - %s"
	textNothing   = "Không có lời nhắc nào cho %s từ %s đến %s."
	textDayAtTime = "%s, %02d:%02d"
)

var weekdays = [...]string{
	time.Sunday: "Chủ nhật", time.Monday: "thứ Hai", time.Tuesday: "thứ Ba", time.Wednesday: "thứ Tư",
	time.Thursday: "thứ Năm", time.Friday: "thứ Sáu", time.Saturday: "thứ Bảy",
}

// shortDay is "08/03/2024".
func shortDay(d plan.Date) string { return fmt.Sprintf("%02d/%02d/%d", d.Day, int(d.Month), d.Year) }

// longDay is "thứ Sáu, 08/03/2024".
func longDay(d plan.Date) string { return weekdays[d.Weekday()] + ", " + shortDay(d) }

// upperFirst begins a line.
func upperFirst(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}

// Heading is the day and hour of a digest: "Thứ Sáu, 08/03/2024, 08:30".
func (d Digest) Heading() string {
	return fmt.Sprintf(textDayAtTime, upperFirst(longDay(d.Day)), sendHour, sendMinute)
}

// Nothing says that a timeline is empty.
func Nothing(agency plan.Agency, from, to plan.Date) string {
	return fmt.Sprintf(textNothing, agency.Name, shortDay(from), shortDay(to))
}

// UnknownNotes tells what is not published about the days of a timeline.
func UnknownNotes(unknown []plan.CalendarEntry) []string {
	notes := make([]string, len(unknown))
	for i, e := range unknown {
		span := shortDay(e.From)
		if e.To != e.From {
			span = fmt.Sprintf(textFromTo, span, shortDay(e.To))
		}
		notes[i] = fmt.Sprintf(textUnknown, span, e.Reason)
		if e.Reason == "" {
			notes[i] = fmt.Sprintf(textNoYear, e.From.Year)
		}
	}
	return notes
}

// dueLine tells when a nudge's occurrence is due.
func dueLine(n Nudge) string {
	due := n.Occurrence.Due
	left := textToday
	if days := n.Day.DaysUntil(due); days > 0 {
		left = fmt.Sprintf(textLeft, days)
	}
	switch {
	case n.LastDay == due:
	case n.LastDay == n.Day:
		left += textIsLast
	default:
		left += fmt.Sprintf(textLastDay, longDay(n.LastDay))
	}
	return fmt.Sprintf(textDueOn, longDay(due), left)
}

// basisLine tells which plan nudges rest on, and that it is an old one where
// the occurrence lies in a later year.
func basisLine(n Nudge) string {
	if year := n.Occurrence.Due.Year; year > n.Plan.Year {
		return fmt.Sprintf(textGoesOn, n.Plan.Number, n.Plan.Year, year)
	}
	return fmt.Sprintf(textBasis, n.Plan.Number, n.Plan.Year)
}

// oneLine joins the items of a cell.
func oneLine(cell string) string {
	items := strings.Split(cell, "\n")
	for i, item := range items {
		items[i] = strings.TrimRight(strings.TrimPrefix(strings.TrimSpace(item), "- "), ";.")
	}
	return strings.Join(items, "; ")
}
