package question

import (
	"strings"

	"cchcbot/index"
)

// phrases finds runs of folded words in a sentence, the longest first.
type phrases[T any] struct {
	next  map[string]*phrases[T]
	value T
	ends  bool
}

// add enters a phrase, given with or without marks. The first value of a
// phrase stays.
func (p *phrases[T]) add(phrase string, value T) {
	node := p
	for _, w := range index.Words(phrase, nil) {
		if node.next == nil {
			node.next = map[string]*phrases[T]{}
		}
		child := node.next[w.Folded]
		if child == nil {
			child = &phrases[T]{}
			node.next[w.Folded] = child
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
		node = node.next[words[i+n].Folded]
		if node == nil {
			return value, length
		}
		if node.ends {
			value, length = node.value, n+1
		}
	}
	return value, length
}

// eachWord visits every folded word that stands in any phrase.
func (p *phrases[T]) eachWord(visit func(string)) {
	for w, child := range p.next {
		visit(w)
		child.eachWord(visit)
	}
}
