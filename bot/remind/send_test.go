package remind

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"cchcbot/bot/record"
)

// postbox takes what is sent, or refuses it.
type postbox struct {
	mu      sync.Mutex
	sent    []record.Digest
	shown   []record.Digest
	letters []record.Letter
	refusal error
	before  func() // happens, once, while a digest waits for its turn
	during  func() // happens while a digest is on its way
	silent  bool   // nothing can be told
}

func (p *postbox) Send(ctx context.Context, d record.Digest, still func(context.Context) error) (int64, error) {
	if p.before != nil {
		p.before()
		p.before = nil
	}
	if err := still(ctx); err != nil {
		return 0, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.during != nil {
		p.during()
	}
	if p.refusal != nil {
		return 0, p.refusal
	}
	if p.silent {
		return 0, nil
	}
	p.sent = append(p.sent, d)
	return int64(100 + len(p.sent)), nil
}

func (p *postbox) Show(_ context.Context, d record.Digest) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.shown = append(p.shown, d)
	return p.refusal
}

func (p *postbox) Deliver(_ context.Context, l record.Letter) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.letters = append(p.letters, l)
	return p.refusal
}

// count is how many digests were sent.
func (p *postbox) count() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.sent)
}

// queued is a memory with the digest of 22 March 2024 of one focal person: the
// fifth working day for two quarterly duties, seven days for four milestones.
func queued(t *testing.T) (*memory, record.SendDigest) {
	t.Helper()
	m := newMemory(focals(t, 1, "2024-03-21")...)
	if err := NewTicker(m, NewRulebook(planner(), m), at(t, "2024-03-22", 9, 0)).Tick(t.Context()); err != nil {
		t.Fatal(err)
	}
	return m, record.SendDigest{Chat: 1, Day: date(t, "2024-03-22")}
}

func sender(m *memory, p *postbox, now func() time.Time) *Sender {
	return NewSender(m, m, p, NewRulebook(planner(), m), now, slog.New(slog.DiscardHandler))
}

// units are those that a digest tells.
func units(d record.Digest) string {
	var ids []string
	for _, n := range d.Nudges {
		ids = append(ids, n.Occurrence.Unit)
	}
	return strings.Join(ids, " ")
}

func TestSendOnce(t *testing.T) {
	t.Parallel()
	m, job := queued(t)
	p := new(postbox)
	s := sender(m, p, at(t, "2024-03-22", 9, 0))
	for range 3 {
		if err := s.Send(t.Context(), job); err != nil {
			t.Fatal(err)
		}
	}
	if len(p.sent) != 1 || units(p.sent[0]) != "PL.1.14 PL.2.3 PL.2.4 PL.3.17 PL.5.16 PL.6.3" {
		t.Errorf("sent %d times: %v", len(p.sent), p.sent)
	}
	if d := m.digests[digestKey{1, job.Day}]; d.Progress != record.Sent || d.Message != 101 {
		t.Errorf("kept as %s, message %d", d.Progress, d.Message)
	}
}

// What was settled between drawing up and sending is left out; where that is
// all, nothing is sent.
func TestSendLeavesOutWhatIsSettled(t *testing.T) {
	t.Parallel()
	m, job := queued(t)
	article := m.digests[digestKey{1, job.Day}].Nudges[0].Occurrence
	m.settle(article, record.Done)
	p := new(postbox)
	if err := sender(m, p, at(t, "2024-03-22", 9, 0)).Send(t.Context(), job); err != nil {
		t.Fatal(err)
	}
	if len(p.sent) != 1 || units(p.sent[0]) != "PL.2.3 PL.2.4 PL.3.17 PL.5.16 PL.6.3" {
		t.Errorf("sent %v", p.sent)
	}

	m, job = queued(t)
	for _, n := range m.digests[digestKey{1, job.Day}].Nudges {
		m.settle(n.Occurrence, record.Waived)
	}
	p = new(postbox)
	if err := sender(m, p, at(t, "2024-03-22", 9, 0)).Send(t.Context(), job); err != nil {
		t.Fatal(err)
	}
	if d := m.digests[digestKey{1, job.Day}]; len(p.sent) != 0 || d.Progress != record.Dropped {
		t.Errorf("sent %d, kept as %s", len(p.sent), d.Progress)
	}
}

