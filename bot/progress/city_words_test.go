package progress

import "testing"

// Words about the city are read whatever their order; a word of the plan among
// them makes a question about the plan.
func TestCityWords(t *testing.T) {
	for text, want := range map[string]struct {
		topic string
		ok    bool
	}{
		"cả thành phố việc gì đang quá hạn":         {"a", true},
		"cả thành phố còn bao nhiêu việc quá hạn":   {"a", true},
		"thành phố quá hạn bao nhiêu?":              {"a", true},
		"đơn vị nào trễ hạn nhiều nhất":             {"a", true},
		"top 5 đơn vị trễ hạn":                      {"a", true},
		"những quận trễ hạn":                        {"a.quan-huyen", true},
		"quận nào chậm nhất":                        {"a.quan-huyen", true},
		"tiến độ các sở":                            {"a.so-ban-nganh", true},
		"các phường xã chậm tiến độ":                {"a.phuong-xa", true},
		"toàn thành phố đã nộp bao nhiêu phần trăm": {"", true},
		"tình hình thành phố thế nào":               {"", true},
		"so với tuần trước":                         {"", true},
		"các sở nộp gì":                             {"", false},
		"thành phố có bao nhiêu nhiệm vụ":           {"", false},
		"sở nào chủ trì số hóa hồ sơ trễ hạn":       {"", false},
		"tỷ lệ hồ sơ trễ hạn của thành phố":         {"", false},
		"quận nào chưa nộp 1.14":                    {"", false},
		"Sở Tư pháp quá hạn việc gì":                {"", false},
		"đơn vị tôi quá hạn việc gì":                {"", false},
		"việc nào quá hạn":                          {"", false},
	} {
		if got, ok := ParseCity(text); ok != want.ok || got.topic != want.topic {
			t.Errorf("%q: %q, %v; want %q, %v", text, got.topic, ok, want.topic, want.ok)
		}
	}
}
