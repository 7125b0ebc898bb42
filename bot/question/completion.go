package question

import (
	"slices"
	"strings"

	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// A question follows up the one before when it has no topic of its own and
// says what it wants to know of the last answer: another fact ("ai chủ trì"),
// another time ("còn quý II thì sao"), another agency ("của Sở Y tế thì sao"),
// one of the units shown ("cái thứ hai"), or more ("chi tiết hơn"). One that
// has a topic, a number or a document of its own never does.

// Scene is what a follow-up refers to.
type Scene struct {
	Question Question    // the last, completed
	Focus    []plan.Unit // the units shown as cards
	Listed   bool        // several units are shown
}

// Completion tells how a question follows up what was said.
type Completion int

// The ways to follow up.
const (
	Alone   Completion = iota // it stands for itself
	Follows                   // it was completed
	Unclear                   // it follows up, but which unit it means is not clear
)

// Complete reads next as following up what was said before.
func Complete(before Scene, next Question) (Question, Completion) {
	if !next.Unbound() {
		return next, Alone
	}
	if narrowed, ok := narrow(before.Question, next); ok {
		return narrowed, Follows
	}
	whose := next.Agency != nil || next.Own || next.Speaker != nil
	switch {
	case whose && next.Window != nil:
		return next, Alone
	case next.Window != nil:
		return withWindow(before, next)
	case whose:
		return withAgency(before, next)
	case AsksFact(next.Intent):
		return withFact(before, next)
	case AsksMore(next):
		return WithFocus(before, next, Clause)
	}
	return next, Alone
}

// Unbound reports whether a question names nothing of the plan of its own.
func (q Question) Unbound() bool {
	return !q.Topical() && len(q.Places) == 0 && len(q.Documents) == 0 && !q.Part() && !q.Query.Decision && q.Unknown == "" && q.Intent != Help
}

// AsksFact reports whether an intent asks for one fact of a unit.
func AsksFact(asked Intent) bool { return facts[asked] != index.FactAny }

// withFact asks for another fact of what was shown: of the very unit where it
// states the fact, else of the topic that led to it.
func withFact(before Scene, next Question) (Question, Completion) {
	last := before.Question
	lists := last.Intent == Responsibility || last.Intent == Due
	switch {
	case lists && len(before.Focus) == 0 && next.Role != "" && Prefixes(next.Text):
		last.Text, last.Corrections, last.Role = next.Text, next.Corrections, next.Role
		return last, Follows
	case len(before.Focus) == 0 && before.Listed:
		return next, Unclear
	case len(before.Focus) == 0:
		return next, Alone
	case next.Intent == Contact, slices.ContainsFunc(before.Focus, func(u plan.Unit) bool { return states(u, next.Intent) }), !last.Topical():
		return WithFocus(before, next, next.Intent)
	}
	asked := next
	asked.Query = last.Query
	asked.Query.Fact = next.Query.Fact
	asked.Query.Kinds = nil
	return asked, Follows
}

// states reports whether a unit can answer for a fact by itself.
func states(u plan.Unit, asked Intent) bool {
	switch asked {
	case Owner, Support, Product:
		return u.Kind == plan.KindTask || asked == Owner && u.Kind == plan.KindAssignment
	case Deadline:
		return u.Kind == plan.KindTask || u.Deadline.Words != ""
	case Target:
		return u.Kind == plan.KindTarget || strings.Contains(u.Text, "%")
	case Contact:
		return strings.Contains(u.Text, "@")
	case Citation:
		return len(index.Citations(u.Text)) > 0
	}
	return false
}

// WithFocus asks for the units that were shown, under their numbers.
func WithFocus(before Scene, next Question, intent Intent) (Question, Completion) {
	if len(before.Focus) == 0 {
		if before.Listed {
			return next, Unclear
		}
		return next, Alone
	}
	agencies := next.Query.Agencies
	next.Intent = intent
	next.Query = before.Question.Query // the topic goes on, for what may follow
	next.Query.Kinds, next.Query.Agencies = nil, agencies
	for _, u := range before.Focus {
		next.Places = append(next.Places, placeOfUnit(u))
	}
	return next, Follows
}

// withWindow asks for another time: what is due then, or whether the unit that
// was shown is.
func withWindow(before Scene, next Question) (Question, Completion) {
	last := before.Question
	one := len(before.Focus) == 1
	switch {
	case next.YesNo && one && before.Focus[0].Kind == plan.KindTask:
		return WithFocus(before, next, Deadline)
	case !Prefixes(next.Text):
		return next, Alone
	case last.Intent == Due || last.Intent == Responsibility:
		last.Intent = Due
		last.Text, last.Corrections, last.Window = next.Text, next.Corrections, next.Window
		return last, Follows
	case one && dueIn(before.Focus[0], next.Window.Window):
		return WithFocus(before, next, Deadline)
	}
	return next, Alone
}

func dueIn(u plan.Unit, w plan.Window) bool {
	return slices.ContainsFunc(u.Deadline.OccurrencesIn(w.From.Year), func(o plan.Occurrence) bool { return w.Holds(o.Due) })
}

// withAgency asks the same of another agency: for its duties, for what it has
// due, or for its part in the task that was shown.
func withAgency(before Scene, next Question) (Question, Completion) {
	last := before.Question
	task := len(before.Focus) > 0 && !slices.ContainsFunc(before.Focus, func(u plan.Unit) bool { return u.Kind != plan.KindTask })
	switch {
	case task && (Prefixes(next.Text) || next.YesNo && next.Role != ""):
		return WithFocus(before, next, Clause)
	case !Prefixes(next.Text) || len(before.Focus) > 0:
		return next, Alone
	case last.Intent == Due || last.Intent == Responsibility:
		next.Intent, next.Window = last.Intent, last.Window
		if next.Role == "" {
			next.Role = last.Role
		}
		return next, Follows
	}
	return next, Alone
}

// placeOfUnit is where a unit stands, as a question names it.
func placeOfUnit(u plan.Unit) Place {
	section, number, _ := strings.Cut(u.ID, ".")
	if u.Kind == plan.KindArticle {
		section, number = u.ID[:1], u.ID[1:]
	}
	return Place{Section: section, Number: number, Words: u.Place()}
}

// AsksMore reports whether a question asks for more of the same.
func AsksMore(q Question) bool { return moreWords[BareWords(q.Text)] }

var moreWords = SetOf("chi tiet hon", "chi tiet", "noi ro hon", "noi chi tiet hon", "noi ro", "noi cu the", "cu the hon", "cu the", "ro hon",
	"xem chi tiet", "xem chi tiet hon", "cho xem chi tiet", "noi them", "xem them", "them chi tiet", "cu the la gi", "chi tiet la gi", "noi cu the hon", "giai thich them")
