package question

import (
	"strconv"
	"strings"

	"cchcbot/index"
	"cchcbot/index/vi"
)

// word is one word of a sentence on its way to being understood.
type word struct {
	index.Word
	typed string // as typed, where mending changed it: proper names are not mended
	use   use
}

// use is what a word turned out to be for.
type use int

const (
	topic   use = iota // what the question is about
	general            // fits nearly every unit: weighs little
	filler             // politeness, grammar
	taken              // understood as intent, agency, place or time
)

// emphasis is how much a word in a use counts in the search.
func (u use) emphasis() float64 {
	switch u {
	case topic:
		return 1
	case general:
		return 0.35
	case filler, taken:
		return 0
	}
	return 0
}

// split reads a text into words, mending how they were typed and writing out
// abbreviations. Marked tells whether they were typed with marks at all.
func (r *Reader) split(text string) (words []word, corrections []Correction, marked bool) {
	typed := index.Words(text, nil)
	marked = typedWithMarks(typed)
	spelt, origin, corrections := r.mend(typed)
	words = make([]word, 0, len(spelt)+8)
	named := 0 // words before this place belong to the name of an agency
	for i, w := range spelt {
		named = max(named, i+r.shortName(spelt[i:]))
		written := []index.Word{w}
		if i >= named {
			written = r.writeOut(spelt, i, w)
		}
		for _, long := range written {
			words = append(words, word{Word: long})
		}
		if t := typed[origin[i]]; len(written) == 1 && t.Toned != w.Toned {
			words[len(words)-1].typed = t.Toned
		}
	}
	return joinPercent(spokenNumbers(words)), corrections, marked
}

// typedWithMarks reports whether a sentence is typed with marks: a single word that
// carries one ("… năm 2024") does not tell of the others.
func typedWithMarks(words []index.Word) bool {
	n := 0
	for _, w := range words {
		if w.Marked() {
			n++
		}
	}
	return n > 0 && 5*n >= len(words)
}

// shortName is the length of an agency's short name that words begin with, in
// which nothing is written out: in "Sở GD&ĐT", GD is no "giai đoạn".
func (r *Reader) shortName(spelt []index.Word) int {
	words := make([]word, min(len(spelt), mostNameWords))
	for i := range words {
		words[i] = word{Word: spelt[i]}
	}
	if _, n := r.agencies.longest(words, 0); n > 1 {
		return n
	}
	return 0
}

// mostNameWords is the longest short name in words.
const mostNameWords = 8

// joinPercent makes one word of a number and "phần trăm", as documents write
// it.
func joinPercent(words []word) []word {
	joined := words[:0:len(words)]
	for i := 0; i < len(words); i++ {
		if strings.HasSuffix(words[i].Folded, "%") {
			percents(joined)
		}
		value, n := wholeNumber(words[i:])
		if end := i + n; n > 0 && end+1 < len(words) && words[end].Folded == "phan" && words[end+1].Folded == "tram" {
			percent := strconv.Itoa(value) + "%"
			percents(joined)
			joined = append(joined, word{Word: index.Word{Folded: percent, Toned: percent}})
			i = end + 1
			continue
		}
		joined = append(joined, words[i])
	}
	return joined
}

// percents makes percentages of the numbers that words end with: in "70, 60,
// 55%" all three are.
func percents(words []word) {
	for j := len(words) - 1; j >= 0 && plainNumber.MatchString(words[j].Folded); j-- {
		words[j].Folded += "%"
		words[j].Toned = words[j].Folded
	}
}

// writeOut gives the long form of an abbreviation, the word itself otherwise.
// Of several long forms, the one that the plan knows beside the next word wins.
func (r *Reader) writeOut(spelt []index.Word, i int, w index.Word) []index.Word {
	forms := r.abbreviations[w.Folded]
	if len(forms) == 0 || !w.Capitals && len(w.Folded) > 1 && vi.IsSyllable(w.Folded) && r.vocabulary.Knows(w.Folded) {
		return []index.Word{w}
	}
	best := index.Words(forms[0], nil)
	for _, form := range forms {
		long := index.Words(form, nil)
		if r.besideNeighbours(spelt, i, long) {
			return long
		}
	}
	return best
}

// besideNeighbours reports whether the plan knows a long form next to the
// words around place i.
func (r *Reader) besideNeighbours(spelt []index.Word, i int, long []index.Word) bool {
	return i > 0 && r.vocabulary.KnowsPair(spelt[i-1].Folded, long[0].Folded) ||
		i+1 < len(spelt) && r.vocabulary.KnowsPair(long[len(long)-1].Folded, spelt[i+1].Folded)
}
