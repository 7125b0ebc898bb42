package store

import (
	"context"

	"cchcbot/bot/record"
)

// What of a record.Change, by the subject.
const (
	auditAbsence       = "absence"
	auditAdministrator = "administrator"
	auditAnnouncement  = "announcement"
	auditCalendar      = "calendar"
	auditExplanation   = "explanation"
	auditInternalDue   = "internal_due"
	auditLadder        = "ladder"
	auditOccurrence    = "occurrence"
	auditPerson        = "person"
	auditPlan          = "plan"
	auditPreferences   = "preferences"
	auditReport        = "report"
	auditSubscription  = "subscription"
)

// record adds an entry to the audit log, at the end of the transaction. Its words hold ids and no names, so
// that a person can be forgotten although entries stay; the name of who did it is
// remembered among the people.
func (t transaction) record(ctx context.Context, by record.Person, what, about, before, after string) error {
	if err := t.meetNamed(ctx, by); err != nil {
		return err
	}
	*t.entries = append(*t.entries, entry{
		at: toMillis(t.store.now()), person: by.ID, what: what, about: clean(about), before: clean(before), after: clean(after),
	})
	return nil
}

// recordChange is record where something changed.
func (t transaction) recordChange(ctx context.Context, by record.Person, what, about, before, after string) error {
	if before == after {
		return nil
	}
	return t.record(ctx, by, what, about, before, after)
}

// Audit returns up to limit entries of the audit log behind the one with the id
// after, in the order in which they were added; 0 stands for the beginning.
func (s *Store) Audit(ctx context.Context, after int64, limit int) (list []record.Change, err error) {
	defer wrap(&err, "read the audit log")
	return all(ctx, s.statements, into(changeFields), `SELECT a.id, a.changed_at, a.person, `+named+`, a.what, a.about, a.before, a.after
		FROM audit a LEFT JOIN people p ON p.id = a.person
		WHERE a.id > ? ORDER BY a.id LIMIT ?`, after, limit)
}

// DecidedBy returns who brought a tie to its standing, nobody where the log does
// not say.
func (s *Store) DecidedBy(ctx context.Context, tie record.Subscription) (by record.Person, err error) {
	defer wrap(&err, "find who decided about chat %d", tie.Chat)
	by, _, err = one(ctx, s.statements, into(personFields), `SELECT a.person, `+named+` FROM audit a LEFT JOIN people p ON p.id = a.person
		WHERE a.about = ? AND a.what = ? AND a.after = ? ORDER BY a.id DESC LIMIT 1`,
		aboutSubscription(tie), auditSubscription, string(tie.Standing))
	return by, err
}

// RecentAudit returns up to limit entries of the audit log, the newest first,
// behind as many newer ones as are skipped.
func (s *Store) RecentAudit(ctx context.Context, skip, limit int) (list []record.Change, err error) {
	defer wrap(&err, "read the end of the audit log")
	return all(ctx, s.statements, into(changeFields), `SELECT a.id, a.changed_at, a.person, `+named+`, a.what, a.about, a.before, a.after
		FROM audit a LEFT JOIN people p ON p.id = a.person
		ORDER BY a.id DESC LIMIT ? OFFSET ?`, limit, skip)
}

func changeFields(c *record.Change) []any {
	return []any{&c.ID, timeField{&c.At}, &c.By.ID, &c.By.Name, &c.By.Username, &c.What, &c.About, &c.Before, &c.After}
}

// Announce notes that something was announced and sends the letters that do it.
func (s *Store) Announce(ctx context.Context, what string, by record.Person, letters ...record.Letter) (err error) {
	defer wrap(&err, "announce")
	return s.change(ctx, func(t transaction) error {
		if err := t.record(ctx, by, auditAnnouncement, "", "", what); err != nil {
			return err
		}
		return t.enqueue(ctx, posting(letters)...)
	})
}
