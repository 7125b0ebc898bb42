package duties

import (
	"context"
	"fmt"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// LaterYears tells of the years behind the plan's, in which what recurs goes on. An
// agency that nobody was reminded for has not been told so: its past periods are
// neither late nor on time, and are not counted.
type LaterYears struct {
	reminded map[string]bool // keys of occurrences
	today    plan.Date
}

// LaterYearsOf looks up who was reminded in a window that reaches behind the plan's
// year.
func (h *cards) LaterYearsOf(ctx context.Context, w plan.Window) (LaterYears, error) {
	found := LaterYears{today: plan.DateOf(h.now())}
	if w.To.Year <= h.answers.Plan().Year {
		return found, nil
	}
	var err error
	if found.reminded, err = h.records.RemindedOccurrences(ctx, w.From); err != nil {
		return LaterYears{}, fmt.Errorf("reminded occurrences: %w", err)
	}
	return found, nil
}

// LeavesOut reports whether an occurrence is past, open and unknown to its agency.
func (b LaterYears) LeavesOut(o record.Occurrence) bool {
	return o.State == record.Open && o.Due.Year > o.Year && o.Due.Compare(b.today) < 0 && !b.reminded[o.Key()]
}

// NotCounted says behind standings of a later year what they leave out, once a
// period of it is past.
func (h *cards) NotCounted(w plan.Window, now time.Time) chat.Text {
	text := h.screens.GoesOn(w)
	if len(text) > 0 && w.From.Year <= now.Year() && int(now.Month()) > int(time.March) {
		text[0].Spans[0].Words += " " + textNotCounted
	}
	return text
}
