package telegram

import (
	"context"
	"sync"
	"time"
)

// slots bound how much is worked on at once. Who waits for Telegram or for a
// turn holds none.
type slots struct {
	free chan struct{}

	mu    sync.Mutex
	count int
	since map[int]time.Time // of the work that goes on
}

func newSlots(n int) *slots {
	return &slots{free: make(chan struct{}, n), since: make(map[int]time.Time)}
}

// do works in a slot, or returns the context's error.
func (s *slots) do(ctx context.Context, now func() time.Time, work func() error) error {
	select {
	case s.free <- struct{}{}:
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	defer func() { <-s.free }()
	defer s.note(now())()
	return work()
}

// note remembers since when work goes on, until the returned function is called.
func (s *slots) note(now time.Time) (end func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count++
	number := s.count
	s.since[number] = now
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.since, number)
	}
}

// oldest is since when the work that takes longest goes on; zero for none.
func (s *slots) oldest() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	var oldest time.Time
	for _, since := range s.since {
		if oldest.IsZero() || since.Before(oldest) {
			oldest = since
		}
	}
	return oldest
}
