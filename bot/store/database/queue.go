package database

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivertype"

	"cchcbot/bot/record"
)

// The queues. Digests have their own, so that a campaign of thousands holds up
// neither a letter nor a message that is shown anew.
const (
	QueueDefault = river.QueueDefault
	QueueDigests = "digests"
)

// The priorities, best first: a person looks at a digest that is shown anew, and
// a tick waits for nothing. A letter may be one of the thousands of an
// announcement.
const (
	priorityShown = 1
	prioritySent  = 2
)

// unfinished are the states of a job that is still to be done or being done.
var unfinished = []rivertype.JobState{
	rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRunning,
	rivertype.JobStateRetryable, rivertype.JobStateScheduled,
}

// Queue returns the way on which the jobs of this database are worked. Jobs and
// facts are changed in the same transactions.
func (a Administration) Queue() riverdriver.Driver[*sql.Tx] { return a.db.dialect.queue(a.db.db) }

func (d dialect) queue(db *sql.DB) riverdriver.Driver[*sql.Tx] {
	if d == sqlite {
		return riversqlite.New(db)
	}
	return riverdatabasesql.New(db)
}

// newQueue makes a client that inserts jobs and works none.
func newQueue(driver riverdriver.Driver[*sql.Tx]) (*river.Client[*sql.Tx], error) {
	client, err := river.NewClient(driver, &river.Config{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return nil, fmt.Errorf("open the queue: %w", err)
	}
	return client, nil
}

// InsertTick makes the queue look at once whose digest is due. It is never taken for
// a look that is under way, which may have begun before the reason for it.
func (a Administration) InsertTick(ctx context.Context) (err error) {
	defer Wrap(&err, "kick the queue")
	return a.db.Change(ctx, func(t *Tx) error { return t.Enqueue(ctx, kicked()) })
}

// TickOptions are those of the ticks that come by themselves: they do not pile
// up where one takes long.
func TickOptions() *river.InsertOpts {
	return &river.InsertOpts{
		Queue: QueueDefault, Priority: priorityShown, MaxAttempts: 1,
		UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: unfinished},
	}
}

func kicked() river.InsertManyParams {
	return river.InsertManyParams{Args: record.Tick{}, InsertOpts: &river.InsertOpts{Queue: QueueDefault, Priority: priorityShown}}
}

// Sending is the job that sends a digest to a chat.
func Sending(chat int64, d record.Digest) river.InsertManyParams {
	return river.InsertManyParams{Args: record.SendDigest{Chat: chat, Day: d.Day}, InsertOpts: &river.InsertOpts{
		Queue: QueueDigests, Priority: prioritySent,
		UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: unfinished},
	}}
}

// Showing is the job that shows a digest anew. It is not unique: one that is under way may have looked at the facts
// before they changed.
func Showing(d record.ShowDigest) river.InsertManyParams {
	return river.InsertManyParams{Args: d, InsertOpts: &river.InsertOpts{Queue: QueueDefault, Priority: priorityShown}}
}

// Post enqueues letters.
func (t *Tx) Post(ctx context.Context, letters []record.Letter) error {
	var jobs []river.InsertManyParams
	for _, letter := range letters {
		jobs = append(jobs, river.InsertManyParams{Args: letter, InsertOpts: &river.InsertOpts{Queue: QueueDefault, Priority: prioritySent}})
	}
	return t.Enqueue(ctx, jobs...)
}

// Enqueue inserts jobs that are worked once the transaction is committed. None of
// them may be unique: that is for EnqueueUnique.
func (t *Tx) Enqueue(ctx context.Context, jobs ...river.InsertManyParams) error {
	if len(jobs) == 0 {
		return nil
	}
	if _, err := t.db.queue.InsertManyFastTx(ctx, t.tx, jobs); err != nil {
		return fmt.Errorf("enqueue: %w", err)
	}
	return nil
}

// EnqueueUnique leaves out jobs that are there already.
func (t *Tx) EnqueueUnique(ctx context.Context, jobs ...river.InsertManyParams) error {
	if len(jobs) == 0 {
		return nil
	}
	if _, err := t.db.queue.InsertManyTx(ctx, t.tx, jobs); err != nil {
		return fmt.Errorf("enqueue: %w", err)
	}
	return nil
}
