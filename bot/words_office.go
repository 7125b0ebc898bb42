package bot

// The sentences of the administrators' screens.

// officeAsks say how to say what a screen takes.
var officeAsks = map[string]string{
	officeCalendar: "Gõ, ví dụ: “quản trị lịch 24/11/2026 nghỉ Ngày Văn hóa”, “quản trị lịch 21/11/2026 làm bù”, “quản trị lịch 24/11/2026 bỏ”. Sau khi bấm nút, chỉ cần nhắn phần sau chữ “lịch”.",
	officeLadder:   "Gõ, ví dụ: “quản trị mốc hàng quý 15lv 5lv 1lv cuối” (lv: ngày làm việc trước hạn; n: ngày trước hạn; cuối: ngày làm việc cuối; q1-q4: đầu quý) hoặc “quản trị mốc hàng quý mặc định”. Sau khi bấm nút, chỉ cần nhắn phần sau chữ “mốc”.",
	officeInternal: "Gõ, ví dụ: “quản trị hạn 1.14 20” để đặt hạn nội bộ ngày 20 tháng cuối kỳ, “quản trị hạn 1.14 bỏ” để bỏ. Sau khi bấm nút, chỉ cần nhắn phần sau chữ “hạn”.",
	officeAdmins:   "Gõ “quản trị viên” kèm mã số của người được cử, ví dụ: “quản trị viên 123456789”. Người đó gõ /quantri để biết mã của mình. Sau khi bấm nút, chỉ cần nhắn mã số.",
	officeFocal:    "Anh/chị nhắn tên đơn vị để xem cán bộ đầu mối và lãnh đạo, ví dụ: Sở Tư pháp.",
}

// deliveryReasons tell Telegram's reasons.
var deliveryReasons = []struct{ says, words string }{
	{"blocked", "người nhận đã chặn bot"},
	{"deactivated", "tài khoản đã xóa"},
	{"kicked", "bot đã bị đưa ra khỏi nhóm"},
	{"chat not found", "không tìm thấy cuộc trò chuyện"},
	{"not a member", "bot không còn trong nhóm"},
	{"rights", "bot không có quyền gửi tin"},
}

// changeNames are what the changes of the audit log are called.
var changeNames = map[string]string{
	"administrator": "quản trị viên",
	"announcement":  "thông báo",
	"calendar":      "lịch nghỉ",
	"explanation":   "giải trình",
	"internal_due":  "hạn nội bộ",
	"ladder":        "mốc nhắc",
	"occurrence":    "kỳ hạn",
	"person":        "dữ liệu cá nhân",
	"preferences":   "cài đặt",
	"report":        "báo không phải việc",
	"subscription":  "đăng ký",
}

