package database

import (
	"context"

	"cchcbot/bot/record"
)

// Named is the name of a person, in SQL: those of people p, "" where it is not
// known.
const Named = `COALESCE(p.name, ''), COALESCE(p.username, '')`

// PersonFields are the fields of a row that begin with an id and with Named.
func PersonFields(p *record.Person) []any { return []any{&p.ID, &p.Name, &p.Username} }

// Meet keeps how a person calls themselves.
func (st Statements) Meet(ctx context.Context, p record.Person) error {
	return st.Exec(ctx, `INSERT INTO people (id, name, username) VALUES (?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET name = excluded.name, username = excluded.username
		WHERE people.name <> excluded.name OR people.username <> excluded.username`,
		p.ID, Clean(p.Name), Clean(p.Username))
}

// MeetNamed is Meet where the name is at hand.
func (t *Tx) MeetNamed(ctx context.Context, p record.Person) error {
	if p.Name == "" {
		return nil
	}
	return t.Meet(ctx, p)
}
