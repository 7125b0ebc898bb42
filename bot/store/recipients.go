package store

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strconv"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

const preferenceColumns = `r.chat, r.minute, r.quiet_from, r.quiet_till, r.digest, r.supports, r.monday`

func preferenceFields(p *record.Preferences) []any {
	return []any{&p.Chat, &p.Minute, &p.QuietFrom, &p.QuietTill, &p.Digest, &p.Supports, &p.Monday}
}

// putRecipient is the beginning of an INSERT of a chat with its preferences.
const putRecipient = `INSERT INTO recipients (chat, minute, quiet_from, quiet_till, digest, supports, monday)
	VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (chat) `

func preferenceValues(p record.Preferences) []any {
	return []any{p.Chat, p.Minute, p.QuietFrom, p.QuietTill, p.Digest, p.Supports, p.Monday}
}

// Preferences returns what a chat chose, or the defaults.
func (s *Store) Preferences(ctx context.Context, chat int64) (p record.Preferences, err error) {
	defer wrap(&err, "read preferences of chat %d", chat)
	p, chosen, err := one(ctx, s.statements, into(preferenceFields),
		`SELECT `+preferenceColumns+` FROM recipients r WHERE r.chat = `+currentChat, chat, chat)
	if !chosen {
		p = record.DefaultPreferences(chat)
	}
	return p, err
}

// SetPreferences keeps what a chat chose.
func (s *Store) SetPreferences(ctx context.Context, p record.Preferences, by record.Person) (err error) {
	defer wrap(&err, "keep preferences of chat %d", p.Chat)
	return s.change(ctx, func(t transaction) error {
		chat, err := t.current(ctx, p.Chat)
		if err != nil {
			return err
		}
		p.Chat = chat
		if err := t.makeRecipient(ctx, chat); err != nil {
			return err
		}
		before, _, err := one(ctx, t.statements, into(preferenceFields), `SELECT `+preferenceColumns+` FROM recipients r WHERE r.chat = ?`, chat)
		if err != nil || before == p {
			return err
		}
		err = t.exec(ctx, putRecipient+`DO UPDATE SET minute = excluded.minute, quiet_from = excluded.quiet_from,
			quiet_till = excluded.quiet_till, digest = excluded.digest, supports = excluded.supports, monday = excluded.monday`,
			preferenceValues(p)...)
		if err != nil {
			return err
		}
		return t.record(ctx, by, auditPreferences, strconv.FormatInt(chat, 10), inJSON(before), inJSON(p))
	})
}

