package question

import (
	"slices"
	"strings"

	"cchcbot/index"
	"cchcbot/index/vi"
)

// speller mends slips of typing by the words of the plan and of speech.
type speller struct {
	asTyped    bool
	vocabulary *index.Vocabulary
	concepts   *index.Concepts
	known      map[string]bool // folded words that need no mending
	toned      map[string]bool // words with marks outside the plan
	common     map[string]bool // of these, words of speech rather than of the plan
	right      map[string]bool // words with their marks that are never read as others
	speech     map[string]bool // the same with their marks
	byLength   [][]string      // words of the plan by length, for mending
	shortForms []string        // short forms that are no syllables, for mending
	spoken     spokenPairs     // neighbours in the phrases that questions are read by
}

// learn gathers the words that need no mending.
func (r *Reader) learn() {
	r.known, r.common, r.speech = map[string]bool{}, map[string]bool{}, map[string]bool{}
	r.byLength = make([][]string, 12)
	r.vocabulary.Each(func(folded string, _ int) {
		r.known[folded] = true
		if n := len(folded); n >= 2 && n < len(r.byLength) && !hasDigits(folded) {
			r.byLength[n] = append(r.byLength[n], folded)
		}
	})
	for _, roman := range append(sections, furtherRoman...) {
		r.known[roman] = true
	}
	for short := range r.abbreviations {
		r.known[short] = true
		if len(short) > 3 && !strings.Contains(short, " ") && !vi.IsSyllable(short) && !hasDigits(short) {
			r.shortForms = append(r.shortForms, short)
		}
	}
	slices.Sort(r.shortForms)
	r.toned = map[string]bool{}
	for _, w := range index.Words(numberWords, nil) {
		r.known[w.Folded], r.toned[w.Toned] = true, true
	}
	speech := func(w index.Word) {
		r.known[w.Folded], r.common[w.Folded], r.toned[w.Toned], r.speech[w.Toned] = true, true, true, true
	}
	mendable := func(w index.Word) {
		if n := len(w.Folded); n > 3 && n < len(r.byLength) && !r.known[w.Folded] {
			r.byLength[n] = append(r.byLength[n], w.Folded)
		}
		speech(w)
	}
	r.cues.eachWord(mendable)
	r.fillers.eachWord(mendable)
	r.relative.eachWord(speech)
	r.placeWords.eachWord(speech)
	for _, known := range []interface{ eachWord(func(index.Word)) }{r.agencies, r.synonyms, r.topics, r.generals, r.everyday} {
		known.eachWord(func(w index.Word) { r.known[w.Folded], r.toned[w.Toned] = true, true })
	}
	r.spoken = spokenPairs{}
	for _, known := range []interface{ eachPhrase(func([]string)) }{r.cues, r.fillers, r.agencies, r.synonyms, r.topics, r.generals, r.partNames} {
		known.eachPhrase(r.spoken.add)
	}
	for _, words := range r.byLength {
		slices.Sort(words) // of equals the first is read, in every run the same
	}
}
