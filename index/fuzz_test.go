package index

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

// FuzzSearch: whatever bytes are asked, the index answers in order and without
// error, and composed and decomposed text find the same.
func FuzzSearch(f *testing.F) {
	for _, text := range []string{
		"số hóa hồ sơ thủ tục hành chính sở nào làm đầu mối",
		"so hoa ho so tthc so nao lam dau moi",
		"Nghị định 107/2020/NĐ-CP là căn cứ cho nhiệm vụ nào?",
		"iso 9001:2015 giao sở nào", "mail nhận bài tuyên truyền cchc laf gì", "hai long cua dan ve tthc phai dat may %",
		"So\u0302\u0301 hoa\u0301", "\xff\xfe\u0301", "_ số__hóa ", "🙂 số 🙂 hóa",
	} {
		f.Add(text)
	}
	ix := decision6004(f)
	f.Fuzz(func(t *testing.T, text string) {
		hits, err := ix.Search(context.Background(), asking(text))
		if err != nil {
			t.Fatal(err)
		}
		checkHits(t, text, hits)
		other, err := ix.Search(context.Background(), asking(norm.NFD.String(text)))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(idsOf(hits), idsOf(other)); diff != "" {
			t.Errorf("%q (-as typed +decomposed):\n%s", text, diff)
		}
	})
}

// FuzzCitations: a citation has a number, and stands in the text.
func FuzzCitations(f *testing.F) {
	f.Add("theo Nghị định số 107/2020/NĐ-CP, Chỉ thị số 08/CT-UBND và 33-CTrHĐ/TU")
	f.Add("1/2/3/a-b số 12345678/QĐ")
	f.Fuzz(func(t *testing.T, text string) {
		for _, c := range Citations(text) {
			if c.Number == "" || len(c.Full) <= len(c.Number) || len(c.Full) > len(folded(text)) {
				t.Errorf("%q: %+v", text, c)
			}
			if !c.matches(Citation{Number: c.Number}) || !c.matches(c) {
				t.Errorf("%q: %+v does not match itself", text, c)
			}
		}
	})
}
