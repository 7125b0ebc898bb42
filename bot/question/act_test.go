package question

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// told writes an act in one line.
func told(a *Act) string {
	if a == nil {
		return ""
	}
	parts := []string{string(a.Kind)}
	var places, agencies, times []string
	once := func(list []string, words string) []string {
		if slices.Contains(list, words) {
			return list
		}
		return append(list, words)
	}
	for _, t := range a.Items {
		if t.Number != "" {
			places = append(places, strings.TrimPrefix(t.Section+"."+t.Number, "."))
		}
		if t.Agency != nil {
			agencies = once(agencies, t.Agency.ID)
		}
		for _, w := range t.Periods {
			times = once(times, w.From.String()+".."+w.To.String())
		}
		if !t.Day.IsZero() {
			times = once(times, "on "+t.Day.String())
		}
	}
	parts = append(parts, places...)
	if a.All {
		parts = append(parts, "all")
	}
	parts = append(parts, agencies...)
	if a.Own {
		parts = append(parts, "own")
	}
	parts = append(parts, times...)
	if a.Unclear {
		parts = append(parts, "unclear")
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

// What is said of one unit is not said of another.
func TestActsOfSeveral(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"đã nộp 1.14 quý I và quý II":                              "1.14 quý I năm 2024, quý II năm 2024",
		"đã nộp 1.14 quý 1, 2":                                     "1.14 quý I năm 2024, quý II năm 2024",
		"đã nộp 1.14 quý I và 3.17 quý II":                         "1.14 quý I năm 2024; 3.17 quý II năm 2024",
		"đã nộp 1.14 và 3.17 quý I":                                "1.14 quý I năm 2024; 3.17 quý I năm 2024",
		"quý I đã nộp 1.14 và 3.17":                                "1.14 quý I năm 2024; 3.17 quý I năm 2024",
		"đã nộp 1.14 quý I và 3.17":                                "1.14 quý I năm 2024; 3.17",
		"đã nộp 1.14 hôm 1/3 và 3.17 hôm 2/3":                      "1.14 on 2024-03-01; 3.17 on 2024-03-02",
		"đã nộp 1.14 và 3.17 từ 2/3":                               "1.14 on 2024-03-02; 3.17 on 2024-03-02",
		"đã nộp 1.14 cho sở tư pháp và 3.17 cho sở nội vụ":         "1.14 so-tu-phap; 3.17 so-noi-vu",
		"sở tư pháp đã nộp 1.14, 3.17":                             "1.14 so-tu-phap; 3.17 so-tu-phap",
		"đã nộp 1.14 ngày 1/3 ngày 2/3":                            "problem 1.14 on 2024-03-01",
		"đã nộp 1.14 nhưng chưa nộp 3.17":                          "unclear 1.14; 3.17",
		"đã nộp 2.3 chứ không phải 2.4":                            "unclear 2.3; 2.4",
		"3.17 không phải việc của đơn vị mà của sở nội vụ":         "3.17 note của sở nội vụ",
		"đề nghị giải trình 1.14 sở tư pháp quý I":                 "1.14 so-tu-phap quý I năm 2024",
		"ghi chú 1.14: đã gửi qua trục":                            "1.14 note đã gửi qua trục",
		"sắp nộp xong 1.14":                                        "no act",
		"sau khi đã nộp 1.14 thì làm gì":                           "no act",
		"giải trình 1.14 quý I: chờ sở tài chính trả lời tháng 4":  "1.14 quý I năm 2024 note chờ sở tài chính trả lời tháng 4",
		"chưa nộp được 2.3 vì sở tài chính chưa cho ý kiến quý II": "2.3 note sở tài chính chưa cho ý kiến quý II",
	} {
		a := ask(t, text).Act
		if a == nil {
			if want != "no act" {
				t.Errorf("%q is no act, want %s", text, want)
			}
			continue
		}
		var got []string
		for _, item := range a.Items {
			one := []string{item.Number}
			if item.Agency != nil {
				one = append(one, item.Agency.ID)
			}
			var periods []string
			for _, w := range item.Periods {
				periods = append(periods, w.Label)
			}
			if len(periods) > 0 {
				one = append(one, strings.Join(periods, ", "))
			}
			if !item.Day.IsZero() {
				one = append(one, "on "+item.Day.String())
			}
			got = append(got, strings.Join(one, " "))
		}
		line := strings.Join(got, "; ")
		switch {
		case a.Unclear:
			line = "unclear " + line
		case a.Problem != nil:
			line = "problem " + line
		case a.Words != "":
			line += " note " + a.Words
		}
		if line != want {
			t.Errorf("%q:\n got %s\nwant %s", text, line, want)
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
