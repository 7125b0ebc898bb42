// Package progress shows how an agency or the city stands, to those who may see
// it: numbers first, then the worst, then names. It changes nothing.
package progress

import (
	"context"

	"cchcbot/bot/agency"
	"cchcbot/bot/answer"
	"cchcbot/bot/browse"
	"cchcbot/bot/dialog"
	"cchcbot/bot/duties"
	"cchcbot/bot/follow"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Handler shows how an agency or the city stands, to those who may see it.
type Handler struct {
	desk      *dialog.Desk
	agencies  *agency.Directory
	screens   *browse.Screens
	following *follow.Handler
	duties    *duties.Handler
	answers   *answer.Answerer
	records   Store
}

// New makes the screens of progress.
func New(desk *dialog.Desk, agencies *agency.Directory, screens *browse.Screens, following *follow.Handler, duties *duties.Handler, answers *answer.Answerer, records Store) *Handler {
	h := &Handler{
		desk: desk, agencies: agencies, screens: screens, following: following, duties: duties, answers: answers, records: records,
	}
	duties.City = h.cityWeek
	return h
}

// Store keeps what progress is counted from. Letters are sent when, and only if, the
// change that they tell of is kept.
type Store interface {
	ClosedOccurrences(ctx context.Context, from plan.Date) (map[string]record.Occurrence, error)
	Explained(ctx context.Context, from plan.Date) ([]record.Explanation, error)
	FocalPersons(ctx context.Context, day plan.Date) ([]record.Subscription, error)
	KeepOccurrence(ctx context.Context, o record.Occurrence) (record.Occurrence, error)
}