const (
	textOffice           = "Quản trị"
	textOfficeWaits      = "Đăng ký chờ duyệt: %d\nBáo không phải việc của đơn vị: %d"
	textOfficeUnknown    = "Tôi chưa hiểu lệnh quản trị này. Gõ /quantri để xem các mục."
	textOfficePrivately  = "Việc quản trị cần nhắn riêng cho tôi, không thực hiện trong nhóm."
	textNotAdministrator = "Chức năng này chỉ dành cho quản trị viên. Mã số của anh/chị: %d (gửi mã này cho quản trị viên nếu cần được cấp quyền)."

	textNobodyWaits     = "Không có đăng ký nào chờ duyệt."
	textNoReports       = "Không có báo cáo nào chờ xử lý."
	textReportOfOldPlan = "Báo cáo này thuộc kế hoạch không còn được nạp."
	textLostHead        = "Không nhận được tin: %d"
	textLost            = "- %s, từ %s: %s"
	textChat            = "cuộc trò chuyện %d"
	textNobodyLost      = "Mọi người đều nhận được tin."
	textFeedbackHead    = "Câu trả lời bị cho là chưa đúng: %d"
	textFeedbackLine    = "- %s: %s"
	textFeedbackMeant   = "\n   Ý người hỏi: %s"
	textNoFeedback      = "Chưa có góp ý nào."

	textFocalOf             = "Đầu mối và lãnh đạo của %s"
	textNoFocalYet          = "Chưa có ai được duyệt."
	textFollowers           = "Người và nhóm theo dõi: %d"
	textAdmins              = "Quản trị viên"
	textAppointed           = "- %s (mã %d, theo cấu hình)"
	textNamed               = "- %s (mã %d)"
	textNeverMet            = "Tôi chưa gặp người có mã %d. Người đó cần nhắn /start cho tôi trước."
	textIsAdmin             = "%s đã là quản trị viên."
	textYouAdminister       = "Anh/chị đã được cử làm quản trị viên. Gõ /quantri để bắt đầu."
	textYouAdministerNoMore = "Anh/chị không còn là quản trị viên."
	textAppointedStays      = "Quản trị viên theo cấu hình không bỏ được ở đây."

	textCalendar        = "Điều chỉnh lịch nghỉ"
	textNoCorrections   = "Chưa có điều chỉnh nào; lịch theo thông báo đã công bố."
	textWorked          = "làm việc"
	textOff             = "nghỉ"
	textNoReason        = "không ghi lý do"
	textCorrectedBy     = "quản trị viên %d"
	textCalendarUnread  = "Tôi chưa đọc được ngày."
	textCalendarRefused = "Không ghi được: khoảng ngày không hợp lệ hoặc dài quá 14 ngày."

	textLadders      = "Mốc nhắc trước hạn"
	textChanged      = " (đã đổi)"
	textNoRungs      = "không nhắc"
	textRungQuarter  = "đầu quý %s"
	textRungDays     = "%d ngày"
	textRungLast     = "ngày làm việc cuối"
	textRungWorking  = "%d ngày làm việc"
	textLadderUnread = "Tôi chưa đọc được mốc nhắc."

	textInternal       = "Hạn nội bộ"
	textNoInternal     = "Chưa đặt hạn nội bộ nào."
	textInternalLine   = "- Nhiệm vụ %s: trước ngày %d tháng cuối kỳ"
	textInternalUnread = "Tôi chưa đọc được, hoặc nhiệm vụ này không có kỳ hạn."

	textCampaigns       = "Kết quả gửi lời nhắc"
	textNoCampaigns     = "30 ngày qua chưa gửi lời nhắc nào."
	textCampaign        = "%s: %d lời nhắc, đã gửi %d (%d việc, đã nộp %d)"
	textCampaignWaits   = "; đang chờ gửi %d"
	textCampaignDropped = "; không cần gửi nữa %d"
	textCampaignFailed  = "\n   không gửi được %d: %s"
	textLog             = "Nhật ký thay đổi: %d mục."

	textAnnounce        = "Gửi thông báo"
	textAnnounceHow     = "Chọn người nhận, hoặc gõ, ví dụ: “quản trị thông báo đầu mối” kèm nội dung."
	textAnnounceWords   = "Anh/chị nhắn nội dung thông báo (%s), tối đa 1.000 ký tự. Tôi sẽ cho xem trước khi gửi."
	textNobodyToTell    = "Chưa có người nhận nào (%s)."
	textAnnouncePreview = "Xem trước: sẽ gửi đến %d nơi (%s)"
	textAnnounceConfirm = "Bấm nút hoặc gõ “đồng ý gửi” để gửi."
	textAnnouncement    = "Thông báo"
	textAnnounced       = "Đã đưa vào hàng gửi đến %d nơi."

	buttonAgain        = "Nhắn lại"
	buttonWaiting      = "Đăng ký chờ duyệt"
	buttonReports      = "Không phải việc"
	buttonLost         = "Mất liên lạc"
	buttonFeedback     = "Góp ý"
	buttonCampaigns    = "Kết quả gửi"
	buttonLog          = "Nhật ký"
	buttonCalendar     = "Lịch nghỉ"
	buttonLadder       = "Mốc nhắc"
	buttonInternal     = "Hạn nội bộ"
	buttonAnnounce     = "Thông báo"
	buttonFocal        = "Đầu mối, lãnh đạo"
	buttonAdmins       = "Quản trị viên"
	buttonRevokeOf     = "Thu hồi: %s"
	buttonDismiss      = "Bỏ: %s"
	buttonAddAdmin     = "Cử quản trị viên"
	buttonDrop         = "Bỏ %s"
	buttonAddDay       = "Thêm điều chỉnh"
	buttonDefault      = "Mặc định: %s"
	buttonChangeLadder = "Đổi mốc nhắc"
	buttonAddInternal  = "Đặt hạn nội bộ"
	buttonSend         = "Gửi đến %d nơi"
)
