package office

import (
	"time"

	"cchcbot/bot/chat"
	"cchcbot/seeds/plan"
)

// The sentences of the administrators' screens.

// officeAsk says what words a screen takes, and how they are said.
type officeAsk struct {
	lead     string
	say      string
	Examples func(today plan.Date) []string
}

// OfficeAsks say how to say what a screen takes: the words that lead there
// without a button, what is asked for, and examples of it.
var OfficeAsks = map[string]officeAsk{
	OfficeCalendar: {"quản trị lịch", "Anh/chị nhắn “nghỉ”, “làm bù” hoặc “bỏ” kèm ngày, ví dụ:", calendarExamples},
	OfficeLadder:   {"quản trị mốc nhắc", "Anh/chị nhắn loại thời hạn kèm các mốc nhắc, ví dụ:", constant("hàng quý 10, 3 và 1 ngày làm việc trước hạn", "hàng quý 5 ngày làm việc, ngày làm việc cuối cùng", "hàng quý mặc định")},
	OfficeInternal: {"quản trị hạn nội bộ", "Anh/chị nhắn số nhiệm vụ kèm ngày của tháng cuối kỳ, ví dụ:", constant("1.14 chậm nhất ngày 20", "1.14 bỏ")},
	officeAdmins:   {"quản trị thêm quản trị viên", "Anh/chị nhắn mã số của người được cử (người đó nhắn /quantri riêng cho tôi để biết mã của mình), ví dụ:", constant("123456789")},
}

func constant(examples ...string) func(plan.Date) []string {
	return func(plan.Date) []string { return examples }
}

// calendarExamples are about days to come: a Friday off, the Saturday behind it
// worked, some days off in the next week.
func calendarExamples(today plan.Date) []string {
	friday := today.AddDays(7 + int(time.Friday-today.Weekday()))
	return []string{
		"nghỉ " + chat.Day(friday) + " hoán đổi ngày làm việc",
		"làm bù " + chat.Day(friday.AddDays(1)) + " hoán đổi ngày làm việc",
		"nghỉ " + chat.Day(friday.AddDays(3)) + " - " + chat.Day(friday.AddDays(5)) + " theo thông báo của Thành phố",
		"bỏ " + chat.Day(friday),
	}
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
	"feedback":      "góp ý",
	"internal_due":  "hạn nội bộ",
	"ladder":        "mốc nhắc",
	"occurrence":    "kỳ hạn",
	"plan":          "kế hoạch",
	"person":        "dữ liệu cá nhân",
	"preferences":   "cài đặt",
	"report":        "báo không phải việc",
	"subscription":  "đăng ký",
	"absence":       "vắng mặt",
}

// standingNames tell how the subjects of the audit log stood.
var standingNames = map[string]string{
	"waiting":   "chờ duyệt",
	"approved":  "đã duyệt",
	"refused":   "từ chối",
	"revoked":   "thu hồi",
	"named":     "là quản trị viên",
	"known":     "có dữ liệu",
	"forgotten": "đã xóa",
	"open":      "chưa xong",
	"done":      "đã nộp",
	"waived":    "không phải thực hiện",
	"rejected":  "giữ nguyên",
	"asked":     "đề nghị giải trình",
	"answered":  "đã giải trình",
	"closed":    "đã xử lý",
}

var onOrOff = map[bool]string{true: "bật", false: "tắt"}

