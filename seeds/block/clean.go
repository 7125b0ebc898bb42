package block

import (
	"strings"
	"unicode"

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

// Superscript is a number in superscript digits, the form of footnote marks.
func Superscript(digits string) string {
	return strings.Map(func(c rune) rune {
		if c < '0' || '9' < c {
			return c
		}
		return []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[c-'0']
	}, digits)
}
