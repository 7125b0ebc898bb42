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
	Listed   []plan.Unit // all that are shown
	Earlier  []plan.Unit // the units shown as cards before that
	Set      Question    // the last that was answered by a set
}

// mostEach is of how many units of a list a fact is told at once.
const mostEach = 5

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
	if last := before.Question; next.Bare && len(next.About.Places) > 0 && next.Places[0].Section != "D" && AsksFact(last.Intent) && Prefixes(next.Text) {
		next.Intent, next.Asks, next.Bare = last.Intent, last.Asks, false // "à không, 6.4"
		return next, Follows
	}
	if q, how := pointing(before, next); how != Alone {
		return q, how
	}
	if !next.Unbound() {
		return next, Alone
	}
	if narrowed, ok := narrow(before.Question, next); ok {
		return narrowed, Follows
	}
	if narrowed, ok := narrow(before.Set, next); ok && next.Set() && next.inRole(before.Set.conditioned()) {
		return narrowed, Follows // "còn ở vai phối hợp thì có việc gì", after a look at one of them
	}
	whose := next.Agency != nil || next.Own || next.Speaker != nil
	switch {
	case next.Window != nil && strings.HasPrefix(next.Window.Label, "kỳ ") && len(before.Focus) > 0:
		next.Window, next.About.Windows = nil, nil
		return WithFocus(before, next, Deadline) // "kỳ sau khi nào"
	case next.Asked(AskDifference) && len(before.Focus) == 1 && len(before.Earlier) == 1:
		before.Focus = append(slices.Clone(before.Earlier), before.Focus...)
		return WithFocus(before, next, next.Intent)
	case next.Asked(AskWhoDone):
		return WithFocus(before, next, Clause)
	case whose && next.Window != nil:
		return next, Alone
	case next.Window != nil:
		return withWindow(before, next)
	case whose:
		return withAgency(before, next)
	case AsksFact(next.Intent) && !(next.About.Ahead && len(before.Focus) == 0):
		return withFact(before, next)
	case next.About.Ahead: // "hạn gần nhất là gì": of oneself
		next.Own, next.Intent, next.About.Parties = true, Due, []Party{{Own: true}}
		return next, Alone
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
	switch {
	case len(before.Focus) == 0 && len(before.Listed) > 1 && len(before.Listed) <= mostEach:
		before.Focus = before.Listed
		return WithFocus(before, next, next.Intent)
	case len(before.Focus) == 0 && len(before.Listed) > 1:
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

// asksWho tells "còn ai phối hợp" from "còn phối hợp thì sao".
func asksWho(text string) bool { return slices.Contains(strings.Fields(Folded(text)), "ai") }

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
		if len(before.Listed) > 1 {
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
	one := len(before.Focus) == 1
	switch {
	case next.YesNo && one && before.Focus[0].Kind == plan.KindTask:
		return WithFocus(before, next, Deadline)
	case !Prefixes(next.Text):
		return next, Alone
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
	if last.Lists() && len(before.Listed) < 2 && !next.YesNo {
		before.Focus, task = nil, false // the only one of a set is no task that was asked for
	}
	switch {
	case task && (Prefixes(next.Text) || next.YesNo && (next.Role != "" || strings.HasPrefix(Folded(next.Text), "trong do"))):
		return WithFocus(before, next, Clause)
	case len(before.Focus) > 0 && AsksFact(last.Intent) && Prefixes(next.Text):
		return WithFocus(before, next, last.Intent) // "thế cấp huyện": one unit tells it of all
	case !Prefixes(next.Text) || len(before.Focus) > 0:
		return next, Alone
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
