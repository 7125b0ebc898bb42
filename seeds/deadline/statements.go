package deadline

import (
	"regexp"
	"strings"

	"cchcbot/seeds/plan"
)

var (
	// listMark stands before an item of a list.
	listMark = regexp.MustCompile(`^[\s\-–•*+]+`)

	// itemBreak parts the items of a cell: a line break, a semicolon, a dash
	// between spaces or a full stop, with a capital letter behind.
	itemBreak = regexp.MustCompile(`\n|;|\s[-–]\s+\p{Lu}\p{Ll}|\.\s+\p{Lu}`)

	// lostBreak is the beginning of a statement whose separator was lost:
	// "… ban hành kế hoạch Hoàn thành trong tháng 11 …".
	lostBreak = regexp.MustCompile(`\s(?:Hoàn thành|Định kỳ|Thường xuyên|Trong (?:năm|tháng|quý|Quý)|Quý [IVX1-4]|Hàng (?:quý|năm|tháng)|Hằng (?:quý|năm|tháng)|Khi (?:có )?phát sinh)`)
)

// statements cuts a cell into its statements of time, without list marks.
func statements(cell string) []string {
	if m, _, ok := exactly(plainly(cell), 2000); ok && m.Kind != plan.DeadlineOnEvent && !strings.Contains(cell, "\n") {
		return []string{strings.Join(strings.Fields(cell), " ")}
	}
	var all []string
	for _, item := range cutBefore(cell, itemBreak) {
		for _, s := range cutBefore(item, lostBreak) {
			s = listMark.ReplaceAllString(s, "")
			s = strings.Join(strings.Fields(strings.TrimRight(s, " \t;.")), " ")
			if len(plan.WordsOf(s)) > 0 {
				all = append(all, s)
			}
		}
	}
	return all
}

// connects ends words that what follows belongs to: "Quý II, Quý III".
var connects = regexp.MustCompile(`(?i)(?:[,+(/–-]|(?:^|\s)(?:và|đến|từ|trước|hoặc))$`)

// cutBefore cuts a text at the beginning of each match, but not where nothing
// stands before it but words that lead to it: "Trong Quý I" is one statement.
func cutBefore(text string, pattern *regexp.Regexp) []string {
	var pieces []string
	start, leading := 0, 0 // from start to leading there are only such words
	for _, at := range pattern.FindAllStringIndex(text, -1) {
		before := strings.TrimRight(text[leading:at[0]], " ")
		if trimFillers(before) == "" || strings.HasSuffix(before, ":") && text[at[0]] == ' ' || connects.MatchString(before) && text[at[0]] == ' ' {
			leading = at[0]
			continue
		}
		pieces = append(pieces, text[start:at[0]])
		start = at[0]
		if strings.ContainsRune("\n;.", rune(text[start])) {
			start++
		}
		leading = start
	}
	return append(pieces, text[start:])
}
