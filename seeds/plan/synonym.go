package plan

import (
	"errors"
	"fmt"
)

// Synonym relates how people say something to how documents say it.
type Synonym struct {
	Said   []string `yaml:"said"`   // as people say it
	Meant  []string `yaml:"meant"`  // as documents say it
	Reason string   `yaml:"reason"` // why the two mean the same
}

// LoadSynonyms reads the list of synonyms. An unknown field or an entry that
// says nothing is an error.
func LoadSynonyms(data []byte) ([]Synonym, error) {
	var list []Synonym
	if err := decodeYAML(data, &list); err != nil {
		return nil, fmt.Errorf("synonyms: %w", err)
	}
	for i, s := range list {
		if len(s.Said) == 0 || len(s.Meant) == 0 || s.Reason == "" {
			return nil, fmt.Errorf("synonym %d (%q): %w", i+1, s.Said, errors.New("said, meant and reason must be given"))
		}
	}
	return list, nil
}
