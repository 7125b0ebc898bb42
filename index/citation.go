package index

import (
	"regexp"
	"slices"
	"strings"

	"cchcbot/index/vi"
	"cchcbot/seeds/plan"
)

// Citation is a document that a unit rests on.
type Citation struct {
	Type   string // folded type as written before the number: "nghi dinh"; "" where none is
	Number string // the leading number: "107"
	Year   string // "2020"; "" where the number has none
	Full   string // the whole number, folded: "107/2020/nd-cp"
}

var citationPattern = regexp.MustCompile(`(?:(nghi quyet|nghi dinh|quyet dinh|chi thi|ke hoach|thong tu|to trinh|chuong trinh hanh dong|luat) )?(?:so )?(\d{1,5})(?:/(\d{4}))?([/-][a-z][a-z0-9/-]*)`)

// Citations finds the numbers of documents in a text.
func Citations(text string) []Citation {
	if !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	folded := vi.Fold(vi.Normalize(text))
	var found []Citation
	for _, m := range citationPattern.FindAllStringSubmatch(folded, -1) {
		c := Citation{Type: m[1], Number: m[2], Year: m[3]}
		c.Full = strings.TrimPrefix(strings.TrimSpace(m[0][len(m[1]):]), "so ")
		if !slices.Contains(found, c) {
			found = append(found, c)
		}
	}
	return found
}

// matches reports whether a unit's citation is what a question asks for. The
// question may leave out the type, the year or the tail.
func (c Citation) matches(asked Citation) bool {
	return trimZeros(c.Number) == trimZeros(asked.Number) &&
		(asked.Year == "" || c.Year == "" || asked.Year == c.Year) &&
		(asked.Type == "" || c.Type == "" || asked.Type == c.Type) &&
		(asked.Full == "" || strings.HasPrefix(c.Full, asked.Full) || !strings.ContainsAny(asked.Full, "/-"))
}

func trimZeros(number string) string { return strings.TrimLeft(number, "0") }

// documentFit prefers units that rest on a document of the question.
func documentFit(e *entry, documents []Citation) float64 {
	for _, d := range documents {
		if slices.ContainsFunc(e.citations, func(c Citation) bool { return c.matches(d) }) {
			return documentBonus
		}
	}
	return 0
}

// Citing lists the units that rest on an asked document, in the order of the
// plan. A year that the question names must be that of the number, unless no
// number with that year fits: many numbers are printed without one.
func (ix *Index) Citing(asked Citation) []plan.Unit {
	exact := ix.citing(func(c Citation) bool { return asked.Year != "" && c.Year == asked.Year && c.matches(asked) })
	if len(exact) > 0 {
		return exact
	}
	return ix.citing(func(c Citation) bool { return c.matches(asked) })
}

func (ix *Index) citing(fits func(Citation) bool) []plan.Unit {
	var units []plan.Unit
	for _, e := range ix.entries {
		if slices.ContainsFunc(e.citations, fits) {
			units = append(units, e.unit)
		}
	}
	return units
}

// Cites reports whether a unit rests on any of the asked documents.
func (ix *Index) Cites(id string, asked []Citation) bool {
	i, ok := ix.ordinal[id]
	return ok && documentFit(&ix.entries[i], asked) > 0
}
