package telegram

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// slowLedger takes a second to mark updates, and remembers which went together.
type slowLedger struct {
	*fakeLedger
	batches [][]int64
	broken  error
}

func (l *slowLedger) Handled(ctx context.Context, ids ...int64) ([]int64, error) {
	known, _ := l.fakeLedger.Handled(ctx, ids...)
	return known, l.broken
}

func (l *slowLedger) MarkHandled(ctx context.Context, ids ...int64) error {
	l.batches = append(l.batches, ids)
	time.Sleep(time.Second)
	_ = l.fakeLedger.MarkHandled(ctx, ids...)
	return l.broken
}

func TestMarksOfABusyTimeGoTogether(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		slow := &slowLedger{fakeLedger: r.ledger}
		r.Transport.ledger = slow
		r.telegram.push(private(1, 1, "a"))
		stop := r.start(t.Context())
		time.Sleep(100 * time.Millisecond)
		r.telegram.push(private(2, 2, "b"), private(3, 3, "c"), private(4, 1, "d"))
		time.Sleep(600 * time.Millisecond)
		if diff := cmp.Diff([]string{"1 a", "1 d", "2 b", "3 c"}, sorted(r.telegram.texts())); diff != "" {
			t.Errorf("answers wait for marks: %s", diff)
		}
		if waiting := len(r.telegram.waiting()); waiting != 4 {
			t.Errorf("%d updates kept by Telegram before any was marked, want 4", waiting)
		}
		if err := stop(); err != nil {
			t.Fatal(err)
		}
		if len(slow.batches) != 2 || len(slow.batches[1]) != 3 || len(r.telegram.waiting()) != 0 {
			t.Errorf("marked %v, kept by Telegram %v", slow.batches, r.telegram.waiting())
		}
	})
}

func TestALedgerThatIsAwayHoldsUpNobody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		r.Transport.ledger = &slowLedger{fakeLedger: r.ledger, broken: errors.New("database is away")}
		converse(t, r, private(1, 1, "a"))
		log := r.logged.String()
		if len(r.telegram.texts()) != 1 || !strings.Contains(log, "cannot tell which") || !strings.Contains(log, "cannot mark") {
			t.Errorf("said %q, log %s", r.telegram.texts(), log)
		}
	})
}
