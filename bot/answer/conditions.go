package answer

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/index"
	"cchcbot/seeds/plan"
)

const (
	// topicShare is how much of a topic a unit must hold to be of a set, beside what
	// the best one holds.
	topicShare = 0.7
	// enoughOfSet is how much of it the best one must hold.
	enoughOfSet = 0.5
)

// commonShare is in how large a part of the tasks a word stands that tells none
// from another.
const commonShare = 0.2

// set is a question for a set of units: its conditions, ready to be held against one,
// and the answers that are made of those that meet them.
type set struct {
	*Answerer
	q       question.Question
	now     time.Time
	parties []question.Party
	under   []string // ids of headings; none: anywhere
	windows []question.Window
	topic   []index.Hit // units that speak of the topic; nil: any
	leftOut string      // words that were not understood and set no condition
}

// setOf resolves the conditions of a question. It reports false where one of them
// means nothing in this plan, so that the words are better looked up.
func (a *Answerer) setOf(ctx context.Context, q question.Question, s dialog.Situation) (set, bool, error) {
	c := set{Answerer: a, q: q, now: s.Now, windows: q.About.Windows}
	for _, p := range q.About.Parties {
		if p.Own && s.Agency != nil && (p.Agency == nil || slices.Contains(s.Agency.Groups, p.Agency.ID)) {
			p.Agency = s.Agency // "sở tôi" is one department, not all
		}
		if p.Agency == nil {
			return c, false, nil
		}
		if !slices.ContainsFunc(c.parties, func(other question.Party) bool { return other.Role == p.Role && other.Agency.ID == p.Agency.ID }) {
			c.parties = append(c.parties, p)
		}
	}
	topic := slices.Clone(q.About.Topic)
	if h := q.About.Heading; h != nil {
		found, ok := c.headings(*h)
		if !ok && len(h.Words) == 0 {
			return c, false, nil
		}
		c.under = found
		if !ok {
			for _, w := range h.Words {
				topic = append(topic, index.Term{Word: w, Emphasis: 1})
			}
		}
	}
	topic = slices.DeleteFunc(topic, c.saidAlready)
	if !slices.ContainsFunc(topic, func(t index.Term) bool { return t.Emphasis >= 1 }) {
		return c, true, nil // words that tell no unit from another
	}
	var err error
	c.topic, err = c.unitsOf(ctx, topic)
	return c, true, err
}

// saidAlready reports whether a word of the topic stands in the title of the heading
// or in the name of a party, and so is said twice: "nhóm 4 tổ chức bộ máy".
func (c set) saidAlready(t index.Term) bool {
	holds := func(text string) bool {
		return slices.ContainsFunc(index.Words(text, nil), func(w index.Word) bool { return w.Folded == t.Folded })
	}
	named := slices.ContainsFunc(c.parties, func(p question.Party) bool { return holds(p.Agency.Name) })
	return named || slices.ContainsFunc(c.under, func(id string) bool {
		u, ok := c.Index.Unit(id)
		return ok && holds(u.Text)
	})
}

// headings finds the headings that are meant: a section, a group of the appendix
// by its number, or by words of its title.
func (c set) headings(h question.Heading) ([]string, bool) {
	if h.Number != "" || h.Section != "" && len(h.Words) == 0 {
		id := strings.Trim(h.Section+"."+h.Number, ".")
		_, ok := c.Index.Unit(id)
		return []string{id}, ok || h.Number == ""
	}
	var found []string
	for _, u := range c.Plan().Units {
		if u.Kind != plan.KindHeading || h.Section != "" && !strings.HasPrefix(u.ID, h.Section+".") || h.Section == "" && !strings.HasPrefix(u.ID, "PL") {
			continue
		}
		title := index.Words(u.Text, nil)
		if !slices.ContainsFunc(h.Words, func(w index.Word) bool {
			return !slices.ContainsFunc(title, func(t index.Word) bool { return t.Folded == w.Folded })
		}) {
			found = append(found, u.ID)
		}
	}
	return found, len(found) > 0
}

// unitsOf looks up the units that speak of a topic: of the words of the question
// those that it holds.
func (c set) unitsOf(ctx context.Context, topic []index.Term) ([]index.Hit, error) {
	terms := slices.Clone(c.q.Query.Terms)
	for i := range terms {
		terms[i].Emphasis = 0
		if n := slices.IndexFunc(topic, func(t index.Term) bool { return t.Toned == terms[i].Toned }); n >= 0 {
			terms[i].Emphasis = topic[n].Emphasis
		}
	}
	hits, err := c.Index.Search(ctx, index.Query{Terms: terms, Alternatives: c.q.Query.Alternatives, Concepts: c.q.Query.Concepts, Limit: len(c.Plan().Units)})
	if err != nil {
		return nil, fmt.Errorf("topic of a set: %w", err)
	}
	hits = slices.DeleteFunc(hits, func(h index.Hit) bool {
		return c.q.Outside != "" && !strings.Contains(question.Folded(h.Unit.Text), c.q.Outside)
	})
	return append(hits, c.underTitled(topic)...), nil
}

