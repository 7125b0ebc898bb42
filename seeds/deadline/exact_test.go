package deadline_test

import (
	"fmt"
	"strings"
	"testing"

	"cchcbot/seeds/deadline"
	"cchcbot/seeds/plan"
)

// Forms in which documents of other issuers tell time, in a plan for 2026 that
// was issued on 10 January.
func TestDeadlinesOfOtherIssuers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		words string
		kind  plan.DeadlineKind
		due   string
	}{
		{"Quý II/2027", "quarter", "2027-06-30"},
		{"Trước 30/6 hằng năm", "yearly", "2026-06-30"},
		{"Tháng 3, 6, 9, 12", "month", "2026-03-31 2026-06-30 2026-09-30 2026-12-31"},
		{"Quý III+IV/2026", "quarter", "2026-12-31"},
		{"Quý I, III", "quarter", "2026-03-31 2026-09-30"},
		{"Tháng 6 và tháng 12", "month", "2026-06-30 2026-12-31"},
		{"Từ tháng 3 đến tháng 9", "month", "2026-09-30"},
		{"Hàng quý, chậm nhất ngày 15 tháng cuối quý", "quarterly", "2026-03-15 2026-06-15 2026-09-15 2026-12-15"},
		{"Ngày 15 của tháng cuối quý", "quarterly", "2026-03-15 2026-06-15 2026-09-15 2026-12-15"},
		{"06 tháng đầu năm", "month", "2026-06-30"},
		{"Trong vòng 15 ngày kể từ ngày ban hành", "days_after", "2026-01-25"},
		{"Từ 01/7/2025", "continuous", ""},
		{"Tuần 2 tháng 5/2026", "day", "2026-05-14"},
		{"2026", "within_year", "2026-12-31"},
		{"2026 - 2030", "within_year", "2030-12-31"},
		{"Quí IV-2025", "quarter", "2025-12-31"},
		{"Quý IV/2025- Quý II/2026", "quarter", "2026-06-30"},
		{"Từ quý I đến quý III/2025", "quarter", "2025-09-30"},
		{"Tháng 11/2025 - 3/2026", "month", "2026-03-31"},
		{"Kế hoạch: Quý I; Báo cáo: Quý IV/2026", "milestones", "2026-03-31 2026-12-31"},
		{"Trước tháng 6/2026", "day", "2026-05-31"},
		{"Cả năm 2026", "within_year", "2026-12-31"},
		{"Đến năm 2030", "within_year", "2030-12-31"},
		{"20 ngày trước khi văn bản có hiệu lực", "on_event", ""},
		{"Tháng 12 hằng năm", "yearly", "2026-12-31"},
		{"15-20/3/2026", "day", "2026-03-20"},
		{"Từ ngày 01/3/2026 đến ngày 30/9/2026", "day", "2026-09-30"},
		{"01/11/2026 - 31/01/2027", "day", "2027-01-31"},
		{"30-6-2026", "day", "2026-06-30"},
		{"Đến hết ngày 30/6/2026", "day", "2026-06-30"},
		{"trước 17h00 ngày 15/6/2026", "day", "2026-06-15"},
		{"Xong trước 30/6/2026", "day", "2026-06-30"},
		{"Tuần cuối tháng 6/2026", "day", "2026-06-30"},
		{"Trước ngày 15/6 và 15/12", "milestones", "2026-06-15 2026-12-15"},
		{"Ngày 15/6, 15/12", "milestones", "2026-06-15 2026-12-15"},
		{"Hết quý II/2026", "quarter", "2026-06-30"},
		{"Quý II, năm 2026", "quarter", "2026-06-30"},
		{"Quý II (2026)", "quarter", "2026-06-30"},
		{"QII/2026", "quarter", "2026-06-30"},
		{"Q2", "quarter", "2026-06-30"},
		{"IV/2026", "quarter", "2026-12-31"},
		{"Quý hai năm 2026", "quarter", "2026-06-30"},
		{"Quý IV/2026 và Quý I/2027", "milestones", "2026-12-31 2027-03-31"},
		{"T6/2026", "month", "2026-06-30"},
		{"06/2026", "month", "2026-06-30"},
		{"Tháng sáu năm 2026", "month", "2026-06-30"},
		{"Tháng 6 & 12", "month", "2026-06-30 2026-12-31"},
		{"Tháng 6/2026, tháng 12/2026", "milestones", "2026-06-30 2026-12-31"},
		{"Nửa đầu năm 2026", "month", "2026-06-30"},
		{"2026÷2030", "within_year", "2030-12-31"},
		{"Năm 2026, 2027", "milestones", "2026-12-31 2027-12-31"},
		{"2026 và các năm tiếp theo", "yearly", "2026-12-31"},
		{"Tháng 12/2026 và các năm tiếp theo", "yearly", "2026-12-31"},
		{"Trước ngày 30/11 (hằng năm)", "yearly", "2026-11-30"},
		{"Quý I hằng năm", "yearly", "2026-03-31"},
		{"Tháng 3 và tháng 9 hàng năm", "milestones", "2026-03-31 2026-09-30"},
		{"Tháng 6, 12 hằng năm", "milestones", "2026-06-30 2026-12-31"},
		{"02 lần/năm", "half_yearly", "2026-06-30 2026-12-31"},
		{"Mỗi năm 02 lần", "half_yearly", "2026-06-30 2026-12-31"},
		{"1 lần/quý", "quarterly", "2026-03-31 2026-06-30 2026-09-30 2026-12-31"},
		{"3 tháng/lần", "quarterly", "2026-03-31 2026-06-30 2026-09-30 2026-12-31"},
		{"Hàng quý trong năm 2026", "quarterly", "2026-03-31 2026-06-30 2026-09-30 2026-12-31"},
		{"Các quý trong năm", "quarterly", "2026-03-31 2026-06-30 2026-09-30 2026-12-31"},
		{"Trước ngày 10 của tháng đầu quý sau", "quarterly", "2026-04-10 2026-07-10 2026-10-10 2027-01-10"},
		{"6 tháng, năm", "milestones", "2026-06-30 2026-12-31 2026-12-31"},
		{"Quý, 6 tháng, năm", "milestones", "2026-03-31 2026-06-30 2026-06-30 2026-09-30 2026-12-31 2026-12-31 2026-12-31"},
		{"Định kỳ hàng quý, 6 tháng và năm", "milestones", "2026-03-31 2026-06-30 2026-06-30 2026-09-30 2026-12-31 2026-12-31 2026-12-31"},
		{"Từ năm 2026", "continuous", ""},
		{"Từ tháng 3/2026", "continuous", ""},
		{"Hằng ngày", "continuous", ""},
		{"Đột xuất", "on_event", ""},
		{"Ngay sau khi ban hành", "on_event", ""},
		{"Ngay khi có yêu cầu", "on_event", ""},
		{"Kỳ họp cuối năm 2026 của HĐND tỉnh", "on_event", ""},
		{"Trước kỳ họp thường lệ giữa năm", "on_event", ""},
		{"Dịp Tết Nguyên đán năm 2026", "on_event", ""},
		{"Giữa năm 2026", "month", "2026-06-30"},
		{"Cuối năm", "within_year", "2026-12-31"},
		{"Cuối quý II/2026", "quarter", "2026-06-30"},
		{"Từ nay đến hết năm 2026", "within_year", "2026-12-31"},
		{"Hai lần mỗi năm", "half_yearly", "2026-06-30 2026-12-31"},
		{"Ba tháng một lần", "quarterly", "2026-03-31 2026-06-30 2026-09-30 2026-12-31"},
		{"Quý I/2026 trình; Quý II/2026 ban hành", "milestones", "2026-03-31 2026-06-30"},
		{"Trong Quý I, báo cáo trước 31/3/2026", "milestones", "2026-03-31 2026-03-31"},
		{"Trước ngày 05/12/2026 (báo cáo năm)", "day", "2026-12-05"},
		{"Ngày 09/11/2026 (Ngày Pháp luật)", "day", "2026-11-09"},
		{"Vào giữa năm", "month", "2026-06-30"},
		{"Trong năm 2026 (hoàn thành trước tháng 10)", "milestones", "2026-09-30 2026-12-31"},
		{"Quý I/2026 (đợt 1), Quý III/2026 (đợt 2)", "milestones", "2026-03-31 2026-09-30"},
		{"Tháng 5 (đợt 1), tháng 10 (đợt 2)", "milestones", "2026-05-31 2026-10-31"},
		{"Tháng 5 (lần 1)", "month", "2026-05-31"},
		{"Quý (trước ngày 10 tháng cuối quý), năm (trước ngày 20/11)", "milestones", "2026-03-10 2026-06-10 2026-09-10 2026-11-20 2026-12-10"},
		{"Gửi Sở Nội vụ trước 30/11 hằng năm", "yearly", "2026-11-30"},
		{"Sau 15 ngày làm việc kể từ ngày nhận hướng dẫn", "days_after", ""},
		{"Không quá 30 ngày kể từ ngày ký ban hành Kế hoạch", "days_after", "2026-02-09"},
		{"05 ngày làm việc kể từ ngày ký văn bản", "days_after", ""},
		{"Theo quý", "quarterly", "2026-03-31 2026-06-30 2026-09-30 2026-12-31"},
		{"Mỗi quý 01 hội nghị", "quarterly", "2026-03-31 2026-06-30 2026-09-30 2026-12-31"},
		{"Quý/lần", "quarterly", "2026-03-31 2026-06-30 2026-09-30 2026-12-31"},
		{"Định kỳ 6 tháng, năm (trước 10/6 và 10/12)", "milestones", "2026-06-10 2026-12-10"},
		{"Quý II - Quý III", "quarter", "2026-09-30"},
		{"30.6.2026", "day", "2026-06-30"},
	} {
		d, err := deadline.ParseIn(c.words, deadline.Context{Year: 2026, Issued: date("2026-01-10")})
		if err != nil || d.Kind != c.kind {
			t.Errorf("%q: kind %s, error %v, want %s", c.words, d.Kind, err, c.kind)
		}
		var due []string
		for _, o := range d.Occurrences {
			due = append(due, o.Due.String())
		}
		if got := strings.Join(due, " "); got != c.due {
			t.Errorf("%q: due %q, want %q", c.words, got, c.due)
		}
	}
}

