package bot

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"cchcbot/bot/chat"
)

// A button that no bot made has neither words nor a page.
func TestForgedButtonsOfTheOffice(t *testing.T) {
	for _, data := range []string{"dQquantri..:0", "dQquantri.:0", "dQ:9", "dQlich.them:zz", "dQquantri.:-1"} {
		p := newPlayer(t)
		p.set("9 Lê Văn Chính")
		if _, err := p.bot.Respond(context.Background(), chat.Message{Chat: 9, User: 9, Private: true, Name: "x", Action: data, At: p.now}); err != nil {
			t.Errorf("%s: %v", data, err)
		}
	}
}

func TestWordsActAsTheyAreSaid(t *testing.T) {
	const focal = "@ 7 A\n> /dangky sở tư pháp đầu mối\n@ 9 B\n* Duyệt\n"
	for _, c := range []struct{ name, chat, holds, never string }{
		{"another agency's duty", focal + "@ 7 A\n> đã nộp 1.14 Sở Y tế\n", "không có vai trò này ở Sở Y tế", "Đơn vị: Sở Tư pháp"},
		{"a quarter that is none", focal + "@ 7 A\n> đã nộp 1.14 quý 5\n", "Không có quý 5", "Đã ghi nhận"},
		{"a year that has no such period", focal + "@ 7 A\n> đã nộp 1.14 năm 2025\n", "bắt đầu từ 01/01/2025. Chưa ghi nhận gì.", "Đã ghi nhận:"},
		{"the year of the period", focal + "@ 7 A\n> đã nộp 1.14 năm 2024\n", "Đã ghi nhận: 1.14", ""},
		{"consent to something else", "@ 7 A\n> /xoadulieu\n> đồng ý gửi\n", "", "Đã xóa dữ liệu"},
		{"consent after going back", "@ 7 A\n> /xoadulieu\n* Quay lại\n> đồng ý\n", "", "Đã xóa dữ liệu"},
		{"an explanation that holds other words", focal + "@ 12 C\n> /dangky sở tư pháp lãnh đạo\n@ 9 B\n* Duyệt\n@ 2024-04-10\n@ 12 C\n> đề nghị giải trình 1.14\n@ 7 A\n* Trả lời\n> việc chưa xong, bị trễ hạn\n", "Đã chuyển nội dung giải trình", ""},
		{"two tasks at once", focal + "@ 7 A\n> đã nộp 3.17 và 6.3\n", "✓ Đã ghi nhận: 6.3 đã nộp", ""},
		{"the number first", focal + "@ 7 A\n> 2.3 cũng nộp luôn rồi nhé\n", "✓ Đã ghi nhận: 2.3 đã nộp", ""},
		{"what is late, in free words", focal + "@ 2024-04-10\n@ 7 A\n> việc nào quá hạn rồi\n", "quá hạn", "không có nội dung"},
		{"an hour in the evening", "@ 7 A\n> cài đặt giờ 8 giờ tối\n", "", "Giờ nhắc: 08:00"},
	} {
		out := play(t, c.chat)
		if c.holds != "" && !strings.Contains(out, c.holds) || c.never != "" && strings.Contains(out, c.never) {
			t.Errorf("%s: want %q and never %q in\n%s", c.name, c.holds, c.never, out)
		}
	}
}

// What somebody else wrote does nothing in the name of who passes it on.
func TestForwardedAndEditedWordsDoNothing(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"đã nộp 1.14", "1.14 đã xong", "/theodoi sở y tế", "theo dõi sở y tế", "đồng ý xóa", "em làm ở sở y tế", "xóa dữ liệu của tôi", "/danop 1.14"} {
		p := newPlayer(t)
		for _, line := range []string{"/dangky sở tư pháp đầu mối", "/theodoi sở tư pháp", "/xoadulieu"} {
			p.hear(t, chat.Message{Text: line})
		}
		before := p.kept.changes(t)
		for _, m := range []chat.Message{{Text: text, Forwarded: true}, {Text: text, Edited: true}} {
			out := p.hear(t, m)
			if after := p.kept.changes(t); !reflect.DeepEqual(before, after) || strings.Contains(out, "Đã xóa") {
				t.Errorf("%+v: %s", m, out)
			}
		}
	}
	for _, m := range []chat.Message{{Text: "ai chủ trì số hóa hồ sơ", Forwarded: true}, {Text: "ai chủ trì số hóa hồ sơ", Edited: true}} {
		if out := newPlayer(t).hear(t, m); !strings.Contains(out, "Chủ trì") {
			t.Errorf("the question %+v is not answered: %s", m, out)
		}
	}
}

// A group's other bots have commands of their own: one that is not known is answered
// in private only.
func TestUnknownCommandsInGroups(t *testing.T) {
	t.Parallel()
	p := newPlayer(t)
	for private, want := range map[bool]bool{true: true, false: false} {
		reply, err := p.bot.Respond(t.Context(), chat.Message{Chat: map[bool]int64{true: 7, false: -7}[private], User: 7, Private: private, Text: "/unknowncmd", At: p.now})
		if err != nil {
			t.Fatal(err)
		}
		if got := len(reply.Text)+len(reply.Buttons) > 0; got != want {
			t.Errorf("private %v: %s", private, render(reply))
		}
	}
}
