package store

import (
	"testing"

	"cchcbot/bot/record"
	"cchcbot/bot/store/postgrestest"
	"cchcbot/seeds/plan"
)

// city is as many people as may be reminded one day.
const city = 20_000

var benchDay = plan.Date{Year: 2024, Month: 3, Day: 18}

// onEachDatabase runs a benchmark on SQLite and, where there is one, on
// PostgreSQL, with the address of a fresh database.
func onEachDatabase(b *testing.B, bench func(b *testing.B, s *Store)) {
	b.Run("sqlite", func(b *testing.B) {
		bench(b, open(b, "sqlite:"+b.TempDir()+"/bot.db"))
	})
	b.Run("postgres", func(b *testing.B) {
		bench(b, open(b, postgrestest.Schema(b)))
	})
}

// BenchmarkQueueDigests queues a batch of 500 digests of three nudges each.
func BenchmarkQueueDigests(b *testing.B) {
	onEachDatabase(b, func(b *testing.B, s *Store) {
		const batch = 500
		populate(b, s, batch)
		on := benchDay
		for b.Loop() {
			on = on.AddDays(1)
			var digests []record.Digest
			var drawnUp []int64
			for chat := int64(1); chat <= batch; chat++ {
				d := digest(chat, on, on.String(), article(agencyOf(chat), 1), article(agencyOf(chat), 2), article(agencyOf(chat), 3))
				digests, drawnUp = append(digests, d), append(drawnUp, chat)
			}
			if err := s.QueueDigests(b.Context(), on, digests, drawnUp); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkMarkSent marks one of 500 digests.
func BenchmarkMarkSent(b *testing.B) {
	onEachDatabase(b, func(b *testing.B, s *Store) {
		const batch = 500
		populate(b, s, batch)
		queueAll(b, s)
		for n := int64(0); b.Loop(); n++ {
			if err := s.MarkSent(b.Context(), n%batch+1, benchDay, n+1); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkRecipients looks for whose digest is due among 20,000: when none is,
// as in most minutes, and when all are.
func BenchmarkRecipients(b *testing.B) {
	onEachDatabase(b, func(b *testing.B, s *Store) {
		populate(b, s, city)
		for _, when := range []struct {
			name   string
			minute int
			drawn  bool
		}{{"none/before", 509, false}, {"all", 510, false}, {"none/after", 510, true}} {
			if when.drawn {
				draw(b, s)
			}
			b.Run(when.name, func(b *testing.B) {
				for b.Loop() {
					if _, err := s.Recipients(b.Context(), benchDay, when.minute, 0, 500); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	})
}

// BenchmarkAnnounce writes letters to 20,000.
func BenchmarkAnnounce(b *testing.B) {
	onEachDatabase(b, func(b *testing.B, s *Store) {
		letters := make([]record.Letter, city)
		for i := range letters {
			letters[i] = record.Letter{Chat: int64(i + 1), Body: []byte(`{"text":"Thông báo nghỉ lễ 30/4 và 01/5"}`)}
		}
		for b.Loop() {
			if err := s.Announce(b.Context(), "Nghỉ lễ", boss, letters...); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// draw notes that all are drawn up.
func draw(t testing.TB, s *Store) {
	t.Helper()
	if err := s.db.Exec(t.Context(), `UPDATE recipients SET through = ?`, benchDay.String()); err != nil {
		t.Fatal(err)
	}
	tidy := `ANALYZE`
	if !s.db.SQLite() {
		tidy = `VACUUM ANALYZE recipients, subscriptions` // as the server does by itself
	}
	if err := s.db.Exec(t.Context(), tidy); err != nil {
		t.Fatal(err)
	}
}

// queueAll queues a digest to everyone.
func queueAll(t testing.TB, s *Store) {
	t.Helper()
	list, err := s.Recipients(t.Context(), benchDay, 1439, 0, city)
	if err != nil {
		t.Fatal(err)
	}
	var digests []record.Digest
	for _, chat := range chats(list) {
		digests = append(digests, digest(chat, benchDay, "10wd", article(agencyOf(chat), 1)))
	}
	if err := s.QueueDigests(t.Context(), benchDay, digests, chats(list)); err != nil {
		t.Fatal(err)
	}
}
