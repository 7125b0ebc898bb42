package vi

import (
	"unicode/utf8"
)

// maxLetters is the length of the longest syllable, "nghiêng".
const maxLetters = 7

// A syllable is a word taken apart: what it is written with when its tone is
// put aside, and where its rhyme begins.
type syllable struct {
	shapes  [maxLetters]rune
	n       int
	rhymeAt int
	rhyme   rhyme
	tone    tone
	toneAt  int // where it was written
}

// bearer says which letter bears the tone.
func (s *syllable) bearer() int { return s.rhymeAt + s.rhyme.bearer }

// IsSyllable reports whether a word is a well-formed Vietnamese syllable. A
// word with marks must be well formed with them: its rhyme must exist and a
// rhyme that ends in c, ch, p or t bears sắc or nặng. A word without any mark
// need only be what is left of some syllable when its marks are taken off.
func IsSyllable(word string) bool {
	if isPlain(word) {
		return isFoldedSyllable(Normalize(word))
	}
	s, ok := parseSyllable(Normalize(word))
	return ok && s.toneFits()
}

// parseSyllable takes apart a lower-case word in NFC whose tone mark may stand
// on any of its vowels.
func parseSyllable(word string) (syllable, bool) {
	var s syllable
	for _, r := range word {
		l, ok := letterOf(r)
		if !ok || s.n == maxLetters {
			return s, false
		}
		if l.tone != level {
			if s.tone != level {
				return s, false
			}
			s.tone, s.toneAt = l.tone, s.n
		}
		s.shapes[s.n] = l.shape
		s.n++
	}
	return s, s.findRhyme()
}

// findRhyme settles where the onset ends. "gi" and "qu" come first, so that
// già is gi-a; where nothing is left for the rhyme, gì is g-i.
func (s *syllable) findRhyme() bool {
	var buffer [maxLetters * utf8.UTFMax]byte
	bare := buffer[:0]
	for _, r := range s.shapes[:s.n] {
		bare = utf8.AppendRune(bare, r)
	}
	for _, onset := range onsets {
		if !hasPrefix(bare, onset) {
			continue
		}
		rest := bare[len(onset):]
		if found, ok := rhymes[string(rest)]; ok && goTogether(onset, found.word) {
			s.rhyme = found
			s.rhymeAt = utf8.RuneCountInString(onset)
			return true
		}
	}
	found, ok := rhymes[string(bare)]
	s.rhyme = found
	return ok && goTogether("", found.word)
}

// toneFits reports whether the tone is one that the rhyme can bear.
func (s *syllable) toneFits() bool {
	return !s.rhyme.stop || s.tone == acute || s.tone == dot
}

// isPlain reports whether a word is made of ASCII alone.
func isPlain(word string) bool {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isFoldedSyllable reports whether a lower-case ASCII word is a syllable whose
// marks were taken off.
func isFoldedSyllable(word string) bool {
	if len(word) > maxLetters {
		return false
	}
	for _, onset := range onsets {
		if len(word) < len(onset) || word[:len(onset)] != onset {
			continue
		}
		rest := word[len(onset):]
		if foldedRhymes[rest] && goTogether(onset, rest) {
			return true
		}
	}
	return foldedRhymes[word] && goTogether("", word)
}

func hasPrefix(word []byte, prefix string) bool {
	return len(word) >= len(prefix) && string(word[:len(prefix)]) == prefix
}

// goTogether applies the rules of spelling: which rhymes an onset is written
// with. The rhyme is never empty.
func goTogether(onset, rhyme string) bool {
	first, _ := utf8.DecodeRuneInString(rhyme)
	front := letters[first].plain == 'i' || letters[first].plain == 'e' || first == 'y'
	switch onset {
	case "":
		return !(first == 'i' && len(rhyme) > 1 && letters[secondRune(rhyme)].plain == 'e')
	case "c", "ng":
		return !front
	case "g":
		return !front || first == 'i'
	case "k":
		return front
	case "gh", "ngh":
		return front && first != 'y'
	case "gi":
		return first != 'i' && first != 'y'
	case "qu":
		return fitsQu(first, rhyme)
	}
	return first != 'y' || len(rhyme) == 1
}

// fitsQu: the u of "qu" is already round, so only ô of quốc follows it among
// the round vowels.
func fitsQu(first rune, rhyme string) bool {
	switch letters[first].plain {
	case 'o':
		return first == 'ơ' || rhyme == "ôc" || rhyme == "oc" || rhyme == "o"
	case 'u':
		return false
	}
	return true
}

func secondRune(word string) rune {
	_, size := utf8.DecodeRuneInString(word)
	r, _ := utf8.DecodeRuneInString(word[size:])
	return r
}
