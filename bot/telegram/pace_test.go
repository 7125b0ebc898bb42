package telegram

import (
	"context"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// strict counts messages as a Telegram without mercy would: at any moment of
// their way, in spans that end with the message. It keeps what was too much.
type strict struct {
	mu     sync.Mutex
	all    []time.Time
	chats  map[int64][]time.Time
	excess int
}

// carry takes a message to Telegram and its answer back.
func (s *strict) carry(chat int64, there, back time.Duration) {
	time.Sleep(there)
	s.mu.Lock()
	now, span, limit := time.Now(), time.Second, 1
	if chat < 0 {
		span, limit = time.Minute, 20
	}
	if s.chats == nil {
		s.chats = map[int64][]time.Time{}
	}
	s.all, s.chats[chat] = append(s.all, now), append(s.chats[chat], now)
	if within(s.all, now.Add(-time.Second)) > 30 || within(s.chats[chat], now.Add(-span)) > limit {
		s.excess++
	}
	s.mu.Unlock()
	time.Sleep(back)
}

// within counts the messages after a moment.
func within(sent []time.Time, after time.Time) int {
	n := 0
	for _, at := range slices.Backward(sent) {
		if !at.After(after) {
			break
		}
		n++
	}
	return n
}

// through takes a turn and carries the message.
func (s *strict) through(t *testing.T, p *pace, of turn, there, back time.Duration) {
	if err := p.take(t.Context(), of); err != nil {
		t.Error(err)
		return
	}
	answered := p.sent(of)
	s.carry(of.chat, there, back)
	answered(0)
}

func TestNothingIsTooMuchWhateverTheJitter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, telegram := newPace(FAQLimits()), &strict{}
		jitter := rand.New(rand.NewPCG(1, 2))
		var running sync.WaitGroup
		for i := range int64(3000) {
			chat := i%40 + 1
			if i%5 == 0 {
				chat = -(i % 3) - 1
			}
			there, back := time.Duration(jitter.Int64N(int64(900*time.Millisecond))), time.Duration(jitter.Int64N(int64(100*time.Millisecond)))
			running.Go(func() { telegram.through(t, p, turn{chat: chat, own: i%2 == 0}, there, back) })
		}
		running.Wait()
		if telegram.excess != 0 || len(telegram.all) != 3000 {
			t.Errorf("%d of %d messages were too much", telegram.excess, len(telegram.all))
		}
		time.Sleep(time.Minute)
		synctest.Wait()
		if p.all != 0 || len(p.chats)+len(p.answers)+len(p.patient) != 0 {
			t.Errorf("remembered for nothing: %+v", p)
		}
	})
}

func TestThePaceIsAsFastAsTelegramAllows(t *testing.T) {
	const (
		trip = 5 * time.Millisecond
		gap  = 30 * time.Millisecond // nine tenths of a thirtieth of a second
	)
	tests := []struct {
		name     string
		messages int64
		chat     func(i int64) int64
		want     time.Duration // until the last is sent
	}{
		{"many persons", 3000, func(i int64) int64 { return i + 1 }, 99*(time.Second+trip) + 29*gap},
		{"one person", 10, func(int64) int64 { return 7 }, 9 * (time.Second + trip)},
		{"one group", 41, func(int64) int64 { return -7 }, 2 * (time.Minute + trip)},
		{"two groups", 40, func(i int64) int64 { return -1 - i%2 }, time.Second + trip + 9*gap},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p, telegram, began := newPace(FAQLimits()), &strict{}, time.Now()
				var running sync.WaitGroup
				for i := range tt.messages {
					running.Go(func() { telegram.through(t, p, turn{chat: tt.chat(i), own: true}, trip, 0) })
				}
				running.Wait()
				if took := time.Since(began) - trip; took != tt.want || telegram.excess != 0 {
					t.Errorf("the last of %d messages went after %s, want %s; %d too much", tt.messages, took, tt.want, telegram.excess)
				}
			})
		})
	}
}

