package chat

import (
	"strings"
)

// OneLine joins the lines of a cell by "; ", in place of the sign that a line may
// end with in the document.
func OneLine(cell string) string {
	lines := strings.Split(cell, "\n")
	for i, line := range lines {
		line = strings.TrimPrefix(strings.TrimSpace(line), "- ")
		if i < len(lines)-1 {
			line = strings.TrimRight(line, ";, ")
		}
		lines[i] = line
	}
	return strings.Join(lines, "; ")
}

// Words of this room that others show, too.
const (
	TextOldButton  = "Nút này đã cũ. Anh/chị vui lòng hỏi lại."
	TextPage       = " · trang %d/%d"
	textInYear     = "trong năm %d"
	textInQuarter  = "trong quý %s năm %d"
	textInMonth    = "trong tháng %d năm %d"
	TextInDays     = "từ %s đến %s"
	textOnDay      = "ngày %s"
	TextTaskNumber = "nhiệm vụ %s"
	ButtonBack     = "Quay lại"
	ButtonBefore   = "‹ Trước"
	ButtonAfter    = "Sau ›"
	ButtonQuarter  = "Quý %s"
)

const (
	textSomebody     = "một người dùng"
	textUserNumbered = "người dùng mã %d"
	textNumbered     = "mã %d"
)

// Words of this room that others show, too.
const (
	TextFileSent = "Đã gửi tệp bên dưới."
)
