// Package seeds holds the documents and the registers as data, embedded.
//
// In: nothing but the files beside it, and texts of further documents. Out: a
// Library of the plans as read and the Problems met in reading. It decides
// nothing about the words: package plan reads them.
package seeds

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"slices"

	"cchcbot/seeds/plan"
)

//go:embed *.txt *.yaml
var files embed.FS

// Library is all that the house knows: the registers and the plans.
type Library struct {
	Register      *plan.Register
	Abbreviations []plan.Abbreviation
	Synonyms      []plan.Synonym
	Concepts      []plan.Concept
	Calendar      *plan.Calendar
	Plans         []*plan.Plan  // the one that answers without a hint first, then the newest year
	Beside        []*plan.Plan  // others in force
	Shelved       []plan.Volume // older ones that are read when they are asked for

	common    *plan.Common               // what the issuers without a register of their own have
	errata    map[string][]plan.Erratum  // by the number of the document
	phrasings map[string][]plan.Phrasing // the same
}

// Volumes are all plans of the library, those in force first.
func (library *Library) Volumes() []plan.Volume {
	var all []plan.Volume
	for _, p := range slices.Concat(library.Plans, library.Beside) {
		all = append(all, plan.Volume{About: p, Open: func() (*plan.Plan, error) { return p, nil }})
	}
	return append(all, library.Shelved...)
}

// Load reads the embedded registers and documents. The Problems are those of
// the documents; the error is a register that cannot be used.
func Load() (*Library, []plan.Problem, error) {
	library, err := loadRegisters()
	if err != nil {
		return nil, nil, err
	}
	names, err := fs.Glob(files, "*.txt")
	if err != nil {
		return nil, nil, fmt.Errorf("list documents: %w", err)
	}
	var problems []plan.Problem
	for _, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, nil, fmt.Errorf("read document: %w", err)
		}
		read, found := library.Read(name, string(text))
		library.Plans = append(library.Plans, read)
		problems = append(problems, found...)
	}
	slices.SortStableFunc(library.Plans, func(a, b *plan.Plan) int { return cmp.Compare(b.Year, a.Year) })
	return library, problems, nil
}

// Read reads a document with the registers of the library. Known scan errors
// are corrected, and phrasings given, only in the document whose number they are
// listed under. The
// plan does not become one of library.Plans.
func (library *Library) Read(name, text string) (*plan.Plan, []plan.Problem) {
	source := plan.Source{Name: name, Text: text}
	read, problems := plan.Parse(source, library.Register, library.errata[source.Number()])
	read.Phrase(library.phrasings[source.Number()])
	read.Issuer = ownCommittee
	return read, problems
}

// loadRegisters reads everything but the documents.
func loadRegisters() (*Library, error) {
	data, err := readAll("agencies.yaml", "groups.yaml", "abbreviations.yaml", "errata.yaml", "synonyms.yaml", "calendar.yaml", "phrasings.yaml", "common.yaml", "concepts.yaml")
	if err != nil {
		return nil, err
	}
	register, err := plan.LoadRegister(data[0], data[1])
	if err != nil {
		return nil, fmt.Errorf("load register: %w", err)
	}
	abbreviations, err := plan.LoadAbbreviations(data[2])
	if err != nil {
		return nil, fmt.Errorf("load abbreviations.yaml: %w", err)
	}
	documents, err := plan.LoadErrata(data[3])
	if err != nil {
		return nil, fmt.Errorf("load errata.yaml: %w", err)
	}
	synonyms, err := plan.LoadSynonyms(data[4])
	if err != nil {
		return nil, fmt.Errorf("load synonyms.yaml: %w", err)
	}
	calendar, err := plan.LoadCalendar(data[5])
	if err != nil {
		return nil, fmt.Errorf("load calendar.yaml: %w", err)
	}
	errata := make(map[string][]plan.Erratum, len(documents))
	for _, document := range documents {
		errata[document.Document] = document.Errata
	}
	spoken, err := plan.LoadPhrasings(data[6])
	if err != nil {
		return nil, fmt.Errorf("load phrasings.yaml: %w", err)
	}
	phrasings := make(map[string][]plan.Phrasing, len(spoken))
	for _, document := range spoken {
		phrasings[document.Document] = document.Phrasings
	}
	common, err := plan.LoadCommon(data[7])
	if err != nil {
		return nil, fmt.Errorf("load common.yaml: %w", err)
	}
	concepts, err := plan.LoadConcepts(data[8])
	if err != nil {
		return nil, fmt.Errorf("load concepts.yaml: %w", err)
	}
	return &Library{
		Register: register, Abbreviations: abbreviations, Synonyms: synonyms, Concepts: concepts, Calendar: calendar,
		common: common, errata: errata, phrasings: phrasings,
	}, nil
}

// readAll reads embedded files.
func readAll(names ...string) ([][]byte, error) {
	data := make([][]byte, len(names))
	for i, name := range names {
		content, err := files.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read register: %w", err)
		}
		data[i] = content
	}
	return data, nil
}
