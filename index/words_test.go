package index

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

// spelt joins words as they stand, or folded.
func spelt(words []Word, how func(Word) string) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = how(w)
	}
	return strings.Join(parts, " ")
}

func tonedForm(w Word) string  { return w.Toned }
func foldedForm(w Word) string { return w.Folded }

func TestWords(t *testing.T) {
	t.Parallel()
	short := Abbreviations{
		"cchc":    {"cải cách hành chính"},
		"ubnd":    {"Ủy ban nhân dân"},
		"tt&tt":   {"Thông tin và Truyền thông"},
		"tu":      {"Thành ủy"},
		"dvsncl":  {"đơn vị sự nghiệp công lập"},
		"dn":      {"doanh nghiệp", "đề nghị"},
		"vbqppl":  {"văn bản quy phạm pháp luật"},
		"unknown": nil,
	}
	for _, c := range []struct{ text, toned, folded string }{
		{"", "", ""},
		{" \t…!?", "", ""},
		{"Số hóa hồ sơ", "số hóa hồ sơ", "so hoa ho so"},
		{"SỐ HÓA HỒ SƠ", "số hóa hồ sơ", "so hoa ho so"},
		{"số hoá, uỷ quyền", "số hóa ủy quyền", "so hoa uy quyen"},
		{"Đường đi", "đường đi", "duong di"},
		// Short forms are written out, in the most likely form.
		{"CCHC", "cải cách hành chính", "cai cach hanh chinh"},
		{"cchc", "cải cách hành chính", "cai cach hanh chinh"},
		{"công tác CCHC.", "công tác cải cách hành chính", "cong tac cai cach hanh chinh"},
		{"UBND Quận 3", "ủy ban nhân dân quận 3", "uy ban nhan dan quan 3"},
		{"hỗ trợ DN", "hỗ trợ doanh nghiệp", "ho tro doanh nghiep"},
		{"ĐVSNCL, dvsncl", "đơn vị sự nghiệp công lập đơn vị sự nghiệp công lập", "don vi su nghiep cong lap don vi su nghiep cong lap"},
		// A short form that is a syllable too is one only in capitals.
		{"Kế hoạch của TU", "kế hoạch của thành ủy", "ke hoach cua thanh uy"},
		{"từ nay, tu nay", "từ nay tu nay", "tu nay tu nay"},
		// What belongs together stays whole; what is also written apart is apart.
		{"ISO 9001:2015", "iso 9001 2015", "iso 9001 2015"},
		{"TCVN ISO 9001:2015.", "tcvn iso 9001 2015", "tcvn iso 9001 2015"},
		{"1191/QĐ-UBND", "1191/qđ-ubnd", "1191/qd-ubnd"},
		{"98/2023/QH15", "98/2023/qh15", "98/2023/qh15"},
		{"mục 1.4.2", "mục 1.4.2", "muc 1.4.2"},
		{"đạt 98%", "đạt 98%", "dat 98%"},
		{"cchc.snv@tphcm.gov.vn", "cchc.snv tphcm.gov.vn", "cchc.snv tphcm.gov.vn"},
	} {
		words := Words(c.text, short)
		if toned := spelt(words, tonedForm); toned != c.toned {
			t.Errorf("%q: %q, want %q", c.text, toned, c.toned)
		}
		if folded := spelt(words, foldedForm); folded != c.folded {
			t.Errorf("%q folded: %q, want %q", c.text, folded, c.folded)
		}
		if diff := cmp.Diff(words, Words(norm.NFD.String(c.text), short)); diff != "" {
			t.Errorf("%q decomposed (-composed +decomposed):\n%s", c.text, diff)
		}
	}
}

func TestWordMarks(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Word{
		"TU":   {Folded: "tu", Toned: "tu", Capitals: true},
		"Tu":   {Folded: "tu", Toned: "tu"},
		"tử":   {Folded: "tu", Toned: "tử"},
		"TỪ":   {Folded: "tu", Toned: "từ", Capitals: true},
		"2024": {Folded: "2024", Toned: "2024"},
		"Q1":   {Folded: "q1", Toned: "q1", Capitals: true},
		"98%":  {Folded: "98%", Toned: "98%"},
	} {
		words := Words(text, nil)
		if len(words) != 1 || words[0] != want {
			t.Errorf("%q: %+v, want %+v", text, words, want)
			continue
		}
		if marked := words[0].Marked(); marked != (want.Folded != want.Toned) {
			t.Errorf("%q is marked: %v", text, marked)
		}
	}
}

// Short and long forms of the house find each other in the plan: its texts
// hold no short form any more.
func TestPlanIsWrittenOut(t *testing.T) {
	t.Parallel()
	ix := decision6004(t)
	for _, short := range []string{"cchc", "tthc", "vbqppl", "dvsncl", "nsnn", "cbccvc"} {
		if ix.Vocabulary().Knows(short) {
			t.Errorf("the plan still says %q", short)
		}
	}
}
