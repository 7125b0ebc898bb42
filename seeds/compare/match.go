package compare

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"

	"cchcbot/seeds/plan"
)

// matcher looks for pairs.
type matcher struct {
	older, newer []*side
	rarity       map[string]float64 // of words and of two in a row
	pairs        []Pair
}

// side is a unit of one of the plans.
type side struct {
	unit    plan.Unit
	class   plan.Kind
	words   map[string]int // how often each word and two in a row stand in it
	key     string         // its words in a form that is compared
	product string
	lead    string
	paired  bool
	settled bool // a person decided about it
}

// newMatcher takes the units that may have a pair.
func newMatcher(older, newer *plan.Plan) *matcher {
	m := &matcher{older: sidesOf(older), newer: sidesOf(newer), rarity: map[string]float64{}}
	for _, s := range slices.Concat(m.older, m.newer) {
		for w := range s.words {
			m.rarity[w]++
		}
	}
	all := float64(len(m.older) + len(m.newer))
	for w, in := range m.rarity {
		m.rarity[w] = math.Log(1 + all/in)
	}
	return m
}

func sidesOf(p *plan.Plan) []*side {
	var all []*side
	for _, u := range p.Units {
		switch u.Kind {
		case plan.KindHeading, plan.KindLegalBasis, plan.KindRecipients, plan.KindSignature:
			continue
		}
		s := &side{unit: u, class: u.Kind, key: keyOf(u.Text), product: keyOf(u.Product), lead: strings.Join(partiesOf(u, plan.RoleLead), " ")}
		if u.Kind == plan.KindNarrativeTask && u.Lead != "" {
			s.class = plan.KindTask // the same thing in another form
		}
		s.words = map[string]int{}
		words := strings.Fields(s.key)
		for i, w := range words {
			s.words[w]++
			if i > 0 {
				s.words[words[i-1]+" "+w]++
			}
		}
		all = append(all, s)
	}
	return all
}

var (
	yearForm = regexp.MustCompile(`\b20\d\d\b`)
	signs    = regexp.MustCompile(`[^\p{L}\p{N}%]+`)
)

// keyOf is text without marks, signs and years.
func keyOf(text string) string {
	return strings.Join(strings.Fields(yearForm.ReplaceAllString(signs.ReplaceAllString(plan.Fold(text), " "), " ")), " ")
}

// partiesOf lists who has a role in a unit, in an order that does not depend on
// that of the text.
func partiesOf(u plan.Unit, role plan.Role) []string {
	var all []string
	for _, p := range u.Parties {
		if p.Role == role {
			all = append(all, cmp.Or(p.Agency, p.Group, keyOf(p.Words)))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// settle takes what a person decided.
func (m *matcher) settle(settled []Settled) {
	for _, s := range settled {
		a, b := find(m.older, s.Old), find(m.newer, s.New)
		if a != nil && b != nil && !a.settled && !b.settled {
			m.pair(a, b, likeness{confidence: 1, reasons: []Reason{ReasonSettled}})
		}
		for _, one := range []*side{a, b} {
			if one != nil {
				one.settled = true
			}
		}
	}
}

// pair joins two units.
func (m *matcher) pair(a, b *side, l likeness) {
	a.paired, b.paired = true, true
	m.pairs = append(m.pairs, Pair{Old: a.unit, New: b.unit, Confidence: l.confidence, Reasons: l.reasons})
}

func find(sides []*side, id string) *side {
	for _, s := range sides {
		if s.unit.ID == id {
			return s
		}
	}
	return nil
}

// left lists units without a pair.
func left(sides []*side) []plan.Unit {
	var all []plan.Unit
	for _, s := range sides {
		if !s.paired {
			all = append(all, s.unit)
		}
	}
	return all
}
