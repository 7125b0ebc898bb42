package answer

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// composed answers a question whose conditions hold together: it lists, counts or
// compares all units that meet them. It reports false for any other question, and
// for one whose topic no unit holds.
func (a *Answerer) composed(ctx context.Context, q question.Question, s dialog.Situation) (Answer, bool, error) {
	if q.By == question.ByAgency && q.About.State != "" {
		return Answer{Intent: question.None, Text: chat.Text{chat.Say(textNoStanding)}}, true, nil
	}
	if q.About.State == question.StateOpen && !q.Own {
		q.About.State = "" // "nhóm 6 còn việc nào tới hạn" asks for nobody's own
	}
	if !q.Set() || q.About.State != "" || q.Asked(question.AskContact) {
		return Answer{}, false, nil
	}
	for _, w := range q.About.Windows {
		if w.Impossible || w.Unread {
			return Answer{Intent: question.None, Text: chat.Text{chat.Say(NoSuchTime(w))}}, true, nil
		}
	}
	if len(q.Places) > 1 && (q.Asked(question.AskFirst) || q.Asked(question.AskLast)) {
		return set{Answerer: a, q: q, now: s.Now}.earliest(a.unitsAt(q.Places)), true, nil
	}
	chosen := len(q.Places) > 1 && q.OnlySet() && len(q.About.Parties) == 1 && q.About.Parties[0].Role != ""
	if len(q.Places) > 0 && len(q.About.Windows) < 2 && q.About.Heading == nil && !chosen {
		return Answer{}, false, nil // what is asked of a numbered unit
	}
	c, known, err := a.setOf(ctx, q, s)
	if chosen && known && err == nil {
		return c.chosen(), true, nil
	}
	if err != nil || !known || !c.composes() {
		return Answer{}, false, err
	}
	if q.Asked(question.AskDifference) && len(c.windows) > 1 {
		return c.sideBySide(), true, nil
	}
	found := c.all()
	if common := c.common(q.About.Topic); len(found) == 0 && c.topic != nil && c.count() > 1 && (common || c.scrap(q.About.Topic)) {
		if !common {
			c.leftOut = topicWords(q)
		}
		c.topic = nil
		found = c.all()
	}
	switch {
	case len(found) == 0 && (q.Intent == question.Citation || c.topic != nil && !c.exact()):
		return Answer{}, false, nil
	case len(found) == 0:
		return c.noneMeets(), true, nil
	case len(q.About.Nth) > 0:
		return c.nth(found), true, nil
	case q.Asked(question.AskMost), q.Asked(question.AskLeast):
		if q.By == question.ByNothing {
			return Answer{}, false, nil
		}
		return c.greatest(found), true, nil
	case q.Asked(question.AskFirst), q.Asked(question.AskLast):
		return c.earliest(found), true, nil
	}
	if c.q.About.Any && len(c.parties) > 1 && len(found) > mostWhole {
		return c.listedEach(), true, nil
	}
	return c.listed(found), true, nil
}

// chosen are those of some numbered units that meet the conditions: "6.3 và 6.4 cái
// nào Sở Tài chính chủ trì".
func (c set) chosen() Answer {
	c.topic = nil
	var found []Found
	for _, f := range c.unitsAt(c.q.Places) {
		if held, ok := c.hold(f.Unit); ok {
			found = append(found, held)
		}
	}
	if len(found) == 0 {
		return c.noneMeets()
	}
	return c.listed(found)
}

// exact reports whether no unit but those of the set would answer: nothing is
// asked of one unit, and no condition may as well be words of the topic ("kiểm tra
// định kỳ") or leave out somebody rather than something ("ngoài Sở Tài chính").
func (c set) exact() bool {
	return c.q.OnlySet() && c.q.About.Recurs != question.Periodic && !slices.ContainsFunc(c.parties, func(p question.Party) bool { return p.Not })
}

// noneMeets says that no unit meets the conditions, and offers those that speak of
// the topic.
func (c set) noneMeets() Answer {
	words := fmt.Sprintf(textNoneMeets, c.Plan().Label(), c.understood())
	if c.topic != nil || len(c.q.About.Product) > 0 { // searched by words, which tells less than a column
		words = fmt.Sprintf(textNoneFound, c.Plan().Label(), c.understood())
	}
	if c.Plan().Incomplete {
		words = fmt.Sprintf(textNotFullyRead, c.Plan().Name())
	}
	answer := Answer{Intent: question.None, Understood: c.understood(), Text: chat.Text{chat.Say(words)}}
	if near := slices.DeleteFunc(slices.Clone(c.topic), func(h index.Hit) bool { return held(h) < enough }); len(near) > 0 {
		answer = offering(question.Question{}, words, foundIn(near))
		answer.Understood = c.understood()
	}
	return answer
}

