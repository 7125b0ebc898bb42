package dialog

import (
	"context"

	"cchcbot/bot/chat"
)

// Command answers what was said behind its name.
type Command func(ctx context.Context, t Turn, args string) (chat.Reply, error)

// Press answers a pressed button.
type Press func(ctx context.Context, t Turn, at Action) (chat.Reply, error)
