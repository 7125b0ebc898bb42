package store

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
	"cchcbot/bot/store/people"
	"cchcbot/bot/store/postgrestest"
)

func TestSetAgency(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		must(t, s.SetAgency(t.Context(), 1, "so-noi-vu"))
		must(t, s.SetAgency(t.Context(), -1001234567890, "ubnd-quan-1"))
		wantAgency(t, s, 1, "so-noi-vu")
		wantAgency(t, s, -1001234567890, "ubnd-quan-1")

		must(t, s.SetAgency(t.Context(), 1, "so-tu-phap"))
		wantAgency(t, s, 1, "so-tu-phap")

		must(t, s.SetAgency(t.Context(), 1, ""))
		wantAgency(t, s, 1, "")
		wantAgency(t, s, -1001234567890, "ubnd-quan-1")
	})
}

func TestUnreachable(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		since := time.Date(2024, 3, 15, 1, 2, 3, 456e6, time.UTC)
		clock := newClock(since)
		s := open(t, address, WithNow(clock.now))
		wantChat(t, s, 5, people.Chat{ID: 5})

		must(t, s.SetAgency(t.Context(), 5, "so-y-te"))
		must(t, s.MarkUnreachable(t.Context(), 5, "bot was blocked by the user"))
		clock.advance(time.Hour)
		must(t, s.MarkUnreachable(t.Context(), 5, "chat not found"))
		wantChat(t, s, 5, people.Chat{ID: 5, Agency: "so-y-te", UnreachableSince: since, UnreachableReason: "chat not found"})

		must(t, s.MarkReachable(t.Context(), 5))
		wantChat(t, s, 5, people.Chat{ID: 5, Agency: "so-y-te"})
		must(t, s.MarkReachable(t.Context(), 6))
		wantChat(t, s, 6, people.Chat{ID: 6})

		clock.advance(time.Hour)
		must(t, s.MarkUnreachable(t.Context(), 5, ""))
		wantChat(t, s, 5, people.Chat{ID: 5, Agency: "so-y-te", UnreachableSince: since.Add(2 * time.Hour)})
	})
}

func TestMoveChat(t *testing.T) {
	t.Parallel()
	type move struct{ from, to int64 }
	tests := []struct {
		name     string
		agencies map[int64]string
		moves    []move
		want     map[int64]people.Chat
	}{
		{
			"settings go along", map[int64]string{-1: "so-y-te"}, []move{{-1, -100}},
			map[int64]people.Chat{-1: {ID: -100, Agency: "so-y-te"}, -100: {ID: -100, Agency: "so-y-te"}},
		},
		{
			"an unknown chat", nil, []move{{-1, -100}},
			map[int64]people.Chat{-1: {ID: -100}, -100: {ID: -100}},
		},
		{
			"said twice", map[int64]string{-1: "so-y-te"}, []move{{-1, -100}, {-1, -100}},
			map[int64]people.Chat{-1: {ID: -100, Agency: "so-y-te"}, -100: {ID: -100, Agency: "so-y-te"}},
		},
		{
			"the new chat has told its own", map[int64]string{-1: "so-y-te", -100: "cuc-thue"}, []move{{-1, -100}},
			map[int64]people.Chat{-1: {ID: -100, Agency: "cuc-thue"}, -100: {ID: -100, Agency: "cuc-thue"}},
		},
		{
			"two moves", map[int64]string{-1: "so-y-te"}, []move{{-1, -100}, {-100, -200}},
			map[int64]people.Chat{-1: {ID: -200, Agency: "so-y-te"}, -100: {ID: -200, Agency: "so-y-te"}},
		},
		{
			"there and back", map[int64]string{-1: "so-y-te"}, []move{{-1, -100}, {-100, -1}},
			map[int64]people.Chat{-1: {ID: -1, Agency: "so-y-te"}, -100: {ID: -1, Agency: "so-y-te"}},
		},
		{
			"to itself", map[int64]string{-1: "so-y-te"}, []move{{-1, -1}},
			map[int64]people.Chat{-1: {ID: -1, Agency: "so-y-te"}},
		},
	}
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		for _, test := range tests {
			s := open(t, address)
			for chat, agency := range test.agencies {
				must(t, s.SetAgency(t.Context(), chat, agency))
			}
			for _, m := range test.moves {
				must(t, s.MoveChat(t.Context(), m.from, m.to))
			}
			for chat, want := range test.want {
				t.Log(test.name)
				wantChat(t, s, chat, want)
			}
			must(t, s.db.Exec(t.Context(), `DELETE FROM chats`))
		}
	})
}

