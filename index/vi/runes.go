package vi

import (
	"unicode"
	"unicode/utf8"
)

// decode reads the rune at a place of a text; a broken byte is one rune long.
func decode(s string, at int) (rune, int) {
	if c := s[at]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[at:])
}

// isWordRune reports whether a word can begin with a rune.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || isDigit(r)
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// continuesWord reports whether a word goes on with a rune: a decomposed
// letter is a letter and the marks after it.
func continuesWord(r rune) bool {
	return isWordRune(r) || r >= utf8.RuneSelf && unicode.IsMark(r)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// decodeFirst reads the first rune of a text; size 0 says there is none.
func decodeFirst(s string) (r rune, size int) {
	if s == "" {
		return 0, 0
	}
	return decode(s, 0)
}
