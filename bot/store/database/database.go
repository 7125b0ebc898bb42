// Package database opens the store's database, brings its schema up to date, and
// runs statements and transactions on it, with the same behaviour on a SQLite
// file and on PostgreSQL.
//
// In: an address, then statements written once for both databases. Out: rows. A
// transaction changes facts, the queue of jobs and the audit log as a whole. The
// package knows what is written with every change, and nothing else of the tables
// of the rooms above; it never logs, and never puts a password into an error.
package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/riverqueue/river"
)

// DB is an open database. Its methods may be called from many goroutines.
type DB struct {
	Statements
	settings Settings
	db       *sql.DB
	queue    *river.Client[*sql.Tx] // inserts jobs and works none
	lock     *sql.DB                // holds the file's lock; nil without one
}

// Settings are how a database is opened.
type Settings struct {
	Now       func() time.Time // the clock
	Trace     func(err error)  // called after each statement, with its error; nil for none
	AsItIs    bool             // the schema is left as it is, and one of another version refused
	Exclusive bool             // a SQLite file that another one holds in this way is refused, with ErrInUse
}

// Open opens the database at address. The caller closes it.
func Open(ctx context.Context, address string, settings Settings) (*DB, error) {
	c, err := connect(address)
	if err != nil {
		return nil, err
	}
	s := &DB{Statements: Statements{on: c.querier(), dialect: c.dialect}, settings: settings, db: c.db}
	s.on = s.traceable(s.on)
	if settings.Exclusive && c.dialect == sqlite && c.place != inMemory {
		if s.lock, err = lockFile(ctx, c.place); err != nil {
			_ = s.db.Close() // the first error says more
			return nil, fmt.Errorf("open database %s: %w", c.place, err)
		}
	}
	if err := s.prepare(ctx); err != nil {
		_ = s.close() // the first error says more
		return nil, fmt.Errorf("open database %s: %w", c.place, err)
	}
	return s, nil
}

// Now is the time by the clock of the settings.
func (s *DB) Now() time.Time { return s.settings.Now() }

// prepare makes the first connection and migrates.
func (s *DB) prepare(ctx context.Context) error {
	if err := s.reach(ctx); err != nil {
		return err
	}
	bring := migrate
	if s.settings.AsItIs {
		bring = checkSchema
	}
	if err := bring(ctx, s.db, s.dialect); err != nil {
		return err
	}
	queue, err := newQueue(s.dialect.queue(s.db))
	s.queue = queue
	return err
}

// reach makes the first connection. SQLite refuses it at once, without its usual
// wait, while another program that starts or ends changes the way in which the
// file is written.
func (s *DB) reach(ctx context.Context) error {
	for patience := time.After(reachPatience); ; {
		err := s.db.PingContext(ctx)
		if !busy(err) {
			return err //nolint:wrapcheck // Open names the database
		}
		select {
		case <-patience:
			return err //nolint:wrapcheck // Open names the database
		case <-time.After(reachRetry):
		}
	}
}

func (s *DB) close() error {
	err := s.db.Close()
	if s.lock != nil {
		err = errors.Join(err, s.lock.Close())
	}
	if err != nil {
		return fmt.Errorf("close database: %w", err)
	}
	return nil
}
