package vi

import "github.com/blevesearch/bleve/v2/analysis"

// pairJoint stands between the two syllables of a pair; no term holds it.
const pairJoint = '_'

// PairFilter replaces the words of a stream by the pairs of neighbours: số hóa
// gives số_hóa. Vietnamese words mostly have two syllables, so a pair is worth
// more than the two apart. Pairs belong in a field of their own, where they
// have weights of their own.
//
// Bleve's shingle filter does not fit: it takes tokens in the order of the
// stream and would pair a word with the whole that stands at the same place.
type PairFilter struct{}

// Filter implements analysis.TokenFilter.
func (PairFilter) Filter(input analysis.TokenStream) analysis.TokenStream {
	plain := plainTokens(input)
	pairs := make(analysis.TokenStream, 0, len(plain))
	for i := range plain {
		followers(plain, i, func(j int) bool {
			pairs = append(pairs, pair(plain[i], plain[j]))
			return true
		})
	}
	return pairs
}

func pair(first, second *analysis.Token) *analysis.Token {
	term := make([]byte, 0, len(first.Term)+1+len(second.Term))
	term = append(term, first.Term...)
	term = append(term, pairJoint)
	term = append(term, second.Term...)
	return &analysis.Token{
		Term:     term,
		Start:    first.Start,
		End:      max(first.End, second.End),
		Position: first.Position,
		Type:     analysis.Shingle,
	}
}
