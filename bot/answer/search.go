package answer

import (
	"cmp"
	"context"
	"regexp"
	"slices"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// Bounds of a search.
const (
	MostFound = 10 // units in an answer that is no complete set

	// A unit that names a receiver is doubted where it holds less than the one,
	// and another unit at least the other.
	doubtfulReceiver = 0.2
	certainOther     = 0.4
	// twin is how near to the best score a further unit counts as meant too.
	twin = 0.04
)

// search answers a question by the unit that fits its topic best.
func (a *Answerer) search(ctx context.Context, q question.Question, s dialog.Situation) (Answer, error) {
	if a.otherYear(q) != "" && !q.Topical() && q.Intent == question.Search {
		return a.noAnswer(q), nil // next year's plan is none that this one could stand in for
	}
	query := q.Query
	query.Limit = MostFound
	if speaker := cmp.Or(q.Speaker, s.Agency); speaker != nil && !slices.ContainsFunc(query.Agencies, func(m index.Mention) bool { return m.Speaker }) {
		query.Agencies = append(slices.Clone(query.Agencies), index.Mention{Agency: *speaker, Speaker: true})
	}
	hits, err := a.Index.Search(ctx, query)
	if err != nil {
		return Answer{}, err
	}
	if q.Intent == question.Contact {
		gathers, err := a.gathers(ctx, q, hits)
		if err != nil {
			return Answer{}, err
		}
		if gathers {
			q.Intent, q.Query.Fact = question.Search, index.FactAny
			return a.search(ctx, q, s)
		}
	}
	switch {
	case !q.Worded() && len(q.Query.Agencies) == 0:
		return a.noAnswer(q), nil
	case len(hits) == 0:
		return a.unsure(q, nil), nil
	}
	if !a.sure(q, hits) {
		return a.nearMiss(ctx, q, hits)
	}
	return a.found(q, hits), nil
}

// nearMiss answers where no unit holds what was asked: by the units that speak of
// the subject without it, where there are such, else by those of found that are
// nearest.
func (a *Answerer) nearMiss(ctx context.Context, q question.Question, found []index.Hit) (Answer, error) {
	e := thingAsked(q)
	switch {
	case q.Outside != "" && len(a.foreign(q)) == 0 || a.otherYear(q) != "":
		return a.noAnswer(q), nil
	case q.Outside != "" || e.Thing == question.ThingAny && q.Intent != question.Target:
		return a.unsure(q, found), nil
	}
	query := q.Query
	query.Limit, query.Fact = MostFound, index.FactAny
	hits, err := a.Index.Search(ctx, query)
	if err != nil {
		return Answer{}, err
	}
	if len(q.Documents) > 0 && len(hits) > 0 && !a.Index.Cites(hits[0].Unit.ID, q.Documents) {
		return a.noAnswer(q), nil
	}
	if len(hits) == 0 || held(hits[0]) < enough || holdsThing(e, hits[0].Unit) && e.Thing != question.ThingAny {
		return a.unsure(q, hits), nil
	}
	return notStated(e, foundIn(hits)), nil
}

// gathers reports whether what looks like a question for a receiver asks who
// gathers figures, or to whom a task hands something: no unit that names a
// receiver fits, or hardly, while another does.
func (a *Answerer) gathers(ctx context.Context, q question.Question, receivers []index.Hit) (bool, error) {
	if len(receivers) == 0 || !a.sure(q, receivers) {
		return true, nil
	}
	if held(receivers[0]) >= doubtfulReceiver || address.MatchString(question.Folded(q.Text)) {
		return false, nil
	}
	query := q.Query
	query.Fact = index.FactAny
	others, err := a.Index.Search(ctx, query)
	if err != nil {
		return false, err
	}
	return held(others[0]) >= certainOther, nil
}

// address are the words for where mail goes.
var address = regexp.MustCompile(`\b(dia chi|e?mail|hop thu|thu dien tu)\b`)

// found shows the best unit, and any near twin beside it.
func (a *Answerer) found(q question.Question, hits []index.Hit) Answer {
	answer := Answer{Intent: q.Intent, Agency: q.Agency}
	answer.Units = foundIn(hits)
	shown := []plan.Unit{hits[0].Unit}
	if len(hits) > 1 && hits[0].Score-hits[1].Score < twin && !sameDuty(hits[0].Unit, hits[1].Unit) {
		shown = append(shown, hits[1].Unit)
	}
	if len(shown) > 1 {
		answer.Text = append(answer.Text, chat.Say(textTwins))
	}
	answer.Text = append(answer.Text, a.Card(shown[0], q.Intent)...)
	answer.Shown = []string{shown[0].ID}
	for _, u := range shown[1:] {
		answer.Text = append(answer.Text, a.glance(u, q.Intent)...)
		answer.Shown = append(answer.Shown, u.ID)
	}
	return answer
}

// foundIn are the units of hits, in their order.
func foundIn(hits []index.Hit) []Found {
	found := make([]Found, len(hits))
	for i, h := range hits {
		found[i] = Found{Unit: h.Unit, Score: h.Score}
	}
	return found
}

// sameDuty reports whether two units are the narrative and the appendix form of
// one duty, so that showing both would say the same twice.
func sameDuty(a, b plan.Unit) bool {
	return (a.Kind == plan.KindTask) != (b.Kind == plan.KindTask)
}
