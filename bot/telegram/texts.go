package telegram

import "cchcbot/bot/chat"

// Every sentence that a user can see from this package.
const (
	textApology  = "Xin lỗi, hệ thống đang gặp trục trặc. Anh/chị vui lòng thử lại sau ít phút."
	textNotKept  = "Hệ thống tạm thời không ghi được dữ liệu, nên nội dung anh/chị vừa gửi chưa được ghi nhận. Vui lòng gửi lại sau ít phút."
	textOnly     = "Hệ thống chỉ đọc được tin nhắn bằng chữ. Anh/chị vui lòng gõ câu hỏi."
	textReading  = "Đã nhận tệp, đang đọc. Anh/chị vui lòng chờ ít giây."
	textPatience = "Anh/chị gửi hơi nhanh, tôi chưa theo kịp. Vui lòng chờ khoảng nửa phút rồi tiếp tục."
)

// sentence is a reply of plain words.
func sentence(words string) chat.Reply {
	return chat.Reply{Text: chat.Text{{Spans: []chat.Span{{Words: words}}}}}
}
