package bot

import (
	"strings"
	"testing"

	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
)

// A set that was asked for is narrowed by what is said next. The sets are read from
// the appendix by hand.
func TestNarrowing(t *testing.T) {
	t.Parallel()
	answers := testAnswerer(t)
	many := answers.Plan().Units[:2]
	for _, c := range []struct{ before, next, want string }{
		{"Chánh Văn phòng UBND Thành phố chủ trì những nhiệm vụ nào?", "chỉ lấy mảng chính quyền số thôi", "PL.7.1 PL.7.8 PL.7.16"},
		{"Sở Tư pháp được nêu tên chủ trì bao nhiêu nhiệm vụ", "cái nào có hạn quý I", "PL.2.3 PL.2.4"},
		{"Sở Kế hoạch và Đầu tư chủ trì việc nào trong nhóm 6", "thế Sở Khoa học và Công nghệ thì sao", "PL.6.8"},
		{"Sở Nội vụ chủ trì việc nào trong nhóm 4 hạn tháng 10", "kể ra", "PL.4.9 PL.4.10 PL.4.11"},
		{"Sở Tài chính chủ trì việc gì", "không phải tài chính, tôi muốn hỏi Sở Tài nguyên và Môi trường", "PL.3.13 PL.3.14"},
	} {
		before := answers.Reader.Read(c.before, spring)
		next, how := question.Complete(question.Scene{Question: before, Listed: many}, answers.Reader.Read(c.next, spring))
		if how != question.Follows {
			t.Errorf("%q after %q stands alone", c.next, c.before)
			continue
		}
		told, err := answers.Reply(t.Context(), next, dialog.Situation{Now: spring})
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, f := range told.Units {
			ids = append(ids, f.Unit.ID)
		}
		if got := strings.Join(ids, " "); got != c.want && !strings.HasPrefix(got, c.want+" ") {
			t.Errorf("%q after %q: %s, want %s", c.next, c.before, got, c.want)
		}
	}
}
