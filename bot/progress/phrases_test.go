package progress

import (
	"testing"
)

func TestWhoSaid(t *testing.T) {
	for _, c := range []struct {
		text, rest string
		whose      Whose
		asked      bool
	}{
		{"ai chưa nộp bài viết quý I", "bài viết quý I", Whose{}, true},
		{"bai viet quy 1 ai con chua nop", "bai viet quy 1", Whose{}, true},
		{"Những ai vẫn chưa nộp 1.14?", "1.14?", Whose{}, true},
		{"quý II đơn vị nào nộp chậm 1.14", "quý II 1.14", Whose{}, true},
		{"quận nào chưa nộp bài viết", "bài viết", Whose{Group: "quan-huyen"}, true},
		{"phuong nao cham nop 3.3", "3.3", Whose{Group: "phuong-xa"}, true},
		{"ai đã nộp 1.14 quý 1", "1.14 quý 1", Whose{Done: true}, true},
		{"danh sách đơn vị chưa nộp", "", Whose{}, true},
		{"đã nộp 1.14", "", Whose{}, false},
		{"chưa nộp 1.14 có sao không", "", Whose{}, false},
		{"ai chủ trì số hóa hồ sơ", "", Whose{}, false},
		{"ai", "", Whose{}, false},
		{"ai còn", "", Whose{}, false},
	} {
		rest, who, asked := ParseWho(c.text)
		if rest != c.rest || who != c.whose || asked != c.asked {
			t.Errorf("whoSaid(%q) = %q, %+v, %v, want %q, %+v, %v", c.text, rest, who, asked, c.rest, c.whose, c.asked)
		}
	}
}