// underTitled are the units under the headings of the appendix whose titles hold
// all words of a topic.
func (c set) underTitled(topic []index.Term) []index.Hit {
	var words []index.Word
	for _, t := range topic {
		words = append(words, t.Word)
	}
	under, ok := c.headings(question.Heading{Words: words})
	if !ok || len(words) < 2 {
		return nil
	}
	var hits []index.Hit
	for _, u := range c.Plan().Units {
		if slices.ContainsFunc(under, func(id string) bool { return strings.HasPrefix(u.ID, id+".") }) {
			hits = append(hits, index.Hit{Unit: u, Coverage: 1, Known: 1, Pairs: 1})
		}
	}
	return hits
}

// doing are the syllables of words for doing a task, whatever the task.
var doing = question.SetOf("hoan", "thanh", "thuc", "hien", "trien", "khai", "nop", "xong", "bao", "cao", "trinh", "to", "chuc", "lam", "viec")

// common reports whether all words of the topic only say that something is done,
// or stand in so many tasks that they tell none from another.
func (c set) common(terms []index.Term) bool {
	var texts []string
	for _, u := range c.Plan().Units {
		if u.Kind == plan.KindTask {
			texts = append(texts, " "+question.Folded(u.Text+" "+u.Product+" "+u.Deadline.Words)+" ")
		}
	}
	for _, t := range terms {
		n := 0
		if doing[t.Folded] {
			continue
		}
		for _, text := range texts {
			if strings.Contains(text, " "+t.Folded+" ") {
				n++
			}
		}
		if float64(n) < commonShare*float64(len(texts)) {
			return false
		}
	}
	return true
}

// scrap reports whether no more than one word is left of the topic, and the plan
// does not lack a thing of that name: such a word was rather not understood ("xét cột
// thời gian", "trong 102 dòng") than meant to leave out all units.
func (c set) scrap(terms []index.Term) bool {
	n := 0
	for _, t := range terms {
		if t.Emphasis >= 1 {
			n++
		}
	}
	return n <= 1 && len(c.foreign(c.q)) == 0
}

// count is how many conditions there are.
func (c set) count() int {
	n := len(c.parties) + len(c.q.About.Lacks)
	for _, is := range []bool{c.q.About.Heading != nil, len(c.windows) > 0, c.q.About.Recurs != "", c.q.About.Cites || len(c.q.About.Documents) > 0, len(c.q.About.Product) > 0, c.topic != nil} {
		if is {
			n++
		}
	}
	return n
}

// all are the units that meet all conditions, in the order of the plan: of the
// topic, those that hold enough beside the best of them.
func (c set) all() []Found {
	spoken, best := map[string]float64{}, 0.0
	for _, h := range c.topic {
		spoken[h.Unit.ID] = max(spoken[h.Unit.ID], held(h))
	}
	var found []Found
	for _, u := range c.Plan().Units {
		if f, ok := c.hold(u); ok {
			found = append(found, f)
			best = max(best, spoken[u.ID])
		}
	}
	if c.topic != nil {
		found = slices.DeleteFunc(found, func(f Found) bool {
			return best < enoughOfSet || spoken[f.Unit.ID] < topicShare*best
		})
	}
	slices.SortStableFunc(found, func(x, y Found) int { return viaRank(x.Via) - viaRank(y.Via) })
	return found
}

// hold reports whether a unit meets all conditions but the topic, and in which
// parts its parties do.
func (c set) hold(u plan.Unit) (Found, bool) {
	found := Found{Unit: u, Score: 1}
	if !c.sort(u) || !c.placed(u) || !c.recurring(u) || !c.silent(u) || !c.cited(u) || !c.produces(u) {
		return found, false
	}
	if !c.taken(u, &found) {
		return found, false
	}
	return found, len(c.windows) == 0 || c.due(u)
}

// sort reports whether a unit is of the kind that sets are made of: tasks of the
// appendix, and what section V assigns where an agency is asked about.
func (c set) sort(u plan.Unit) bool {
	switch {
	case u.Kind == plan.KindHeading:
		return false
	case c.q.About.Heading != nil && c.q.About.Heading.Section != "" && c.q.About.Heading.Section != "PL":
		return true
	case u.Kind == plan.KindAssignment:
		return len(c.parties) > 0 && c.parties[0].Role != plan.RoleLead
	}
	return u.Kind == plan.KindTask
}

