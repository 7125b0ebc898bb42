package index

import (
	"cmp"
	"slices"
	"strings"

	"cchcbot/seeds/plan"
)

// The weights of the ranking. Each is set by the relevance cases; leaving one
// out costs what the evaluation's ablation table says.
const (
	alternativeWeight = 0.6  // a synonym says a little less than the word itself
	loneWeight        = 0.75 // a word without its neighbour of the question
	boundPenalty      = 0.75 // what a lone word loses where the plan uses it only in one pair
	wrongMarks        = 0.7  // the unit spells the word with other marks than the question does
	bm25Weight        = 0.15
	missingFact       = 0.5  // the unit does not state what is asked
	namedBonus        = 0.18 // the unit addresses the agency of the topic by name
	groupBonus        = 0.03
	strangerPenalty   = 0.05 // the unit does not address it at all
	spokenOf          = 0.9  // share of an agency's name that must stand in a unit that speaks of it
	periodBonus       = 0.08
	daysBonus         = 0.25 // few deadlines count days, so the question is about one of them
	decisionBonus     = 0.15
	documentBonus     = 0.4  // the unit rests on a document that the question names
	mentionWeight     = 0.7  // an agency of the question weighs like a rare word
	groupMatch        = 0.3  // the unit addresses the group of that agency
	foreignMarks      = 0.25 // the plan never spells the word so: it is another word
	openingWeight     = 0.09 // the unit opens with the words of the question
)

// kindPrior is how likely a unit of a kind is meant, other things being equal.
var kindPrior = map[plan.Kind]float64{
	plan.KindTask:          1,
	plan.KindTarget:        0.98,
	plan.KindNarrativeTask: 0.97,
	plan.KindAssignment:    0.95,
	plan.KindObjective:     0.9,
	plan.KindFunding:       0.95,
	plan.KindArticle:       0.9,
	plan.KindHeading:       0.7,
	plan.KindLegalBasis:    0.65,
	plan.KindRecipients:    0.65,
	plan.KindSignature:     0.65,
}

// ofDecision are the kinds of units that the decision itself consists of.
var ofDecision = map[plan.Kind]bool{
	plan.KindArticle: true, plan.KindLegalBasis: true, plan.KindRecipients: true, plan.KindSignature: true,
}

