package bot

import (
	"sync"
	"time"
)

// room keeps something of each person in each chat for a while. It is bounded:
// what it loses is asked for again.
type room[T any] struct {
	now  func() time.Time
	life time.Duration
	most int // seats

	mu    sync.Mutex
	seats map[seat]kept[T]
}

// seat is a person in a chat.
type seat struct{ chat, user int64 }

func seatOf(m Message) seat { return seat{chat: m.Chat, user: m.User} }

type kept[T any] struct {
	value T
	until time.Time
}

func newRoom[T any](now func() time.Time, life time.Duration, most int) *room[T] {
	return &room[T]{now: now, life: life, most: most, seats: map[seat]kept[T]{}}
}

// put keeps a value in place of what the seat held.
func (r *room[T]) put(s seat, value T) {
	r.update(s, func(T) T { return value })
}

// update keeps what change makes of the value of a seat, of the zero value
// where it holds none.
func (r *room[T]) update(s seat, change func(T) T) {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.now()
	if _, ok := r.seats[s]; !ok && len(r.seats) >= r.most {
		r.clear(now)
	}
	old, _ := r.fresh(s)
	r.seats[s] = kept[T]{value: change(old), until: now.Add(r.life)}
}

// clear makes room: what is too old goes, and where nothing is, all.
func (r *room[T]) clear(now time.Time) {
	for s, k := range r.seats {
		if now.After(k.until) {
			delete(r.seats, s)
		}
	}
	if len(r.seats) >= r.most {
		clear(r.seats)
	}
}

// look returns the value of a seat and leaves it there.
func (r *room[T]) look(s seat) (T, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.fresh(s)
}

// take returns the value of a seat and empties it.
func (r *room[T]) take(s seat) (T, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	defer delete(r.seats, s)
	return r.fresh(s)
}

// fresh is the value of a seat unless it is too old. The caller holds the lock.
func (r *room[T]) fresh(s seat) (value T, ok bool) {
	k, ok := r.seats[s]
	if !ok || r.now().After(k.until) {
		return value, false
	}
	return k.value, true
}
