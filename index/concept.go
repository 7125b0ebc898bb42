package index

import (
	"cmp"
	"slices"

	"cchcbot/seeds/plan"
)

// Concepts finds the concepts of a text by their words. It is safe for
// concurrent use; the zero value finds none.
type Concepts struct {
	ids  []string
	root conceptNode
}

// conceptNode is where the phrases of concepts that begin alike go on; phrases
// are entered by their folded words.
type conceptNode struct {
	next map[string]*conceptNode
	ends []conceptEnd // phrases that end here, alike but for their marks
}

type conceptEnd struct {
	toned   []string
	concept int
	formal  bool
}

// ConceptMention is a run of words that stands for a concept.
type ConceptMention struct {
	From, To int     // words[From:To]
	ID       string  // of the concept
	Sure     float64 // 1 as the concept is written; less without its marks
	Formal   bool    // in the words of documents
	concept  int
}

// How sure a phrase is that is typed without its marks.
const (
	bareSyllable  = 0.4 // one syllable may be many words
	bareSyllables = 0.8
)

// NewConcepts makes a register searchable. Abbreviations are written out in its
// words as they are in texts.
func NewConcepts(list []plan.Concept, abbreviations Abbreviations) *Concepts {
	c := &Concepts{ids: make([]string, len(list))}
	for i, concept := range list {
		c.ids[i] = concept.ID
		for n, phrase := range concept.Words() {
			c.root.add(Words(phrase, abbreviations), i, n < len(concept.Formal))
		}
	}
	return c
}

// add enters a phrase, which may stand for several concepts.
func (n *conceptNode) add(words []Word, concept int, formal bool) {
	toned := make([]string, len(words))
	for i, w := range words {
		toned[i] = w.Toned
		if n.next == nil {
			n.next = map[string]*conceptNode{}
		}
		if n.next[w.Folded] == nil {
			n.next[w.Folded] = &conceptNode{}
		}
		n = n.next[w.Folded]
	}
	known := slices.ContainsFunc(n.ends, func(e conceptEnd) bool { return e.concept == concept && slices.Equal(e.toned, toned) })
	if len(words) > 0 && !known {
		n.ends = append(n.ends, conceptEnd{toned, concept, formal})
	}
}

// Find gives the concepts that words speak of, in their order: of phrases that
// overlap the longest counts, then the first; one phrase may stand for several
// concepts. Free tells which words may be part of a phrase; nil: all.
func (c *Concepts) Find(words []Word, free func(i int) bool) []ConceptMention {
	found := c.All(words, free)
	if len(found) < 2 {
		return found
	}
	slices.SortStableFunc(found, func(a, b ConceptMention) int { return cmp.Compare(b.To-b.From, a.To-a.From) })
	kept := found[:0:0]
	for _, m := range found {
		overlaps := func(k ConceptMention) bool {
			return m.From < k.To && k.From < m.To && (m.From != k.From || m.To != k.To)
		}
		if !slices.ContainsFunc(kept, overlaps) {
			kept = append(kept, m)
		}
	}
	slices.SortStableFunc(kept, func(a, b ConceptMention) int { return cmp.Compare(a.From, b.From) })
	return kept
}

// All gives every phrase of a concept, those within longer ones too.
func (c *Concepts) All(words []Word, free func(i int) bool) []ConceptMention {
	if c == nil {
		return nil
	}
	var found []ConceptMention
	for i := range words {
		if !withinWord(words, i) {
			found = c.from(found, words, i, free)
		}
	}
	return found
}

// from appends the phrases that begin at word i.
func (c *Concepts) from(found []ConceptMention, words []Word, i int, free func(i int) bool) []ConceptMention {
	node := &c.root
	for n := i; n < len(words) && (free == nil || free(n)); n++ {
		if node = node.next[words[n].Folded]; node == nil {
			break
		}
		for _, end := range node.fitting(words[i : n+1]) {
			found = append(found, ConceptMention{From: i, To: n + 1, ID: c.ids[end.concept], Sure: end.sure, Formal: end.formal, concept: end.concept})
		}
	}
	return found
}

// fittingEnd is a phrase that words fit, and how surely.
type fittingEnd struct {
	conceptEnd
	sure float64
}

// fitting are the phrases that words fit: those with the same marks, else those
// that their marks do not speak against, among which they are divided.
func (n *conceptNode) fitting(words []Word) []fittingEnd {
	var exact, possible []fittingEnd
	for _, e := range n.ends {
		switch same, fits := e.compare(words); {
		case same:
			exact = append(exact, fittingEnd{e, 1})
		case fits && !slices.ContainsFunc(possible, func(p fittingEnd) bool { return p.concept == e.concept }):
			possible = append(possible, fittingEnd{e, bareSyllables})
		}
	}
	if len(exact) > 0 {
		return exact
	}
	for i := range possible {
		if len(words) == 1 {
			possible[i].sure = bareSyllable
		}
		possible[i].sure /= float64(len(possible))
	}
	return possible
}

// compare tells whether words are the phrase, marks and all, and whether they
// fit it as far as they carry marks.
func (e conceptEnd) compare(words []Word) (exact, fits bool) {
	exact = true
	for i, w := range words {
		same := w.Toned == e.toned[i]
		if w.Marked() && !same {
			return false, false
		}
		exact = exact && same
	}
	return exact, true
}

// withinWord reports whether word i is the second half of a word: the "sở" of
// "cơ sở" and "trụ sở" is no department.
func withinWord(words []Word, i int) bool {
	if i == 0 || words[i].Folded != "so" || words[i].Marked() && words[i].Toned != "sở" {
		return false
	}
	before := words[i-1]
	return before.Toned == "cơ" || before.Toned == "trụ" || !before.Marked() && (before.Folded == "co" || before.Folded == "tru")
}
