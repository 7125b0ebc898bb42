package store

import (
	"context"
	"time"

	"cchcbot/bot/store/database"
	"cchcbot/seeds/plan"
)

// Figures are how full a database is, for who operates it.
type Figures struct {
	Bytes       int64     // of the whole database
	Inbox       int64     // updates that wait to be handled
	Jobs        int64     // that wait, or are being done
	Failing     int64     // of these, after a failure
	Unreachable int64     // chats
	BackedUp    time.Time // when the last backup was made; zero for none, or where other tools make it
	LastSent    time.Time // when the last digest of the last week was sent; zero for none
}

// Figures counts them on a day. Each is found by an index.
func (s *Store) Figures(ctx context.Context, today plan.Date) (f Figures, err error) {
	defer database.Wrap(&err, "count what is kept")
	size, minute, minutes := `SELECT pg_database_size(current_database())`, `SELECT 0`, int64(0)
	if s.db.SQLite() {
		minute = `SELECT user_version FROM pragma_user_version`
		size = `SELECT page_count * page_size FROM pragma_page_count, pragma_page_size`
	}
	for _, q := range []struct {
		into  any
		query string
		args  []any
	}{
		{&f.Bytes, size, nil},
		{&minutes, minute, nil},
		{&f.Inbox, `SELECT count(*) FROM updates WHERE body IS NOT NULL`, nil},
		{&f.Jobs, `SELECT count(*) FROM river_job WHERE state IN ('available', 'pending', 'running', 'retryable', 'scheduled')`, nil},
		{&f.Failing, `SELECT count(*) FROM river_job WHERE state = 'retryable'`, nil},
		{&f.Unreachable, `SELECT count(*) FROM chats WHERE unreachable_since IS NOT NULL AND moved_to IS NULL`, nil},
		{database.TimeField(&f.LastSent), `SELECT MAX(sent_at) FROM digests WHERE day >= ?`, []any{today.AddDays(-7).String()}},
	} {
		if err := s.db.QueryRow(ctx, q.query, q.args...).Scan(q.into); err != nil {
			return f, err //nolint:wrapcheck // wrap says what was done
		}
	}
	if minutes > 0 {
		f.BackedUp = time.Unix(60*minutes, 0)
	}
	return f, nil
}
