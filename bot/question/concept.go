package question

import (
	"slices"

	"cchcbot/index"
)

// understood are the concepts that words stand for, words that were taken for
// an agency, a place or a time left aside.
func (r *speller) understood(words []word) []index.ConceptMention {
	return r.concepts.Find(plain(words), func(i int) bool { return words[i].use != taken })
}

// plain are words without what they are for.
func plain(words []word) []index.Word {
	list := make([]index.Word, len(words))
	for i, w := range words {
		list[i] = w.Word
	}
	return list
}

// keepConcepts makes a topic of what people say for a concept where all its words
// were taken for filling.
func keepConcepts(words []word, concepts []index.ConceptMention) {
	for _, m := range concepts {
		phrase := words[m.From:m.To]
		if !m.Formal && len(phrase) > 1 && !slices.ContainsFunc(phrase, func(w word) bool { return w.use != filler }) {
			for i := range phrase {
				phrase[i].use = topic
			}
		}
	}
}

// wellTyped marks the words that make up a concept as it is written: they are
// no slips of typing.
func (r *speller) wellTyped(words []index.Word) []bool {
	typed := make([]bool, len(words))
	for _, m := range r.concepts.Find(words, nil) {
		for i := m.From; i < m.To; i++ {
			typed[i] = m.Sure == 1
		}
	}
	return typed
}
