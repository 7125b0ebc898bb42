// Package noise takes from a message what is no part of its question, and writes
// its numbers and dates in the forms in which they are read.
//
// In: a text as it was sent. Out: a text. It knows of words only how they are
// spelt.
package noise

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"cchcbot/index/vi"
)

// Clean takes from a message what is no part of its question: format characters,
// headers that are copied along from a chat, list numbers and footnote marks,
// handles, tags, addresses, telephone numbers and clock times. Text in TCVN3 or
// VNI-Windows is converted. What comes out is in NFC and keeps its line breaks.
// What the question is about stays: the number in "1.14 hạn khi nào", the
// address in "x@y.vn là mail của ai".
func Clean(text string) string {
	text = Shorten(strings.ToValidUTF8(text, " "))
	if plainASCII(text) && !noisyASCII(text) {
		return text
	}
	if converted, ok := vi.FromLegacy(text); ok {
		text = converted
	}
	if plain := unformatted(text); plain != text {
		text = tidy(plain)
	}
	text = norm.NFC.String(text)
	if !noisy(text) {
		return text
	}
	text = withoutHeaders(text)
	text = withoutListMarks(text)
	text = withoutFootnotes(text)
	return tidy(withoutAddresses(text))
}

func plainASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// noisyASCII and noisy tell texts in which there may be something to take away:
// they hold a sign that noise cannot do without, or a digit.
func noisyASCII(text string) bool {
	return strings.ContainsAny(text, "0123456789:@#[](){}*<>/&•~+-\x00\r\t") || strings.Contains(text, "www.") || len(text) > 1 && text[1] == '.'
}

func noisy(text string) bool {
	return noisyASCII(text) || strings.ContainsFunc(text, func(r rune) bool {
		return r > 0x2000 || r == '·' || r == '¹' || r == '²' || r == '³'
	}) || forwarded(text)
}

// unformatted drops characters that show nothing: inside a word they vanish,
// elsewhere they part words. Full-width forms become plain ones.
func unformatted(text string) string {
	if strings.IndexFunc(text, isFormat) < 0 && strings.IndexFunc(text, isFullWidth) < 0 {
		return text
	}
	runes := []rune(text)
	out := make([]rune, 0, len(runes))
	for i := 0; i < len(runes); {
		r := runes[i]
		i++
		switch {
		case isFullWidth(r):
			out = append(out, r-0xfee0)
		case !isFormat(r):
			out = append(out, r)
		default:
			for i < len(runes) && isFormat(runes[i]) {
				i++
			}
			if !insideWord(out, runes[i:]) {
				out = append(out, ' ')
			}
		}
	}
	return string(out)
}

func isFullWidth(r rune) bool { return r >= '！' && r <= '～' }

// isFormat tells characters without a shape of their own: those of category Cf,
// variation selectors, joiners of marks, fillers.
func isFormat(r rune) bool {
	return r >= 0xad && (unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) || r == 0x34f || r == 0x115f || r == 0x1160 || r == 0x3164)
}

// insideWord reports whether format characters between what was read and what
// follows stand within a word: with letters close on both sides that are not two
// syllables each by itself.
func insideWord(read, rest []rune) bool {
	from, to := len(read), 0
	for from > 0 && len(read)-from < longestWord && inWord(read[from-1]) {
		from--
	}
	for to < len(rest) && to < longestWord && inWord(rest[to]) {
		to++
	}
	if from == len(read) || to == 0 {
		return false
	}
	before, after := norm.NFC.String(string(read[from:])), norm.NFC.String(string(rest[:to]))
	return !vi.IsSyllable(before) || !vi.IsSyllable(after) || vi.IsSyllable(norm.NFC.String(before+after))
}

const longestWord = 24

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

var manySpaces = regexp.MustCompile(`[ \t\x{a0}]+`)

// tidy leaves one space where several stand, and none at the ends of lines.
func tidy(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r", "\n"), "\n")
	kept := lines[:0]
	for _, line := range lines {
		if line = strings.TrimSpace(manySpaces.ReplaceAllString(line, " ")); line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

// MostRunes of a message are read; a question that needs more is none.
const MostRunes = 1200

// Shorten keeps what is read of an overlong text.
func Shorten(text string) string {
	n := 0
	for i := range text {
		if n == MostRunes {
			return text[:i]
		}
		n++
	}
	return text
}
