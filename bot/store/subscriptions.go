package store

import (
	"context"
	"fmt"

	"cchcbot/bot/record"
)

const (
	subscriptionColumns = `s.chat, s.agency, s.role, s.standing, s.person, ` + named
	subscriptionTables  = `subscriptions s LEFT JOIN people p ON p.id = s.person`
)

func subscriptionFields(s *record.Subscription) []any {
	return append([]any{&s.Chat, &s.Agency, &s.Role, &s.Standing}, personFields(&s.Person)...)
}

// SubscriptionsOf returns the subscriptions of a chat, whatever their standing.
func (s *Store) SubscriptionsOf(ctx context.Context, chat int64) (list []record.Subscription, err error) {
	defer wrap(&err, "list subscriptions of chat %d", chat)
	return all(ctx, s.statements, into(subscriptionFields), `SELECT `+subscriptionColumns+` FROM `+subscriptionTables+`
		WHERE s.chat = `+currentChat+` ORDER BY s.agency, s.role`, chat, chat)
}

// SubscribersOf returns the approved subscriptions to an agency, in all roles.
func (s *Store) SubscribersOf(ctx context.Context, agency string) (list []record.Subscription, err error) {
	defer wrap(&err, "list subscribers of %s", agency)
	return all(ctx, s.statements, into(subscriptionFields), `SELECT `+subscriptionColumns+` FROM `+subscriptionTables+`
		WHERE s.agency = ? AND s.standing = 'approved' ORDER BY s.role, s.chat`, clean(agency))
}

// Subscribers returns the approved subscriptions to all agencies.
func (s *Store) Subscribers(ctx context.Context) (list []record.Subscription, err error) {
	defer wrap(&err, "list subscribers")
	return all(ctx, s.statements, into(subscriptionFields), `SELECT `+subscriptionColumns+` FROM `+subscriptionTables+`
		WHERE s.standing = 'approved' ORDER BY s.agency, s.role, s.chat`)
}

// WaitingSubscriptions returns those that an administrator is to settle, the
// oldest first.
func (s *Store) WaitingSubscriptions(ctx context.Context) (list []record.Subscription, err error) {
	defer wrap(&err, "list waiting subscriptions")
	return all(ctx, s.statements, into(subscriptionFields), `SELECT `+subscriptionColumns+` FROM `+subscriptionTables+`
		WHERE s.standing = 'waiting' ORDER BY s.since, s.chat, s.agency, s.role`)
}

// PutSubscription keeps a subscription with its standing and returns the one
// that it had before, "" for a new one. Where the standing is the same, nothing
// changes and no letter goes.
func (s *Store) PutSubscription(ctx context.Context, sub record.Subscription, by record.Person, letters ...record.Letter) (before record.Standing, err error) {
	defer wrap(&err, "keep subscription of chat %d", sub.Chat)
	err = s.change(ctx, func(t transaction) error {
		if err := t.prepareSubscription(ctx, &sub); err != nil {
			return err
		}
		before, err = t.standing(ctx, sub)
		if err != nil || before == sub.Standing {
			return err
		}
		if before == "" {
			err = t.exec(ctx, `INSERT INTO subscriptions (chat, agency, role, standing, person, since) VALUES (?, ?, ?, ?, ?, ?)`,
				sub.Chat, sub.Agency, sub.Role, sub.Standing, sub.Person.ID, toMillis(s.now()))
		} else {
			err = t.setStanding(ctx, sub)
		}
		if err != nil {
			return err
		}
		return t.followSubscription(ctx, sub, by, before, letters)
	})
	return before, err
}

// SettleSubscription gives a waiting subscription its standing. It returns false
// where it does not wait any more: another administrator was faster.
func (s *Store) SettleSubscription(ctx context.Context, sub record.Subscription, by record.Person, letters ...record.Letter) (settled bool, err error) {
	defer wrap(&err, "settle subscription of chat %d", sub.Chat)
	err = s.change(ctx, func(t transaction) error {
		settled = false
		if err := t.prepareSubscription(ctx, &sub); err != nil {
			return err
		}
		before, err := t.standing(ctx, sub)
		if err != nil || before != record.Waiting {
			return err
		}
		if err := t.setStanding(ctx, sub); err != nil {
			return err
		}
		settled = true
		return t.followSubscription(ctx, sub, by, before, letters)
	})
	return settled && err == nil, err
}

// prepareSubscription writes the key as it is kept, and makes the chat a
// recipient. The row of the recipient is the lock on what the chat subscribes.
func (t transaction) prepareSubscription(ctx context.Context, s *record.Subscription) error {
	chat, err := t.current(ctx, s.Chat)
	if err != nil {
		return err
	}
	s.Chat, s.Agency = chat, clean(s.Agency)
	return t.makeRecipient(ctx, chat)
}

// standing returns the standing of a subscription, "" where there is none.
func (t transaction) standing(ctx context.Context, s record.Subscription) (record.Standing, error) {
	standing, _, err := one(ctx, t.statements, into(single[record.Standing]),
		`SELECT standing FROM subscriptions WHERE chat = ? AND agency = ? AND role = ?`, s.Chat, s.Agency, s.Role)
	return standing, err
}

func (t transaction) setStanding(ctx context.Context, s record.Subscription) error {
	return t.exec(ctx, `UPDATE subscriptions SET standing = ?, since = ?, person = CASE WHEN ? = 0 THEN person ELSE ? END
		WHERE chat = ? AND agency = ? AND role = ?`,
		s.Standing, toMillis(t.store.now()), s.Person.ID, s.Person.ID, s.Chat, s.Agency, s.Role)
}

// followSubscription does what follows a change of standing.
func (t transaction) followSubscription(ctx context.Context, s record.Subscription, by record.Person, before record.Standing, letters []record.Letter) error {
	if err := t.record(ctx, by, auditSubscription, aboutSubscription(s), string(before), string(s.Standing)); err != nil {
		return err
	}
	if err := t.settleRecipient(ctx, s.Chat); err != nil {
		return err
	}
	return t.enqueue(ctx, posting(letters)...)
}

func aboutSubscription(s record.Subscription) string {
	return fmt.Sprintf("%d %s %s", s.Chat, s.Agency, s.Role)
}

// Unsubscribe deletes the subscriptions of a chat to an agency in every role,
// or all its subscriptions where the agency is "".
func (s *Store) Unsubscribe(ctx context.Context, chat int64, agency string, by record.Person, letters ...record.Letter) (err error) {
	defer wrap(&err, "unsubscribe chat %d", chat)
	return s.change(ctx, func(t transaction) error {
		chat, err := t.current(ctx, chat)
		if err != nil {
			return err
		}
		if err := t.holdRecipient(ctx, chat); err != nil {
			return err
		}
		gone, err := all(ctx, t.statements, into(subscriptionFields), `DELETE FROM subscriptions WHERE chat = ? AND (agency = ? OR ? = '')
			RETURNING chat, agency, role, standing, person, '', ''`, chat, clean(agency), agency)
		if err != nil {
			return err
		}
		for _, sub := range gone {
			if err := t.record(ctx, by, auditSubscription, aboutSubscription(sub), string(sub.Standing), ""); err != nil {
				return err
			}
		}
		if err := t.settleRecipient(ctx, chat); err != nil {
			return err
		}
		return t.enqueue(ctx, posting(letters)...)
	})
}
