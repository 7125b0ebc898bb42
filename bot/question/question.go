// Package question reads what a Vietnamese sentence asks for: the intent, the
// agency, the place in the document, the time window, and the topic that
// remains.
//
// In: the words of a person, typed any way that people type. Out: a Question.
// The package looks nothing up in the plan's units and answers nothing; of the
// plan it knows only the vocabulary, to mend slips of typing.
package question

import (
	"slices"
	"strings"

	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// Intent is what a person wants to know.
type Intent string

// The intents, as the machine contract names them.
const (
	Responsibility Intent = "responsibility" // all of an agency's duties
	Owner          Intent = "owner"
	Support        Intent = "support"
	Deadline       Intent = "deadline"
	Product        Intent = "product"
	Target         Intent = "target"
	Contact        Intent = "contact"
	Clause         Intent = "clause"    // what a numbered place says
	Citation       Intent = "reference" // which units rest on a document, or on which documents a unit rests
	Due            Intent = "due"       // what is due in a time window
	Search         Intent = "search"
	Help           Intent = "help"
	None           Intent = "none"
)

// Question is what was understood: what is asked (Asks), of which units (About),
// over which plan (Over), and what kind of thing would answer it (Expects). These
// compose: any conditions hold together. The other fields tell the same in the
// terms of single questions: one intent, one agency, one time.
type Question struct {
	Asks    []Ask    // in the order in which they stand; never empty
	By      Grouping // of which the most or least is asked for, or which are counted
	About   About
	Over    Over
	Expects Expected

	Text        string // as asked, NFC
	Intent      Intent
	Agency      *plan.Agency     // whom the question is about; a whole group stands as an agency of its own name
	Unknown     string           // words that have the form of an agency's name but are in no register
	Speaker     *plan.Agency     // whose official the asker says to be
	Own         bool             // the asker means their own agency without naming it: "đơn vị em"
	Role        plan.Role        // the only role asked for, "" for all
	Act         *Act             // what it says was done or is to be done about duties, nil for nothing
	Running     *Window          // the time as it is meant of duties that come back: a period without a year is of the year that runs, and a year alone is a time
	Window      *Window          // the time that the question is about, of several that follow each other the whole
	Places      []Place          // numbered places of the document that it names
	Documents   []index.Citation // documents that it names by number
	Query       index.Query      // the topic, ready to be looked up
	Ordinal     int              // which of those that were shown before is meant: "cái thứ hai"; LastOne for the last, 0 for none
	Corrections []Correction     // what was read differently from how it was typed
	Outside     string           // something that it names and no such plan holds, folded: "ha noi"
	Counted     string           // of what it asks how many there are, folded: "diem"
	Implied     bool             // duties are meant though nobody asks for them outright: "Sở Tư pháp"
	Duties      bool             // asks what somebody has to do
	YesNo       bool             // asks whether something is so
	Bare        bool             // asks nothing outright
	Identity    *Identity        // it asks for the number, the date or the issuer of the document, nil for no
	Idle        Idle             // it is talk that asks nothing and names nothing

	via plan.Via // how the agencies are addressed
}

// Topical reports whether a topic of its own remains when intent, agency, time
// and what nearly every unit speaks of are taken away.
func (q Question) Topical() bool {
	return slices.ContainsFunc(q.Query.Terms, func(t index.Term) bool { return t.Emphasis >= 1 })
}

// Worded reports whether anything remains to be looked up.
func (q Question) Worded() bool {
	return slices.ContainsFunc(q.Query.Terms, func(t index.Term) bool { return t.Emphasis > 0 })
}

// Part reports whether the question asks for a piece of the decision by what it
// is for: its legal bases, recipients, signature.
func (q Question) Part() bool {
	return len(q.Query.Kinds) > 0 && q.Query.Kinds[0] != plan.KindAssignment
}

// Strange are the words of the topic that stand for no concept, that no synonym
// stands for and that are no numbers.
func (q Question) Strange() []index.Term {
	var strange []index.Term
	for i, t := range q.Query.Terms {
		if t.Emphasis < 1 || len(t.Folded) < 3 || strings.ContainsAny(t.Folded, "0123456789") {
			continue
		}
		if slices.ContainsFunc(q.Query.Concepts, func(m index.ConceptMention) bool { return m.From <= i && i < m.To }) {
			continue
		}
		if !slices.ContainsFunc(q.Query.Alternatives, func(a index.Alternative) bool { return a.From <= i && i < a.To }) {
			strange = append(strange, t)
		}
	}
	return strange
}

// Correction is a word that was read differently from how it was typed.
type Correction struct{ Typed, Read string }

// Window is a stretch of days and the words for it.
type Window struct {
	plan.Window
	Label      string // "quý I năm 2024"
	Impossible bool   // no calendar has it: "tháng 13"
	Unread     bool   // it is said in words that were not understood: "dịp hè"
}

// Place is a numbered place of the document, as the question names it.
type Place struct {
	Section string // "D", "I".."V", "PL", "CC"; "" where the question does not say
	Number  string // "2", "1.4.2"; "" for a whole section
	Words   string // "Điều 9", "mục 8.2 phụ lục"
}
