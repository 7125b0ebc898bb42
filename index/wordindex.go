package index

import (
	"fmt"
	"strconv"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"

	"cchcbot/index/vi"
)

// The fields of the Bleve index.
const (
	fieldText     = "text"     // the unit's own words, folded
	fieldPairs    = "pairs"    // the same, in pairs of neighbours
	fieldRest     = "rest"     // cells, headings and footnotes, folded
	fieldSaid     = "said"     // what people call the unit, folded
	fieldConcepts = "concepts" // the ids of its concepts
	fieldFacts    = "facts"    // the facts that the unit holds, and its kind
)

// newWordIndex makes an empty Bleve index in memory. Nothing is stored in it
// but the terms: texts come from the plan.
func newWordIndex(abbreviations Abbreviations) (bleve.Index, error) {
	m := bleve.NewIndexMapping()
	m.ScoringModel = index.BM25Scoring
	if err := vi.AddAnalyzers(m, abbreviations); err != nil {
		return nil, fmt.Errorf("add analyzers: %w", err)
	}
	unit := bleve.NewDocumentStaticMapping()
	unit.AddFieldMappingsAt("text", termsOnly(fieldText, vi.Folded), termsOnly(fieldPairs, vi.FoldedPairs))
	unit.AddFieldMappingsAt("rest", termsOnly(fieldRest, vi.Folded))
	unit.AddFieldMappingsAt("said", termsOnly(fieldSaid, vi.Folded))
	unit.AddFieldMappingsAt(fieldConcepts, termsOnly(fieldConcepts, keyword.Name))
	facts := termsOnly(fieldFacts, keyword.Name)
	unit.AddFieldMappingsAt(fieldFacts, facts)
	unit.AddSubDocumentMapping("_all", bleve.NewDocumentDisabledMapping()) // no field of all fields
	m.DefaultMapping = unit
	words, err := bleve.NewUsing("", m, scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("open index in memory: %w", err)
	}
	return words, nil
}

func termsOnly(name, analyzer string) *mapping.FieldMapping {
	f := bleve.NewTextFieldMapping()
	f.Name = name
	f.Analyzer = analyzer
	f.Store = false
	f.IncludeInAll = false
	f.IncludeTermVectors = false
	f.DocValues = false
	return f
}

// document is what Bleve indexes of an entry.
func (e entry) document() map[string]any {
	facts := []string{kindFact(e.unit.Kind)}
	for _, f := range allFacts {
		if e.holds(f) {
			facts = append(facts, string(f))
		}
	}
	return map[string]any{"text": e.fields.text, "rest": e.fields.rest, "said": e.fields.said, fieldConcepts: e.fields.concepts, fieldFacts: facts}
}

func docID(ordinal int) string { return strconv.Itoa(ordinal) }
