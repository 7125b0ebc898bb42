package bot

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

const (
	screenRunes = 1500 // more is not read on a phone
	mostOthers  = 4    // further units that are offered beside an answer
	labelRunes  = 38   // of a button

	// otherShare is how near to the best score a unit must be to be offered.
	otherShare = 0.6
)

// reply shows an answer as a screen.
func (b *screens) reply(t turn, answer Answer) Reply {
	q := answer.Question
	switch {
	case answer.Intent == question.Responsibility:
		return b.responsibility(t, answer)
	case answer.Intent == question.Due:
		return b.noted(q, b.dueReply(t, q))
	case len(answer.Units) == 0:
		return b.silent(answer)
	}
	if first := answer.Units[0].Unit; first.Kind == plan.KindHeading {
		reply, _ := b.show(b.headingList(action{view: viewHeading, heading: first.ID}, first))
		return b.noted(q, reply)
	}
	return b.found(answer)
}

// responsibility shows an agency's duties, or asks which of several agencies of
// the same name is meant.
func (b *screens) responsibility(t turn, answer Answer) Reply {
	same := ofToday(sameName(answer.Question), t.now)
	if len(same) > 1 {
		return b.agencies.offer(textWhichOfThese, same, viewOverview)
	}
	agency := *answer.Agency
	if len(same) == 1 {
		agency = same[0]
	}
	return b.noted(answer.Question, b.overview(t, agency, answer.Question.Role))
}

// noted tells first what was read differently from how it was typed.
func (b *screens) noted(q question.Question, reply Reply) Reply {
	if note := correctionNote(q.Corrections); len(note.Spans) > 0 {
		reply.Text = append(Text{note}, reply.Text...)
	}
	return reply
}

// silent says that the plan has no answer. Where the words are near to the name
// of an agency, that agency is offered.
func (b *screens) silent(answer Answer) Reply {
	reply := Reply{Text: answer.Text}
	if answer.Agency != nil {
		reply.Buttons = [][]Button{{b.desk.button(cutWords(fmt.Sprintf(buttonDutiesOf, answer.Agency.Name), labelRunes),
			action{view: viewOverview, agency: buttonID(*answer.Agency)})}}
		return reply
	}
	if near := b.agencies.names.nearIn(answer.Question.Text); len(near) > 0 {
		reply = b.agencies.offer(textPerhapsAgency, near, viewOverview)
		reply.Text = append(answer.Text[:1:1], reply.Text...)
		return reply
	}
	reply.Buttons = [][]Button{{b.desk.button(buttonHelp, action{view: viewHelp})}}
	return reply
}

// found shows what a question found: the whole answer where it fits a screen,
// else its first unit; buttons lead to the others.
func (b *screens) found(answer Answer) Reply {
	text := answer.Text
	sameNumber := len(answer.Question.Places) == 1 && len(answer.Units) > 1
	if sameNumber || screenLength(text) > screenRunes {
		text = b.answers.card(answer.Units[0].Unit, answer.Intent)
		if len(answer.Verdict.Spans) > 0 {
			text = append(Text{answer.Verdict}, text...)
		}
		text = b.noted(answer.Question, Reply{Text: text}).Text
	}
	if sameNumber {
		text = append(text, say(alsoNumbered(answer.Units[1:])))
	}
	at := action{view: viewFound, asked: askedOf(answer.Intent)}
	for _, f := range answer.Units[:min(len(answer.Units), mostOthers+1)] {
		if f.Score >= otherShare*answer.Units[0].Score {
			at.units = append(at.units, f.Unit.ID)
		}
	}
	at = at.fitting(b.answers.Plan().Year)
	plain := text.Plain()
	var others [][]Button
	for i, id := range at.units {
		u, _ := b.answers.index.Unit(id)
		if !strings.Contains(plain, b.answers.citation(u)) {
			at.page = i
			others = append(others, []Button{b.desk.button(unitLabel(u), at)})
		}
	}
	q := answer.Question
	if agency := answer.Agency; agency != nil && len(answer.Verdict.Spans) > 0 {
		others = append(others, []Button{b.desk.button(cutWords(fmt.Sprintf(buttonDutiesOf, agency.Name), labelRunes), action{view: viewOverview, agency: buttonID(*agency)})})
	}
	return Reply{Text: text, Buttons: append(others, []Button{b.desk.button(buttonMine, action{view: viewMine})}), unit: b.shownAlone(text, at.units), about: cmp.Or(answer.Agency, q.Speaker)}
}

// alsoNumbered names the other places of the number that was asked for.
func alsoNumbered(others []Found) string {
	places := make([]string, len(others))
	for i, f := range others {
		places[i] = f.Unit.Place()
	}
	return fmt.Sprintf(textAlsoNumbered, strings.Join(places, "; "))
}

// foundAt shows one of the units that were found, with buttons to the others.
func (b *screens) foundAt(at action) (Reply, bool) {
	if at.page >= len(at.units) {
		return Reply{}, false
	}
	var reply Reply
	for i, id := range at.units {
		u, ok := b.answers.index.Unit(id)
		switch {
		case !ok:
			return Reply{}, false
		case i == at.page && u.Kind == plan.KindHeading:
			return b.show(b.headingList(action{view: viewHeading, heading: u.ID}, u))
		case i == at.page:
			reply.Text, reply.unit = b.answers.card(u, at.asked), u.ID
			continue
		}
		next := at
		next.page = i
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(unitLabel(u), next)})
	}
	reply.Buttons = append(reply.Buttons, []Button{b.desk.button(buttonMine, action{view: viewMine})})
	return reply, true
}

// askedOf is the intent that cards are shown for.
func askedOf(intent question.Intent) question.Intent {
	if _, ok := intentLetters[string(intent)]; ok {
		return intent
	}
	return question.Search
}

// headingList lists what stands under a heading.
func (b *screens) headingList(at action, heading plan.Unit) list {
	l := list{head: upperFirst(heading.Place()) + ". " + firstLine(heading.Text), at: at}
	if heading.Heading != "" {
		l.under = [][]Button{{b.desk.button(buttonBack, action{view: viewHeading, heading: heading.Heading})}}
	}
	for _, u := range b.answers.index.Under(heading.ID) {
		words := ""
		if u.Deadline.Words != "" {
			words = cutWords(labels[factDeadline]+": "+oneLine(u.Deadline.Words), lineRunes)
		}
		l.items = append(l.items, item{unit: u, words: words})
	}
	return l
}

// help tells what can be asked.
func (b *Bot) help(t turn) Reply {
	reply := Reply{Text: helpText(b.answers.Plan().Number, b.answers.Plan().Year)}
	reply.Buttons = [][]Button{{b.desk.button(buttonMine, action{view: viewMine})}, {b.desk.button(buttonTell, action{view: viewChoose})}}
	if t.own != nil {
		reply.Buttons[1] = []Button{b.desk.button(buttonSoon, dueSoon(*t.own, t.now))}
	}
	if b.records != nil {
		return b.helpWithDuties(reply)
	}
	return reply
}

// unitLabel names a unit on a button.
func unitLabel(u plan.Unit) string {
	return cutWords(shortPlace(u)+" "+firstLine(u.Text), labelRunes)
}

// with adds paragraphs to a reply, as many as its screen has room for.
func (r Reply) with(more ...Paragraph) Reply {
	for _, p := range more {
		if screenLength(r.Text)+screenLength(Text{p}) <= screenRunes {
			r.Text = append(r.Text[:len(r.Text):len(r.Text)], p)
		}
	}
	return r
}

func screenLength(t Text) int { return utf8.RuneCountInString(t.Plain()) }