func (c set) placed(u plan.Unit) bool {
	return len(c.under) == 0 || slices.ContainsFunc(c.under, func(id string) bool { return strings.HasPrefix(u.ID, id+".") })
}

// recurrences are the kinds of deadlines that come back so.
var recurrences = map[question.Recurrence][]plan.DeadlineKind{
	question.Monthly:    {plan.DeadlineMonthly},
	question.Quarterly:  {plan.DeadlineQuarterly},
	question.HalfYearly: {plan.DeadlineHalfYearly},
	question.Yearly:     {plan.DeadlineYearly},
	question.Always:     {plan.DeadlineContinuous},
	question.OnEvent:    {plan.DeadlineOnEvent},
	question.Beyond:     {plan.DeadlineYearly},
	question.Periodic:   {plan.DeadlineWeekly, plan.DeadlineMonthly, plan.DeadlineQuarterly, plan.DeadlineHalfYearly, plan.DeadlineYearly},
}

func (c set) recurring(u plan.Unit) bool {
	if c.q.About.Recurs == "" {
		return true
	}
	kinds, known := recurrences[c.q.About.Recurs]
	is := func(k plan.DeadlineKind) bool { return slices.Contains(kinds, k) }
	if !known { // once
		is = func(k plan.DeadlineKind) bool {
			return k == plan.DeadlineDay || k == plan.DeadlineMonth || k == plan.DeadlineQuarter || k == plan.DeadlineWithinYear
		}
	}
	if c.q.About.Only && slices.ContainsFunc(u.Deadline.Milestones, func(m plan.Milestone) bool { return !is(m.Kind) }) {
		return false
	}
	return is(u.Deadline.Kind) || slices.ContainsFunc(u.Deadline.Milestones, func(m plan.Milestone) bool { return is(m.Kind) })
}

// produces reports whether the product of a unit is what is asked for, with
// nothing besides where it is to be only that.
func (c set) produces(u plan.Unit) bool {
	if len(c.q.About.Product) == 0 {
		return true
	}
	product := " " + foldedWords(index.Words(u.Product, nil)) + " "
	for _, part := range c.q.About.Product {
		if !strings.Contains(product, " "+foldedWords(part)+" ") {
			return false
		}
	}
	if !c.q.About.Only {
		return true
	}
	left := product
	for _, part := range c.q.About.Product {
		left = strings.Replace(left, foldedWords(part), "", 1)
	}
	return strings.TrimSpace(left) == ""
}

func foldedWords(words []index.Word) string {
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = w.Folded
	}
	return strings.Join(folded, " ")
}

// silent reports whether a unit states nothing of what it is asked to lack.
func (c set) silent(u plan.Unit) bool {
	stated := map[index.Fact]string{
		index.FactDeadline: u.Deadline.Words, index.FactSupport: u.Support, index.FactLead: u.Lead, index.FactProduct: u.Product,
	}
	return !slices.ContainsFunc(c.q.About.Lacks, func(f index.Fact) bool { return stated[f] != "" })
}

func (c set) cited(u plan.Unit) bool {
	if len(c.q.About.Documents) > 0 {
		return c.Index.Cites(u.ID, c.q.About.Documents)
	}
	return !c.q.About.Cites || len(index.Citations(u.Text)) > 0
}

// due reports whether a unit has a due date in one of the windows.
func (c set) due(u plan.Unit) bool {
	return slices.ContainsFunc(c.windows, func(w question.Window) bool {
		if c.q.About.Stated {
			return stated(u, w.Window)
		}
		return len(dueDates(u, w.Window)) > 0
	})
}

// stated reports whether a unit names a time that lies in a window, or touches it,
// rather than all of a year or what comes back in every period.
func stated(u plan.Unit, w plan.Window) bool {
	return slices.ContainsFunc(u.Deadline.OccurrencesIn(w.From.Year), func(o plan.Occurrence) bool {
		switch o.Kind {
		case plan.DeadlineQuarter, plan.DeadlineMonth, plan.DeadlineDay, plan.DeadlineDaysAfter:
			return o.From.Compare(w.To) <= 0 && w.From.Compare(o.Due) <= 0
		}
		return false
	})
}

// dueDates are the due dates of a unit in a window.
func dueDates(u plan.Unit, w plan.Window) []plan.Date {
	var dates []plan.Date
	for year := w.From.Year; year <= w.To.Year; year++ {
		for _, o := range u.Deadline.OccurrencesIn(year) {
			if w.Holds(o.Due) {
				dates = append(dates, o.Due)
			}
		}
	}
	return dates
}
