package library

import (
	"fmt"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
	"cchcbot/seeds/document"
	"cchcbot/seeds/plan"
)

// Every sentence that this room shows.
const (
	textPrivately   = "Việc về kế hoạch chỉ làm trong cuộc trò chuyện riêng với tôi."
	textPlans       = "Các kế hoạch"
	textPlanLine    = "- %s, %s: %s\n"
	textSendFile    = "Để thêm kế hoạch, anh/chị gửi tệp .docx, .xlsx hoặc .txt (không quá 20 MB) vào đây."
	textTooLarge    = "Tệp lớn hơn 20 MB. Anh/chị gửi bản .docx hoặc .xlsx gọn hơn."
	textKnownFile   = "Tệp này đã được gửi trước đó."
	textCounts      = "Đọc được: %d nhiệm vụ, %d nhóm, %d cơ quan trong danh bạ."
	textOpenCounts  = "Chưa rõ: %d cơ quan lạ, %d thời hạn, %d việc khác."
	textNothingOpen = "Không còn điểm nào chưa rõ."
	textReplaces    = "Thay thế: %s."
	textReplacesNot = "Thay thế: không; có hiệu lực song song với kế hoạch khác."
	textStands      = "Trạng thái: %s."
	textOpenFirst   = "Còn %d điểm phải xử lý trước khi trình duyệt."
	textReadyNext   = "Có thể trình quản trị viên khác duyệt."
	textProposed    = "Đã trình duyệt. Quản trị viên khác (%d người) vừa nhận được đề nghị."
	textNobodyElse  = "Chưa có quản trị viên thứ hai để duyệt. Thêm người bằng /quantri, mục Quản trị viên."
	textNotYourOwn  = "Người trình không tự duyệt. Người đã xử lý các điểm chưa rõ chỉ duyệt khi không còn quản trị viên nào khác. Cần một quản trị viên khác."
	textAlsoSettled = "Người duyệt cũng đã xử lý điểm chưa rõ, vì mọi quản trị viên khác đều đã tham gia."
	textPleaseLook  = "%s trình duyệt kế hoạch:"
	textApproved    = "Đã duyệt %s, có hiệu lực từ ngày %s."
	textWithdrawn   = "Đã rút %s."
	textBackInForce = "%s có hiệu lực trở lại."
	textSureBack    = "Rút %s? Kế hoạch trước đó (nếu có) có hiệu lực trở lại ngay."
	textOldSettling = "Điểm này đã được xử lý hoặc kế hoạch không còn là dự thảo."
	textIncomplete  = "Văn bản đọc chưa đủ (thiếu phụ lục hoặc phụ lục không có nhiệm vụ). Anh/chị gửi lại tệp đầy đủ."
	textAskYear     = "Kế hoạch này cho năm nào?"
	textAskNumber   = "Văn bản không ghi số, ký hiệu. Anh/chị gõ số của văn bản, ví dụ: 88/KH-UBND."
	textAskColumn   = "Cột “%s” của bảng ghi nội dung gì?"
	textAskLead     = "%s: cơ quan chủ trì ghi “%s”, không có trong danh bạ. Đây là cơ quan nào?"
	textAskNoLead   = "%s: không ghi cơ quan chủ trì."
	textAskDeadline = "%s: thời hạn ghi “%s”, chưa đọc được thành ngày."
	textLeft        = "Còn lại: %d điểm."
	textTypeDay     = "Anh/chị gõ ngày phải hoàn thành của %s, ví dụ: 15/10/2025."
	textTypeForce   = "Anh/chị gõ ngày có hiệu lực, ví dụ: 01/01/2025."
	textNoDay       = "Tôi chưa đọc được ngày này. Anh/chị gõ theo dạng 15/10/2025."
	textNoYear      = "Không rõ"
	textTable       = "Toàn bộ các dòng như đã đọc; dòng cần xem lại đứng đầu."
	textDifference  = "So với %s: %s"
	textNoOther     = "Kế hoạch này không thay thế kế hoạch nào."
	textToConcerned = "Từ ngày %s, %s thay %s. Thay đổi đối với %s:"
	textFromDay     = "Từ ngày %s, áp dụng %s (%s)."

	buttonNext      = "Xử lý %d điểm chưa rõ"
	buttonChanges   = "So với kế hoạch cũ"
	buttonRows      = "Bảng đầy đủ (.xlsx)"
	buttonReplaces  = "Đổi kế hoạch được thay thế"
	buttonPropose   = "Trình duyệt"
	buttonWithdraw  = "Rút kế hoạch"
	buttonDiscard   = "Bỏ dự thảo"
	buttonBefore    = "Trở lại %s"
	buttonSureBack  = "Đồng ý rút"
	buttonToday     = "Duyệt, hiệu lực từ hôm nay"
	buttonFromDay   = "Duyệt, hiệu lực từ %s"
	buttonOtherDay  = "Duyệt, ngày khác"
	buttonKeepLead  = "Giữ như văn bản"
	buttonNewAgency = "Cơ quan mới"
	buttonNoDay     = "Không có hạn cụ thể"
	buttonTypeDay   = "Gõ ngày"
	buttonKeepAll   = "Giữ tất cả như văn bản (%d)"
	buttonList      = "Các kế hoạch"
	buttonOpen      = "Xem kế hoạch"

	chartLines = 12 // of a difference on a screen
)

// states are the states of plans as people call them.
var states = map[record.PlanState]string{
	record.PlanDraft:     "dự thảo",
	record.PlanApproved:  "đã duyệt, có hiệu lực từ %s",
	record.PlanInForce:   "đang có hiệu lực",
	record.PlanReplaced:  "đã được thay thế",
	record.PlanWithdrawn: "đã rút",
}

func stateOf(k record.Plan) string {
	if k.State == record.PlanApproved {
		return fmt.Sprintf(states[k.State], chat.Day(k.Day))
	}
	return states[k.State]
}

// aboutOf is what is known of a kept plan without reading it.
func aboutOf(k record.Plan) *plan.Plan {
	return &plan.Plan{Kind: k.Kind, Number: k.Number, Title: k.Title, Issuer: k.Issuer, Year: k.From, Until: k.To}
}

func nameOf(k record.Plan) string { return aboutOf(k).Name() }

func periodOf(k record.Plan) string {
	if k.From == 0 {
		return "chưa rõ năm"
	}
	return aboutOf(k).Period()
}

// columnRoles are what a column may hold, as a person calls it.
var columnRoles = []struct {
	role document.Role
	name string
}{
	{document.RoleTask, "Nhiệm vụ"},
	{document.RoleLead, "Cơ quan chủ trì"},
	{document.RoleSupport, "Cơ quan phối hợp"},
	{document.RoleProduct, "Sản phẩm"},
	{document.RoleDeadline, "Thời hạn"},
	{document.RoleNote, "Ghi chú, không dùng"},
}
