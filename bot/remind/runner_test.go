package remind

import (
	"context"
	"database/sql"
	"log/slog"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"
	_ "modernc.org/sqlite" // the database of the queue

	"cchcbot/bot/record"
)

// queueIn opens a queue in a file.
func queueIn(t *testing.T, file string) (*sql.DB, Queue) {
	t.Helper()
	db, err := sql.Open("sqlite", file+"?_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)&_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { _ = db.Close() })
	driver := riversqlite.New(db)
	migrator, err := rivermigrate.New(driver, &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := migrator.Migrate(t.Context(), rivermigrate.DirectionUp, nil); err != nil {
		t.Fatal(err)
	}
	return db, Queue{Driver: driver, Digests: "digests", Tick: &river.InsertOpts{MaxAttempts: 1}}
}

// insert puts a job into the queue.
func insert(t *testing.T, q Queue, args river.JobArgs, queue string) {
	t.Helper()
	client, err := river.NewClient(q.Driver, &river.Config{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := client.Insert(t.Context(), args, &river.InsertOpts{Queue: queue}); err != nil {
		t.Fatal(err)
	}
}

// running runs a Runner until the returned function stops it.
func running(t *testing.T, q Queue, m *memory, p *postbox, now func() time.Time) (stop func()) {
	t.Helper()
	r, err := NewRunner(q, NewTicker(m, NewRulebook(planner(), m), now), sender(m, p, now), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- r.Run(ctx) }()
	var stopped atomic.Bool
	stop = func() {
		if stopped.Swap(true) {
			return
		}
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("stopped with %v", err)
		}
	}
	t.Cleanup(stop)
	return stop
}

// await waits until something holds.
func await(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); !holds(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited in vain: %s", what)
		}
	}
}

// A Runner begins with a tick, and sends what is queued.
func TestRunnerWorks(t *testing.T) {
	t.Parallel()
	m, job := queued(t)
	r := m.chats[1]
	r.Through = date(t, "2024-03-21") // the next tick has something to do
	m.chats[1] = r
	_, q := queueIn(t, filepath.Join(t.TempDir(), "queue.db"))
	p := new(postbox)
	insert(t, q, job, q.Digests)
	insert(t, q, record.Letter{Chat: 4, Body: []byte(`{}`)}, river.QueueDefault)
	running(t, q, m, p, at(t, "2024-03-22", 9, 0))
	await(t, "the digest and the letter are sent", func() bool {
		p.mu.Lock()
		defer p.mu.Unlock()
		return len(p.sent) == 1 && len(p.letters) == 1
	})
	await(t, "the day is drawn up", func() bool {
		m.mu.Lock()
		defer m.mu.Unlock()
		return m.chats[1].Through == job.Day
	})
}

// A panic in one job neither ends the program nor keeps others from being done,
// and the job is tried again.
func TestRunnerOutlivesPanics(t *testing.T) {
	t.Parallel()
	m, job := queued(t)
	var sends atomic.Int64
	p := &postbox{during: func() {
		if sends.Add(1) == 1 {
			panic("a slip")
		}
	}}
	_, q := queueIn(t, filepath.Join(t.TempDir(), "queue.db"))
	insert(t, q, job, q.Digests)
	running(t, q, m, p, at(t, "2024-03-22", 9, 0))
	await(t, "the digest is sent at the second try", func() bool { return p.count() == 1 })
}

// What a killed process was at is taken up at once, and the queue is led at
// once, though the dead one never gave its place back.
func TestRunnerTakesOver(t *testing.T) {
	t.Parallel()
	m, job := queued(t)
	db, q := queueIn(t, filepath.Join(t.TempDir(), "queue.db"))
	insert(t, q, job, q.Digests)
	for _, statement := range []string{
		`UPDATE river_job SET state = 'running', attempt = 1, attempted_at = datetime('now', 'subsec')`,
		`INSERT INTO river_leader (elected_at, expires_at, leader_id) VALUES (datetime('now'), datetime('now', '+1 hour'), 'dead')`,
	} {
		if _, err := db.ExecContext(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	p := new(postbox)
	running(t, q, m, p, at(t, "2024-03-22", 9, 0))
	await(t, "the digest is sent", func() bool { return p.count() == 1 })
	await(t, "the queue has a leader", func() bool {
		var leader string
		return db.QueryRowContext(t.Context(), `SELECT leader_id FROM river_leader`).Scan(&leader) == nil && leader != "dead"
	})
}

// A stop waits for what is on its way, and leaves the rest in the queue.
func TestRunnerStopsInOrder(t *testing.T) {
	t.Parallel()
	m, job := queued(t)
	begun, arrive := make(chan struct{}), make(chan struct{})
	p := &postbox{during: func() {
		close(begun)
		<-arrive
	}}
	_, q := queueIn(t, filepath.Join(t.TempDir(), "queue.db"))
	insert(t, q, job, q.Digests)
	stop := running(t, q, m, p, at(t, "2024-03-22", 9, 0))
	<-begun
	time.AfterFunc(200*time.Millisecond, func() { close(arrive) })
	stop()
	if d := m.digests[digestKey{1, job.Day}]; d.Progress != record.Sent {
		t.Errorf("kept as %s after the stop", d.Progress)
	}
}

// A stop that comes before the Runner has begun is no failure.
func TestRunnerStopsBeforeItBegins(t *testing.T) {
	t.Parallel()
	_, q := queueIn(t, filepath.Join(t.TempDir(), "queue.db"))
	m, now := newMemory(), at(t, "2024-03-22", 9, 0)
	r, err := NewRunner(q, NewTicker(m, NewRulebook(planner(), m), now), sender(m, new(postbox), now), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := r.Run(ctx); err != nil {
		t.Errorf("stopped with %v", err)
	}
}
