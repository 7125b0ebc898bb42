package follow

import (
	"cchcbot/bot/record"
)

// The sentences of following and registering.

// RoleNames are what a person is to an agency.
var RoleNames = map[record.Role]string{
	record.Follower:    "theo dõi",
	record.FocalPerson: "cán bộ đầu mối",
	record.Leader:      "lãnh đạo",
	record.Overseer:    "người xem toàn Thành phố",
}

// standingWords tell an administrator what became of a registration: who asked,
// as what, where, and who decided.
var standingWords = map[record.Standing]string{
	record.Waiting:  "%s đăng ký làm %s của %s (chờ duyệt; gửi đến %s).",
	record.Approved: "✓ Đã duyệt: %s làm %s của %s. Người duyệt: %s.",
	record.Refused:  "Đã từ chối: %s đăng ký làm %s của %s. Người quyết định: %s.",
	record.Revoked:  "Đã thu hồi: %s không còn là %s của %s. Người quyết định: %s.",
}

// decisionWords tell a person what became of their registration.
var decisionWords = map[record.Standing]string{
	record.Approved: "Anh/chị đã được duyệt làm %s của %s. Tôi sẽ nhắc trước mỗi kỳ hạn; khi đã nộp, anh/chị bấm “Đã nộp” để thôi nhắc.",
	record.Refused:  "Đăng ký làm %s của %s chưa được duyệt. Anh/chị có thể liên hệ quản trị viên để biết lý do.",
	record.Revoked:  "Anh/chị không còn là %s của %s trong hệ thống nhắc việc.",
}

