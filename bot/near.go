package bot

import (
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/search"

	"cchcbot/index/vi"
	"cchcbot/seeds/plan"
)

// nameBook finds the agencies that a misspelled or shortened name may mean.
// What it finds is only ever offered, never taken for granted.
type nameBook struct {
	register *plan.Register
	names    []bookName
}

// bookName is one name of an agency.
type bookName struct {
	agency string
	folded string
	words  int
}

const (
	mostNear  = 4 // agencies that are offered
	nearShare = 4 // one letter in so many may be wrong
)

// newNameBook enters the names and aliases of two words and more: among short
// forms, every one is near to some other.
func newNameBook(register *plan.Register) *nameBook {
	book := &nameBook{register: register}
	for _, a := range register.Agencies() {
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			words := nameWords(name)
			if len(words) < 2 {
				continue
			}
			book.names = append(book.names, bookName{agency: a.ID, folded: strings.Join(words, " "), words: len(words)})
		}
	}
	return book
}

// near offers agencies for the name that stands somewhere in a text, the
// nearest first.
func (book *nameBook) near(text string) []plan.Agency {
	typed := nameWords(text)
	if len(typed) > 40 {
		return nil
	}
	distances := map[string]int{}
	for _, name := range book.names {
		d, ok := name.nearest(typed)
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

// nearest is the smallest distance of a name from any stretch of words.
func (n bookName) nearest(typed []string) (int, bool) {
	limit := max(1, len(n.folded)/nearShare)
	best, found := limit, false
	for length := max(1, n.words-1); length <= n.words+1; length++ {
		for i := 0; i+length <= len(typed); i++ {
			stretch := strings.Join(typed[i:i+length], " ")
			if d, exceeded := search.LevenshteinDistanceMax(stretch, n.folded, best); !exceeded && d <= best {
				best, found = d, true
			}
		}
	}
	return best, found
}

// containing lists the agencies whose names hold all the words typed, in their
// order: "ban quản lý".
func (book *nameBook) containing(text string) []plan.Agency {
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
