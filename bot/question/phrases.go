package question

import (
	"slices"
	"strings"

	"cchcbot/index"
	"cchcbot/index/vi"
)

// phrases finds runs of folded words in a sentence, the longest first.
//
// A word of the sentence that carries marks must carry those of the phrase:
// "hài" is no "hai". One without marks may be either.
type phrases[T any] struct {
	next map[string]*phrases[T]
	ends []phrase[T] // phrases that end here, alike but for their marks
}

// phrase is one entry.
type phrase[T any] struct {
	toned []string
	value T
}

// add enters a phrase, given with or without marks. The first value of a
// phrase stays.
func (p *phrases[T]) add(phrase string, value T) { p.addWords(index.Words(phrase, nil), value) }

func (p *phrases[T]) addWords(words []index.Word, value T) {
	node := p
	toned := make([]string, len(words))
	for i, w := range words {
		toned[i] = w.Toned
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
	known := slices.ContainsFunc(node.ends, func(e phrase[T]) bool { return slices.Equal(e.toned, toned) })
	if node != p && !known {
		node.ends = append(node.ends, phrase[T]{toned, value})
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
		for _, e := range node.ends {
			if e.fits(words[i : i+n+1]) {
				value, length = e.value, n+1
				break
			}
		}
	}
	return value, length
}

// fits reports whether words carry the marks of the phrase, as far as they
// carry any.
func (e phrase[T]) fits(words []word) bool {
	for i, w := range words {
		if w.Marked() && w.Toned != e.toned[i] {
			return false
		}
	}
	return true
}

// eachWord visits every word that stands in any phrase, with its marks.
func (p *phrases[T]) eachWord(visit func(index.Word)) {
	for _, child := range p.next {
		for _, e := range child.ends {
			for _, toned := range e.toned {
				visit(index.Word{Folded: vi.Fold(toned), Toned: toned})
			}
		}
		child.eachWord(visit)
	}
}

// eachPhrase visits every phrase, its words with their marks.
func (p *phrases[T]) eachPhrase(visit func([]string)) {
	for _, e := range p.ends {
		visit(e.toned)
	}
	for _, child := range p.next {
		child.eachPhrase(visit)
	}
}
