package answer

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/index"
	"cchcbot/seeds"
	"cchcbot/seeds/plan"
)

// otherPlan is a plan that does not answer without a hint. It is read and indexed
// when a question asks for it.
type otherPlan struct {
	about *plan.Plan // may lack its units
	rules bool       // it is in force, too
	open  func() (*Answerer, error)
}

// mostOpen is how many plans that are not in force are kept indexed.
const mostOpen = 4

// otherPlans prepares the plans of a library behind the one that answers without
// a hint: those in force beside it, and the older ones.
func otherPlans(library *seeds.Library, components []string) []otherPlan {
	var others []otherPlan
	for _, p := range library.Beside {
		others = append(others, otherPlan{p, true, sync.OnceValues(func() (*Answerer, error) { return indexPlan(library, p, components) })})
	}
	volumes := library.Shelved
	for _, p := range library.Plans[1:] {
		volumes = append(volumes[:len(volumes):len(volumes)], plan.Volume{About: p, Open: func() (*plan.Plan, error) { return p, nil }})
	}
	opened := plan.NewLatest[*plan.Plan, *Answerer](mostOpen)
	for _, v := range volumes {
		others = append(others, otherPlan{about: v.About, open: func() (*Answerer, error) {
			return opened.Get(v.About, func() (*Answerer, error) {
				p, err := v.Open()
				if err != nil {
					return nil, fmt.Errorf("open plan: %w", err)
				}
				return indexPlan(library, p, components)
			})
		}})
	}
	return others
}

// Of is the answers from the plan that a key of records names, which is in force
// or was; false where the library does not hold it.
func (a *Answerer) Of(key string) (*Answerer, bool, error) {
	return a.find(func(p *plan.Plan) bool { return p.Key() == key })
}

// Coded is the answers from the plan that buttons name by a code; false where the
// library does not hold it.
func (a *Answerer) Coded(code int) (*Answerer, bool, error) {
	return a.find(func(p *plan.Plan) bool { return p.ButtonCode() == code })
}

// UnitOf is a unit of the plan that a key of records names; false where the
// library does not hold it.
func (a *Answerer) UnitOf(key, id string) (plan.Unit, bool) {
	that, known, err := a.Of(key)
	if err != nil || !known {
		return plan.Unit{}, false
	}
	return that.Index.Unit(id)
}

// Past reports whether the plan is older than the one that answers without a hint.
func (a *Answerer) Past() bool { return a.ruling != nil && a.Plan().Year < a.ruling.Year }

func (a *Answerer) find(meant func(*plan.Plan) bool) (*Answerer, bool, error) {
	if meant(a.Plan()) {
		return a, true, nil
	}
	for _, other := range a.others {
		if meant(other.about) {
			that, err := a.open(other)
			return that, err == nil, err
		}
	}
	return nil, false, nil
}

// open is the answers from another plan, which know the rest of the library, too.
func (a *Answerer) open(other otherPlan) (*Answerer, error) {
	that, err := other.open()
	if err != nil {
		return nil, fmt.Errorf("plan %s: %w", other.about.Number, err)
	}
	with := *that
	with.others, with.ruling = a.others, a.current()
	return &with, nil
}

// current is the plan that answers without a hint.
func (a *Answerer) current() *plan.Plan {
	if a.ruling != nil {
		return a.ruling
	}
	return a.Plan()
}

