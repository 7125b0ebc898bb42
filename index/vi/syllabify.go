package vi

import "math"

// Syllabify splits syllables that were written together without marks:
// "kehoach" gives ke, hoach. It gives nil where there is no such split.
//
// score says how common a syllable is, 0 for one never seen; it may be nil.
// The best split has the fewest syllables never seen, then the fewest
// syllables, then the most common ones, then the fewest that begin with a
// vowel (so-tu rather than sot-u), then the shorter ones first (tu-phap rather
// than tup-hap).
func Syllabify(glued string, score func(syllable string) float64) []string {
	if glued == "" || !isPlain(glued) {
		return nil
	}
	glued = Normalize(glued)
	best := make([]split, len(glued)+1)
	for start := len(glued) - 1; start >= 0; start-- {
		best[start] = bestSplit(glued, start, best, score)
	}
	return cut(glued, best)
}

// A split is the best way to cut a text from a place on.
type split struct {
	first     int // length of the first syllable; 0: there is no way
	unseen    int
	syllables int
	weight    float64 // sum of logarithms of scores
	bare      int     // syllables without an onset
}

// bestSplit tries each first syllable at a place, given the best ways behind.
func bestSplit(glued string, start int, best []split, score func(string) float64) split {
	var found split
	for length := 1; length <= maxLetters && start+length <= len(glued); length++ {
		rest := best[start+length]
		if start+length < len(glued) && rest.first == 0 {
			continue
		}
		syllable := glued[start : start+length]
		if !isFoldedSyllable(syllable) {
			continue
		}
		rest.add(syllable, scoreOf(syllable, score))
		if found.first == 0 || rest.betterThan(found) {
			found = rest
		}
	}
	return found
}

// add puts a syllable in front of a split.
func (s *split) add(syllable string, common float64) {
	s.first = len(syllable)
	s.syllables++
	if isVowel(rune(syllable[0])) {
		s.bare++
	}
	if common > 0 {
		s.weight += math.Log(common)
	} else {
		s.unseen++
	}
}

func scoreOf(syllable string, score func(string) float64) float64 {
	if score == nil {
		return 1
	}
	return score(syllable)
}

func (s split) betterThan(other split) bool {
	if s.unseen != other.unseen {
		return s.unseen < other.unseen
	}
	if s.syllables != other.syllables {
		return s.syllables < other.syllables
	}
	if s.weight != other.weight {
		return s.weight > other.weight
	}
	return s.bare < other.bare
}

func cut(glued string, best []split) []string {
	if best[0].first == 0 {
		return nil
	}
	parts := make([]string, 0, best[0].syllables)
	for at := 0; at < len(glued); at += best[at].first {
		parts = append(parts, glued[at:at+best[at].first])
	}
	return parts
}
