package vi

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// phrases is a trie of terms. A node holds what the phrase that ends there
// stands for.
type phrases struct {
	next       map[string]*phrases
	standsFor  [][]string
	onlyInCaps bool
}

// abbreviations has the short forms and the long forms, each leading to the
// other.
type abbreviations struct {
	short, long phrases
}

// newAbbreviations reads a table of short forms with their long forms. An
// empty form is an error.
func newAbbreviations(table map[string][]string) (*abbreviations, error) {
	var a abbreviations
	for _, short := range slices.Sorted(maps.Keys(table)) {
		if len(table[short]) == 0 {
			return nil, fmt.Errorf("abbreviation %q has no long form", short)
		}
		for _, long := range table[short] {
			if err := a.add(short, long); err != nil {
				return nil, err
			}
		}
	}
	return &a, nil
}

// add enters a short form as it is written and as it is typed without marks.
func (a *abbreviations) add(short, long string) error {
	shortTerms, longTerms := atomTerms(short), atomTerms(long)
	if len(shortTerms) == 0 || len(longTerms) == 0 {
		return fmt.Errorf("abbreviation %q of %q: a form has no word", short, long)
	}
	if slices.Equal(shortTerms, longTerms) {
		return fmt.Errorf("abbreviation %q stands for itself", short)
	}
	onlyInCaps := len(shortTerms) == 1 && IsSyllable(short)
	a.short.put(shortTerms, longTerms, onlyInCaps)
	a.short.put(atomTerms(Fold(short)), longTerms, onlyInCaps || IsSyllable(Fold(short)))
	a.long.put(longTerms, shortTerms, false)
	return nil
}

// atomTerms cuts a form into terms without keeping anything whole: the parts
// are what phrases are made of.
func atomTerms(form string) []string {
	l := lexer{text: form}
	var terms []string
	for _, part := range l.parts(span{start: 0, end: len(form)}) {
		terms = append(terms, Normalize(form[part.start:part.end]))
	}
	return terms
}

// put enters a phrase and one more thing that it stands for.
func (p *phrases) put(terms, standsFor []string, onlyInCaps bool) {
	node := p
	for _, term := range terms {
		if node.next == nil {
			node.next = make(map[string]*phrases)
		}
		if node.next[term] == nil {
			node.next[term] = &phrases{}
		}
		node = node.next[term]
	}
	node.onlyInCaps = onlyInCaps
	for _, known := range node.standsFor {
		if slices.Equal(known, standsFor) {
			return
		}
	}
	node.standsFor = append(node.standsFor, standsFor)
}

// allCaps reports whether a word as it was typed is in capitals.
func allCaps(word []byte) bool {
	return strings.ToUpper(string(word)) == string(word)
}
