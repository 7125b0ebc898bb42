package compare

import (
	"cmp"
	"slices"

	"cchcbot/seeds/plan"
)

// likeness is how alike two units are.
type likeness struct {
	a, b       *side
	confidence float64
	reasons    []Reason
	order      float64 // breaks ties: confidence, and what else they share
}

// What a shared product and a shared lead add to words that are alike in part,
// as a part of what they lack.
const (
	productAdds = 0.2
	leadAdds    = 0.15
	numberAdds  = 0.05
	leastWords  = 0.55 // below it, nothing else makes a pair
	nearRival   = 0.05
)

// likenessOf compares two units.
func (m *matcher) likenessOf(a, b *side) likeness {
	l := likeness{a: a, b: b}
	if a.class != b.class || a.key == "" || b.key == "" {
		return l
	}
	words := m.shared(a, b)
	switch {
	case a.key == b.key:
		words = 1
		l.reasons = append(l.reasons, ReasonSameWords)
	case words < leastWords:
		return l
	default:
		words = min(words, 0.99)
		l.reasons = append(l.reasons, ReasonLikeWords)
	}
	l.confidence = words
	for _, more := range []struct {
		shared bool
		adds   float64
		reason Reason
	}{
		{a.product == b.product && a.product != "", productAdds, ReasonProduct},
		{a.lead == b.lead && a.lead != "", leadAdds, ReasonLead},
		{a.unit.ID == b.unit.ID, numberAdds, ReasonNumber},
	} {
		if more.shared {
			l.order += more.adds
			l.reasons = append(l.reasons, more.reason)
			l.confidence += (1 - l.confidence) * more.adds
		}
	}
	l.order += l.confidence
	return l
}

// Same reports whether two units, an older and a newer, set the same task by their
// words alone, without the plans around them: their numbers do not count.
func Same(older, newer plan.Unit) bool {
	if older.Text == newer.Text {
		return true
	}
	m := newMatcher(&plan.Plan{Units: []plan.Unit{older}}, &plan.Plan{Units: []plan.Unit{newer}})
	if len(m.older) == 0 || len(m.newer) == 0 {
		return false
	}
	l := m.likenessOf(m.older[0], m.newer[0])
	return l.confidence >= possible
}

// shared is the part of the words of two units that both have, rare ones
// counting more.
func (m *matcher) shared(a, b *side) float64 {
	both, all := 0.0, 0.0
	for w, n := range a.words {
		both += 2 * m.rarity[w] * float64(min(n, b.words[w]))
		all += m.rarity[w] * float64(n)
	}
	for w, n := range b.words {
		all += m.rarity[w] * float64(n)
	}
	if all == 0 {
		return 0
	}
	return both / all
}

// pairUp joins the units that are most alike first.
func (m *matcher) pairUp() {
	var all []likeness
	for _, a := range m.older {
		for _, b := range m.newer {
			if a.settled || b.settled {
				continue
			}
			if l := m.likenessOf(a, b); l.confidence >= possible-nearRival {
				all = append(all, l)
			}
		}
	}
	slices.SortStableFunc(all, func(x, y likeness) int { return cmp.Compare(y.order, x.order) })
	for i, l := range all {
		if l.a.paired || l.b.paired || l.confidence < possible {
			continue
		}
		if l.confidence < 1 && hasRival(l, all[i+1:]) {
			l.confidence = min(l.confidence, sure-0.01)
			l.reasons = append(l.reasons, ReasonRival)
		}
		m.pair(l.a, l.b, l)
	}
}

// hasRival reports whether another unit that is still free is nearly as like
// one of the two.
func hasRival(l likeness, others []likeness) bool {
	return slices.ContainsFunc(others, func(o likeness) bool {
		return (o.a == l.a && !o.b.paired || o.b == l.b && !o.a.paired) && l.order-o.order < nearRival
	})
}
