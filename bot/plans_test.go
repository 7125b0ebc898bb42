package bot

import (
	"strings"
	"testing"
	"time"

	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/seeds"
)

// besidePlan is in force beside the plan of administrative reform.
const besidePlan = `ỦY BAN NHÂN DÂN
THÀNH PHỐ HỒ CHÍ MINH
Số: 9/KH-UBND
Thành phố Hồ Chí Minh, ngày 02 tháng 01 năm 2024
KẾ HOẠCH
Chuyển đổi số năm 2024
PHỤ LỤC
STT	Nhiệm vụ	Cơ quan chủ trì	Cơ quan phối hợp	Sản phẩm	Thời hạn
1	Phủ sóng mạng di động thế hệ mới	Sở Thông tin và Truyền thông		Báo cáo	Quý I/2024
2	Số hóa hồ sơ lưu trữ lịch sử	Sở Nội vụ		Kho dữ liệu	Quý III/2024
`

// Where two plans in force could be meant, the answer says which it took, and a
// button shows what the other says, with its own buttons.
func TestTheOtherPlanInForceIsOneTapAway(t *testing.T) {
	library, _, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	beside, _, _, err := library.Open("beside.txt", []byte(besidePlan), seeds.Options{})
	if err != nil {
		t.Fatal(err)
	}
	beside.Line, beside.Code = "2", dialog.StoreCode(2)
	library.Beside = append(library.Beside, beside)
	a, err := answer.NewAnswerer(library)
	if err != nil {
		t.Fatal(err)
	}
	b := New(Settings{Answerer: a, Memory: memory{}, Now: func() time.Time { return time.Date(2024, 3, 18, 9, 0, 0, 0, chat.Vietnam) }})
	said := func(m chat.Message) chat.Reply {
		t.Helper()
		m.Chat, m.User, m.Private = 8, 8, true
		reply, err := b.Respond(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		return reply
	}
	reply := said(chat.Message{Text: "ai chủ trì số hóa hồ sơ"})
	if !strings.Contains(reply.Text.Plain(), "đang có hiệu lực") {
		t.Fatalf("the answer does not say which plan it took:\n%s", reply.Text.Plain())
	}
	action := ""
	for _, row := range reply.Buttons {
		for _, button := range row {
			if strings.HasPrefix(button.Label, "Theo ") {
				action = button.Action
			}
		}
	}
	if action == "" {
		t.Fatalf("no button leads to the other plan: %+v", reply.Buttons)
	}
	first, other := reply.Text.Plain(), said(chat.Message{Action: action}).Text.Plain()
	cites := func(text string) string {
		if strings.Contains(text, "Phụ lục, STT 2 - Kế hoạch số 9/KH-UBND") {
			return "beside"
		}
		return "first"
	}
	if cites(first) == cites(other) {
		t.Errorf("both answers are of one plan:\n%s\n\n%s", first, other)
	}
}

// What became of the plan before is answered in the conversation, and the units
// that an answer names are opened from the plan that holds them.
func TestTwoYearsInTheConversation(t *testing.T) {
	library, _, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	next, _, _, err := library.Open("next.txt", []byte(strings.ReplaceAll(besidePlan, "2024", "2025")), seeds.Options{})
	if err != nil {
		t.Fatal(err)
	}
	next.Code = dialog.StoreCode(2)
	library.Plans = append(library.Plans[:0:0], next, library.Plans[0])
	a, err := answer.NewAnswerer(library)
	if err != nil {
		t.Fatal(err)
	}
	b := New(Settings{Answerer: a, Memory: memory{}, Now: func() time.Time { return time.Date(2025, 3, 18, 9, 0, 0, 0, chat.Vietnam) }})
	for question, want := range map[string]string{
		"việc nào mới":           "Việc mới: PL 1. Phủ sóng mạng di động",
		"2025 khác gì 2024":      "2 việc mới",
		"việc nào bị bỏ":         "Việc bỏ: PL 1.1. Kiện toàn Ban Chỉ đạo",
		"việc nào đổi chủ trì":   "Không có thay đổi nào như vậy",
		"1.14 năm nay là số mấy": "không có nhiệm vụ tương ứng",
	} {
		reply, err := b.Respond(t.Context(), chat.Message{Text: question, Chat: 8, User: 8, Private: true})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(reply.Text.Plain(), want) {
			t.Errorf("%s:\n%s", question, reply.Text.Plain())
		}
		for _, row := range reply.Buttons {
			for _, button := range row {
				if at, ok := b.decoded(button.Action); ok && at.View == dialog.ViewFound {
					opened, err := b.Respond(t.Context(), chat.Message{Action: button.Action, Chat: 8, User: 8, Private: true})
					if err != nil || len(opened.Text) == 0 {
						t.Errorf("%s: %s opens nothing: %v", question, button.Label, err)
					}
				}
			}
		}
	}
}
