package index

import (
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"cchcbot/seeds/plan"
)

// How much a word counts by where it stands in a unit. The text of the task
// itself is what people ask about; the rest helps to tell near twins apart.
const (
	weightText     = 1.0
	weightProduct  = 0.6
	weightDeadline = 0.35
	weightParty    = 0.3
	weightHeading  = 0.3
	weightFootnote = 0.4
)

// openingWords of a unit say what it is about.
const openingWords = 9

// entry is what the index keeps of a unit.
type entry struct {
	unit      plan.Unit
	terms     map[string]float64 // folded word → weight of the best field that holds it
	toned     map[string]bool    // words with marks, as they stand
	pairs     map[string]float64 // pairs of neighbours, folded
	spelt     map[string]bool    // pairs of neighbours, as they stand
	counted   map[string]bool    // what its numbers count, folded
	said      map[string]bool    // words that people speak of it with and that it lacks, folded
	saidPairs map[string]bool    // pairs of neighbours in what people say
	opening   []string           // its first words, folded
	concepts  map[int]float64    // concept → weight of the best field that speaks of it
	citations []Citation
	figure    bool // holds a number that can be a target
	address   bool // says where something is sent
	fields    wordFields
}

// wordFields are the texts handed to Bleve.
type wordFields struct {
	text, rest, said string
	concepts         []string
}

// entryReader is what units are read with.
type entryReader struct {
	abbreviations Abbreviations
	concepts      *Concepts
	alike         bool // a word counts the same wherever it stands
}

// newEntries reads all units of a plan, on all processors.
func newEntries(p *plan.Plan, reader entryReader) []entry {
	entries := make([]entry, len(p.Units))
	var next atomic.Int64
	var readers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		readers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(entries); i = int(next.Add(1)) - 1 {
				entries[i] = reader.entry(p, p.Units[i])
			}
		})
	}
	readers.Wait()
	return entries
}

// entry reads a unit.
func (reader entryReader) entry(p *plan.Plan, u plan.Unit) entry {
	e := entry{
		unit:      u,
		terms:     map[string]float64{},
		toned:     map[string]bool{},
		pairs:     map[string]float64{},
		spelt:     map[string]bool{},
		said:      map[string]bool{},
		saidPairs: map[string]bool{},
		concepts:  map[int]float64{},
		citations: Citations(u.Text + " " + footnotes(u)),
		figure:    holdsFigure(u),
		address:   holdsAddress(u),
	}
	text := Words(u.Text, reader.abbreviations)
	e.counted = countedIn(text)
	for _, w := range text[:min(len(text), openingWords)] {
		e.opening = append(e.opening, w.Folded)
	}
	e.add(text, weightText)
	e.speak(reader.concepts, text, weightText)
	rest := []struct {
		text   string
		weight float64
	}{
		{u.Product, weightProduct},
		{u.Deadline.Words, weightDeadline},
		{u.Lead, weightParty},
		{u.Support, weightParty},
		{headingText(p, u), weightHeading},
		{footnotes(u), weightFootnote},
	}
	e.fields.text = strings.ReplaceAll(u.Text, "@", " ") // parts of an address are asked for by themselves
	for _, r := range rest {
		if reader.alike {
			r.weight = weightText
		}
		words := Words(r.text, reader.abbreviations)
		e.add(words, r.weight)
		e.speak(reader.concepts, words, r.weight)
		e.fields.rest += r.text + "\n"
	}
	e.fields.said = strings.Join(u.Said, "\n")
	for _, phrase := range u.Said {
		e.say(Words(phrase, reader.abbreviations))
	}
	return e
}

// say counts a phrase that people speak of the unit with.
func (e *entry) say(words []Word) {
	for i, w := range words {
		e.said[w.Folded] = true
		if i > 0 {
			e.saidPairs[pairOf(words[i-1].Folded, w.Folded)] = true
		}
	}
}

// speak counts the concepts of words into the entry; the best field wins.
func (e *entry) speak(concepts *Concepts, words []Word, weight float64) {
	for _, m := range concepts.All(words, nil) {
		if !m.Formal && m.To-m.From < 2 {
			continue // a word of speech is another in a document
		}
		if _, known := e.concepts[m.concept]; !known {
			e.fields.concepts = append(e.fields.concepts, m.ID)
		}
		e.concepts[m.concept] = max(e.concepts[m.concept], weight)
	}
}

// add counts words into the entry; the best field wins.
func (e *entry) add(words []Word, weight float64) {
	for i, w := range words {
		e.terms[w.Folded] = max(e.terms[w.Folded], weight)
		e.toned[w.Toned] = true
		if i > 0 {
			pair := pairOf(words[i-1].Folded, w.Folded)
			e.pairs[pair] = max(e.pairs[pair], weight)
			e.spelt[pairOf(words[i-1].Toned, w.Toned)] = true
		}
	}
}

func footnotes(u plan.Unit) string {
	texts := make([]string, len(u.Footnotes))
	for i, f := range u.Footnotes {
		texts[i] = f.Text
	}
	return strings.Join(texts, " ")
}

// headingText is the text of the headings above a unit.
func headingText(p *plan.Plan, u plan.Unit) string {
	var above []string
	for id := u.Heading; id != ""; {
		h, ok := p.Unit(id)
		if !ok || h.Kind != plan.KindHeading {
			break
		}
		above = append(above, h.Text)
		id = h.Heading
	}
	return strings.Join(above, " ")
}
