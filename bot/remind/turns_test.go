package remind

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"

	"cchcbot/bot/record"
)

// slowPost shows a digest only when it is let.
type slowPost struct {
	postbox
	let   chan struct{}
	begun chan record.Digest
}

func (p *slowPost) Show(ctx context.Context, d record.Digest) error {
	p.begun <- d
	<-p.let
	return p.postbox.Show(ctx, d)
}

// Two jobs show a digest at once, each after something else was settled: the
// second looks at it when the first has shown it, so the message ends as it
// stands.
func TestShowTakesTurns(t *testing.T) {
	t.Parallel()
	m, job := queued(t)
	if err := m.MarkSent(t.Context(), job.Chat, job.Day, 101); err != nil {
		t.Fatal(err)
	}
	nudges := m.digests[digestKey{1, job.Day}].Nudges
	synctest.Test(t, func(t *testing.T) {
		p := &slowPost{let: make(chan struct{}), begun: make(chan record.Digest, 2)}
		s := NewSender(m, m, p, NewRulebook(planner(), m), nil, nil)
		for _, n := range nudges[:2] {
			m.settle(n.Occurrence, record.Done)
			go func() {
				if err := s.Show(t.Context(), record.ShowDigest(job)); err != nil {
					t.Error(err)
				}
			}()
			synctest.Wait()
		}
		if len(p.begun) != 1 {
			t.Errorf("%d are shown at once", len(p.begun))
		}
		close(p.let)
		synctest.Wait()
		if len(p.shown) != 2 || settled(p.shown[0]) != 1 || settled(p.shown[1]) != 2 {
			t.Errorf("shown %d times: %v", len(p.shown), p.shown)
		}
	})
}

// Other chats have turns of their own, and who is stopped does not wait on.
func TestTurns(t *testing.T) {
	t.Parallel()
	all := newTurns()
	release, err := all.take(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	other, err := all.take(t.Context(), 2)
	if err != nil {
		t.Fatal(err)
	}
	other()
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := all.take(stopped, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("waiting while stopped: %v", err)
	}
	release()
	if release, err = all.take(t.Context(), 1); err != nil {
		t.Errorf("the next turn: %v", err)
	}
	release()
	if len(all.busy) != 0 {
		t.Errorf("%d turns are kept", len(all.busy))
	}
}
