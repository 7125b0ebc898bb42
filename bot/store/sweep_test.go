package store

import (
	"fmt"
	"testing"
	"time"

	"cchcbot/bot/record"
	"cchcbot/bot/store/postgrestest"
	"cchcbot/seeds/plan"
)

// Two years of reminders, one a week to each of twenty people, leave no more than
// what is kept: the database does not grow without bound. What duties are done and
// who changed what stays, and so does what still waits.
func TestSweep(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		const people, weeks = 20, 104
		first := plan.Date{Year: 2024, Month: time.January, Day: 1}
		c := newClock(first.In(time.UTC))
		s := open(t, address, WithNow(c.now))
		chats := make([]int64, people)
		for i := range chats {
			chats[i] = int64(100 + i)
			follow(t, s, chats[i], "so-tu-phap")
		}
		kept := func(query string) (n int) {
			must(t, s.db.QueryRow(t.Context(), query).Scan(&n))
			return n
		}
		keep := Retention{Nudges: 120, Rest: 365}
		for week := range weeks {
			today := first.AddDays(7 * week)
			c.millis.Store(today.In(time.UTC).UnixMilli())
			var digests []record.Digest
			for _, chat := range chats {
				digests = append(digests, digest(chat, today, fmt.Sprint("w", week), article("so-tu-phap", 1)))
			}
			must(t, s.QueueDigests(t.Context(), today, digests, chats))
			for _, chat := range chats[1:] { // the first one's never arrive
				must(t, s.MarkSent(t.Context(), chat, today, 1))
			}
			must(t, s.AddFeedback(t.Context(), record.Feedback{Chat: 100, Question: "hạn nộp"}))
		}
		audited := kept(`SELECT count(*) FROM audit`)
		today := first.AddDays(7 * (weeks - 1))
		for range 2 {
			must(t, s.Sweep(t.Context(), today, keep))
		}
		for _, tt := range []struct {
			query string
			want  int
		}{
			{`SELECT count(*) FROM nudges WHERE chat > 100`, (120/7 + 1) * (people - 1)},
			{`SELECT count(*) FROM digests WHERE chat > 100`, (365/7 + 1) * (people - 1)},
			{`SELECT count(*) FROM nudges WHERE chat = 100`, weeks},
			{`SELECT count(*) FROM digests WHERE chat = 100`, weeks},
			{`SELECT count(*) FROM feedback`, 365/7 + 1},
			{`SELECT count(*) FROM occurrences`, 1},
			{`SELECT count(*) FROM audit`, audited},
		} {
			if got := kept(tt.query); got != tt.want {
				t.Errorf("%s: %d, want %d", tt.query, got, tt.want)
			}
		}
	})
}
