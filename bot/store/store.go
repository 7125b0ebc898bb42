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
	"time"

	"cchcbot/bot/store/database"
	"cchcbot/bot/store/duties"
	"cchcbot/bot/store/people"
)

// Store is an open database, in parts by what they keep. Its methods may be called
// from many goroutines.
type Store struct {
	database.Administration
	people.People
	duties.Duties
	plans
	rules
	inbox
	feedbacks

	db *database.DB
}

// plans is the table of the library's documents, rules those of what administrators
// changed about the reminders, feedbacks that of what people said about answers.
type (
	plans     struct{ db *database.DB }
	rules     struct{ db *database.DB }
	feedbacks struct{ db *database.DB }
)

// What of a record.Change, by the subject.
const (
	auditAnnouncement = "announcement"
	auditFeedback     = "feedback"
	auditCalendar     = "calendar"
	auditInternalDue  = "internal_due"
	auditLadder       = "ladder"
	auditPlan         = "plan"
)

// transaction is a change of plans and rules.
type transaction struct{ *database.Tx }

// change runs do in a transaction.
func change(ctx context.Context, db *database.DB, do func(transaction) error) error {
	return db.Change(ctx, func(t *database.Tx) error { return do(transaction{t}) })
}

// Option changes how a Store works.
type Option func(*database.Settings)

// WithNow replaces the clock, which is time.Now otherwise.
func WithNow(now func() time.Time) Option {
	return func(s *database.Settings) { s.Now = now }
}

// WithTrace calls a function after each statement, with its error.
func WithTrace(trace func(err error)) Option {
	return func(s *database.Settings) { s.Trace = trace }
}

// AsItIs makes Open leave the schema as it is, and refuse one of another version:
// for those that only look, while an older or newer program may serve.
func AsItIs() Option {
	return func(s *database.Settings) { s.AsItIs = true }
}

// Exclusive makes Open refuse, with database.ErrInUse, a SQLite file that another
// Store holds in this way, before anything is changed in it. It is for those that
// serve; who only reads or backs up needs no lock. On PostgreSQL it changes
// nothing: there Lead chooses.
func Exclusive() Option {
	return func(s *database.Settings) { s.Exclusive = true }
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
	settings := database.Settings{Now: time.Now}
	for _, option := range options {
		option(&settings)
	}
	db, err := database.Open(ctx, address, settings)
	if err != nil {
		return nil, err
	}
	return &Store{
		Administration: database.Administer(db), People: people.In(db), Duties: duties.In(db),
		plans: plans{db}, rules: rules{db}, inbox: inbox{db, updatesRemembered}, feedbacks: feedbacks{db}, db: db,
	}, nil
}
