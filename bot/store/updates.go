package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

const (
	// updatesRemembered is far above what Telegram can deliver again: it holds
	// back at most a day of unconfirmed updates, the bot at most some hundred.
	updatesRemembered = 10_000

	// forgetEvery makes one in so many marks pay for forgetting.
	forgetEvery = 100
)

// Handled tells whether an update was marked as handled, as far back as the
// store remembers.
func (s *Store) Handled(ctx context.Context, updateID int64) (bool, error) {
	var handled bool
	err := s.queryRow(ctx, `SELECT EXISTS (SELECT 1 FROM updates WHERE id = ?)`, updateID).Scan(&handled)
	if err != nil {
		return false, fmt.Errorf("look up update %d: %w", updateID, err)
	}
	return handled, nil
}

// MarkHandled keeps that an update was handled; marked again, it is the same.
// Now and then it forgets updates that were marked long ago.
func (s *Store) MarkHandled(ctx context.Context, updateID int64) error {
	var seq int64
	err := s.queryRow(ctx, `INSERT INTO updates (id, handled_at) VALUES (?, ?)
		ON CONFLICT (id) DO NOTHING RETURNING seq`, updateID, toMillis(s.now())).Scan(&seq)
	if errors.Is(err, sql.ErrNoRows) {
		return nil // marked before
	}
	if err != nil {
		return fmt.Errorf("mark update %d handled: %w", updateID, err)
	}
	if seq%forgetEvery != 0 {
		return nil
	}
	if err := s.exec(ctx, `DELETE FROM updates WHERE seq <= ?`, seq-s.window); err != nil {
		return fmt.Errorf("forget old updates: %w", err)
	}
	return nil
}
