package plan

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// DocumentErrata are the errata of one document.
type DocumentErrata struct {
	Document string    `yaml:"document"` // its number: "6004/QĐ-UBND"
	Errata   []Erratum `yaml:"errata"`
}

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

// correct applies the errata. One that finds its words no more is reported;
// those that find no unit are one problem together, as a text that was cut
// lacks many.
func (r *reader) correct(errata []Erratum) {
	places := make(map[string]int, len(r.plan.Units))
	for i, u := range r.plan.Units {
		places[u.ID] = i
	}
	var missing []string
	for _, e := range errata {
		i, ok := places[e.Unit]
		if !ok {
			if !slices.Contains(missing, e.Unit) {
				missing = append(missing, e.Unit)
			}
			continue
		}
		u := &r.plan.Units[i]
		if !u.apply(e) {
			r.report(u.Lines[0].First, "erratum %q does not match the words of %s", e.Scanned, e.Unit)
		}
	}
	if len(missing) > 0 {
		r.report(0, "units that errata are listed for are not there, is the text cut? %s", strings.Join(missing, ", "))
	}
}

// Correct applies the errata of a document that was read elsewhere, and reports
// those that match nothing.
func (p *Plan) Correct(file string, errata []Erratum) []Problem {
	r := &reader{file: file, plan: p}
	r.correct(errata)
	return r.problems
}

// apply corrects or notes an erratum in every field; it reports whether the
// words were there.
func (u *Unit) apply(e Erratum) bool {
	scanned := norm.NFC.String(e.Scanned)
	scannedText, found := u.Text, false
	for _, field := range u.texts() {
		if !strings.Contains(*field, scanned) {
			continue
		}
		found = true
		if e.Kind == ErratumCorrected {
			*field = strings.ReplaceAll(*field, scanned, norm.NFC.String(e.Corrected))
		}
	}
	switch {
	case !found:
		return false
	case e.Kind == ErratumNoted:
		u.Notes = append(u.Notes, e)
		return true
	case u.Text != scannedText && u.Scanned == "":
		u.Scanned = scannedText
	}
	u.Corrections = append(u.Corrections, e)
	return true
}

// texts are the fields that hold words of the document.
func (u *Unit) texts() []*string {
	fields := []*string{&u.Text, &u.Product, &u.Lead, &u.Support, &u.Deadline.Words}
	for i := range u.Footnotes {
		fields = append(fields, &u.Footnotes[i].Text)
	}
	return fields
}