func TestAnswersGoBeforeNudges(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPace(Limits{PerSecond: 1, PerChatSecond: 1})
		var mu sync.Mutex
		var order []int64
		send := func(of turn) {
			go func() {
				if p.take(t.Context(), of) == nil {
					mu.Lock()
					order = append(order, of.chat)
					mu.Unlock()
					p.sent(of)(0)
				}
			}()
			synctest.Wait()
		}
		// A nudge takes the only slot; four more wait, the first two to the
		// persons who ask now.
		for _, chat := range []int64{1, 2, 3, 4, 5} {
			send(turn{chat: chat, own: true})
		}
		for _, chat := range []int64{2, 3, 6} {
			send(turn{chat: chat})
		}
		time.Sleep(10 * time.Second)
		synctest.Wait()
		if diff := cmp.Diff([]int64{1, 2, 3, 6, 2, 3, 4, 5}, order); diff != "" {
			t.Error(diff)
		}
	})
}

func TestAnAnswerDuringACampaignDoesNotWaitForASecond(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, telegram := newPace(FAQLimits()), &strict{}
		var running sync.WaitGroup
		for chat := range int64(1200) {
			running.Go(func() { telegram.through(t, p, turn{chat: chat + 1, own: true}, 5*time.Millisecond, 0) })
		}
		for asked := range int64(100) {
			time.Sleep(367 * time.Millisecond)
			began := time.Now()
			if err := p.take(t.Context(), turn{chat: asked + 5000}); err != nil {
				t.Fatal(err)
			}
			if waited := time.Since(began); waited > 200*time.Millisecond {
				t.Errorf("answer %d waited %s", asked, waited)
			}
			answered := p.sent(turn{chat: asked + 5000})
			telegram.carry(asked+5000, 5*time.Millisecond, 0)
			answered(0)
		}
		running.Wait()
		if telegram.excess != 0 {
			t.Errorf("%d messages were too much", telegram.excess)
		}
	})
}

func TestABusyChatHoldsUpNoOther(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPace(FAQLimits())
		busy := turn{chat: 7}
		if err := p.take(t.Context(), busy); err != nil {
			t.Fatal(err)
		}
		p.sent(busy)(17 * time.Second) // as a 429 tells
		began := time.Now()
		var again time.Duration
		waits := make(chan struct{})
		go func() {
			defer close(waits)
			_ = p.take(t.Context(), busy)
			again = time.Since(began)
		}()
		synctest.Wait()
		for chat := range int64(29) {
			if err := p.take(t.Context(), turn{chat: chat + 100}); err != nil {
				t.Fatal(err)
			}
		}
		if took := time.Since(began); took > 29*p.gap {
			t.Errorf("others waited %s", took)
		}
		for chat := range int64(29) {
			p.sent(turn{chat: chat + 100})(0)
		}
		<-waits
		if again != 17*time.Second {
			t.Errorf("the chat was left alone for %s, want 17s", again)
		}
	})
}

func TestAHungMessageHoldsUpOthersForThreeSeconds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPace(Limits{PerSecond: 1, PerChatSecond: 1})
		hung := turn{chat: 1}
		if err := p.take(t.Context(), hung); err != nil {
			t.Fatal(err)
		}
		answered, began := p.sent(hung), time.Now()
		if err := p.take(t.Context(), turn{chat: 2}); err != nil || time.Since(began) != hungAfter {
			t.Errorf("another waited %s: %v", time.Since(began), err)
		}
		p.sent(turn{chat: 2})(0)
		taken := func() (all, ofHung, chats int) {
			p.mu.Lock()
			defer p.mu.Unlock()
			return p.all, p.chats[1], len(p.chats)
		}
		time.Sleep(20 * time.Second)
		if all, ofHung, _ := taken(); all != 0 || ofHung != 1 {
			t.Errorf("slots taken %d, of the hung chat %d", all, ofHung)
		}
		answered(0)
		time.Sleep(time.Second)
		synctest.Wait()
		if all, _, chats := taken(); all != 0 || chats != 0 {
			t.Errorf("slots taken %d, of %d chats", all, chats)
		}
	})
}

