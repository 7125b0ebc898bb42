package vi

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func FuzzTokens(f *testing.F) {
	for _, text := range []string{
		"Quyết định số 1191/QĐ-UBND ngày 12/7/2018 về ISO 9001:2015, đạt 98%",
		"So\u0302\u0301 hoa\u0301 tại TP.HCM; cchc.snv@tphcm.gov.vn",
		"1.4.2. 97,5% 25-35% 33-CTrHĐ/TU a@b.c", "\xff\u0301\u00ad\u200b", "a.a.a.a.a.a.a@",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, token := range Tokens(text) {
			if token.Start < end || token.End <= token.Start || token.End > len(text) {
				t.Fatalf("%q: token %+v after byte %d", text, token, end)
			}
			end = token.End
			if token.Term == "" || !utf8.ValidString(token.Term) || !norm.NFC.IsNormalString(token.Term) {
				t.Errorf("%q: term %+q", text, token.Term)
			}
			if token.Term != Normalize(text[token.Start:token.End]) {
				t.Errorf("%q: term %q is not what stands at %d", text, token.Term, token.Start)
			}
		}
	})
}

// FuzzFold: folding does not care in what encoding or school a text comes, and
// forms are final.
func FuzzFold(f *testing.F) {
	f.Add("Số hoá hồ sơ, Uỷ ban ĐƯỜNG qúy")
	f.Add("e\u0301\u0302 Ǎ İ ﬁ Ω")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("forms of broken bytes differ")
		}
		toned, folded := Normalize(text), Fold(text)
		if again := Normalize(toned); again != toned {
			t.Errorf("Normalize(%q) = %q, and again %q", text, toned, again)
		}
		if again := Fold(folded); again != folded {
			t.Errorf("Fold(%q) = %q, and again %q", text, folded, again)
		}
		if other := Fold(toned); other != folded {
			t.Errorf("Fold(%q) = %q, of the toned form %q", text, folded, other)
		}
		if other := Normalize(norm.NFD.String(text)); other != toned {
			t.Errorf("Normalize(%q) = %q, decomposed %q", text, toned, other)
		}
	})
}

// FuzzAnalyzer: whatever the text, tokens lie within it and positions are
// counted from one.
func FuzzAnalyzer(f *testing.F) {
	f.Add("CCHC là cải cách hành chính. TU, CT 06/CT-UBND; TP.HCM TT&TT")
	analyzers := testAnalyzers(f)
	f.Fuzz(func(t *testing.T, text string) {
		for name, analyzer := range analyzers {
			for _, token := range analyzer.Analyze([]byte(text)) {
				if token.Start < 0 || token.End > len(text) || token.Start >= token.End || token.Position < 1 {
					t.Errorf("%s of %q: %v", name, text, token)
				}
			}
		}
	})
}
