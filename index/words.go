package index

import (
	"strings"
	"unicode"

	"cchcbot/index/vi"
)

// Abbreviations maps a short form, folded ("cchc"), to its long forms with
// marks ("cải cách hành chính"), the most likely first.
type Abbreviations map[string][]string

// Word is one syllable, number or name of a text.
type Word struct {
	Folded   string // "hoa"
	Toned    string // "hóa"; equals Folded where the word carries no mark
	Capitals bool   // typed in capitals throughout: "TU", a short form rather than a syllable
}

// Marked reports whether the word is written with marks.
func (w Word) Marked() bool { return w.Folded != w.Toned }

// Words reads a text into words, abbreviations written out in their most
// likely form.
func Words(text string, abbreviations Abbreviations) []Word {
	tokens := vi.Tokens(text)
	words := make([]Word, 0, len(tokens))
	for _, t := range tokens {
		for _, part := range strings.FieldsFunc(t.Term, joins) {
			w := Word{Folded: vi.Fold(part), Toned: part, Capitals: inCapitals(text[t.Start:t.End])}
			long := abbreviations[w.Folded]
			if len(long) == 0 || !w.Capitals && vi.IsSyllable(w.Folded) {
				words = append(words, w)
				continue
			}
			words = append(words, Words(long[0], nil)...)
		}
	}
	return words
}

// joins tells the runes that hold the parts of a token together that people
// also write apart: "ISO 9001:2015", the mailbox of an address.
func joins(r rune) bool { return r == ' ' || r == ':' || r == '@' || r == '\u00a0' }

func inCapitals(s string) bool {
	return strings.IndexFunc(s, unicode.IsLower) < 0 && strings.IndexFunc(s, unicode.IsUpper) >= 0
}

// pairOf is the key of two words that stand side by side.
func pairOf(a, b string) string { return a + "_" + b }

// hasDigit reports whether a word counts or numbers something.
func hasDigit(word string) bool { return strings.IndexFunc(word, unicode.IsDigit) >= 0 }
