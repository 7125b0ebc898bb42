package index

import (
	"math"
	"slices"

	"cchcbot/index/vi"
)

// weighConcepts measures how rare each concept is among the units, as the
// weight of a word: one that most units carry tells little.
func (ix *Index) weighConcepts(concepts *Concepts) {
	if concepts == nil {
		return
	}
	units := make([]int, len(concepts.ids))
	for _, e := range ix.entries {
		for concept := range e.concepts {
			units[concept]++
		}
	}
	ix.concepts = make([]float64, len(units))
	n := float64(len(ix.entries))
	for concept, df := range units {
		if df > 0 {
			ix.concepts[concept] = rarity(float64(df), n)
		}
	}
}

// rarity is the inverse document frequency of what stands in df of n units,
// between about 0 and 1.
func rarity(df, n float64) float64 {
	return math.Log(1+(n-df+0.5)/(df+0.5)) / math.Log(1+(n+0.5)/0.5)
}

// conceptRarity is how rare a concept of a query is among the units, 0 where
// none carries it.
func (ix *Index) conceptRarity(m ConceptMention) float64 {
	if m.concept >= len(ix.concepts) {
		return 0
	}
	return ix.concepts[m.concept]
}

// conceptMatch says how well what term i stands for is spoken of in the entry.
func (r ranking) conceptMatch(e *entry, i int) float64 {
	best := 0.0
	for _, m := range r.query.Concepts {
		if m.From <= i && i < m.To {
			best = max(best, conceptWeight*m.Sure*e.concepts[m.concept])
		}
	}
	return best
}

// conceptOf reports whether term i and the one before it stand for a concept of
// the entry. Bridged tells that one of them does and the other is not part of
// it, so that nothing can be said of the pair.
func (r ranking) conceptOf(e *entry, i int) (both, bridged bool) {
	for _, m := range r.query.Concepts {
		if e.concepts[m.concept] == 0 {
			continue
		}
		both = both || m.From < i && i < m.To
		bridged = bridged || m.From == i || m.To == i
	}
	return both, bridged
}

// weighTopic makes words weigh no more than the concept that they stand for. A
// syllable that neither the plan nor the register knows weighs little: it tells
// nothing, neither for a unit nor against it. A number or a name that no
// syllable makes tells of another thing and keeps its weight.
func (r ranking) weighTopic() {
	for i, w := range r.topic.words {
		rarest, known := 0.0, false
		for _, m := range r.query.Concepts {
			if m.From <= i && i < m.To {
				known = true
				rarest = max(rarest, r.ix.conceptRarity(m))
			}
		}
		unused := vi.IsSyllable(w.Folded) && (!r.ix.vocab.Knows(w.Folded) || w.Marked() && !r.ix.vocab.KnowsToned(w.Toned))
		switch {
		case known:
			r.topic.weight[i] = min(r.topic.weight[i], rarest)
		case unused && r.foreignFit(i) == 1:
			r.topic.weight[i] = unknownWeight
		}
	}
}

// sortConcepts looks at the concepts that a query asks for in words that the
// plan does not use. Those help to find units that some carry and nearly all do
// not; foreign are those that none carries.
func (ix *Index) sortConcepts(q Query) (telling, foreign []ConceptMention) {
	for _, m := range q.Concepts {
		switch rare := ix.conceptRarity(m); {
		case ix.concepts == nil || (m.Formal || m.To-m.From > 1) && ix.uses(q.Terms[m.From:m.To], m.Formal):
		case rare >= commonest:
			if ix.uses(q.Terms[m.From:m.To], m.Formal) {
				m.Sure *= usedOtherwise
			}
			telling = append(telling, m)
		case rare == 0 && m.To-m.From > 1:
			foreign = append(foreign, m)
		}
	}
	return telling, foreign
}

// Foreign are the words of a query, as they are written, for things that no unit
// speaks of: each run of them once, where no other concept of the run, or of a part
// of it, is spoken of.
func (ix *Index) Foreign(q Query) []ConceptMention {
	_, all := ix.sortConcepts(q)
	var foreign []ConceptMention
	for _, m := range all {
		same := func(o ConceptMention) bool { return o.From == m.From && o.To == m.To }
		if m.Sure < 1 || ix.spokenOf(q.Terms[m.From:m.To]) {
			continue
		}
		if i := slices.IndexFunc(foreign, same); i >= 0 {
			foreign[i].Formal = foreign[i].Formal || m.Formal
			continue
		}
		foreign = append(foreign, m)
	}
	return foreign
}

// spokenOf reports whether some unit speaks of a concept for which words stand, or
// a part of them of more than one.
func (ix *Index) spokenOf(terms []Term) bool {
	words := make([]Word, len(terms))
	for i, t := range terms {
		words[i] = t.Word
	}
	return slices.ContainsFunc(ix.known.All(words, nil), func(m ConceptMention) bool {
		return m.To-m.From > 1 && m.Sure == 1 && ix.conceptRarity(m) > 0
	})
}

// foreignFit is what the match of term i counts: less where the term is part of
// a phrase for a thing that no unit speaks of, so that its words are others.
func (r ranking) foreignFit(i int) float64 {
	for _, m := range r.query.foreign {
		if m.From <= i && i < m.To {
			return 1 - foreignPart*m.Sure
		}
	}
	return 1
}

// uses reports whether the plan uses a phrase, as far as its words and pairs
// tell. Formal words may stand apart, unless the plan has one of them in another
// word only: it says "kiểm tra công tác cải cách hành chính" where the register says
// "kiểm tra cải cách hành chính", but the "tịch" of "chủ tịch" is not of "hộ tịch".
func (ix *Index) uses(phrase []Term, formal bool) bool {
	before := false
	for i, t := range phrase {
		after := i+1 < len(phrase) && ix.vocab.KnowsPair(t.Folded, phrase[i+1].Folded)
		apart := i > 0 && !before
		if formal {
			apart = len(phrase) > 1 && !before && !after && ix.vocab.bound[t.Folded] >= boundElsewhere
		}
		if !ix.vocab.Knows(t.Folded) || apart {
			return false
		}
		before = after
	}
	return true
}

// boundElsewhere is how much of the use of a word is within one pair where it is
// half of that and no word by itself.
const boundElsewhere = 0.8
