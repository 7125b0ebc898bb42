package telegram

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"cchcbot/bot/chat"
)

// menuPause is how long a command menu that could not be set waits.
const menuPause = time.Minute

// menu is the command menu of some chats; no scope means all that have none of
// their own.
type menu struct {
	scope    models.BotCommandScope
	commands []models.BotCommand
}

// menus are the command menus: for all, for groups, and for each administrator
// in the chat with the bot.
func (o *outgoing) menus() []menu {
	menus := []menu{
		{nil, entries(o.settings.Commands, func(c chat.Command) bool { return !c.Admins })},
		{&models.BotCommandScopeAllGroupChats{}, entries(o.settings.Commands, func(c chat.Command) bool { return c.Groups })},
	}
	all := entries(o.settings.Commands, func(chat.Command) bool { return true })
	for _, id := range o.settings.Administrators {
		menus = append(menus, menu{&models.BotCommandScopeChat{ChatID: id}, all})
	}
	return menus
}

// entries are the commands that a menu shows.
func entries(commands []chat.Command, shows func(chat.Command) bool) []models.BotCommand {
	var shown []models.BotCommand
	for _, c := range commands {
		if shows(c) {
			shown = append(shown, models.BotCommand{Command: c.Name, Description: c.Description})
		}
	}
	return shown
}

// registerCommands sets the command menus, as often as it takes. Without them
// the bot works as well, so a menu that Telegram refuses is only logged, as that
// of an administrator who has not started the bot yet.
func (o *outgoing) registerCommands(ctx context.Context) {
	for _, m := range o.menus() {
		if len(m.commands) > 0 && !o.registerMenu(ctx, m) {
			return
		}
	}
}

// registerMenu is false where a stop came first.
func (o *outgoing) registerMenu(ctx context.Context, m menu) bool {
	for {
		err := o.caller.call(ctx, turn{}, func(ctx context.Context) error {
			_, err := o.client.SetMyCommands(ctx, &tg.SetMyCommandsParams{Commands: m.commands, Scope: m.scope})
			return err
		})
		if err == nil || ctx.Err() != nil {
			return ctx.Err() == nil
		}
		o.log.Warn("command menu not set", "error", err)
		if _, refused := errors.AsType[*refusal](err); refused {
			return true
		}
		if sleep(ctx, menuPause) != nil {
			return false
		}
	}
}

// identity is who the bot is on Telegram. Its number stands in the token; its
// name is asked for when a message first needs it.
type identity struct {
	id    int64
	fetch func(context.Context) (string, error)

	mu   sync.Mutex // while it is asked for
	name atomic.Value
}

// known returns the bot's name without the "@", "" where it was not asked for
// yet. It does not wait.
func (i *identity) known() string {
	name, _ := i.name.Load().(string)
	return name
}

// username returns the bot's name without the "@".
func (i *identity) username(ctx context.Context) (string, error) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if name := i.known(); name != "" {
		return name, nil
	}
	name, err := i.fetch(ctx)
	if err != nil {
		return "", fmt.Errorf("learn the bot's name: %w", err)
	}
	i.name.Store(name)
	return name, nil
}

// nameTimeout is how long the first updates wait for the bot's own name.
const nameTimeout = 2 * time.Second

// Username is the bot's name at Telegram without the "@"; "" while it is not
// known. It asks nobody.
func (t *Transport) Username() string { return t.self.known() }

// learnName asks for the bot's name where it is not known yet.
func (i *incoming) learnName(ctx context.Context) {
	if i.self.known() != "" {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, nameTimeout)
	defer cancel()
	if _, err := i.self.username(ctx); err != nil {
		i.log.Warn("the bot's name is not known", "error", err)
	}
}

// fetchName asks Telegram for the bot's name.
func (o *outgoing) fetchName(ctx context.Context) (string, error) {
	var name string
	err := o.caller.call(ctx, turn{}, func(ctx context.Context) error {
		me, err := o.client.GetMe(ctx)
		if err != nil {
			return err
		}
		name = me.Username
		return nil
	})
	return name, err
}
