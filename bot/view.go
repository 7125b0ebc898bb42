package bot

import (
	"context"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
)

// act carries out what a button asks for.
func (b *Bot) act(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	do, known := b.presses[at.View]
	if !known || b.records == nil {
		return chat.OldButton(), nil
	}
	return do(ctx, t, at)
}
