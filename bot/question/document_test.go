package question

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/index"
)

func TestDocuments(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		want []index.Citation
	}{
		{"nghị định 107", []index.Citation{{Type: "nghi dinh", Number: "107"}}},
		{"nghi dinh so 107", []index.Citation{{Type: "nghi dinh", Number: "107"}}},
		{"Nghị định 107/2020", []index.Citation{{Type: "nghi dinh", Number: "107", Year: "2020"}}},
		{"Nghị định số 107/2020/NĐ-CP là căn cứ cho nhiệm vụ nào", []index.Citation{{Type: "nghi dinh", Number: "107", Year: "2020", Full: "107/2020/nd-cp"}}},
		{"NĐ 29/2023", []index.Citation{{Type: "nghi dinh", Number: "29", Year: "2023"}}},
		{"107/2020/NĐ-CP", []index.Citation{{Number: "107", Year: "2020", Full: "107/2020/nd-cp"}}},
		{"QĐ 28/2018/QĐ-TTg", []index.Citation{{Type: "quyet dinh", Number: "28", Year: "2018", Full: "28/2018/qd-ttg"}}},
		{"qd 28/2018/qd-ttg", []index.Citation{{Type: "quyet dinh", Number: "28", Year: "2018", Full: "28/2018/qd-ttg"}}},
		{"nghị quyết chín mươi tám", []index.Citation{{Type: "nghi quyet", Number: "98"}}},
		{"nghi quyet chin muoi tam", []index.Citation{{Type: "nghi quyet", Number: "98"}}},
		{"NQ 98", []index.Citation{{Type: "nghi quyet", Number: "98"}}},
		{"chỉ thị 08", []index.Citation{{Type: "chi thi", Number: "08"}}},
		{"kế hoạch số 922", []index.Citation{{Type: "ke hoach", Number: "922"}}},
		{"đề án 2709", []index.Citation{{Type: "quyet dinh", Number: "2709"}}},
		{"thông tư 01/2018/TT-VPCP", []index.Citation{{Type: "thong tu", Number: "01", Year: "2018", Full: "01/2018/tt-vpcp"}}},
		{
			"Quyết định 28/2018/QĐ-TTg và Nghị định 30/2020 là căn cứ cho nhiệm vụ nào?",
			[]index.Citation{{Type: "quyet dinh", Number: "28", Year: "2018", Full: "28/2018/qd-ttg"}, {Type: "nghi dinh", Number: "30", Year: "2020"}},
		},
	} {
		for _, text := range []string{c.text, decomposed(c.text)} {
			q := ask(t, text)
			if diff := cmp.Diff(c.want, q.Documents); diff != "" {
				t.Errorf("%q (-want +got):\n%s", text, diff)
			}
			if len(q.Places) > 0 {
				t.Errorf("%q names the place %q", text, placed(q))
			}
		}
	}
}

// The decision itself is no document that units rest on: naming it says which
// plan is meant.
func TestDecisionItself(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"Quyết định 6004/QĐ-UBND có hiệu lực từ khi nào", "qd 6004 hieu luc khi nao", "QĐ số 6004", "kế hoạch 6004 do ai ký"} {
		q := ask(t, text)
		if !q.Query.Decision || len(q.Documents) > 0 {
			t.Errorf("%q: decision %v, documents %+v", text, q.Query.Decision, q.Documents)
		}
	}
}

func TestNoDocuments(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"kế hoạch năm 2024", "quyết định của 16 quận", "tháng 10/2024", "ngày 12/7/2018", "iso 9001:2015",
		"căn cứ nghị định nào", "UBND quận 3", "đạt 95%",
	} {
		if q := ask(t, text); len(q.Documents) > 0 {
			t.Errorf("%q names %+v", text, q.Documents)
		}
	}
}
