package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	driver "modernc.org/sqlite"
)

// ErrInUse says that another process serves this SQLite file.
var ErrInUse = errors.New("another cchcbot serves this database; stop that one first, " +
	"or use PostgreSQL, on which several processes stand by for each other")

// lockFile takes the lock of a SQLite file, which ends with the DB or with the
// process, however it ends. The lock is that of an empty database beside the
// file, held by a transaction that never ends: so it works wherever SQLite does.
func lockFile(ctx context.Context, path string) (*sql.DB, error) {
	connector, err := driver.NewConnector(path + ".lock?_busy_timeout=0")
	if err != nil {
		return nil, fmt.Errorf("lock: %w", err)
	}
	db := sql.OpenDB(connector)
	db.SetMaxOpenConns(1)
	_, err = db.ExecContext(ctx, `BEGIN EXCLUSIVE`)
	if err == nil {
		return db, nil
	}
	_ = db.Close() // the first error says more
	if busy(err) {
		return nil, ErrInUse
	}
	return nil, fmt.Errorf("lock: %w", err)
}
