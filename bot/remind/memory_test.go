package remind

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sync"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// memory is the store as this room sees it, with its unique keys.
type memory struct {
	mu      sync.Mutex
	chats   map[int64]record.Recipient
	rules   record.Rules
	closed  map[string]record.Occurrence
	asked   map[string]record.Explanation
	rows    map[nudgeKey]record.Nudge
	digests map[digestKey]record.Digest
	failure error // of every call
}

type nudgeKey struct {
	chat             int64
	occurrence, rung string
}

type digestKey struct {
	chat int64
	day  plan.Date
}

func newMemory(recipients ...record.Recipient) *memory {
	m := &memory{
		chats: map[int64]record.Recipient{}, closed: map[string]record.Occurrence{},
		rows: map[nudgeKey]record.Nudge{}, digests: map[digestKey]record.Digest{},
	}
	for _, r := range recipients {
		m.chats[r.Chat] = r
	}
	return m
}

func (m *memory) Recipients(_ context.Context, day plan.Date, minute int, after int64, limit int) ([]record.Recipient, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var due []record.Recipient
	for _, r := range m.chats {
		if r.Chat > after && r.Through != day && r.Opens() <= minute {
			due = append(due, r)
		}
	}
	slices.SortFunc(due, func(a, b record.Recipient) int { return cmp.Compare(a.Chat, b.Chat) })
	return due[:min(limit, len(due))], m.failure
}

func (m *memory) Rules(context.Context) (record.Rules, error) { return m.rules, m.failure }

func (m *memory) Known(_ context.Context, from plan.Date, _ ...string) (record.Known, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	known := record.Known{Closed: maps.Clone(m.closed), Reminded: map[string]bool{}, Asked: m.asked}
	maps.DeleteFunc(known.Closed, func(_ string, o record.Occurrence) bool { return o.Due.Compare(from) < 0 })
	for key := range m.rows {
		known.Reminded[key.occurrence] = true
	}
	return known, m.failure
}

func (m *memory) QueueDigests(_ context.Context, day plan.Date, digests []record.Digest, drawnUp []int64) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, d := range digests {
		d.Nudges = slices.DeleteFunc(slices.Clone(d.Nudges), func(n record.Nudge) bool {
			key := nudgeKey{d.Chat, n.Occurrence.Key(), n.Rung}
			_, known := m.rows[key]
			m.rows[key] = n
			return known
		})
		if key := (digestKey{d.Chat, day}); len(d.Nudges) > 0 && m.digests[key].Chat == 0 {
			m.digests[key] = d
		}
	}
	for _, chat := range drawnUp {
		r := m.chats[chat]
		r.Through = day
		m.chats[chat] = r
	}
	return m.failure
}

func (m *memory) Digest(_ context.Context, chat int64, day plan.Date) (record.Digest, bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	d, known := m.digests[digestKey{chat, day}]
	d.Nudges = slices.Clone(d.Nudges)
	for i, n := range d.Nudges {
		if o, closed := m.closed[n.Occurrence.Key()]; closed {
			d.Nudges[i].Occurrence = o
		}
	}
	return d, known, m.failure
}

// mark changes a digest.
func (m *memory) mark(chat int64, day plan.Date, change func(*record.Digest)) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	d := m.digests[digestKey{chat, day}]
	change(&d)
	m.digests[digestKey{chat, day}] = d
	return m.failure
}

func (m *memory) MarkSent(_ context.Context, chat int64, day plan.Date, message int64) error {
	return m.mark(chat, day, func(d *record.Digest) { d.Progress, d.Message = record.Sent, message })
}

func (m *memory) MarkFailed(_ context.Context, chat int64, day plan.Date, reason string) error {
	return m.mark(chat, day, func(d *record.Digest) { d.Progress, d.Reason = record.Failed, reason })
}

func (m *memory) MarkDropped(_ context.Context, chat int64, day plan.Date) error {
	return m.mark(chat, day, func(d *record.Digest) { d.Progress = record.Dropped })
}

func (m *memory) Preferences(_ context.Context, chat int64) (record.Preferences, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.chats[chat].Preferences, m.failure
}

// settle closes an occurrence.
func (m *memory) settle(o record.Occurrence, state record.State) {
	m.mu.Lock()
	defer m.mu.Unlock()
	o.State = state
	m.closed[o.Key()] = o
}
