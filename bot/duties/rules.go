package duties

import (
	"context"
	"fmt"
	"regexp"
	"time"

	"cchcbot/bot/question"
	"cchcbot/bot/remind"
)

// Planning is the planner by the rules as they are now.
func (h *Handler) Planning(ctx context.Context) (*remind.Planner, error) {
	planner, err := h.Rules.Planner(ctx)
	if err != nil {
		return nil, fmt.Errorf("plan reminders: %w", err)
	}
	return planner, nil
}

// ParseTime is the time that words tell about how duties stand, nil for none. A
// quarter or a month without a year is that of today, and not that of the plan:
// what recurs goes on.
func (h *Handler) ParseTime(words string, now time.Time) *question.Window {
	said := h.answers.Reader.Read(words, now).Window
	if said == nil || said.Impossible || said.Unread {
		return nil
	}
	if !yearSaid.MatchString(words) {
		if w := h.answers.Reader.Read(fmt.Sprintf(textOfYear, words, now.Year()), now).Window; w != nil && !w.Impossible && !w.Unread {
			return w
		}
	}
	return said
}

var yearSaid = regexp.MustCompile(`\b20\d\d\b`)
