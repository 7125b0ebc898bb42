// Package people keeps who the bot knows: people and their chats, what each chat
// follows and chose, who is away, and who administers.
//
// In: facts, one method call each. Out: the same facts after any restart. The
// package never decides what a fact means.
package people

import (
	"context"

	"cchcbot/bot/store/database"
)

// What of a record.Change, by the subject.
const (
	auditAbsence       = "absence"
	auditAdministrator = "administrator"
	auditPerson        = "person"
	auditPreferences   = "preferences"
	auditSubscription  = "subscription"
)

// People is the tables of people and chats. Its methods may be called from many
// goroutines.
type People struct{ db *database.DB }

// In returns the people of a database.
func In(db *database.DB) People { return People{db} }

// transaction is a change of people and chats.
type transaction struct{ *database.Tx }

func (s People) change(ctx context.Context, do func(transaction) error) error {
	return s.db.Change(ctx, func(t *database.Tx) error { return do(transaction{t}) })
}
