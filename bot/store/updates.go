package store

import (
	"context"
	"slices"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
)

const (
	// updatesRemembered is far above what Telegram can deliver again: the bot
	// lets at most some hundred wait unconfirmed.
	updatesRemembered = 1000

	// forgetEvery makes one in so many notes pay for forgetting.
	forgetEvery = 100
)

// inbox is the table of the updates that wait and of those that were handled.
type inbox struct {
	db     *database.DB
	window int64 // how many handled updates are remembered
}

// noUpdate is an id that Telegram gives to no update.
const noUpdate = 0

// CheckWrite reports whether the database can be written, by writing a row without
// a meaning: with a full disk or a read-only file, Ping still succeeds.
func (s inbox) CheckWrite(ctx context.Context) (err error) {
	defer database.Wrap(&err, "try to write")
	return s.db.Exec(ctx, `INSERT INTO updates (id, handled_at) VALUES (?, ?)
		ON CONFLICT (id) DO UPDATE SET handled_at = excluded.handled_at`, noUpdate, database.ToMillis(s.db.Now()))
}

// Keep writes down updates that wait to be handled. One that is there already
// stays as it is, also where it was handled.
func (s inbox) Keep(ctx context.Context, updates ...record.Update) (err error) {
	defer database.Wrap(&err, "keep %d updates", len(updates))
	at := database.ToMillis(s.db.Now())
	rows := make([][]any, len(updates))
	for i, u := range updates {
		rows[i] = []any{u.ID, at, u.Body}
	}
	_, err = database.InsertAll(ctx, s.db.Statements, database.Into(database.Single[int64]), `INSERT INTO updates (id, handled_at, body)`, rows,
		`ON CONFLICT (id) DO NOTHING RETURNING seq`)
	return err
}

// Done keeps that updates were handled, of those that were written down, and
// forgets what they said. Now and then it forgets updates that were handled long
// ago.
func (s inbox) Done(ctx context.Context, updates ...int64) (err error) {
	defer database.Wrap(&err, "note that %d updates were handled", len(updates))
	done, err := database.SelectAmong(ctx, s.db.Statements, database.Into(database.Single[int64]), `UPDATE updates SET body = NULL, handled_at = ? WHERE id IN`,
		[]any{database.ToMillis(s.db.Now())}, updates, `RETURNING seq`)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(done, func(seq int64) bool { return seq%forgetEvery == 0 }) {
		return nil
	}
	return s.db.Exec(ctx, `DELETE FROM updates WHERE body IS NULL AND seq <= ?`, slices.Max(done)-s.window)
}

// Kept returns the updates that wait to be handled, in the order in which they
// were written down, and those that were handled last, as far back as the store
// remembers.
func (s inbox) Kept(ctx context.Context) (waiting []record.Update, done []int64, err error) {
	defer database.Wrap(&err, "read the updates that wait")
	waiting, err = database.All(ctx, s.db.Statements, database.Into(func(u *record.Update) []any { return []any{&u.ID, &u.Body} }),
		`SELECT id, body FROM updates WHERE body IS NOT NULL ORDER BY seq`)
	if err != nil {
		return nil, nil, err
	}
	done, err = database.All(ctx, s.db.Statements, database.Into(database.Single[int64]),
		`SELECT id FROM updates WHERE body IS NULL ORDER BY seq DESC LIMIT ?`, s.window)
	slices.Reverse(done)
	return waiting, done, err
}
