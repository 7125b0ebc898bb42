package answer

import (
	"strings"

	"cchcbot/bot/question"
	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// Whether a unit answers a question is decided by three things, of which one is
// enough to refuse it: the unit holds no thing of the kind that is asked for
// (holdsThing, in expects.go), the question is about something that the plan does
// not speak of, or the unit holds too little of the words. The first tells most:
// on questions that nobody had tuned for, how well the words fit told those that
// the plan answers from those that it does not hardly better than chance.
const (
	// enough is how much of a question the best unit must hold.
	enough = 0.35
	// mostAlone is the most that it tells that no other unit comes near.
	mostAlone = 0.15
	// enoughUncited is the same for a unit that does not rest on the document
	// that the question names.
	enoughUncited = 0.7
	// otherYearCost is what it costs that a question names a year of which the
	// unit does not speak; otherFigureCost the same for a figure, as that of
	// another year is another.
	otherYearCost   = 0.3
	otherFigureCost = 0.7
	// foreignShare is the part of a topic for which the plan must have no unit, to
	// make it about something else.
	foreignShare = 0.25
)

// held is how much of a question a unit holds, half of it by the words that the
// plan knows and half by pairs of words.
func held(hit index.Hit) float64 { return (hit.Known + hit.Pairs) / 2 }

// sure reports whether the best of some units answers a question, as far as its
// subject and its words tell.
func (a *Answerer) sure(q question.Question, hits []index.Hit) bool {
	hit := hits[0]
	if a.lacks(q, hit.Unit) || a.beyond(q) {
		return false
	}
	if len(q.Documents) > 0 && a.Index.Cites(hit.Unit.ID, q.Documents) {
		return true
	}
	least := enough
	if len(q.Documents) > 0 {
		least = enoughUncited
	}
	return min(1, held(hit)+alone(hits))-a.otherYearFit(q, hit.Unit) >= least
}

// alone is what it tells for the best of some units that no other comes near it.
func alone(hits []index.Hit) float64 {
	if len(hits) < 2 {
		return mostAlone
	}
	return min(mostAlone, (hits[0].Score-hits[1].Score)/2)
}

// lacks reports whether a unit cannot answer a question however well its words
// fit: it holds no figure where one is asked for, does not count what is to be
// counted, or does not speak of a thing that no such plan holds.
func (a *Answerer) lacks(q question.Question, u plan.Unit) bool {
	figure := a.Index.Holds(u.ID, index.FactTarget) && (q.Counted == "" || thingAsked(q).Thing == question.ThingShare || a.Index.Counts(u.ID, q.Counted))
	return q.Intent == question.Target && !figure || q.Outside != "" && !strings.Contains(question.Folded(u.Text), q.Outside)
}

// beyond reports whether a question is about a thing that is known by name and
// that the plan does not speak of: such words are a good part of the topic.
func (a *Answerer) beyond(q question.Question) bool {
	foreign, all, terms := 0, 0, q.Query.Terms
	for _, m := range a.Index.Foreign(q.Query) {
		asker := m.From > 0 && terms[m.From-1].Folded == "la" // "em là chuyên viên"
		if m.Formal && !asker {
			foreign += m.To - m.From
		}
	}
	for _, t := range terms {
		if t.Emphasis >= 1 {
			all++
		}
	}
	return float64(foreign) >= foreignShare*float64(all) && foreign > 1
}

// otherYearFit is what it costs that a question names a year that the plan is
// not for and that the unit does not speak of.
func (a *Answerer) otherYearFit(q question.Question, u plan.Unit) float64 {
	year := a.otherYear(q)
	switch {
	case year == "" || strings.Contains(u.Text, year):
		return 0
	case q.Intent == question.Target:
		return otherFigureCost
	}
	return otherYearCost
}
