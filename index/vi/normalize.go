package vi

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Normalize gives the toned form of a text: NFC, lower case, and each tone
// mark where the older and official school puts it (hòa, ủy, thúy; but quý,
// già), whichever school it was typed in. A misplaced mark (tòan, cuả) comes
// to its place too. Words that are no Vietnamese syllables keep their marks.
func Normalize(s string) string {
	if isPlain(s) {
		return strings.ToLower(s)
	}
	return placeTones(composed(strings.Map(lowerRune, composed(s))))
}

// composed gives the NFC of a text. Lower case can undo it: J with a caron has
// no code point of its own, j with one has.
func composed(s string) string {
	if plainlyComposed(s) || norm.NFC.IsNormalString(s) {
		return s
	}
	return norm.NFC.String(s)
}

// plainlyComposed knows the blocks that Vietnamese text is made of, in all of
// which each letter is in NFC; it only spares the look into the tables.
func plainlyComposed(s string) bool {
	for _, r := range s {
		known := r < firstCombining || 'Ạ' <= r && r <= lastLetter || '‐' <= r && r <= '‧'
		if !known {
			return false
		}
	}
	return true
}

// placeTones goes through the words of a lower-case text in NFC. It copies the
// text only when a mark has to move.
func placeTones(s string) string {
	var out []byte
	done := 0
	for at := 0; at < len(s); {
		word, next := nextWord(s, at)
		at = next
		placed, moved := placeTone(word)
		if !moved {
			continue
		}
		start := next - len(word)
		out = append(out, s[done:start]...)
		out = append(out, placed...)
		done = next
	}
	if done == 0 {
		return s
	}
	return string(append(out, s[done:]...))
}

// nextWord finds the next run of letters and marks and where it ends.
func nextWord(s string, at int) (word string, end int) {
	start := -1
	for i := at; i < len(s); {
		r, size := decode(s, i)
		if start < 0 && isWordRune(r) {
			start = i
		} else if start >= 0 && !continuesWord(r) {
			return s[start:i], i
		}
		i += size
	}
	if start < 0 {
		return "", len(s)
	}
	return s[start:], len(s)
}

// placeTone puts the tone mark of one word in its place. It says false where
// there is nothing to move.
func placeTone(word string) (placed string, moved bool) {
	if !canMove(word) {
		return "", false
	}
	s, ok := parseSyllable(word)
	if !ok || s.toneAt == s.bearer() {
		return "", false
	}
	return string(s.appendTo(nil)), true
}

// canMove reports whether a word has a tone mark and two vowels to choose
// from.
func canMove(word string) bool {
	vowels, toned := 0, false
	for _, r := range word {
		l, ok := letterOf(r)
		if !ok {
			return false
		}
		toned = toned || l.tone != level
		if isVowel(rune(l.plain)) {
			vowels++
		}
	}
	return toned && vowels > 1
}

// appendTo writes the syllable with its tone in its place.
func (s *syllable) appendTo(out []byte) []byte {
	for i, r := range s.shapes[:s.n] {
		if i == s.bearer() {
			r = withTone(r, s.tone)
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}
