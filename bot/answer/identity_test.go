package answer

import (
	"strings"
	"testing"

	"cchcbot/bot/dialog"
)

// TestIdentity asks for the number, the date and the issuer of the document. The
// date and the signature are those of its first and last lines.
func TestIdentity(t *testing.T) {
	a := testAnswerer(t)
	for _, text := range []string{
		"Quyết định ban hành ngày nào", "quyết định 6004 ký ngày nào, ai ký", "ke hoach cchc ban hanh khi nao",
		"kế hoạch này số mấy", "ai ban hành quyết định này", "kế hoạch này của cơ quan nào",
	} {
		answer, err := a.Answer(t.Context(), text, dialog.Situation{Now: at("2024-03-05")})
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"6004/QĐ-UBND", "29 tháng 12 năm 2023", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "Võ Văn Hoan"} {
			if !strings.Contains(answer.Text.Plain(), want) {
				t.Errorf("%s: no %q in %q", text, want, answer.Text.Plain())
			}
		}
	}
	for _, text := range []string{
		"kế hoạch tuyên truyền ban hành khi nào",
		"kế hoạch cchc của Sở Y tế ban hành khi nào",
		"vị trí việc làm của cơ quan dựa nghị định số mấy",
		"đề án sắp xếp khu phố ấp ban hành lúc nào, ai lo",
		"khi nào ban hành bộ nhận diện thương hiệu một cửa ạ",
	} {
		answer, err := a.Answer(t.Context(), text, dialog.Situation{Now: at("2024-03-05")})
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(answer.Text.Plain(), "29 tháng 12 năm 2023") {
			t.Errorf("%s: answered as asked of the document itself", text)
		}
	}
}

// TestGreetings are answered by a greeting; what is asked behind one is answered.
func TestGreetings(t *testing.T) {
	a := testAnswerer(t)
	for text, greets := range map[string]bool{
		"chào buổi sáng nha": true, "xin chào, tôi mới về phòng này": true, "dạ em chào chị ạ": true, "alo bot": true, "hello cả nhà": true,
		"chào bot, số hóa hồ sơ ai chủ trì": false, "chào, sở tư pháp phải làm gì": false,
	} {
		answer, err := a.Answer(t.Context(), text, dialog.Situation{Now: at("2024-03-05")})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.HasPrefix(answer.Text.Plain(), "Xin chào"); got != greets {
			t.Errorf("%s: greeted is %v, want %v", text, got, greets)
		}
	}
}
