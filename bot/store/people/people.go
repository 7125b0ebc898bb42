package people

import (
	"context"
	"strconv"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
)

// Meet remembers how a person calls themselves. Whoever changes something is
// remembered with the change.
func (s People) Meet(ctx context.Context, p record.Person) (err error) {
	defer database.Wrap(&err, "remember person %d", p.ID)
	return s.db.Meet(ctx, p)
}

// Person returns what is known of a person, which is the id alone when nothing
// is.
func (s People) Person(ctx context.Context, id int64) (p record.Person, err error) {
	defer database.Wrap(&err, "read person %d", id)
	p, known, err := database.One(ctx, s.db.Statements, database.Into(database.PersonFields), `SELECT id, name, username FROM people WHERE id = ?`, id)
	if !known {
		p.ID = id
	}
	return p, err
}

// Administrators returns those who were named in the conversation.
func (s People) Administrators(ctx context.Context) (list []record.Person, err error) {
	defer database.Wrap(&err, "list administrators")
	return database.All(ctx, s.db.Statements, database.Into(database.PersonFields), `SELECT a.person, `+database.Named+`
		FROM administrators a LEFT JOIN people p ON p.id = a.person ORDER BY a.person`)
}

// NameAdministrator makes a person an administrator. Where they are one, nothing
// changes and no letter goes.
func (s People) NameAdministrator(ctx context.Context, who, by record.Person, letters ...record.Letter) (err error) {
	defer database.Wrap(&err, "name administrator %d", who.ID)
	return s.setAdministrator(ctx, `INSERT INTO administrators (person) VALUES (?) ON CONFLICT (person) DO NOTHING`,
		who, by, "", "named", letters)
}

// DismissAdministrator takes NameAdministrator back.
func (s People) DismissAdministrator(ctx context.Context, who, by record.Person, letters ...record.Letter) (err error) {
	defer database.Wrap(&err, "dismiss administrator %d", who.ID)
	return s.setAdministrator(ctx, `DELETE FROM administrators WHERE person = ?`, who, by, "named", "", letters)
}

func (s People) setAdministrator(ctx context.Context, query string, who, by record.Person, before, after string, letters []record.Letter) error {
	return s.change(ctx, func(t transaction) error {
		changed, err := t.Affect(ctx, query, who.ID)
		if err != nil || changed == 0 {
			return err
		}
		if err := t.Record(ctx, by, auditAdministrator, strconv.FormatInt(who.ID, 10), before, after); err != nil {
			return err
		}
		return t.Post(ctx, letters)
	})
}

// Unreachable returns the chats that refuse messages, the longest first, with
// the names of those whose private chats they are.
func (s People) Unreachable(ctx context.Context) (list []record.Unreached, err error) {
	defer database.Wrap(&err, "list unreachable chats")
	return database.All(ctx, s.db.Statements, database.Into(unreachedFields), `SELECT c.chat, COALESCE(p.name, ''), c.unreachable_since, c.unreachable_reason
		FROM chats c LEFT JOIN people p ON p.id = c.chat WHERE c.unreachable_since IS NOT NULL AND c.moved_to IS NULL ORDER BY c.unreachable_since, c.chat`)
}

func unreachedFields(u *record.Unreached) []any {
	return []any{&u.Chat, &u.Name, database.TimeField(&u.Since), &u.Reason}
}
