package people

import (
	"context"
	"fmt"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/seeds/plan"
)

const (
	subscriptionColumns = `s.chat, s.agency, s.role, s.standing, s.person, ` + database.Named
	subscriptionTables  = `subscriptions s LEFT JOIN people p ON p.id = s.person`
)

func subscriptionFields(s *record.Subscription) []any {
	return append([]any{&s.Chat, &s.Agency, &s.Role, &s.Standing}, database.PersonFields(&s.Person)...)
}

// SubscriptionsOf returns the subscriptions of a chat, whatever their standing.
func (s People) SubscriptionsOf(ctx context.Context, chat int64) (list []record.Subscription, err error) {
	defer database.Wrap(&err, "list subscriptions of chat %d", chat)
	return database.All(ctx, s.db.Statements, database.Into(subscriptionFields), `SELECT `+subscriptionColumns+` FROM `+subscriptionTables+`
		WHERE s.chat = `+CurrentChat+` ORDER BY s.agency, s.role`, chat, chat)
}

// SubscribersOf returns the approved subscriptions to an agency, in all roles.
func (s People) SubscribersOf(ctx context.Context, agency string) (list []record.Subscription, err error) {
	defer database.Wrap(&err, "list subscribers of %s", agency)
	return database.All(ctx, s.db.Statements, database.Into(subscriptionFields), `SELECT `+subscriptionColumns+` FROM `+subscriptionTables+`
		WHERE s.agency = ? AND s.standing = 'approved' ORDER BY s.role, s.chat`, database.Clean(agency))
}

// Subscribers returns the approved subscriptions to all agencies.
func (s People) Subscribers(ctx context.Context) (list []record.Subscription, err error) {
	defer database.Wrap(&err, "list subscribers")
	return database.All(ctx, s.db.Statements, database.Into(subscriptionFields), `SELECT `+subscriptionColumns+` FROM `+subscriptionTables+`
		WHERE s.standing = 'approved' ORDER BY s.agency, s.role, s.chat`)
}

// WaitingSubscriptions returns those that an administrator is to settle, the
// oldest first.
func (s People) WaitingSubscriptions(ctx context.Context) (list []record.Subscription, err error) {
	defer database.Wrap(&err, "list waiting subscriptions")
	return database.All(ctx, s.db.Statements, database.Into(subscriptionFields), `SELECT `+subscriptionColumns+` FROM `+subscriptionTables+`
		WHERE s.standing = 'waiting' ORDER BY s.since, s.chat, s.agency, s.role`)
}

