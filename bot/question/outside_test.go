package question

import (
	"strings"
	"testing"
)

// What no such plan holds is noticed, with marks and without, but not where it
// only seems to stand between two other words.
func TestOutside(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"PAR Index Hà Nội năm 2024 xếp hạng mấy":            "ha noi",
		"par index ha noi nam 2024 xep hang may":            "ha noi",
		"học phí trường công lập năm nay":                   "hoc phi",
		"hoc phi truong cong lap":                           "hoc phi",
		"chỉ số xanh của Thành phố là bao nhiêu":            "chi so xanh",
		"chi so ddci nam nay":                               "chi so ddci",
		"chỉ số CCHC của sở ngành":                          "",
		"công bố Chỉ số năm 2023 khi nào":                   "",
		"cổng dịch vụ công quốc gia đạt bao nhiêu":          "",
		"cong dich vu cong quoc gia dat bao nhieu":          "",
		"tuyển sinh viên xuất sắc căn cứ nghị định nào":     "",
		"mức độ hài lòng về thủ tục đất đai phải đạt mấy %": "",
	} {
		if got := ask(t, text).Outside; got != want {
			t.Errorf("%q is outside by %q, want %q", text, got, want)
		}
	}
}

// A measure of which a question asks how many must be counted by the answer.
func TestCounted(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"chỉ số PAR Index phải đạt bao nhiêu điểm":   "diem",
		"phuong em duoc giao bao nhieu bien che":     "bien",
		"PAR Index xếp hạng mấy":                     "hang",
		"số hóa hồ sơ bao nhiêu phần trăm":           "",
		"bao nhiêu hồ sơ phải đúng hạn":              "",
		"mấy đoàn đi học tập kinh nghiệm nước ngoài": "",
	} {
		if got := ask(t, text).Counted; got != want {
			t.Errorf("%q counts %q, want %q", text, got, want)
		}
	}
}

// Words of plain speech weigh nothing where the plan does not use them.
func TestPlainSpeech(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"ráng kéo hồ sơ trễ hạn xuống thấp": "hồ sơ trễ hạn",
		"có bắt buộc xài chữ ký số hem":     "chữ ký số",
		"quy tắc ứng xử nói ở đâu dzậy":     "quy tắc ứng xử",
		"mua máy lạnh giá nào":              "mua máy lạnh giá",
		"nhắc tới hội thi ở chỗ nào":        "hội thi",
	} {
		var topic []string
		for _, term := range ask(t, text).Query.Terms {
			if term.Emphasis == 1 {
				topic = append(topic, term.Toned)
			}
		}
		if got := strings.Join(topic, " "); got != want {
			t.Errorf("%q is about %q, want %q", text, got, want)
		}
	}
}
