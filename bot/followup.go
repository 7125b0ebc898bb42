package bot

import (
	"slices"
	"strings"

	"cchcbot/bot/question"
	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// A question follows up the one before when it has no topic of its own and
// says what it wants to know of the last answer: another fact ("ai chủ trì"),
// another time ("còn quý II thì sao"), another agency ("của Sở Y tế thì sao"),
// one of the units shown ("cái thứ hai"), or more ("chi tiết hơn"). One that
// has a topic, a number or a document of its own never does.

// said is what a follow-up refers to.
type said struct {
	question question.Question // the last, completed
	focus    []plan.Unit       // the units shown as cards
	listed   bool              // several units are shown, none of them as a card
}

// completion tells how a question follows up what was said.
type completion int

const (
	alone   completion = iota // it stands for itself
	follows                   // it was completed
	unclear                   // it follows up, but which unit it means is not clear
)

// complete reads next as following up what was said before.
func complete(before said, next question.Question) (question.Question, completion) {
	if !unbound(next) {
		return next, alone
	}
	whose := next.Agency != nil || next.Own || next.Speaker != nil
	switch {
	case whose && next.Window != nil:
		return next, alone
	case next.Window != nil:
		return withWindow(before, next)
	case whose:
		return withAgency(before, next)
	case asksFact[next.Intent]:
		return withFact(before, next)
	case asksMore[question.BareWords(next.Text)]:
		return withFocus(before, next, question.Clause)
	}
	return next, alone
}

// unbound reports whether a question names nothing of the plan of its own.
func unbound(q question.Question) bool {
	return !q.Topical() && len(q.Places) == 0 && len(q.Documents) == 0 && !q.Part() && !q.Query.Decision && q.Unknown == "" && q.Intent != question.Help
}

// asksFact are the intents that ask for one fact of a unit.
var asksFact = map[question.Intent]bool{
	question.Owner: true, question.Support: true, question.Deadline: true, question.Product: true,
	question.Target: true, question.Contact: true, question.Citation: true,
}

// withFact asks for another fact of what was shown: of the very unit where it
// states the fact, else of the topic that led to it.
func withFact(before said, next question.Question) (question.Question, completion) {
	last := before.question
	lists := last.Intent == question.Responsibility || last.Intent == question.Due
	switch {
	case lists && len(before.focus) == 0 && next.Role != "" && question.Prefixes(next.Text):
		last.Text, last.Corrections, last.Role = next.Text, next.Corrections, next.Role
		return last, follows
	case len(before.focus) == 0 && before.listed:
		return next, unclear
	case len(before.focus) == 0:
		return next, alone
	case next.Intent == question.Contact, slices.ContainsFunc(before.focus, func(u plan.Unit) bool { return states(u, next.Intent) }), !last.Topical():
		return withFocus(before, next, next.Intent)
	}
	asked := next
	asked.Query = last.Query
	asked.Query.Fact = next.Query.Fact
	asked.Query.Kinds = nil
	return asked, follows
}

// states reports whether a unit can answer for a fact by itself.
func states(u plan.Unit, asked question.Intent) bool {
	switch asked {
	case question.Owner, question.Support, question.Product:
		return u.Kind == plan.KindTask || asked == question.Owner && u.Kind == plan.KindAssignment
	case question.Deadline:
		return u.Kind == plan.KindTask || u.Deadline.Words != ""
	case question.Target:
		return u.Kind == plan.KindTarget || strings.Contains(u.Text, "%")
	case question.Contact:
		return strings.Contains(u.Text, "@")
	case question.Citation:
		return len(index.Citations(u.Text)) > 0
	}
	return false
}

// withFocus asks for the units that were shown, under their numbers.
func withFocus(before said, next question.Question, intent question.Intent) (question.Question, completion) {
	if len(before.focus) == 0 {
		if before.listed {
			return next, unclear
		}
		return next, alone
	}
	agencies := next.Query.Agencies
	next.Intent = intent
	next.Query = before.question.Query // the topic goes on, for what may follow
	next.Query.Kinds, next.Query.Agencies = nil, agencies
	for _, u := range before.focus {
		next.Places = append(next.Places, placeOfUnit(u))
	}
	return next, follows
}

// withWindow asks for another time: what is due then, or whether the unit that
// was shown is.
func withWindow(before said, next question.Question) (question.Question, completion) {
	last := before.question
	one := len(before.focus) == 1
	switch {
	case next.YesNo && one && before.focus[0].Kind == plan.KindTask:
		return withFocus(before, next, question.Deadline)
	case !question.Prefixes(next.Text):
		return next, alone
	case last.Intent == question.Due || last.Intent == question.Responsibility:
		last.Intent = question.Due
		last.Text, last.Corrections, last.Window = next.Text, next.Corrections, next.Window
		return last, follows
	case one && dueIn(before.focus[0], next.Window.Window):
		return withFocus(before, next, question.Deadline)
	}
	return next, alone
}

func dueIn(u plan.Unit, w plan.Window) bool {
	return slices.ContainsFunc(u.Deadline.OccurrencesIn(w.From.Year), func(o plan.Occurrence) bool { return w.Holds(o.Due) })
}

// withAgency asks the same of another agency: for its duties, for what it has
// due, or for its part in the task that was shown.
func withAgency(before said, next question.Question) (question.Question, completion) {
	last := before.question
	task := len(before.focus) > 0 && !slices.ContainsFunc(before.focus, func(u plan.Unit) bool { return u.Kind != plan.KindTask })
	switch {
	case task && (question.Prefixes(next.Text) || next.YesNo && next.Role != ""):
		return withFocus(before, next, question.Clause)
	case !question.Prefixes(next.Text) || len(before.focus) > 0:
		return next, alone
	case last.Intent == question.Due || last.Intent == question.Responsibility:
		next.Intent, next.Window = last.Intent, last.Window
		if next.Role == "" {
			next.Role = last.Role
		}
		return next, follows
	}
	return next, alone
}

// placeOfUnit is where a unit stands, as a question names it.
func placeOfUnit(u plan.Unit) question.Place {
	section, number, _ := strings.Cut(u.ID, ".")
	if u.Kind == plan.KindArticle {
		section, number = u.ID[:1], u.ID[1:]
	}
	return question.Place{Section: section, Number: number, Words: u.Place()}
}

// asksMore are the words that ask for more of the same.
var asksMore = question.SetOf("chi tiet hon", "chi tiet", "noi ro hon", "noi chi tiet hon", "noi ro", "noi cu the", "cu the hon", "cu the", "ro hon",
	"xem chi tiet", "xem chi tiet hon", "cho xem chi tiet", "noi them", "xem them", "them chi tiet", "cu the la gi", "chi tiet la gi", "noi cu the hon", "giai thich them")
