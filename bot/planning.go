package bot

import (
	"context"
	"fmt"
	"reflect"
	"sync"

	"cchcbot/bot/duty"
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

// today is the day of a turn.
func (t turn) today() plan.Date { return plan.DateOf(t.now) }
