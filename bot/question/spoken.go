package question

import (
	"cchcbot/index"
	"cchcbot/index/vi"
)

// spokenPairs are pairs of neighbours in the phrases that questions are read by,
// with their marks and without.
type spokenPairs map[[2]string]bool

func (s spokenPairs) add(phrase []string) {
	for i := 1; i < len(phrase); i++ {
		a, b := phrase[i-1], phrase[i]
		for _, left := range []string{a, vi.Fold(a)} {
			for _, right := range []string{b, vi.Fold(b)} {
				s[[2]string{left, right}] = true
			}
		}
	}
}

// fits reports whether a word stands beside one of its neighbours in a phrase.
// Where a word carries marks, the phrase has the same.
func (s spokenPairs) fits(w, previous, next index.Word) bool {
	return s[[2]string{previous.Toned, w.Toned}] || s[[2]string{w.Toned, next.Toned}]
}
