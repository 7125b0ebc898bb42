package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Chat is what is known of one chat.
type Chat struct {
	ID                int64     // the id to write to; another one than asked for after a move
	Agency            string    // id of the agency that the person told, "" when untold
	UnreachableSince  time.Time // zero while the chat is reachable
	UnreachableReason string
}

// Reachable tells whether a message is worth sending.
func (c Chat) Reachable() bool { return c.UnreachableSince.IsZero() }

// currentChat is the id that stands for a chat now, in SQL; it takes the id
// twice. MoveChat keeps the way to it one step long.
const currentChat = `COALESCE((SELECT moved_to FROM chats WHERE chat = ?), ?)`

// Chat returns what is known of a chat, which is its id alone when nothing is.
func (s *Store) Chat(ctx context.Context, chat int64) (Chat, error) {
	c := Chat{ID: chat}
	var since sql.NullInt64
	err := s.queryRow(ctx, `SELECT chat, agency, unreachable_since, unreachable_reason
		FROM chats WHERE chat = `+currentChat, chat, chat).
		Scan(&c.ID, &c.Agency, &since, &c.UnreachableReason)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return Chat{}, fmt.Errorf("read chat %d: %w", chat, err)
	}
	if since.Valid {
		c.UnreachableSince = fromMillis(since.Int64)
	}
	return c, nil
}

// AgencyOf returns the id of the agency that was told in a chat, "" when none
// was.
func (s *Store) AgencyOf(ctx context.Context, chat int64) (string, error) {
	c, err := s.Chat(ctx, chat)
	return c.Agency, err
}

// SetAgency keeps the agency told in a chat; "" forgets it.
func (s *Store) SetAgency(ctx context.Context, chat int64, agency string) error {
	err := s.exec(ctx, `INSERT INTO chats (chat, agency) VALUES (`+currentChat+`, ?)
		ON CONFLICT (chat) DO UPDATE SET agency = excluded.agency`, chat, chat, clean(agency))
	if err != nil {
		return fmt.Errorf("keep agency of chat %d: %w", chat, err)
	}
	return nil
}

// MarkUnreachable keeps that messages to a chat are refused and why. Said
// again, it keeps the time of the first refusal and the reason of the last.
//
// The mark stays with the very id: a group that moved refuses messages at its
// old id and takes them at the new one.
func (s *Store) MarkUnreachable(ctx context.Context, chat int64, reason string) error {
	err := s.exec(ctx, `INSERT INTO chats (chat, unreachable_since, unreachable_reason) VALUES (?, ?, ?)
		ON CONFLICT (chat) DO UPDATE SET
			unreachable_since = COALESCE(chats.unreachable_since, excluded.unreachable_since),
			unreachable_reason = excluded.unreachable_reason`,
		chat, toMillis(s.now()), clean(reason))
	if err != nil {
		return fmt.Errorf("mark chat %d unreachable: %w", chat, err)
	}
	return nil
}

// MarkReachable takes MarkUnreachable back.
func (s *Store) MarkReachable(ctx context.Context, chat int64) error {
	err := s.exec(ctx, `UPDATE chats SET unreachable_since = NULL, unreachable_reason = ''
		WHERE chat = ? AND unreachable_since IS NOT NULL`, chat)
	if err != nil {
		return fmt.Errorf("mark chat %d reachable: %w", chat, err)
	}
	return nil
}

// moveSteps move a chat in order: the new id takes the settings unless it has
// its own, the old id becomes a pointer, and older pointers are shortened.
var moveSteps = []struct {
	query   string
	toFirst bool // the parameters are (to, from) instead of (from, to)
}{
	{`INSERT INTO chats (chat, agency) VALUES (?, COALESCE((SELECT agency FROM chats WHERE chat = ?), ''))
		ON CONFLICT (chat) DO UPDATE SET moved_to = NULL,
			agency = CASE WHEN chats.agency = '' THEN excluded.agency ELSE chats.agency END`, true},
	{`INSERT INTO chats (chat, moved_to) VALUES (?, ?)
		ON CONFLICT (chat) DO UPDATE SET moved_to = excluded.moved_to, agency = ''`, false},
	{`UPDATE chats SET moved_to = ? WHERE moved_to = ?`, true},
}

// MoveChat keeps that a chat got another id, as a group does when it becomes a
// supergroup. The settings go along; from now on the old id means the new one.
// Telegram announces a move on both sides, so it may be said twice.
func (s *Store) MoveChat(ctx context.Context, from, to int64) error {
	if from == to {
		return nil
	}
	if err := s.moveChat(ctx, from, to); err != nil {
		return fmt.Errorf("move chat %d to %d: %w", from, to, err)
	}
	return nil
}

func (s *Store) moveChat(ctx context.Context, from, to int64) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err //nolint:wrapcheck // MoveChat says what is done
	}
	defer func() { _ = tx.Rollback() }() // nothing is left to roll back after Commit
	for _, step := range moveSteps {
		args := []any{from, to}
		if step.toFirst {
			args = []any{to, from}
		}
		if _, err := tx.ExecContext(ctx, s.dialect.rebind(step.query), args...); err != nil {
			return err //nolint:wrapcheck // MoveChat says what is done
		}
	}
	return tx.Commit() //nolint:wrapcheck // MoveChat says what is done
}
