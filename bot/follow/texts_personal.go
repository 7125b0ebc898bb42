package follow

// The sentences of personal data.
const (
	textNotice     = "Về dữ liệu cá nhân"
	textKept       = "Để nhắc việc và ghi nhận kết quả, hệ thống lưu mã và tên Telegram, đơn vị, vai trò, cài đặt của anh/chị và những gì anh/chị báo hoặc góp ý. Câu hỏi thông thường không được lưu."
	textController = "Bên kiểm soát dữ liệu: %s."
	textDataHow    = "Gõ /dulieu để xem, tải về, sửa hoặc xóa bất cứ lúc nào."
	textData       = "Dữ liệu của anh/chị"
	textNoData     = "Hệ thống hiện không lưu dữ liệu nào của anh/chị."
	textNameFrom   = "Tên lấy từ Telegram: sau khi đổi tên trong Telegram, anh/chị bấm “Cập nhật tên”."
	textDataName   = "Tên: %s"
	textDataAgency = "Đơn vị đã cho biết: %s"
	textDataFile   = "Toàn bộ dữ liệu đang lưu về anh/chị"
	TextSendAgain  = "Anh/chị gửi lại yêu cầu."
	buttonGoOn     = "Đã đọc, tiếp tục"
	buttonExport   = "Tải về"
	buttonName     = "Cập nhật tên"
)

// dataKinds are what is told by its count, by the tables that keep it.
var dataKinds = []struct{ table, words string }{
	{"occurrences", "Việc đã báo nộp"},
	{"reports", "Báo không phải việc của đơn vị"},
	{"explanations", "Giải trình đã đề nghị hoặc trả lời"},
	{"digests", "Lời nhắc đã gửi"},
	{"snoozes", "Việc hoãn nhắc"},
	{"absences", "Lần báo vắng"},
	{"feedback", "Góp ý về câu trả lời"},
	{"administrators", "Quyền quản trị"},
	{"audit", "Dòng trong nhật ký thay đổi"},
}
