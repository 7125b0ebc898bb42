package bot

import (
	"context"
	"errors"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
)

// errUntold ends what would keep something of a person who was not told yet what is
// kept of people, and by whom.
var errUntold = errors.New("the person was not told what is kept")

// permit lets something be kept in the name of whoever sent a message, once they were
// told, and notes that they were.
func (b *Bot) permit(m chat.Message) func(context.Context) error {
	noted := false
	return func(ctx context.Context) error {
		if noted {
			return nil
		}
		ctx = record.WithPermit(ctx, nil)
		at, err := b.records.NoticedAt(ctx, m.User)
		if err == nil && at.IsZero() {
			if _, told := b.desk.Told.Look(dialog.ParticipantOf(m)); !told {
				return errUntold
			}
			err = b.records.Notice(ctx, dialog.Turn{Message: m}.Person())
		}
		noted = err == nil
		return err
	}
}
