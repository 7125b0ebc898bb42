package store

import (
	"context"
	"errors"

	"cchcbot/bot/store/database"
)

// Purpose is what a database is for.
type Purpose string

// The purposes: people whom Telegram knows, or those of a trial.
const (
	ToServe Purpose = "serve"
	ToTry   Purpose = "try"
)

// What Dedicate finds.
var (
	ErrServed = errors.New("this database holds what a bot has served; try it on one of its own, such as a new file")
	ErrTried  = errors.New("this database holds the people of a trial, who would become focal persons; serve with another one")
)

// holdsAnything is true for a database in which a bot has worked, in SQL.
const holdsAnything = `SELECT EXISTS (SELECT 1 FROM people) OR EXISTS (SELECT 1 FROM subscriptions) OR EXISTS (SELECT 1 FROM chats)
	OR EXISTS (SELECT 1 FROM updates WHERE id <> 0)`

// Dedicate gives a database to a purpose for good. It is ErrServed or ErrTried for
// one that has another; one from before there were purposes has served.
func (s *Store) Dedicate(ctx context.Context, to Purpose) (err error) {
	defer database.Wrap(&err, "dedicate the database")
	return change(ctx, s.db, func(t transaction) error {
		is, dedicated, err := database.One(ctx, t.Statements, database.Into(database.Single[Purpose]), `SELECT purpose FROM purpose`)
		if err != nil {
			return err
		}
		if !dedicated {
			var used bool
			if err := t.QueryRow(ctx, holdsAnything).Scan(&used); err != nil {
				return err //nolint:wrapcheck // wrap says what was done
			}
			if is = to; used {
				is = ToServe
			}
			if err := t.Exec(ctx, `INSERT INTO purpose (purpose) VALUES (?)`, is); err != nil {
				return err
			}
		}
		switch {
		case is == to:
			return nil
		case is == ToServe:
			return ErrServed
		}
		return ErrTried
	})
}
