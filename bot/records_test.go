package bot

import (
	"context"
	"database/sql"
	"encoding/json"
	"log/slog"
	"testing"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"cchcbot/bot/record"
	"cchcbot/bot/store"
	"cchcbot/seeds/plan"
)

// records is the store in memory, with what a test asks of it beyond the rooms.
type records struct {
	*store.Store
	queue *river.Client[*sql.Tx]
	sent  []record.Digest
}

func newRecords(t testing.TB, now func() time.Time) *records {
	t.Helper()
	s, err := store.Open(context.Background(), "sqlite::memory:", store.WithNow(now))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { must(t, s.Close()) })
	queue, err := river.NewClient(s.Queue(), &river.Config{Logger: slog.New(slog.DiscardHandler)})
	must(t, err)
	return &records{Store: s, queue: queue}
}

// must ends the test on an error.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// take removes the jobs of a kind from the queue and returns what they are about,
// the first one first.
func take[T river.JobArgs](t testing.TB, r *records) []T {
	t.Helper()
	ctx := context.Background()
	var kind T
	var all []T
	jobs, err := r.queue.JobList(ctx, river.NewJobListParams().Kinds(kind.Kind()).First(10_000).
		States(rivertype.JobStateAvailable).OrderBy(river.JobListOrderByID, river.SortOrderAsc))
	must(t, err)
	for _, job := range jobs.Jobs {
		var args T
		must(t, json.Unmarshal(job.EncodedArgs, &args))
		_, err := r.queue.JobDelete(ctx, job.ID)
		must(t, err)
		all = append(all, args)
	}
	return all
}

// letters are those that were not taken yet.
func (r *records) letters(t testing.TB) []record.Letter {
	t.Helper()
	return take[record.Letter](t, r)
}

// shown are the digests to be shown anew, as they are now.
func (r *records) shown(t testing.TB) []record.Digest {
	t.Helper()
	var all []record.Digest
	for _, show := range take[record.ShowDigest](t, r) {
		d, found, err := r.Digest(context.Background(), show.Chat, show.Day)
		if must(t, err); found {
			all = append(all, d)
		}
	}
	return all
}

// send keeps a digest as sent and returns it with the occurrences that are kept.
func (r *records) send(t testing.TB, d record.Digest) record.Digest {
	t.Helper()
	ctx := context.Background()
	must(t, r.QueueDigests(ctx, d.Day, []record.Digest{d}, []int64{d.Chat}))
	must(t, r.MarkSent(ctx, d.Chat, d.Day, 1))
	kept, found, err := r.Digest(ctx, d.Chat, d.Day)
	if must(t, err); !found {
		t.Fatalf("the digest of %d on %s is not kept", d.Chat, d.Day)
	}
	r.sent = append(r.sent, kept)
	return kept
}

// follow keeps a subscription, and who it is for.
func (r *records) follow(t testing.TB, s record.Subscription) {
	t.Helper()
	_, err := r.PutSubscription(context.Background(), s, s.Person)
	must(t, err)
}

// occurrences are those that are kept, in the order in which they were written
// down.
func (r *records) occurrences(t testing.TB) []record.Occurrence {
	t.Helper()
	var all []record.Occurrence
	for id := int64(1); ; id++ {
		o, kept, err := r.Occurrence(context.Background(), id)
		if must(t, err); !kept {
			return all
		}
		all = append(all, o)
	}
}

// changes is the whole audit log.
func (r *records) changes(t testing.TB) []record.Change {
	t.Helper()
	all, err := r.Audit(context.Background(), 0, 100_000)
	must(t, err)
	return all
}

// fail keeps a digest of one nudge that was refused.
func (r *records) fail(t testing.TB, chat int64, day plan.Date, reason string) {
	t.Helper()
	ctx := context.Background()
	p, err := r.Preferences(ctx, chat)
	must(t, err)
	must(t, r.SetPreferences(ctx, p, record.Person{})) // it can be written to
	nudge := record.Nudge{Occurrence: r.occurrences(t)[0], Rung: "refused " + day.String(), Day: day}
	must(t, r.QueueDigests(ctx, day, []record.Digest{{Chat: chat, Nudges: []record.Nudge{nudge}}}, []int64{chat}))
	must(t, r.MarkFailed(ctx, chat, day, reason))
}

// furnish keeps what every player finds: a chat out of reach, and a word on an
// answer.
func (r *records) furnish(t testing.TB, p *player) {
	t.Helper()
	ctx, began := context.Background(), p.now
	p.now = at("2024-03-01")
	must(t, r.Meet(ctx, record.Person{ID: 77, Name: "Đỗ Văn Hùng"}))
	must(t, r.MarkUnreachable(ctx, 77, "Forbidden: bot was blocked by the user"))
	must(t, r.AddFeedback(ctx, record.Feedback{Question: "hạn nộp báo cáo", Text: "báo cáo quý", At: at("2024-03-02")}))
	p.now = began
}
