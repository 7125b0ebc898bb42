package plan

import (
	"errors"
	"fmt"
)

// DocumentPhrasings are the phrasings of one document.
type DocumentPhrasings struct {
	Document  string     `yaml:"document"` // its number: "6004/QĐ-UBND"
	Phrasings []Phrasing `yaml:"phrasings"`
}

// Phrasing is how people speak of units that are on one matter.
type Phrasing struct {
	Units []string `yaml:"units"` // ids
	Said  []string `yaml:"said"`  // in words that do not stand in the units
}

// LoadPhrasings reads the phrasings of all documents. An entry that says
// nothing or has an unknown field is an error.
func LoadPhrasings(data []byte) ([]DocumentPhrasings, error) {
	var documents []DocumentPhrasings
	if err := decodeYAML(data, &documents); err != nil {
		return nil, fmt.Errorf("phrasings: %w", err)
	}
	for _, document := range documents {
		if document.Document == "" {
			return nil, errors.New("phrasings: a list without the number of its document")
		}
		for i, p := range document.Phrasings {
			if len(p.Units) == 0 || len(p.Said) == 0 {
				return nil, fmt.Errorf("phrasings of %s: entry %d: %w", document.Document, i+1, errors.New("units and said must be given"))
			}
		}
	}
	return documents, nil
}

// Phrase gives the units of a plan what people call them. Entries for units
// that the plan lacks change nothing: a document may have been cut.
func (p *Plan) Phrase(phrasings []Phrasing) {
	said := map[string][]string{}
	for _, entry := range phrasings {
		for _, id := range entry.Units {
			said[id] = append(said[id], entry.Said...)
		}
	}
	for i := range p.Units {
		p.Units[i].Said = said[p.Units[i].ID]
	}
}
