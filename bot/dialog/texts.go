package dialog

const (
	wordYou   = "anh/chị"
	wordGroup = "nhóm"
)

// Words of this room that others show, too.
const (
	TextPatience = "Anh/chị gửi hơi nhanh, tôi chưa theo kịp. Vui lòng chờ khoảng nửa phút rồi tiếp tục."
)
