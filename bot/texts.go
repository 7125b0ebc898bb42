package bot

import (
	"cchcbot/bot/chat"
)

// The sentences of conversations: see texts.go for those of answers.

var commandMenu = []chat.Command{
	{Name: "menu", Description: "Các việc thường dùng"},
	{Name: "coquan", Description: "Nhiệm vụ của đơn vị tôi, hoặc của cơ quan được nêu tên", Groups: true},
	{Name: "denhan", Description: "Việc đến hạn, ví dụ: /denhan quý I", Groups: true},
	{Name: "nhiemvu", Description: "Xem một nhiệm vụ theo số, ví dụ: /nhiemvu 1.14", Groups: true},
	{Name: "timkiem", Description: "Tìm theo từ khóa, ví dụ: /timkiem số hóa hồ sơ", Groups: true},
	{Name: "theodoi", Description: "Nhận nhắc việc của một đơn vị", Groups: true},
	{Name: "xemtruoc", Description: "Xem trước các lời nhắc sắp gửi", Groups: true},
	{Name: "danop", Description: "Báo đã nộp, ví dụ: /danop 1.14"},
	{Name: "tiendo", Description: "Tiến độ của đơn vị: đã nộp, chưa nộp, quá hạn"},
	{Name: "quahan", Description: "Việc quá hạn của đơn vị"},
	{Name: "lich", Description: "Tải lịch hạn của đơn vị về điện thoại", Groups: true},
	{Name: "xuat", Description: "Tải bảng nhiệm vụ của đơn vị (Excel)", Groups: true},
	{Name: "dangky", Description: "Đăng ký làm cán bộ đầu mối hoặc lãnh đạo đơn vị"},
	{Name: "caidat", Description: "Giờ nhắc, giờ yên lặng và nội dung nhắc", Groups: true},
	{Name: "huy", Description: "Thôi nhận nhắc việc, xóa dữ liệu của tôi", Groups: true},
	{Name: "donvi", Description: "Cho biết hoặc thay đổi đơn vị của tôi"},
	{Name: "quantri", Description: "Dành cho quản trị viên", Admins: true},
	{Name: "kehoach", Description: "Các kế hoạch: thêm, duyệt, rút", Admins: true},
	{Name: "help", Description: "Hướng dẫn sử dụng", Groups: true},
	{Name: "start", Description: "Bắt đầu"},
}

const (
	buttonElsewhere = "Theo %s"
	textWordsOnly   = "Hệ thống chỉ đọc được tin nhắn bằng chữ. Anh/chị vui lòng gõ câu hỏi."

	textOfIssuer       = " của "
	textGreeting       = "Xin chào anh/chị! Tôi tra cứu nhiệm vụ%s theo %s (kế hoạch %s)%s."
	textUnknownCommand = "Tôi chưa biết lệnh này. Anh/chị gõ /help để xem các lệnh, hoặc cứ hỏi bằng lời, ví dụ “Sở Tư pháp phải làm gì?”."
	textNoWords        = "Anh/chị vui lòng gõ câu hỏi bằng chữ, ví dụ “Ai chủ trì số hóa hồ sơ?”."
	textSharedName     = "Có nhiều cơ quan cùng tên gọi “%s”. Anh/chị chọn giúp:"
	textNoted          = "Đã ghi nhớ đơn vị của %s: %s."
	textForgotten      = "Đã xóa thông tin về đơn vị của %s."
	textOwnAgency      = "Đơn vị của %s: %s."
	textChangeAgency   = "Muốn đổi, gõ /donvi kèm tên đơn vị mới; muốn xóa, gõ /donvi quên."
	textWhichUnit      = "Anh/chị hỏi về nhiệm vụ nào trong các nhiệm vụ vừa nêu? Ví dụ: “nhiệm vụ thứ hai ai chủ trì”, hoặc bấm vào số của nhiệm vụ."
	textOfWhat         = "Anh/chị hỏi về nhiệm vụ nào? Hãy ghi thêm tên hoặc số của nhiệm vụ, ví dụ “Ai chủ trì số hóa hồ sơ?”."
	textFewer          = "Màn hình vừa rồi chỉ có %d nội dung."
	textThenAsked      = " → "
	textUnder          = "Thuộc %s: %s."
	textThanks         = "Cảm ơn anh/chị, tôi đã ghi nhận câu trả lời này chưa đúng."
	textExpected       = "Nếu tiện, anh/chị nhắn tiếp nội dung đúng cần tìm."
	textNoBack         = "Không có màn hình nào trước đó để quay lại. Anh/chị gõ /menu để xem các việc thường dùng."
	textLeftAlone      = "Đã bỏ qua."
	textExplained      = "Cảm ơn anh/chị, tôi đã ghi thêm. Nếu đây là câu hỏi mới, anh/chị vui lòng gửi lại."
	textJudgedBefore   = "Câu trả lời này đã được ghi nhận là chưa đúng."
	textNothingToJudge = "Tôi chưa thấy câu trả lời nào gần đây để ghi nhận. Anh/chị vui lòng hỏi lại rồi góp ý."
	textWhichTask      = "Anh/chị gõ thêm số nhiệm vụ, ví dụ: /nhiemvu 1.14."
	textWhatToFind     = "Anh/chị gõ thêm từ khóa cần tìm, ví dụ: /timkiem số hóa hồ sơ."
	textWhichTime      = "Anh/chị gõ thêm thời gian hoặc tên cơ quan, ví dụ: /denhan quý I, /denhan tháng 10, /denhan Sở Tư pháp."
	buttonChange       = "Đổi đơn vị"
	buttonForget       = "Xóa đơn vị"
	buttonWrong        = "Chưa đúng?"
)
