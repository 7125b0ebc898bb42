package dialog

import (
	"time"

	"cchcbot/bot/chat"
)

// Pace is how much may be asked: Burst messages at once, and one more each
// Every. A chat of several people has the pace of threefold one person.
type Pace struct {
	Burst int
	Every time.Duration
}

// CalmPace is faster than anyone reads, and slower than a machine asks.
var CalmPace = Pace{Burst: 20, Every: 2 * time.Second}

// crowd is how many people's pace a chat has.
const crowd = 3

// admission is what becomes of a message.
type admission int

// What becomes of a message.
const (
	admitted admission = iota
	TooMuch            // the first one too much, which is told
	Silence            // those after it
)

// limiter keeps people and chats to a pace.
type limiter struct {
	pace    Pace
	now     func() time.Time
	buckets *Memory[bucket]
}

// bucket holds what is left of a pace. One that ran dry admits nothing until it
// is half full again, so that who goes on gets no more than one answer.
type bucket struct {
	filled time.Time // when it will be, or was, full
	dry    bool
}

const limiterMost = 20_000

func newLimiter(p Pace, now func() time.Time) *limiter {
	return &limiter{pace: p, now: now, buckets: NewMemory[bucket](now, time.Duration(p.Burst)*p.Every, limiterMost)}
}

// Admit weighs a message against the pace of its person and of its chat.
func (f *limiter) Admit(m chat.Message) admission {
	if f.pace.Burst <= 0 {
		return admitted
	}
	verdict := admitted
	if m.User != 0 { // else it is nobody in particular
		verdict = f.take(Participant{User: m.User}, f.pace.Every)
	}
	if m.Private {
		return verdict
	}
	return max(verdict, f.take(Participant{Chat: m.Chat}, f.pace.Every/crowd))
}

// take takes one message out of a bucket.
func (f *limiter) take(s Participant, every time.Duration) (verdict admission) {
	now := f.now()
	whole := time.Duration(f.pace.Burst) * f.pace.Every
	f.buckets.update(s, func(b bucket) bucket {
		// A clock that was set back must not leave a bucket dry for long.
		if b.filled.Before(now) || b.filled.Sub(now) > whole {
			b.filled = now
		}
		missing := b.filled.Sub(now)
		switch {
		case b.dry && missing > whole/2:
			verdict = Silence
			return b
		case missing+every > whole:
			verdict, b.dry = TooMuch, true
			return b
		}
		verdict, b.dry = admitted, false
		b.filled = b.filled.Add(every)
		return b
	})
	return verdict
}

// Patience asks for some, where the person looks.
func Patience(m chat.Message) chat.Reply {
	if m.Action != "" {
		return chat.Reply{Notice: TextPatience}
	}
	return chat.Sentence(TextPatience)
}