// One who acknowledges while the message is on its way finds it changed.
func TestSendShowsWhatWasSettledMeanwhile(t *testing.T) {
	t.Parallel()
	m, job := queued(t)
	article := m.digests[digestKey{1, job.Day}].Nudges[0].Occurrence
	p := &postbox{during: func() { m.settle(article, record.Done) }}
	if err := sender(m, p, at(t, "2024-03-22", 9, 0)).Send(t.Context(), job); err != nil {
		t.Fatal(err)
	}
	if len(p.sent) != 1 || len(p.shown) != 1 || p.shown[0].Nudges[0].Occurrence.State != record.Done {
		t.Errorf("sent %d, shown %v", len(p.sent), p.shown)
	}
}

// What happens to a digest while it waits for its turn is seen before it is sent:
// another process sent it, or a duty in it was settled.
func TestSendLooksAgainWhenItsTurnHasCome(t *testing.T) {
	t.Parallel()
	m, job := queued(t)
	p := &postbox{before: func() {
		if err := m.MarkSent(context.Background(), job.Chat, job.Day, 7); err != nil {
			t.Error(err)
		}
	}}
	if err := sender(m, p, at(t, "2024-03-22", 9, 0)).Send(t.Context(), job); err != nil || len(p.sent) > 0 {
		t.Errorf("sent meanwhile: %v, sent %d more", err, len(p.sent))
	}

	m, job = queued(t)
	article := m.digests[digestKey{1, job.Day}].Nudges[0].Occurrence
	p = &postbox{before: func() { m.settle(article, record.Done) }}
	if err := sender(m, p, at(t, "2024-03-22", 9, 0)).Send(t.Context(), job); err != nil {
		t.Fatal(err)
	}
	if len(p.sent) != 1 || units(p.sent[0]) != "PL.2.3 PL.2.4 PL.3.17 PL.5.16 PL.6.3" || len(p.shown) > 0 {
		t.Errorf("settled meanwhile: sent %v, shown %d", p.sent, len(p.shown))
	}
}

// What does not arrive is tried again just when Telegram says, or is written
// down as failed.
func TestSendMeetsTrouble(t *testing.T) {
	t.Parallel()
	broken := errors.New("the disk is full")
	tests := []struct {
		name     string
		refusal  error
		again    time.Duration // 0 for none
		err      error
		progress record.Progress
	}{
		{"blocked", &record.Undelivered{Reason: "bot was blocked by the user", Unreachable: true}, 0, nil, record.Failed},
		{"refused", &record.Undelivered{Reason: "can't parse entities"}, 0, nil, record.Failed},
		{"too many", &record.Undelivered{Reason: "too many requests", Again: true, After: 47 * time.Second}, 47 * time.Second, nil, record.Queued},
		{"out of reach", &record.Undelivered{Reason: "cut", Again: true}, outagePause, nil, record.Queued},
		{"trouble here", broken, 0, broken, record.Queued},
	}
	for _, tt := range tests {
		m, job := queued(t)
		err := sender(m, &postbox{refusal: tt.refusal}, at(t, "2024-03-22", 9, 0)).Send(t.Context(), job)
		var after time.Duration
		if again, ok := errors.AsType[*Again](err); ok {
			after, err = again.After, nil
		}
		if after != tt.again || !errors.Is(err, tt.err) {
			t.Errorf("%s: again after %s, error %v", tt.name, after, err)
		}
		if d := m.digests[digestKey{1, job.Day}]; d.Progress != tt.progress || tt.progress == record.Failed && d.Reason == "" {
			t.Errorf("%s: kept as %s, %q", tt.name, d.Progress, d.Reason)
		}
	}
}

// A digest that an outage kept into the night waits for the morning, and is told
// as of that day.
func TestSendWaitsForTheEndOfQuietHours(t *testing.T) {
	t.Parallel()
	m, job := queued(t)
	p := new(postbox)
	err := sender(m, p, at(t, "2024-03-22", 23, 30)).Send(t.Context(), job)
	again, ok := errors.AsType[*Again](err)
	if !ok || again.After != 7*time.Hour+30*time.Minute || len(p.sent) > 0 {
		t.Errorf("at night: %v, sent %d", err, len(p.sent))
	}
	err = sender(m, p, at(t, "2024-03-23", 7, 0)).Send(t.Context(), job) // a Saturday
	if again, ok := errors.AsType[*Again](err); !ok || again.After != 17*time.Hour || len(p.sent) > 0 {
		t.Errorf("on a day off: %v, sent %d", err, len(p.sent))
	}
	if err := sender(m, p, at(t, "2024-03-25", 7, 0)).Send(t.Context(), job); err != nil || len(p.sent) != 1 {
		t.Fatalf("in the morning: %v, sent %d", err, len(p.sent))
	}
	if d := planner().Told(p.sent[0]); d.Day.String() != "2024-03-25" || d.Since.String() != "2024-03-22" {
		t.Errorf("told as of %s, meant for %s", d.Day, d.Since)
	}
}