// The words of a sentence that say when it is due, and no other days in it.
func TestFind(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Rà soát văn bản theo Nghị định ngày 01/7/2026, hoàn thành trước ngày 30/9/2026.": "trước ngày 30/9/2026",
		"Kế hoạch năm 2026, hoàn thành trong tháng 02/2026.":                              "trong tháng 02/2026",
		"Duy trì lịch tiếp công dân ngày 15 hằng tháng; xử lý đơn ngay.":                  "ngày 15 hằng tháng",
		"Báo cáo định kỳ hằng quý, trước ngày 20 của tháng cuối quý.":                     "định kỳ hằng quý, trước ngày 20 của tháng cuối quý",
		"Rà soát (Quý I/2026); kiểm tra (Quý III/2026).":                                  "Quý I/2026; Quý III/2026",
		"Báo cáo hằng tháng (trước ngày 25).":                                             "hằng tháng (trước ngày 25)",
		"Hồ sơ nộp trước ngày 01/7/2024 do Sở Tư pháp tiếp nhận.":                         "",
		"Tuyên truyền thường xuyên./.":                                                    "thường xuyên",
		"Nghị quyết số 57-NQ/TW ngày 22/12/2026 của Bộ Chính trị":                         "",
	} {
		looks := 100
		if got := deadline.Find(text, deadline.Context{Year: 2026}, &looks); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// What is understood in part alone is a problem, and never a date.
func TestDeadlinesThatAreNotUnderstood(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		"Quý V",
		"Quý V năm 2026",
		"Trước Quý III",
		"Đầu năm 2026",
		"giữa quý II",
		"24 tháng",
		"5 lần/năm",
		"Ba lần mỗi năm",
		"Vài lần hằng năm",
		"Tuần đầu hằng tháng",
		"2 lần/quý",
		"5 tháng/lần",
		"Năm học 2026 - 2027",
		"Tháng 13/2026",
		"32/1/2026",
		"20-15/3/2026",
		"Từ 30/9 đến 01/3/2026",
		"29/02/2026",
		"Tháng 3, 14",
		"Quý I, V",
		"Trước ngày 15/6 và 31/6",
		"Thứ tám hằng tuần",
		"Chưa xác định",
		"Hằng tháng, trước ngày 35 tháng sau",
		"Báo cáo quý I trước ngày 15/3",
		"sau 15/3",
		"31/4/2026",
		"10 ngày làm việc kể từ ngày ban hành",
	} {
		d, err := deadline.ParseIn(words, deadline.Context{Year: 2026, Issued: date("2026-01-10")})
		if err == nil || len(d.Occurrences) > 0 || d.Words != words {
			t.Errorf("%q: error %v, %+v", words, err, d.Occurrences)
		}
	}
}

