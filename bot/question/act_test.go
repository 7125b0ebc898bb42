package question

import (
	"fmt"
	"strings"
	"testing"
)

// told writes an act in one line.
func told(a *Act) string {
	if a == nil {
		return ""
	}
	parts := []string{string(a.Kind)}
	for _, p := range a.Places {
		parts = append(parts, strings.TrimPrefix(p.Section+"."+p.Number, "."))
	}
	if a.All {
		parts = append(parts, "all")
	}
	if a.Agency != nil {
		parts = append(parts, a.Agency.ID)
	}
	if a.Own {
		parts = append(parts, "own")
	}
	for _, w := range a.Periods {
		parts = append(parts, w.From.String()+".."+w.To.String())
	}
	if !a.Day.IsZero() {
		parts = append(parts, "on "+a.Day.String())
	}
	if a.Days != 0 {
		parts = append(parts, fmt.Sprintf("in %d", a.Days))
	}
	if a.BeforeDue != 0 {
		parts = append(parts, fmt.Sprintf("before %d", a.BeforeDue))
	}
	if a.Problem != nil {
		parts = append(parts, "problem "+a.Problem.Label)
	}
	if a.Link != "" {
		parts = append(parts, a.Link)
	}
	if a.Words != "" {
		parts = append(parts, "note "+a.Words)
	}
	return strings.Join(parts, " ")
}

// What is said to be done is read in any order; spring is Tuesday 5 March 2024.
func TestActs(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"đã nộp 1.14 và 3.17 từ 29/3":           "done 1.14 3.17 on 2024-03-29",
		"đã nộp 1.14 quý 5":                     "done 1.14 problem quý 5",
		"đã nộp 1.14 tháng 13":                  "done 1.14 problem tháng 13",
		"đã nộp 1.14 năm 2025":                  "done 1.14 2025-01-01..2025-12-31",
		"đã nộp 1.14 quý II":                    "done 1.14 2024-04-01..2024-06-30",
		"đã nộp 3.17, 6.3":                      "done 3.17 6.3",
		"đã nộp 1. 14":                          "done 1.14",
		"à nhầm, chưa nộp":                      "undo",
		"chưa, hoàn tác":                        "undo",
		"3.17 không phải việc của đơn vị":       "notours 3.17",
		"nhắc lại 1.14 ngày 25/3":               "snooze 1.14 on 2024-03-25",
		"nhắc lại 1.14 thứ sáu":                 "snooze 1.14 on 2024-03-08",
		"nhắc lại 1.14 2 tuần":                  "snooze 1.14 in 14",
		"nhắc lại 1.14 1000 ngày":               "snooze 1.14 in 1000",
		"nhắc lại 1.14 -1 ngày":                 "snooze 1.14 in 1 problem -1 ngày",
		"hôm qua nộp 1.14 rồi":                  "done 1.14 on 2024-03-04",
		"2.3 cũng nộp luôn rồi nhé":             "done 2.3",
		"tôi đã nộp 2.3 hôm 29/3":               "done 2.3 on 2024-03-29",
		"nộp rồi":                               "done",
		"1.14 đã xong https://a.vn/x":           "done 1.14 https://a.vn/x",
		"sở tư pháp nộp 1.14 rồi":               "done 1.14 so-tu-phap",
		"giải trình 1.14: chờ số liệu của quận": "explain 1.14 note chờ số liệu của quận",
		"1.14 chậm vì chờ số liệu":              "explain 1.14 note chờ số liệu",
		"đã nộp 1.14 ngày 31/4":                 "done 1.14 problem ngày 31/4",
	} {
		if got := told(ask(t, text).Act); got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}

// What asks is no act.
func TestNoActs(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"ai đã nộp 1.14", "đã nộp 1.14 chưa", "1.14 nộp chưa", "việc nào chưa nộp", "tôi còn việc gì chưa nộp", "bên tôi ai nộp 1.14", "hạn nộp bài viết khi nào", "phải nộp gì", "ai chủ trì số hóa hồ sơ", "dân đã nộp giấy tờ rồi có phải nộp lại không", "", "1.14", "nộp ở đâu", "còn mấy việc chưa nộp", "đã nộp 1.14 phải không",
	} {
		if got := told(ask(t, text).Act); got != "" {
			t.Errorf("%q is told as %s", text, got)
		}
	}
}
