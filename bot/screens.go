package bot

import (
	"context"
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
)

// answer answers a question in free words.
func (b *Bot) answer(ctx context.Context, t turn, text string) (Reply, error) {
	answer, err := b.answerer.Answer(ctx, text, t.situation())
	if err != nil {
		return Reply{}, err
	}
	q := answer.Question
	asksOwn := q.Own && t.own == nil && q.Agency == nil && q.Speaker == nil
	switch {
	case q.Intent == question.Responsibility && answer.Agency == nil, answer.Intent == question.Due && asksOwn:
		return b.ask(t, textAskAgencyFirst, text), nil
	case answer.Intent == question.Responsibility:
		return b.responsibility(t, answer), nil
	case answer.Intent == question.Due:
		return b.noted(q, b.dueReply(t, q)), nil
	case answer.Intent == question.Help:
		return b.help(t), nil
	case len(answer.Units) == 0:
		return b.silent(answer), nil
	case answer.Units[0].Unit.Kind == plan.KindHeading:
		reply, _ := b.show(b.headingList(action{view: viewHeading, heading: answer.Units[0].Unit.ID}, answer.Units[0].Unit))
		return b.noted(q, reply), nil
	}
	return b.found(answer), nil
}

// responsibility shows an agency's duties, or asks which of several agencies of
// the same name is meant.
func (b *Bot) responsibility(t turn, answer Answer) Reply {
	same := ofToday(sameName(answer.Question), t.now)
	if len(same) > 1 {
		return b.offer(textWhichOfThese, same, viewOverview)
	}
	agency := *answer.Agency
	if len(same) == 1 {
		agency = same[0]
	}
	return b.noted(answer.Question, b.overview(t, agency, answer.Question.Role))
}

// noted tells first what was read differently from how it was typed.
func (b *Bot) noted(q question.Question, reply Reply) Reply {
	if note := correctionNote(q.Corrections); len(note.Spans) > 0 {
		reply.Text = append(Text{note}, reply.Text...)
	}
	return reply
}

// silent says that the plan has no answer. Where the words are near to the name
// of an agency, that agency is offered.
func (b *Bot) silent(answer Answer) Reply {
	reply := Reply{Text: answer.Text}
	if answer.Agency != nil {
		reply.Buttons = [][]Button{{b.button(cutWords(fmt.Sprintf(buttonDutiesOf, answer.Agency.Name), labelRunes),
			action{view: viewOverview, agency: buttonID(*answer.Agency)})}}
		return reply
	}
	if near := b.names.near(answer.Question.Text); len(near) > 0 {
		reply = b.offer(textPerhapsAgency, near, viewOverview)
		reply.Text = append(answer.Text[:1:1], reply.Text...)
		return reply
	}
	reply.Buttons = [][]Button{{b.button(buttonHelp, action{view: viewHelp})}}
	return reply
}

// found shows what a question found: the whole answer where it fits a screen,
// else its first unit; buttons lead to the others.
func (b *Bot) found(answer Answer) Reply {
	text := answer.Text
	if screenLength(text) > screenRunes {
		text = b.noted(answer.Question, Reply{Text: b.answerer.card(answer.Units[0].Unit, answer.Intent)}).Text
	}
	at := action{view: viewFound, asked: askedOf(answer.Intent)}
	for _, f := range answer.Units[:min(len(answer.Units), mostOthers+1)] {
		at.units = append(at.units, f.Unit.ID)
	}
	at = at.fitting(b.answerer.Plan().Year)
	plain := text.Plain()
	var others [][]Button
	for i, id := range at.units {
		u, _ := b.answerer.index.Unit(id)
		if !strings.Contains(plain, b.answerer.citation(u)) {
			at.page = i
			others = append(others, []Button{b.button(unitLabel(u), at)})
		}
	}
	return Reply{Text: text, Buttons: append(others, []Button{b.button(buttonMine, action{view: viewMine})})}
}

// foundAt shows one of the units that were found, with buttons to the others.
func (b *Bot) foundAt(at action) (Reply, bool) {
	if at.page >= len(at.units) {
		return Reply{}, false
	}
	var reply Reply
	for i, id := range at.units {
		u, ok := b.answerer.index.Unit(id)
		if !ok {
			return Reply{}, false
		}
		if i == at.page {
			reply.Text = b.answerer.card(u, at.asked)
			continue
		}
		next := at
		next.page = i
		reply.Buttons = append(reply.Buttons, []Button{b.button(unitLabel(u), next)})
	}
	reply.Buttons = append(reply.Buttons, []Button{b.button(buttonMine, action{view: viewMine})})
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
func (b *Bot) headingList(at action, heading plan.Unit) list {
	l := list{head: upperFirst(heading.Place()) + ". " + firstLine(heading.Text), at: at}
	for _, u := range b.answerer.index.Under(heading.ID) {
		words := ""
		if u.Deadline.Words != "" {
			words = labels[factDeadline] + ": " + oneLine(u.Deadline.Words)
		}
		l.items = append(l.items, item{unit: u, words: words})
	}
	return l
}

// help tells what can be asked.
func (b *Bot) help(t turn) Reply {
	reply := Reply{Text: helpText(b.answerer.Plan().Number, b.answerer.Plan().Year)}
	reply.Buttons = [][]Button{{b.button(buttonMine, action{view: viewMine})}, {b.button(buttonTell, action{view: viewChoose})}}
	if t.own != nil {
		reply.Buttons[1] = []Button{b.button(buttonSoon, dueSoon(*t.own, t.now))}
	}
	return reply
}

// unitLabel names a unit on a button.
func unitLabel(u plan.Unit) string {
	return cutWords(shortPlace(u)+" "+firstLine(u.Text), labelRunes)
}

func screenLength(t Text) int { return utf8.RuneCountInString(t.Plain()) }
