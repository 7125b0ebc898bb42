package telegram

import (
	"sync"
	"time"

	"github.com/go-telegram/bot/models"
)

// Quota is how much one person may ask, of all kinds of updates together: Burst
// at once and one more each Every, and never more than Open that are not
// answered yet. A chat of several people has as many open, and the pace of three
// persons. The zero value is no quota.
type Quota struct {
	Open  int
	Burst int
	Every time.Duration
}

// CalmQuota is faster than anyone reads, and slower than a machine asks.
func CalmQuota() Quota { return Quota{Open: 20, Burst: 20, Every: time.Second} }

// crowdPace is how many people's pace a chat has.
const crowdPace = 3

// fewAccounts is how many accounts are kept without a look at whether they are
// still needed.
const fewAccounts = 1000

// sender is who made an update, and where.
type sender struct {
	person int64 // 0 for nobody in particular
	chat   int64 // of several people; 0 for none
}

// senderOf returns the sender of an update, none for one of Telegram's own.
func senderOf(u *models.Update) sender {
	switch {
	case u.Message != nil:
		s := sender{person: author(u.Message).ID}
		if u.Message.Chat.Type != models.ChatTypePrivate {
			s.chat = u.Message.Chat.ID
		} else if s.person == 0 {
			s.person = u.Message.Chat.ID
		}
		return s
	case u.CallbackQuery != nil:
		s := sender{person: u.CallbackQuery.From.ID}
		if chat, _ := pressedOn(u.CallbackQuery); chat != nil && chat.Type != models.ChatTypePrivate {
			s.chat = chat.ID
		}
		return s
	case u.InlineQuery != nil && u.InlineQuery.From != nil:
		return sender{person: u.InlineQuery.From.ID}
	}
	return sender{}
}

// verdict is what becomes of an update.
type verdict int

const (
	admitted verdict = iota
	tooMuch          // the first one too much, which is told
	dropped          // those after it
)

// quota counts what people and chats have open and how fast they ask.
type quota struct {
	Quota
	now func() time.Time

	mu       sync.Mutex
	accounts map[account]*usage
	sweepAt  int
}

// account is a person's or a chat's.
type account struct {
	id     int64
	person bool
}

// usage is what an account has used of its quota. One that ran dry admits
// nothing until half of it is free again, so that who goes on gets no more than
// one answer.
type usage struct {
	open   int
	filled time.Time // when the burst will be, or was, whole again
	dry    bool
}

func newQuota(q Quota, now func() time.Time) *quota {
	return &quota{Quota: q, now: now, accounts: make(map[account]*usage), sweepAt: fewAccounts}
}

// accountsOf are a sender's accounts, each with its pace.
func (q *quota) accountsOf(s sender) map[account]time.Duration {
	accounts := make(map[account]time.Duration, 2)
	if s.person != 0 {
		accounts[account{s.person, true}] = q.Every
	}
	if s.chat != 0 {
		accounts[account{s.chat, false}] = q.Every / crowdPace
	}
	return accounts
}

// admit weighs an update. One that is not dropped is charged to its sender until
// it is released.
func (q *quota) admit(s sender) verdict {
	if q.Open <= 0 {
		return admitted
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	q.sweep()
	result, accounts := admitted, q.accountsOf(s)
	for a, every := range accounts {
		result = max(result, q.weigh(q.of(a), every))
	}
	if result == dropped {
		return dropped
	}
	for a, every := range accounts {
		u := q.of(a)
		u.open++
		if result == admitted {
			u.filled = u.filled.Add(every)
		}
	}
	return result
}

// charge counts an update that is in hand already, whatever the quota.
func (q *quota) charge(s sender) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for a := range q.accountsOf(s) {
		q.of(a).open++
	}
}

// weigh says whether an account has room for one more.
func (q *quota) weigh(u *usage, every time.Duration) verdict {
	now, whole := q.now(), time.Duration(q.Burst)*every
	// A clock that was set back must not leave an account dry for long.
	if u.filled.Before(now) || u.filled.Sub(now) > whole {
		u.filled = now
	}
	missing := u.filled.Sub(now)
	switch {
	case u.dry && (missing > whole/2 || u.open > q.Open/2):
		return dropped
	case missing+every > whole || u.open >= q.Open:
		u.dry = true
		return tooMuch
	}
	u.dry = false
	return admitted
}

func (q *quota) of(a account) *usage {
	if q.accounts[a] == nil {
		q.accounts[a] = new(usage)
	}
	return q.accounts[a]
}

// release gives back what an update was charged.
func (q *quota) release(e *entry) {
	if !e.charged {
		return
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	for a := range q.accountsOf(e.who) {
		q.of(a).open--
	}
}

// sweep forgets now and then the accounts that have used nothing.
func (q *quota) sweep() {
	if len(q.accounts) < q.sweepAt {
		return
	}
	now := q.now()
	for a, u := range q.accounts {
		if u.open == 0 && !u.filled.After(now) {
			delete(q.accounts, a)
		}
	}
	q.sweepAt = max(fewAccounts, 2*len(q.accounts))
}
