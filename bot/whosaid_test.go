package bot

import "testing"

func TestWhoSaid(t *testing.T) {
	for _, c := range []struct {
		text, rest string
		whose      whose
		asked      bool
	}{
		{"ai chưa nộp bài viết quý I", "bài viết quý I", whose{}, true},
		{"bai viet quy 1 ai con chua nop", "bai viet quy 1", whose{}, true},
		{"Những ai vẫn chưa nộp 1.14?", "1.14?", whose{}, true},
		{"quý II đơn vị nào nộp chậm 1.14", "quý II 1.14", whose{}, true},
		{"quận nào chưa nộp bài viết", "bài viết", whose{group: "quan-huyen"}, true},
		{"phuong nao cham nop 3.3", "3.3", whose{group: "phuong-xa"}, true},
		{"ai đã nộp 1.14 quý 1", "1.14 quý 1", whose{done: true}, true},
		{"danh sách đơn vị chưa nộp", "", whose{}, true},
		{"đã nộp 1.14", "", whose{}, false},
		{"chưa nộp 1.14 có sao không", "", whose{}, false},
		{"ai chủ trì số hóa hồ sơ", "", whose{}, false},
		{"ai", "", whose{}, false},
		{"ai còn", "", whose{}, false},
	} {
		rest, who, asked := whoSaid(c.text)
		if rest != c.rest || who != c.whose || asked != c.asked {
			t.Errorf("whoSaid(%q) = %q, %+v, %v, want %q, %+v, %v", c.text, rest, who, asked, c.rest, c.whose, c.asked)
		}
	}
}
