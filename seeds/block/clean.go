package block

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean brings words to valid UTF-8 in NFC, with single plain spaces and
// without characters that take no room. Line breaks stay, empty lines go.
func Clean(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, string(unicode.ReplacementChar)))
	s = strings.Map(func(c rune) rune {
		switch {
		case c == '\n':
			return c
		case c == '\u00ad', c == '\ufeff', '\u200b' <= c && c <= '\u200f':
			return -1
		case c == '\r', c == '\v', c == '\u2028':
			return '\n'
		case unicode.IsControl(c):
			return ' '
		}
		return c
	}, strings.ReplaceAll(s, "\r\n", "\n"))
	lines := strings.Split(s, "\n")
	kept := lines[:0]
	for _, line := range lines {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

// superscripts are the digits of footnote marks, in order.
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// Superscript is a number in superscript digits, the form of footnote marks.
func Superscript(digits string) string {
	return strings.Map(func(c rune) rune {
		if c < '0' || '9' < c {
			return c
		}
		return []rune(superscripts)[c-'0']
	}, digits)
}

// MarkValue is 12 for "¹²".
func MarkValue(mark string) int {
	value, _ := strconv.Atoi(plainDigits(mark)) // digits
	return value
}

// plainDigits is "12" for "¹²".
func plainDigits(mark string) string {
	return strings.Map(func(c rune) rune {
		if at := strings.IndexRune(superscripts, c); at >= 0 {
			return '0' + rune(utf8.RuneCountInString(superscripts[:at]))
		}
		return -1
	}, mark)
}

var (
	markForm = regexp.MustCompile(`[` + superscripts + `]+`)
	unitForm = regexp.MustCompile(`(?:^|[\s\d/])[kcdm]?m$`) // before ² and ³
)

// CutMarks is text without footnote marks; take gets each run of them, as plain
// digits, and tells whether it goes. The powers of units of measure are no marks.
func CutMarks(text string, take func(digits string) bool) string {
	if !strings.ContainsAny(text, superscripts) {
		return text
	}
	var b strings.Builder
	at := 0
	for _, span := range markForm.FindAllStringIndex(text, -1) {
		b.WriteString(text[at:span[0]])
		mark := text[span[0]:span[1]]
		power := (mark == "²" || mark == "³") && unitForm.MatchString(text[max(0, span[0]-3):span[0]])
		if power || !take(plainDigits(mark)) {
			b.WriteString(mark)
		}
		at = span[1]
	}
	b.WriteString(text[at:])
	return b.String()
}

// Ends reports whether a text ends with a sign that ends a sentence or a clause,
// footnote marks apart.
func Ends(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, superscripts+" "))
	return strings.ContainsRune(`.;:!?…”")`, last)
}
