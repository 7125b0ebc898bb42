package remind

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"cchcbot/seeds/plan"
)

// Lines is the text of a digest, line by line, without markup: what to
// deliver, to whom, by when, with the place in the document and the plan.
func (d Digest) Lines() []string {
	lines := []string{d.title()}
	several := d.agency() == ""
	number := 0
	var due string
	for _, n := range d.Nudges {
		if n.overview() {
			continue
		}
		if head := dueLine(n); head != due {
			due = head
			lines = append(lines, "", due)
		}
		if n.yearLong() {
			lines = append(lines, n.shortLine(several))
			continue
		}
		number++
		lines = append(lines, n.lines(number, several)...)
	}
	lines = append(lines, d.overviewLines(several)...)
	return append(lines, d.bases()...)
}

// title names the agency where the digest is about one.
func (d Digest) title() string {
	if name := d.agency(); name != "" {
		return fmt.Sprintf(textHeadOf, name)
	}
	return textHead
}

// agency is the name of the one agency of a digest, "" where there are several.
func (d Digest) agency() string {
	first := d.Nudges[0].Agency
	if slices.ContainsFunc(d.Nudges, func(n Nudge) bool { return n.Agency.ID != first.ID }) {
		return ""
	}
	return first.Name
}

// lines tells a warning in full.
func (n Nudge) lines(number int, several bool) []string {
	period := n.Occurrence.Period
	if n.Occurrence.Product != "" {
		period += ": " + n.Occurrence.Product
	}
	lines := []string{
		fmt.Sprintf(textItem, number, n.what(several, mostRunes)),
		fmt.Sprintf(textPeriod, period),
	}
	if n.Unit.Product != "" {
		lines = append(lines, fmt.Sprintf(textDeliver, oneLine(n.Unit.Product)))
	}
	if to := recipient(n.Unit); to != "" {
		lines = append(lines, fmt.Sprintf(textSendTo, to))
	}
	return append(lines, fmt.Sprintf(textPlace, n.Unit.Place(), n.Plan.Number))
}

// shortLine tells a warning in one line.
func (n Nudge) shortLine(several bool) string {
	line := fmt.Sprintf(textShortItem, upperFirst(n.Unit.Place()), endSentence(n.what(several, mostShortRunes)))
	if n.Unit.Product != "" {
		line += endSentence(fmt.Sprintf(textShortDeliver, shorten(oneLine(n.Unit.Product), mostShortRunes)))
	}
	if to := recipient(n.Unit); to != "" {
		line += endSentence(fmt.Sprintf(textShortSendTo, to))
	}
	return line
}

// what is the beginning of the unit's words, and whose duty it is where that
// is not plain.
func (n Nudge) what(several bool, most int) string {
	words, _, _ := strings.Cut(n.Unit.Text, "\n")
	words = shorten(words, most)
	if n.Role == plan.RoleSupport {
		words = textSupporting + words
	}
	if several {
		words = n.Agency.Name + ": " + words
	}
	return upperFirst(words)
}

// overviewLines lists what is only kept in mind, a line each.
func (d Digest) overviewLines(several bool) []string {
	var lines []string
	for _, n := range d.Nudges {
		if n.overview() {
			lines = append(lines, fmt.Sprintf(textOverviewItem,
				upperFirst(n.Unit.Place()), n.what(several, mostShortRunes), n.Occurrence.Period))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return append([]string{"", textOverview}, lines...)
}

// bases tells each plan once.
func (d Digest) bases() []string {
	lines := []string{""}
	for _, n := range d.Nudges {
		if line := basisLine(n); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// How much of a unit's words is shown.
const (
	mostRunes      = 200
	mostShortRunes = 90
)

// shorten cuts a text between words.
func shorten(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	cut := string(runes[:most])
	if space := strings.LastIndexByte(cut, ' '); space > 0 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " ,;:-") + "…"
}

// endSentence closes a text that more is said after.
func endSentence(text string) string {
	if strings.HasSuffix(text, "…") || strings.HasSuffix(text, ".") {
		return text
	}
	return text + "."
}

// sendTo finds where a unit's words say something is to be sent: "gửi về Ban
// Chỉ đạo …", "gởi Kế hoạch về Sở Nội vụ …".
var sendTo = regexp.MustCompile(`(?i:gửi|gởi)(?:\s+\pL+){0,2}?\s+về\s+(\p{Lu}(?:[^,;.\n]|\.\S)*)`)

// recipient is to whom a unit's product goes; "" where the document is silent.
func recipient(u plan.Unit) string {
	m := sendTo.FindStringSubmatch(u.Text)
	if m == nil {
		return ""
	}
	return strings.TrimSpace(m[1])
}
