package answer

import (
	"strings"
	"testing"
	"time"

	"cchcbot/bot/dialog"
	"cchcbot/seeds"
)

// nextPlan is a plan of another issuer and form, after the embedded one.
const nextPlan = `ỦY BAN NHÂN DÂN
THÀNH PHỐ HỒ CHÍ MINH
Số: 88/KH-UBND
Thành phố Hồ Chí Minh, ngày 30 tháng 12 năm 2024
KẾ HOẠCH
Cải cách hành chính năm 2025
PHỤ LỤC
STT	Nhiệm vụ	Cơ quan chủ trì	Cơ quan phối hợp	Sản phẩm	Thời hạn
1	Số hóa sổ hộ tịch	Sở Tư pháp	Công an Thành phố	Kho dữ liệu	Quý I/2025
2	Tự chấm điểm Chỉ số cải cách hành chính năm 2024	Sở Nội vụ		Báo cáo	Tháng 2/2025
3	Vận hành kho lưu trữ số	TT Lưu trữ số Sao Mai	Sở Nội vụ	Báo cáo	Quý III/2025
`

// twoYears answers from nextPlan, with the embedded plan behind it.
func twoYears(t *testing.T, text string) *Answerer {
	t.Helper()
	library, _, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	p, _, problems, err := library.Open("next.txt", []byte(text), seeds.Options{})
	if err != nil {
		t.Fatal(err, problems)
	}
	library.Plans = append(library.Plans[:0:0], p, library.Plans[0])
	a, err := NewAnswerer(library)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// What a document does not hold is not denied where it was not read in full.
func TestAnIncompletePlanDeniesNothing(t *testing.T) {
	a := twoYears(t, strings.Replace(nextPlan, "PHỤ LỤC\n", "I. NHIỆM VỤ\n(Chi tiết tại Phụ lục kèm theo)\n1. Nâng cao chất lượng.\n", 1)[:strings.Index(nextPlan, "STT")])
	if !a.Plan().Incomplete {
		t.Fatal("the plan lacks its appendix")
	}
	for _, question := range []string{"Sở Y tế phải làm gì?", "quý III có gì đến hạn", "mục 9.9", "lịch tiêm vắc xin cho mèo"} {
		answer, err := a.Answer(t.Context(), question, dialog.Situation{Now: time.Date(2025, 2, 3, 8, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		if text := answer.Text.Plain(); !strings.Contains(text, "chưa được đọc đầy đủ") {
			t.Errorf("%s: %q", question, text)
		}
	}
}

// A question is answered from the plan that it names, and cited with it.
func TestAQuestionFindsItsPlan(t *testing.T) {
	a := twoYears(t, nextPlan)
	const inForce, older = "88/KH-UBND", "6004/QĐ-UBND"
	for _, c := range []struct{ question, plan, holds, lacks string }{
		{"Sở Tư pháp phải làm gì?", inForce, "Kế hoạch số 88/KH-UBND", "6004"},
		{"năm 2024 sở tư pháp làm gì", older, "là kế hoạch cũ", ""},
		{"QĐ 6004 nhiệm vụ 2.5", older, "Phụ lục, STT 2.5 - QĐ 6004/QĐ-UBND", "QĐ 88"},
		{"nhiệm vụ 1.14 theo quyết định 6004/QĐ-UBND là gì", older, "STT 1.14 - QĐ 6004/QĐ-UBND", ""},
		{"kế hoạch năm 2024 ai chủ trì số hóa hồ sơ", older, "QĐ 6004/QĐ-UBND", ""},
		{"quý I năm 2024 có gì đến hạn", older, "QĐ 6004/QĐ-UBND", ""},
		{"khi nào tự chấm điểm chỉ số cải cách hành chính năm 2024", inForce, "Tháng 2/2025", "6004"},
		{"ai chủ trì số hóa sổ hộ tịch", inForce, "Phụ lục, STT 1 - Kế hoạch số 88/KH-UBND", "QĐ 88"},
		{"TT Lưu trữ số Sao Mai phải làm gì?", inForce, "Vận hành kho lưu trữ số", "không giao"},
		{"TT Lưu trữ số Sao Mai có chủ trì vận hành kho lưu trữ số không", inForce, "TT Lưu trữ số Sao Mai", "Không."},
	} {
		answer, err := a.Answer(t.Context(), c.question, dialog.Situation{Now: time.Date(2025, 2, 3, 8, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		text := answer.Text.Plain()
		if answer.Plan.Number != c.plan || !strings.Contains(text, c.holds) || c.lacks != "" && strings.Contains(text, c.lacks) {
			t.Errorf("%s: from %s, %s %q", c.question, answer.Plan.Number, answer.Intent, text)
		}
	}
}

// A card of a plan that was not read in full does not deny what it lacks.
func TestACardOfAnIncompletePlanDeniesNothing(t *testing.T) {
	a := twoYears(t, nextPlan)
	question := "nhiệm vụ về tự chấm điểm Chỉ số cải cách hành chính ai phối hợp"
	for _, incomplete := range []bool{false, true} {
		a.Plan().Incomplete = incomplete
		answer, err := a.Answer(t.Context(), question, dialog.Situation{Now: time.Date(2025, 2, 3, 8, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		if text := answer.Text.Plain(); strings.Contains(text, "không ghi") == incomplete || strings.Contains(text, "hưa đọc được") != incomplete {
			t.Errorf("incomplete %v: %s", incomplete, text)
		}
	}
}
