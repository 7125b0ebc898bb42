package simulator

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// keptUpdates bounds what waits for a bot that does not fetch it.
const keptUpdates = 10_000

// maxPoll is the longest wait that Telegram grants.
const maxPoll = 50 * time.Second

// update is one thing for the bot to know, as it goes over the wire.
type update struct {
	id   int64
	body json.RawMessage
}

// queue holds the updates that the bot has not confirmed yet.
type queue struct {
	next    int64 // id of the next update
	waiting []update
	allowed []string      // kinds that the bot asked for; empty for the usual ones
	arrived chan struct{} // closed when an update comes
	rival   chan struct{} // closed when another poller takes over
}

func newQueue(first int64) queue {
	return queue{next: first, arrived: make(chan struct{})}
}

// wants reports whether the bot asked for this kind of update; some come only
// to those who ask for them by name.
func (q *queue) wants(kind string) bool {
	if len(q.allowed) > 0 {
		return slices.Contains(q.allowed, kind)
	}
	return !slices.Contains([]string{"chat_member", "message_reaction", "message_reaction_count", "chosen_inline_result"}, kind)
}

// push adds an update of one kind and wakes the poller.
func (q *queue) push(kind string, body any) (int64, error) {
	if !q.wants(kind) {
		return 0, nil
	}
	if len(q.waiting) >= keptUpdates {
		return 0, fmt.Errorf("%d updates wait for the bot already", keptUpdates)
	}
	id := q.next
	raw, err := json.Marshal(map[string]any{"update_id": id, kind: body})
	if err != nil {
		return 0, fmt.Errorf("encode the update: %w", err)
	}
	q.next++
	q.waiting = append(q.waiting, update{id, raw})
	close(q.arrived)
	q.arrived = make(chan struct{})
	return id, nil
}

// confirm forgets what an offset confirms. A negative offset counts from the
// end of the queue.
func (q *queue) confirm(offset int64) {
	keep := len(q.waiting)
	if offset < 0 {
		keep = max(keep+int(max(offset, -keptUpdates)), 0)
		q.waiting = slices.Clone(q.waiting[keep:])
		return
	}
	first := slices.IndexFunc(q.waiting, func(u update) bool { return u.id >= offset })
	if first < 0 {
		first = keep
	}
	q.waiting = q.waiting[first:]
}

// batch returns the oldest waiting updates.
func (q *queue) batch(limit int) []json.RawMessage {
	out := []json.RawMessage{}
	for _, u := range q.waiting[:min(limit, len(q.waiting))] {
		out = append(out, u.body)
	}
	return out
}

// getUpdates is long polling. It runs without the lock while it waits.
func getUpdates(ctx context.Context, s *api, c *call) (any, error) {
	s.mu.Lock()
	var allowed []string
	if err := c.object("allowed_updates", &allowed); err == nil && c.fields["allowed_updates"] != "" {
		s.queue.allowed = allowed
	}
	rival := s.takeOver()
	s.queue.confirm(c.integer("offset", 0))
	s.signal()
	s.mu.Unlock()
	defer s.leave(rival)

	limit := int(min(max(c.integer("limit", 100), 1), 100))
	wait := min(max(time.Duration(c.integer("timeout", 0))*time.Second, 0), maxPoll)
	return s.await(ctx, limit, wait, rival)
}

// takeOver ends the poll of another, as Telegram does, and makes this one the
// poll that the next will end.
func (s *api) takeOver() chan struct{} {
	if s.queue.rival != nil {
		close(s.queue.rival)
	}
	s.queue.rival = make(chan struct{})
	return s.queue.rival
}

// leave says that a poll is over.
func (s *api) leave(rival chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.queue.rival == rival {
		s.queue.rival = nil
	}
}

// await waits for the first updates.
func (s *api) await(ctx context.Context, limit int, wait time.Duration, rival chan struct{}) ([]json.RawMessage, error) {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	for {
		s.mu.Lock()
		batch, arrived := s.queue.batch(limit), s.queue.arrived
		s.mu.Unlock()
		if len(batch) > 0 || wait == 0 {
			return batch, nil
		}
		select {
		case <-arrived:
		case <-rival:
			return nil, errOtherPoller
		case <-timer.C:
			return batch, nil
		case <-ctx.Done():
			return batch, nil
		}
	}
}
