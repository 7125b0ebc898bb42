package answer

import (
	"fmt"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// Every sentence that a person reads from this room stands in this file.

// Labels introduce the facts of a card.
var Labels = map[fact]string{
	FactLead:     "Chủ trì",
	factSupport:  "Phối hợp",
	factProduct:  "Sản phẩm",
	FactDeadline: "Thời hạn",
}

// Words of this room that others show, too.
const (
	labelAssigned = "Được giao"
	labelFootnote = "Chú thích"

	textLeftOpen      = "văn bản không ghi"
	textAtLatest      = "chậm nhất ngày"
	textTwins         = "Câu hỏi có thể ứng với hai nội dung gần nhau:"
	textSameNumber    = "Số %s xuất hiện ở nhiều phần của văn bản:"
	textNoPlace       = "%s không có %s."
	textPlacesAre     = "Có thể anh/chị cần một mục từ %s đến %s."
	textNoDocument    = "%s không nhắc đến văn bản số %s."
	textAlsoCiting    = "Còn %d nội dung khác cùng nhắc đến văn bản này:"
	textSilent        = "%s không có nội dung trả lời câu hỏi này."
	textNotFound      = "Chưa tìm thấy trong %s nội dung khớp với câu hỏi này."
	textNotSpokenOf   = "%s không nói đến “%s”."
	textNotUnderstood = "Chưa hiểu từ “%s” trong câu hỏi."
	textNearest       = "Nội dung gần nhất:"
	textAskLike       = "Anh/chị có thể hỏi về nhiệm vụ, cơ quan chủ trì, phối hợp, sản phẩm, thời hạn hoặc chỉ tiêu, ví dụ: “Ai chủ trì số hóa hồ sơ?”, “Sở Tư pháp phải làm gì?”."
	textIdentity      = "%s ngày %02d tháng %s năm %d%s: %s."
	textIssuer        = " của %s"
	textNotAQuestion  = "Xin chào! Tôi trả lời câu hỏi về kế hoạch cải cách hành chính của Thành phố."
	textWelcome       = "Không có gì ạ. Anh/chị cần tra cứu gì thêm cứ hỏi."
	textChatter       = "Dạ, tôi chỉ hỗ trợ tra cứu nhiệm vụ trong kế hoạch. Anh/chị cần tìm gì cứ nhắn ạ."
	textNod           = "Dạ. Anh/chị cần tra cứu gì thêm cứ nhắn ạ."
	textConsent       = "Dạ, hiện không có gì chờ anh/chị xác nhận. Anh/chị cần tra cứu gì cứ nhắn ạ."
	textOtherYear     = "Tôi chưa có kế hoạch năm %s; hiện chỉ có kế hoạch %s (%s)."
	textSideBySide    = "%s (%s) so với %s (%s):"
	textSideOf        = "Đối với %s."
	textCounted       = "%d việc mới, %d việc bỏ; %d việc giữ nguyên hoặc đổi ít, trong đó %d đổi chỗ, %d đổi chủ trì, %d đổi thời hạn."
	textNothingBefore = "Hiện chỉ có %s (%s); chưa có kế hoạch năm khác để so sánh."
	textNoChange      = "Không có thay đổi nào như vậy."
	textNoneAfter     = "%s của %s không có nhiệm vụ tương ứng trong %s."
	textIsNow         = "%s của %s là %s của %s: %s"
	textMayBeNow      = "%s của %s có thể là %s của %s (lời văn khác nhiều, cần đối chiếu): %s"
	textNoSuchNumber  = "%s không có mục mang số này."
	textNewWork       = "Việc mới: "
	textDropped       = "Việc bỏ: "
	textDoubtful      = " (cần đối chiếu)"
	textMoreChanges   = "… và %d thay đổi khác."
	textOlderPlan     = "Trả lời theo %s (kế hoạch %s), là kế hoạch cũ; kế hoạch đang áp dụng: %s (%s)."
	textTakenFrom     = "Trả lời theo %s (kế hoạch %s), đang có hiệu lực."
	textAlsoRules     = "Cũng đang có hiệu lực và nói đến việc này: %s."
	textOtherPlan     = "Trả lời theo %s (kế hoạch %s); kế hoạch đang áp dụng: %s (%s)."
	textWhichAgency   = "Anh/chị hỏi về cơ quan nào? Hãy ghi tên cơ quan trong câu hỏi, ví dụ “Sở Tư pháp phải làm gì?”, hoặc cho tôi biết đơn vị của mình bằng lệnh /donvi."

	textUnknownName = "Tôi chưa tìm thấy cơ quan nào tên “%s”."
	textNearNames   = "Tên gần giống: %s."

	textNotFullyRead  = "%s chưa được đọc đầy đủ nên chưa thể kết luận; anh/chị vui lòng đối chiếu bản gốc."
	TextNoDuties      = "%s không giao nhiệm vụ cho %s."
	textTwoRoles      = "Nhiệm vụ có hai vai trò được tính hai lần."
	textOnlyGroup     = "%s không được nêu đích danh; các nhiệm vụ sau giao chung cho khối %s."
	wordAndGroup      = " và khối "
	textEnded         = "%s hoạt động đến hết ngày %s."
	textSucceeded     = " Nhiệm vụ được chuyển về %s."
	textInherits      = "Ngoài ra, kế thừa %d nhiệm vụ của %s (trước khi sắp xếp)."
	textInheritedFrom = "Kế thừa từ %s: %d"
	textConditional   = "Chỉ khi có liên quan hoặc thấy cần (văn bản không nêu rõ đơn vị nào):"

	textNoneFound   = "Chưa tìm thấy trong %s nhiệm vụ nào đáp ứng: %s."
	textLeftOut     = "chưa lọc theo “%s”"
	textNoneMeets   = "Theo %s, không có nhiệm vụ nào đáp ứng: %s."
	textNoStanding  = "Kế hoạch không ghi tình hình thực hiện của các đơn vị. Người có quyền xem bằng lệnh /tiendo hoặc /quahan."
	textMeets       = "%d nhiệm vụ: %s"
	textLacksThing  = "Kế hoạch có nội dung “%s” (%s) nhưng không nêu %s."
	textMoreByGroup = "Ngoài ra còn %d nhiệm vụ giao theo khối: %s."
	textByDecision  = "Theo %s"
	textNoDates     = "Văn bản không nêu ngày hoàn thành của các nhiệm vụ này:"
	textFirstDue    = "Đến hạn sớm nhất (%d nhiệm vụ): %s"
	textLastDue     = "Đến hạn muộn nhất (%d nhiệm vụ): %s"
	textInWindow    = "%s: %d nhiệm vụ"
	textGreatest    = "%s: %d nhiệm vụ"
	textQuarterOf   = "Quý %s năm %d"
	textMonthOf     = "Tháng %d năm %d"
	textAboutTopic  = "về “%s”"
	textDueIn       = "đến hạn trong %s"
	textDueBound    = "đến hạn %s"
	textStatedIn    = "ghi mốc trong %s"
	textProduces    = "sản phẩm là %s"
	textCitesThis   = "dẫn chiếu văn bản %s"
	textCitesAny    = "có dẫn chiếu văn bản"
	textAllTasks    = "toàn bộ phụ lục"
	wordLeads       = "chủ trì"
	wordSupports    = "phối hợp"
	wordAssigned    = "được giao"
	wordTakesPart   = "tham gia"
	wordNot         = "không"
	wordOnly        = "chỉ"
	wordAlone       = "một mình"
	wordFigure      = "con số này"
	wordName        = "tên %s"
	wordWho         = "ai là %s"
	wordWithout     = "không ghi"

	textNoSuchTime     = "Không có %s. Anh/chị vui lòng kiểm tra lại thời gian."
	textTimeUnread     = "Chưa hiểu thời gian “%s”. Anh/chị vui lòng nêu ngày, tháng hoặc quý."
	textNothingDue     = "không có nhiệm vụ nào đến hạn trong %s (%s - %s) theo %s."
	textDueHead        = "%d mốc đến hạn trong %s (%s - %s)"
	TextOnlySupporting = " (phối hợp)"
	TextDueOn          = "Hạn %s"
	TextByPlan         = "Theo %s."
)

// The sentences of verdicts.
const (
	wordYes = "Đúng."
	wordNo  = "Không."

	textHasRole      = "%s %s nhiệm vụ %s%s."
	textNotRole      = "%s không %s nhiệm vụ %s."
	textOtherRole    = "%s %s%s, không %s nhiệm vụ %s."
	textStanding     = "Nhiệm vụ %s: %s %s."
	textNotAddressed = "Nhiệm vụ %s không giao cho %s."
	textThroughGroup = " (theo khối %s)"
	textDeadlineIs   = "Thời hạn ghi trong văn bản: %s."
	textFactNotRead  = "Chưa đọc được %s của %s: văn bản chưa được đọc đầy đủ."
	textNotRead      = "chưa đọc được từ văn bản"
	textNotStated    = "%s không ghi %s."
)

// roleVerbs say what an agency does in a task.
var roleVerbs = map[plan.Role]string{
	plan.RoleLead:    "chủ trì",
	plan.RoleSupport: "phối hợp thực hiện",
}

// factNames name what a unit may leave unsaid.
var factNames = map[question.Intent]string{
	question.Owner:    "cơ quan chủ trì",
	question.Support:  "cơ quan phối hợp",
	question.Product:  "sản phẩm",
	question.Deadline: "thời hạn",
	question.Contact:  "nơi nhận",
}

// RoleWords name what an agency has to do in a unit.
var RoleWords = map[plan.Role]string{
	plan.RoleLead:     Labels[FactLead],
	plan.RoleSupport:  Labels[factSupport],
	plan.RoleAssigned: labelAssigned,
}

// textDutyCount says how many duties of a role follow the name of an agency.
var textDutyCount = map[plan.Role]string{
	"":                " có %d nhiệm vụ theo %s (kế hoạch %s).",
	plan.RoleLead:     " chủ trì %d nhiệm vụ theo %s (kế hoạch %s).",
	plan.RoleSupport:  " phối hợp thực hiện %d nhiệm vụ theo %s (kế hoạch %s).",
	plan.RoleAssigned: " được giao %d nhiệm vụ tại mục V theo %s (kế hoạch %s).",
}

// RoleCounts and textViaCount count duties: "Chủ trì: 8 đích danh, 33 theo
// khối".
var (
	RoleCounts = map[plan.Role]string{
		plan.RoleLead:     Labels[FactLead],
		plan.RoleSupport:  Labels[factSupport],
		plan.RoleAssigned: "Mục V giao",
	}
	TextViaCount = map[plan.Via]string{plan.ViaNamed: "%d đích danh", plan.ViaGroup: "%d theo khối"}
)

// HelpText tells what can be asked, with examples.
func HelpText(p *plan.Plan) chat.Text {
	return chat.Text{
		chat.Say(fmt.Sprintf("Tôi tra cứu %s về kế hoạch%s %s và luôn trích nguyên văn, ghi rõ vị trí.", p.Name(), p.Subject(), p.Period())),
		ExamplesText(),
		chat.Say("Gõ có dấu hay không dấu đều được. Dùng /donvi để cho biết đơn vị của anh/chị, sau đó chỉ cần hỏi “đơn vị em phải làm gì”."),
	}
}

// ExamplesText shows questions that can be asked.
func ExamplesText() chat.Paragraph {
	return chat.Paragraph{Spans: []chat.Span{{Words: "Ví dụ:", Style: chat.Bold}, {Words: "\n" + strings.Join(Examples, "\n")}}}
}

// Examples are questions that the plan answers.
var Examples = []string{
	"- Sở Tư pháp phải làm gì?",
	"- Ai chủ trì số hóa hồ sơ?",
	"- Hạn nộp bài viết CCHC?",
	"- Nhiệm vụ 1.14",
	"- Quý I có gì phải xong?",
}

// CorrectionNote tells what was read differently from how it was typed.
func CorrectionNote(corrections []question.Correction) chat.Paragraph {
	if len(corrections) == 0 {
		return chat.Paragraph{}
	}
	read := make([]string, len(corrections))
	for i, c := range corrections {
		read[i] = fmt.Sprintf("%s → %s", c.Typed, c.Read)
	}
	return chat.Paragraph{Spans: []chat.Span{{Words: "Tôi hiểu là: " + strings.Join(read, ", "), Style: chat.Italic}}}
}
