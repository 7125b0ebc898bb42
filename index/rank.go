package index

import (
	"cmp"
	"slices"

	"cchcbot/index/vi"
)

// ranking is a query made ready to be compared with many entries.
type ranking struct {
	ix           *Index
	query        Query
	topic        run
	alternatives []run // of query.Alternatives
	mentions     []run // of query.Agencies
}

func (ix *Index) newRanking(q Query) ranking {
	words := make([]Word, len(q.Terms))
	for i, t := range q.Terms {
		words[i] = t.Word
	}
	r := ranking{ix: ix, query: q, topic: ix.newRun(words)}
	r.weighTopic()
	for _, a := range q.Alternatives {
		r.alternatives = append(r.alternatives, ix.newRun(a.Words))
	}
	for _, m := range q.Agencies {
		r.mentions = append(r.mentions, ix.newRun(m.Words))
	}
	return r
}

// rank orders candidates by how well they answer the query.
func (ix *Index) rank(q Query, candidates []candidate) []Hit {
	r := ix.newRanking(q)
	scored := make([]fit, len(candidates))
	for i, c := range candidates {
		scored[i] = r.fit(c)
	}
	slices.SortStableFunc(scored, func(a, b fit) int { return cmp.Compare(b.score, a.score) })
	if q.Limit > 0 && len(scored) > q.Limit {
		scored = scored[:q.Limit]
	}
	hits := make([]Hit, len(scored))
	for i, f := range scored {
		hits[i] = Hit{Unit: f.entry.unit, Score: f.score, Coverage: f.coverage, Known: f.known, Pairs: f.pairs}
	}
	return hits
}

// fit is how well one entry fits a query.
type fit struct {
	entry    *entry
	said     []float64 // share of each alternative that stands in the entry
	spoken   []float64 // share of each agency's name that stands in the entry
	coverage float64
	known    float64 // coverage of the words that some unit holds
	pairs    float64
	score    float64
}

func (r ranking) fit(c candidate) fit {
	f := fit{entry: &r.ix.entries[c.ordinal]}
	for _, a := range r.alternatives {
		f.said = append(f.said, r.ix.share(a, f.entry))
	}
	for _, m := range r.mentions {
		f.spoken = append(f.spoken, r.ix.share(m, f.entry))
	}
	f.coverage, f.known = r.coverage(f)
	f.pairs = r.pairShare(f)
	f.score = r.score(f, c.bm25)
	return f
}

// score weighs what the entry says against what was asked.
func (r ranking) score(f fit, bm25 float64) float64 {
	e, q := f.entry, r.query
	score := f.coverage
	if !r.ix.without(ComponentBM25) {
		score = (1-bm25Weight)*f.coverage + bm25Weight*bm25
	}
	cited := documentFit(e, q.Documents)
	switch {
	case q.Decision && ofDecision[e.unit.Kind]:
		score += decisionBonus
	case !e.holds(q.Fact) && cited == 0 && !r.ix.without(ComponentFacts):
		score *= missingFact * r.prior(e)
	default:
		score *= r.prior(e)
	}
	return score + cited + r.agencyFit(f) + r.cityFit(e) + r.countFit(e) + r.openingFit(e) + r.runFit(e)
}

// countFit prefers units that count what is to be counted: "mấy đoàn".
func (r ranking) countFit(e *entry) float64 {
	if r.query.Counted == "" || !e.counted[r.query.Counted] {
		return 0
	}
	return countBonus
}

// prior is how likely a unit of the entry's kind is meant.
func (r ranking) prior(e *entry) float64 {
	if r.ix.without(ComponentKinds) {
		return 1
	}
	return kindPrior[e.unit.Kind]
}

// coverage is the share of the topic's weight that stands in the entry, agencies
// of the question included; known leaves out words that no unit holds, which tell
// nothing, neither for a unit nor against it.
func (r ranking) coverage(f fit) (coverage, known float64) {
	var total, covered, strange float64
	for i, t := range r.query.Terms {
		if t.Emphasis == 0 {
			continue
		}
		weight := t.Emphasis * r.topic.weight[i]
		match := max(r.termMatch(f, i), r.conceptMatch(f.entry, i))
		total += weight
		covered += weight * match
		if match == 0 && !r.ix.vocab.Knows(t.Folded) {
			strange += weight
		}
	}
	for i, m := range r.query.Agencies {
		if m.Speaker || r.ix.without(ComponentAgencies) {
			continue
		}
		weight := mentionWeight
		if m.isGroup() {
			weight *= groupMatch
		}
		total += weight
		covered += weight * r.mentionMatch(f, i)
	}
	if covered == 0 {
		return 0, 0
	}
	return covered / total, covered / (total - strange)
}

