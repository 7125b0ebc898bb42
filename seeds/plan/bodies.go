package plan

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// ownBodies is the prefix of the ids of bodies that a plan alone names.
const ownBodies = "rieng-"

// WithOwnBodies gives bodies that a plan makes lead or support a task, and that
// its register does not know, an agency of their words, so that they can be
// asked for. The plan is copied where it changes; one without such bodies comes
// back with the register as it is.
func (p *Plan) WithOwnBodies(r *Register) (*Plan, *Register, error) {
	added := map[string]Agency{} // by folded words
	var order []Agency
	for _, u := range p.Units {
		for _, party := range u.Parties {
			key := Fold(party.Words)
			if _, seen := added[key]; seen || !isOwnBody(party, r) {
				continue
			}
			a := Agency{ID: ownBodies + slug(key), Name: party.Words}
			if _, taken := r.Agency(a.ID); taken || slices.ContainsFunc(order, func(o Agency) bool { return o.ID == a.ID || NameKey(o.Name) == NameKey(a.Name) }) {
				continue
			}
			added[key] = a
			order = append(order, a)
		}
	}
	if len(order) == 0 {
		return p, r, nil
	}
	with, err := r.With(order)
	if err != nil {
		return nil, nil, fmt.Errorf("bodies that only %s names: %w", p.Number, err)
	}
	copied := *p
	copied.Units = slices.Clone(p.Units)
	for i := range copied.Units {
		copied.Units[i].Parties = ownParties(copied.Units[i].Parties, added)
	}
	return &copied, with, nil
}

// ownParties names the parties that are bodies of the plan itself.
func ownParties(parties []Party, added map[string]Agency) []Party {
	parties = slices.Clone(parties)
	for i, party := range parties {
		if a, ok := added[Fold(party.Words)]; ok && party.Via == ViaOutside {
			parties[i].Via, parties[i].Agency = ViaNamed, a.ID
		}
	}
	return parties
}

// mostBodyWords is the length of the longest name of a body, in words.
const mostBodyWords = 9

// isOwnBody reports whether a party outside the register is one body called by
// a name, and not a description of several.
func isOwnBody(p Party, r *Register) bool {
	words := WordsOf(p.Words)
	switch {
	case p.Via != ViaOutside || p.Conditional || len(words) < 2 || len(words) > mostBodyWords:
		return false
	case words[0].Key == "cac" || words[0].Key == "nhung" || words[0].Key == "mot" || words[0].Key == "thu":
		return false
	case strings.ContainsAny(p.Words, ",;:") || strings.Contains(Fold(p.Words), " cac ") || !strings.ContainsFunc(p.Words, unicode.IsUpper):
		return false
	}
	return len(r.Find(p.Words)) == 0
}

// slug writes a folded name as an id.
func slug(folded string) string {
	return strings.Join(strings.FieldsFunc(folded, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }), "-")
}