// A recurring day is due in later years, too.
func TestRecurringDays(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"Trước 30/6 hằng năm":                 "2028-06-30",
		"Tháng 02 hằng năm":                   "2028-02-29",
		"Ngày 15 của tháng cuối quý":          "2028-03-15 2028-06-15 2028-09-15 2028-12-15",
		"Trước ngày 05 của tháng đầu quý sau": "2028-01-05 2028-04-05 2028-07-05 2028-10-05",
	} {
		d, err := deadline.Parse(words, 2026)
		if got := dueDates(d, 2028); err != nil || got != want {
			t.Errorf("%q: due %q, error %v, want %q", words, got, err, want)
		}
	}
}

// What is due every week is due on its day, from Monday the 29th of December on.
func TestWeekly(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"Hàng tuần":                      "2026-01-04 2026-01-11 52 2026-12-27",
		"Thứ sáu hàng tuần":              "2026-01-02 2026-01-09 52 2026-12-25",
		"Trước 16 giờ thứ Sáu hằng tuần": "2026-01-02 2026-01-09 52 2026-12-25",
		"Hằng tuần (thứ 5)":              "2026-01-01 2026-01-08 53 2026-12-31",
		"Thứ Bảy hằng tuần":              "2026-01-03 2026-01-10 52 2026-12-26",
		"Chủ nhật hằng tuần":             "2026-01-04 2026-01-11 52 2026-12-27",
	} {
		d, err := deadline.Parse(words, 2026)
		all := strings.Fields(dueDates(d, 2026))
		if err != nil || d.Kind != plan.DeadlineWeekly || len(all) < 3 {
			t.Errorf("%q: %s, %v, %d dates", words, d.Kind, err, len(all))
			continue
		}
		if got := fmt.Sprintf("%s %s %d %s", all[0], all[1], len(all), all[len(all)-1]); got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
	}
}
