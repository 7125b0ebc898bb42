package deadline_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds/deadline"
	"cchcbot/seeds/plan"
)

// dueDates writes the due dates of a deadline in a year, in order.
func dueDates(d plan.Deadline, year int) string {
	var dates []string
	for _, o := range d.OccurrencesIn(year) {
		dates = append(dates, o.Due.String())
	}
	return strings.Join(dates, " ")
}

// What recurs goes on after the plan's year, what is due once does not.
func TestOccurrencesInOtherYears(t *testing.T) {
	t.Parallel()
	tests := []struct {
		words string
		year  int
		want  string
	}{
		{"Hàng quý", 2024, "2024-03-31 2024-06-30 2024-09-30 2024-12-31"},
		{"Hàng quý", 2026, "2026-03-31 2026-06-30 2026-09-30 2026-12-31"},
		{"Hàng quý", 2023, ""},
		{"Khi phát sinh\nĐịnh kỳ hàng quý", 2025, "2025-03-31 2025-06-30 2025-09-30 2025-12-31"},
		{"Trong năm 2024 và các năm tiếp theo", 2024, "2024-12-31"},
		{"Trong năm 2024 và các năm tiếp theo", 2027, "2027-12-31"},
		{"Trong năm 2024", 2025, ""},
		{"Thực hiện định kỳ 06 tháng trong năm 2024", 2024, "2024-06-30 2024-12-31"},
		{"Thực hiện định kỳ 06 tháng trong năm 2024", 2025, ""},
		{"Định kỳ 6 tháng", 2025, "2025-06-30 2025-12-31"},
		{"Hoàn thành trong tháng 10 năm 2024", 2024, "2024-10-31"},
		{"Hoàn thành trong tháng 10 năm 2024", 2025, ""},
		{"Thường xuyên", 2024, ""},
		{"", 2024, ""},
	}
	for _, tt := range tests {
		d, err := deadline.Parse(tt.words, 2024)
		if err != nil {
			t.Errorf("%q: %v", tt.words, err)
		}
		if got := dueDates(d, tt.year); got != tt.want {
			t.Errorf("%q in %d: %q, want %q", tt.words, tt.year, got, tt.want)
		}
	}
}

// Other ways in which documents of the kind tell time.
func TestParseDeadlineOtherWords(t *testing.T) {
	t.Parallel()
	tests := []struct {
		words string
		kind  plan.DeadlineKind
		dates string // in 2025, the plan's year
	}{
		{"Trước ngày 15 tháng 6 năm 2025", plan.DeadlineDay, "2025-06-15"},
		{"trước 30/9/2025", plan.DeadlineDay, "2025-09-30"},
		{"Trước ngày 15/6", plan.DeadlineDay, "2025-06-15"},
		{"Trước ngày 16 tháng 02 năm 2025", plan.DeadlineDay, "2025-02-16"},
		{"ngày 06 tháng 7 năm 2025", plan.DeadlineDay, "2025-07-06"},
		{"Tháng 02/2025", plan.DeadlineMonth, "2025-02-28"},
		{"Tháng 3", plan.DeadlineMonth, "2025-03-31"},
		{"Quý 4/2025", plan.DeadlineQuarter, "2025-12-31"},
		{"QUÝ IV NĂM 2025", plan.DeadlineQuarter, "2025-12-31"},
		{"Quý I - II", plan.DeadlineQuarter, "2025-06-30"},
		{"Năm 2025", plan.DeadlineWithinYear, "2025-12-31"},
		{"Hằng quý", plan.DeadlineQuarterly, "2025-03-31 2025-06-30 2025-09-30 2025-12-31"},
		{"6 tháng/lần", plan.DeadlineHalfYearly, "2025-06-30 2025-12-31"},
		{"Hàng năm", plan.DeadlineYearly, "2025-12-31"},
		{"Thường xuyên; Quý I", plan.DeadlineMilestones, "2025-03-31"},
		{"Quý I năm 2026", plan.DeadlineQuarter, ""},
	}
	for _, tt := range tests {
		d, err := deadline.Parse(tt.words, 2025)
		if err != nil || d.Kind != tt.kind {
			t.Errorf("%q: kind %s, error %v, want %s", tt.words, d.Kind, err, tt.kind)
		}
		if got := dueDates(d, 2025); got != tt.dates {
			t.Errorf("%q: due %q, want %q", tt.words, got, tt.dates)
		}
	}
}

// Words that hold no time are kept and reported.
func TestParseDeadlineKeepsWhatItCannotRead(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"abc", "Quý V", "ngày 31 tháng 6", "tháng 13 năm 2024", "Quý in"} {
		d, err := deadline.Parse(words, 2024)
		if err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%q: error %v, want one with the words", words, err)
		}
		if d.Words != words || d.Kind != plan.DeadlineNone || len(d.Occurrences) != 0 {
			t.Errorf("%q: %+v", words, d)
		}
	}
}

func TestFindDaysAfter(t *testing.T) {
	t.Parallel()
	issued := date("2023-12-29")
	own := "Kế hoạch về Sở Nội vụ tổng hợp, lưu ý: đảm bảo tiến độ. Thời gian triển khai trong vòng 30 ngày kể từ " +
		"ngày Thành phố ban hành kế hoạch này."
	vertical := "chủ động xây dựng kế hoạch triển khai đồng bộ công tác CCHC của Thành phố trong vòng 30 ngày kể từ " +
		"ngày ngành dọc ban hành kế hoạch CCHC, trong đó tập trung thực hiện công tác"
	tests := []struct {
		unit, text   string
		words, after string
		want         []plan.Occurrence
	}{
		{
			"V.3.1", own, "trong vòng 30 ngày kể từ ngày Thành phố ban hành kế hoạch này",
			"ngày Thành phố ban hành kế hoạch này",
			[]plan.Occurrence{{
				Kind: plan.DeadlineDaysAfter, Period: "30 ngày kể từ ngày Thành phố ban hành kế hoạch này",
				From: issued, Due: date("2024-01-28"),
			}},
		},
		{
			"V.14", vertical, "trong vòng 30 ngày kể từ ngày ngành dọc ban hành kế hoạch CCHC",
			"ngày ngành dọc ban hành kế hoạch CCHC", nil,
		},
	}
	for _, tt := range tests {
		got, found := deadline.FindDaysAfter(tt.text, deadline.Context{Issued: issued})
		want := plan.Deadline{
			Words: tt.words, Kind: plan.DeadlineDaysAfter,
			Milestones:  []plan.Milestone{{Kind: plan.DeadlineDaysAfter, Words: tt.words, Days: 30, After: tt.after}},
			Occurrences: tt.want,
		}
		if diff := cmp.Diff(want, got); diff != "" || !found {
			t.Errorf("%s: found %v (-want +got):\n%s", tt.unit, found, diff)
		}
	}
	if d, found := deadline.FindDaysAfter("Sở Nội vụ: chủ trì tham mưu.", deadline.Context{Issued: issued}); found {
		t.Errorf("found %+v in a paragraph without a period", d)
	}
}
