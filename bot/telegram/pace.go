package telegram

import (
	"context"
	"slices"
	"sync"
	"time"
)

// Limits say how many messages are sent at most, answers and nudges together;
// 0 is no limit. Edits, callback answers and the like are no messages, and
// Telegram names no limit for them: its 429 is obeyed.
type Limits struct {
	PerSecond      int // in all chats together
	PerChatSecond  int // in one private chat
	PerGroupMinute int // in one group
}

// FAQLimits are the ones that the Bot API's FAQ names.
func FAQLimits() Limits {
	return Limits{PerSecond: 30, PerChatSecond: 1, PerGroupMinute: 20}
}

// pace makes senders wait for their turn. It counts instead of guessing a rate:
// a message takes a slot before it is sent and gives it back a second after its
// answer came (a group's slot a minute after), so that wherever on the way
// Telegram counts the message, it never counts more than there are slots.
//
// Who waits holds nothing meanwhile: slots that are free go to the answers, and
// what these leave to those who can wait, so that an answer is never behind a
// nudge that is not yet on its way. Of the answers, the one goes first whose chat
// was sent nothing for the longest time: who asks now and then is not behind a
// crowd that asks all the time. Nudges can wait, and so can answers behind which
// the same chat has more waiting, or which failed before: each waits a second
// longer for each of these. Beyond a burst, messages go one by one: thirty at once
// would come back at once, and an answer meanwhile wait for a second. A message
// whose answer does not come holds its slot among all for hungAfter at most.
// What is remembered is bounded by who waits and by what was sent in the last
// minute.
type pace struct {
	limits  Limits
	backlog func(chat int64) int // how many updates of a chat wait while one is answered

	mu      sync.Mutex
	all     int                 // slots taken
	chats   map[int64]int       // slots taken, of the chats where any is
	last    map[int64]time.Time // when a chat was sent something, for sentMemory
	answers []*waiter
	patient []*waiter     // by due
	gap     time.Duration // between two messages
	next    time.Time     // when the next one may go
	called  bool          // serve will be called then
}

// waiter is a message that waits for its slots.
type waiter struct {
	turn
	since time.Time
	due   time.Time     // orders those who can wait
	ready chan struct{} // closed when the slots are taken
}

// hungAfter is how long a message without an answer counts among all.
const hungAfter = 3 * time.Second

// sentMemory is how long it makes a difference that a chat was sent something.
const sentMemory = 10 * time.Second

// burstShare is the share of the slots that answers may take at once.
const burstShare = 6

func newPace(limits Limits) *pace {
	p := &pace{limits: limits, chats: make(map[int64]int), last: make(map[int64]time.Time)}
	if n := limits.PerSecond; n > 0 {
		p.gap = time.Second * 9 / 10 / time.Duration(n) // a tenth is left to catch up
	}
	return p
}

// counts is false for a call that sends no message, and where nothing is
// limited.
func (p *pace) counts(t turn) bool { return t.chat != 0 && p.limits != Limits{} }

// take returns when the message may be sent, or with the context's error.
func (p *pace) take(ctx context.Context, t turn) error {
	if !p.counts(t) || ctx.Err() != nil {
		return context.Cause(ctx)
	}
	w := &waiter{turn: t, since: time.Now(), ready: make(chan struct{})}
	p.enter(w)
	select {
	case <-w.ready:
		return nil
	case <-ctx.Done():
		p.leave(w)
		return context.Cause(ctx)
	}
}

// sent watches a message that is on its way. The returned function frees its
// slots, when its answer came just now; the chat's slot is held for as long as
// Telegram told to leave the chat alone.
func (p *pace) sent(t turn) (answered func(told time.Duration)) {
	if !p.counts(t) {
		return func(time.Duration) {}
	}
	hung := time.AfterFunc(hungAfter, p.freeAll)
	_, span := p.ofChat(t.chat)
	return func(told time.Duration) {
		if hung.Stop() {
			time.AfterFunc(time.Second, p.freeAll)
		}
		time.AfterFunc(max(span, told), func() { p.freeChat(t.chat) })
	}
}

