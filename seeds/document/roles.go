package document

import (
	"regexp"
	"strings"
)

// bothForms find a lead and a support that stand in one cell.
var bothForms = []*regexp.Regexp{
	regexp.MustCompile(`(?s)^(?:[-+]\s*)?CT\s*:\s*(.+?)[\s;,]+(?:[-+]\s*)?PH\s*:\s*(.+)$`),
	regexp.MustCompile(`(?is)^(.+?)\s*:\s*chủ trì[\s;,.]*(?:[-+]\s*)?(.+?)\s*:\s*phối hợp\.?$`),
	regexp.MustCompile(`(?is)^(.+?)\s+chủ trì\s*[,;]?\s*phối hợp\s+(?:với|cùng)\s+(.+)$`),
	regexp.MustCompile(`(?is)^(.+?)\s*\(\s*chủ trì\s*\)\s*[;,\n]*\s*(.+?)(?:\s*\(\s*(?:cơ quan\s+)?phối hợp\s*\))?$`),
}

// splitBoth parts the words of a cell that names who leads and who supports.
// In a column for both they may stand on the sides of a stroke.
func splitBoth(words string, both bool) (lead, support string, ok bool) {
	if lead, support, found := strings.Cut(words, "/"); both && found && !strings.Contains(support, "/") {
		return strings.TrimSpace(lead), strings.TrimSpace(support), true
	}
	for _, form := range bothForms {
		if m := form.FindStringSubmatch(words); m != nil {
			return m[1], m[2], true
		}
	}
	return words, "", false
}
