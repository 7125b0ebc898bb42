package answer

import (
	"strings"
	"testing"
	"time"

	"cchcbot/bot/dialog"
)

// secondPlan follows the embedded plan: tasks 1.14 and 2.5 stand under other
// numbers, and another body leads the second.
const secondPlan = `ỦY BAN NHÂN DÂN
THÀNH PHỐ HỒ CHÍ MINH
Số: 88/KH-UBND
Thành phố Hồ Chí Minh, ngày 30 tháng 12 năm 2024
KẾ HOẠCH
Cải cách hành chính năm 2025
PHỤ LỤC
STT	Nhiệm vụ	Cơ quan chủ trì	Sản phẩm	Thời hạn
1	Lập trung tâm điều hành thông minh	Sở Khoa học và Công nghệ	Trung tâm	Quý I/2025
`

// What became of one plan in the next is answered, in the words of both.
func TestTwoYearsSideBySide(t *testing.T) {
	embedded := twoYears(t, nextPlan).others[0].about
	carried := func(id, number, lead string) string {
		u, ok := embedded.Unit(id)
		if !ok {
			t.Fatal(id)
		}
		flat := strings.NewReplacer("\n", " ", "\t", " ")
		if lead == "" {
			lead = u.Lead
		}
		return number + "\t" + flat.Replace(u.Text) + "\t" + flat.Replace(lead) + "\t" + flat.Replace(u.Product) + "\t" + strings.ReplaceAll(flat.Replace(u.Deadline.Words), "2024", "2025") + "\n"
	}
	a := twoYears(t, secondPlan+carried("PL.1.14", "2", "")+carried("PL.2.5", "3", "Giám đốc Sở Tư pháp"))
	for _, c := range []struct {
		question, plan, holds, lacks string
	}{
		{"2025 khác gì 2024", "88/KH-UBND", "Việc mới: PL 1. Lập trung tâm", ""},
		{"Năm nay có gì khác năm ngoái?", "88/KH-UBND", "Việc mới: PL 1. Lập trung tâm", ""},
		{"kế hoạch năm 2025 thay đổi thế nào so với kế hoạch cũ", "88/KH-UBND", "so với Quyết định 6004/QĐ-UBND (năm 2024)", ""},
		{"việc nào mới", "88/KH-UBND", "Việc mới: PL 1. Lập trung tâm", "chủ trì:"},
		{"viec nao moi so voi nam ngoai", "88/KH-UBND", "Việc mới: PL 1. Lập trung tâm", "Việc bỏ"},
		{"nhiệm vụ nào mới của Sở Khoa học và Công nghệ", "88/KH-UBND", "Việc mới: PL 1. Lập trung tâm", ""},
		{"nhiệm vụ nào mới của Sở Y tế", "88/KH-UBND", "Không có thay đổi nào như vậy", "trung tâm"},
		{"việc nào đổi chủ trì", "88/KH-UBND", "→ Giám đốc Sở Tư pháp", "Việc mới"},
		{"việc nào bị bỏ so với năm 2024", "6004/QĐ-UBND", "Việc bỏ: PL 1.1.", "Việc mới"},
		{"1.14 năm nay là số mấy", "88/KH-UBND", "Phụ lục, STT 1.14 của Quyết định 6004/QĐ-UBND là Phụ lục, STT 2 của Kế hoạch số 88/KH-UBND", ""},
		{"nhiệm vụ 1.14 bây giờ là số mấy?", "88/KH-UBND", "Phụ lục, STT 2 của", ""},
		{"nhiệm vụ 3 năm ngoái là số mấy", "6004/QĐ-UBND", "Phụ lục, STT 2.5 của Quyết định 6004", ""},
		{"1.1 năm nay là số mấy", "88/KH-UBND", "không có nhiệm vụ tương ứng", ""},
	} {
		answer, err := a.Answer(t.Context(), c.question, dialog.Situation{Now: time.Date(2025, 2, 3, 8, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		text := answer.Text.Plain()
		if answer.Plan.Number != c.plan || !strings.Contains(text, c.holds) || c.lacks != "" && strings.Contains(text, c.lacks) {
			t.Errorf("%s: %s\n%s", c.question, answer.Plan.Number, text)
		}
		for _, u := range answer.Units {
			if got, ok := answer.Plan.Unit(u.Unit.ID); !ok || got.Text != u.Unit.Text {
				t.Errorf("%s: %s is no unit of %s", c.question, u.Unit.ID, answer.Plan.Number)
			}
		}
	}
}

// A task whose number has no dot is found by it, under whatever group it stands;
// what counts is no number.
func TestNumbersWithoutDots(t *testing.T) {
	a := twoYears(t, nextPlan)
	now := time.Date(2025, 2, 3, 8, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"nhiệm vụ 3 là gì":         "PL.3",
		"nhiệm vụ số 1 ai chủ trì": "PL.1",
		"nhiệm vụ 3 tháng đầu năm": "",
		"nhiệm vụ 2 lần một năm":   "",
	} {
		got := ""
		for _, p := range a.Reader.Hear(text, now).Question().Places {
			for _, u := range a.Resolve(p) {
				got += u.ID
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	grouped := twoYears(t, strings.Replace(nextPlan, "1\tSố hóa", "I\tDữ liệu\n1\tSố hóa", 1))
	if units := grouped.Resolve(grouped.Reader.Hear("nhiệm vụ 3", now).Question().Places[0]); len(units) != 1 || units[0].ID != "PL.I.3" {
		t.Errorf("%+v", units)
	}
}
