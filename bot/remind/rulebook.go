package remind

import (
	"context"
	"fmt"
	"reflect"
	"sync"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Rules reads what administrators changed about the reminders.
type Rules interface {
	Rules(ctx context.Context) (record.Rules, error)
}

// Rulebook says what is reminded when, by the rules as they are now: for the
// ticks, the preview and every screen. It makes one Planner for each change of
// the rules. It is safe for concurrent use.
type Rulebook struct {
	source Rules

	mu        sync.Mutex
	published *Planner
	rules     record.Rules
	ruled     *Planner // by the rules; nil before they were read
}

// NewRulebook makes a Rulebook out of the planner by the rules as they were
// published.
func NewRulebook(published *Planner, source Rules) *Rulebook {
	return &Rulebook{published: published, source: source}
}

// Published is the planner without what administrators changed.
func (b *Rulebook) Published() *Planner {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.published
}

// Replan goes on by other plans.
func (b *Rulebook) Replan(published *Planner) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.published, b.ruled = published, nil
}

// Under is the same Rulebook by one plan alone.
func (b *Rulebook) Under(in *plan.Plan) *Rulebook {
	return NewRulebook(b.Published().Under(in), b.source)
}

// Planner is the planner by the rules as they are now.
func (b *Rulebook) Planner(ctx context.Context) (*Planner, error) {
	rules, err := b.source.Rules(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the rules: %w", err)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.ruled != nil && reflect.DeepEqual(rules, b.rules) {
		return b.ruled, nil
	}
	ruled, err := b.published.With(rules)
	if err != nil {
		return nil, err
	}
	b.rules, b.ruled = rules, ruled
	return ruled, nil
}
