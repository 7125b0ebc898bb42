package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"github.com/jackc/pgx/v5/pgconn"
)

// transaction is a change of facts and of the queue that happens as a whole.
// On SQLite nothing else may be asked meanwhile: there is one connection.
type transaction struct {
	statements
	tx      *sql.Tx
	store   *Store
	entries *[]entry // of the audit log, to be added
}

// attempts is how often a transaction is tried that PostgreSQL gave up.
const attempts = 5

// change runs do in a transaction. On PostgreSQL do may run anew, after another
// transaction got in its way, and begins from nothing then.
func (s *Store) change(ctx context.Context, do func(transaction) error) error {
	for attempt := 1; ; attempt++ {
		err := s.changeOnce(ctx, do)
		if err == nil || attempt == attempts || !clash(err) {
			return err
		}
	}
}

func (s *Store) changeOnce(ctx context.Context, do func(transaction) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err //nolint:wrapcheck // the calling method says what it did
	}
	defer func() { _ = tx.Rollback() }() // nothing is left to roll back after Commit
	t := transaction{statements{s.traceable(tx), s.dialect}, tx, s, new([]entry)}
	if err := do(t); err != nil {
		return err
	}
	if err := t.chain(ctx, *t.entries); err != nil {
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

// alone makes transactions that say so follow each other.
func (t transaction) alone(ctx context.Context) error {
	if t.dialect == sqlite {
		return nil // it has one writer
	}
	return t.exec(ctx, `SELECT pg_advisory_xact_lock(hashtext('cchcbot rules'), hashtext(current_schema()))`)
}
