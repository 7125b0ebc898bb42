package simulator

import (
	"math"
	"strings"
	"time"
)

// limits are Telegram's bounds on sending, where Options turn them on.
type limits struct {
	overall *window
	chats   map[int64]*window
}

// window counts what happened in the last span of time.
type window struct {
	most int
	span time.Duration
	hits []time.Time
}

// take counts one more, or says how long to wait.
func (w *window) take(now time.Time) time.Duration {
	for len(w.hits) > 0 && (now.Sub(w.hits[0]) >= w.span || now.Before(w.hits[0])) {
		w.hits = w.hits[1:] // too long ago, or the clock was set back
	}
	if len(w.hits) >= w.most {
		return w.span - now.Sub(w.hits[0])
	}
	w.hits = append(w.hits, now)
	return 0
}

// check refuses a message above the bounds. Only messages that people get
// notified of count.
func (l *limits) check(s *world, c *call) error {
	name := strings.ToLower(c.method)
	if !s.options.RateLimits || !strings.HasPrefix(name, "send") || name == "sendchataction" {
		return nil
	}
	to, err := s.chatByID(c.fields["chat_id"])
	if err != nil {
		return nil //nolint:nilerr // the method itself refuses, in its own words
	}
	now := s.options.Now()
	for _, w := range []*window{l.of(to), l.all()} {
		if wait := w.take(now); wait > 0 {
			return tooManyRequests(int(math.Ceil(wait.Seconds())))
		}
	}
	return nil
}

// of is the window of a chat.
func (l *limits) of(c *chat) *window {
	if l.chats == nil {
		l.chats = map[int64]*window{}
	}
	if l.chats[c.id] == nil {
		l.chats[c.id] = &window{most: 1, span: time.Second}
		if c.kind != private {
			l.chats[c.id] = &window{most: 20, span: time.Minute}
		}
	}
	return l.chats[c.id]
}

// all is the window of all chats together.
func (l *limits) all() *window {
	if l.overall == nil {
		l.overall = &window{most: 30, span: time.Second}
	}
	return l.overall
}
