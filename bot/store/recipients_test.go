package store

import (
	"fmt"
	"slices"
	"testing"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/bot/store/postgrestest"
	"cchcbot/seeds/plan"
)

func TestPreferences(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		meet(t, s)
		p, err := s.Preferences(t.Context(), 101)
		want(t, "preferences of one who chose nothing", p, err, record.DefaultPreferences(101))
		follow(t, s, 101, "so-tu-phap")
		p, err = s.Preferences(t.Context(), 101)
		want(t, "preferences of a subscriber who chose nothing", p, err, record.DefaultPreferences(101))

		chosen := record.Preferences{Chat: 101, Minute: 615, QuietFrom: 1380, QuietTill: 1380, Supports: true, Monday: true}
		must(t, s.SetPreferences(t.Context(), chosen, lan))
		must(t, s.SetPreferences(t.Context(), chosen, lan))
		p, err = s.Preferences(t.Context(), 101)
		want(t, "preferences", p, err, chosen)
		wantAudit(t, s,
			record.Change{By: boss, What: "subscription", About: "101 so-tu-phap focal", After: "approved"},
			record.Change{
				By: lan, What: "preferences", About: "101",
				Before: `{"Chat":101,"Minute":510,"QuietFrom":1200,"QuietTill":420,"Digest":true,"Supports":false,"Monday":true}`,
				After:  `{"Chat":101,"Minute":615,"QuietFrom":1380,"QuietTill":1380,"Digest":false,"Supports":true,"Monday":true}`,
			})
	})
}

// chats are the ids of recipients.
func chats(list []record.Recipient) []int64 {
	var ids []int64
	for _, r := range list {
		ids = append(ids, r.Chat)
	}
	return ids
}

func TestRecipients(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		on := day(t, "2024-03-18")
		for _, chat := range []int64{-100, -7, 101, 102, 103, 104, 105} {
			follow(t, s, chat, "so-tu-phap")
		}
		p := record.DefaultPreferences(102)
		p.Minute = 600
		must(t, s.SetPreferences(t.Context(), p, lan))
		must(t, s.SetPreferences(t.Context(), record.DefaultPreferences(106), lan)) // follows nothing
		_, err := s.PutSubscription(t.Context(), record.Subscription{Chat: 107, Agency: "so-y-te", Role: record.Leader, Standing: record.Waiting}, lan)
		must(t, err)
		_, err = s.PutSubscription(t.Context(), record.Subscription{Chat: 103, Agency: "so-tu-phap", Role: record.FocalPerson, Standing: record.Revoked}, boss)
		must(t, err)
		must(t, s.MarkUnreachable(t.Context(), 104, "blocked"))
		must(t, s.QueueDigests(t.Context(), on, nil, []int64{105}))

		tests := []struct {
			name   string
			day    plan.Date
			minute int
			after  int64
			limit  int
			want   []int64
		}{
			{"before the hour", on, 509, 0, 10, nil},
			{"at the hour", on, 510, 0, 10, []int64{-100, -7, 101}},
			{"at the later hour of one", on, 600, 0, 10, []int64{-100, -7, 101, 102}},
			{"the first two", on, 600, 0, 2, []int64{-100, -7}},
			{"behind them", on, 600, -7, 2, []int64{101, 102}},
			{"behind all", on, 600, 102, 2, nil},
			{"on the next day", on.AddDays(1), 600, 0, 10, []int64{-100, -7, 101, 102, 105}},
			{"after the clock was set back", on.AddDays(-1), 600, 0, 10, []int64{-100, -7, 101, 102, 105}},
		}
		for _, test := range tests {
			list, err := s.Recipients(t.Context(), test.day, test.minute, test.after, test.limit)
			want(t, test.name, chats(list), err, test.want)
		}
		must(t, s.MarkReachable(t.Context(), 104))
		list, err := s.Recipients(t.Context(), on, 510, 101, 10)
		want(t, "once reachable again", chats(list), err, []int64{104})
	})
}

