package index

import (
	"context"
	"strings"
	"sync"
	"testing"

	"cchcbot/index/vi"
	"cchcbot/seeds"
	"cchcbot/seeds/plan"
)

// embedded reads the library of the house once for all tests.
var embedded = sync.OnceValues(func() (*seeds.Library, error) {
	library, _, err := seeds.Load()
	return library, err
})

// official are the abbreviations that stand in documents, as the index of the
// house is built with.
func official(library *seeds.Library) Abbreviations {
	table := Abbreviations{}
	for _, a := range library.Abbreviations {
		if !a.Informal && len(a.Long) == 1 {
			table[vi.Fold(vi.Normalize(a.Short))] = a.Long
		}
	}
	return table
}

var built = sync.OnceValues(func() (*Index, error) {
	library, err := embedded()
	if err != nil {
		return nil, err
	}
	return Build(library.Plans[0], library.Register, official(library), NewConcepts(library.Concepts, official(library)))
})

// library is the one of the house.
func library(t testing.TB) *seeds.Library {
	t.Helper()
	l, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// decision6004 is the index of the embedded plan, shared by all tests: it
// never changes.
func decision6004(t testing.TB) *Index {
	t.Helper()
	ix, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return ix
}

// asking makes a query of plain words, each of them topic.
func asking(text string) Query {
	var q Query
	for _, w := range Words(text, nil) {
		q.Terms = append(q.Terms, Term{Word: w, Emphasis: 1})
	}
	return q
}

// find searches the shared index.
func find(t testing.TB, q Query) []Hit {
	t.Helper()
	hits, err := decision6004(t).Search(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	return hits
}

func idsOf(hits []Hit) []string {
	ids := make([]string, len(hits))
	for i, h := range hits {
		ids[i] = h.Unit.ID
	}
	return ids
}

func unitIDs(units []plan.Unit) []string {
	ids := make([]string, len(units))
	for i, u := range units {
		ids[i] = u.ID
	}
	return ids
}

// folded is a text as a phone without Vietnamese keys types it.
func folded(text string) string { return vi.Fold(vi.Normalize(text)) }

// fields cuts a table into its lines and each line at its tabs or at "|",
// blank lines and comments left out.
func fields(table, separator string) [][]string {
	var rows [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, separator)
		for i := range row {
			row[i] = strings.TrimSpace(row[i])
		}
		rows = append(rows, row)
	}
	return rows
}
