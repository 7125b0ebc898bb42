package plan_test

import (
	"strings"
	"testing"

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
	} {
		d, err := plan.ParseDeadlineOf(c.words, 2026, date("2026-01-10"))
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

// What is understood in part alone is a problem, and never a date.
func TestDeadlinesThatAreNotUnderstood(t *testing.T) {
	t.Parallel()
	for _, words := range []string{
		"Quý V",
		"Quý V năm 2026",
		"Trước Quý III",
		"Đầu năm 2026",
		"giữa quý II",
		"15-20/3/2026",
		"24 tháng",
		"02 lần/năm",
		"Quý, 6 tháng, năm",
		"Trước ngày 15/6 và 15/12",
		"Trong năm 2026 (hoàn thành trước tháng 10)",
		"Báo cáo quý I trước ngày 15/3",
		"Hằng tháng, trước ngày 05 tháng sau",
		"Quý I/2026 (đợt 1), Quý III/2026 (đợt 2)",
		"sau 15/3",
		"31/4/2026",
		"Thứ Bảy hằng tuần",
		"10 ngày làm việc kể từ ngày ban hành",
	} {
		d, err := plan.ParseDeadlineOf(words, 2026, date("2026-01-10"))
		if err == nil || len(d.Occurrences) > 0 || d.Words != words {
			t.Errorf("%q: error %v, %+v", words, err, d.Occurrences)
		}
	}
}

// A recurring day is due in later years, too.
func TestRecurringDays(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"Trước 30/6 hằng năm":        "2028-06-30",
		"Tháng 02 hằng năm":          "2028-02-29",
		"Ngày 15 của tháng cuối quý": "2028-03-15 2028-06-15 2028-09-15 2028-12-15",
	} {
		d, err := plan.ParseDeadline(words, 2026)
		if got := dueDates(d, 2028); err != nil || got != want {
			t.Errorf("%q: due %q, error %v, want %q", words, got, err, want)
		}
	}
}
