package question

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Two questions in one message are two.
func TestSplit(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"ai chủ trì số hóa hồ sơ và hạn nộp bài viết CCHC khi nào?":            {"ai chủ trì số hóa hồ sơ", "hạn nộp bài viết CCHC khi nào"},
		"chữ ký số ai làm, còn thư điện tử thì sao":                            {"chữ ký số ai làm", "thư điện tử ai làm"},
		"ai chủ trì hội thi CCHC và hạn nộp bài viết là khi nào?":              {"ai chủ trì hội thi CCHC", "hạn nộp bài viết là khi nào"},
		"Ai chủ trì tinh giản biên chế? Sản phẩm của việc số hóa hồ sơ là gì?": {"Ai chủ trì tinh giản biên chế", "Sản phẩm của việc số hóa hồ sơ là gì"},
		"hạn của 1.14 và sản phẩm của 3.17":                                    {"hạn của 1.14", "sản phẩm của 3.17"},
		"1. ai chủ trì số hóa hồ sơ\n2. hội thi CCHC khi nào tổ chức":          {"ai chủ trì số hóa hồ sơ", "hội thi CCHC khi nào tổ chức"},
		"bài viết tuyên truyền gửi về đâu; ai phối hợp tinh giản biên chế":     {"bài viết tuyên truyền gửi về đâu", "ai phối hợp tinh giản biên chế"},
		"sở tư pháp phải làm gì và thành đoàn phối hợp việc gì":                {"sở tư pháp phải làm gì", "thành đoàn phối hợp việc gì"},
	} {
		if diff := cmp.Diff(want, Split(text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

// One question stays one, whatever it joins.
func TestOneQuestion(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"việc nào STTTT chủ trì mà VPUB phối hợp",
		"việc nào sở nội vụ chủ trì và sở tư pháp phối hợp",
		"3.10 và 6.7 cái nào xong trước", "quý I và quý II khác gì", "hạn của 1.14 và 3.17", "hạn và sản phẩm của 3.17",
		"kế hoạch chuyển đổi số với đô thị thông minh năm 2024 thì ai chủ trì, hạn chót quý mấy?",
		"sở khoa học công nghệ đứng chủ trì mấy nhiệm vụ trong phụ lục, là những việc gì",
		"Mấy đoàn đi học kinh nghiệm CCHC trong nước, mấy đoàn nước ngoài?",
		"đoàn học tập cchc trong và ngoài nước: khi nào ra kế hoạch, khi nào phải xong hết?",
		"mỗi quý đơn vị gửi mấy bài tuyên truyền cchc, gửi về địa chỉ nào",
		"kho bạc nhà nước phối hợp việc gì, chỉ tiêu mấy phần trăm",
		"Em ở UBND Quận 3, bài viết tuyên truyền hàng quý gửi về đâu vậy?", "Em ở UBND Quận 3. Bài viết tuyên truyền hàng quý gửi về đâu vậy?",
		"sở nội vụ và sở tư pháp phải làm gì", "cho em hỏi ai chủ trì số hóa hồ sơ, em cảm ơn", "tháng 10 và 11 có những việc gì đến hạn",
		"đánh giá tác động của cchc tới các sở, quận thì viện nào chủ trì, phối hợp sở nào", "1.14", "", "chào bạn",
		"ai chủ trì và ai phối hợp chuyển đổi số", "số hóa hồ sơ ai làm và khi nào xong", "chỉ tiêu số hóa cấp huyện và cấp xã là bao nhiêu",
	} {
		if got := Split(text); len(got) != 1 {
			t.Errorf("%q is parted: %q", text, got)
		}
	}
}
