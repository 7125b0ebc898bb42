package bot

import (
	"sync"
	"time"
)

// waitingRoom keeps the questions that wait until a person has told their
// agency. It is bounded and forgets after a while: a question that is lost is
// asked again.
type waitingRoom struct {
	now func() time.Time

	mu    sync.Mutex
	seats map[seat]waiting
}

// seat is a person in a chat.
type seat struct{ chat, user int64 }

// waiting is what was asked before the agency was known; the question is ""
// where only the agency itself was asked for.
type waiting struct {
	question string
	until    time.Time
}

const (
	waitingTime  = 15 * time.Minute
	waitingSeats = 10_000
)

func newWaitingRoom(now func() time.Time) *waitingRoom {
	return &waitingRoom{now: now, seats: map[seat]waiting{}}
}

// wait keeps a question until call.
func (w *waitingRoom) wait(m Message, question string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	now := w.now()
	if len(w.seats) >= waitingSeats {
		w.clear(now)
	}
	w.seats[seat{m.Chat, m.User}] = waiting{question: question, until: now.Add(waitingTime)}
}

// clear makes room: those who waited too long go, and where none did, all.
func (w *waitingRoom) clear(now time.Time) {
	for s, q := range w.seats {
		if now.After(q.until) {
			delete(w.seats, s)
		}
	}
	if len(w.seats) >= waitingSeats {
		clear(w.seats)
	}
}

// waits tells whether a person was asked for their agency.
func (w *waitingRoom) waits(m Message) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	q, ok := w.seats[seat{m.Chat, m.User}]
	return ok && !w.now().After(q.until)
}

// call takes the question that waits, "" where there is none.
func (w *waitingRoom) call(m Message) string {
	w.mu.Lock()
	defer w.mu.Unlock()
	s := seat{m.Chat, m.User}
	q, ok := w.seats[s]
	delete(w.seats, s)
	if !ok || w.now().After(q.until) {
		return ""
	}
	return q.question
}

// question is the one that waits, "" where there is none; it goes on waiting.
func (w *waitingRoom) question(m Message) string {
	w.mu.Lock()
	defer w.mu.Unlock()
	q, ok := w.seats[seat{m.Chat, m.User}]
	if !ok || w.now().After(q.until) {
		return ""
	}
	return q.question
}
