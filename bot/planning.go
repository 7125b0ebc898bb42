package bot

import (
	"context"
	"fmt"
	"reflect"
	"regexp"
	"sync"
	"time"

	"cchcbot/bot/duty"
	"cchcbot/bot/question"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// rulebook makes a planner of the rules of administrators, once for each change.
type rulebook struct {
	planner *remind.Planner // by the rules as they were published

	mu    sync.Mutex
	rules duty.Rules
	made  *remind.Planner
}

// planning is the planner by the rules as they are now.
func (b *Bot) planning(ctx context.Context) (*remind.Planner, error) {
	rules, err := b.records.Rules(ctx)
	if err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	book := &b.rules
	book.mu.Lock()
	defer book.mu.Unlock()
	if book.made != nil && reflect.DeepEqual(rules, book.rules) {
		return book.made, nil
	}
	made, err := book.planner.With(rules)
	if err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	book.rules, book.made = rules, made
	return made, nil
}

// timeSaid is the time that words tell about how duties stand, nil for none. A
// quarter or a month without a year is that of today, and not that of the plan:
// what recurs goes on.
func (b *Bot) timeSaid(words string, now time.Time) *question.Window {
	said := b.answerer.reader.Read(words, now).Window
	if said == nil || said.Impossible || said.Unread {
		return nil
	}
	if !yearSaid.MatchString(words) {
		if w := b.answerer.reader.Read(fmt.Sprintf(textOfYear, words, now.Year()), now).Window; w != nil && !w.Impossible && !w.Unread {
			return w
		}
	}
	return said
}

var yearSaid = regexp.MustCompile(`\b20\d\d\b`)

// today is the day of a turn.
func (t turn) today() plan.Date { return plan.DateOf(t.now) }
