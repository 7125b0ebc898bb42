package duties

import (
	"context"
	"fmt"

	"cchcbot/bot/remind"
)

// Planning is the planner by the rules as they are now.
func (c *cards) Planning(ctx context.Context) (*remind.Planner, error) {
	planner, err := c.Rules.Planner(ctx)
	if err != nil {
		return nil, fmt.Errorf("plan reminders: %w", err)
	}
	return planner, nil
}
