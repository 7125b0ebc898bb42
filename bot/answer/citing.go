package answer

import (
	"context"
	"fmt"
	"regexp"
	"slices"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// citing answers which units rest on a document. Where the question also has a
// topic, the units that fit it come first.
func (a *Answerer) citing(ctx context.Context, q question.Question, s dialog.Situation) (Answer, error) {
	units := a.citingAll(q.Documents)
	if len(units) == 0 {
		if q.Topical() {
			q.Query.Fact = index.FactAny
			return a.search(ctx, q, s)
		}
		return a.noSuchDocument(q), nil
	}
	score := map[string]float64{}
	if q.Topical() {
		query := q.Query
		query.Fact = index.FactAny
		hits, err := a.Index.Search(ctx, query)
		if err != nil {
			return Answer{}, err
		}
		for _, h := range hits {
			score[h.Unit.ID] = h.Coverage
		}
	}
	slices.SortStableFunc(units, func(x, y plan.Unit) int { return citingOrder(x, y, score) })
	if asksAbout.MatchString(question.Folded(q.Text)) {
		slices.SortStableFunc(units, func(x, y plan.Unit) int { return titleRank(x) - titleRank(y) })
	}
	answer := Answer{Intent: question.Citation, Agency: q.Agency}
	if _, asks := factOf[q.Intent]; asks {
		answer.Intent = q.Intent
	}
	for _, u := range units[:min(len(units), MostFound)] {
		answer.Units = append(answer.Units, Found{Unit: u, Score: 1})
		answer.Shown = append(answer.Shown, u.ID)
	}
	answer.Text = a.citingText(q, units)
	return answer, nil
}

// citingAll lists the units that cite all the documents, or any of them where
// none cites all.
func (a *Answerer) citingAll(documents []index.Citation) []plan.Unit {
	all := a.Index.Citing(documents[0])
	union := slices.Clone(all)
	for _, d := range documents[1:] {
		citing := a.Index.Citing(d)
		all = slices.DeleteFunc(all, func(u plan.Unit) bool {
			return !slices.ContainsFunc(citing, func(c plan.Unit) bool { return c.ID == u.ID })
		})
		union = append(union, citing...)
	}
	if len(all) == 0 {
		return union
	}
	return all
}

// citingOrder puts units that fit the topic first, then tasks, which name who
// does what, then the rest.
func citingOrder(x, y plan.Unit, score map[string]float64) int {
	if d := score[y.ID] - score[x.ID]; d > 0.05 || d < -0.05 {
		if d > 0 {
			return 1
		}
		return -1
	}
	return citingRank(x) - citingRank(y)
}

// asksAbout tells a question for what a document is about, which the legal
// bases say by its title.
var asksAbout = regexp.MustCompile(`\b(ve viec gi|ve gi|ve cai gi|noi gi|noi ve gi|noi dung gi|quy dinh gi)\b`)

func titleRank(u plan.Unit) int {
	if u.Kind == plan.KindLegalBasis {
		return 0
	}
	return 1
}

func citingRank(u plan.Unit) int {
	switch u.Kind {
	case plan.KindTask:
		return 0
	case plan.KindNarrativeTask, plan.KindTarget:
		return 1
	case plan.KindLegalBasis:
		return 3
	}
	return 2
}

func (a *Answerer) citingText(q question.Question, units []plan.Unit) chat.Text {
	text := a.Card(units[0], q.Intent)
	if len(units) == 1 {
		return text
	}
	text = append(text, chat.Say(fmt.Sprintf(textAlsoCiting, len(units)-1)))
	for _, u := range units[1:min(len(units), MostFound)] {
		text = append(text, chat.Say(fmt.Sprintf("%s: %s", a.Citation(u), chat.Brief(u.Text))))
	}
	return text
}

func (a *Answerer) noSuchDocument(q question.Question) Answer {
	if a.Plan().Incomplete {
		return Answer{Intent: question.None, Text: chat.Text{chat.Say(fmt.Sprintf(textNotFullyRead, a.Plan().Name()))}}
	}
	number := q.Documents[0].Number
	if year := q.Documents[0].Year; year != "" {
		number += "/" + year
	}
	return Answer{Intent: question.None, Text: chat.Text{chat.Say(fmt.Sprintf(textNoDocument, a.Plan().Name(), number))}}
}
