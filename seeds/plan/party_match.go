package plan

import (
	"strings"
	"unicode"
)

// partyMatch is a party that the register knows, found at a word.
type partyMatch struct {
	target    phraseTarget
	qualifier string // a number that belongs to a group: "16 quận"
	end       int    // the word after it
}

// leadIns are words that introduce a party and belong to its Words.
var leadIns = keyPhrases("mời", "đề nghị", "giao", "phối hợp với", "phối hợp cùng")

// headTitles are the titles of heads, the longer of two that begin alike first.
var headTitles = keyPhrases(
	"Thủ trưởng", "Phó Giám đốc", "Tổng Giám đốc", "Giám đốc", "Tổng Biên tập",
	"Chi cục trưởng", "Cục trưởng", "Viện trưởng", "Chủ tịch", "Chủ nhiệm",
	"Trưởng ban", "Tổ trưởng", "Bí thư", "Chánh", "Trưởng",
)

// levelWords follow the name of a city agency where the agency of a lower
// level is meant: "Thanh tra quận", "Công an phường", "Thanh tra các sở".
var levelWords = KeySet("quan huyen phuong xa thi cac so q p tptd dac")

// partyAt finds a party of the register that begins at word i. Behind a party
// that was found (joined) more may begin one than amid words that are unknown.
func (s *partyScan) partyAt(i int, joined bool) (partyMatch, bool) {
	if !s.mayBegin(i, joined) {
		return partyMatch{}, false
	}
	start := i + phraseLen(s.words[i:], leadIns)
	for _, title := range headTitles {
		if !beginsWith(s.words[start:], title) {
			continue
		}
		if m, ok := s.bodyAt(start + len(title)); ok {
			return m, true
		}
	}
	return s.bodyAt(start)
}

// mayBegin reports whether a party may begin at word i: at the beginning and
// after a strong separator always; behind a party after any separator, with a
// capital letter where the separator was lost, or with a lead-in; amid unknown
// words only with a capital letter, after a separator or as a title.
func (s *partyScan) mayBegin(i int, joined bool) bool {
	w := s.words[i]
	switch {
	case i == 0 || w.before == sepHard || w.opened:
		return true
	case joined:
		return w.before > sepNone || w.capital || phraseLen(s.words[i:], leadIns) > 0
	}
	return w.capital && (w.before > sepNone || phraseLen(s.words[i:], headTitles) > 0)
}

// bodyAt finds a group or an agency at word i: its full name, or a shorter one
// behind "UBND", "các" and a number.
func (s *partyScan) bodyAt(i int) (partyMatch, bool) {
	best, found := s.phraseAt(i)
	for _, prefix := range []string{"ubnd", "cac"} {
		if i < len(s.words) && s.words[i].Key == prefix {
			i++
			if m, ok := s.phraseAt(i); ok && (!found || m.end > best.end) {
				best, found = m, true
			}
		}
	}
	if found {
		return best, true
	}
	if i+1 >= len(s.words) || !isNumber(s.words[i].Key) {
		return partyMatch{}, false
	}
	m, ok := s.phraseAt(i + 1)
	m.qualifier = s.slice(i, i+2)
	return m, ok && m.target.group != ""
}

// phraseAt finds the longest phrase of the register at word i, with the name
// of the city behind it.
func (s *partyScan) phraseAt(i int) (partyMatch, bool) {
	if i >= len(s.words) {
		return partyMatch{}, false
	}
	target, n := s.register.phrases.longest(s.words[i:])
	m := partyMatch{end: i + n}
	if target != nil {
		m.target = *target
	}
	if by, ok := s.shortAt(i); ok && by.end > m.end {
		m = by
	}
	if m.target == (phraseTarget{}) {
		return partyMatch{}, false
	}
	if s.follows(m.end, cityKey) || m.end < len(s.words) && s.words[m.end].before == sepNone && s.register.ownWord(s.words[m.end]) {
		m.end++
	}
	return m, m.target.group != "" || !s.lowerLevel(m.end)
}

// follows reports whether the word at i has the key and stands right behind
// the one before it.
func (s *partyScan) follows(i int, key string) bool {
	return i < len(s.words) && s.words[i].before == sepNone && s.words[i].Key == key
}

// lowerLevel reports whether the word at i makes the name before it that of a
// lower level.
func (s *partyScan) lowerLevel(i int) bool {
	return i < len(s.words) && s.words[i].before == sepNone && levelWords[s.words[i].Key]
}

// phraseLen returns the length of the phrase that the words begin with, 0 where
// they begin with none.
func phraseLen(words []Word, phrases [][]string) int {
	for _, p := range phrases {
		if beginsWith(words, p) {
			return len(p)
		}
	}
	return 0
}

// isNumber reports whether a key is made of digits.
func isNumber(key string) bool {
	return strings.IndexFunc(key, func(c rune) bool { return !unicode.IsDigit(c) }) < 0
}
