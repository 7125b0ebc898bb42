package vi

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the folded form of a text: lower case, all marks off, đ as d.
// Fold(s) and Fold(Normalize(s)) are equal.
func Fold(s string) string {
	at := firstToFold(s)
	if at == len(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	out.WriteString(s[:at])
	for i := at; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			out.WriteByte(lowerASCII(c))
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		plain, ok := foldRune(r)
		if !ok {
			return foldStranger(s)
		}
		if plain != 0 {
			out.WriteByte(plain)
		}
		i += size
	}
	return out.String()
}

// FoldsTo reports whether the folded form of a word is another word. It spares
// making that form.
func FoldsTo(s, folded string) bool {
	at := 0
	for i := 0; i < len(s); {
		plain, size := s[i], 1
		if plain >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			letter, ok := foldRune(r)
			if !ok {
				return Fold(s) == folded
			}
			plain, size = letter, n
		}
		i += size
		if plain == 0 {
			continue
		}
		if at >= len(folded) || folded[at] != lowerASCII(plain) {
			return false
		}
		at++
	}
	return at == len(folded)
}

// firstToFold finds the first byte that folding changes.
func firstToFold(s string) int {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || lowerASCII(c) != c {
			return i
		}
	}
	return len(s)
}

// foldRune folds a rune beyond ASCII. It gives 0 for a mark, which vanishes,
// and false for a rune that is no letter of Vietnamese.
func foldRune(r rune) (plain byte, ok bool) {
	if isCombining(r) {
		return 0, true
	}
	if l, ok := letterOf(lowerRune(r)); ok {
		return l.plain, true
	}
	return 0, false
}

// The block of marks that go with Latin letters.
const firstCombining, lastCombining = '\u0300', '\u036F'

// isCombining reports whether a rune is a mark that goes with a Latin letter.
func isCombining(r rune) bool {
	return firstCombining <= r && r <= lastCombining
}

// foldStranger folds a text that holds more than the letters of Vietnamese.
func foldStranger(s string) string {
	bare := strings.Map(func(r rune) rune {
		r = lowerRune(r)
		switch {
		case r == 'đ':
			return 'd'
		case unicode.Is(unicode.Mn, r):
			return -1
		}
		return r
	}, norm.NFD.String(strings.Map(lowerRune, s)))
	return norm.NFC.String(bare)
}

func lowerASCII(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// lowerRune gives the lower case of a rune. Eth and the African d look like đ
// in capitals and stand for it in texts of old typewriter fonts.
func lowerRune(r rune) rune {
	if r < utf8.RuneSelf {
		return rune(lowerASCII(byte(r)))
	}
	if r <= lastLetter && letters[r].shape != 0 {
		return r
	}
	switch r = unicode.ToLower(r); r {
	case 'ð', 'ɖ':
		return 'đ'
	}
	return r
}
