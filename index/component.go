package index

import "slices"

// Component is a part of the search that an evaluation can leave out, to see
// what it is worth.
type Component string

// The components. What none of the relevance cases needs is not kept.
const (
	ComponentPairs     Component = "pairs"     // words count in full only beside their neighbours
	ComponentMarks     Component = "marks"     // a word with marks prefers the same marks
	ComponentRarity    Component = "rarity"    // rare words weigh more than common ones
	ComponentFacts     Component = "facts"     // a unit must state what is asked
	ComponentKinds     Component = "kinds"     // some kinds of units are meant more often
	ComponentAgencies  Component = "agencies"  // agencies of the question are looked for as parties
	ComponentOpening   Component = "opening"   // a unit that opens with the topic is about it
	ComponentFields    Component = "fields"    // the task's own text weighs more than its cells
	ComponentPhrasings Component = "phrasings" // what people call a unit counts as its words
	ComponentConcepts  Component = "concepts"  // everyday and formal words for the same thing meet
	ComponentBM25      Component = "bm25"      // Bleve's score has a say
)

// Components are all of them.
var Components = []Component{
	ComponentPairs, ComponentMarks, ComponentRarity, ComponentFacts, ComponentKinds,
	ComponentAgencies, ComponentOpening, ComponentFields, ComponentPhrasings, ComponentConcepts, ComponentBM25,
}

// without reports whether a component is left out.
func (ix *Index) without(c Component) bool { return slices.Contains(ix.left, c) }
