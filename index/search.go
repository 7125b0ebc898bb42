package index

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"cchcbot/seeds/plan"
)

const (
	mostWords      = 48 // of a topic; what follows says nothing new
	mostCandidates = 30 // units that Bleve hands to the ranking, where no more are wanted

	// Bleve reads the units in an order of its own, another at every start, and
	// adds up scores in that order. So they are rounded, and of equals at the
	// end of the list, for which there is a reserve, the first of the plan stay.
	reserve     = 8
	scorePlaces = 1e9

	// tellingWeight is how rare a word must be to be asked of cells, headings
	// and footnotes too, which repeat the common ones in every unit.
	tellingWeight = 0.5

	// commonest is how rare a word must be to be asked for where it is not the
	// question's own: nearly every unit has the others.
	commonest = 0.1
)

// Search finds the units that fit a query, best first. Bleve proposes the
// candidates by words and pairs of words; rank orders them by what was asked.
func (ix *Index) Search(ctx context.Context, q Query) ([]Hit, error) {
	if len(q.Terms) > mostWords {
		q.Terms = q.Terms[:mostWords]
		q.Concepts = slices.DeleteFunc(slices.Clone(q.Concepts), func(m ConceptMention) bool { return m.To > mostWords })
		q.Alternatives = slices.DeleteFunc(slices.Clone(q.Alternatives), func(a Alternative) bool { return a.To > mostWords })
	}
	q.Concepts, q.foreign = ix.sortConcepts(q)
	candidates, err := ix.candidates(ctx, q)
	if err != nil {
		return nil, err
	}
	return ix.rank(q, ix.withCiting(q, candidates)), nil
}

// withCiting adds the units that rest on a document of the query: the number is
// not among the words that Bleve is asked for.
func (ix *Index) withCiting(q Query, candidates []candidate) []candidate {
	if len(q.Documents) == 0 {
		return candidates
	}
	for i := range ix.entries {
		known := slices.ContainsFunc(candidates, func(c candidate) bool { return c.ordinal == i })
		if !known && documentFit(&ix.entries[i], q.Documents) > 0 {
			candidates = append(candidates, candidate{ordinal: i})
		}
	}
	return candidates
}

// candidate is a unit proposed by Bleve with its BM25 score, scaled to 0..1.
type candidate struct {
	ordinal int
	bm25    float64
}

func (ix *Index) candidates(ctx context.Context, q Query) ([]candidate, error) {
	wordQuery := ix.wordQuery(q)
	if wordQuery == nil {
		return nil, nil
	}
	most := max(mostCandidates, q.Limit)
	request := bleve.NewSearchRequestOptions(wordQuery, most+reserve, 0, false)
	result, err := ix.words.SearchInContext(ctx, request)
	if err != nil {
		return nil, fmt.Errorf("search plan %s: %w", ix.plan.Number, err)
	}
	found := make([]candidate, 0, len(result.Hits))
	for _, hit := range result.Hits {
		ordinal, err := strconv.Atoi(hit.ID)
		if err != nil {
			return nil, fmt.Errorf("search plan %s: document %q: %w", ix.plan.Number, hit.ID, err)
		}
		found = append(found, candidate{ordinal, math.Round(hit.Score/result.MaxScore*scorePlaces) / scorePlaces})
	}
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.bm25, a.bm25), cmp.Compare(a.ordinal, b.ordinal))
	})
	return found[:min(len(found), most)], nil
}

// wordQuery asks for any word or pair of the topic and of its alternatives,
// each once; nil where the plan knows none of them.
func (ix *Index) wordQuery(q Query) query.Query {
	asked := map[string]bool{}
	var parts []query.Query
	add := func(term, field string, boost float64) {
		if key := field + term; !asked[key] {
			asked[key] = true
			t := bleve.NewTermQuery(term)
			t.SetField(field)
			t.SetBoost(boost)
			parts = append(parts, t)
		}
	}
	addRun := func(words []Word, boost float64) {
		for i, w := range words {
			weight, own := ix.vocab.weight(w.Folded), boost == 1
			if own && weight >= tellingWeight && ix.said[w.Folded] {
				add(w.Folded, fieldSaid, weight*saidWeight)
			}
			if !ix.vocab.Knows(w.Folded) {
				continue
			}
			if !own && weight < commonest {
				continue
			}
			add(w.Folded, fieldText, boost*weight)
			if own && weight >= tellingWeight {
				add(w.Folded, fieldRest, boost*weight*weightHeading)
			}
			if i > 0 && ix.vocab.KnowsPair(words[i-1].Folded, w.Folded) {
				add(pairOf(words[i-1].Folded, w.Folded), fieldPairs, boost)
			}
		}
	}
	addRun(wordsOf(q.Terms), 1)
	for _, a := range q.Alternatives {
		addRun(a.Words, alternativeWeight)
	}
	for _, m := range q.Agencies {
		addRun(m.Words, weightParty)
	}
	for _, m := range q.Concepts {
		add(m.ID, fieldConcepts, ix.conceptRarity(m)*conceptWeight*m.Sure)
	}
	if len(parts) == 0 {
		return nil
	}
	words := bleve.NewDisjunctionQuery(parts...)
	if len(q.Kinds) == 0 && q.Fact != FactContact {
		return words
	}
	conditions := []query.Query{words}
	if len(q.Kinds) > 0 {
		kinds := make([]query.Query, len(q.Kinds))
		for i, kind := range q.Kinds {
			kinds[i] = factQuery(kindFact(kind))
		}
		conditions = append(conditions, bleve.NewDisjunctionQuery(kinds...))
	}
	if q.Fact == FactContact {
		// What is no receiver is no answer, however well its words fit.
		conditions = append(conditions, factQuery(string(FactContact)))
	}
	return bleve.NewConjunctionQuery(conditions...)
}

// kindFact is a kind of unit as the field of facts holds it.
func kindFact(kind plan.Kind) string { return "kind:" + string(kind) }

func factQuery(fact string) query.Query {
	t := bleve.NewTermQuery(fact)
	t.SetField(fieldFacts)
	t.SetBoost(0)
	return t
}

// wordsOf are the words that a topic leans on at all.
func wordsOf(terms []Term) []Word {
	words := make([]Word, 0, len(terms))
	for _, t := range terms {
		if t.Emphasis > 0 {
			words = append(words, t.Word)
		}
	}
	return words
}
