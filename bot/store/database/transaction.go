package database

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"cchcbot/bot/record"
)

// Tx is a change of facts, of the audit log and of the queue that happens as a whole.
// On SQLite nothing else may be asked meanwhile: there is one connection.
type Tx struct {
	Statements
	tx      *sql.Tx
	db      *DB
	entries []entry // of the audit log, to be added
}

// attempts is how often a transaction is tried that PostgreSQL gave up.
const attempts = 5

// Change runs do in a transaction. On PostgreSQL do may run anew, after another
// transaction got in its way, and begins from nothing then.
func (s *DB) Change(ctx context.Context, do func(*Tx) error) error {
	if err := record.Permit(ctx); err != nil {
		return err
	}
	for attempt := 1; ; attempt++ {
		err := s.changeOnce(ctx, do)
		if err == nil || attempt == attempts || !clash(err) {
			return err
		}
	}
}

func (s *DB) changeOnce(ctx context.Context, do func(*Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err //nolint:wrapcheck // the calling method says what it did
	}
	defer func() { _ = tx.Rollback() }() // nothing is left to roll back after Commit
	t := &Tx{Statements: Statements{on: s.traceable(tx), dialect: s.dialect, permitted: true}, tx: tx, db: s}
	if err := do(t); err != nil {
		return err
	}
	if err := t.chain(ctx, t.entries); err != nil {
		return err
	}
	return tx.Commit() //nolint:wrapcheck // the calling method says what it did
}

// clashes are what PostgreSQL says of transactions that got in each other's way:
// two that wait for each other, and two that write the same row at once.
var clashes = []string{"40P01", "40001", "23505"}

func clash(err error) bool {
	said, ok := errors.AsType[*pgconn.PgError](err)
	return ok && slices.Contains(clashes, said.Code)
}

// Now is the time by the clock of the database's settings.
func (t *Tx) Now() time.Time { return t.db.Now() }

// Alone makes transactions that say so follow each other.
func (t *Tx) Alone(ctx context.Context) error {
	if t.dialect == sqlite {
		return nil // it has one writer
	}
	return t.Exec(ctx, `SELECT pg_advisory_xact_lock(hashtext('cchcbot rules'), hashtext(current_schema()))`)
}
