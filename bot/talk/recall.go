package talk

import (
	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
)

// idsOf are the units of an answer, as many as a screen may show.
func idsOf(found []answer.Found) []string {
	ids := make([]string, 0, answer.MostFound)
	for _, f := range found[:min(len(found), answer.MostFound)] {
		ids = append(ids, f.Unit.ID)
	}
	return ids
}

// questionOf is the question that a button's screen answers: the one before,
// where it only opens a unit. It reports false for a screen that answers none.
func (h *Handler) questionOf(t dialog.Turn, at dialog.Action) (question.Question, bool) {
	q := question.Question{Intent: question.Responsibility, Role: at.Role}
	switch at.View {
	case dialog.ViewMine:
		q.Agency = t.Agency
	case dialog.ViewDue:
		q.Intent = question.Due
		q.Window = &question.Window{Window: at.Window, Label: chat.WindowWords(at.Window)}
	case dialog.ViewOverview, dialog.ViewDutyGroup:
	case dialog.ViewFound, dialog.ViewHeading, dialog.ViewSix:
		return h.desk.History.Answered(t.Message).Shown.Question, true
	default:
		return question.Question{}, false
	}
	if agency, ok := h.agencies.AgencyByID(at.Agency); ok && at.Agency != "" {
		q.Agency = &agency
	}
	return q, true
}
