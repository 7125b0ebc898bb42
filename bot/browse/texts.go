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
