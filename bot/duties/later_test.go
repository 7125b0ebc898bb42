package duties

import (
	"testing"
)

func TestLaterDays(t *testing.T) {
	for words, want := range map[string]int64{
		"3 ngày":               3,
		"3 ngay nua":           3,
		"sau 3 ngày nữa":       3,
		"ba ngày":              3,
		"10 ngày tới":          10,
		"5":                    5,
		"mai":                  laterTomorrow,
		"ngày mai":             laterTomorrow,
		"vào ngày mai":         laterTomorrow,
		"quý I ngày cuối":      LaterLast,
		"ngày làm việc cuối":   LaterLast,
		"vào ngày cuối cùng":   LaterLast,
		"":                     0,
		"0 ngày":               0,
		"99 ngày":              0,
		"1000 ngày":            0,
		"hôm nào đó":           0,
		"quý II năm 2024":      0,
		"ngày 20":              0,
		"ban mai":              laterTomorrow,
		"khi sở tư pháp trả":   0,
		"-3 ngày":              0,
		"3 ngày sau khi họp":   0,
		"nhiệm vụ sáng mai":    laterTomorrow,
		"trong 3 ngày nữa nhé": 0,
	} {
		days, ok := laterDays(words)
		if ok != (want > 0) || ok && days != want {
			t.Errorf("laterDays(%q) = %d, %v; want %d", words, days, ok, want)
		}
	}
}
