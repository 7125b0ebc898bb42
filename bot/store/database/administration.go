package database

import (
	"context"
	"fmt"
)

// Administration is what an operator does with a database, and what the program
// does with it as a whole.
type Administration struct{ db *DB }

// Administer returns the administration of a database.
func Administer(db *DB) Administration { return Administration{db} }

// Ping tells whether the database answers.
func (a Administration) Ping(ctx context.Context) error {
	if err := a.db.db.PingContext(ctx); err != nil {
		return fmt.Errorf("database does not answer: %w", err)
	}
	return nil
}

// Close waits for running calls and closes the database.
func (a Administration) Close() error { return a.db.close() }
