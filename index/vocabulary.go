package index

import (
	"maps"
	"slices"
	"strings"

	"cchcbot/index/vi"
)

// Vocabulary is what the words of a plan are: how rare each is, and how firmly
// it is bound to its neighbours.
type Vocabulary struct {
	units    int
	terms    map[string]int      // folded word → units that hold it
	pairs    map[string]int      // pair of neighbours → units that hold it
	bound    map[string]float64  // folded word → share of its units within its commonest pair
	weights  map[string]float64  // folded word → inverse document frequency
	before   map[string][]string // folded word → words that stand before it
	spelling map[string]string   // folded word → its commonest form with marks
	toned    map[string]bool     // words with their marks
	spelt    map[string]bool     // pairs of neighbours with their marks
}

func newVocabulary(entries []entry) *Vocabulary {
	v := &Vocabulary{
		units:    len(entries),
		terms:    map[string]int{},
		pairs:    map[string]int{},
		bound:    map[string]float64{},
		weights:  map[string]float64{},
		toned:    map[string]bool{},
		spelt:    map[string]bool{},
		before:   map[string][]string{},
		spelling: map[string]string{},
	}
	for _, e := range entries {
		for term := range e.terms {
			v.terms[term]++
		}
		for pair := range e.pairs {
			v.pairs[pair]++
		}
		for term := range e.toned {
			v.toned[term] = true
		}
		for pair := range e.spelt {
			v.spelt[pair] = true
		}
	}
	v.countBounds()
	v.weighTerms()
	v.countSpellings(entries)
	return v
}

// countBounds measures, for each word, how much of its use is in one pair:
// "giá" stands in this plan almost only after "đánh", so a lone "giá" in a
// question says little about a unit that assesses something.
func (v *Vocabulary) countBounds() {
	for _, pair := range slices.Sorted(maps.Keys(v.pairs)) {
		n := v.pairs[pair]
		a, b, _ := strings.Cut(pair, "_")
		v.before[b] = append(v.before[b], a)
		for _, term := range []string{a, b} {
			v.bound[term] = max(v.bound[term], float64(n)/float64(max(v.terms[term], 1)))
		}
	}
}

// Knows reports whether the plan uses a folded word.
func (v *Vocabulary) Knows(folded string) bool { return v.terms[folded] > 0 }

// KnowsToned reports whether the plan uses a word with these marks.
func (v *Vocabulary) KnowsToned(toned string) bool { return v.toned[toned] }

// KnowsPair reports whether two folded words stand side by side in the plan.
func (v *Vocabulary) KnowsPair(a, b string) bool { return v.pairs[pairOf(a, b)] > 0 }

// SpellsBeside reports whether the plan writes a word, marks and all, beside one
// of its neighbours; a neighbour without marks may be any that folds to it.
func (v *Vocabulary) SpellsBeside(w, previous, next Word) bool {
	return v.spelt[pairOf(previous.Toned, w.Toned)] || v.spelt[pairOf(w.Toned, next.Toned)] ||
		!previous.Marked() && v.spelt[pairOf(v.Spelling(previous.Folded), w.Toned)] ||
		!next.Marked() && v.spelt[pairOf(w.Toned, v.Spelling(next.Folded))]
}

// Spelling is the form with marks that the plan writes a folded word in most
// often; the word itself where the plan does not use it.
func (v *Vocabulary) Spelling(folded string) string {
	if s, ok := v.spelling[folded]; ok {
		return s
	}
	return folded
}

// Before lists the folded words that stand before one in the plan, by alphabet.
func (v *Vocabulary) Before(folded string) []string { return v.before[folded] }

// Pairs counts the units in which two folded words stand side by side.
func (v *Vocabulary) Pairs(a, b string) int { return v.pairs[pairOf(a, b)] }

// Units counts the units that hold a folded word.
func (v *Vocabulary) Units(folded string) int { return v.terms[folded] }

// Each calls visit for every folded word and the number of units that hold it.
func (v *Vocabulary) Each(visit func(folded string, units int)) {
	for term, n := range v.terms {
		visit(term, n)
	}
}

// weight is the inverse document frequency of a word, between about 0.2 for
// one that stands everywhere and 1 for one that stands nowhere.
func (v *Vocabulary) weight(folded string) float64 {
	if w, ok := v.weights[folded]; ok {
		return w
	}
	return 1
}

func (v *Vocabulary) weighTerms() {
	n := float64(v.units)
	for term, df := range v.terms {
		v.weights[term] = rarity(float64(df), n)
	}
}

func (v *Vocabulary) countSpellings(entries []entry) {
	uses := map[string]int{}
	for _, e := range entries {
		for toned := range e.toned {
			uses[toned]++
		}
	}
	for toned, n := range uses {
		folded := vi.Fold(toned)
		if best, ok := v.spelling[folded]; !ok || n > uses[best] || n == uses[best] && toned < best {
			v.spelling[folded] = toned
		}
	}
}