// meant is the plan that a question names by its number, its year or its subject,
// and that is not the one that a is of; false where it names none that is there.
// By words tells that "kế hoạch" or a number names the plan, and not a year alone,
// which the plan in force may speak of.
func (a *Answerer) meant(q question.Question) (other otherPlan, byName, found bool) {
	for _, other := range a.others {
		if other.about.Key() == a.Plan().Key() {
			continue
		}
		for _, d := range q.Documents {
			if a.names(d, other.about) && (q.Intent != question.Citation || len(a.Index.Citing(d)) == 0) {
				return other, true, true
			}
		}
	}
	folded := question.Folded(q.Text)
	for _, other := range a.others {
		if other.rules && other.about.Subject() != a.Plan().Subject() && namesSubject(folded, other.about) {
			return other, true, true
		}
	}
	for _, m := range namedYear.FindAllStringSubmatch(folded, -1) {
		year, err := strconv.Atoi(m[2])
		if err != nil || a.Plan().CoversYear(year) {
			continue
		}
		if other, found := a.ofYear(year); found {
			return other, m[1] != "", true
		}
	}
	return otherPlan{}, false, false
}

// ofYear is the plan of a year, one of the line of the own before others.
func (a *Answerer) ofYear(year int) (otherPlan, bool) {
	var found otherPlan
	for _, other := range a.others {
		if !other.about.CoversYear(year) || other.about.Withdrawn {
			continue
		}
		if other.about.Line == a.Plan().Line {
			return other, true
		}
		if found.about == nil {
			found = other
		}
	}
	return found, found.about != nil
}

// OfYear is the answers from the plan of a year; the own where there is no other.
func (a *Answerer) OfYear(year int) (*Answerer, error) {
	if a.Plan().CoversYear(year) {
		return a, nil
	}
	other, found := a.ofYear(year)
	if !found {
		return a, nil
	}
	return a.open(other)
}

// Named is the answers from the plan that words name, whether or not they are a
// question: "năm 2024", "theo QĐ 6004"; the own where they name no other.
func (a *Answerer) Named(q question.Question) (*Answerer, error) {
	other, _, found := a.meant(q)
	if !found {
		return a, nil
	}
	return a.open(other)
}

// namesSubject reports whether folded words name a plan by what it is about: "kế
// hoạch chuyển đổi số".
func namesSubject(folded string, p *plan.Plan) bool {
	subject := question.Folded(p.Subject())
	return subject != "" && strings.Contains(folded, "ke hoach "+subject)
}

// withoutName is a text without the words that name the plan by what it is about,
// where others are left.
func (a *Answerer) withoutName(text string) string {
	name := "ke hoach " + question.Folded(a.Plan().Subject())
	words, most := strings.Fields(text), len(strings.Fields(name))
	for i := range max(0, len(words)-most) + 1 {
		if most < 3 || len(words) <= most || question.Folded(strings.Join(words[i:min(len(words), i+most)], " ")) != name {
			continue
		}
		return strings.Join(append(words[:i:i], words[i+most:]...), " ")
	}
	return text
}

// namedYear is a year in a question, with what makes it the year of a plan.
var namedYear = regexp.MustCompile(`\b(ke hoach (?:cchc |cai cach hanh chinh )?(?:cua )?(?:nam )?)?(20\d\d)\b`)

// names reports whether a citation means a plan.
func (a *Answerer) names(d index.Citation, p *plan.Plan) bool {
	head, _, _ := strings.Cut(p.Number, "/")
	switch {
	case head == "" || d.Number != head:
		return false
	case strings.ContainsAny(d.Full, "/-"):
		return d.Full == question.Folded(p.Number)
	}
	return d.Year == "" || d.Year == strconv.Itoa(p.Year)
}

// fromOther answers from the plan that a question names, where it is not the
// one in force. False leaves the question to the plan in force.
func (a *Answerer) fromOther(ctx context.Context, q question.Question, s dialog.Situation) (Answer, bool, error) {
	if len(a.others) == 0 {
		return Answer{}, false, nil
	}
	other, byName, found := a.meant(q)
	if !found {
		return Answer{}, false, nil
	}
	if !byName {
		speaks, err := a.speaksOfYear(ctx, q, s)
		if err != nil || speaks {
			return Answer{}, false, err
		}
	}
	that, err := a.open(other)
	if err != nil {
		return Answer{}, false, err
	}
	answer, err := that.reread(ctx, q, s)
	if err != nil {
		return Answer{}, false, err
	}
	answer.Note = a.whichPlan(other)
	answer.Text = append(chat.Text{answer.Note}, answer.Text...)
	return answer, true, nil
}