func TestRecipientsAreWhole(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		meet(t, s)
		monday := day(t, "2024-03-18")
		follow(t, s, 101, "so-y-te")
		follow(t, s, 101, "so-tu-phap")
		follow(t, s, 102, "so-tu-phap")
		_, err := s.PutSubscription(t.Context(), record.Subscription{Chat: 101, Agency: "so-noi-vu", Role: record.Leader, Standing: record.Refused}, lan)
		must(t, err)
		must(t, s.QueueDigests(t.Context(), monday, nil, []int64{101}))
		open, err := s.KeepOccurrence(t.Context(), article("so-tu-phap", 1))
		must(t, err)
		closed, err := s.KeepOccurrence(t.Context(), article("so-tu-phap", 2))
		must(t, err)
		must(t, s.SnoozeOccurrence(t.Context(), 101, open, day(t, "2024-03-20")))
		must(t, s.SnoozeOccurrence(t.Context(), 101, open, day(t, "2024-03-21")))
		must(t, s.SnoozeOccurrence(t.Context(), 101, closed, day(t, "2024-03-20")))
		_, _, err = closeOne(t, s, closed.ID, record.Done, lan, "")
		must(t, err)

		tuesday := day(t, "2024-03-19")
		list, err := s.Recipients(t.Context(), tuesday, 510, 0, 10)
		focal := func(chat int64, agency string, who record.Person) record.Subscription {
			return record.Subscription{Chat: chat, Agency: agency, Role: record.FocalPerson, Standing: record.Approved, Person: who, Since: morning}
		}
		want(t, "recipients", list, err, []record.Recipient{
			{
				Preferences: record.DefaultPreferences(101), Through: monday,
				Subscriptions: []record.Subscription{focal(101, "so-tu-phap", lan), focal(101, "so-y-te", lan)},
				Snoozed:       []record.Snooze{{Occurrence: open, Day: day(t, "2024-03-21")}},
			},
			{Preferences: record.DefaultPreferences(102), Subscriptions: []record.Subscription{focal(102, "so-tu-phap", minh)}},
		})

		snoozes, err := s.Snoozes(t.Context(), 101)
		want(t, "snoozes", snoozes, err, []record.Snooze{{Occurrence: open, Day: day(t, "2024-03-21")}})
		snoozes, err = s.Snoozes(t.Context(), 102)
		want(t, "snoozes of one who put nothing off", snoozes, err, nil)

		// A snooze lasts until the digest of its day is drawn up.
		must(t, s.QueueDigests(t.Context(), day(t, "2024-03-20"), nil, []int64{101}))
		list, err = s.Recipients(t.Context(), day(t, "2024-03-21"), 510, 0, 1)
		must(t, err)
		if len(list[0].Snoozed) != 1 {
			t.Errorf("snoozed before the day: %+v", list[0].Snoozed)
		}
		must(t, s.QueueDigests(t.Context(), day(t, "2024-03-21"), nil, []int64{101}))
		list, err = s.Recipients(t.Context(), day(t, "2024-03-22"), 510, 0, 1)
		must(t, err)
		if len(list[0].Snoozed) != 0 {
			t.Errorf("snoozed after the day: %+v", list[0].Snoozed)
		}
	})
}

// A page that is longer than a statement is as whole as a short one.
func TestManyRecipients(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		const n = 2*database.StatementRows + 1
		s := open(t, address)
		populate(t, s, n)
		on := day(t, "2024-03-18")
		list, err := s.Recipients(t.Context(), on, 510, 0, 2*n)
		must(t, err)
		ids := chats(list)
		if len(ids) != n || !slices.IsSorted(ids) {
			t.Fatalf("%d recipients, sorted: %v; want %d", len(ids), slices.IsSorted(ids), n)
		}
		for _, r := range list {
			if len(r.Subscriptions) != 1 || r.Subscriptions[0].Chat != r.Chat {
				t.Fatalf("recipient %d has the subscriptions %+v", r.Chat, r.Subscriptions)
			}
		}
		var digests []record.Digest
		for _, chat := range ids {
			digests = append(digests, digest(chat, on, "10wd", article("so-tu-phap", 1)))
		}
		must(t, s.QueueDigests(t.Context(), on, digests, ids))
		if got := len(jobs(t, s)); got != n {
			t.Errorf("%d digests are to be sent, want %d", got, n)
		}
		list, err = s.Recipients(t.Context(), on, 510, 0, n)
		want(t, "recipients afterwards", chats(list), err, nil)
	})
}

// populate makes n focal persons of a hundred agencies at once.
func populate(t testing.TB, s *Store, n int64) {
	t.Helper()
	var recipients, subscriptions [][]any
	for chat := int64(1); chat <= n; chat++ {
		p := record.DefaultPreferences(chat)
		recipients = append(recipients, []any{p.Chat, p.Minute, p.QuietFrom, p.QuietTill, p.Digest, p.Supports, p.Monday})
		subscriptions = append(subscriptions, []any{chat, agencyOf(chat), "focal", "approved", chat, 0})
	}
	_, err := database.InsertAll(t.Context(), s.db.Statements, database.Into(database.Single[int64]),
		`INSERT INTO recipients (chat, minute, quiet_from, quiet_till, digest, supports, monday)`, recipients, `RETURNING chat`)
	if err == nil {
		_, err = database.InsertAll(t.Context(), s.db.Statements, database.Into(database.Single[int64]),
			`INSERT INTO subscriptions (chat, agency, role, standing, person, since)`, subscriptions, `RETURNING chat`)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func agencyOf(chat int64) string { return fmt.Sprint("agency-", chat%100) }
