package question

import "testing"

func TestOrdinal(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"nhiệm vụ thứ hai":               2,
		"nhiem vu thu 2":                 2,
		"cái đầu tiên":                   1,
		"cai cuoi cung":                  LastOne,
		"còn cái thứ ba thì sao":         3,
		"nhiệm vụ thứ hai ai chủ trì":    2,
		"thứ hai":                        2,
		"thứ hai tuần sau nộp gì":        0,
		"việc thứ hai tuần sau":          0,
		"đầu tiên phải làm gì":           0,
		"nhiệm vụ 2.3":                   0,
		"nhiệm vụ thứ trưởng giao":       0,
		"nhiệm vụ của sở tư pháp":        0,
		"cho em hỏi nhiệm vụ thứ tư":     4,
		"nhiệm vụ thú hai":               0,
		"":                               0,
		"nhiệm vụ thứ 99999999999999999": 0,
	} {
		if got := ask(t, text).Ordinal; got != want {
			t.Errorf("%q is the place %d, want %d", text, got, want)
		}
	}
}