// Words of this room that others show, too.
const (
	textFollows             = "%s đã theo dõi %s. Lời nhắc được gửi lúc %s các ngày làm việc, trước mỗi kỳ hạn."
	textFollowsAlready      = "%s đang theo dõi %s. Lời nhắc được gửi lúc %s các ngày làm việc, trước mỗi kỳ hạn."
	textIsFocal             = "Anh/chị là cán bộ đầu mối của %s nên đã nhận đủ lời nhắc, không cần theo dõi thêm."
	textFollowing           = "%s đang nhận nhắc việc của:"
	textFollowsNothing      = "Chưa có đơn vị nào được theo dõi. Theo dõi một đơn vị để được nhắc trước mỗi kỳ hạn."
	textIsWaiting           = " (chờ duyệt)"
	textNotFollowed         = "Đơn vị này hiện không được theo dõi."
	TextFollowFirst         = "Cần theo dõi đơn vị trước thì mới nhắc lại được. Gõ /theodoi kèm tên đơn vị."
	textRegisterPrivately   = "Việc đăng ký cần nhắn riêng cho tôi, không thực hiện trong nhóm."
	textRegisterWhere       = "Để đăng ký, tôi cần biết đơn vị của anh/chị."
	textWhichRole           = "Anh/chị đăng ký vai trò nào tại %s?"
	textIsAlready           = "Anh/chị đã là %s của %s."
	textWaitsAlready        = "Đăng ký làm %s của %s đang chờ quản trị viên duyệt."
	textOneAtATime          = "Mỗi người có một đăng ký chờ duyệt. Đăng ký làm %s của %s đang chờ; muốn đăng ký nơi khác, anh/chị hủy đăng ký này trước."
	textAskedJustNow        = "Anh/chị vừa gửi một đăng ký. Vui lòng đợi %d phút trước khi gửi đăng ký khác."
	TextNotYourOwn          = "Không ai tự quyết định cho mình hoặc cho đơn vị mình làm đầu mối. Cần một quản trị viên khác."
	textRegistered          = "Đã gửi đăng ký làm %s của %s. Khi quản trị viên quyết định, tôi sẽ báo ngay cho anh/chị."
	textStillThere          = "Anh/chị vẫn là %s của %s. Nếu đã chuyển công tác, bấm nút bên dưới."
	textRequest             = "Đăng ký chờ duyệt"
	textRequests            = "%s đăng ký làm %s của %s."
	textLeaderApproved      = "Anh/chị đã được duyệt là %s của %s. Tôi chỉ báo khi có việc quá hạn; gõ /tiendo để xem tiến độ bất cứ lúc nào."
	textInvited             = "Anh/chị được mời làm %s của %s. Bấm nút để đăng ký; quản trị viên sẽ duyệt và tôi sẽ báo lại."
	textRefusedBecause      = "Đăng ký làm %s của %s chưa được duyệt. Lý do:"
	textRefuseHow           = "Từ chối kèm lý do: gõ “quản trị từ chối %d” rồi lý do."
	textMayOversee          = "Quản trị viên đã giao anh/chị làm %s (%s). Gõ /tiendo để xem; đầu tuần tôi gửi tổng hợp toàn Thành phố, tắt được trong /caidat."
	TextOnlyAdministrators  = "Chức năng này chỉ dành cho quản trị viên."
	TextDecidedBefore       = "Đã có quản trị viên khác quyết định."
	TextNoRegistration      = "Không có đăng ký chờ duyệt nào khớp. Anh/chị ghi mã của người đăng ký, ví dụ: “quản trị duyệt 12345”. Gõ “quản trị đăng ký” để xem danh sách."
	TextNoSuchReport        = "Không có báo cáo chờ xử lý nào khớp. Gõ “quản trị không phải việc” để xem danh sách."
	TextWhichRegistration   = "Có %d đăng ký chờ duyệt khớp với nội dung này. Anh/chị ghi mã của người đăng ký, thêm tên đơn vị nếu cần, ví dụ: “quản trị duyệt 12345 Sở Tư pháp”. Gõ “quản trị đăng ký” để xem danh sách."
	TextNameReport          = "Anh/chị ghi thêm số nhiệm vụ, ví dụ: “quản trị miễn 1.14 Sở Tư pháp”, “quản trị giữ nguyên 1.14 Sở Tư pháp”."
	TextWhichReport         = "Có %d báo cáo khớp với nội dung này. Anh/chị ghi số nhiệm vụ kèm tên đơn vị, ví dụ: “quản trị miễn 1.14 Sở Tư pháp”."
	TextGroupAdministrators = "Trong nhóm, chỉ quản trị viên của nhóm được đổi đơn vị và cách nhắc việc."
	textLeaveWhich          = "Anh/chị muốn thôi nhận nhắc việc của đơn vị nào?"
	textLeft                = "Đã thôi nhận nhắc việc của %s."
	textLeftAll             = "Đã thôi nhận nhắc việc của tất cả đơn vị."
	textAskLeave            = "Anh/chị chắc chắn thôi vai trò này? Muốn có lại phải đăng ký và chờ duyệt."
	textLoses               = "- Thôi làm %s của %s"
	textLosesLast           = "; đơn vị sẽ không còn cán bộ đầu mối nào và không ai nhận lời nhắc"
	textOrAway              = "Nếu chỉ vắng một thời gian, gõ ví dụ: “tôi nghỉ từ 1/7 đến 15/7, nhờ Trần Thị Bình”. Nếu chắc chắn, bấm nút hoặc gõ “đồng ý”."
	textSomeoneErased       = "Một người vừa xóa dữ liệu của mình và"
	textLeftRole            = "%s đã thôi làm %s của %s."
	textNobodyLeft          = " %s hiện chưa có đầu mối: không ai nhận lời nhắc. Cần một cán bộ đăng ký bằng lệnh /dangky."
	buttonLeaveSure         = "Đồng ý thôi"
	textErasePrivately      = "Việc xóa dữ liệu cá nhân cần nhắn riêng cho tôi, không thực hiện trong nhóm."
	textAskErase            = "Xóa toàn bộ dữ liệu của anh/chị: tên, đơn vị, đăng ký, cài đặt và các lần hoãn nhắc? Những việc đã báo nộp vẫn giữ, nhưng không còn tên anh/chị. Bấm nút hoặc gõ “đồng ý xóa” để xác nhận."
	textErased              = "Đã xóa dữ liệu của anh/chị. Khi cần, anh/chị gõ /start để bắt đầu lại."
	TextHelpDuties          = "Nhắc việc:\n/theodoi – nhận nhắc trước mỗi kỳ hạn của một đơn vị\n/dangky – đăng ký làm cán bộ đầu mối hoặc lãnh đạo\n/danop – báo đã nộp, ví dụ: “đã nộp 1.14”\n/tiendo – tiến độ của đơn vị\n/xemtruoc – các lời nhắc sắp gửi\n/lich, /xuat – tải lịch và bảng nhiệm vụ\n/caidat, /huy – đổi cài đặt, thôi nhận nhắc\nTrong ô chat bất kỳ, gõ tên bot kèm từ khóa để gửi một nhiệm vụ cho đồng nghiệp."
	TextTryThese            = "Bấm thử một câu hỏi:"
	TextMenu                = "Anh/chị cần việc gì?"
	TextThreeThings         = "Ba việc anh/chị sẽ dùng nhiều nhất:"
	TextThree               = "\n1. Hỏi bằng lời, ví dụ “Ai chủ trì số hóa hồ sơ?”.\n2. Xem việc sắp đến hạn của đơn vị.\n3. Nhận nhắc việc trước mỗi kỳ hạn; cán bộ đầu mối báo “Đã nộp” ngay trong lời nhắc."
	ButtonMenu              = "Các việc thường dùng"
	ButtonGetReminded       = "Nhận nhắc việc"
	ButtonFollowing         = "Đang theo dõi"
	ButtonOffice            = "Quản trị"
	ButtonPreview           = "Xem trước lời nhắc"
	ButtonBeFocal           = "Đăng ký làm cán bộ đầu mối"
	buttonBeLeader          = "Đăng ký vai trò lãnh đạo"
	ButtonSettings          = "Cài đặt"
	buttonLeave             = "Thôi theo dõi"
	buttonLeaveOne          = "Thôi: %s"
	buttonLeaveAll          = "Thôi tất cả"
	buttonFollow            = "Theo dõi %s"
	buttonErase             = "Xóa dữ liệu của tôi"
	buttonEraseNow          = "Đồng ý xóa"
	buttonApprove           = "Duyệt"
	buttonRefuse            = "Từ chối"
	buttonRevoke            = "Thu hồi"
	ButtonProgress          = "Xem tiến độ"
)