const (
	textOffice           = "Quản trị"
	textOfficeWaits      = "Đăng ký chờ duyệt: %d\nBáo không phải việc của đơn vị: %d\nCâu trả lời bị cho là chưa đúng: %d\nKhông nhận được tin: %d"
	textNothingToday     = "Hôm nay chưa có lời nhắc nào được gửi."
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
	textFeedbackFile    = "Đã xuất %d góp ý, mỗi dòng một câu hỏi, không ghi tên người gửi."
	textNoFeedback      = "Chưa có góp ý nào."

	textFocalOf             = "Đầu mối và lãnh đạo của %s"
	textNoFocalYet          = "Chưa có ai được duyệt."
	textFollowers           = "Người và nhóm theo dõi: %d"
	textAdmins              = "Quản trị viên"
	textStandIn             = ", người thay: %s"
	textAskDismiss          = "Thu hồi vai trò %s tại %s của %s?"
	textDismissLast         = " Đây là cán bộ đầu mối duy nhất: đơn vị sẽ không còn ai nhận lời nhắc."
	textNobodyThere         = "%s hiện chưa có đầu mối: không ai nhận lời nhắc. Cần một cán bộ đăng ký bằng lệnh /dangky."
	buttonDismissSure       = "Đồng ý thu hồi"
	textAppointed           = "- %s (theo cấu hình)"
	textNamed               = "- %s"
	textFocalWhose          = "Anh/chị nhắn tên đơn vị để xem cán bộ đầu mối và lãnh đạo, ví dụ: Sở Tư pháp."
	textAdminUnread         = "Tôi chưa đọc được mã số. Người được cử gõ /quantri để biết mã của mình."
	textOverseerHow         = "Anh/chị ghi mã của người được giao, ví dụ: “quản trị xem toàn Thành phố 12345”. Mã có trong danh sách đầu mối, lãnh đạo của đơn vị."
	textHasNoRole           = "Người có mã %d chưa có vai trò nào tại một đơn vị. Người đó cần đăng ký trước."
	textIsNoAdmin           = "không phải quản trị viên"
	textEffectNamed         = "Người này sẽ duyệt được đăng ký, đổi được lịch nghỉ và mốc nhắc, gửi được thông báo; tôi sẽ báo cho người đó."
	textEffectDismissed     = "Người này sẽ không vào được mục Quản trị nữa; tôi sẽ báo cho người đó."
	textNeverMet            = "Tôi chưa gặp người có mã %d. Người đó cần nhắn /start cho tôi trước."
	textIsAdmin             = "quản trị viên"
	textYouAdminister       = "Anh/chị đã được cử làm quản trị viên. Gõ /quantri để bắt đầu."
	textYouAdministerNoMore = "Anh/chị không còn là quản trị viên."
	textAdministers         = "%s được thêm làm quản trị viên. Người thực hiện: %s."
	textAdministersNoMore   = "%s không còn là quản trị viên. Người thực hiện: %s."
	textAppointedStays      = "Quản trị viên theo cấu hình không bỏ được ở đây."

	textHint = "Bấm nút bên dưới, hoặc gõ, ví dụ:"

	textAlter          = "Xác nhận thay đổi"
	textAltered        = "Đã lưu thay đổi"
	textAlteration     = "%s\nTrước: %s\nSau: %s"
	textAlterConfirm   = "Bấm hoặc gõ “Lưu” để xác nhận."
	textNothingAltered = "%s: hiện đã là %s, không có gì thay đổi."
	textMovesNothing   = "Không lời nhắc nào trong 12 tháng tới thay đổi."
	textNudgeMoves     = "Lời nhắc %s (hạn %s) chuyển từ %s sang %s"
	textNudgeGoes      = "Bớt lời nhắc ngày %s của %s (hạn %s)"
	textNudgeComes     = "Thêm lời nhắc ngày %s của %s (hạn %s)"
	textOthersMove     = "; %d nhiệm vụ khác cũng thay đổi"

	textCalendar        = "Điều chỉnh lịch nghỉ"
	textCalendarOf      = "Lịch %s"
	textNoCorrections   = "Chưa có điều chỉnh nào; lịch theo thông báo đã công bố."
	textNoCorrection    = "Lịch %s chưa có điều chỉnh nào để bỏ."
	textWorked          = "làm việc"
	textOff             = "nghỉ"
	textAsPublished     = "theo lịch chung"
	textPublishedWorked = "làm việc (theo lịch chung)"
	textPublishedOff    = "nghỉ (theo lịch chung)"
	textPartlyWorked    = "làm việc %d trên %d ngày (theo lịch chung)"
	textUntil           = "%s, đến hết %s"
	textCorrectedBy     = "quản trị viên %d"
	textCalendarUnread  = "Tôi chưa đọc được ngày. Anh/chị ghi đủ ngày, tháng, năm và “nghỉ”, “làm bù” hoặc “bỏ”."
	textCalendarRefused = "Không ghi được: ngày cuối trước ngày đầu, hoặc dài quá 14 ngày."

	textLadders      = "Mốc nhắc trước hạn"
	textLadderOf     = "Mốc nhắc %s"
	textChanged      = " (đã đổi)"
	textByDefault    = " (mặc định)"
	textDefault      = "mặc định"
	textNoRungs      = "không nhắc"
	textRungQuarter  = "đầu quý %s"
	textRungDays     = "%s ngày trước hạn"
	textRungLast     = "ngày làm việc cuối cùng"
	textRungWorking  = "%s ngày làm việc trước hạn"
	textLadderUnread = "Tôi chưa đọc được mốc nhắc. Mỗi mốc từ 1 đến 60 ngày làm việc hoặc từ 1 đến 90 ngày trước hạn, không trùng nhau."

	textInternal       = "Hạn nội bộ"
	textInternalOf     = "Hạn nội bộ %s"
	textNoInternal     = "Chưa đặt hạn nội bộ nào."
	textInternalLine   = "- Nhiệm vụ %s: %s"
	textInternalDay    = "chậm nhất ngày %d tháng cuối kỳ"
	textNoInternalDay  = "theo kế hoạch"
	textNoDueDates     = "Không đặt được: %s không có kỳ hạn."
	textInternalUnread = "Tôi chưa đọc được. Anh/chị ghi số nhiệm vụ và ngày từ 1 đến 31."

	textCampaigns       = "Kết quả gửi lời nhắc"
	textNoCampaigns     = "30 ngày qua chưa gửi lời nhắc nào."
	textCampaign        = "%s: %d lời nhắc, đã gửi %d (%d việc, đã nộp %d)"
	textCampaignWaits   = "; đang chờ gửi %d"
	textCampaignDropped = "; không cần gửi nữa %d"
	textCampaignFailed  = "\n   không gửi được %d: %s"
	textOtherReasons    = "lý do khác"
	textFailuresOf      = "Không gửi được ngày %s"
	textFailure         = "- %s: %s"
	textMoreFailures    = "và %d nơi khác"
	textNoFailures      = "Không có lời nhắc nào gửi hỏng trong ngày này."

	textLog             = "Nhật ký thay đổi"
	textNoLog           = "Chưa có thay đổi nào."
	textLogLine         = "%s · %s\n%s"
	textLogChange       = "\nTrước: %s\nSau: %s"
	textLogFile         = "Nhật ký thay đổi: %d mục."
	textUnsettled       = "chưa xử lý"
	textDropped         = "đã bỏ"
	textTie             = "%s, %s của %s"
	textOccurrence      = "%s, %s, hạn %s"
	textPreferencesKept = "giờ nhắc %s, yên lặng %s-%s, tóm tắt %s, phối hợp %s, thứ Hai %s"

	textPreviewWhose = "Anh/chị nhắn tên đơn vị để xem trước lời nhắc, ví dụ: Sở Tư pháp; thêm được thời gian, ví dụ: Sở Tư pháp quý II."

	textAnnounce        = "Gửi thông báo"
	textAnnounceHow     = "Chọn người nhận, hoặc gõ, ví dụ: “quản trị thông báo đầu mối” kèm nội dung."
	textAnnounceWords   = "Anh/chị nhắn nội dung thông báo (%s), tối đa 1.000 ký tự. Tôi sẽ cho xem trước khi gửi."
	textAnnounceTooLong = "Nội dung dài %d ký tự, tối đa %d. Anh/chị rút gọn rồi nhắn lại."
	textNobodyToTell    = "Chưa có người nhận nào (%s)."
	textAnnouncePreview = "Xem trước: sẽ gửi đến %s (%s)"
	textAnnounceMisses  = "Không gửi được đến %s đang mất liên lạc."
	textAnnounceConfirm = "Bấm nút hoặc gõ “đồng ý gửi” để gửi."
	textAnnouncement    = "Thông báo"
	textAnnouncer       = "Quản trị viên hệ thống nhắc việc CCHC"
	textAnnounced       = "Đang gửi thông báo đến %s (%s)."
	textPeople          = "%d người"
	textGroups          = "%d nhóm"
	textAnd             = " và "

	buttonAgain         = "Nhắn lại"
	buttonWaiting       = "Đăng ký chờ duyệt"
	buttonReports       = "Không phải việc"
	buttonLost          = "Mất liên lạc"
	buttonFeedback      = "Góp ý"
	buttonCampaigns     = "Kết quả gửi"
	buttonLog           = "Nhật ký"
	buttonCalendar      = "Lịch nghỉ"
	buttonLadder        = "Mốc nhắc"
	buttonInternal      = "Hạn nội bộ"
	buttonAnnounce      = "Thông báo"
	buttonFocal         = "Đầu mối, lãnh đạo"
	buttonAdmins        = "Quản trị viên"
	textCoverage        = "Đầu mối: %d/%d đơn vị; lãnh đạo: %d/%d đơn vị"
	textHasNo           = "chưa có %s"
	textAllCovered      = "Đơn vị nào cũng có đầu mối và lãnh đạo."
	textInvite          = "Liên kết mời %s (bấm để chép):"
	buttonTell          = "Gửi thông báo cho đơn vị"
	buttonCloseFeedback = "Đã xử lý: %s"
	buttonResult        = "Xem kết quả"
	textAnnouncedOn     = "- %s, %s: “%s”: %s"
	textMissed          = "; không nhận được: %s"
	buttonOverseer      = "Cho xem toàn Thành phố: %s"
	buttonRevokeOf      = "Thu hồi: %s"
	buttonDismiss       = "Bỏ: %s"
	buttonAddAdmin      = "Cử quản trị viên"
	buttonDrop          = "Bỏ %s"
	buttonAddDay        = "Thêm điều chỉnh"
	buttonDefault       = "Về mặc định: %s"
	buttonChangeLadder  = "Đổi mốc nhắc"
	buttonAddInternal   = "Đặt hạn nội bộ"
	buttonSave          = "Lưu"
	buttonFailures      = "Không gửi được %s (%d)"
	buttonLogTable      = "Tải bảng Excel"
	buttonLogLines      = "Tải tệp JSON"
	buttonFeedbackFile  = "Tải tệp góp ý"
	buttonSend          = "Gửi đến %s"
)