// termMatch says how well term i stands in the entry, in its own words or in
// those of an alternative.
func (r ranking) termMatch(f fit, i int) float64 {
	match := max(r.ix.match(r.topic, i, f.entry)*r.foreignFit(i), r.saidMatch(f.entry, i))
	for n, a := range r.query.Alternatives {
		if a.From <= i && i < a.To {
			match = max(match, alternativeFor(a)*f.said[n])
		}
	}
	return match
}

// saidMatch says how well term i stands in what people say of the entry: beside
// a neighbour, or a little by itself.
func (r ranking) saidMatch(e *entry, i int) float64 {
	switch {
	case r.ix.without(ComponentPhrasings) || !e.said[r.topic.words[i].Folded]:
		return 0
	case i > 0 && e.saidPairs[r.topic.pair[i]], i+1 < len(r.topic.words) && e.saidPairs[r.topic.pair[i+1]]:
		return saidWeight
	}
	return saidLoneWeight
}

// alternativeFor is what an alternative says of the words that it stands for: the
// more words it takes together, the surer it is what they mean.
func alternativeFor(a Alternative) float64 {
	return alternativeWeight + alternativeStep*float64(min(a.To-a.From, 4)-1)
}

// pairShare is the share of the topic's neighbours that are neighbours in the
// entry too; a pair of two words that only link counts for nothing.
func (r ranking) pairShare(f fit) float64 {
	if r.ix.without(ComponentPairs) {
		return 1
	}
	var total, shared float64
	terms := r.query.Terms
	for i := 1; i < len(terms); i++ {
		weight := min(terms[i-1].Emphasis, terms[i].Emphasis)
		said, bridged := r.saidOtherwise(f, i)
		if weight == 0 || bridged {
			continue
		}
		concept, beside := r.conceptOf(f.entry, i)
		together := said || concept || f.entry.pairs[r.topic.pair[i]] > 0 || r.saidTogether(f.entry, i)
		switch {
		case together:
			total += weight
			shared += weight
		case !beside:
			total += weight
		}
	}
	if total == 0 {
		return r.telling(f)
	}
	return shared / total
}

// saidTogether reports whether people say term i and the one before it side by
// side when they speak of the entry.
func (r ranking) saidTogether(e *entry, i int) bool {
	return !r.ix.without(ComponentPhrasings) && e.saidPairs[r.topic.pair[i]]
}

// telling is 1 where a topic without pairs says enough all the same: by an
// agency that fits, or by a number, a short form or an alternative that stands
// in the entry. A lone syllable says nothing.
func (r ranking) telling(f fit) float64 {
	for i := range r.query.Agencies {
		if r.mentionMatch(f, i) == 1 {
			return 1
		}
	}
	for i, t := range r.query.Terms {
		if t.Emphasis > 0 && (hasDigit(t.Folded) || !vi.IsSyllable(t.Folded)) && r.termMatch(f, i) > 0 {
			return 1
		}
	}
	if slices.ContainsFunc(f.said, func(share float64) bool { return share > spokenOf }) {
		return 1
	}
	return 0
}

// saidOtherwise reports whether the entry holds an alternative for the words
// i-1 and i of the topic. Bridged tells that the alternative stands for one of
// them alone, so that nothing can be said of the pair.
func (r ranking) saidOtherwise(f fit, i int) (said, bridged bool) {
	for n, a := range r.query.Alternatives {
		first, second := a.From <= i-1 && i-1 < a.To, a.From <= i && i < a.To
		if first == second && !first || f.said[n] <= spokenOf {
			continue
		}
		if first && second {
			return true, false
		}
		bridged = true
	}
	return false, bridged
}

// runFit prefers units that hold a long run of the question word for word,
// links included: "kế hoạch cải cách hành chính năm 2024 của đơn vị".
func (r ranking) runFit(e *entry) float64 {
	if r.ix.without(ComponentPairs) {
		return 0
	}
	longest, run := 0, 0
	for i := 1; i < len(r.topic.words); i++ {
		run++
		if e.pairs[r.topic.pair[i]] < weightText {
			run = 0
		}
		longest = max(longest, run)
	}
	return runWeight * float64(max(0, min(longest, longRun)-shortRun))
}

// openingFit prefers units that open with the topic.
func (r ranking) openingFit(e *entry) float64 {
	if r.ix.without(ComponentOpening) {
		return 0
	}
	return openingWeight * r.opening(e)
}

// opening is the share of the unit's first words, by weight, that the question
// also uses: a unit that opens with the topic is about it.
func (r ranking) opening(e *entry) float64 {
	var total, shared float64
	for _, w := range e.opening {
		weight := r.ix.vocab.weight(w)
		total += weight
		if slices.ContainsFunc(r.query.Terms, func(t Term) bool { return t.Folded == w && t.Emphasis > 0 }) {
			shared += weight
		}
	}
	if total == 0 {
		return 0
	}
	return shared / total
}
