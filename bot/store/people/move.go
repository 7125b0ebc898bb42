package people

import (
	"context"

	"cchcbot/bot/store/database"
)

// moved is the part of a table that goes along when a chat moves.
type moved struct {
	table string
	same  string // what makes a row of the new id, n, take the place of one of the old id, o; "" for the id alone
}

var movedTables = []moved{
	{"recipients", ""},
	{"subscriptions", "n.agency = o.agency AND n.role = o.role"},
	{"snoozes", "n.occurrence = o.occurrence"},
	{"digests", "n.day = o.day"},
	{"nudges", "n.occurrence = o.occurrence AND n.rung = o.rung"},
}

// MoveChat keeps that a chat got another id, as a group does when it becomes a
// supergroup. The settings go along, with what it follows and was reminded of;
// from now on the old id means the new one. What the new id has of its own
// stays. Telegram announces a move on both sides, so it may be said twice.
func (s People) MoveChat(ctx context.Context, from, to int64) (err error) {
	if from == to {
		return nil
	}
	defer database.Wrap(&err, "move chat %d to %d", from, to)
	return s.change(ctx, func(t transaction) error {
		if err := t.moveSettings(ctx, from, to); err != nil {
			return err
		}
		for _, m := range movedTables {
			if err := t.moveRows(ctx, m, from, to); err != nil {
				return err
			}
		}
		return nil
	})
}

// moveSettings lets the new id take the settings unless it has its own, makes
// the old id a pointer, and shortens older pointers.
func (t transaction) moveSettings(ctx context.Context, from, to int64) error {
	err := t.Exec(ctx, `INSERT INTO chats (chat, agency) VALUES (?, COALESCE((SELECT agency FROM chats WHERE chat = ?), ''))
		ON CONFLICT (chat) DO UPDATE SET moved_to = NULL,
			agency = CASE WHEN chats.agency = '' THEN excluded.agency ELSE chats.agency END`, to, from)
	if err != nil {
		return err
	}
	err = t.Exec(ctx, `INSERT INTO chats (chat, moved_to) VALUES (?, ?)
		ON CONFLICT (chat) DO UPDATE SET moved_to = excluded.moved_to, agency = ''`, from, to)
	if err != nil {
		return err
	}
	return t.Exec(ctx, `UPDATE chats SET moved_to = ? WHERE moved_to = ?`, to, from)
}

func (t transaction) moveRows(ctx context.Context, m moved, from, to int64) error {
	taken := "n.chat = ?"
	if m.same != "" {
		taken += " AND " + m.same
	}
	err := t.Exec(ctx, `DELETE FROM `+m.table+` AS o WHERE o.chat = ? AND EXISTS (SELECT 1 FROM `+m.table+` n WHERE `+taken+`)`, from, to)
	if err != nil {
		return err
	}
	return t.Exec(ctx, `UPDATE `+m.table+` SET chat = ? WHERE chat = ?`, to, from)
}

// Current returns the id that stands for a chat now.
func Current(ctx context.Context, st database.Statements, chat int64) (int64, error) {
	id, _, err := database.One(ctx, st, database.Into(database.Single[int64]), `SELECT `+CurrentChat, chat, chat)
	return id, err
}
