package answer

import (
	"context"
	"fmt"
	"slices"
	"strings"

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

// conditions are what a question asks of the units that it is about, ready to be
// held against one.
type conditions struct {
	parties  []question.Party
	under    []string // ids of headings; none: anywhere
	windows  []question.Window
	recurs   question.Recurrence
	lacks    []index.Fact
	cites    bool
	about    question.About
	topic    []index.Hit // units that speak of the topic; nil: any
	section  bool        // a section other than the appendix is asked for
	answerer *Answerer
}

// conditionsOf resolves the conditions of a question. It reports false where one
// of them means nothing in this plan, so that the words are better looked up.
func (a *Answerer) conditionsOf(ctx context.Context, q question.Question, s dialog.Situation) (conditions, bool, error) {
	c := conditions{windows: q.About.Windows, recurs: q.About.Recurs, lacks: q.About.Lacks, cites: q.About.Cites, about: q.About, answerer: a}
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
	topic := q.About.Topic
	if h := q.About.Heading; h != nil {
		found, ok := a.headings(*h)
		if !ok && len(h.Words) == 0 {
			return c, false, nil
		}
		c.under, c.section = found, h.Section != "" && h.Section != "PL"
		if !ok {
			for _, w := range h.Words {
				topic = append(slices.Clone(topic), index.Term{Word: w, Emphasis: 1})
			}
		}
	}
	topic = slices.DeleteFunc(slices.Clone(topic), func(t index.Term) bool { return a.saidAlready(c, t) })
	if !slices.ContainsFunc(topic, func(t index.Term) bool { return t.Emphasis >= 1 }) {
		return c, true, nil // words that tell no unit from another
	}
	var err error
	c.topic, err = a.unitsOf(ctx, q, topic)
	return c, true, err
}

// saidAlready reports whether a word of the topic stands in the title of the heading
// or in the name of a party, and so is said twice: "nhóm 4 tổ chức bộ máy".
func (a *Answerer) saidAlready(c conditions, t index.Term) bool {
	holds := func(text string) bool {
		return slices.ContainsFunc(index.Words(text, nil), func(w index.Word) bool { return w.Folded == t.Folded })
	}
	named := slices.ContainsFunc(c.parties, func(p question.Party) bool { return holds(p.Agency.Name) })
	return named || slices.ContainsFunc(c.under, func(id string) bool {
		u, ok := a.Index.Unit(id)
		return ok && holds(u.Text)
	})
}

// headings finds the headings that are meant: a section, a group of the appendix
// by its number, or by words of its title.
func (a *Answerer) headings(h question.Heading) ([]string, bool) {
	if h.Number != "" || h.Section != "" && len(h.Words) == 0 {
		id := strings.Trim(h.Section+"."+h.Number, ".")
		_, ok := a.Index.Unit(id)
		return []string{id}, ok || h.Number == ""
	}
	var found []string
	for _, u := range a.Plan().Units {
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
func (a *Answerer) unitsOf(ctx context.Context, q question.Question, topic []index.Term) ([]index.Hit, error) {
	terms := slices.Clone(q.Query.Terms)
	for i := range terms {
		terms[i].Emphasis = 0
		if n := slices.IndexFunc(topic, func(t index.Term) bool { return t.Toned == terms[i].Toned }); n >= 0 {
			terms[i].Emphasis = topic[n].Emphasis
		}
	}
	hits, err := a.Index.Search(ctx, index.Query{Terms: terms, Alternatives: q.Query.Alternatives, Concepts: q.Query.Concepts, Limit: len(a.Plan().Units)})
	if err != nil {
		return nil, fmt.Errorf("topic of a set: %w", err)
	}
	hits = slices.DeleteFunc(hits, func(h index.Hit) bool {
		return q.Outside != "" && !strings.Contains(question.Folded(h.Unit.Text), q.Outside)
	})
	return append(hits, a.underTitled(topic)...), nil
}

// underTitled are the units under the headings of the appendix whose titles hold
// all words of a topic.
func (a *Answerer) underTitled(topic []index.Term) []index.Hit {
	var words []index.Word
	for _, t := range topic {
		words = append(words, t.Word)
	}
	under, ok := a.headings(question.Heading{Words: words})
	if !ok || len(words) < 2 {
		return nil
	}
	var hits []index.Hit
	for _, u := range a.Plan().Units {
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
func (a *Answerer) common(terms []index.Term) bool {
	var texts []string
	for _, u := range a.Plan().Units {
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

// count is how many conditions there are.
func (c conditions) count() int {
	n := len(c.parties) + len(c.lacks)
	for _, is := range []bool{c.about.Heading != nil, len(c.windows) > 0, c.recurs != "", c.cites || len(c.about.Documents) > 0, len(c.about.Product) > 0, c.topic != nil} {
		if is {
			n++
		}
	}
	return n
}

// all are the units that meet all conditions, in the order of the plan: of the
// topic, those that hold enough beside the best of them.
func (c conditions) all() []Found {
	spoken, best := map[string]float64{}, 0.0
	for _, h := range c.topic {
		spoken[h.Unit.ID] = max(spoken[h.Unit.ID], held(h))
	}
	var found []Found
	for _, u := range c.answerer.Plan().Units {
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
func (c conditions) hold(u plan.Unit) (Found, bool) {
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
func (c conditions) sort(u plan.Unit) bool {
	switch {
	case u.Kind == plan.KindHeading:
		return false
	case c.section:
		return true
	case u.Kind == plan.KindAssignment:
		return len(c.parties) > 0 && c.parties[0].Role != plan.RoleLead
	}
	return u.Kind == plan.KindTask
}

func (c conditions) placed(u plan.Unit) bool {
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

func (c conditions) recurring(u plan.Unit) bool {
	if c.recurs == "" {
		return true
	}
	kinds, known := recurrences[c.recurs]
	is := func(k plan.DeadlineKind) bool { return slices.Contains(kinds, k) }
	if !known { // once
		is = func(k plan.DeadlineKind) bool {
			return k == plan.DeadlineDay || k == plan.DeadlineMonth || k == plan.DeadlineQuarter || k == plan.DeadlineWithinYear
		}
	}
	if c.about.Only && slices.ContainsFunc(u.Deadline.Milestones, func(m plan.Milestone) bool { return !is(m.Kind) }) {
		return false
	}
	return is(u.Deadline.Kind) || slices.ContainsFunc(u.Deadline.Milestones, func(m plan.Milestone) bool { return is(m.Kind) })
}

// produces reports whether the product of a unit is what is asked for, with
// nothing besides where it is to be only that.
func (c conditions) produces(u plan.Unit) bool {
	if len(c.about.Product) == 0 {
		return true
	}
	product := " " + foldedWords(index.Words(u.Product, nil)) + " "
	for _, part := range c.about.Product {
		if !strings.Contains(product, " "+foldedWords(part)+" ") {
			return false
		}
	}
	if !c.about.Only {
		return true
	}
	left := product
	for _, part := range c.about.Product {
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
func (c conditions) silent(u plan.Unit) bool {
	stated := map[index.Fact]string{
		index.FactDeadline: u.Deadline.Words, index.FactSupport: u.Support, index.FactLead: u.Lead, index.FactProduct: u.Product,
	}
	return !slices.ContainsFunc(c.lacks, func(f index.Fact) bool { return stated[f] != "" })
}

func (c conditions) cited(u plan.Unit) bool {
	if len(c.about.Documents) > 0 {
		return c.answerer.Index.Cites(u.ID, c.about.Documents)
	}
	return !c.cites || len(index.Citations(u.Text)) > 0
}

// due reports whether a unit has a due date in one of the windows.
func (c conditions) due(u plan.Unit) bool {
	return slices.ContainsFunc(c.windows, func(w question.Window) bool {
		if c.about.Stated {
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
