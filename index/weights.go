package index

import "cchcbot/seeds/plan"

// The weights of the ranking. Each is set by the relevance cases; leaving one
// out costs what the evaluation's ablation table says.
const (
	alternativeWeight = 0.55 // a synonym says a little less than the word itself
	alternativeStep   = 0.13 // and more where it stands for several words
	saidWeight        = 0.6  // people say the word so of the unit, beside a neighbour of the question
	saidLoneWeight    = 0.15 // the same without a neighbour
	conceptWeight     = 0.6  // the unit speaks of the same thing in other words
	usedOtherwise     = 0.6  // a word of speech that the plan uses, too, may be meant as the plan means it
	unknownWeight     = 0.4  // of a word that neither the plan nor the register knows
	foreignPart       = 0.7  // what a word loses in a phrase for a thing that no unit speaks of
	loneWeight        = 0.75 // a word without its neighbour of the question
	boundPenalty      = 0.75 // what a lone word loses where the plan uses it only in one pair
	wrongMarks        = 0.7  // the unit spells the word with other marks than the question does
	bm25Weight        = 0.12
	missingFact       = 0.5  // the unit does not state what is asked
	namedBonus        = 0.12 // the unit addresses the agency of the topic by name
	groupBonus        = 0.05
	groupLedPenalty   = 0.06 // a group leads where the city is said to act
	strangerPenalty   = 0.05 // the unit does not address it at all
	spokenOf          = 0.9  // share of an agency's name that must stand in a unit that speaks of it
	countBonus        = 0.1  // the unit counts what is to be counted
	decisionBonus     = 0.15
	documentBonus     = 0.4   // the unit rests on a document that the question names
	mentionWeight     = 0.85  // an agency of the question weighs like a rare word
	groupMatch        = 0.45  // the unit addresses the group of that agency
	foreignMarks      = 0.25  // the plan never spells the word so: it is another word
	runWeight         = 0.015 // for each pair of a long run of the question that stands in the unit
	shortRun          = 3     // pairs that any phrase makes
	longRun           = 10    // more pairs say no more
	openingWeight     = 0.09  // the unit opens with the words of the question
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
