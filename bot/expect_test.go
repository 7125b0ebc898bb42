package bot

import (
	"strings"
	"testing"
)

const (
	focalOfJustice = "@ 7 A\n> /dangky sở tư pháp đầu mối\n@ 9 B\n* Duyệt\n"
	askedToExplain = focalOfJustice + "@ 12 C\n> /dangky sở tư pháp lãnh đạo\n@ 9 B\n* Duyệt\n@ 2024-04-10\n@ 12 C\n> đề nghị giải trình 1.14\n@ 7 A\n* Trả lời\n"
)

// What was asked for last is what the next words are for, whatever they hold; a
// command, a button and "thôi" lead out of it.
func TestNextWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, chat, holds, never string }{
		{"an explanation that asks", askedToExplain + "> vì sao trễ? vì ai cũng bận\n", "| vì sao trễ? vì ai cũng bận", ""},
		{"an explanation that tells an act", askedToExplain + "> đã nộp 1.14 hôm qua, trễ do mất điện\n", "| đã nộp 1.14 hôm qua, trễ do mất điện", "✓ Đã ghi nhận"},
		{"an explanation of words of lateness", askedToExplain + "> việc nào cũng trễ hạn\n", "| việc nào cũng trễ hạn", ""},
		{"an explanation that is the name of an agency", askedToExplain + "> Sở Y tế\n", "| Sở Y tế", ""},
		{"an explanation that begins like a command", askedToExplain + "> tiến độ chậm do thiếu người\n", "| tiến độ chậm do thiếu người", ""},
		{"an explanation with a number alone", askedToExplain + "> 3.17\n", "| 3.17", ""},
		{"an explanation that reads as a complaint", askedToExplain + "> chưa đúng, đã gửi rồi\n", "| chưa đúng, đã gửi rồi", ""},
		{"a way out by a word", askedToExplain + "> thôi\n> ai chủ trì 1.14\n", "Chủ trì: Thủ trưởng sở", "Đã chuyển nội dung giải trình"},
		{"a way out by another word", askedToExplain + "> hủy\n> ai chủ trì 1.14\n", "Chủ trì: Thủ trưởng sở", "Đã chuyển nội dung giải trình"},
		{"a way out by a command", askedToExplain + "> /nhiemvu 1.14\n> ai chủ trì 1.14\n", "Chủ trì: Thủ trưởng sở", "Đã chuyển nội dung giải trình"},
		{"a way out by a button", askedToExplain + "* Quay lại\n> ai chủ trì 1.14\n", "Chủ trì: Thủ trưởng sở", "Đã chuyển nội dung giải trình"},
		{"a way back by words", askedToExplain + "> quay lại\n> ai chủ trì 1.14\n", "Trạng thái: quá hạn", "Đã chuyển nội dung giải trình"},
		{"a sign is no explanation", askedToExplain + "> ...\n> mất điện cả tuần\n", "| mất điện cả tuần", "| ..."},
		{"a greeting after an acknowledgement", focalOfJustice + "@ 7 A\n> đã nộp 1.14\n> hello\n", "", "Đã lưu ghi chú"},
		{"words after an acknowledgement", focalOfJustice + "@ 7 A\n> đã nộp 1.14\n> rồi nha em\n", "", "Đã lưu ghi chú"},
		{"a note by its button", focalOfJustice + "@ 7 A\n> đã nộp 1.14\n* Ghi chú 1.14\n> gửi qua trục liên thông\n", "Đã lưu ghi chú cho nhiệm vụ 1.14", ""},
		{"the note of the last that was asked for", focalOfJustice + "@ 7 A\n> đã nộp 1.14\n* Ghi chú 1.14\n> đã nộp 2.4\n* Ghi chú 2.4\n> gửi qua trục liên thông\n", "Đã lưu ghi chú cho nhiệm vụ 2.4", "Đã lưu ghi chú cho nhiệm vụ 1.14"},
		{"back from a list", "@ 7 A\n> /coquan sở tư pháp\n* #1\n* #1\n> quay lại\n> quay lại\n", "", "không có nội dung"},
		{"a question after a note was asked for", focalOfJustice + "@ 7 A\n> đã nộp 1.14\n* Ghi chú 1.14\n> ai chủ trì 2.4?\n", "", "Đã lưu ghi chú"},
		{"back from nowhere", "@ 7 A\n> quay lại\n", "Không có màn hình nào trước đó", "không có nội dung"},
		{"a question while an agency is asked for", "@ 7 A\n> đơn vị tôi phải làm gì\n> ai chủ trì 1.14\n> Sở Y tế\n", "Đã ghi nhớ đơn vị của anh/chị: Sở Y tế.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			out := play(t, c.chat)
			if c.holds != "" && !strings.Contains(out, c.holds) || c.never != "" && strings.Contains(out, c.never) {
				t.Errorf("want %q and never %q in\n%s", c.holds, c.never, out[max(0, len(out)-3000):])
			}
		})
	}
}
