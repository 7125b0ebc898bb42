package question

import (
	"slices"
	"strings"

	"cchcbot/index"
)

// phrases finds runs of folded words in a sentence, the longest first.
//
// A word of the sentence that carries marks must carry those of the phrase:
// "hài" is no "hai". One without marks may be either.
type phrases[T any] struct {
	next  map[string]*phrases[T]
	toned []string // the words with marks that lead here
	value T
	ends  bool
}

// add enters a phrase, given with or without marks. The first value of a
// phrase stays.
func (p *phrases[T]) add(phrase string, value T) { p.addWords(index.Words(phrase, nil), value) }

func (p *phrases[T]) addWords(words []index.Word, value T) {
	node := p
	for _, w := range words {
		if node.next == nil {
			node.next = map[string]*phrases[T]{}
		}
		child := node.next[w.Folded]
		if child == nil {
			child = &phrases[T]{}
			node.next[w.Folded] = child
		}
		if !slices.Contains(child.toned, w.Toned) {
			child.toned = append(child.toned, w.Toned)
		}
		node = child
	}
	if node != p && !node.ends {
		node.value, node.ends = value, true
	}
}

// addLines enters every phrase of a table: phrases are separated by commas and
// line breaks.
func (p *phrases[T]) addLines(table string, value T) {
	for _, phrase := range strings.FieldsFunc(table, func(r rune) bool { return r == ',' || r == '\n' }) {
		p.add(strings.TrimSpace(phrase), value)
	}
}

// longest finds the longest phrase that begins at words[i]: its value and its
// length in words, 0 where none does.
func (p *phrases[T]) longest(words []word, i int) (value T, length int) {
	node := p
	for n := 0; i+n < len(words); n++ {
		w := words[i+n]
		node = node.next[w.Folded]
		if node == nil || w.Marked() && !slices.Contains(node.toned, w.Toned) {
			return value, length
		}
		if node.ends {
			value, length = node.value, n+1
		}
	}
	return value, length
}

// eachWord visits every word that stands in any phrase, with its marks.
func (p *phrases[T]) eachWord(visit func(index.Word)) {
	for folded, child := range p.next {
		for _, toned := range child.toned {
			visit(index.Word{Folded: folded, Toned: toned})
		}
		child.eachWord(visit)
	}
}
