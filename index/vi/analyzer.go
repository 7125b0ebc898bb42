package vi

import (
	"encoding/json"
	"fmt"
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/registry"
)

// Names of the analyzers that AddAnalyzers defines. A text is indexed in four
// fields, one for each of the first four. A question is analyzed by the last
// two for its words (set the Analyzer of the query), and by the analyzer of
// the field itself for phrases and pairs.
const (
	Toned       = "vi_toned"        // words with their marks
	Folded      = "vi_folded"       // words without marks
	TonedPairs  = "vi_toned_pairs"  // số_hóa
	FoldedPairs = "vi_folded_pairs" // so_hoa

	TonedQuestion  = "vi_toned_question"  // Toned without abbreviations
	FoldedQuestion = "vi_folded_question" // Folded without abbreviations
)

// Options say what an analyzer gives.
type Options struct {
	Folded        bool                // no marks
	Pairs         bool                // pairs of syllables instead of syllables
	Abbreviations map[string][]string // short form to long forms; may be nil
}

// NewAnalyzer builds an analyzer: Tokenizer, AbbreviationFilter, then
// NormalizeFilter or FoldFilter, then PairFilter.
func NewAnalyzer(o Options) (analysis.Analyzer, error) {
	a := analysis.DefaultAnalyzer{Tokenizer: Tokenizer{}}
	if len(o.Abbreviations) > 0 {
		filter, err := NewAbbreviationFilter(o.Abbreviations)
		if err != nil {
			return nil, err
		}
		a.TokenFilters = append(a.TokenFilters, filter)
	}
	if o.Folded {
		a.TokenFilters = append(a.TokenFilters, FoldFilter{})
	} else {
		a.TokenFilters = append(a.TokenFilters, NormalizeFilter{})
	}
	if o.Pairs {
		a.TokenFilters = append(a.TokenFilters, PairFilter{})
	}
	return &a, nil
}

// AddAnalyzers defines all analyzers of this package in a mapping.
func AddAnalyzers(m *mapping.IndexMappingImpl, abbreviations map[string][]string) error {
	if err := register(); err != nil {
		return fmt.Errorf("register the Vietnamese analyzer: %w", err)
	}
	for _, analyzer := range []struct {
		name    string
		options Options
	}{
		{Toned, Options{Abbreviations: abbreviations}},
		{Folded, Options{Folded: true, Abbreviations: abbreviations}},
		{TonedPairs, Options{Pairs: true, Abbreviations: abbreviations}},
		{FoldedPairs, Options{Folded: true, Pairs: true, Abbreviations: abbreviations}},
		{TonedQuestion, Options{}},
		{FoldedQuestion, Options{Folded: true}},
	} {
		if err := m.AddCustomAnalyzer(analyzer.name, config(analyzer.options)); err != nil {
			return fmt.Errorf("define analyzer %s: %w", analyzer.name, err)
		}
	}
	return nil
}

// analyzerType is the name by which Bleve's registry knows the constructor.
const analyzerType = "vi"

// register tells Bleve of the constructor, once in a process: a mapping can
// only name analyzers of types that Bleve's registry knows.
var register = sync.OnceValue(func() error {
	return registry.RegisterAnalyzer(analyzerType, construct)
})

// config and construct are two ends of one line: Bleve hands options from the
// mapping to the constructor as a map, which may have been JSON in between.
func config(o Options) map[string]any {
	return map[string]any{
		"type":          analyzerType,
		"folded":        o.Folded,
		"pairs":         o.Pairs,
		"abbreviations": o.Abbreviations,
	}
}

func construct(config map[string]any, _ *registry.Cache) (analysis.Analyzer, error) {
	data, err := json.Marshal(config)
	if err != nil {
		return nil, fmt.Errorf("read the options of the analyzer: %w", err)
	}
	var o Options
	if err := json.Unmarshal(data, &o); err != nil {
		return nil, fmt.Errorf("read the options of the analyzer: %w", err)
	}
	return NewAnalyzer(o)
}
