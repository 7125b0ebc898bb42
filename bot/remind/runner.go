package remind

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"
	"github.com/robfig/cron/v3"

	"cchcbot/bot/record"
)

// everyMinute is the schedule of the ticks.
const everyMinute = "* * * * *"

// How the queue works. A digest waits for its turn at Telegram most of the time,
// so many of them are in hand at once.
const (
	othersAtOnce  = 8
	digestsAtOnce = 40
	jobTimeout    = time.Minute
	tickTimeout   = 10 * time.Minute // tens of thousands of chats at a year's end
	rescueAfter   = jobTimeout + time.Minute
	pollInterval  = 500 * time.Millisecond
	fetchCooldown = 50 * time.Millisecond
	stopTimeout   = 6 * time.Second // until jobs in hand are cut off
	cutTimeout    = 2 * time.Second // until they are gone
)

// Queue is where the jobs are: River's driver, and the names and options that
// those who insert jobs use.
type Queue struct {
	Driver  riverdriver.Driver[*sql.Tx]
	Digests string            // name of the queue of SendDigest; all else is in River's default one
	Tick    *river.InsertOpts // of the ticks that come by themselves
}

// Runner works the jobs of the reminders. Only one may run on a database at a
// time.
type Runner struct {
	client *river.Client[*sql.Tx]
	driver riverdriver.Driver[*sql.Tx]
}

// NewRunner makes a Runner. It does nothing before Run.
func NewRunner(queue Queue, ticker *Ticker, sender *Sender, log *slog.Logger) (*Runner, error) {
	minutes, err := cron.ParseStandard(everyMinute)
	if err != nil {
		return nil, fmt.Errorf("schedule of ticks: %w", err)
	}
	workers := river.NewWorkers()
	river.AddWorker(workers, &worker[record.Tick]{timeout: tickTimeout, work: func(ctx context.Context, _ record.Tick) error {
		return ticker.Tick(ctx)
	}})
	river.AddWorker(workers, &worker[record.SendDigest]{work: sender.Send})
	river.AddWorker(workers, &worker[record.ShowDigest]{work: sender.Show})
	river.AddWorker(workers, &worker[record.Letter]{work: sender.Deliver})
	client, err := river.NewClient(queue.Driver, &river.Config{
		Logger: slog.New(quieter{log.Handler()}),
		Queues: map[string]river.QueueConfig{
			river.QueueDefault: {MaxWorkers: othersAtOnce},
			queue.Digests:      {MaxWorkers: digestsAtOnce},
		},
		Workers: workers,
		PeriodicJobs: []*river.PeriodicJob{river.NewPeriodicJob(minutes, func() (river.JobArgs, *river.InsertOpts) {
			return record.Tick{}, queue.Tick
		}, nil)},
		JobTimeout:           jobTimeout,
		RescueStuckJobsAfter: rescueAfter,
		FetchPollInterval:    pollInterval,
		FetchCooldown:        fetchCooldown,
		SoftStopTimeout:      stopTimeout,
	})
	if err != nil {
		return nil, fmt.Errorf("open the queue of reminders: %w", err)
	}
	return &Runner{client: client, driver: queue.Driver}, nil
}

// Run works jobs until the context ends, and then until those in hand are done;
// it begins with a tick. A stop before it has begun is a stop like any other. A
// Runner runs once.
func (r *Runner) Run(ctx context.Context) error {
	working := context.WithoutCancel(ctx)
	if err := r.begin(ctx, working); err != nil {
		if ctx.Err() != nil {
			return nil
		}
		return err
	}
	<-ctx.Done()
	stopping, cancel := context.WithTimeout(working, stopTimeout+cutTimeout)
	defer cancel()
	if err := r.client.Stop(stopping); err != nil {
		return fmt.Errorf("stop the queue of reminders: %w", err)
	}
	return nil
}

// begin prepares within one context, and starts to work within another.
func (r *Runner) begin(ctx, working context.Context) error {
	if err := r.takeOver(ctx); err != nil {
		return err
	}
	if _, err := r.client.Insert(ctx, record.Tick{}, nil); err != nil {
		return fmt.Errorf("begin with a tick: %w", err)
	}
	if err := r.client.Start(working); err != nil {
		return fmt.Errorf("work the queue of reminders: %w", err)
	}
	return nil
}

// takeOver takes up what a killed process left running, and its place as leader
// of the queue, both of which River would give back only after minutes. This is
// safe as no other process works the queue.
func (r *Runner) takeOver(ctx context.Context) error {
	for _, statement := range []string{
		`UPDATE river_job SET state = 'available', attempt = attempt - 1 WHERE state = 'running' AND attempt > 0`,
		`DELETE FROM river_leader`,
	} {
		if err := r.driver.GetExecutor().Exec(ctx, statement); err != nil {
			return fmt.Errorf("take the queue of reminders over: %w", err)
		}
	}
	return nil
}

// worker is how River calls the work of one kind of job. River turns a panic in
// it into an error of the job.
type worker[T river.JobArgs] struct {
	river.WorkerDefaults[T]
	timeout time.Duration // 0 for that of the queue
	work    func(ctx context.Context, args T) error
}

// Work carries out one job.
func (w *worker[T]) Work(ctx context.Context, job *river.Job[T]) error {
	err := w.work(ctx, job.Args)
	if again, ok := errors.AsType[*Again](err); ok {
		return river.JobSnooze(max(again.After, time.Second)) //nolint:wrapcheck // River looks for just this error
	}
	return err
}

// Timeout is how long one job may take.
func (w *worker[T]) Timeout(*river.Job[T]) time.Duration { return w.timeout }