// A group that follows goes on to be reminded under its new id, of what it was
// not reminded of before.
func TestMoveOfAGroupThatFollows(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		on, tomorrow := day(t, "2024-03-18"), day(t, "2024-03-19")
		follow(t, s, -1, "so-y-te")
		follow(t, s, -1, "so-tu-phap")
		follow(t, s, -100, "so-y-te")
		p := record.DefaultPreferences(-1)
		p.Minute = 600
		must(t, s.SetPreferences(t.Context(), p, lan))
		told, snoozed := article("so-tu-phap", 1), article("so-y-te", 1)
		must(t, s.QueueDigests(t.Context(), on, []record.Digest{digest(-1, on, "10wd", told)}, []int64{-1}))
		kept, err := s.KeepOccurrence(t.Context(), snoozed)
		must(t, err)
		must(t, s.SnoozeOccurrence(t.Context(), -1, kept, day(t, "2024-03-20")))

		must(t, s.MoveChat(t.Context(), -1, -100))
		must(t, s.MoveChat(t.Context(), -1, -100))
		must(t, s.MarkUnreachable(t.Context(), -1, "group chat was upgraded"))
		list, err := s.Recipients(t.Context(), tomorrow, 510, 0, 10)
		must(t, err)
		if len(list) != 1 || list[0].Chat != -100 || len(list[0].Subscriptions) != 2 || len(list[0].Snoozed) != 1 {
			t.Errorf("recipients after the move: %+v", list)
		}
		of, err := s.SubscriptionsOf(t.Context(), -1)
		must(t, err)
		if len(of) != 2 || of[0].Chat != -100 {
			t.Errorf("subscriptions under the old id: %+v", of)
		}
		pref, err := s.Preferences(t.Context(), -1)
		want(t, "preferences that the new id had", pref, err, record.DefaultPreferences(-100))

		// The job that is on its way still says the old id.
		must(t, s.MarkSent(t.Context(), -1, on, 5001))
		d, found, err := s.Digest(t.Context(), -1, on)
		must(t, err)
		if !found || d.Chat != -100 || d.Message != 5001 || len(d.Nudges) != 1 {
			t.Errorf("the digest after the move: %v, %+v", found, d)
		}
		must(t, s.QueueDigests(t.Context(), tomorrow, []record.Digest{digest(-100, tomorrow, "10wd", told)}, []int64{-100}))
		if _, found, err := s.Digest(t.Context(), -100, tomorrow); err != nil || found {
			t.Errorf("the group is told the same again: %v, %v", found, err)
		}
	})
}

func TestOldIDStandsForTheNewOne(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		must(t, s.MoveChat(t.Context(), -1, -100))
		must(t, s.SetAgency(t.Context(), -1, "so-y-te"))
		wantAgency(t, s, -100, "so-y-te")

		must(t, s.MarkUnreachable(t.Context(), -1, "group chat was upgraded"))
		wantChat(t, s, -1, people.Chat{ID: -100, Agency: "so-y-te"})
	})
}

// PostgreSQL refuses what a stranger may well send.
func TestWordsThatADatabaseRefuses(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		must(t, s.SetAgency(t.Context(), 1, "so\x00-y-\xff"))
		wantAgency(t, s, 1, "so-y-\uFFFD")
		must(t, s.MarkUnreachable(t.Context(), 1, "\x00"))
		must(t, s.AddFeedback(t.Context(), record.Feedback{Question: "\xff", Units: []string{"PL.1.1\x00"}, Text: "sai\x00"}))
	})
}

func TestManyChatsAtOnce(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		const chats, rounds = 40, 10
		s := open(t, address)
		var work sync.WaitGroup
		for chat := range int64(chats) {
			work.Go(func() {
				for round := range rounds {
					if err := s.SetAgency(t.Context(), chat, fmt.Sprint("agency-", chat, "-", round)); err != nil {
						t.Error(err)
					}
					if err := s.MarkUnreachable(t.Context(), 1, "blocked"); err != nil {
						t.Error(err)
					}
					if _, err := s.AgencyOf(t.Context(), 1); err != nil {
						t.Error(err)
					}
				}
			})
		}
		work.Wait()
		for chat := range int64(chats) {
			wantAgency(t, s, chat, fmt.Sprint("agency-", chat, "-", rounds-1))
		}
	})
}

func wantAgency(t *testing.T, s *Store, chat int64, want string) {
	t.Helper()
	got, err := s.AgencyOf(t.Context(), chat)
	must(t, err)
	if got != want {
		t.Errorf("agency of chat %d is %q, want %q", chat, got, want)
	}
}

func wantChat(t *testing.T, s *Store, chat int64, want people.Chat) {
	t.Helper()
	got, err := s.Chat(t.Context(), chat)
	must(t, err)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("chat %d (-want +got):\n%s", chat, diff)
	}
}
