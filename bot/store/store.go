// Package store keeps what must outlive a restart: who follows which agency, how
// each duty stands, what is to be sent to whom and what was, who changed what,
// which Telegram updates were handled, and what people said about answers.
//
// In: facts, one method call each. Out: the same facts after any restart, from
// a SQLite file or from PostgreSQL with the same behaviour on both. The package
// never decides what a fact means, never logs, and never puts a password into
// an error.
//
// # The queue
//
// Jobs say what is to be looked at: a digest to send, a message to show anew, a
// letter. A method inserts them in the transaction of the fact that they belong
// to, so that neither is there without the other. Queue leads whoever works them
// to the same database.
//
// # Durability
//
// A method that returns nil has written its fact: it survives a killed process
// on both databases. On SQLite the last facts before a power cut may be lost,
// the file stays whole.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/riverqueue/river"
)

// Store is an open database. Its methods may be called from many goroutines.
type Store struct {
	statements
	db     *sql.DB
	queue  *river.Client[*sql.Tx] // inserts jobs and works none
	now    func() time.Time
	window int64 // how many handled updates are remembered

	trace     func(err error) // after each statement; nil for none
	asItIs    bool            // the schema is not brought up to date
	exclusive bool            // this process alone serves a SQLite file
	lock      *sql.DB         // holds the file's lock; nil without one
}

// Option changes how a Store works.
type Option func(*Store)

// WithNow replaces the clock, which is time.Now otherwise.
func WithNow(now func() time.Time) Option {
	return func(s *Store) { s.now = now }
}

// AsItIs makes Open leave the schema as it is, and refuse one of another version:
// for those that only look, while an older or newer program may serve.
func AsItIs() Option {
	return func(s *Store) { s.asItIs = true }
}

// Open opens the database at address and brings its schema up to date.
//
// An address is "sqlite:PATH" (the file and its directory are created where
// they are missing), "sqlite::memory:" (an empty database that ends with the
// Store) or "postgres://user:password@host:port/database" with the parameters
// that libpq knows. A schema newer than this program is refused.
//
// The caller closes the Store.
func Open(ctx context.Context, address string, options ...Option) (*Store, error) {
	c, err := connect(address)
	if err != nil {
		return nil, err
	}
	s := &Store{statements: statements{c.querier(), c.dialect}, db: c.db, now: time.Now, window: updatesRemembered}
	for _, option := range options {
		option(s)
	}
	s.on = s.traceable(s.on)
	if s.exclusive && c.dialect == sqlite && c.place != inMemory {
		if s.lock, err = lockFile(ctx, c.place); err != nil {
			_ = s.db.Close() // the first error says more
			return nil, fmt.Errorf("open database %s: %w", c.place, err)
		}
	}
	if err := s.prepare(ctx); err != nil {
		_ = s.Close() // the first error says more
		return nil, fmt.Errorf("open database %s: %w", c.place, err)
	}
	return s, nil
}

// prepare makes the first connection and migrates.
func (s *Store) prepare(ctx context.Context) error {
	if err := s.reach(ctx); err != nil {
		return err
	}
	bring := migrate
	if s.asItIs {
		bring = checkSchema
	}
	if err := bring(ctx, s.db, s.dialect); err != nil {
		return err
	}
	queue, err := newQueue(s.Queue())
	s.queue = queue
	return err
}

// reach makes the first connection. SQLite refuses it at once, without its usual
// wait, while another program that starts or ends changes the way in which the
// file is written.
func (s *Store) reach(ctx context.Context) error {
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

// Ping tells whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	if err := s.db.PingContext(ctx); err != nil {
		return fmt.Errorf("database does not answer: %w", err)
	}
	return nil
}

// Close waits for running calls and closes the database.
func (s *Store) Close() error {
	err := s.db.Close()
	if s.lock != nil {
		err = errors.Join(err, s.lock.Close())
	}
	if err != nil {
		return fmt.Errorf("close database: %w", err)
	}
	return nil
}

// dialect is all in which the two databases differ after they are open.
type dialect struct {
	name     string // also goose's name and the folder of the migrations
	numbered bool   // parameters are written $1, $2 instead of ?

	// What ends a SELECT of rows that the transaction changes, or of digests d
	// that nobody else may change meanwhile. SQLite has one writer anyway.
	lock, lockDigests string
}

var (
	sqlite   = dialect{name: "sqlite3"}
	postgres = dialect{name: "postgres", numbered: true, lock: " FOR NO KEY UPDATE", lockDigests: " FOR NO KEY UPDATE OF d"}
)

// rebind writes the parameters of a query as the database wants them. Every
// question mark is a parameter: the queries of this package hold no other.
func (d dialect) rebind(query string) string {
	if !d.numbered {
		return query
	}
	var b strings.Builder
	for n := 1; ; n++ {
		before, after, found := strings.Cut(query, "?")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		b.WriteString("$" + strconv.Itoa(n))
		query = after
	}
}

// clean makes words of strangers storable: PostgreSQL refuses NUL and broken
// UTF-8, which SQLite would keep.
func clean(words string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(words, "\uFFFD"), "\x00", "")
}

// Times are kept as milliseconds since 1970, which both databases compare and
// return alike.

func toMillis(t time.Time) int64 { return t.UnixMilli() }

func fromMillis(ms int64) time.Time { return time.UnixMilli(ms).UTC() }
