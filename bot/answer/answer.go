// Package answer tells what the plan says to a question that was read.
//
// In: a question.Question and who asks when. Out: an Answer with its units, the
// part that an agency has in each, and the whole text. It keeps nothing, makes
// no screen, and states nothing that the document does not hold.
package answer

import (
	"context"
	"fmt"
	"slices"

	"cchcbot/bot/agency"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/index"
	"cchcbot/seeds"
	"cchcbot/seeds/plan"
)

// Answerer answers single questions about the plan in force. It is safe for
// concurrent use and remembers nothing.
type Answerer struct {
	Index    *index.Index // of the plan in force
	Register *plan.Register
	Reader   *question.Reader
	Names    *agency.NameIndex

	others []otherPlan // that questions may name, those in force first
	ruling *plan.Plan  // the plan that answers without a hint, nil where this is it
}

// Answer is what the plan says to a question.
type Answer struct {
	Plan     *plan.Plan // that the answer rests on
	Intent   question.Intent
	Question question.Question
	Agency   *plan.Agency   // whom the answer is about, nil where nobody in particular
	Units    []Found        // best first; complete for Responsibility and Due, at most ten otherwise
	YesNo    chat.Paragraph // the sentence that opens Text where it says yes or no, or which part Agency has; zero where it does not
	Text     chat.Text      // the whole answer
	Shown    []string       // ids of the units that Text shows with their place, in its order

	Composed   bool           // Units are the complete set that meets the conditions of the question
	Understood string         // the conditions of a composed question, in half a line; "" for others
	Count      *int           // the number that answers a question for one, nil for others
	Note       chat.Paragraph // the paragraph of Text that says which plan it rests on; zero for the one in force
	Also       []*plan.Plan   // others in force that speak of it, too
	Near       []Found        // of intent None: units that speak of the subject without holding what was asked
}

// Found is a unit of an Answer.
type Found struct {
	Unit  plan.Unit
	Role  plan.Role // the agency's, "" where the answer is about none
	Via   plan.Via
	Score float64 // how well it answers: 1 is sure, below 0.3 is far
}

// The components that this room adds to those of the index.
const (
	withoutSynonyms = "synonyms"
	withoutMending  = "mending"
	withoutExpected = "expected" // the kind of thing that a question expects
)

// Components are the parts of the understanding that can be left out.
func Components() []string {
	components := []string{withoutSynonyms, withoutMending, withoutExpected}
	for _, c := range index.Components {
		components = append(components, string(c))
	}
	return components
}

// NewAnswerer indexes the plan in force, the first of a library. The others
// answer where a question names them.
func NewAnswerer(library *seeds.Library) (*Answerer, error) {
	return NewAnswererWithout(library)
}

// NewAnswererWithout leaves components of the understanding out, named as
// Components names them, so that an evaluation can tell what each is worth.
func NewAnswererWithout(library *seeds.Library, components ...string) (*Answerer, error) {
	if len(library.Plans) == 0 {
		return nil, fmt.Errorf("no plan is loaded")
	}
	a, err := indexPlan(library, library.Plans[0], components)
	if err != nil {
		return nil, err
	}
	a.others = otherPlans(library, components)
	return a, nil
}

// indexPlan prepares the answers from one plan.
func indexPlan(library *seeds.Library, p *plan.Plan, components []string) (*Answerer, error) {
	official, all := abbreviations(library.Abbreviations)
	var left []index.Component
	for _, c := range components {
		left = append(left, index.Component(c))
	}
	register, err := library.RegisterOf(p)
	if err != nil {
		return nil, err
	}
	if p, register, err = p.WithOwnBodies(register); err != nil {
		return nil, err
	}
	concepts := index.NewConcepts(library.Concepts, official)
	ix, err := index.Build(p, register, official, concepts, left...)
	if err != nil {
		return nil, err
	}
	lexicon := question.Lexicon{
		Register:      register,
		Abbreviations: all,
		Synonyms:      synonyms(library),
		Concepts:      concepts,
		Vocabulary:    ix.Vocabulary(),
		PlanYear:      p.Year,
		PlainNumbers:  plainNumbers(p),
		PlanNumber:    p.Number,
		Right:         rightWords(library),
		Unexpecting:   slices.Contains(components, withoutExpected),
		AsTyped:       slices.Contains(components, withoutMending),
	}
	if slices.Contains(components, withoutSynonyms) {
		lexicon.Synonyms = nil
	}
	if slices.Contains(left, index.ComponentConcepts) {
		lexicon.Concepts = nil
	}
	reader := question.NewReader(lexicon)
	return &Answerer{Index: ix, Register: register, Reader: reader, Names: agency.NewNameIndex(register)}, nil
}