func (ix *Index) rank(q Query, candidates []candidate) []Hit {
	hits := make([]Hit, 0, len(candidates))
	for _, c := range candidates {
		e := &ix.entries[c.ordinal]
		if !inSections(e.unit.ID, q.Sections) {
			continue
		}
		coverage, matched := ix.coverage(q, e)
		score := (1-bm25Weight)*coverage + bm25Weight*c.bm25
		fit := documentFit(e, q.Documents)
		switch {
		case q.Decision && ofDecision[e.unit.Kind]:
			score += decisionBonus
		case !e.holds(q.Fact) && fit == 0:
			score *= missingFact * kindPrior[e.unit.Kind]
		default:
			score *= kindPrior[e.unit.Kind]
		}
		score += ix.agencyBonus(e, q) + periodFit(e.unit, q.Period) + fit + openingWeight*ix.opening(q, e)
		hits = append(hits, Hit{Unit: e.unit, Score: score, Coverage: coverage, Pairs: ix.pairShare(q, e), Matched: matched})
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	return hits
}

// coverage is the share of the topic's weight that stands in the entry. Each
// word counts by its rarity in the plan, and in full only beside a neighbour
// that it also has in the question.
func (ix *Index) coverage(q Query, e *entry) (float64, []string) {
	var total, covered float64
	var matched []string
	words := make([]Word, len(q.Terms))
	for i, t := range q.Terms {
		words[i] = t.Word
	}
	for i, t := range q.Terms {
		if t.Emphasis == 0 {
			continue
		}
		weight := t.Emphasis * ix.vocab.weight(t.Folded)
		match := ix.match(words, i, e)
		for _, a := range q.Alternatives {
			if a.From <= i && i < a.To {
				match = max(match, alternativeWeight*ix.runMatch(a.Words, e))
			}
		}
		total += weight
		covered += weight * match
		if match > 0 {
			matched = append(matched, t.Folded)
		}
	}
	for _, m := range q.Agencies {
		if !m.Speaker {
			weight := mentionWeight
			if slices.Contains(m.Agency.Groups, m.Agency.ID) {
				weight *= groupMatch
			}
			total += weight
			covered += weight * ix.mentionMatch(m, e)
		}
	}
	if total == 0 {
		return 0, nil
	}
	return covered / total, matched
}

// mentionMatch says how well an agency of the question fits the entry, 0 to 1:
// the unit addresses it by name or speaks of it, or addresses its group.
func (ix *Index) mentionMatch(m Mention, e *entry) float64 {
	if addressBonus(e.unit, m.Agency) == namedBonus || ix.runMatch(m.Words, e) > spokenOf {
		return 1
	}
	if addressBonus(e.unit, m.Agency) > 0 {
		return groupMatch
	}
	return 0
}

// runMatch is the weighted share of a run of words that stands in the entry.
func (ix *Index) runMatch(words []Word, e *entry) float64 {
	var total, covered float64
	for i, w := range words {
		weight := ix.vocab.weight(w.Folded)
		total += weight
		covered += weight * ix.match(words, i, e)
	}
	return covered / total
}

// match says how well word i of a run stands in the entry, 0 to 1.
func (ix *Index) match(words []Word, i int, e *entry) float64 {
	w := words[i]
	alone := e.terms[w.Folded]
	if alone == 0 {
		return 0
	}
	together := 0.0
	if i > 0 {
		together = e.pairs[pairOf(words[i-1].Folded, w.Folded)]
	}
	if i+1 < len(words) {
		together = max(together, e.pairs[pairOf(w.Folded, words[i+1].Folded)])
	}
	lone := alone * loneWeight * (1 - boundPenalty*ix.vocab.bound[w.Folded])
	if len(words) == 1 || hasDigit(w.Folded) {
		lone = alone
	}
	match := max(together, lone)
	switch {
	case !w.Marked() || e.toned[w.Toned]:
	case ix.vocab.KnowsToned(w.Toned):
		match *= wrongMarks
	default:
		match *= foreignMarks
	}
	return match
}

// opening is the share of the unit's first words, by weight, that the question
// also uses: a unit that opens with the topic is about it.
func (ix *Index) opening(q Query, e *entry) float64 {
	var total, shared float64
	for _, w := range e.opening {
		weight := ix.vocab.weight(w)
		total += weight
		if slices.ContainsFunc(q.Terms, func(t Term) bool { return t.Folded == w && t.Emphasis > 0 }) {
			shared += weight
		}
	}
	if total == 0 {
		return 0
	}
	return shared / total
}

// documentFit prefers units that rest on a document of the question.
func documentFit(e *entry, documents []Citation) float64 {
	for _, d := range documents {
		if slices.ContainsFunc(e.citations, func(c Citation) bool { return c.matches(d) }) {
			return documentBonus
		}
	}
	return 0
}

// pairShare is the share of the topic's neighbours that are neighbours in the
// entry too; a pair of two words that only link counts for nothing.
func (ix *Index) pairShare(q Query, e *entry) float64 {
	var total, shared float64
	for i := 1; i < len(q.Terms); i++ {
		a, b := q.Terms[i-1], q.Terms[i]
		weight := min(a.Emphasis, b.Emphasis)
		if weight == 0 {
			continue
		}
		said, bridged := ix.saidOtherwise(q, i, e)
		if bridged {
			continue
		}
		total += weight
		if said || e.pairs[pairOf(a.Folded, b.Folded)] > 0 {
			shared += weight
		}
	}
	if total == 0 {
		return 0
	}
	return shared / total
}

// saidOtherwise reports whether the entry holds an alternative for the words
// i-1 and i of the topic. Bridged tells that the alternative stands for one of
// them alone, so that nothing can be said of the pair.
func (ix *Index) saidOtherwise(q Query, i int, e *entry) (said, bridged bool) {
	for _, a := range q.Alternatives {
		first, second := a.From <= i-1 && i-1 < a.To, a.From <= i && i < a.To
		if first == second && !first || ix.runMatch(a.Words, e) <= spokenOf {
			continue
		}
		if first && second {
			return true, false
		}
		bridged = true
	}
	return false, bridged
}

func inSections(id string, sections []string) bool {
	if len(sections) == 0 {
		return true
	}
	return slices.ContainsFunc(sections, func(s string) bool {
		return id == s || strings.HasPrefix(id, s+".")
	})
}

// agencyBonus prefers units that address the agencies of the topic, or speak
// of them.
func (ix *Index) agencyBonus(e *entry, q Query) float64 {
	best := 0.0
	for _, m := range q.Agencies {
		bonus := addressBonus(e.unit, m.Agency)
		if !m.Speaker && bonus < namedBonus && ix.runMatch(m.Words, e) > spokenOf {
			bonus = namedBonus
		}
		if m.Speaker {
			bonus = min(bonus, groupBonus)
		} else if bonus == 0 {
			bonus = -strangerPenalty
		}
		if best == 0 || bonus > best {
			best = bonus
		}
	}
	return best
}

func addressBonus(u plan.Unit, agency plan.Agency) float64 {
	best := 0.0
	for _, role := range []plan.Role{plan.RoleLead, plan.RoleAssigned, plan.RoleSupport} {
		p, ok := addressed(u, agency, role, false)
		switch {
		case !ok:
		case role != plan.RoleSupport && (p.Via == plan.ViaNamed || p.Group == agency.ID):
			return namedBonus
		default:
			best = groupBonus
		}
	}
	return best
}

// periodFit prefers units whose deadline speaks of the asked period.
func periodFit(u plan.Unit, asked Period) float64 {
	if asked == PeriodAny {
		return 0
	}
	for _, kind := range deadlineKinds(u.Deadline) {
		if periodOf[kind] != asked {
			continue
		}
		if asked == PeriodDays {
			return daysBonus
		}
		return periodBonus
	}
	return 0
}

var periodOf = map[plan.DeadlineKind]Period{
	plan.DeadlineDaysAfter:  PeriodDays,
	plan.DeadlineMonth:      PeriodMonth,
	plan.DeadlineQuarter:    PeriodQuarter,
	plan.DeadlineQuarterly:  PeriodRegular,
	plan.DeadlineHalfYearly: PeriodRegular,
	plan.DeadlineContinuous: PeriodRegular,
}

func deadlineKinds(d plan.Deadline) []plan.DeadlineKind {
	kinds := []plan.DeadlineKind{d.Kind}
	for _, m := range d.Milestones {
		kinds = append(kinds, m.Kind)
	}
	return kinds
}
