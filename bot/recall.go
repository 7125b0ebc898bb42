package bot

import (
	"strings"

	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
)

// shownOn reads from the reply to a question which units it shows as cards and
// which it offers: its buttons name the units of a list and those beside a card.
func (b *Bot) shownOn(q question.Question, reply chat.Reply, cards []string) dialog.Shown {
	plain := reply.Text.Plain()
	s := dialog.Shown{Question: q}
	for _, id := range cards {
		if u, ok := b.answers.Index.Unit(id); ok && strings.Contains(plain, b.answers.Citation(u)) {
			s.Focus = append(s.Focus, id)
		}
	}
	for _, row := range reply.Buttons {
		for _, button := range row {
			b.offerOn(&s, button)
		}
	}
	if len(s.Units) == 0 {
		s.Units = s.Focus
	}
	if len(s.Focus) == 0 && len(s.Units) == 1 {
		s.Focus = s.Units
	}
	return s
}

// offerOn adds the units that a button leads to.
func (b *Bot) offerOn(s *dialog.Shown, button chat.Button) {
	at, ok := dialog.DecodeAction(button.Action, b.answers.Plan().Year)
	switch {
	case !ok:
	case at.View == dialog.ViewFound && len(s.Units) == 0:
		s.Units = at.Units
	case at.Open != "":
		s.Units = append(s.Units, at.Open)
	case at.View == dialog.ViewHeading:
		if u, ok := b.answers.Index.Unit(at.Heading); ok && button.Label == chat.ShortPlace(u) {
			s.Units = append(s.Units, at.Heading)
		}
	}
}

// idsOf are the units of an answer, as many as a screen may show.
func idsOf(found []answer.Found) []string {
	ids := make([]string, 0, answer.MostFound)
	for _, f := range found[:min(len(found), answer.MostFound)] {
		ids = append(ids, f.Unit.ID)
	}
	return ids
}

// questionOf is the question that a button's screen answers: the one before,
// where it only opens a unit.
func (b *Bot) questionOf(t dialog.Turn, at dialog.Action) question.Question {
	q := question.Question{Intent: question.Responsibility, Role: at.Role}
	switch at.View {
	case dialog.ViewMine:
		q.Agency = t.Agency
	case dialog.ViewDue:
		q.Intent = question.Due
		q.Window = &question.Window{Window: at.Window, Label: chat.WindowWords(at.Window)}
	case dialog.ViewOverview, dialog.ViewDutyGroup:
	default:
		last, _ := b.desk.History.Last(t.Message)
		return last.Shown.Question
	}
	if agency, ok := b.agencies.AgencyByID(at.Agency); ok && at.Agency != "" {
		q.Agency = &agency
	}
	return q
}
