package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/go-telegram/bot/models"

	"cchcbot/bot/record"
)

// accept queues the updates that are new. A lone one is handled at once; several
// are written down first, and so is one that has to wait. Where not one update
// has a readable id, the next poll would bring the same again, and an error
// makes it wait.
func (i *incoming) accept(ctx context.Context, updates []json.RawMessage) error {
	readable := 0
	var fresh []*entry
	for _, raw := range updates {
		id, update, err := decodeUpdate(raw)
		if id == 0 {
			i.log.Error("update without an id skipped")
			continue
		}
		readable++
		if i.inbox.again(id) {
			continue
		}
		if err != nil {
			i.log.Error("update cannot be decoded, skipped", "update", id, "error", err)
		}
		if err != nil || !i.admit(update, raw, &fresh) {
			i.inbox.skip(id)
		}
	}
	if len(updates) > 0 && readable == 0 {
		return errors.New("telegram gives updates without ids")
	}
	if len(fresh) > 1 || len(fresh) == 1 && i.inbox.busy(fresh[0].lane) {
		_ = i.keep(ctx, fresh) // logged, and tried again
	}
	i.inbox.queue(ctx, fresh...)
	return nil
}

// admit takes an update into the inbox. It is false for one that is of no
// interest or too much.
func (i *incoming) admit(u *models.Update, raw []byte, fresh *[]*entry) bool {
	if !i.concerns(u) {
		return false
	}
	e := newEntry(record.Update{ID: u.ID, Body: raw}, u)
	verdict := i.quota.admit(e.who)
	i.settings.Count(kindOf(u))
	switch verdict {
	case admitted:
	case tooMuch:
		i.settings.Count(countTooMuch)
	case dropped:
		i.settings.Count(countDropped)
		return false
	}
	e.charged, e.tooMuch = true, verdict == tooMuch
	i.inbox.add(e)
	*fresh = append(*fresh, e)
	return true
}

// concerns is false for updates of kinds that are not asked for, and for what
// people in a group say to each other.
func (i *incoming) concerns(u *models.Update) bool {
	if u.Message == nil {
		return u.CallbackQuery != nil || u.InlineQuery != nil || u.MyChatMember != nil
	}
	m := u.Message
	if m.EditDate != 0 && len(wordsOf(m).units) == 0 {
		return false
	}
	if m.Chat.Type == models.ChatTypePrivate || m.MigrateToChatID != 0 {
		return true
	}
	said, name := wordsOf(m), i.self.known()
	if len(said.units) == 0 || fromMachine(m) {
		return false
	}
	return said.naming() && name == "" || i.self.isAsked(m, said, name)
}

func newEntry(u record.Update, what *models.Update) *entry {
	return &entry{Update: u, what: what, lane: laneOf(what), who: senderOf(what)}
}

// entryOf reads an update that was written down; one that cannot be read any
// more says nothing.
func entryOf(u record.Update) *entry {
	_, what, err := decodeUpdate(u.Body)
	if err != nil {
		what = &models.Update{ID: u.ID}
	}
	return newEntry(u, what)
}

// decodeUpdate reads an update, or at least its id.
func decodeUpdate(raw json.RawMessage) (int64, *models.Update, error) {
	update := new(models.Update)
	err := json.Unmarshal(raw, update)
	if err == nil {
		if update.Message == nil && update.EditedMessage != nil { // it tells its edit_date
			update.Message = update.EditedMessage
		}
		return update.ID, update, nil
	}
	var head struct {
		ID int64 `json:"update_id"`
	}
	if json.Unmarshal(raw, &head) != nil {
		head.ID = 0
	}
	return head.ID, nil, fmt.Errorf("decode update: %w", err)
}

// laneOf is what keeps order among updates: the chat, or the person where
// there is none.
func laneOf(u *models.Update) lane {
	switch {
	case u.Message != nil:
		return lane{id: u.Message.Chat.ID}
	case u.MyChatMember != nil:
		return lane{id: u.MyChatMember.Chat.ID}
	case u.CallbackQuery != nil:
		if chat, _ := pressedOn(u.CallbackQuery); chat != nil {
			return lane{id: chat.ID}
		}
		return lane{id: u.CallbackQuery.From.ID}
	case u.InlineQuery != nil && u.InlineQuery.From != nil:
		return lane{id: u.InlineQuery.From.ID, inquiries: true}
	}
	return lane{}
}