// inJSON writes a value of this package's own making for the audit log.
func inJSON(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// makeRecipient makes sure that a chat has a row of its own, and holds it until
// the transaction ends.
func (t transaction) makeRecipient(ctx context.Context, chat int64) error {
	return t.exec(ctx, putRecipient+`DO UPDATE SET chat = excluded.chat`, preferenceValues(record.DefaultPreferences(chat))...)
}

// holdRecipient keeps others from changing what a chat follows, if anything.
func (t transaction) holdRecipient(ctx context.Context, chat int64) error {
	_, _, err := one(ctx, t.statements, into(single[int64]), `SELECT chat FROM recipients WHERE chat = ?`+t.dialect.lock, chat)
	return err
}

// settleRecipient ends the reminders of a chat that is subscribed to nothing:
// what is queued is dropped, and it begins anew when it comes back.
func (t transaction) settleRecipient(ctx context.Context, chat int64) error {
	approved, err := t.affect(ctx, `UPDATE recipients SET chat = chat WHERE chat = ?
		AND EXISTS (SELECT 1 FROM subscriptions s WHERE s.chat = recipients.chat AND s.standing = 'approved')`, chat)
	if err != nil || approved > 0 {
		return err
	}
	if err := t.exec(ctx, `UPDATE recipients SET through = '' WHERE chat = ?`, chat); err != nil {
		return err
	}
	return t.exec(ctx, `UPDATE digests SET progress = 'dropped' WHERE chat = ? AND progress = 'queued'`, chat)
}

// dueRecipients asks in two ranges, because an index answers no "is not".
const dueRecipients = `SELECT ` + preferenceColumns + `, r.through FROM recipients r
	WHERE (r.through < ? OR r.through > ?) AND CASE
			WHEN r.quiet_from <= r.quiet_till AND r.minute >= r.quiet_from AND r.minute < r.quiet_till THEN r.quiet_till
			WHEN r.quiet_from > r.quiet_till AND (r.minute >= r.quiet_from OR r.minute < r.quiet_till) THEN r.quiet_till
			ELSE r.minute END <= ? AND r.chat > ?
		AND (EXISTS (SELECT 1 FROM subscriptions s WHERE s.chat = r.chat AND s.standing = 'approved')
			OR EXISTS (SELECT 1 FROM absences a WHERE a.deputy = r.chat AND a.deputy <> 0 AND a.from_day <= ? AND a.to_day >= ?))
		AND NOT ` + away + `r.chat)
		AND NOT EXISTS (SELECT 1 FROM chats c WHERE c.chat = r.chat AND c.unreachable_since IS NOT NULL)
	ORDER BY r.chat LIMIT ?`

// Recipients returns up to limit chats whose digest of the day is not drawn up
// and whose minute has come: reachable ones with an approved subscription, or in
// the place of somebody, and not away themselves, ordered by their ids, from the one behind after; 0 stands for the beginning,
// as groups have negative ids. A chat drawn up through a later day, before the
// clock was set back, is among them.
func (s *Store) Recipients(ctx context.Context, day plan.Date, minute int, after int64, limit int) (list []record.Recipient, err error) {
	defer wrap(&err, "list recipients of %s", day)
	if after == 0 {
		after = math.MinInt64
	}
	list, err = all(ctx, s.statements, into(recipientFields), dueRecipients, dueArguments(day, minute, after, limit)...)
	if err != nil {
		return nil, err
	}
	return list, s.completeRecipients(ctx, list, plan.WindowOf(day, day))
}

func dueArguments(day plan.Date, minute int, after int64, limit int) []any {
	on := day.String()
	return []any{on, on, minute, after, on, on, on, on, limit}
}

func recipientFields(r *record.Recipient) []any {
	return append(preferenceFields(&r.Preferences), dayField{&r.Through})
}

// completeRecipients adds the subscriptions, those in the place of others at some
// time in a span of days among them, and the snoozes.
func (s *Store) completeRecipients(ctx context.Context, list []record.Recipient, w plan.Window) error {
	place := make(map[int64]int, len(list))
	chats := make([]int64, len(list))
	for i, r := range list {
		place[r.Chat], chats[i] = i, r.Chat
	}
	subscriptions, err := selectAmong(ctx, s.statements, into(subscriptionSinceFields),
		`SELECT `+subscriptionColumns+`, s.since FROM `+subscriptionTables+` WHERE s.standing = 'approved' AND s.chat IN`, nil, chats,
		`ORDER BY s.chat, s.agency, s.role`)
	if err != nil {
		return fmt.Errorf("subscriptions: %w", err)
	}
	standIns, err := s.standInsIn(ctx, w, chats)
	if err != nil {
		return fmt.Errorf("stand-ins: %w", err)
	}
	for _, sub := range append(subscriptions, standIns...) {
		r := &list[place[sub.Chat]]
		r.Subscriptions = append(r.Subscriptions, sub)
	}
	snoozes, err := selectAmong(ctx, s.statements, into(snoozeFields), openSnoozes+`IN`, nil, chats, `ORDER BY s.chat, s.day, o.id`)
	if err != nil {
		return fmt.Errorf("snoozes: %w", err)
	}
	for _, z := range snoozes {
		r := &list[place[z.chat]]
		r.Snoozed = append(r.Snoozed, z.Snooze)
	}
	return nil
}

func subscriptionSinceFields(s *record.Subscription) []any {
	return append(subscriptionFields(s), timeField{&s.Since})
}

// Snoozes returns what a chat wants to hear of again and is still open, by day.
func (s *Store) Snoozes(ctx context.Context, chat int64) (list []record.Snooze, err error) {
	defer wrap(&err, "list snoozes of chat %d", chat)
	snoozes, err := all(ctx, s.statements, into(snoozeFields), openSnoozes+`= `+currentChat+` ORDER BY s.day, o.id`, chat, chat)
	for _, z := range snoozes {
		list = append(list, z.Snooze)
	}
	return list, err
}

// openSnoozes is the beginning of a query, up to which chats are meant.
const openSnoozes = `SELECT s.chat, s.day, ` + occurrenceColumns + ` FROM snoozes s
	JOIN ` + occurrenceTables + ` ON o.id = s.occurrence WHERE o.state = 'open' AND s.chat `

type chatSnooze struct {
	chat int64
	record.Snooze
}

func snoozeFields(z *chatSnooze) []any {
	return append([]any{&z.chat, dayField{&z.Day}}, occurrenceFields(&z.Occurrence)...)
}
