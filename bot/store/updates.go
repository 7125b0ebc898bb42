package store

import (
	"context"
	"fmt"
	"slices"
)

const (
	// updatesRemembered is far above what Telegram can deliver again: it holds
	// back at most a day of unconfirmed updates, the bot at most some hundred.
	updatesRemembered = 10_000

	// forgetEvery makes one in so many marks pay for forgetting.
	forgetEvery = 100
)

// Handled tells which updates were marked as handled, as far back as the store
// remembers.
func (s *Store) Handled(ctx context.Context, updates ...int64) ([]int64, error) {
	handled, err := selectAmong(ctx, s.statements, into(single[int64]), `SELECT id FROM updates WHERE id IN`, nil, updates, "")
	if err != nil {
		return nil, fmt.Errorf("look up updates %v: %w", updates, err)
	}
	return handled, nil
}

// noUpdate is an id that Telegram gives to no update.
const noUpdate = 0

// CheckWrite tells whether facts can be written, by writing one that means
// nothing. A full disk and a file that became read-only still answer Ping.
func (s *Store) CheckWrite(ctx context.Context) (err error) {
	defer wrap(&err, "try to write")
	return s.exec(ctx, `INSERT INTO updates (id, handled_at) VALUES (?, ?)
		ON CONFLICT (id) DO UPDATE SET handled_at = excluded.handled_at`, noUpdate, toMillis(s.now()))
}

// MarkHandled keeps that updates were handled; marked again, they are the same.
// Now and then it forgets updates that were marked long ago.
func (s *Store) MarkHandled(ctx context.Context, updates ...int64) error {
	at := toMillis(s.now())
	rows := make([][]any, len(updates))
	for i, id := range updates {
		rows[i] = []any{id, at}
	}
	marks, err := insertAll(ctx, s.statements, into(single[int64]), `INSERT INTO updates (id, handled_at)`, rows,
		`ON CONFLICT (id) DO NOTHING RETURNING seq`)
	if err != nil {
		return fmt.Errorf("mark updates %v handled: %w", updates, err)
	}
	pays := slices.IndexFunc(marks, func(seq int64) bool { return seq%forgetEvery == 0 })
	if pays < 0 {
		return nil
	}
	if err := s.exec(ctx, `DELETE FROM updates WHERE seq <= ?`, marks[pays]-s.window); err != nil {
		return fmt.Errorf("forget old updates: %w", err)
	}
	return nil
}