// Twenty chats with much to say share what one that has one question leaves.
func TestWhoHasMoreWaitingGoesLater(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPace(Limits{PerSecond: 2})
		p.backlog = func(chat int64) int { return int(chat) - 1 }
		var mu sync.Mutex
		var order []int64
		var running sync.WaitGroup
		for _, chat := range []int64{9, 3, 5, 1, 7} {
			running.Go(func() {
				if p.take(t.Context(), turn{chat: chat}) == nil {
					mu.Lock()
					order = append(order, chat)
					mu.Unlock()
					p.sent(turn{chat: chat})(0)
				}
			})
			synctest.Wait()
		}
		running.Wait()
		if diff := cmp.Diff([]int64{9, 1, 3, 5, 7}, order); diff != "" { // 9 came when nobody waited
			t.Error(diff)
		}
	})
}

// Fifty chats ask once a second each, which is more than Telegram takes. Who asks
// less often than they waits no longer than half a second.
func TestACrowdHoldsUpNoOther(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, telegram := newPace(FAQLimits()), &strict{}
		ctx, end := context.WithCancel(t.Context())
		var running sync.WaitGroup
		for chat := range int64(50) {
			running.Go(func() {
				time.Sleep(time.Duration(chat) * time.Second / 50)
				for due := time.Now(); ctx.Err() == nil; due = due.Add(time.Second) {
					time.Sleep(time.Until(due))
					if p.take(ctx, turn{chat: chat + 100}) != nil {
						return
					}
					answered := p.sent(turn{chat: chat + 100})
					telegram.carry(chat+100, 5*time.Millisecond, 0)
					answered(0)
				}
			})
		}
		for asked := range 30 {
			began := time.Now()
			if err := p.take(ctx, turn{chat: 1}); err != nil {
				t.Fatal(err)
			}
			if waited := time.Since(began); waited > 500*time.Millisecond {
				t.Errorf("answer %d waited %s", asked, waited)
			}
			answered := p.sent(turn{chat: 1})
			telegram.carry(1, 5*time.Millisecond, 0)
			answered(0)
			time.Sleep(time.Until(began.Add(2 * time.Second)))
		}
		end()
		running.Wait()
		if rate := len(telegram.all) / 60; rate < 28 || telegram.excess > 0 {
			t.Errorf("%d messages a second, %d too much", rate, telegram.excess)
		}
	})
}

func TestWhoGivesUpTakesNoSlotAlong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPace(Limits{PerSecond: 1})
		if err := p.take(t.Context(), turn{chat: 1}); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		if err := p.take(ctx, turn{chat: 2, own: true}); err == nil || ctx.Err() == nil {
			t.Error("a second slot was given")
		}
		if p.take(ctx, turn{chat: 3}) == nil {
			t.Error("a stop is not respected")
		}
		if len(p.patient) != 0 || p.all != 1 {
			t.Errorf("left behind: %+v", p)
		}
		// The slots come at the very moment of giving up.
		w := &waiter{turn: turn{chat: 4}, ready: make(chan struct{})}
		p.enter(w)
		p.freeAll()
		<-w.ready
		p.leave(w)
		if p.all != 0 || p.chats[4] != 0 {
			t.Errorf("slots lost: %+v", p)
		}
	})
}

func TestNoLimitIsNoWait(t *testing.T) {
	t.Parallel()
	p := newPace(Limits{})
	for range 1000 {
		if err := p.take(t.Context(), turn{chat: 1}); err != nil {
			t.Fatal(err)
		}
	}
	limited := newPace(FAQLimits())
	for range 1000 {
		if err := limited.take(t.Context(), turn{}); err != nil { // an edit, an acknowledgement
			t.Fatal(err)
		}
	}
}
