package telegram

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

// menuPause is how long a command menu that could not be set waits.
const menuPause = time.Minute

// registerCommands sets the command menu, as often as it takes. Without it the
// bot works as well, so a menu that Telegram refuses is only logged.
func (t *Transport) registerCommands(ctx context.Context) {
	if len(t.settings.Commands) == 0 {
		return
	}
	params := &tg.SetMyCommandsParams{}
	for _, c := range t.settings.Commands {
		params.Commands = append(params.Commands, models.BotCommand{Command: c.Name, Description: c.Description})
	}
	for {
		err := t.caller.call(ctx, turn{}, func(ctx context.Context) error {
			_, err := t.client.SetMyCommands(ctx, params)
			return err
		})
		if err == nil || ctx.Err() != nil {
			return
		}
		t.log.Warn("command menu not set", "error", err)
		if _, refused := errors.AsType[*refusal](err); refused || sleep(ctx, menuPause) != nil {
			return
		}
	}
}

// identity is who the bot is on Telegram. Its number stands in the token; its
// name is asked for when a message first needs it.
type identity struct {
	id    int64
	fetch func(context.Context) (string, error)

	mu   sync.Mutex
	name string
}

// username returns the bot's name without the "@".
func (i *identity) username(ctx context.Context) (string, error) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.name != "" {
		return i.name, nil
	}
	name, err := i.fetch(ctx)
	if err != nil {
		return "", fmt.Errorf("learn the bot's name: %w", err)
	}
	i.name = name
	return name, nil
}

// fetchName asks Telegram for the bot's name.
func (t *Transport) fetchName(ctx context.Context) (string, error) {
	var name string
	err := t.caller.call(ctx, turn{}, func(ctx context.Context) error {
		me, err := t.client.GetMe(ctx)
		if err != nil {
			return err
		}
		name = me.Username
		return nil
	})
	return name, err
}
