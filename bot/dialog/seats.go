package dialog

import (
	"sync"
	"time"

	"cchcbot/bot/chat"
)

// Memory keeps something of each person in each chat for a while. It is bounded:
// what it loses is asked for again.
type Memory[T any] struct {
	now  func() time.Time
	life time.Duration
	most int // seats

	mu      sync.Mutex
	entries map[Participant]entry[T]
}

// Participant is a person in a chat.
type Participant struct{ Chat, User int64 }

// ParticipantOf is who sent a message, and where.
func ParticipantOf(m chat.Message) Participant { return Participant{Chat: m.Chat, User: m.User} }

type entry[T any] struct {
	value T
	until time.Time
}

// NewMemory makes an empty Memory. An entry is kept for life at most, and no
// more than most entries are kept.
func NewMemory[T any](now func() time.Time, life time.Duration, most int) *Memory[T] {
	return &Memory[T]{now: now, life: life, most: most, entries: map[Participant]entry[T]{}}
}

// Put keeps a value in place of what the seat held.
func (r *Memory[T]) Put(s Participant, value T) {
	r.update(s, func(T) T { return value })
}

// update keeps what change makes of the value of a seat, of the zero value
// where it holds none.
func (r *Memory[T]) update(s Participant, change func(T) T) {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.now()
	if _, ok := r.entries[s]; !ok && len(r.entries) >= r.most {
		r.clear(now)
	}
	old, _ := r.fresh(s)
	r.entries[s] = entry[T]{value: change(old), until: now.Add(r.life)}
}

// clear makes room: what is too old goes, and where nothing is, all.
func (r *Memory[T]) clear(now time.Time) {
	for s, k := range r.entries {
		if now.After(k.until) {
			delete(r.entries, s)
		}
	}
	if len(r.entries) >= r.most {
		clear(r.entries)
	}
}

// Look returns the value of a seat and leaves it there.
func (r *Memory[T]) Look(s Participant) (T, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.fresh(s)
}

// Take returns the value of a seat and empties it.
func (r *Memory[T]) Take(s Participant) (T, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	defer delete(r.entries, s)
	return r.fresh(s)
}

// fresh is the value of a seat unless it is too old. The caller holds the lock.
func (r *Memory[T]) fresh(s Participant) (value T, ok bool) {
	k, ok := r.entries[s]
	if !ok || r.now().After(k.until) {
		return value, false
	}
	return k.value, true
}
