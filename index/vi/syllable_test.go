package vi

import (
	"strings"
	"testing"
)

func TestIsSyllable(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		words string
		want  bool
	}{
		{"toned", "cải cách hành chính số hóa hoá ủy uỷ nghiêng quý quốc quỳnh giếng gìn gì ý yêu ỉa ngoằng khuya khuỷu thuở tuýp", true},
		{"capitals", "SỞ Nội VỤ", true},
		{"folded", "cai cach hanh chinh so hoa uy nghieng quy quoc quynh gieng duong nguoi phap thuc", true},
		{"no vowel", "cchc snv đ tphcm", false},
		{"foreign", "iso index par file web wifi", false},
		{"spelling of k, c, g, ng", "ce ki̇ ka nge ngha ghu", false},
		{"stop with a wrong tone", "các̀ phàp sách̉ tốt̃", false},
		{"stop with a shape and no tone", "phâp nươc", false},
		{"two tones", "hóà", false},
		{"no rhyme", "kees hoachj ddaats bao1 uwr", false},
		{"two syllables", "kehoach sonoivu", false},
		{"longer than any", "nghiênghh aaaaaaaaaaaaaaaaaaaa", false},
		{"other", "1 98% a1 ë", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			for _, word := range strings.Fields(test.words) {
				if got := IsSyllable(word); got != test.want {
					t.Errorf("IsSyllable(%q) = %t", word, got)
				}
			}
			if IsSyllable("") {
				t.Error("the empty word is a syllable")
			}
		})
	}
}
