// Package index finds the units of one plan: by words, by number, by the
// documents they cite, by the agency they address and by the time they are due.
//
// In: a plan.Plan and the registers. Out: units with a score and the reasons
// for it. The index is derived data, built in memory at start; it knows no
// sentence, no chat and no store. A program that has several plans builds one
// Index a plan, so that a question costs the same however many are loaded.
package index

import (
	"fmt"
	"maps"
	"sync"

	"github.com/blevesearch/bleve/v2"

	"cchcbot/seeds/plan"
)

// Index is a plan made searchable. It is safe for concurrent use.
type Index struct {
	plan     *plan.Plan
	register *plan.Register
	left     []Component // left out of the search
	words    bleve.Index
	entries  []entry
	ordinal  map[string]int // unit id → place in entries
	vocab    *Vocabulary
	said     map[string]bool // words of phrasings, folded
	known    *Concepts       // nil where concepts are left out
	concepts []float64       // how rare each concept is among the units, 0 where none carries it
}

// Build reads every unit of p into a new Index. Abbreviations are written out
// in the texts, so that short and long forms find each other. Concepts may be
// nil. Components are left out for evaluations only.
func Build(p *plan.Plan, register *plan.Register, abbreviations Abbreviations, concepts *Concepts, without ...Component) (*Index, error) {
	words, err := newWordIndex(abbreviations)
	if err != nil {
		return nil, fmt.Errorf("index plan %s: %w", p.Number, err)
	}
	ix := &Index{plan: p, register: register, left: without, words: words, ordinal: map[string]int{}, said: map[string]bool{}}
	if ix.without(ComponentConcepts) {
		concepts = nil
	}
	ix.known = concepts
	ix.entries = newEntries(p, entryReader{abbreviations, concepts, ix.without(ComponentFields)})
	for i, e := range ix.entries {
		ix.ordinal[e.unit.ID] = i
		if !ix.without(ComponentPhrasings) {
			maps.Copy(ix.said, e.said)
		}
	}
	var counting sync.WaitGroup
	counting.Go(func() { ix.vocab = newVocabulary(ix.entries) }) // while Bleve reads the same
	ix.weighConcepts(concepts)
	err = ix.fill()
	counting.Wait()
	if err != nil {
		return nil, err
	}
	if ix.without(ComponentRarity) {
		ix.vocab.weights = map[string]float64{}
	}
	return ix, nil
}

// fill hands the entries to Bleve.
func (ix *Index) fill() error {
	batch := ix.words.NewBatch()
	for i, e := range ix.entries {
		if err := batch.Index(docID(i), e.document()); err != nil {
			return fmt.Errorf("index unit %s of plan %s: %w", e.unit.ID, ix.plan.Number, err)
		}
	}
	if err := ix.words.Batch(batch); err != nil {
		return fmt.Errorf("index plan %s: %w", ix.plan.Number, err)
	}
	return nil
}

// Close frees the index.
func (ix *Index) Close() error {
	if err := ix.words.Close(); err != nil {
		return fmt.Errorf("close index: %w", err)
	}
	return nil
}

// Plan is the plan that was indexed.
func (ix *Index) Plan() *plan.Plan { return ix.plan }

// Register is the register that the plan's parties refer to.
func (ix *Index) Register() *plan.Register { return ix.register }

// Vocabulary is what the words of the plan are.
func (ix *Index) Vocabulary() *Vocabulary { return ix.vocab }

// Unit finds a unit by its id.
func (ix *Index) Unit(id string) (plan.Unit, bool) {
	i, ok := ix.ordinal[id]
	if !ok {
		return plan.Unit{}, false
	}
	return ix.entries[i].unit, true
}

// Under lists the units that stand directly under a heading, in the order of
// the document.
func (ix *Index) Under(heading string) []plan.Unit {
	var units []plan.Unit
	for _, e := range ix.entries {
		if e.unit.Heading == heading {
			units = append(units, e.unit)
		}
	}
	return units
}

// Says reports whether people speak of a unit with a word, given folded, that
// it need not hold itself.
func (ix *Index) Says(id, folded string) bool {
	i, ok := ix.ordinal[id]
	return ok && ix.said[folded] && ix.entries[i].said[folded]
}
