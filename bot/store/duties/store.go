// Package duties keeps how each duty stands and what was told of it: occurrences,
// reports and questions about them, what was put off, and the digests of
// reminders.
//
// In: facts, one method call each. Out: the same facts after any restart. The
// package never decides what a fact means.
package duties

import (
	"context"

	"cchcbot/bot/store/database"
)

// What of a record.Change, by the subject.
const (
	auditExplanation = "explanation"
	auditOccurrence  = "occurrence"
	auditReport      = "report"
)

// Duties is the tables of occurrences and digests. Its methods may be called from
// many goroutines.
type Duties struct{ db *database.DB }

// In returns the duties of a database.
func In(db *database.DB) Duties { return Duties{db} }

// transaction is a change of duties and of what is told of them.
type transaction struct{ *database.Tx }

func (s Duties) change(ctx context.Context, do func(transaction) error) error {
	return s.db.Change(ctx, func(t *database.Tx) error { return do(transaction{t}) })
}
