package duties

import (
	"context"
	"fmt"
	"reflect"
	"regexp"
	"sync"
	"time"

	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
)

// Rulebook makes a planner of the rules of administrators, once for each change.
type Rulebook struct {
	Planner *remind.Planner // by the rules as they were published

	mu    sync.Mutex
	rules record.Rules
	made  *remind.Planner
}

// Planning is the planner by the rules as they are now.
func (h *Handler) Planning(ctx context.Context) (*remind.Planner, error) {
	rules, err := h.records.Rules(ctx)
	if err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	book := h.Rules
	book.mu.Lock()
	defer book.mu.Unlock()
	if book.made != nil && reflect.DeepEqual(rules, book.rules) {
		return book.made, nil
	}
	made, err := book.Planner.With(rules)
	if err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	book.rules, book.made = rules, made
	return made, nil
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
