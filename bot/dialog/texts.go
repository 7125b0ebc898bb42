package dialog

const (
	wordYou   = "anh/chị"
	wordGroup = "nhóm"

	nameAnonymous = "Quản trị viên ẩn danh"
)
