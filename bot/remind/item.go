package remind

import (
	"fmt"
	"regexp"
	"strings"

	"cchcbot/seeds/plan"
)

// lines tells a warning, and how it stands where it is settled.
func (n Nudge) lines(number int, how detail, several bool) []string {
	what := fmt.Sprintf(textItem, number, n.what(several, how.words))
	if state := n.stateLine(); state != "" {
		if !how.facts {
			what += fmt.Sprintf(textShortPlace, n.Unit.Place())
		}
		return []string{what, state}
	}
	if !how.facts {
		if n.Occurrence.Product != "" {
			what += fmt.Sprintf(textShortProduct, shorten(n.Occurrence.Product, leastRunes))
		}
		what += fmt.Sprintf(textShortPlace, n.Unit.Place())
		if to := recipient(n.Unit); to != "" && how.sendTo {
			what += fmt.Sprintf(textShortSendTo, to)
		}
		return n.withAgain(what)
	}
	period := n.Occurrence.Period
	if n.Occurrence.Product != "" {
		period += ": " + n.Occurrence.Product
	}
	lines := []string{what, fmt.Sprintf(textPeriod, period)}
	if n.Unit.Product != "" {
		lines = append(lines, fmt.Sprintf(textDeliver, oneLine(n.Unit.Product)))
	}
	if to := recipient(n.Unit); to != "" {
		lines = append(lines, fmt.Sprintf(textSendTo, to))
	}
	lines = append(lines, fmt.Sprintf(textPlace, n.Unit.Place(), plan.Label(n.Plan.Number)))
	return n.withAgain(lines...)
}

// withAgain adds when the chat wants to hear of it again.
func (n Nudge) withAgain(lines ...string) []string {
	if n.Again.IsZero() {
		return lines
	}
	return append(lines, fmt.Sprintf(textAgain, shortDay(n.Again)))
}

// shortLine tells a warning in one line.
func (n Nudge) shortLine(how detail, several bool) string {
	line := fmt.Sprintf(textShortItem, upperFirst(n.Unit.Place()), endSentence(n.what(several, mostShortRunes)))
	if state := n.stateLine(); state != "" {
		return line + " " + endSentence(strings.TrimSpace(state))
	}
	if n.Unit.Product != "" && how.facts {
		line += endSentence(fmt.Sprintf(textShortDeliver, shorten(oneLine(n.Unit.Product), mostShortRunes)))
	}
	if to := recipient(n.Unit); to != "" && how.sendTo {
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

// How much of a unit's words is shown.
const (
	mostRunes      = 200
	mostShortRunes = 90
	leastRunes     = 50
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
