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
	for text := range strings.SplitSeq(cell, "\n") {
		text = subMark.ReplaceAllString(strings.TrimSpace(text), "- ")
		items = append(items, listItems(text)...)
	}
	return strings.Join(items, "\n")
}

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
