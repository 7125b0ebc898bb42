package browse

// Words of this room that others show, too.
const (
	textPerhapsAgency    = "Có phải anh/chị hỏi về:"
	textHeapHead         = "%s · %s · %d nhiệm vụ"
	textIfConcerned      = "Chỉ áp dụng khi có liên quan hoặc thấy cần; văn bản không nêu rõ đơn vị nào."
	textDueScreen        = "%s%d mốc đến hạn %s"
	textNothingDueScreen = "%skhông có nhiệm vụ nào đến hạn %s"
	textPast             = " (đã qua)"
	textAlsoNumbered     = "Số này còn có ở %s."
	TextCorrected        = "Bản quét ghi “%s”, đã sửa thành “%s”."
	ButtonMine           = "Nhiệm vụ của đơn vị tôi"
	buttonAllDuties      = "Tất cả nhiệm vụ"
	ButtonDutiesOf       = "Nhiệm vụ của %s"
	ButtonSoon           = "Việc sắp đến hạn"
	buttonThisIsMine     = "Đây là đơn vị của tôi"
	buttonEverybody      = "Của tất cả cơ quan"
	buttonMyPart         = "Của đơn vị tôi"
	ButtonTell           = "Chọn đơn vị của tôi"
)

// Words of this room that others show, too.
const (
	textScanned   = "Nguyên văn bản quét"
	ButtonScanned = "Nguyên văn bản quét"
	buttonOpen    = "Mở trong bot"
	buttonShare   = "Chia sẻ"
)

// The sentences of the six points.
const (
	ButtonSix          = "6 rõ"
	textSixHead        = "6 rõ của nhiệm vụ %s: văn bản nêu rõ %d, nêu một phần %d, để ngỏ %d"
	labelSixWho        = "Rõ người"
	labelSixWork       = "Rõ việc"
	labelSixTime       = "Rõ thời gian"
	labelSixShare      = "Rõ trách nhiệm"
	labelSixProduct    = "Rõ sản phẩm"
	labelSixAuthority  = "Rõ thẩm quyền"
	textSixUnsaid      = "Văn bản không ghi %s."
	textSixUnread      = "Chưa đọc được %s từ văn bản."
	textSixNobody      = "cơ quan thực hiện"
	textSixGroup       = "Văn bản giao chung cho khối, không nêu từng cơ quan."
	textSixNoPerson    = "Văn bản nêu cơ quan, không nêu người phụ trách."
	textSixConcerned   = "Có nơi chỉ ghi “liên quan”, không nêu cơ quan nào."
	textSixNoTime      = "thời hạn"
	textSixYear        = "Văn bản không nêu ngày cụ thể; tính đến hết năm."
	textSixNoDay       = "Văn bản không nêu ngày cụ thể."
	textSixAsAbove     = "%s như trên."
	textSixManyLead    = "Nhiều nơi cùng chủ trì; văn bản không nêu nơi chịu trách nhiệm chính."
	textSixSupport     = "Phối hợp: %s."
	textSixNoSupport   = "cơ quan phối hợp"
	textSixCarryOut    = "Trách nhiệm thi hành chung: %s."
	textSixNoProduct   = "sản phẩm"
	textSixQuote       = "“%s”"
	textSixNoAuthority = "cấp quyết định, phê duyệt"
	wordsCarryOut      = "chịu trách nhiệm thi hành"
	TextSixWhich       = "Anh/chị hỏi 6 rõ của nhiệm vụ nào? Ví dụ: “1.14 đã đủ 6 rõ chưa”."
)
