package plan

import (
	"errors"
	"fmt"
)

// DocumentErrata are the errata of one document, and the problems of it that
// somebody has looked at.
type DocumentErrata struct {
	Document string    `yaml:"document"` // its number: "6004/QĐ-UBND"
	Errata   []Erratum `yaml:"errata"`
	Waived   []Waived  `yaml:"waived"`
}

// Waived is a problem that is none: the words are right, and nothing else can be
// made of them.
type Waived struct {
	Unit   string      `yaml:"unit"`
	Kind   ProblemKind `yaml:"kind"`
	Reason string      `yaml:"reason"`
}

// IsWaived reports whether an entry is about the problem.
func (p Problem) IsWaived(w Waived) bool { return p.Unit == w.Unit && p.Kind == w.Kind }

// LoadErrata reads the errata of all documents. An entry that says nothing,
// contradicts itself or has an unknown field is an error.
func LoadErrata(data []byte) ([]DocumentErrata, error) {
	var documents []DocumentErrata
	if err := decodeYAML(data, &documents); err != nil {
		return nil, fmt.Errorf("errata: %w", err)
	}
	for _, document := range documents {
		if document.Document == "" {
			return nil, errors.New("errata: a list without the number of its document")
		}
		for _, w := range document.Waived {
			if w.Unit == "" || w.Kind == "" || w.Reason == "" {
				return nil, fmt.Errorf("errata of %s: waived %q: unit, kind and reason must be given", document.Document, w.Unit)
			}
		}
		for _, e := range document.Errata {
			if err := e.check(); err != nil {
				return nil, fmt.Errorf("errata of %s: unit %q, %q: %w", document.Document, e.Unit, e.Scanned, err)
			}
		}
	}
	return documents, nil
}

// check finds an entry that cannot be applied.
func (e Erratum) check() error {
	switch {
	case e.Unit == "", e.Scanned == "", e.Reason == "":
		return errors.New("unit, scanned and reason must be given")
	case e.Kind == ErratumNoted && e.Corrected != "":
		return errors.New("what is only noted is not corrected")
	case e.Kind == ErratumCorrected && (e.Corrected == "" || e.Corrected == e.Scanned):
		return errors.New("a correction must change the words")
	case e.Kind != ErratumNoted && e.Kind != ErratumCorrected:
		return fmt.Errorf("unknown kind %q", e.Kind)
	}
	return nil
}
