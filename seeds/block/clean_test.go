package block

import "testing"

func TestCutMarks(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"của Chính phủ⁶; Chỉ thị⁷": "của Chính phủ; Chỉ thị",
		"tại Quyết định ¹².":       "tại Quyết định .",
		"diện tích 50 m²":          "diện tích 50 m²",
		"khối lượng 3m³, km²":      "khối lượng 3m³, km²",
		"họp² tại 20 m² này":       "họp tại 20 m² này",
		"10⁶ người":                "10 người",
		"":                         "",
	} {
		if got := CutMarks(text, func(string) bool { return true }); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	var runs []string
	CutMarks("a¹ b²³ c¹⁰", func(digits string) bool { runs = append(runs, digits); return false })
	if len(runs) != 3 || runs[1] != "23" || runs[2] != "10" {
		t.Errorf("%q", runs)
	}
	for _, digits := range []string{"1", "12", "307"} {
		if got := CutMarks("x"+Superscript(digits), func(run string) bool { return run == digits }); got != "x" {
			t.Errorf("%s: %q", digits, got)
		}
	}
}
