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

// otherPlan is a plan that is not in force. It is indexed when the first
// question asks for it.
type otherPlan struct {
	plan   *plan.Plan
	answer func() (*Answerer, error)
}

// otherPlans prepares the plans of a library behind the one in force.
func otherPlans(library *seeds.Library, components []string) []otherPlan {
	var others []otherPlan
	for _, p := range library.Plans[1:] {
		others = append(others, otherPlan{p, sync.OnceValues(func() (*Answerer, error) { return indexPlan(library, p, components) })})
	}
	return others
}

// meant is the plan that a question names by its number or year and that is not
// the one in force; false where it names none that is there. By words tells
// that "kế hoạch" or a number names the plan, and not a year alone, which the
// plan in force may speak of.
func (a *Answerer) meant(q question.Question) (other otherPlan, byName, found bool) {
	for _, other := range a.others {
		for _, d := range q.Documents {
			if names(d, other.plan) && (q.Intent != question.Citation || len(a.Index.Citing(d)) == 0) {
				return other, true, true
			}
		}
	}
	folded := question.Folded(q.Text)
	for _, m := range namedYear.FindAllStringSubmatch(folded, -1) {
		year, err := strconv.Atoi(m[2])
		if err != nil || a.Plan().CoversYear(year) {
			continue
		}
		for _, other := range a.others {
			if other.plan.CoversYear(year) {
				return other, m[1] != "", true
			}
		}
	}
	return otherPlan{}, false, false
}

// namedYear is a year in a question, with what makes it the year of a plan.
var namedYear = regexp.MustCompile(`\b(ke hoach (?:cchc |cai cach hanh chinh )?(?:cua )?(?:nam )?)?(20\d\d)\b`)

// names reports whether a citation means a plan.
func names(d index.Citation, p *plan.Plan) bool {
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
	that, err := other.answer()
	if err != nil {
		return Answer{}, false, fmt.Errorf("plan %s: %w", other.plan.Number, err)
	}
	reread := that.Reader.Read(q.Text, s.Now)
	if reread.Topical() || reread.Agency != nil || len(reread.Places) > 0 || reread.Own || reread.Window != nil {
		q = reread
	}
	answer, err := that.replyHere(ctx, q, s)
	if err != nil {
		return Answer{}, false, err
	}
	answer.Text = append(chat.Text{a.whichPlan(other.plan)}, answer.Text...)
	return answer, true, nil
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

// whichPlan says that an answer comes from another plan than the one in force.
func (a *Answerer) whichPlan(p *plan.Plan) chat.Paragraph {
	text := textOtherPlan
	if p.Year < a.Plan().Year {
		text = textOlderPlan
	}
	return chat.Paragraph{Spans: []chat.Span{{Words: fmt.Sprintf(text, p.Name(), p.Period(), a.Plan().Name(), a.Plan().Period()), Style: chat.Italic}}}
}