// Telegram was away from the 22nd to the 28th of March: the digest of the 22nd
// leaves to that of the 28th what that one tells, the quarterly duties one
// working day before the last.
func TestSendLeavesToALaterDigestWhatItTells(t *testing.T) {
	t.Parallel()
	m, job := queued(t)
	if err := NewTicker(m, NewRulebook(planner(), m), at(t, "2024-03-28", 9, 0)).Tick(t.Context()); err != nil {
		t.Fatal(err)
	}
	p := new(postbox)
	s := sender(m, p, at(t, "2024-03-28", 10, 0))
	for _, job := range []record.SendDigest{job, {Chat: 1, Day: date(t, "2024-03-28")}} {
		if err := s.Send(t.Context(), job); err != nil {
			t.Fatal(err)
		}
	}
	if len(p.sent) != 2 || units(p.sent[0]) != "PL.2.3 PL.2.4 PL.5.16 PL.6.3" || units(p.sent[1]) != "PL.1.14 PL.3.17" {
		t.Errorf("sent %d: %v", len(p.sent), p.sent)
	}

	// On the 29th all of it is told anew, and nothing is left of the 22nd.
	m, job = queued(t)
	for _, day := range []string{"2024-03-28", "2024-03-29"} {
		if err := NewTicker(m, NewRulebook(planner(), m), at(t, day, 9, 0)).Tick(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	p = new(postbox)
	if err := sender(m, p, at(t, "2024-03-29", 10, 0)).Send(t.Context(), job); err != nil || len(p.sent) > 0 {
		t.Errorf("sent %d, %v", len(p.sent), err)
	}
	if d := m.digests[digestKey{1, job.Day}]; d.Progress != record.Dropped {
		t.Errorf("kept as %s", d.Progress)
	}
}

// Where the plan is gone nothing can be told, and nothing is sent.
func TestSendDropsWhatCannotBeTold(t *testing.T) {
	t.Parallel()
	m, job := queued(t)
	if err := sender(m, &postbox{silent: true}, at(t, "2024-03-22", 9, 0)).Send(t.Context(), job); err != nil {
		t.Fatal(err)
	}
	if d := m.digests[digestKey{1, job.Day}]; d.Progress != record.Dropped {
		t.Errorf("kept as %s", d.Progress)
	}
}

func TestShow(t *testing.T) {
	t.Parallel()
	m, job := queued(t)
	p := new(postbox)
	s := sender(m, p, at(t, "2024-03-22", 9, 0))
	show := record.ShowDigest(job)
	if err := s.Show(t.Context(), show); err != nil || len(p.shown) > 0 {
		t.Errorf("shown before it was sent: %v, %v", err, p.shown)
	}
	if err := s.Send(t.Context(), job); err != nil {
		t.Fatal(err)
	}
	if err := s.Show(t.Context(), show); err != nil || len(p.shown) != 1 || p.shown[0].Message != 101 {
		t.Errorf("shown: %v, %v", err, p.shown)
	}
	p.refusal = &record.Undelivered{Reason: "message can't be edited"}
	if err := s.Show(t.Context(), show); err != nil {
		t.Errorf("what cannot be changed any more: %v", err)
	}
	p.refusal = &record.Undelivered{Reason: "cut", Again: true}
	if _, ok := errors.AsType[*Again](s.Show(t.Context(), show)); !ok {
		t.Error("not tried again")
	}
}

func TestDeliver(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		refusal error
		again   bool
	}{
		{"it arrives", nil, false},
		{"blocked", &record.Undelivered{Reason: "bot was blocked by the user", Unreachable: true}, false},
		{"out of reach", &record.Undelivered{Reason: "cut", Again: true}, true},
	}
	for _, tt := range tests {
		p := &postbox{refusal: tt.refusal}
		err := sender(newMemory(), p, at(t, "2024-03-22", 9, 0)).Deliver(t.Context(), record.Letter{Chat: 4, Body: []byte(`{}`)})
		if _, again := errors.AsType[*Again](err); again != tt.again || !again && err != nil || len(p.letters) != 1 {
			t.Errorf("%s: %v, %d letters", tt.name, err, len(p.letters))
		}
	}
}
