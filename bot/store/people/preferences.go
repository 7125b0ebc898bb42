package people

import (
	"context"
	"strconv"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
)

// PreferenceColumns are the columns of recipients r that PreferenceFields reads.
const PreferenceColumns = `r.chat, r.minute, r.quiet_from, r.quiet_till, r.digest, r.supports, r.monday`

// PreferenceFields are the fields of a row that begins with PreferenceColumns.
func PreferenceFields(p *record.Preferences) []any {
	return []any{&p.Chat, &p.Minute, &p.QuietFrom, &p.QuietTill, &p.Digest, &p.Supports, &p.Monday}
}

// putRecipient is the beginning of an INSERT of a chat with its preferences.
const putRecipient = `INSERT INTO recipients (chat, minute, quiet_from, quiet_till, digest, supports, monday)
	VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (chat) `

func preferenceValues(p record.Preferences) []any {
	return []any{p.Chat, p.Minute, p.QuietFrom, p.QuietTill, p.Digest, p.Supports, p.Monday}
}

// Preferences returns what a chat chose, or the defaults.
func (s People) Preferences(ctx context.Context, chat int64) (p record.Preferences, err error) {
	defer database.Wrap(&err, "read preferences of chat %d", chat)
	p, chosen, err := database.One(ctx, s.db.Statements, database.Into(PreferenceFields),
		`SELECT `+PreferenceColumns+` FROM recipients r WHERE r.chat = `+CurrentChat, chat, chat)
	if !chosen {
		p = record.DefaultPreferences(chat)
	}
	return p, err
}

// SetPreferences keeps what a chat chose.
func (s People) SetPreferences(ctx context.Context, p record.Preferences, by record.Person) (err error) {
	defer database.Wrap(&err, "keep preferences of chat %d", p.Chat)
	return s.change(ctx, func(t transaction) error {
		chat, err := Current(ctx, t.Statements, p.Chat)
		if err != nil {
			return err
		}
		p.Chat = chat
		if err := t.ensureRecipient(ctx, chat); err != nil {
			return err
		}
		before, _, err := database.One(ctx, t.Statements, database.Into(PreferenceFields), `SELECT `+PreferenceColumns+` FROM recipients r WHERE r.chat = ?`, chat)
		if err != nil || before == p {
			return err
		}
		err = t.Exec(ctx, putRecipient+`DO UPDATE SET minute = excluded.minute, quiet_from = excluded.quiet_from,
			quiet_till = excluded.quiet_till, digest = excluded.digest, supports = excluded.supports, monday = excluded.monday`,
			preferenceValues(p)...)
		if err != nil {
			return err
		}
		return t.Record(ctx, by, auditPreferences, strconv.FormatInt(chat, 10), database.InJSON(before), database.InJSON(p))
	})
}

// ensureRecipient inserts the row of a chat if it is missing, and locks it until the
// transaction ends.
func (t transaction) ensureRecipient(ctx context.Context, chat int64) error {
	return t.Exec(ctx, putRecipient+`DO UPDATE SET chat = excluded.chat`, preferenceValues(record.DefaultPreferences(chat))...)
}

// lockRecipient locks the row of a chat, if there is one, until the transaction
// ends: nobody else changes what the chat follows.
func (t transaction) lockRecipient(ctx context.Context, chat int64) error {
	_, _, err := database.One(ctx, t.Statements, database.Into(database.Single[int64]), `SELECT chat FROM recipients WHERE chat = ?`+t.Lock(), chat)
	return err
}

// settleRecipient ends the reminders of a chat that is subscribed to nothing:
// what is queued is dropped, and it begins anew when it comes back.
func (t transaction) settleRecipient(ctx context.Context, chat int64) error {
	approved, err := t.Affect(ctx, `UPDATE recipients SET chat = chat WHERE chat = ?
		AND EXISTS (SELECT 1 FROM subscriptions s WHERE s.chat = recipients.chat AND s.standing = 'approved')`, chat)
	if err != nil || approved > 0 {
		return err
	}
	if err := t.Exec(ctx, `UPDATE recipients SET through = '' WHERE chat = ?`, chat); err != nil {
		return err
	}
	return t.Exec(ctx, `UPDATE digests SET progress = 'dropped' WHERE chat = ? AND progress = 'queued'`, chat)
}
