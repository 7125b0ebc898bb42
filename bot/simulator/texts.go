package simulator

// What the page's user may read when something cannot be done.
const (
	textBadRequest = "Yêu cầu không hợp lệ."
	textTrouble    = "Không thực hiện được. Vui lòng thử lại."
)

var explanations = map[error]string{
	ErrNoChat:      "Không tìm thấy cuộc trò chuyện.",
	ErrNotMember:   "Người này không có trong nhóm.",
	ErrBlocked:     "Bot đang bị chặn trong cuộc trò chuyện này.",
	ErrMoved:       "Nhóm đã được nâng cấp, vui lòng mở nhóm mới.",
	ErrText:        "Tin nhắn phải có từ 1 đến 4096 ký tự.",
	ErrNoMessage:   "Không tìm thấy tin nhắn.",
	ErrNoButton:    "Không tìm thấy nút bấm.",
	ErrFixedClock:  "Không đặt được ngày giờ.",
	ErrNoInline:    "Bot chưa trả lời ngay trong ô nhập.",
	ErrInlineQuery: "Vui lòng nhập tối đa 256 ký tự.",
	ErrNoResult:    "Kết quả này không còn nữa, vui lòng nhập lại.",
	ErrFile:        "Tệp phải có nội dung và không quá 20 MB.",
	ErrYear:        "Vui lòng chọn năm từ 2000 đến 2099.",
}