// Plan is the plan that answers rest on.
func (a *Answerer) Plan() *plan.Plan { return a.Index.Plan() }

// Answer reads a message and answers its question, or its questions one behind
// the other. An error is the operator's matter:
// a question that has no answer in the plan is an Answer of intent None.
func (a *Answerer) Answer(ctx context.Context, text string, s dialog.Situation) (Answer, error) {
	questions := a.Reader.Hear(text, s.Now).Questions()
	if len(questions) == 1 {
		return a.Reply(ctx, questions[0], s)
	}
	var both Answer
	for i, q := range questions {
		one, err := a.Reply(ctx, q, s)
		if err != nil {
			return Answer{}, err
		}
		if i == 0 {
			both = one
			both.Text = append(chat.Text{chat.BoldText(chat.UpperFirst(q.Text))}, one.Text...)
			continue
		}
		both.Units = append(both.Units, one.Units...)
		both.Text = append(append(both.Text, chat.BoldText(chat.UpperFirst(q.Text))), one.Text...)
	}
	return both, nil
}

// Reply answers a question that was read, or completed by what was said before:
// from the plan that it names, else from the one in force.
func (a *Answerer) Reply(ctx context.Context, q question.Question, s dialog.Situation) (Answer, error) {
	if answer, compares, err := a.compared(q, s); compares || err != nil {
		return answer, err
	}
	if answer, found, err := a.fromOther(ctx, q, s); found || err != nil {
		return answer, err
	}
	return a.fromRuling(ctx, q, s)
}

// replyHere answers from the plan that a is of.
func (a *Answerer) replyHere(ctx context.Context, q question.Question, s dialog.Situation) (Answer, error) {
	answer, err := a.answer(ctx, a.tested(q, s), s)
	if err != nil {
		return Answer{}, fmt.Errorf("answer: %w", err)
	}
	if !answer.Composed {
		answer = expected(q, answer)
	}
	answer.Question, answer.Plan = q, a.Plan()
	if answer.YesNo = a.yesNo(q, answer, s); len(answer.YesNo.Spans) > 0 {
		answer.Text = append(chat.Text{answer.YesNo}, answer.Text...)
	}
	if note := CorrectionNote(q.Corrections); len(note.Spans) > 0 && answer.Intent != question.None {
		answer.Text = append(chat.Text{note}, answer.Text...)
	}
	return answer, nil
}

func (a *Answerer) answer(ctx context.Context, q question.Question, s dialog.Situation) (Answer, error) {
	if words, idle := idleWords[q.Idle]; idle {
		answer := Answer{Intent: question.None}
		for _, w := range words {
			answer.Text = append(answer.Text, chat.Say(w))
		}
		return answer, nil
	}
	if answer, ok := a.identity(q); ok {
		return answer, nil
	}
	if answer, ok, err := a.composed(ctx, q, s); ok || err != nil {
		return answer, err
	}
	switch q.Intent {
	case question.None:
		return a.noAnswer(q), nil
	case question.Help:
		return a.help(), nil
	case question.Responsibility:
		return a.dutiesOrMention(ctx, q, s)
	case question.Due:
		return a.Due(q, s), nil
	}
	if q.Part() {
		return a.parts(ctx, q)
	}
	if len(q.Places) > 0 {
		return a.Places(q), nil
	}
	if len(q.Documents) > 0 && (q.Intent == question.Citation || !q.Topical()) {
		return a.citing(ctx, q, s)
	}
	return a.search(ctx, q, s)
}

// dutiesOrMention answers what an agency has to do, or, where a body is named
// and the plan asks nothing of it, what it says of that body.
func (a *Answerer) dutiesOrMention(ctx context.Context, q question.Question, s dialog.Situation) (Answer, error) {
	answer := a.responsibility(q, s)
	if len(answer.Units) > 0 || q.Agency == nil || !q.Implied || q.Role != "" {
		return answer, nil
	}
	spoken := q
	spoken.Intent = question.Search
	if told, err := a.search(ctx, spoken, s); err != nil || len(told.Units) > 0 {
		return told, err
	}
	return answer, nil
}

const (
	// OtherShare is how near to the best score a unit must be to be offered.
	OtherShare = 0.6
)

// OfRole keeps the duties of a role, all where none is given.
func OfRole(duties []plan.Duty, role plan.Role) []plan.Duty {
	if role == "" {
		return duties
	}
	return slices.DeleteFunc(slices.Clone(duties), func(d plan.Duty) bool { return d.Role != role })
}
