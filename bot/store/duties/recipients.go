package duties

import (
	"context"
	"fmt"
	"math"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/bot/store/people"
	"cchcbot/seeds/plan"
)

// dueRecipients asks in two ranges, because an index answers no "is not".
const dueRecipients = `SELECT ` + people.PreferenceColumns + `, r.through FROM recipients r
	WHERE (r.through < ? OR r.through > ?) AND CASE
			WHEN r.quiet_from <= r.quiet_till AND r.minute >= r.quiet_from AND r.minute < r.quiet_till THEN r.quiet_till
			WHEN r.quiet_from > r.quiet_till AND (r.minute >= r.quiet_from OR r.minute < r.quiet_till) THEN r.quiet_till
			ELSE r.minute END <= ? AND r.chat > ?
		AND (EXISTS (SELECT 1 FROM subscriptions s WHERE s.chat = r.chat AND s.standing = 'approved')
			OR EXISTS (SELECT 1 FROM absences a WHERE a.deputy = r.chat AND a.deputy <> 0 AND a.from_day <= ? AND a.to_day >= ?))
		AND NOT ` + people.Away + `r.chat)
		AND NOT EXISTS (SELECT 1 FROM chats c WHERE c.chat = r.chat AND c.unreachable_since IS NOT NULL)
	ORDER BY r.chat LIMIT ?`

// Recipients returns up to limit chats whose digest of the day is not drawn up
// and whose minute has come: reachable ones with an approved subscription, or in
// the place of somebody, and not away themselves, ordered by their ids, from the one behind after; 0 stands for the beginning,
// as groups have negative ids. A chat drawn up through a later day, before the
// clock was set back, is among them.
func (s Duties) Recipients(ctx context.Context, day plan.Date, minute int, after int64, limit int) (list []record.Recipient, err error) {
	defer database.Wrap(&err, "list recipients of %s", day)
	if after == 0 {
		after = math.MinInt64
	}
	list, err = database.All(ctx, s.db.Statements, database.Into(recipientFields), dueRecipients, dueArguments(day, minute, after, limit)...)
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
	return append(people.PreferenceFields(&r.Preferences), database.DayField(&r.Through))
}

// completeRecipients adds the subscriptions, those in the place of others at some
// time in a span of days among them, and the snoozes.
func (s Duties) completeRecipients(ctx context.Context, list []record.Recipient, w plan.Window) error {
	place := make(map[int64]int, len(list))
	chats := make([]int64, len(list))
	for i, r := range list {
		place[r.Chat], chats[i] = i, r.Chat
	}
	subscriptions, err := people.SubscriptionsIn(ctx, s.db.Statements, w, chats)
	if err != nil {
		return err
	}
	for _, sub := range subscriptions {
		r := &list[place[sub.Chat]]
		r.Subscriptions = append(r.Subscriptions, sub)
	}
	snoozes, err := database.SelectAmong(ctx, s.db.Statements, database.Into(snoozeFields), openSnoozes+`IN`, nil, chats, `ORDER BY s.chat, s.day, o.id`)
	if err != nil {
		return fmt.Errorf("snoozes: %w", err)
	}
	for _, z := range snoozes {
		r := &list[place[z.chat]]
		r.Snoozed = append(r.Snoozed, z.Snooze)
	}
	return nil
}

// Snoozes returns what a chat wants to hear of again and is still open, by day.
func (s Duties) Snoozes(ctx context.Context, chat int64) (list []record.Snooze, err error) {
	defer database.Wrap(&err, "list snoozes of chat %d", chat)
	snoozes, err := database.All(ctx, s.db.Statements, database.Into(snoozeFields), openSnoozes+`= `+people.CurrentChat+` ORDER BY s.day, o.id`, chat, chat)
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
	return append([]any{&z.chat, database.DayField(&z.Day)}, occurrenceFields(&z.Occurrence)...)
}
