package bot

import "time"

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

// verdictOnPace is what becomes of a message.
type verdictOnPace int

const (
	admitted verdictOnPace = iota
	tooMuch                // the first one too much, which is told
	silence                // those after it
)

// flood keeps people and chats to a pace.
type flood struct {
	pace    Pace
	now     func() time.Time
	buckets *room[bucket]
}

// bucket holds what is left of a pace. One that ran dry admits nothing until it
// is half full again, so that who goes on gets no more than one answer.
type bucket struct {
	filled time.Time // when it will be, or was, full
	dry    bool
}

const floodSeats = 20_000

func newFlood(p Pace, now func() time.Time) *flood {
	return &flood{pace: p, now: now, buckets: newRoom[bucket](now, time.Duration(p.Burst)*p.Every, floodSeats)}
}

// admit weighs a message against the pace of its person and of its chat.
func (f *flood) admit(m Message) verdictOnPace {
	if f.pace.Burst <= 0 {
		return admitted
	}
	verdict := admitted
	if m.User != 0 { // else it is nobody in particular
		verdict = f.draw(seat{user: m.User}, f.pace.Every)
	}
	if m.Private {
		return verdict
	}
	return max(verdict, f.draw(seat{chat: m.Chat}, f.pace.Every/crowd))
}

// draw takes one message out of a bucket.
func (f *flood) draw(s seat, every time.Duration) (verdict verdictOnPace) {
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
			verdict = silence
			return b
		case missing+every > whole:
			verdict, b.dry = tooMuch, true
			return b
		}
		verdict, b.dry = admitted, false
		b.filled = b.filled.Add(every)
		return b
	})
	return verdict
}

// patience asks for some, where the person looks.
func patience(m Message) Reply {
	if m.Action != "" {
		return Reply{Notice: textPatience}
	}
	return sentence(textPatience)
}
