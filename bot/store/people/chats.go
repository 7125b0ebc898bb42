package people

import (
	"context"
	"fmt"
	"time"

	"cchcbot/bot/store/database"
)

// Chat is what is known of one chat.
type Chat struct {
	ID                int64     // the id to write to; another one than asked for after a move
	Agency            string    // id of the agency that the person told, "" when untold
	UnreachableSince  time.Time // zero while the chat is reachable
	UnreachableReason string
}

// CurrentChat is the id that stands for a chat now, in SQL; it takes the id
// twice. MoveChat keeps the way to it one step long.
const CurrentChat = `COALESCE((SELECT moved_to FROM chats WHERE chat = ?), ?)`

const chatColumns = `c.chat, c.agency, c.unreachable_since, c.unreachable_reason`

func chatFields(c *Chat) []any {
	return []any{&c.ID, &c.Agency, database.TimeField(&c.UnreachableSince), &c.UnreachableReason}
}

// Chat returns what is known of a chat, which is its id alone when nothing is.
func (s People) Chat(ctx context.Context, chat int64) (c Chat, err error) {
	defer database.Wrap(&err, "read chat %d", chat)
	c, known, err := database.One(ctx, s.db.Statements, database.Into(chatFields),
		`SELECT `+chatColumns+` FROM chats c WHERE c.chat = `+CurrentChat, chat, chat)
	if !known {
		c.ID = chat
	}
	return c, err
}

// AgencyOf returns the id of the agency that was told in a chat, "" when none
// was.
func (s People) AgencyOf(ctx context.Context, chat int64) (string, error) {
	c, err := s.Chat(ctx, chat)
	return c.Agency, err
}

// SetAgency keeps the agency told in a chat; "" forgets it, and writes nothing
// down about a chat of which nothing is known.
func (s People) SetAgency(ctx context.Context, chat int64, agency string) (err error) {
	defer database.Wrap(&err, "keep agency of chat %d", chat)
	if agency == "" {
		return s.db.Exec(ctx, `UPDATE chats SET agency = '' WHERE chat = `+CurrentChat, chat, chat)
	}
	return s.db.Exec(ctx, `INSERT INTO chats (chat, agency) VALUES (`+CurrentChat+`, ?)
		ON CONFLICT (chat) DO UPDATE SET agency = excluded.agency`, chat, chat, database.Clean(agency))
}

// MarkUnreachable keeps that messages to a chat are refused and why. Said
// again, it keeps the time of the first refusal and the reason of the last.
//
// The mark stays with the very id: a group that moved refuses messages at its
// old id and takes them at the new one.
func (s People) MarkUnreachable(ctx context.Context, chat int64, reason string) error {
	err := s.db.Exec(ctx, `INSERT INTO chats (chat, unreachable_since, unreachable_reason) VALUES (?, ?, ?)
		ON CONFLICT (chat) DO UPDATE SET
			unreachable_since = COALESCE(chats.unreachable_since, excluded.unreachable_since),
			unreachable_reason = excluded.unreachable_reason`,
		chat, database.ToMillis(s.db.Now()), database.Clean(reason))
	if err != nil {
		return fmt.Errorf("mark chat %d unreachable: %w", chat, err)
	}
	return nil
}

// MarkReachable takes MarkUnreachable back. Where there is nothing to take back it
// writes nothing.
func (s People) MarkReachable(ctx context.Context, chat int64) (err error) {
	defer database.Wrap(&err, "mark chat %d reachable", chat)
	_, marked, err := database.One(ctx, s.db.Statements, database.Into(database.Single[int64]), `SELECT chat FROM chats WHERE chat = ? AND unreachable_since IS NOT NULL`, chat)
	if err != nil || !marked {
		return err
	}
	return s.db.Exec(ctx, `UPDATE chats SET unreachable_since = NULL, unreachable_reason = '' WHERE chat = ?`, chat)
}
