package plan

import (
	"errors"
	"fmt"
	"slices"
)

// Concept is a thing of public administration and the words for it.
type Concept struct {
	ID       string   `yaml:"id"`       // "bao-chi"
	Formal   []string `yaml:"formal"`   // as documents print it
	Everyday []string `yaml:"everyday"` // as people say it
	Reason   string   `yaml:"reason"`   // why the words mean the same
}

// LoadConcepts reads the register of concepts. An unknown field, an entry that
// says nothing, an id given twice and a word given twice in a concept are errors. A
// word may stand for several concepts.
func LoadConcepts(data []byte) ([]Concept, error) {
	var list []Concept
	if err := decodeYAML(data, &list); err != nil {
		return nil, fmt.Errorf("concepts: %w", err)
	}
	ids := map[string]bool{}
	for i, c := range list {
		if c.ID == "" || len(c.Formal) == 0 || len(c.Everyday) == 0 || c.Reason == "" {
			return nil, fmt.Errorf("concept %d (%q): %w", i+1, c.ID, errors.New("id, formal, everyday and reason must be given"))
		}
		if ids[c.ID] {
			return nil, fmt.Errorf("concept %d (%q): the id stands twice", i+1, c.ID)
		}
		ids[c.ID] = true
		words := c.Words()
		slices.Sort(words)
		for n := 1; n < len(words); n++ {
			if words[n] == words[n-1] {
				return nil, fmt.Errorf("concept %q: %q stands twice", c.ID, words[n])
			}
		}
	}
	return list, nil
}

// Words are the formal and the everyday words.
func (c Concept) Words() []string {
	words := make([]string, 0, len(c.Formal)+len(c.Everyday))
	return append(append(words, c.Formal...), c.Everyday...)
}
