package question

import "cchcbot/index"

// understood are the concepts that words stand for, words that were taken for
// an agency, a place or a time left aside.
func (r *Reader) understood(words []word) []index.ConceptMention {
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

// conceptLength is the length of the concept that begins at word i, 0 where
// none does.
func conceptLength(concepts []index.ConceptMention, i int) int {
	for _, m := range concepts {
		if m.From == i {
			return m.To - m.From
		}
	}
	return 0
}

// wellTyped marks the words that make up a concept as it is written: they are
// no slips of typing.
func (r *Reader) wellTyped(words []index.Word) []bool {
	typed := make([]bool, len(words))
	for _, m := range r.concepts.Find(words, nil) {
		for i := m.From; i < m.To; i++ {
			typed[i] = m.Sure == 1
		}
	}
	return typed
}

// onlyGeneral reports whether words are nothing but what fits nearly every unit.
func (r *Reader) onlyGeneral(words []word) bool {
	for i := 0; i < len(words); {
		_, n := r.generals.longest(words, i)
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}
