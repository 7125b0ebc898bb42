package agency

import (
	"cchcbot/seeds/plan"
)

// Words of this room that others show, too.
const (
	TextAskAgency      = "Anh/chị công tác ở cơ quan nào? Gõ tên cơ quan (ví dụ: Sở Tư pháp, UBND Quận 1, phường Bến Nghé) hoặc chọn bên dưới."
	TextAskAgencyFirst = "Để trả lời đúng, tôi cần biết đơn vị của anh/chị. " + TextAskAgency
	textAskGroup       = "Nhóm này thuộc cơ quan nào? Gõ /donvi kèm tên cơ quan (ví dụ: /donvi Sở Tư pháp) hoặc chọn bên dưới."
	textChooseAgency   = "Anh/chị chọn cơ quan của mình:"
	textTypeWard       = "Anh/chị gõ /donvi kèm tên phường, xã của mình, ví dụ: /donvi phường Bến Nghé."
	textUnknownAgency  = "Tôi chưa tìm thấy cơ quan nào tên “%s”. Anh/chị vui lòng kiểm tra lại tên."
	textNearAgencies   = "Tôi chưa tìm thấy cơ quan nào tên “%s”. Có phải anh/chị muốn nói:"
	TextWhichOfThese   = "Có nhiều cơ quan cùng tên gọi này. Anh/chị chọn giúp:"
	textTypeMarks      = "Tên “%s” chưa có dấu. Anh/chị vui lòng gõ lại tên có dấu, ví dụ: %sphường Bến Nghé."
	buttonAnyWard      = "Xem chung cho phường, xã"
	ButtonHelp         = "Có thể hỏi gì?"
)

// kindChoice is a kind of agencies to choose from.
type kindChoice struct{ Group, Label string }

// KindChoices are the kinds of agencies to choose from.
var KindChoices = []kindChoice{
	{"so-ban-nganh", "Sở, ban, ngành"},
	{"quan-huyen", "Quận, huyện, TP. Thủ Đức"},
	{plan.WardGroup, "Phường, xã, thị trấn"},
	{"nganh-doc", "Cơ quan ngành dọc"},
	{"doan-the", "Đoàn thể chính trị - xã hội"},
	{NoKind, "Cơ quan khác"},
}

const (
	textOneOf = "“%s” là tên chung của nhiều đơn vị. Anh/chị gõ tên đơn vị cụ thể, ví dụ: /theodoi UBND Quận 1, /theodoi phường Bến Nghé."
)
