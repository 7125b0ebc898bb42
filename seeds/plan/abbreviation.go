package plan

import (
	"errors"
	"fmt"
	"strings"
)

// Abbreviation is a short form and what it stands for.
type Abbreviation struct {
	Short    string   `yaml:"short" json:"short"`                 // "CCHC"
	Long     []string `yaml:"long" json:"long"`                   // its meanings, the usual one first
	Source   string   `yaml:"source" json:"source"`               // where the document explains it, or who writes so
	Informal bool     `yaml:"informal" json:"informal,omitempty"` // shorthand of messages, never printed in a document
}

// LoadAbbreviations reads the list of abbreviations. An unknown field, a
// short form that is there twice, whatever its case, or an empty one is an error.
func LoadAbbreviations(data []byte) ([]Abbreviation, error) {
	var list []Abbreviation
	if err := decodeYAML(data, &list); err != nil {
		return nil, fmt.Errorf("abbreviations: %w", err)
	}
	seen := make(map[string]bool, len(list))
	for _, a := range list {
		if err := a.check(); err != nil {
			return nil, fmt.Errorf("abbreviation %q: %w", a.Short, err)
		}
		key := strings.ToLower(a.Short)
		if seen[key] {
			return nil, fmt.Errorf("abbreviation %q is there twice: give one entry all meanings", a.Short)
		}
		seen[key] = true
	}
	return list, nil
}

// check finds an entry that says nothing.
func (a Abbreviation) check() error {
	if a.Short == "" || a.Source == "" || len(a.Long) == 0 {
		return errors.New("short, long and source must be given")
	}
	for _, long := range a.Long {
		if long == "" || long == a.Short {
			return fmt.Errorf("a long form is empty or the short one: %q", long)
		}
	}
	return nil
}