// reread answers a question that was read in the words of another plan.
func (a *Answerer) reread(ctx context.Context, q question.Question, s dialog.Situation) (Answer, error) {
	anew := a.Reader.Read(a.withoutName(q.Text), s.Now)
	if anew.Topical() || anew.Agency != nil || len(anew.Places) > 0 || anew.Own || anew.Window != nil {
		q = anew
	}
	return a.replyHere(ctx, q, s)
}

// fromRuling answers from the plans in force: from the first, or where it does
// not say it, from another. Where several could be meant, the answer says which
// it took.
func (a *Answerer) fromRuling(ctx context.Context, q question.Question, s dialog.Situation) (Answer, error) {
	answer, err := a.replyHere(ctx, q, s)
	if err != nil || a.ruling != nil || q.Intent == question.Help || q.Intent == question.None {
		return answer, err
	}
	for _, other := range a.others {
		if !other.rules {
			break // those in force come first
		}
		that, err := a.open(other)
		if err != nil {
			return Answer{}, err
		}
		told, err := that.reread(ctx, q, s)
		switch {
		case err != nil:
			return Answer{}, err
		case len(told.Units) == 0:
		case len(answer.Units) == 0 || told.Units[0].Score > besideShare*answer.Units[0].Score:
			told.Also = append(answer.Also, answer.Plan)
			if len(answer.Units) == 0 {
				told.Also = answer.Also
			}
			answer = told
		default:
			answer.Also = append(answer.Also, that.Plan())
		}
	}
	if answer.Plan != a.Plan() || len(answer.Also) > 0 {
		answer.Note = takenFrom(answer)
		answer.Text = append(answer.Text[:len(answer.Text):len(answer.Text)], answer.Note)
	}
	return answer, nil
}

// besideShare is how much better a unit of another plan in force must be to go
// before one of the first.
const besideShare = 1.25

// takenFrom says which of several plans in force an answer comes from.
func takenFrom(answer Answer) chat.Paragraph {
	words := fmt.Sprintf(textTakenFrom, answer.Plan.Name(), answer.Plan.Period())
	if len(answer.Also) > 0 {
		var names []string
		for _, p := range answer.Also {
			names = append(names, p.Name())
		}
		words += " " + fmt.Sprintf(textAlsoRules, strings.Join(names, ", "))
	}
	return chat.Paragraph{Spans: []chat.Span{{Words: words, Style: chat.Italic}}}
}

// speaksOfYear reports whether the plan in force answers a question by a unit
// that speaks of the year itself: "tự chấm điểm Chỉ số năm 2024".
func (a *Answerer) speaksOfYear(ctx context.Context, q question.Question, s dialog.Situation) (bool, error) {
	year := a.otherYear(q)
	if q.Intent == question.Responsibility || q.Intent == question.Due || len(q.Places) > 0 || !q.Worded() || year == "" {
		return false, nil
	}
	answer, err := a.replyHere(ctx, q, s)
	if err != nil || len(answer.Units) == 0 {
		return false, err
	}
	return strings.Contains(answer.Units[0].Unit.Text, year), nil
}

// whichPlan says that an answer comes from another plan than the first in force.
func (a *Answerer) whichPlan(other otherPlan) chat.Paragraph {
	p, text := other.about, textOtherPlan
	switch {
	case other.rules:
		return takenFrom(Answer{Plan: p})
	case p.Year < a.current().Year:
		text = textOlderPlan
	}
	now := a.current()
	return chat.Paragraph{Spans: []chat.Span{{Words: fmt.Sprintf(text, p.Name(), p.Period(), now.Name(), now.Period()), Style: chat.Italic}}}
}
