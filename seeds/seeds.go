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

	common *plan.Common   // what the issuers without a register of their own have
	own    map[string]own // by the number of the document
}

// own is what is known of one document alone.
type own struct {
	errata    []plan.Erratum
	waived    []plan.Waived
	phrasings []plan.Phrasing
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
		read, _, found, err := library.Open(name, text, Options{})
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
		library.Plans = append(library.Plans, read)
		problems = append(problems, found...)
	}
	slices.SortStableFunc(library.Plans, func(a, b *plan.Plan) int { return cmp.Compare(b.Year, a.Year) })
	return library, problems, nil
}

// loadRegisters reads everything but the documents.
func loadRegisters() (*Library, error) {
	agencies, err := readAll("agencies.yaml", "groups.yaml")
	if err != nil {
		return nil, err
	}
	library := &Library{own: map[string]own{}}
	if library.Register, err = plan.LoadRegister(agencies[0], agencies[1]); err != nil {
		return nil, fmt.Errorf("load register: %w", err)
	}
	for _, step := range []func() error{
		loading("common.yaml", plan.LoadCommon, &library.common),
		loading("abbreviations.yaml", plan.LoadAbbreviations, &library.Abbreviations),
		loading("synonyms.yaml", plan.LoadSynonyms, &library.Synonyms),
		loading("calendar.yaml", plan.LoadCalendar, &library.Calendar),
		loading("concepts.yaml", plan.LoadConcepts, &library.Concepts),
		library.loadOwn,
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return library, nil
}

// loading reads one register into its place.
func loading[T any](name string, load func([]byte) (T, error), into *T) func() error {
	return func() error {
		data, err := readAll(name)
		if err != nil {
			return err
		}
		if *into, err = load(data[0]); err != nil {
			return fmt.Errorf("load %s: %w", name, err)
		}
		return nil
	}
}

// loadOwn reads what is known of single documents.
func (library *Library) loadOwn() error {
	var errata []plan.DocumentErrata
	var phrasings []plan.DocumentPhrasings
	for _, step := range []func() error{
		loading("errata.yaml", plan.LoadErrata, &errata),
		loading("phrasings.yaml", plan.LoadPhrasings, &phrasings),
	} {
		if err := step(); err != nil {
			return err
		}
	}
	for _, d := range errata {
		library.own[d.Document] = own{errata: d.Errata, waived: d.Waived}
	}
	for _, d := range phrasings {
		o := library.own[d.Document]
		o.phrasings = d.Phrasings
		library.own[d.Document] = o
	}
	return nil
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
