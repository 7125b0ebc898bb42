package vi

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"empty", "", ""},
		{"plain", "so noi vu", "so noi vu"},
		{"capitals", "SNV", "snv"},
		{"all shapes", "ă â ê ô ơ ư đ", "a a e o o u d"},
		{"all tones", "a à ả ã á ạ", "a a a a a a"},
		{"shape and tone", "Ề ể Ễ ế ệ ưở Ỹ", "e e e e e uo y"},
		{"sentence", "Cải cách hành chính: 98% hồ sơ được SỐ HÓA", "cai cach hanh chinh: 98% ho so duoc so hoa"},
		{"đ and its look-alikes", "Đ Ð Ɖ ð", "d d d d"},
		{"foreign letters", "café Zoë Ñandú", "cafe zoe nandu"},
		{"another script", "Й Đường", "и duong"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			for _, in := range []string{test.in, norm.NFD.String(test.in), Normalize(test.in)} {
				if got := Fold(in); got != test.want {
					t.Errorf("Fold(%+q) = %q, want %q", in, got, test.want)
				}
			}
		})
	}
}

func TestFoldsTo(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"", "quý", "Đường", "a", "ủy", "ßx", "NGHIÊNG", "x1.2"} {
		for _, other := range []string{"", "quy", "duong", "a", "uy", "ssx", "nghieng", "nghien", "x1.2", Fold("ßx")} {
			if got := FoldsTo(word, other); got != (Fold(word) == other) {
				t.Errorf("%q folds to %q: %v", word, other, got)
			}
		}
	}
}
