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
	s = strings.Map(lowerRune, s)
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	return placeTones(s)
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
	if isPlain(word) {
		return "", false
	}
	s, ok := parseSyllable(word)
	if !ok || s.tone == level {
		return "", false
	}
	var buffer [maxLetters * utf8.UTFMax]byte
	out := s.appendTo(buffer[:0])
	if string(out) == word {
		return "", false
	}
	return string(out), true
}

// appendTo writes the syllable with its tone in its place.
func (s *syllable) appendTo(out []byte) []byte {
	for i, r := range s.shapes[:s.n] {
		if i == s.rhymeAt+s.rhyme.bearer {
			r = withTone(r, s.tone)
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}
