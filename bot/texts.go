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
	{Name: "vang", Description: "Báo vắng và nhờ người thay, ví dụ: /vang từ 1/7 đến 15/7 nhờ Trần Thị Bình"},
	{Name: "huy", Description: "Thôi nhận nhắc việc, xóa dữ liệu của tôi", Groups: true},
	{Name: "dulieu", Description: "Dữ liệu của tôi: xem, tải về, sửa, xóa"},
	{Name: "donvi", Description: "Cho biết hoặc thay đổi đơn vị của tôi"},
	{Name: "quantri", Description: "Dành cho quản trị viên", Admins: true},
	{Name: "kehoach", Description: "Các kế hoạch: thêm, duyệt, rút", Admins: true},
	{Name: "help", Description: "Hướng dẫn sử dụng", Groups: true},
	{Name: "start", Description: "Bắt đầu"},
}

const (
	textWordsOnly = "Hệ thống chỉ đọc được tin nhắn bằng chữ. Anh/chị vui lòng gõ câu hỏi."

	textOfIssuer       = " của "
	textGreeting       = "Xin chào anh/chị! Tôi tra cứu nhiệm vụ%s theo %s (kế hoạch %s)%s."
	textEdited         = "Tin đã sửa không được thực hiện lại. Anh/chị nhắn tin mới nếu muốn tôi làm theo nội dung này."
	textForwarded      = "Tin này được chuyển tiếp nên tôi không thực hiện hay ghi nhận gì. Anh/chị tự nhắn nội dung nếu muốn tôi làm."
	textUnknownCommand = "Tôi chưa biết lệnh này. Anh/chị gõ /help để xem các lệnh, hoặc cứ hỏi bằng lời, ví dụ “Sở Tư pháp phải làm gì?”."
	textNoWords        = "Anh/chị vui lòng gõ câu hỏi bằng chữ, ví dụ “Ai chủ trì số hóa hồ sơ?”."
	textSharedName     = "Có nhiều cơ quan cùng tên gọi “%s”. Anh/chị chọn giúp:"
	textNoted          = "Đã ghi nhớ đơn vị của %s: %s."
	textForgotten      = "Đã xóa thông tin về đơn vị của %s."
	textOwnAgency      = "Đơn vị của %s: %s."
	textChangeAgency   = "Muốn đổi, gõ /donvi kèm tên đơn vị mới; muốn xóa, gõ /donvi quên."
	textThanks         = "Cảm ơn anh/chị, tôi đã ghi nhận câu trả lời này chưa đúng."
	textExpected       = "Nếu tiện, anh/chị nhắn tiếp nội dung đúng cần tìm."
	textNoBack         = "Không có màn hình nào trước đó để quay lại. Anh/chị gõ /menu để xem các việc thường dùng."
	textLeftAlone      = "Đã bỏ qua."
	textExplained      = "Cảm ơn anh/chị, tôi đã ghi thêm. Nếu đây là câu hỏi mới, anh/chị vui lòng gửi lại."
	textJudgedBefore   = "Câu trả lời này đã được ghi nhận là chưa đúng."
	textNothingToJudge = "Tôi chưa thấy câu trả lời nào gần đây để ghi nhận. Anh/chị vui lòng hỏi lại rồi góp ý."
	buttonChange       = "Đổi đơn vị"
	buttonForget       = "Xóa đơn vị"
)
