package browse

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/agency"
	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// Bounds of a screen.
const (
	MostOthers = 4 // further units that are offered beside an answer
)

// Reply shows an answer as a screen.
func (s *Screens) Reply(t dialog.Turn, answer answer.Answer) chat.Reply {
	q := answer.Question
	switch {
	case answer.Composed:
		return s.noted(q, s.set(answer))
	case answer.Intent == question.Responsibility:
		return s.responsibility(t, answer)
	case answer.Intent == question.Due:
		return s.noted(q, s.DueReply(t, q))
	case len(answer.Units) == 0:
		return s.noAnswer(answer)
	}
	if first := answer.Units[0].Unit; first.Kind == plan.KindHeading {
		reply, _ := s.Show(s.HeadingList(dialog.Action{View: dialog.ViewHeading, Heading: first.ID}, first))
		return s.noted(q, reply)
	}
	return s.found(answer)
}

// responsibility shows an agency's duties, or asks which of several agencies of
// the same name is meant.
func (s *Screens) responsibility(t dialog.Turn, answer answer.Answer) chat.Reply {
	same := plan.OfToday(question.SameName(answer.Question), t.Now)
	if len(same) > 1 {
		return s.agencies.Offer(agency.TextWhichOfThese, same, dialog.ViewOverview)
	}
	agency := *answer.Agency
	if len(same) == 1 {
		agency = same[0]
	}
	return s.noted(answer.Question, s.Overview(t, agency, answer.Question.Role))
}

// noted tells first what was read differently from how it was typed.
func (s *Screens) noted(q question.Question, reply chat.Reply) chat.Reply {
	if note := answer.CorrectionNote(q.Corrections); len(note.Spans) > 0 {
		reply.Text = append(chat.Text{note}, reply.Text...)
	}
	return reply
}

// noAnswer says that the plan has no answer. Where the words are near to the name
// of an agency, that agency is offered.
func (s *Screens) noAnswer(answer answer.Answer) chat.Reply {
	reply := chat.Reply{Text: answer.Text}
	if len(answer.Near) > 0 {
		rows, _ := s.openers(answer.Near)
		reply.Buttons = rows
		return reply
	}
	if answer.Agency != nil {
		reply.Buttons = [][]chat.Button{{s.desk.Button(chat.CutWords(fmt.Sprintf(ButtonDutiesOf, answer.Agency.Name), chat.LabelRunes),
			dialog.Action{View: dialog.ViewOverview, Agency: dialog.ButtonID(*answer.Agency)})}}
		return reply
	}
	if near := s.agencies.Names.SimilarIn(answer.Question.Text); len(near) > 0 {
		reply = s.agencies.Offer(textPerhapsAgency, near, dialog.ViewOverview)
		reply.Text = append(answer.Text[:1:1], reply.Text...)
		return reply
	}
	reply.Buttons = [][]chat.Button{{s.desk.Button(agency.ButtonHelp, dialog.Action{View: dialog.ViewHelp})}}
	return reply
}

// found shows what a question found: the whole answer where it fits a screen,
// else its first unit; buttons lead to the others.
func (s *Screens) found(told answer.Answer) chat.Reply {
	text, focus := told.Text, told.Shown
	sameNumber := len(told.Question.Places) == 1 && len(told.Units) > 1
	if sameNumber || chat.ScreenLength(text) > chat.ScreenRunes {
		text, focus = s.answers.Card(told.Units[0].Unit, told.Intent), []string{told.Units[0].Unit.ID}
		if len(told.YesNo.Spans) > 0 {
			text = append(chat.Text{told.YesNo}, text...)
		}
		text = s.noted(told.Question, chat.Reply{Text: text}).Text
	}
	if sameNumber {
		text = append(text, chat.Say(alsoNumbered(told.Units[1:])))
	}
	at := dialog.Action{View: dialog.ViewFound, Asked: askedOf(told.Intent)}
	for _, f := range told.Units[:min(len(told.Units), MostOthers+1)] {
		if f.Score >= answer.OtherShare*told.Units[0].Score {
			at.Units = append(at.Units, f.Unit.ID)
		}
	}
	at = at.Fitting(s.answers.Plan().ButtonCode())
	var others [][]chat.Button
	for i, id := range at.Units {
		if !slices.Contains(focus, id) {
			u, _ := s.answers.Index.Unit(id)
			at.Page = i
			others = append(others, []chat.Button{s.desk.Button(chat.UnitLabel(u), at)})
		}
	}
	shown := chat.Shown{Units: at.Units, Focus: focus, Card: s.alone(focus, at.Units), About: cmp.Or(told.Agency, told.Question.Speaker)}
	if len(others) == 0 {
		shown.Units = focus
	}
	if agency := told.Agency; agency != nil && len(told.YesNo.Spans) > 0 {
		others = append(others, []chat.Button{s.desk.Button(chat.CutWords(fmt.Sprintf(ButtonDutiesOf, agency.Name), chat.LabelRunes), dialog.Action{View: dialog.ViewOverview, Agency: dialog.ButtonID(*agency)})})
	}
	return chat.Reply{Text: text, Buttons: append(others, []chat.Button{s.desk.Button(ButtonMine, dialog.Action{View: dialog.ViewMine})}), Shown: shown}
}

