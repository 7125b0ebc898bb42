package remind

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Every sentence that a person reads from this room stands in this file.

const (
	textHead     = "Nhắc việc cải cách hành chính"
	textHeadOf   = "Nhắc việc cải cách hành chính: %s"
	textLeader   = "Kính báo cáo lãnh đạo: %s có %d việc quá hạn, chưa báo hoàn thành"
	textAgencies = "%d đơn vị"
	textSince    = "Tin gửi bù: gồm cả việc lẽ ra đã nhắc từ ngày %s."
	textDueOn    = "Hạn: %s (%s)"
	textWanted   = "Hạn nội bộ: %s (%s); hạn theo kế hoạch: %s"
	textWasDue   = "Quá hạn: %s (đã quá %d ngày)"
	textToday    = "hôm nay"
	textLeft     = "còn %d ngày"
	textLastDay  = "; ngày làm việc cuối cùng trước hạn là %s"
	textIsLast   = "; hôm nay là ngày làm việc cuối cùng trước hạn"

	textItem    = "%d. %s"
	textPeriod  = "   Kỳ: %s"
	textDeliver = "   Sản phẩm: %s"
	textSendTo  = "   Gửi về: %s"
	textPlace   = "   Nguồn: %s - %s"

	textDone         = "   ✓ Đã nộp: %s, %s%s"
	textAgain        = "   Sẽ nhắc lại ngày %s"
	textWaived       = "   Không thuộc trách nhiệm của đơn vị (%s)"
	textNote         = " (%s)"
	textSomeone      = "một người cùng đơn vị"
	textRows         = "Phụ lục, STT %s"
	textYearLong     = "Việc trong năm, hạn %s (%s):"
	textShortPlace   = " (%s)."
	textShortProduct = " - %s"
	textMoreWarnings = "Và %d việc khác đến hạn."
	textMorePlaces   = "Và %d việc khác: %s."
	textOnlyPlaces   = "%d việc: %s."

	textShortItem    = "- %s: %s"
	textShortDeliver = " Sản phẩm: %s"
	textShortSendTo  = " Gửi về: %s"

	textOverview     = "Việc trong năm, việc thường xuyên và việc khi phát sinh (tóm tắt đầu quý):"
	textOverviewItem = "- %s: %s (%s)"
	textOverviews    = "Tóm tắt đầu quý: %d việc trong năm, thường xuyên, khi phát sinh. Gõ “%s phải làm gì” để xem danh sách."
	textItsName      = "tên đơn vị"
	textSupporting   = "phối hợp: "

	textReviewLate  = "Tổng hợp tuần - quá hạn (%d việc):"
	textReviewAhead = "Tổng hợp tuần - sắp đến hạn (%d việc):"
	textReviewDone  = "Tổng hợp tuần - đã nộp trong 7 ngày qua (%d việc):"
	textReviewItem  = "- %s: %s (hạn %s)"

	textBasis     = "Căn cứ: %s (kế hoạch năm %d)."
	textGoesOn    = "Căn cứ: %s (kế hoạch năm %d); việc định kỳ tiếp tục được nhắc vì chưa có kế hoạch năm %d."
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

// LongDay is "thứ Sáu, 08/03/2024".
func LongDay(d plan.Date) string { return weekdays[d.Weekday()] + ", " + shortDay(d) }

// upperFirst begins a line.
func upperFirst(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}

// Heading is the day and hour of a digest: "Thứ Sáu, 08/03/2024, 08:30".
func (d Digest) Heading() string {
	return fmt.Sprintf(textDayAtTime, upperFirst(LongDay(d.Day)), sendHour, sendMinute)
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

// dueLine tells, on a day, when a nudge's occurrence is due or was.
func (n Nudge) dueLine(day plan.Date) string {
	due := n.Occurrence.Due
	switch past := due.DaysUntil(day); {
	case past > 0:
		return fmt.Sprintf(textWasDue, LongDay(due), past)
	case !n.Internal.IsZero() && day.Compare(n.Internal) <= 0:
		return fmt.Sprintf(textWanted, LongDay(n.Internal), daysLeft(day, n.Internal), shortDay(due))
	}
	left := daysLeft(day, due)
	switch {
	case n.LastDay == due:
	case n.LastDay.Compare(day) <= 0:
		left += textIsLast
	default:
		left += fmt.Sprintf(textLastDay, LongDay(n.LastDay))
	}
	return fmt.Sprintf(textDueOn, LongDay(due), left)
}

// daysLeft is "còn 13 ngày", or "hôm nay".
func daysLeft(day, due plan.Date) string {
	if days := day.DaysUntil(due); days > 0 {
		return fmt.Sprintf(textLeft, days)
	}
	return textToday
}

// stateLine tells who settled an occurrence and when; "" while it is open.
func (n Nudge) stateLine() string {
	who := n.Record.By.Name
	if who == "" {
		who = textSomeone
	}
	at := shortDay(plan.DateOf(n.Record.At.In(vietnam)))
	switch n.Record.State {
	case record.Done:
		note := ""
		if n.Record.Note != "" {
			note = fmt.Sprintf(textNote, n.Record.Note)
		}
		return fmt.Sprintf(textDone, who, at, note)
	case record.Waived:
		return fmt.Sprintf(textWaived, at)
	}
	return ""
}

// basisLine tells which plan nudges rest on, and that it is an old one where
// the occurrence lies in a later year.
func basisLine(n Nudge) string {
	if year := n.Occurrence.Due.Year; year > n.Plan.Year {
		return n.Plan.GoesOn(year)
	}
	return fmt.Sprintf(textBasis, plan.NameWithNumber(n.Plan.Number), n.Plan.Year)
}

// GoesOn says that what recurs goes on in a later year that has no plan yet.
func (b Basis) GoesOn(year int) string {
	return fmt.Sprintf(textGoesOn, plan.NameWithNumber(b.Number), b.Year, year)
}

// oneLine joins the items of a cell.
func oneLine(cell string) string {
	items := strings.Split(cell, "\n")
	for i, item := range items {
		items[i] = strings.TrimRight(strings.TrimPrefix(strings.TrimSpace(item), "- "), ";.")
	}
	return strings.Join(items, "; ")
}