// ofChat says how many messages a chat takes in which time; the ids of groups
// are negative.
func (p *pace) ofChat(chat int64) (limit int, span time.Duration) {
	if chat < 0 {
		return p.limits.PerGroupMinute, time.Minute
	}
	return p.limits.PerChatSecond, time.Second
}

func (p *pace) enter(w *waiter) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if w.own {
		p.postpone(w)
	} else {
		p.answers = append(p.answers, w)
	}
	p.serve()
}

// postpone queues one who can wait.
func (p *pace) postpone(w *waiter) {
	w.due = w.since.Add(time.Duration(p.patience(w)) * time.Second)
	at, _ := slices.BinarySearchFunc(p.patient, w.due, func(w *waiter, due time.Time) int {
		if w.due.After(due) {
			return 1
		}
		return -1
	})
	p.patient = slices.Insert(p.patient, at, w)
}

// patience is how many seconds one can wait for others.
func (p *pace) patience(w *waiter) int {
	if w.own || p.backlog == nil {
		return w.failures
	}
	return w.failures + p.backlog(w.chat)
}

// leave gives up a turn, and the slots with it where they came at the same
// moment.
func (p *pace) leave(w *waiter) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, queue := range []*[]*waiter{&p.answers, &p.patient} {
		if at := slices.Index(*queue, w); at >= 0 {
			*queue = slices.Delete(*queue, at, at+1)
			return
		}
	}
	p.all--
	p.release(w.chat)
	p.serve()
}

func (p *pace) freeAll() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.all--
	p.serve()
}

func (p *pace) freeChat(chat int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.release(chat)
	p.serve()
}

func (p *pace) release(chat int64) {
	if p.chats[chat]--; p.chats[chat] == 0 {
		delete(p.chats, chat)
	}
}

// serve hands the free slots out.
func (p *pace) serve() {
	p.answers = slices.DeleteFunc(p.answers, func(w *waiter) bool {
		waits := p.patience(w) > 0
		if waits {
			p.postpone(w)
		}
		return waits
	})
	for p.timely() && (p.serveAnswer() || p.servePatient()) {
		p.next = time.Now().Add(p.gap)
	}
}

// serveAnswer admits the answer to the chat that was sent nothing for the longest
// time.
func (p *pace) serveAnswer() bool {
	first := -1
	for i, w := range p.answers {
		if p.fits(w) && (first < 0 || p.last[w.chat].Before(p.last[p.answers[first].chat])) {
			first = i
		}
	}
	if first < 0 {
		return false
	}
	p.admit(p.answers[first])
	p.answers = slices.Delete(p.answers, first, first+1)
	return true
}

// servePatient admits the first of those who can wait.
func (p *pace) servePatient() bool {
	first := slices.IndexFunc(p.patient, p.fits)
	if first < 0 {
		return false
	}
	p.admit(p.patient[first])
	p.patient = slices.Delete(p.patient, first, first+1)
	return true
}

// timely says whether it is time for the next message. Where one waits and it is
// not, serve is called when it is.
func (p *pace) timely() bool {
	if len(p.answers) > 0 && p.all < p.limits.PerSecond/burstShare {
		return true
	}
	if len(p.answers)+len(p.patient) == 0 {
		return false
	}
	wait := time.Until(p.next)
	if wait > 0 && !p.called {
		p.called = true
		time.AfterFunc(wait, p.call)
	}
	return wait <= 0
}

func (p *pace) call() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.called = false
	p.serve()
}

// fits says whether both slots of a waiter are free.
func (p *pace) fits(w *waiter) bool {
	limit, _ := p.ofChat(w.chat)
	return free(p.all, p.limits.PerSecond) && free(p.chats[w.chat], limit)
}

// admit takes the slots for a waiter.
func (p *pace) admit(w *waiter) {
	p.all++
	p.chats[w.chat]++
	now := time.Now()
	p.last[w.chat] = now
	time.AfterFunc(sentMemory, func() { p.forget(w.chat, now) })
	close(w.ready)
}

// forget forgets when a chat was sent something, unless it was again.
func (p *pace) forget(chat int64, when time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.last[chat].Equal(when) {
		delete(p.last, chat)
	}
}

func free(taken, limit int) bool { return limit == 0 || taken < limit }
