package export

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// lineEnds are all that some reader takes for the end of a line.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "\v", "\n", "\f", "\n", "\t", " ")

// clean makes a text fit for any file: composed, valid UTF-8 whose only control
// character is the line feed, without what XML forbids.
func clean(text string) string {
	text = lineEnds.Replace(strings.ToValidUTF8(text, "\uFFFD"))
	text = strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) || r == '\uFEFF' || r&0xFFFE == 0xFFFE {
			return -1
		}
		return r
	}, text)
	return norm.NFC.String(text)
}

// oneLine joins the items of a text.
func oneLine(text string) string {
	var items []string
	for item := range strings.SplitSeq(clean(text), "\n") {
		item = strings.TrimRight(strings.TrimPrefix(strings.TrimSpace(item), "- "), ";. ")
		if item != "" {
			items = append(items, item)
		}
	}
	return strings.Join(items, "; ")
}

// shorten cuts a text between words.
func shorten(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	cut := string(runes[:most-1])
	if space := strings.LastIndexByte(cut, ' '); space > 0 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " ,;:-") + "…"
}

// escaped is what a spreadsheet takes for one character: "_x0041_" for "A".
var escaped = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// literal keeps such words as they are written. excelize reads escapes, but
// writes none into the strings that cells share.
func literal(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var kept strings.Builder
	for i := range len(text) {
		kept.WriteByte(text[i])
		if text[i] == '_' && escaped.MatchString(text[i:]) {
			kept.WriteString("x005F_")
		}
	}
	return kept.String()
}
