package simulator

import (
	"encoding/json"
	"time"
)

// queuedEvents is how far a page may lag behind before it has to load anew.
const queuedEvents = 256

// event is a change that open pages show.
type event struct {
	Type    string    `json:"type"` // message, edit, answer, commands, chat, clock
	Chat    int64     `json:"chat,omitempty"`
	Message *Message  `json:"message,omitempty"`
	Answer  *Answer   `json:"answer,omitempty"`
	Now     time.Time `json:"now,omitzero"`
}

// listener is an open page.
type listener struct {
	events chan []byte // closed when the page lags too far behind
}

// publish shows a change to all pages and wakes all who wait. The caller holds
// the lock.
func (s *world) publish(e event) {
	s.signal()
	if len(s.listeners) == 0 {
		return
	}
	raw, err := json.Marshal(e)
	if err != nil {
		return // an event holds plain values only
	}
	for l := range s.listeners {
		select {
		case l.events <- raw:
		default:
			close(l.events)
			delete(s.listeners, l)
		}
	}
}

// listen begins to follow changes.
func (s *world) listen() *listener {
	s.mu.Lock()
	defer s.mu.Unlock()
	l := &listener{events: make(chan []byte, queuedEvents)}
	s.listeners[l] = struct{}{}
	return l
}

// unlisten ends it.
func (s *world) unlisten(l *listener) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.listeners, l)
}
