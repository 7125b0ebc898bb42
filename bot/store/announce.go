package store

import (
	"context"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
)

// Announce notes that something was announced and sends the letters that do it.
func (s *Store) Announce(ctx context.Context, what string, by record.Person, letters ...record.Letter) (err error) {
	defer database.Wrap(&err, "announce")
	return change(ctx, s.db, func(t transaction) error {
		if err := t.Record(ctx, by, auditAnnouncement, "", "", what); err != nil {
			return err
		}
		return t.Post(ctx, letters)
	})
}
