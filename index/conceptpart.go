package index

import (
	"cmp"
	"slices"
)

// partTable tells what a word, or a pair of neighbours, hints at by the phrases
// of the register in which it stands: "dột" alone at what "mái dột" stands for.
// Keys are written with marks, and without.
type partTable map[string][]part

// part is the share of a concept in the use of a word.
type part struct {
	concept int
	share   float64
}

// The bounds of hints.
const (
	seldomSeen = 0.6  // is added to how often a word was seen: what is rare is less sure
	leastShare = 0.12 // what is spread wider hints at nothing
	mostParts  = 4    // concepts that a word hints at
	partSure   = 0.75 // of a hint, beside a whole phrase
	pairSure   = 0.9  // the same for two neighbours
)

// add counts the words and pairs of a phrase of a concept; the shorter the
// phrase, the more each says.
func (t partTable) add(words []Word, concept int) {
	for i, w := range words {
		t.count(w.Toned, w.Folded, concept, 1/float64(len(words)))
		if i > 0 {
			before := words[i-1]
			t.count(pairOf(before.Toned, w.Toned), pairOf(before.Folded, w.Folded), concept, 1/float64(len(words)-1))
		}
	}
}

func (t partTable) count(toned, folded string, concept int, n float64) {
	keys := []string{toned, bareKey(folded)}
	for _, key := range keys {
		at := slices.IndexFunc(t[key], func(p part) bool { return p.concept == concept })
		if at < 0 {
			at = len(t[key])
			t[key] = append(t[key], part{concept: concept})
		}
		t[key][at].share += n
	}
}

// bareKey keeps what is typed without marks apart from words that have none.
func bareKey(folded string) string { return "~" + folded }

// settle turns counts into shares and drops what hints at too much.
func (t partTable) settle() {
	for key, parts := range t {
		total := seldomSeen
		for _, p := range parts {
			total += p.share
		}
		kept := parts[:0]
		for _, p := range parts {
			if p.share /= total; p.share >= leastShare {
				kept = append(kept, p)
			}
		}
		slices.SortFunc(kept, func(a, b part) int { return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.concept, b.concept)) })
		t[key] = kept[:min(len(kept), mostParts)]
	}
}

// Hints gives what words hint at that stand in no whole phrase: each pair of
// neighbours, and each word by itself. Free tells which words count.
func (c *Concepts) Hints(words []Word, marked bool, free func(i int) bool) []ConceptMention {
	if c == nil {
		return nil
	}
	var found []ConceptMention
	add := func(from, to int, toned, folded string, sure float64) {
		key := toned
		if !marked {
			key, sure = bareKey(folded), sure*bareSyllables
		}
		for _, p := range c.parts[key] {
			found = append(found, ConceptMention{From: from, To: to, ID: c.ids[p.concept], Sure: sure * p.share, Part: true, concept: p.concept})
		}
	}
	for i, w := range words {
		if !free(i) {
			continue
		}
		add(i, i+1, w.Toned, w.Folded, partSure)
		if i > 0 && free(i-1) {
			add(i-1, i+1, pairOf(words[i-1].Toned, w.Toned), pairOf(words[i-1].Folded, w.Folded), pairSure)
		}
	}
	return found
}
