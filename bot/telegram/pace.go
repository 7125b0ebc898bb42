package telegram

import (
	"context"
	"fmt"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Limits say how many messages are sent at most; 0 is no limit. They bound
// what the bot sends of its own; beyond them a 429 is obeyed in any case.
type Limits struct {
	PerSecond      int // in all chats together
	PerChatSecond  int // in one private chat
	PerGroupMinute int // in one group
}

// FAQLimits are the ones that the Bot API's FAQ names.
func FAQLimits() Limits {
	return Limits{PerSecond: 30, PerChatSecond: 1, PerGroupMinute: 20}
}

const (
	chatBurst   = 3    // the pieces of one long answer go out together
	groupBurst  = 4    // together with what trickles in, a minute's limit holds
	pacedAtMost = 4096 // chats remembered before idle ones are forgotten
)

// pace makes senders wait for their turn.
type pace struct {
	limits Limits
	all    *rate.Limiter

	mu    sync.Mutex
	chats map[int64]*rate.Limiter
}

func newPace(limits Limits) *pace {
	p := &pace{limits: limits, chats: make(map[int64]*rate.Limiter)}
	if n := limits.PerSecond; n > 0 {
		p.all = rate.NewLimiter(rate.Limit(n), n)
	}
	return p
}

// wait returns when a message may go to the chat, or with the context's error.
// Chat 0 is a call that sends no message, and never waits.
func (p *pace) wait(ctx context.Context, chat int64) error {
	if chat == 0 {
		return ctx.Err()
	}
	for _, limiter := range []*rate.Limiter{p.chat(chat), p.all} {
		if limiter == nil {
			continue
		}
		if err := limiter.Wait(ctx); err != nil {
			return fmt.Errorf("wait for a turn to send: %w", err)
		}
	}
	return ctx.Err()
}

// chat returns the limiter of one chat; nil for none.
func (p *pace) chat(chat int64) *rate.Limiter {
	limit, burst := p.rates(chat)
	if limit == 0 {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	limiter, known := p.chats[chat]
	if !known {
		p.forgetIdle()
		limiter = rate.NewLimiter(limit, burst)
		p.chats[chat] = limiter
	}
	return limiter
}

// rates knows that the ids of groups are negative.
func (p *pace) rates(chat int64) (rate.Limit, int) {
	if chat > 0 {
		return rate.Limit(p.limits.PerChatSecond), chatBurst
	}
	if p.limits.PerGroupMinute == 0 {
		return 0, 0
	}
	burst := min(groupBurst, p.limits.PerGroupMinute)
	trickle := max(p.limits.PerGroupMinute-burst, 1)
	return rate.Every(time.Minute / time.Duration(trickle)), burst
}

// forgetIdle keeps the memory bounded: a limiter with all its tokens back is
// as good as a new one.
func (p *pace) forgetIdle() {
	if len(p.chats) < pacedAtMost {
		return
	}
	for chat, limiter := range p.chats {
		if limiter.Tokens() >= float64(limiter.Burst()) {
			delete(p.chats, chat)
		}
	}
}