// listedEach lists the units of several parties one behind the other.
func (c set) listedEach() Answer {
	answer := Answer{Intent: c.intent(), Understood: c.understood(), Composed: true}
	for _, l := range c.eachParty() {
		answer.Text = append(answer.Text, chat.BoldText(fmt.Sprintf(textGreatest, chat.UpperFirst(l.name), len(l.found))))
		answer.Text = append(answer.Text, c.setLines(l.found)...)
		answer.Units = unite(answer.Units, l.found)
	}
	if n := len(answer.Units); c.q.Asked(question.AskCount) {
		answer.Count = &n
	}
	return answer
}

// composes reports whether a question needs its conditions to be held together:
// it counts or compares, or sets more than one condition, or one that no list of
// an agency's duties or due dates answers. A topic alone is looked up.
func (c set) composes() bool {
	n, exact := c.count(), c.count()
	if c.topic != nil {
		exact--
	}
	listed := c.q.Asked(question.AskList) || c.q.Asked(question.AskCount)
	switch {
	case c.q.Asked(question.AskMost), c.q.Asked(question.AskLeast):
		return true
	case n == 0 && c.q.Asked(question.AskCount):
		return c.q.Intent == question.Search && c.q.Counted == "" // of all tasks
	case exact == 0, c.topic != nil && (factAsked(c.q) && !listed || c.parties != nil && c.parties[0].Not && !listed):
		return false
	case c.q.Asked(question.AskCount), c.q.Asked(question.AskFirst), c.q.Asked(question.AskLast), c.q.Asked(question.AskDifference):
		return true
	case len(c.parties) == 1 && (c.parties[0].Not || c.parties[0].Only || c.parties[0].Alone || c.parties[0].Via != "" || factAsked(c.q)):
		return true
	case n == 1:
		return c.q.About.Recurs != "" || len(c.q.About.Lacks) > 0 || len(c.q.About.Product) > 0 || c.q.About.Stated || len(c.windows) > 1 || c.q.About.Heading != nil && len(c.q.Places) == 0
	case n == 2 && len(c.q.About.Documents) > 0 && c.topic != nil:
		return false
	case n == 2 && len(c.parties) == 1 && c.topic != nil:
		return c.parties[0].Role != ""
	case n == 2 && len(c.parties) == 1 && len(c.windows) > 0:
		return len(c.windows) > 1 || c.parties[0].Role != ""
	}
	return n > 1
}

// factAsked reports whether a question asks for a fact of a unit, so that its
// topic means one unit rather than a set.
func factAsked(q question.Question) bool {
	return slices.ContainsFunc(q.Asks, func(a question.Ask) bool {
		switch a {
		case question.AskOwner, question.AskSupport, question.AskProduct, question.AskTarget, question.AskContact, question.AskDocument:
			return true
		}
		return false
	})
}

// unitsAt are the units of numbered places.
func (a *Answerer) unitsAt(places []question.Place) []Found {
	var found []Found
	for _, p := range places {
		for _, u := range a.Resolve(p)[:min(1, len(a.Resolve(p)))] {
			found = append(found, Found{Unit: u, Score: 1})
		}
	}
	return found
}

// listed lists the units that were found, and counts them. Of an agency's, those
// that name it are meant, and those of its group are told besides.
func (c set) listed(found []Found) Answer {
	answer := Answer{Intent: c.intent(), Understood: c.understood(), Composed: true}
	if len(c.parties) > 0 {
		answer.Agency = c.parties[0].Agency
	}
	var byGroup []Found
	if len(c.parties) > 0 {
		found, byGroup = namedFirst(found)
	}
	answer.Units = found
	if n := len(found); c.q.Asked(question.AskCount) {
		answer.Count = &n
	}
	answer.Text = chat.Text{chat.BoldText(fmt.Sprintf(textMeets, len(found), c.understood()))}
	if whose := answer.Agency; whose != nil && c.throughGroup(found, c.parties[0]) {
		answer.Text = append(answer.Text, chat.Say(fmt.Sprintf(textOnlyGroup, whose.Name, c.groupNames(*whose))))
	}
	if len(found) > mostWhole {
		answer.Text = append(answer.Text, c.setLines(found)...)
	} else {
		for _, f := range found {
			answer.Text = append(answer.Text, c.Card(f.Unit, c.q.Intent)...)
			answer.Shown = append(answer.Shown, f.Unit.ID)
		}
	}
	if len(byGroup) > 0 {
		numbers := make([]string, len(byGroup))
		for i, f := range byGroup {
			numbers[i] = chat.ShortPlace(f.Unit)
		}
		answer.Text = append(answer.Text, chat.Say(fmt.Sprintf(textMoreByGroup, len(byGroup), strings.Join(numbers, "; "))))
	}
	return answer
}

const (
	mostWhole    = 2    // units of a set that are shown whole rather than as lines
	mostAssigned = 4    // paragraphs of section V that stand in full
	mostSetRunes = 2400 // of the texts of all units of a set
)