// PutSubscription keeps a subscription with its standing and returns the one
// that it had before, "" for a new one. Where the standing is the same, nothing
// changes and no letter goes.
func (s People) PutSubscription(ctx context.Context, sub record.Subscription, by record.Person, letters ...record.Letter) (before record.Standing, err error) {
	defer database.Wrap(&err, "keep subscription of chat %d", sub.Chat)
	err = s.change(ctx, func(t transaction) error {
		if err := t.prepareSubscription(ctx, &sub); err != nil {
			return err
		}
		before, err = t.standing(ctx, sub)
		if err != nil || before == sub.Standing {
			return err
		}
		if before == "" {
			err = t.Exec(ctx, `INSERT INTO subscriptions (chat, agency, role, standing, person, since) VALUES (?, ?, ?, ?, ?, ?)`,
				sub.Chat, sub.Agency, sub.Role, sub.Standing, sub.Person.ID, database.ToMillis(s.db.Now()))
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
func (s People) SettleSubscription(ctx context.Context, sub record.Subscription, by record.Person, letters ...record.Letter) (settled bool, err error) {
	defer database.Wrap(&err, "settle subscription of chat %d", sub.Chat)
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
	chat, err := Current(ctx, t.Statements, s.Chat)
	if err != nil {
		return err
	}
	s.Chat, s.Agency = chat, database.Clean(s.Agency)
	return t.ensureRecipient(ctx, chat)
}

// standing returns the standing of a subscription, "" where there is none.
func (t transaction) standing(ctx context.Context, s record.Subscription) (record.Standing, error) {
	standing, _, err := database.One(ctx, t.Statements, database.Into(database.Single[record.Standing]),
		`SELECT standing FROM subscriptions WHERE chat = ? AND agency = ? AND role = ?`, s.Chat, s.Agency, s.Role)
	return standing, err
}

func (t transaction) setStanding(ctx context.Context, s record.Subscription) error {
	return t.Exec(ctx, `UPDATE subscriptions SET standing = ?, since = ?, person = CASE WHEN ? = 0 THEN person ELSE ? END
		WHERE chat = ? AND agency = ? AND role = ?`,
		s.Standing, database.ToMillis(t.Now()), s.Person.ID, s.Person.ID, s.Chat, s.Agency, s.Role)
}

// followSubscription does what follows a change of standing.
func (t transaction) followSubscription(ctx context.Context, s record.Subscription, by record.Person, before record.Standing, letters []record.Letter) error {
	if err := t.Record(ctx, by, auditSubscription, aboutSubscription(s), string(before), string(s.Standing)); err != nil {
		return err
	}
	if err := t.settleRecipient(ctx, s.Chat); err != nil {
		return err
	}
	return t.Post(ctx, letters)
}

func aboutSubscription(s record.Subscription) string {
	return fmt.Sprintf("%d %s %s", s.Chat, s.Agency, s.Role)
}

// Unsubscribe deletes the subscriptions of a chat to an agency in every role,
// or all its subscriptions where the agency is "".
func (s People) Unsubscribe(ctx context.Context, chat int64, agency string, by record.Person, letters ...record.Letter) (err error) {
	defer database.Wrap(&err, "unsubscribe chat %d", chat)
	return s.change(ctx, func(t transaction) error {
		chat, err := Current(ctx, t.Statements, chat)
		if err != nil {
			return err
		}
		if err := t.lockRecipient(ctx, chat); err != nil {
			return err
		}
		gone, err := database.All(ctx, t.Statements, database.Into(subscriptionFields), `DELETE FROM subscriptions WHERE chat = ? AND (agency = ? OR ? = '')
			RETURNING chat, agency, role, standing, person, '', ''`, chat, database.Clean(agency), agency)
		if err != nil {
			return err
		}
		for _, sub := range gone {
			if err := t.Record(ctx, by, auditSubscription, aboutSubscription(sub), string(sub.Standing), ""); err != nil {
				return err
			}
		}
		if err := t.settleRecipient(ctx, chat); err != nil {
			return err
		}
		return t.Post(ctx, letters)
	})
}

// DecidedBy returns who brought a tie to its standing, nobody where the log does
// not say.
func (s People) DecidedBy(ctx context.Context, tie record.Subscription) (by record.Person, err error) {
	defer database.Wrap(&err, "find who decided about chat %d", tie.Chat)
	by, _, err = database.One(ctx, s.db.Statements, database.Into(database.PersonFields), `SELECT a.person, `+database.Named+` FROM audit a LEFT JOIN people p ON p.id = a.person
		WHERE a.about = ? AND a.what = ? AND a.after = ? ORDER BY a.id DESC LIMIT 1`,
		aboutSubscription(tie), auditSubscription, string(tie.Standing))
	return by, err
}

// SubscriptionsIn returns the approved subscriptions of chats, behind them those in
// the place of others at some time in a span of days.
func SubscriptionsIn(ctx context.Context, st database.Statements, w plan.Window, chats []int64) ([]record.Subscription, error) {
	subscriptions, err := database.SelectAmong(ctx, st, database.Into(subscriptionSinceFields),
		`SELECT `+subscriptionColumns+`, s.since FROM `+subscriptionTables+` WHERE s.standing = 'approved' AND s.chat IN`, nil, chats,
		`ORDER BY s.chat, s.agency, s.role`)
	if err != nil {
		return nil, fmt.Errorf("subscriptions: %w", err)
	}
	standIns, err := standInsIn(ctx, st, w, chats)
	if err != nil {
		return nil, fmt.Errorf("stand-ins: %w", err)
	}
	return append(subscriptions, standIns...), nil
}

func subscriptionSinceFields(s *record.Subscription) []any {
	return append(subscriptionFields(s), database.TimeField(&s.Since))
}
