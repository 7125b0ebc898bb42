package telegram

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

const (
	governorsFresh   = time.Minute     // how long it is known who administers a group
	governorsTimeout = 2 * time.Second // of asking for it
	mostGovernors    = 1000            // groups of which it is known
)

// governors remember for a short time who administers which group.
type governors struct {
	mu    sync.Mutex
	known map[int64]administration
}

// administration is who administers one group.
type administration struct {
	people []int64
	asked  time.Time
}

// look returns what is known of a group and is fresh.
func (g *governors) look(chat int64, now time.Time) (administration, bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	a, known := g.known[chat]
	return a, known && now.Sub(a.asked).Abs() < governorsFresh
}

func (g *governors) note(chat int64, a administration) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(g.known) >= mostGovernors {
		maps.DeleteFunc(g.known, func(_ int64, old administration) bool { return a.asked.Sub(old.asked).Abs() >= governorsFresh })
	}
	if len(g.known) >= mostGovernors {
		clear(g.known)
	}
	g.known[chat] = a
}

// Governs reports whether a person administers a group at Telegram. Where that
// cannot be learnt it is false.
func (t *Transport) Governs(ctx context.Context, chat, person int64) bool {
	a, fresh := t.governors.look(chat, t.now())
	if !fresh {
		people, err := t.fetchAdministrators(ctx, chat)
		if err != nil {
			t.log.Warn("the administrators of a group are not known", "chat", chat, "error", err)
			return false
		}
		a = administration{people: people, asked: t.now()}
		t.governors.note(chat, a)
	}
	return slices.Contains(a.people, person)
}

// fetchAdministrators asks Telegram for the administrators of a group, but for bots.
func (o *outgoing) fetchAdministrators(ctx context.Context, chat int64) ([]int64, error) {
	ctx, cancel := context.WithTimeout(ctx, governorsTimeout)
	defer cancel()
	var people []int64
	err := o.caller.call(ctx, turn{}, func(ctx context.Context) error {
		members, err := o.client.GetChatAdministrators(ctx, &tg.GetChatAdministratorsParams{ChatID: chat})
		for _, m := range members {
			if user := userOf(m); user != nil && !user.IsBot {
				people = append(people, user.ID)
			}
		}
		return err
	})
	return people, err
}

// userOf is who an administrator is.
func userOf(m models.ChatMember) *models.User {
	switch {
	case m.Owner != nil:
		return m.Owner.User
	case m.Administrator != nil:
		return &m.Administrator.User
	}
	return nil
}
