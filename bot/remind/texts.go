package remind

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Every sentence that a person reads from this room stands in this file.

const (
	textHead      = "Nhắc việc cải cách hành chính"
	textHeadOf    = "Nhắc việc cải cách hành chính: %s"
	textLeader    = "Kính báo cáo lãnh đạo: %s có %d việc quá hạn, chưa báo hoàn thành"
	textAgencies  = "%d đơn vị"
	textSince     = "Tin gửi bù: gồm cả việc lẽ ra đã nhắc từ ngày %s."
	textEnded     = "%s hoạt động đến hết ngày %s."
	textSucceeded = " Đơn vị kế thừa nhiệm vụ: %s."
	textLastWord  = " Đây là lời nhắc cuối cùng cho đơn vị này; để được nhắc tiếp, anh/chị theo dõi đơn vị kế thừa."
	textOverdue   = "Quá hạn (%d việc)"
	textDueOn     = "Hạn %s (%s)"
	textWanted    = "Hạn nội bộ %s (%s), hạn theo kế hoạch %s"
	textToday     = "hôm nay"
	textLeft      = "còn %d ngày"
	textLastDay   = "; ngày làm việc cuối: %s"
	textIsLast    = "; hôm nay là ngày làm việc cuối"

	textItem      = "%s. %s (%s)"
	textShortItem = "%s. %s"
	textDueItem   = "%s. %s (hạn %s)"
	textPast      = ", hạn %s"
	textProduct   = " - %s"
	textOfYear    = " năm %d"
	textDeliver   = "   Sản phẩm: %s"
	textSendTo    = "   Gửi về: %s"
	textPlace     = "   Nguồn: %s - %s"

	textDone         = "   ✓ Đã nộp: %s, %s%s"
	textAgain        = "   Sẽ nhắc lại ngày %s"
	textAsked        = "   Lãnh đạo chờ giải trình từ ngày %s"
	textWaived       = "   Không thuộc trách nhiệm của đơn vị (%s)"
	textNote         = " (%s)"
	textSomeone      = "một người cùng đơn vị"
	textRows         = "STT %s"
	textYearLong     = "Việc trong năm, hạn %s (%s)"
	textMoreWarnings = "Và %d việc khác cần làm."
	textMoreAhead    = "Và %d việc khác."
	textMorePlaces   = "Và %d việc khác: %s."
	textOnlyPlaces   = "%d việc: %s."
	textSupporting   = "Phối hợp, "

	textAhead     = "Đến hạn %s (%d việc)"
	textOverview  = "Việc trong năm, thường xuyên, khi phát sinh"
	textOverviews = "Ngoài ra: %d việc trong năm, thường xuyên, khi phát sinh."
	textOwing     = "Còn nợ: %d việc quá hạn (%s)."
	textOwingItem = "%s hạn %s"

	textReview       = "Tổng hợp tuần"
	textReviewCounts = "✓ Đã nộp trong 7 ngày qua: %d; quá hạn: %d; đến hạn trong 14 ngày: %d"
	textReviewChange = "So với tuần trước: quá hạn từ %d thành %d"
	textReviewLate   = "Quá hạn (%d việc)"
	textReviewAhead  = "Sắp đến hạn (%d việc)"
	textReviewDone   = "Đã nộp (%d việc)"

	textBasis   = "Căn cứ: %s (kế hoạch năm %d)."
	textGoesOn  = "Căn cứ: %s (kế hoạch năm %d); việc định kỳ tiếp tục được nhắc vì chưa có kế hoạch năm %d."
	textUnknown = "Chưa có lịch nghỉ chính thức: %s (%s). Tạm tính là ngày nghỉ, lời nhắc được gửi sớm hơn."
	textNoYear  = "Chưa có lịch nghỉ lễ năm %d: chỉ tính thứ Bảy, Chủ nhật là ngày nghỉ."
	textFromTo  = "%s - %s"
	textNothing = "Không có lời nhắc nào cho %s từ %s đến %s."
)

var weekdays = [...]string{
	time.Sunday: "Chủ nhật", time.Monday: "thứ Hai", time.Tuesday: "thứ Ba", time.Wednesday: "thứ Tư",
	time.Thursday: "thứ Năm", time.Friday: "thứ Sáu", time.Saturday: "thứ Bảy",
}

// LongDay is "thứ Sáu, 08/03/2024".
func LongDay(d plan.Date) string { return weekdays[d.Weekday()] + ", " + chat.Day(d) }

// Heading is the day of a digest: "Thứ Sáu, 08/03/2024".
func (d Digest) Heading() string { return chat.UpperFirst(LongDay(d.Day)) }

// Nothing says that a forecast is empty.
func Nothing(agency plan.Agency, from, to plan.Date) string {
	return fmt.Sprintf(textNothing, agency.Name, chat.Day(from), chat.Day(to))
}

// UnknownNotes tells what is not published about the days of a forecast.
func UnknownNotes(unknown []plan.CalendarEntry) []string {
	notes := make([]string, len(unknown))
	for i, e := range unknown {
		span := chat.Day(e.From)
		if e.To != e.From {
			span = fmt.Sprintf(textFromTo, span, chat.Day(e.To))
		}
		notes[i] = fmt.Sprintf(textUnknown, span, e.Reason)
		if e.Reason == "" {
			notes[i] = fmt.Sprintf(textNoYear, e.From.Year)
		}
	}
	return notes
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
	at := chat.Day(plan.DateOf(n.Record.At.In(vietnam)))
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

// sendTo finds where a unit's words say something is to be sent: "gửi về Ban
// Chỉ đạo …", "gởi Kế hoạch về Sở Nội vụ …".
var sendTo = regexp.MustCompile(`(?i:gửi|gởi)(?:\s+\pL+){0,2}?\s+về\s+(\p{Lu}(?:[^,;.\n]|\.\S)*)`)

// recipient is to whom a unit's product goes; "" where the document is silent.
func recipient(u plan.Unit) string {
	m := sendTo.FindStringSubmatch(u.Text)
	if m == nil {
		return ""
	}
	return strings.TrimSpace(m[1])
}
