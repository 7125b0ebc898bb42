package store

import (
	"context"

	"cchcbot/bot/duty"
)

// Subscribers returns the approved subscriptions to all agencies.
func (s *Store) Subscribers(ctx context.Context) (list []duty.Subscription, err error) {
	defer wrap(&err, "list subscribers")
	return all(ctx, s.statements, into(subscriptionFields), `SELECT `+subscriptionColumns+` FROM `+subscriptionTables+`
		WHERE s.standing = 'approved' ORDER BY s.agency, s.role, s.chat`)
}
