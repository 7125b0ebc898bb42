package index

import "cchcbot/seeds/plan"

// Query is what a question looks for, read by the question room.
type Query struct {
	Terms        []Term           // the topic, in the order of the question
	Alternatives []Alternative    // other ways to say parts of it
	Concepts     []ConceptMention // what parts of it stand for, places as in Terms
	Fact         Fact             // what is asked of the unit
	Agencies     []Mention        // bodies that the question names
	Documents    []Citation       // documents that the question names
	Decision     bool             // the question names the decision itself, so that its articles are near
	Counted      string           // of what the question asks how many there are, folded
	City         bool             // the question says that the city itself acts
	Kinds        []plan.Kind      // kinds of units that the question names; none: all
	Limit        int              // most hits wanted

	foreign []ConceptMention // concepts that no unit carries
}

// Term is a word of a topic and how much the question leans on it.
type Term struct {
	Word
	Emphasis float64 // 1 for a plain word of the topic, 0 for one that only links others
}

// Alternative says a run of the query's words in other words.
type Alternative struct {
	From, To int    // Query.Terms[From:To]
	Words    []Word // at least one
}

// Hit is a unit that was found.
type Hit struct {
	Unit     plan.Unit
	Score    float64 // how well it answers, about 0 to 1; comparable within one plan
	Coverage float64 // share of the topic's weight that stands in the unit, 0 to 1
	Pairs    float64 // share of the topic's neighbours that are neighbours in the unit too
	Known    float64 // the same of the words that some unit of the plan holds
}
