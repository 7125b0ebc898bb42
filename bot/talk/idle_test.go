package talk

import (
	"testing"

	"cchcbot/bot/question"
)

// TestIdle tells talk that asks nothing from questions with the same words.
func TestIdle(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text string
		want question.Idle
	}{
		{"hôm nay trời đẹp nhỉ", question.Chatter},
		{"sáng nay mưa to quá", question.Chatter},
		{"ăn cơm chưa em", question.Chatter},
		{"mệt quá, hôm nay nhiều việc ghê", question.Chatter},
		{"em ăn sáng chưa", question.Chatter},
		{"trưa nay ăn gì đây", question.Chatter},
		{"chào em, chúc em vui đấy", question.Chatter},
		{"chào em", question.Greeting},
		{"chào em, cho hỏi số hóa hồ sơ", question.NotIdle},
		{"tăng lương khi nào", question.NotIdle},
		{"dạ vâng ạ", question.Nod},
		{"ok em", question.Nod},
		{"đồng ý", question.Consent},
		{"hôm nay có gì đến hạn", question.NotIdle},
		{"hôm nay", question.NotIdle},
		{"tháng 10 nhé", question.NotIdle},
		{"cai dau tien", question.NotIdle},
		{"ok, ai chủ trì 1.14", question.NotIdle},
		{"số hóa hồ sơ", question.NotIdle},
		{"chế độ ăn trưa của công chức", question.NotIdle},
		{"đồng ý với đề xuất tinh giản biên chế", question.NotIdle},
		{"hộ chiếu", question.NotIdle},
		{"sáng kiến cải cách hành chính", question.NotIdle},
	} {
		if got := testAnswerer(t).Reader.Read(test.text, spring).Idle; got != test.want {
			t.Errorf("%q: %d, want %d", test.text, got, test.want)
		}
	}
}
