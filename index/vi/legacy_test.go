package vi

import "testing"

func TestFromLegacy(t *testing.T) {
	t.Parallel()
	for legacy, want := range map[string]string{
		"Së T\u00ad ph¸p ph¶i lµm g×":           "Sở Tư pháp phải làm gì",
		"Sôû Tö phaùp phaûi laøm gì":            "Sở Tư pháp phải làm gì",
		"nhiÖm vô 1.14 h¹n khi nµo":             "nhiệm vụ 1.14 hạn khi nào",
		"ai chñ tr× sè hãa hå s¬":               "ai chủ trì số hóa hồ sơ",
		"ai chuû trì soá hoùa hoà sô":           "ai chủ trì số hóa hồ sơ",
		"Uyû ban nhaân daân quaän 3 laøm gì":    "Uỷ ban nhân dân quận 3 làm gì",
		"c¶i c¸ch hµnh chÝnh n¨m 2024":          "cải cách hành chính năm 2024",
		"ñôn vò naøo ñöôïc giao dòch vuï coâng": "đơn vị nào được giao dịch vụ công",
		"§¬n vÞ nµo ®\u00adîc giao":             "Đơn vị nào được giao",
		"SÔÛ NOÄI VUÏ":                          "SỞ NỘI VỤ",
	} {
		if got, ok := FromLegacy(legacy); !ok || got != want {
			t.Errorf("%q: %q, %v; want %q", legacy, got, ok, want)
		}
	}
}

// Text that is no legacy encoding stays.
func TestNoLegacy(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"", "so tu phap phai lam gi", "Sở Tư pháp phải làm gì", "hòa giải", "là gì", "ôi", "có", "café Ñandú", "10°C ± 2", "Ô Môn",
		"thế à", "Đơn vị nào", "× ÷ ¬", "hoàn tòan", "cám ơn á", "résumé của em",
	} {
		if got, ok := FromLegacy(text); ok || got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}
