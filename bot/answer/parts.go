package answer

import (
	"cmp"
	"context"
	"slices"

	"cchcbot/bot/chat"
	"cchcbot/bot/question"
	"cchcbot/index"
)

// parts answers what a piece of the decision says that is named by what it is
// for: the legal bases, the recipients, the signature. Where several units make
// the piece, those that fit the topic come first.
func (a *Answerer) parts(ctx context.Context, q question.Question) (Answer, error) {
	score := map[string]float64{}
	query := q.Query
	query.Fact = index.FactAny
	hits, err := a.Index.Search(ctx, query)
	if err != nil {
		return Answer{}, err
	}
	for _, h := range hits {
		score[h.Unit.ID] = h.Coverage
	}
	answer := Answer{Intent: question.Clause}
	for _, u := range a.Plan().Units {
		if slices.Contains(q.Query.Kinds, u.Kind) {
			answer.Units = append(answer.Units, Found{Unit: u, Score: max(score[u.ID], 0.5)})
		}
	}
	slices.SortStableFunc(answer.Units, func(x, y Found) int { return cmp.Compare(y.Score, x.Score) })
	answer.Units = answer.Units[:min(len(answer.Units), MostFound)]
	for _, f := range answer.Units {
		answer.Text = append(answer.Text, chat.Quote(f.Unit.Text), a.Cite(f.Unit))
		answer.Shown = append(answer.Shown, f.Unit.ID)
	}
	return answer, nil
}
