package index

import "cchcbot/index/vi"

// run is a run of words made ready to be compared with many entries.
type run struct {
	words  []Word
	weight []float64 // of each word, by its rarity in the plan
	pair   []string  // of each word and the one before it; "" for the first
	lone   []float64 // what each word keeps without a neighbour of the run
	total  float64   // of the weights
}

func (ix *Index) newRun(words []Word) run {
	r := run{words: words, weight: make([]float64, len(words)), pair: make([]string, len(words)), lone: make([]float64, len(words))}
	for i, w := range words {
		r.lone[i] = ix.lone(w, len(words))
		r.weight[i] = ix.vocab.weight(w.Folded)
		r.total += r.weight[i]
		if i > 0 {
			r.pair[i] = pairOf(words[i-1].Folded, w.Folded)
		}
	}
	return r
}

// share is the weighted share of a run that stands in an entry, 0 to 1.
func (ix *Index) share(r run, e *entry) float64 {
	var covered float64
	for i := range r.words {
		covered += r.weight[i] * ix.match(r, i, e)
	}
	if r.total == 0 {
		return 0
	}
	return covered / r.total
}

// match says how well word i of a run stands in an entry, 0 to 1: in full only
// beside a neighbour that it has in the run too.
func (ix *Index) match(r run, i int, e *entry) float64 {
	w := r.words[i]
	alone := e.terms[w.Folded]
	if alone == 0 {
		return 0
	}
	if ix.without(ComponentPairs) {
		return alone * ix.marksFit(w, e)
	}
	lone := alone * r.lone[i]
	together := 0.0
	if i > 0 {
		together = e.pairs[r.pair[i]]
	}
	if i+1 < len(r.words) {
		together = max(together, e.pairs[r.pair[i+1]])
	}
	return max(together, lone) * ix.marksFit(w, e)
}

// lone is what a word of a run keeps without its neighbours: syllables need
// them to mean something, while numbers, addresses and short forms do not.
func (ix *Index) lone(w Word, length int) float64 {
	if length < 2 || hasDigit(w.Folded) || !vi.IsSyllable(w.Folded) {
		return 1
	}
	return loneWeight * (1 - boundPenalty*ix.vocab.bound[w.Folded])
}

// marksFit is what a word with marks loses where the entry spells it otherwise.
func (ix *Index) marksFit(w Word, e *entry) float64 {
	switch {
	case !w.Marked() || e.toned[w.Toned] || ix.without(ComponentMarks):
		return 1
	case ix.vocab.KnowsToned(w.Toned):
		return wrongMarks
	}
	return foreignMarks
}
