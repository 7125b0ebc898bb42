package plan

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dashPattern is where a list that lost its line borders may have had one.
var dashPattern = regexp.MustCompile(`\s[-–]\s`)

// Items is a cell with its items one a line, without list marks.
func Items(cell string) string {
	var items []string
	for text := range strings.SplitSeq(unwrap(cell), "\n") {
		text = subMark.ReplaceAllString(strings.TrimSpace(text), "- ")
		items = append(items, listItems(text)...)
	}
	return strings.Join(items, "\n")
}

// unwrap joins lines of a cell that break inside a sentence, as those of a narrow
// column do that was pasted.
func unwrap(cell string) string {
	lines := strings.Split(cell, "\n")
	joined := lines[:1]
	for _, line := range lines[1:] {
		last := &joined[len(joined)-1]
		first, _ := utf8.DecodeRuneInString(line)
		if unicode.IsLower(first) && !itemLetter.MatchString(line) || openEnd.MatchString(*last) {
			*last += " " + line
			continue
		}
		joined = append(joined, line)
	}
	return strings.Join(joined, "\n")
}

var (
	// openEnd is the end of a line after which its sentence goes on.
	openEnd = regexp.MustCompile(`(?i)(?:[(–-]|(?:^|[^\p{L}])(?:và|của|với|các|từ|đến|trước|ngày|tháng|quý|quí|năm)|(?:^|[;,]\s*)(?:sở|phòng|ban|bộ|ubnd))$`)

	itemLetter = regexp.MustCompile(`^[a-zđ]\s*[.)]`)
)

// subMark stands before an item of a list.
var subMark = regexp.MustCompile(`^[-–—•●▪+*]\s*(?:\b|$)`)

// listItems cuts "- Kế hoạch - Báo cáo" into its items. Text that does not
// start as a list is one item.
func listItems(text string) []string {
	list, ok := strings.CutPrefix(text, "- ")
	if !ok {
		if text == "" {
			return nil
		}
		return []string{text}
	}
	var items []string
	start := 0
	for _, dash := range dashPattern.FindAllStringIndex(list, -1) {
		if startsItem(list, dash[0], dash[1]) {
			items = append(items, strings.TrimSpace(list[start:dash[0]]))
			start = dash[1]
		}
	}
	return append(items, strings.TrimSpace(list[start:]))
}

// dashedNames hold a dash before a capital within one name.
var dashedNames = []string{"Lao động - Thương binh", "Doanh nghiệp - Chính quyền"}

// startsItem reports whether the dash before list[after:] marks an item: one
// follows with a capital or a number, while "ban - ngành" and "2022 - 2025"
// are words and spans.
func startsItem(list string, before, after int) bool {
	for _, name := range dashedNames {
		left, right, _ := strings.Cut(name, "-")
		if strings.HasSuffix(list[:before+1], left) && strings.HasPrefix(list[after-1:], right) {
			return false
		}
	}
	next, _ := utf8.DecodeRuneInString(list[after:])
	previous, _ := utf8.DecodeLastRuneInString(list[:before])
	if unicode.IsDigit(next) {
		return !unicode.IsDigit(previous) && previous != '%'
	}
	return unicode.IsUpper(next)
}
