package vi

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

func TestTokens(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		want     []Token
	}{
		{"empty", "", []Token{}},
		{"no word", " - … % / @ \u0301", []Token{}},
		{"words", "Số hóa", []Token{{"số", 0, 4, Word}, {"hóa", 5, 9, Word}}},
		{"words, decomposed", "So\u0302\u0301 hoa\u0301", []Token{{"số", 0, 6, Word}, {"hóa", 7, 12, Word}}},
		{"dot without a space", "học.Sau", []Token{{"học", 0, 5, Word}, {"sau", 6, 9, Word}}},
		{"letters and digits", "q1, Q.1", []Token{{"q1", 0, 2, Word}, {"q", 4, 5, Word}, {"1", 6, 7, Number}}},
		{"decision", "số 1191/QĐ-UBND.", []Token{{"số", 0, 4, Word}, {"1191/qđ-ubnd", 5, 18, Document}}},
		{"decision typed in haste", "1191/qd-ubnd", []Token{{"1191/qd-ubnd", 0, 12, Document}}},
		{"resolution", "98/2023/QH15;", []Token{{"98/2023/qh15", 0, 12, Document}}},
		{"party plan", "124-KH/TU", []Token{{"124-kh/tu", 0, 9, Document}}},
		{"party programme", "33-CTrHĐ/TU", []Token{{"33-ctrhđ/tu", 0, 12, Document}}},
		{"standing committee", "1111/NQ-UBTVQH14", []Token{{"1111/nq-ubtvqh14", 0, 16, Document}}},
		{"party resolution", "19-NQ/TW", []Token{{"19-nq/tw", 0, 8, Document}}},
		{"with a year", "41/2011/QĐ-UBND", []Token{{"41/2011/qđ-ubnd", 0, 16, Document}}},
		{"submission", "6975/TTr-SNV", []Token{{"6975/ttr-snv", 0, 12, Document}}},
		{"ĐA is a word too", "5/ĐA-UBND", []Token{{"5/đa-ubnd", 0, 10, Document}}},
		{"a rate is no document", "01/quý", []Token{{"01", 0, 2, Number}, {"quý", 3, 7, Word}}},
		{"range of years", "2022-2025", []Token{{"2022", 0, 4, Number}, {"2025", 5, 9, Number}}},
		{"task", "1.4.2", []Token{{"1.4.2", 0, 5, Number}}},
		{"task at the end", "nhiệm vụ 3.17.", []Token{{"nhiệm", 0, 7, Word}, {"vụ", 8, 12, Word}, {"3.17", 13, 17, Number}}},
		{"heading", "1.2.Kế", []Token{{"1.2", 0, 3, Number}, {"kế", 4, 8, Word}}},
		{"list", "3.1,3.2;3.3", []Token{{"3.1", 0, 3, Number}, {"3.2", 4, 7, Number}, {"3.3", 8, 11, Number}}},
		{"two quarters", "quý 2,3", []Token{{"quý", 0, 4, Word}, {"2", 5, 6, Number}, {"3", 7, 8, Number}}},
		{"percent", "98%;", []Token{{"98%", 0, 3, Percent}}},
		{"decimal percent", "97,5% 97.5%", []Token{{"97,5%", 0, 5, Percent}, {"97.5%", 6, 11, Percent}}},
		{"percent range", "25 - 35%", []Token{{"25", 0, 2, Number}, {"35%", 5, 8, Percent}}},
		{"tight percent range", "25-35%", []Token{{"25", 0, 2, Number}, {"35%", 3, 6, Percent}}},
		{"date", "12/7/2018", []Token{{"12/7/2018", 0, 9, Date}}},
		{"month", "7/2018,", []Token{{"7/2018", 0, 6, Date}}},
		{"e-mail", "cchc.snv@tphcm.gov.vn.", []Token{{"cchc.snv@tphcm.gov.vn", 0, 21, Email}}},
		{"e-mail after a colon", "e:ban-cchc_1@so-nv.vn", []Token{{"e", 0, 1, Word}, {"ban-cchc_1@so-nv.vn", 2, 21, Email}}},
		{"name of a chat", "@bot a@b", []Token{{"bot", 1, 4, Word}, {"a", 5, 6, Word}, {"b", 7, 8, Word}}},
		{"standard", "ISO 9001:2015", []Token{{"iso 9001:2015", 0, 13, Standard}}},
		{"standard without its name", "9001:2015", []Token{{"9001:2015", 0, 9, Standard}}},
		{"standard without a year", "ISO 9001", []Token{{"iso", 0, 3, Word}, {"9001", 4, 8, Number}}},
		{"city", "TP.HCM tp.hcm", []Token{{"tp.hcm", 0, 6, Dotted}, {"tp.hcm", 7, 13, Dotted}}},
		{"city of Thủ Đức", "TP.Thủ Đức", []Token{{"tp", 0, 2, Word}, {"thủ", 3, 8, Word}, {"đức", 9, 15, Word}}},
		{"broken bytes", "a\xffb\xe1", []Token{{"a", 0, 1, Word}, {"b", 2, 3, Word}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.want, Tokens(test.in)); diff != "" {
				t.Errorf("Tokens(%q): -want +got\n%s", test.in, diff)
			}
		})
	}
}

// TestTokensOfDecomposedText: the encoding of a text does not show in its terms.
func TestTokensOfDecomposedText(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Tiếp tục triển khai Quyết định số 1191/QĐ-UBND về số hoá hồ sơ, đạt 98%",
		"Uỷ ban nhân dân thành phố Thủ Đức; Thủ trưởng sở, ban, ngành",
		"Hệ thống quản lý chất lượng TCVN ISO 9001:2015 tại TP.HCM",
	} {
		if diff := cmp.Diff(terms(Tokens(norm.NFC.String(text))), terms(Tokens(norm.NFD.String(text)))); diff != "" {
			t.Errorf("%q: -NFC +NFD\n%s", text, diff)
		}
	}
}

func terms(tokens []Token) []string {
	var list []string
	for _, token := range tokens {
		list = append(list, token.Term)
	}
	return list
}
