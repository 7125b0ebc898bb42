// Package compare sets two plans side by side.
//
// In: an older plan and the newer one that takes its place, and what a person
// has settled about single units. Out: a Difference, which pairs the units that
// ask for the same thing, says how sure that is and why, and lists what is new
// and what was dropped. Pairs are proposals: a person confirms them.
package compare

import (
	"cmp"
	"slices"

	"cchcbot/seeds/plan"
)

// Difference is what became of an older plan in a newer one. Headings, legal
// bases, recipients and signatures are left out.
type Difference struct {
	Pairs   []Pair      // in the order of the newer plan
	New     []plan.Unit // of the newer plan, without one before
	Dropped []plan.Unit // of the older plan, without one after
}

// Pair is a unit of the older plan and the one that stands for it in the newer.
type Pair struct {
	Old, New   plan.Unit
	Confidence float64  // from 0 to 1, which is certain
	Reasons    []Reason // why they belong together, the weightiest first
	Changes    []Change // how they differ, in the order of the kinds; none where nothing changed
}

// Doubtful reports whether a person ought to look at a pair before anything
// relies on it.
func (p Pair) Doubtful() bool { return p.Confidence < sure }

// Has reports whether a pair differs in a way.
func (p Pair) Has(c Change) bool { return slices.Contains(p.Changes, c) }

// Reason says why two units belong together.
type Reason string

// The reasons.
const (
	ReasonSettled   Reason = "settled"    // a person said so
	ReasonSameWords Reason = "same words" // but for years, marks and spaces
	ReasonLikeWords Reason = "like words"
	ReasonProduct   Reason = "same product"
	ReasonLead      Reason = "same lead"
	ReasonNumber    Reason = "same number"
	ReasonRival     Reason = "rival" // speaks against: another unit is nearly as like
)

// Settled is what a person decided about a unit: the ids of a pair, Old alone
// for one that was dropped, New alone for one that is new.
type Settled struct {
	Old string `json:"old,omitempty"`
	New string `json:"new,omitempty"`
}

const (
	sure     = 0.8 // and above: told as it is
	possible = 0.6 // and above: proposed
)

// Plans compares an older plan with a newer one. What was settled goes before
// what the words say.
func Plans(older, newer *plan.Plan, settled ...Settled) Difference {
	m := newMatcher(older, newer)
	m.settle(settled)
	m.pairUp()
	var d Difference
	for _, pair := range m.pairs {
		pair.Changes = changesOf(pair.Old, pair.New, newer.Year-older.Year)
		d.Pairs = append(d.Pairs, pair)
	}
	order := make(map[string]int, len(newer.Units))
	for i, u := range newer.Units {
		order[u.ID] = i
	}
	slices.SortFunc(d.Pairs, func(a, b Pair) int { return cmp.Compare(order[a.New.ID], order[b.New.ID]) })
	d.Dropped, d.New = left(m.older), left(m.newer)
	return d
}

// After is the pair of a unit of the older plan.
func (d Difference) After(oldID string) (Pair, bool) {
	return d.find(func(p Pair) bool { return p.Old.ID == oldID })
}

// Before is the pair of a unit of the newer plan.
func (d Difference) Before(newID string) (Pair, bool) {
	return d.find(func(p Pair) bool { return p.New.ID == newID })
}

func (d Difference) find(is func(Pair) bool) (Pair, bool) {
	i := slices.IndexFunc(d.Pairs, is)
	if i < 0 {
		return Pair{}, false
	}
	return d.Pairs[i], true
}

// Changed lists the pairs that differ in a way.
func (d Difference) Changed(c Change) []Pair {
	return slices.DeleteFunc(slices.Clone(d.Pairs), func(p Pair) bool { return !p.Has(c) })
}
