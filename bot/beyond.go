package bot

import (
	"context"
	"fmt"
	"time"

	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// beyond tells of the years behind the plan's, in which what recurs goes on. An
// agency that nobody was reminded for has not been told so: its past periods are
// neither late nor on time, and are not counted.
type beyond struct {
	reminded map[string]bool // keys of occurrences
	today    plan.Date
}

// beyondPlan looks up who was reminded in a window that reaches behind the plan's
// year.
func (b *dutiesHandler) beyondPlan(ctx context.Context, w plan.Window) (beyond, error) {
	found := beyond{today: plan.DateOf(b.now())}
	if w.To.Year <= b.answers.Plan().Year {
		return found, nil
	}
	var err error
	if found.reminded, err = b.records.RemindedOccurrences(ctx, w.From); err != nil {
		return beyond{}, fmt.Errorf("reminded occurrences: %w", err)
	}
	return found, nil
}

// leavesOut reports whether an occurrence is past, open and unknown to its agency.
func (b beyond) leavesOut(o record.Occurrence) bool {
	return o.State == record.Open && o.Due.Year > o.Year && o.Due.Compare(b.today) < 0 && !b.reminded[o.Key()]
}

// goesOn says on which plan a screen of a later year rests; nothing in the plan's
// own.
func (b *screens) goesOn(w plan.Window) Text {
	p := b.answers.Plan()
	if w.To.Year <= p.Year {
		return nil
	}
	line := remind.Basis{Year: p.Year, Number: p.Number}.GoesOn(w.To.Year)
	return Text{{Spans: []Span{{Words: line, Style: Italic}}}}
}

// notCounted says behind standings of a later year what they leave out, once a
// period of it is past.
func (b *dutiesHandler) notCounted(w plan.Window, now time.Time) Text {
	text := b.screens.goesOn(w)
	if len(text) > 0 && w.From.Year <= now.Year() && int(now.Month()) > int(time.March) {
		text[0].Spans[0].Words += " " + textNotCounted
	}
	return text
}
