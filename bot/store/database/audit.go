package database

import (
	"context"

	"cchcbot/bot/record"
)

// Record adds an entry to the audit log, at the end of the transaction. Its
// words hold ids and no names, so that a person can be forgotten although entries
// stay; the name of who did it is remembered among the people.
func (t *Tx) Record(ctx context.Context, by record.Person, what, about, before, after string) error {
	if err := t.MeetNamed(ctx, by); err != nil {
		return err
	}
	t.entries = append(t.entries, entry{
		at: ToMillis(t.Now()), person: by.ID, what: what, about: Clean(about), before: Clean(before), after: Clean(after),
	})
	return nil
}

// RecordChange is Record where something changed.
func (t *Tx) RecordChange(ctx context.Context, by record.Person, what, about, before, after string) error {
	if before == after {
		return nil
	}
	return t.Record(ctx, by, what, about, before, after)
}

// Audit returns up to limit entries of the audit log behind the one with the id
// after, in the order in which they were added; 0 stands for the beginning.
func (a Administration) Audit(ctx context.Context, after int64, limit int) (list []record.Change, err error) {
	defer Wrap(&err, "read the audit log")
	return All(ctx, a.db.Statements, Into(changeFields), `SELECT a.id, a.changed_at, a.person, `+Named+`, a.what, a.about, a.before, a.after
		FROM audit a LEFT JOIN people p ON p.id = a.person
		WHERE a.id > ? ORDER BY a.id LIMIT ?`, after, limit)
}

// RecentAudit returns up to limit entries of the audit log, the newest first,
// behind as many newer ones as are skipped.
func (a Administration) RecentAudit(ctx context.Context, skip, limit int) (list []record.Change, err error) {
	defer Wrap(&err, "read the end of the audit log")
	return All(ctx, a.db.Statements, Into(changeFields), `SELECT a.id, a.changed_at, a.person, `+Named+`, a.what, a.about, a.before, a.after
		FROM audit a LEFT JOIN people p ON p.id = a.person
		ORDER BY a.id DESC LIMIT ? OFFSET ?`, limit, skip)
}

func changeFields(c *record.Change) []any {
	return []any{&c.ID, TimeField(&c.At), &c.By.ID, &c.By.Name, &c.By.Username, &c.What, &c.About, &c.Before, &c.After}
}
