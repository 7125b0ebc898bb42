package bot

import (
	"context"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// progressHandler shows how an agency or the city stands, to those who may see it.
type progressHandler struct {
	desk      *desk
	agencies  *directory
	screens   *screens
	following *followHandler
	duties    *dutiesHandler
	answers   *Answerer
	records   progressStore
}

// newProgressHandler makes the screens of progress.
func newProgressHandler(desk *desk, agencies *directory, screens *screens, following *followHandler, duties *dutiesHandler, answers *Answerer, records progressStore) *progressHandler {
	return &progressHandler{
		desk: desk, agencies: agencies, screens: screens, following: following, duties: duties, answers: answers, records: records,
	}
}

// progressStore keeps what progress is counted from. Letters are sent when, and only if, the
// change that they tell of is kept.
type progressStore interface {
	ClosedOccurrences(ctx context.Context, from plan.Date) (map[string]record.Occurrence, error)
	KeepOccurrence(ctx context.Context, o record.Occurrence) (record.Occurrence, error)
}
