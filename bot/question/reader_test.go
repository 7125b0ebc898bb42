package question

import (
	"sync"
	"testing"
	"time"

	"cchcbot/index"
	"cchcbot/index/vi"
	"cchcbot/seeds"
)

// house is the Reader that the tests share.
var house = sync.OnceValues(newHouse)

// newHouse makes a Reader of the embedded plan, with all that the house knows of
// words.
func newHouse() (*Reader, error) {
	library, _, err := seeds.Load()
	if err != nil {
		return nil, err
	}
	documents, people := index.Abbreviations{}, index.Abbreviations{}
	for _, a := range library.Abbreviations {
		short := folded(a.Short)
		people[short] = append(people[short], a.Long...)
		if !a.Informal && len(a.Long) == 1 {
			documents[short] = a.Long
		}
	}
	p := library.Plans[0]
	concepts := index.NewConcepts(library.Concepts, documents)
	ix, err := index.Build(p, library.Register, documents, concepts)
	if err != nil {
		return nil, err
	}
	var synonyms []Synonym
	for _, s := range library.Synonyms {
		for _, said := range s.Said {
			synonyms = append(synonyms, Synonym{Said: said, Meant: s.Meant})
		}
	}
	return NewReader(Lexicon{
		Register:      library.Register,
		Abbreviations: people,
		Synonyms:      synonyms,
		Concepts:      concepts,
		Vocabulary:    ix.Vocabulary(),
		PlanYear:      p.Year,
		PlanNumber:    p.Number,
	}), nil
}

// reader is the one of the house, shared by all tests.
func reader(t testing.TB) *Reader {
	t.Helper()
	r, err := house()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// spring is the day on which questions are asked unless a test says another:
// a Tuesday in the first quarter of the plan's year.
var spring = on(2024, time.March, 5)

func on(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 9, 30, 0, 0, time.FixedZone("Asia/Ho_Chi_Minh", 7*60*60))
}

// ask reads a question asked in spring.
func ask(t testing.TB, text string) Question {
	t.Helper()
	return reader(t).Read(text, spring)
}

// folded is a text as a phone without Vietnamese keys types it.
func folded(text string) string { return vi.Fold(vi.Normalize(text)) }