// alone is the unit whose card stands alone on a screen of units that were found,
// "" where several do.
func (s *Screens) alone(focus, found []string) string {
	cards := slices.DeleteFunc(slices.Clone(found), func(id string) bool {
		u, ok := s.answers.Index.Unit(id)
		return !ok || u.Kind == plan.KindHeading || !slices.Contains(focus, id)
	})
	if len(cards) != 1 {
		return ""
	}
	return cards[0]
}

// set shows a set of units, with buttons that open the first of them.
func (s *Screens) set(told answer.Answer) chat.Reply {
	rows, ids := s.openers(told.Units)
	rows = append(rows, []chat.Button{s.desk.Button(ButtonMine, dialog.Action{View: dialog.ViewMine})})
	return chat.Reply{Text: told.Text, Buttons: rows, Shown: chat.Shown{Units: ids, Focus: told.Shown}}
}

// openers are the buttons that open the first of some units, and their ids.
func (s *Screens) openers(found []answer.Found) (rows [][]chat.Button, ids []string) {
	at := dialog.Action{View: dialog.ViewFound, Asked: question.Search}
	for _, f := range found[:min(len(found), MostOthers)] {
		at.Units = append(at.Units, f.Unit.ID)
	}
	at = at.Fitting(s.answers.Plan().ButtonCode())
	for i, f := range found[:len(at.Units)] {
		at.Page = i
		rows = append(rows, []chat.Button{s.desk.Button(chat.UnitLabel(f.Unit), at)})
	}
	return rows, at.Units
}

// alsoNumbered names the other places of the number that was asked for.
func alsoNumbered(others []answer.Found) string {
	places := make([]string, len(others))
	for i, f := range others {
		places[i] = f.Unit.Place()
	}
	return fmt.Sprintf(textAlsoNumbered, strings.Join(places, "; "))
}

// FoundAt shows one of the units that were found, with buttons to the others.
func (s *Screens) FoundAt(at dialog.Action) (chat.Reply, bool) {
	if at.Page >= len(at.Units) {
		return chat.Reply{}, false
	}
	var reply chat.Reply
	for i, id := range at.Units {
		u, ok := s.answers.Index.Unit(id)
		switch {
		case !ok:
			return chat.Reply{}, false
		case i == at.Page && u.Kind == plan.KindHeading:
			return s.Show(s.HeadingList(dialog.Action{View: dialog.ViewHeading, Heading: u.ID}, u))
		case i == at.Page:
			reply.Text, reply.Shown = s.answers.Card(u, at.Asked), chat.CardOf(u)
			reply.Shown.Units = at.Units
			continue
		}
		next := at
		next.Page = i
		reply.Buttons = append(reply.Buttons, []chat.Button{s.desk.Button(chat.UnitLabel(u), next)})
	}
	reply.Buttons = append(reply.Buttons, []chat.Button{s.desk.Button(ButtonMine, dialog.Action{View: dialog.ViewMine})})
	return reply, true
}

// askedOf is the intent that cards are shown for.
func askedOf(intent question.Intent) question.Intent {
	if _, ok := dialog.IntentLetters[string(intent)]; ok {
		return intent
	}
	return question.Search
}

// HeadingList lists what stands under a heading.
func (s *Screens) HeadingList(at dialog.Action, heading plan.Unit) List {
	l := List{head: chat.UpperFirst(heading.Place()) + ". " + chat.FirstLine(heading.Text), at: at}
	if heading.Heading != "" {
		l.under = [][]chat.Button{{s.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewHeading, Heading: heading.Heading})}}
	}
	for _, u := range s.answers.Index.Under(heading.ID) {
		words := ""
		if u.Deadline.Words != "" {
			words = chat.CutWords(answer.Labels[answer.FactDeadline]+": "+chat.OneLine(u.Deadline.Words), chat.LineRunes)
		}
		l.items = append(l.items, item{unit: u, words: words})
	}
	return l
}
