package telegram

import (
	"sync"

	"github.com/go-telegram/bot/models"
)

// albums remembers the album that each chat sent last, whose photos come as messages
// of their own.
type albums struct {
	mu   sync.Mutex
	last map[int64]string
}

// mostAlbums bounds the memory; a chat that is forgotten may be told twice.
const mostAlbums = 1_000

// told reports whether a message belongs to an album of which one was seen before.
func (a *albums) told(m *models.Message) bool {
	if m.MediaGroupID == "" {
		return false
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.last[m.Chat.ID] == m.MediaGroupID {
		return true
	}
	if a.last == nil || len(a.last) >= mostAlbums {
		a.last = map[int64]string{}
	}
	a.last[m.Chat.ID] = m.MediaGroupID
	return false
}