// namedFirst parts the units that name the agencies from those that mean one
// through its group; all are the first where none is by name.
func namedFirst(found []Found) (named, byGroup []Found) {
	for _, f := range found {
		if f.Via == plan.ViaGroup {
			byGroup = append(byGroup, f)
			continue
		}
		named = append(named, f)
	}
	if len(named) == 0 {
		return found, nil
	}
	return named, byGroup
}

// intent is the intent of single questions that is nearest to a set.
func (c set) intent() question.Intent {
	switch {
	case len(c.parties) > 0:
		return question.Responsibility
	case len(c.windows) > 0:
		return question.Due
	}
	return question.Search
}

// setLines are a line for each unit: where it stands, how it begins, and when it
// is due.
func (c set) setLines(found []Found) chat.Text {
	var text chat.Text
	most := max(chat.BriefRunes, mostSetRunes/max(len(found), 1))
	for _, f := range found {
		line := ". " + chat.CutWords(chat.FirstLine(f.Unit.Text), most)
		if f.Unit.Kind == plan.KindAssignment && len(found) <= mostAssigned {
			line = ". " + f.Unit.Text // no cells sum it up
		}
		if f.Unit.Lead != "" {
			line += "\n" + Labels[FactLead] + ": " + chat.OneLine(f.Unit.Lead)
		}
		if words := f.Unit.Deadline.Words; words != "" {
			line += "\n" + Labels[FactDeadline] + ": " + chat.OneLine(words)
		}
		text = append(text, chat.Paragraph{Spans: []chat.Span{{Words: chat.UpperFirst(chat.ShortPlace(f.Unit)), Style: chat.Bold}, {Words: line}}})
	}
	return append(text, chat.Paragraph{Spans: []chat.Span{{Words: fmt.Sprintf(textByDecision, c.Plan().Label()), Style: chat.Italic}}})
}

// earliest orders units by when they are due, the one that is asked for first.
func (c set) earliest(found []Found) Answer {
	year := c.Plan().Year
	whole := plan.Window{From: plan.Date{Year: year, Month: 1, Day: 1}, To: plan.Date{Year: year, Month: 12, Day: 31}}
	if today := plan.DateOf(c.now); c.q.About.Ahead && today.Compare(whole.To) <= 0 && today.Compare(whole.From) > 0 {
		whole.From = today
	}
	last := c.q.Asked(question.AskLast)
	due := func(f Found) plan.Date {
		dates := dueDates(f.Unit, whole)
		switch {
		case len(dates) == 0:
			return plan.Date{}
		case last:
			return dates[len(dates)-1]
		}
		return dates[0]
	}
	dated := slices.DeleteFunc(slices.Clone(found), func(f Found) bool { return due(f).IsZero() })
	slices.SortStableFunc(dated, func(x, y Found) int {
		if last {
			x, y = y, x
		}
		return due(x).Compare(due(y))
	})
	if len(dated) == 0 {
		return Answer{Intent: question.None, Understood: c.understood(), Near: found, Text: append(chat.Text{chat.Say(textNoDates)}, c.setLines(found)...)}
	}
	first := slices.DeleteFunc(slices.Clone(dated), func(f Found) bool { return due(f) != due(dated[0]) })
	head := fmt.Sprintf(textFirstDue, len(first), chat.Day(due(dated[0])))
	if last {
		head = fmt.Sprintf(textLastDue, len(first), chat.Day(due(dated[0])))
	}
	answer := Answer{Intent: question.Deadline, Units: first, Understood: c.understood(), Composed: true}
	if len(c.q.Places) > 1 { // all that are compared, the first of them first
		answer.Units = append(dated, slices.DeleteFunc(slices.Clone(found), func(f Found) bool { return !due(f).IsZero() })...)
	}
	answer.Text = chat.Text{chat.BoldText(head)}
	if len(c.q.Places) < 2 {
		answer.Text = append(answer.Text, chat.Say(chat.UpperFirst(c.understood())+"."))
	}
	answer.Text = append(answer.Text, c.setLines(answer.Units)...)
	return answer
}

// nth are some units of those under a heading by their order in the document.
func (c set) nth(found []Found) Answer {
	var some []Found
	for _, n := range c.q.About.Nth {
		if n == question.LastOne {
			n = len(found)
		}
		if n <= len(found) {
			some = append(some, found[n-1])
		}
	}
	if len(some) == 0 {
		return c.noneMeets()
	}
	return c.listed(some)
}

// sideBySide lists what is due in each of several windows.
func (c set) sideBySide() Answer {
	answer := Answer{Intent: question.Due, Understood: c.understood(), Composed: true}
	for _, w := range c.q.About.Windows {
		c.windows = []question.Window{w}
		found := c.all()
		answer.Text = append(answer.Text, chat.BoldText(chat.UpperFirst(fmt.Sprintf(textInWindow, w.Label, len(found)))))
		answer.Text = append(answer.Text, c.setLines(found)...)
		answer.Units = unite(answer.Units, found)
	}
	return answer
}
