package dialog

const (
	wordYou   = "anh/chị"
	wordGroup = "nhóm"
)
