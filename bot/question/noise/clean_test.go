package noise

import "testing"

// Noise about a question is no part of it.
func TestClean(t *testing.T) {
	t.Parallel()
	const asked = "ai chủ trì số hóa hồ sơ"
	for _, text := range []string{
		"1. ai chủ trì số hóa hồ sơ", "1) ai chủ trì số hóa hồ sơ", "(1) ai chủ trì số hóa hồ sơ", "1.ai chủ trì số hóa hồ sơ", "a) ai chủ trì số hóa hồ sơ", "1/ ai chủ trì số hóa hồ sơ", "2 - ai chủ trì số hóa hồ sơ",
		"Câu 1: ai chủ trì số hóa hồ sơ", "câu hỏi 3. ai chủ trì số hóa hồ sơ", "Hỏi: ai chủ trì số hóa hồ sơ", "• 1. ai chủ trì số hóa hồ sơ", "- ai chủ trì số hóa hồ sơ", "* ai chủ trì số hóa hồ sơ", "1️⃣ ai chủ trì số hóa hồ sơ", "👉 ai chủ trì số hóa hồ sơ",
		"ai chủ trì số hóa hồ sơ (2)", "ai chủ trì số hóa hồ sơ [1]", "ai chủ trì số hóa¹ hồ sơ", "ai chủ trì số hóa hồ sơ*", "ai chủ trì số hóa[2] hồ sơ",
		"Nguyễn Lan, [12/03/2024 10:32]\nai chủ trì số hóa hồ sơ", "[10:32, 12/03/2024] Lan: ai chủ trì số hóa hồ sơ", "[12/03/2024, 10:32:11] Trần Lan: ai chủ trì số hóa hồ sơ", "12/03/2024, 10:32 - Lan: ai chủ trì số hóa hồ sơ",
		"10:32 ai chủ trì số hóa hồ sơ", "Nguyễn Thị Lan: ai chủ trì số hóa hồ sơ", "Anh Tuấn: ai chủ trì số hóa hồ sơ", "Chị Hoa (SNV): ai chủ trì số hóa hồ sơ", "> ai chủ trì số hóa hồ sơ", "Forwarded from Lan\nai chủ trì số hóa hồ sơ",
		"Được chuyển tiếp từ Lan\nai chủ trì số hóa hồ sơ", "Lan 10:32 AM, [1.2.24 9:05]\nai chủ trì số hóa hồ sơ",
		"@tuan86_snv ai chủ trì số hóa hồ sơ", "ai chủ trì số hóa hồ sơ @tuan86_snv", "ai chủ trì số hóa hồ sơ #BaoCaoQuy1", "ai chủ trì số hóa hồ sơ https://a.vn/x?y=1", "ai chủ trì số hóa hồ sơ t.me/abc/1", "ai chủ trì số hóa hồ sơ lan@tphcm.gov.vn",
		"ai chủ trì số hóa hồ sơ 0909 123 456", "ai chủ trì số hóa hồ sơ sđt: 0909123456", "ai chủ trì số hóa hồ sơ 028.3822.1234", "ai chủ trì số hóa hồ sơ +84 909 123 456", "ai chủ trì số hóa hồ sơ 10h", "ai chủ trì số hóa hồ sơ lúc 10h30", "ai chủ trì số hóa hồ sơ 8:30 sáng",
		"ai ch\u200bủ trì số hóa hồ sơ", "ai ch\u00adủ tr\u2060ì số hóa hồ sơ", "ai\u200b chủ\ufeff trì số hóa hồ sơ", "ai\u200bchủ\u200btrì số hóa hồ sơ", "ai chủ trì so\u0302\u034f\u0301 hóa hồ sơ", "\u202eai chủ trì số hóa hồ sơ\u202c", "ai ch\ufe0fủ trì số hóa hồ sơ",
		"ai chñ tr× sè hãa hå s¬", "ai chuû trì soá hoùa hoà sô", "ａｉ chủ trì số hóa hồ sơ",
	} {
		if got := Clean(text); got != asked {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// What a question is about stays, and so does what only looks like noise.
func TestCleanKeeps(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"1.14 hạn khi nào", "1.14", "1. 14 hạn khi nào", "3.17, 6.3 và 2.5 hạn khi nào", "ISO 9001:2015 giao ai", "Sở Nội vụ: có nhiệm vụ gì", "Sở Nội vụ, Sở Tư pháp: phải làm gì",
		"cchc.snv@tphcm.gov.vn là mail của ai", "email cchc.snv@tphcm.gov.vn dùng làm gì", "0909123456 là số của ai", "trong 24h phải xử lý gì", "Nghị định 107/2020/NĐ-CP là căn cứ cho nhiệm vụ nào",
		"quyết định 6004/QĐ-UBND ngày 29/12/2023", "tháng 10/2024", "31/12/2024 có gì", "31-12-2024 có gì đến hạn", "nhắc lại 1.14 -1 ngày", "nhiệm vụ (2)", "số hóa (scan) hồ sơ", "Kế hoạch tháo gỡ vướng mắc: quý nào ban hành",
		"70, 60, 55% là chỉ tiêu gì", "", "?", "đạt 95%", "III.3.9", "quý 1: sở tư pháp làm gì", "hạn: 31/3", "đã nộp 1.14 https",
	} {
		if got := Clean(text); got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
	for text, want := range map[string]string{
		"1. 1.14 hạn khi nào":                             "1.14 hạn khi nào",
		"2) 3.17 ai làm":                                  "3.17 ai làm",
		"1. sở tư pháp phải làm gì":                       "sở tư pháp phải làm gì",
		"trước 17h ngày 31/3 nộp gì":                      "trước ngày 31/3 nộp gì",
		"#chuyendoiso":                                    "chuyendoiso",
		"bài viết gửi về email nào, email em là lan@a.vn": "bài viết gửi về email nào, email em là",
	} {
		if got := Clean(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

// Cleaning what is clean changes nothing, whatever the bytes.
func FuzzClean(f *testing.F) {
	for _, text := range []string{"• 1. [1] (2) *", "Nguyễn Lan, [12/03/2024 10:32]\nq", "\u200b\u200b", "1. 1. 1. a", "@a #b 0909123456 10:30", "× ¬ ÷", "quý I - V"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once := Clean(text)
		if HasLetters(text) && len(once) == 0 {
			t.Errorf("nothing is left of %q", text)
		}
	})
}
