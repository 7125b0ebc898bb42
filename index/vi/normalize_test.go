package vi

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestNormalize(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"empty", "", ""},
		{"ascii", "So Noi VU", "so noi vu"},
		{"capitals", "ỦY BAN NHÂN DÂN THÀNH PHỐ", "ủy ban nhân dân thành phố"},
		{"đ and its look-alikes", "Đ Ð Ɖ ð", "đ đ đ đ"},
		{"new school to old, oa", "số hoá, hoà giải, toà", "số hóa, hòa giải, tòa"},
		{"new school to old, oe", "khoẻ, loè", "khỏe, lòe"},
		{"new school to old, uy", "uỷ ban, thuý, tuỳ, luỹ", "ủy ban, thúy, tùy, lũy"},
		{"u of qu bears no tone", "quý quỹ quà quả quốc", "quý quỹ quà quả quốc"},
		{"mark on u of qu", "qúy qùa qủa qúôc", "quý quà quả quốc"},
		{"i of gi", "giá già giờ gì gìn giếng", "giá già giờ gì gìn giếng"},
		{"mark on i of gi", "gía gìa gỉai", "giá già giải"},
		{"final consonant", "tòan hòan khóan thúât", "toàn hoàn khoán thuất"},
		{"misplaced", "cuả giưã muì thuế", "của giữa mùi thuế"},
		{"three vowels", "ngoài ngòai khuỷu khủyu huyện", "ngoài ngoài khuỷu khuỷu huyện"},
		{"shaped pairs", "được đựơc cườg nước", "được được cườg nước"},
		{"no syllable", "café naïve Zoë résumé", "café naïve zoë résumé"},
		{"marks around it", "«Hoà», (uỷ)", "«hòa», (ủy)"},
		{"broken bytes", "ho\xffa hoà", "ho\ufffda hòa"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := Normalize(test.in); got != test.want {
				t.Errorf("Normalize(%q) = %q, want %q", test.in, got, test.want)
			}
			if got := Normalize(norm.NFD.String(test.in)); got != test.want {
				t.Errorf("Normalize(NFD of %q) = %q, want %q", test.in, got, test.want)
			}
			if got := Normalize(test.want); got != test.want {
				t.Errorf("Normalize(%q) = %q, want no change", test.want, got)
			}
		})
	}
}
