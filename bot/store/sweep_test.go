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
		audited := kept(`SELECT count(*) FROM audit WHERE what <> 'person'`)
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
			{`SELECT count(*) FROM audit WHERE what <> 'person'`, audited},
		} {
			if got := kept(tt.query); got != tt.want {
				t.Errorf("%s: %d, want %d", tt.query, got, tt.want)
			}
		}
	})
}

// Who follows nothing, administers nothing and did nothing for long is forgotten, and
// nobody else is.
func TestSweepPeople(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		c := newClock(morning)
		s := open(t, address, WithNow(c.now))
		for id, does := range map[int64]func(record.Person) error{
			101: func(p record.Person) error { return s.Meet(t.Context(), p) },
			102: func(p record.Person) error { return s.Notice(t.Context(), p) },
			103: func(p record.Person) error { follow(t, s, p.ID, "so-y-te"); return s.Meet(t.Context(), p) },
			104: func(p record.Person) error { return s.NameAdministrator(t.Context(), p, p) },
			105: func(p record.Person) error {
				follow(t, s, p.ID, "so-y-te")
				return s.Unsubscribe(t.Context(), p.ID, "", p)
			},
		} {
			must(t, does(record.Person{ID: id, Name: fmt.Sprint("Người ", id)}))
		}
		c.millis.Store(morning.AddDate(0, 0, 200).UnixMilli())
		must(t, s.Notice(t.Context(), record.Person{ID: 106, Name: "Người 106"}))
		c.millis.Store(morning.AddDate(0, 0, 370).UnixMilli())
		must(t, s.Sweep(t.Context(), plan.DateOf(c.now()), Retention{Nudges: 120, Rest: 365}))
		for id, kept := range map[int64]bool{101: false, 102: false, 103: true, 104: true, 105: false, 106: true} {
			p, err := s.Person(t.Context(), id)
			if must(t, err); (p.Name != "") != kept {
				t.Errorf("%d is kept: %v, want %v", id, p.Name != "", kept)
			}
		}
	})
}
