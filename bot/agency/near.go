package agency

import (
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/search"

	"cchcbot/index/vi"
	"cchcbot/seeds/plan"
)

// NameIndex finds the agencies that a misspelled or shortened name may mean.
// What it finds is only ever offered, never taken for granted.
type NameIndex struct {
	register *plan.Register
	names    []indexedName
}

// indexedName is one name of an agency.
type indexedName struct {
	agency string
	folded string
	words  int
}

const (
	mostNear   = 4  // agencies that are offered
	mostTyped  = 40 // words in which a name is looked for
	nearShare  = 4  // one letter in so many may be wrong
	nearLength = 7  // letters of the shortest name: "sở y tế"
)

// NewNameIndex enters the names and aliases of some length: among short forms,
// every one is near to some other.
func NewNameIndex(register *plan.Register) *NameIndex {
	book := &NameIndex{register: register}
	for _, a := range register.Agencies() {
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			words := nameWords(name)
			if joined := strings.Join(words, " "); len(joined) >= nearLength {
				book.names = append(book.names, indexedName{agency: a.ID, folded: joined, words: len(words)})
			}
		}
	}
	return book
}

// Similar offers agencies for a name, the nearest first.
func (book *NameIndex) Similar(name string) []plan.Agency {
	return book.nearest(nameWords(name), func(indexedName, []string) bool { return true })
}

// SimilarIn offers agencies for the name that may stand somewhere in a sentence:
// its first word is typed right ("sở", "ban"), and it is not so short that any
// words are near to it.
func (book *NameIndex) SimilarIn(sentence string) []plan.Agency {
	return book.nearest(nameWords(sentence), func(n indexedName, stretch []string) bool {
		return n.words >= 3 && strings.HasPrefix(n.folded, stretch[0]+" ")
	})
}

// nearest offers the agencies whose names are near to an allowed stretch of
// words.
func (book *NameIndex) nearest(typed []string, allowed func(indexedName, []string) bool) []plan.Agency {
	if len(typed) > mostTyped {
		return nil
	}
	distances := map[string]int{}
	for _, name := range book.names {
		d, ok := name.distance(typed, allowed)
		if best, seen := distances[name.agency]; ok && (!seen || d < best) {
			distances[name.agency] = d
		}
	}
	var found []plan.Agency
	for _, a := range book.register.Agencies() {
		if _, ok := distances[a.ID]; ok {
			found = append(found, a)
		}
	}
	slices.SortStableFunc(found, func(x, y plan.Agency) int { return distances[x.ID] - distances[y.ID] })
	return found[:min(len(found), mostNear)]
}

// distance is the smallest of a name from any allowed stretch of words.
func (n indexedName) distance(typed []string, allowed func(indexedName, []string) bool) (int, bool) {
	limit := max(1, len(n.folded)/nearShare)
	best, found := limit, false
	for length := max(1, n.words-1); length <= n.words+1; length++ {
		for i := 0; i+length <= len(typed); i++ {
			stretch := typed[i : i+length]
			if !allowed(n, stretch) {
				continue
			}
			if d, exceeded := search.LevenshteinDistanceMax(strings.Join(stretch, " "), n.folded, best); !exceeded && d <= best {
				best, found = d, true
			}
		}
	}
	return best, found
}

// containing lists the agencies whose names hold all the words typed, in their
// order: "ban quản lý".
func (book *NameIndex) containing(text string) []plan.Agency {
	typed := strings.Join(nameWords(text), " ")
	if typed == "" {
		return nil
	}
	var found []plan.Agency
	for _, a := range book.register.Agencies() {
		if strings.Contains(" "+strings.Join(nameWords(a.Name), " ")+" ", " "+typed+" ") {
			found = append(found, a)
		}
	}
	return found
}

// nameWords are the words of a name as they are compared.
func nameWords(name string) []string {
	return strings.FieldsFunc(vi.Fold(vi.Normalize(name)), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
	})
}
