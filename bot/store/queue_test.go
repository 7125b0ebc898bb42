package store

import (
	"testing"

	"github.com/riverqueue/river"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/bot/store/postgrestest"
)

func TestKick(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		must(t, s.insert(t, record.Tick{}, database.TickOptions()))
		must(t, s.insert(t, record.Tick{}, database.TickOptions()))
		wantJobs(t, s, `tick {}`)
		must(t, s.db.Exec(t.Context(), `UPDATE river_job SET state = 'running'`))
		must(t, s.insert(t, record.Tick{}, database.TickOptions()))
		wantJobs(t, s)
		must(t, s.InsertTick(t.Context())) // the one that runs may have begun too early
		wantJobs(t, s, `tick {}`)
	})
}

// A digest that is sent again after its job has ended is sent by another job.
func TestSendDigestIsUniqueWhileUnfinished(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		d := record.Digest{Chat: 101, Day: day(t, "2024-03-18")}
		line := `send_digest {"chat":101,"day":"2024-03-18"}`
		for range 2 {
			must(t, s.insert(t, database.Sending(101, d).Args, database.Sending(101, d).InsertOpts))
			wantJobs(t, s, line)
		}
		must(t, s.db.Exec(t.Context(), `UPDATE river_job SET state = 'retryable'`))
		must(t, s.insert(t, database.Sending(101, d).Args, database.Sending(101, d).InsertOpts))
		wantJobs(t, s)
		must(t, s.db.Exec(t.Context(), `UPDATE river_job SET state = 'completed', finalized_at = CURRENT_TIMESTAMP`))
		must(t, s.insert(t, database.Sending(101, d).Args, database.Sending(101, d).InsertOpts))
		wantJobs(t, s, line)
	})
}

// Whoever waits for a letter or a changed message does not wait for a campaign.
func TestPlacesInTheQueue(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		on := day(t, "2024-03-18")
		follow(t, s, 101, "so-tu-phap")
		must(t, s.QueueDigests(t.Context(), on, []record.Digest{digest(101, on, "10wd", article("so-tu-phap", 1))}, []int64{101}))
		must(t, s.MarkSent(t.Context(), 101, on, 5001))
		o, err := s.KeepOccurrence(t.Context(), article("so-tu-phap", 1))
		must(t, err)
		_, _, err = closeOne(t, s, o.ID, record.Done, lan, "")
		must(t, err)
		_, _, err = s.ReopenOccurrence(t.Context(), o.ID, lan, record.Letter{Chat: 102, Body: []byte(`{}`)})
		must(t, err)
		type place struct {
			Kind, Queue string
			Priority    int
		}
		places, err := database.All(t.Context(), s.db.Statements, database.Into(func(p *place) []any { return []any{&p.Kind, &p.Queue, &p.Priority} }),
			`SELECT DISTINCT kind, queue, priority FROM river_job ORDER BY kind`)
		want(t, "places", places, err, []place{{"letter", "default", 2}, {"send_digest", "digests", 2}, {"show_digest", "default", 1}})
	})
}

// insert inserts one job.
func (s *Store) insert(t *testing.T, args river.JobArgs, options *river.InsertOpts) error {
	t.Helper()
	return change(t.Context(), s.db, func(tx transaction) error {
		return tx.EnqueueUnique(t.Context(), river.InsertManyParams{Args: args, InsertOpts: options})
	})
}
