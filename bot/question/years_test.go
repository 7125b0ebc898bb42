package question

import "testing"

// What is asked of two plans is told from what is asked of one.
func TestCompares(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Comparison{
		"2025 khác gì 2024":                            ComparesAll,
		"so sánh kế hoạch 2024 với 2025":               ComparesAll,
		"năm nay khác gì năm ngoái":                    ComparesAll,
		"kế hoạch mới có gì khác kế hoạch cũ":          ComparesAll,
		"việc nào mới":                                 ComparesNew,
		"Nhiệm vụ nào mới so với năm 2024?":            ComparesNew,
		"năm nay có gì mới":                            ComparesNew,
		"việc nào không còn":                           ComparesDropped,
		"nhiệm vụ nào bị bỏ so với năm ngoái":          ComparesDropped,
		"việc nào đổi chủ trì":                         ComparesLead,
		"viec nao doi co quan chu tri":                 ComparesLead,
		"nhiệm vụ nào thay đổi thời hạn":               ComparesDeadline,
		"1.14 năm nay là số mấy":                       ComparesNow,
		"nhiệm vụ 2.5 năm 2025 là số mấy":              ComparesNow,
		"1.14 năm ngoái là số mấy":                     ComparesBefore,
		"việc nào mỗi quý phải báo cáo":                ComparesNothing,
		"việc nào mỗi năm phải làm":                    ComparesNothing,
		"nhiệm vụ nào mới đến hạn":                     ComparesNothing,
		"việc nào mời Sở Nội vụ phối hợp":              ComparesNothing,
		"quý I khác gì quý II":                         ComparesNothing,
		"nhiệm vụ 1.14 và 1.15 khác gì nhau":           ComparesNothing,
		"năm 2024 sở tư pháp làm gì":                   ComparesNothing,
		"chủ trì khác gì phối hợp":                     ComparesNothing,
		"năm nay sở tư pháp làm gì":                    ComparesNothing,
		"đổi mới phương thức làm việc là nhiệm vụ nào": ComparesNothing,
		"nhiệm vụ nào bỏ phiếu lấy ý kiến":             ComparesNothing,
		"việc nào thay đổi thói quen":                  ComparesNothing,
	} {
		if got := Compares(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
