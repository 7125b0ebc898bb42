package store

import (
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
	"cchcbot/bot/store/postgrestest"
)

func TestQueueDigests(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		follow(t, s, 101, "so-tu-phap")
		follow(t, s, 102, "so-tu-phap")
		follow(t, s, 103, "so-y-te")
		on := day(t, "2024-03-18")
		first, second := article("so-tu-phap", 1), article("so-tu-phap", 2)
		d := digest(101, on, "10wd", second, first)
		d.Late = true
		d.Nudges = append(d.Nudges, record.Nudge{Occurrence: first, Rung: "15wd", Day: day(t, "2024-03-11"), Covered: true})
		must(t, s.QueueDigests(t.Context(), on, []record.Digest{d, digest(102, on, "10wd", first)}, []int64{103, 102, 101}))
		wantJobs(t, s, `send_digest {"chat":101,"day":"2024-03-18"}`, `send_digest {"chat":102,"day":"2024-03-18"}`)

		got, found, err := s.Digest(t.Context(), 101, on)
		must(t, err)
		if !found {
			t.Fatal("the digest is not kept")
		}
		d.Progress, d.QueuedAt = record.Queued, morning
		for i := range d.Nudges {
			d.Nudges[i].Occurrence.State = record.Open
			d.Nudges[i].Occurrence.ID = got.Nudges[i].Occurrence.ID
		}
		want(t, "digest", got, nil, d)
		if got.Nudges[1].Occurrence.ID == 0 || got.Nudges[1].Occurrence.ID != got.Nudges[2].Occurrence.ID {
			t.Errorf("ids of one occurrence: %d and %d", got.Nudges[1].Occurrence.ID, got.Nudges[2].Occurrence.ID)
		}
		for _, chat := range []int64{103, 104} {
			if _, found, err := s.Digest(t.Context(), chat, on); err != nil || found {
				t.Errorf("chat %d has a digest: %v, %v", chat, found, err)
			}
		}
	})
}

// The clock is set back from the 20th to the 18th: what was drawn up on the 18th
// and behind it may be drawn up again, and what was before stays.
func TestRewind(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		follow(t, s, 101, "so-tu-phap")
		o := article("so-tu-phap", 1)
		queue := func(on, rung string) {
			t.Helper()
			must(t, s.QueueDigests(t.Context(), day(t, on), []record.Digest{digest(101, day(t, on), rung, o)}, []int64{101}))
		}
		found := func(on string) bool {
			t.Helper()
			_, found, err := s.Digest(t.Context(), 101, day(t, on))
			must(t, err)
			return found
		}
		queue("2024-03-15", "15wd")
		queue("2024-03-18", "10wd")
		queue("2024-03-20", "8wd")
		must(t, s.Rewind(t.Context(), day(t, "2024-03-18")))
		if !found("2024-03-15") || found("2024-03-18") || found("2024-03-20") {
			t.Errorf("kept are the 15th: %v, the 18th: %v, the 20th: %v", found("2024-03-15"), found("2024-03-18"), found("2024-03-20"))
		}
		queue("2024-03-18", "10wd")
		if !found("2024-03-18") {
			t.Error("the digest of the 18th is not queued again")
		}
		queue("2024-03-19", "15wd")
		if found("2024-03-19") {
			t.Error("what was told on the 15th is told again")
		}
	})
}

func TestNothingIsQueuedTwice(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		follow(t, s, 101, "so-tu-phap")
		monday, tuesday := day(t, "2024-03-18"), day(t, "2024-03-19")
		o, other := article("so-tu-phap", 1), article("so-tu-phap", 2)
		for range 2 {
			must(t, s.QueueDigests(t.Context(), monday, []record.Digest{digest(101, monday, "10wd", o)}, []int64{101}))
		}
		// The same rung again, and then beside another.
		must(t, s.QueueDigests(t.Context(), tuesday, []record.Digest{digest(101, tuesday, "10wd", o)}, []int64{101}))
		if _, found, err := s.Digest(t.Context(), 101, tuesday); err != nil || found {
			t.Errorf("a digest without news is kept: %v, %v", found, err)
		}
		wednesday := day(t, "2024-03-20")
		must(t, s.QueueDigests(t.Context(), wednesday, []record.Digest{digest(101, wednesday, "10wd", o, other)}, []int64{101}))
		d, _, err := s.Digest(t.Context(), 101, wednesday)
		must(t, err)
		if len(d.Nudges) != 1 || d.Nudges[0].Occurrence.Key() != other.Key() {
			t.Errorf("a digest tells more than the news: %+v", d.Nudges)
		}
		// The clock is set back to a day that has its digest.
		must(t, s.QueueDigests(t.Context(), monday, []record.Digest{digest(101, monday, "5wd", o)}, []int64{101}))
		d, _, err = s.Digest(t.Context(), 101, monday)
		must(t, err)
		if len(d.Nudges) != 1 || d.Nudges[0].Rung != "10wd" {
			t.Errorf("a digest that is kept was changed: %+v", d.Nudges)
		}
		// Only what is told counts as news.
		thursday := day(t, "2024-03-21")
		covered := digest(101, thursday, "3wd", o)
		covered.Nudges[0].Covered = true
		must(t, s.QueueDigests(t.Context(), thursday, []record.Digest{covered}, []int64{101}))
		if _, found, err := s.Digest(t.Context(), 101, thursday); err != nil || found {
			t.Errorf("a digest that tells nothing is kept: %v, %v", found, err)
		}
		must(t, s.QueueDigests(t.Context(), day(t, "2024-03-22"), []record.Digest{digest(101, thursday, "3wd", o)}, []int64{101}))
		wantJobs(t, s, `send_digest {"chat":101,"day":"2024-03-18"}`, `send_digest {"chat":101,"day":"2024-03-20"}`,
			`send_digest {"chat":101,"day":"2024-03-22"}`)
	})
}

func TestQueueDigestsOfThoseWhoLeft(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		follow(t, s, -1, "so-tu-phap")
		must(t, s.MoveChat(t.Context(), -1, -100))
		on := day(t, "2024-03-18")
		must(t, s.QueueDigests(t.Context(), on, []record.Digest{digest(-1, on, "5wd", article("so-tu-phap", 1))}, []int64{-1}))
		wantJobs(t, s)
		list, err := s.Recipients(t.Context(), on, 1439, 0, 10)
		must(t, err)
		if len(list) != 1 || list[0].Chat != -100 {
			t.Errorf("the group under its new id is no recipient any more: %+v", list)
		}
	})
}

func TestTwoProgramsQueueDigestsAtOnce(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		const chats = 60
		one, two := open(t, address), open(t, address)
		on := day(t, "2024-03-18")
		var digests []record.Digest
		var drawnUp []int64
		for chat := int64(1); chat <= chats; chat++ {
			follow(t, one, chat, "so-tu-phap")
			digests = append(digests, digest(chat, on, "10wd", article("so-tu-phap", 1), article("so-tu-phap", 2)))
			drawnUp = append(drawnUp, chat)
		}
		var work sync.WaitGroup
		for i, s := range []*Store{one, two, one, two} {
			work.Go(func() {
				from := i * 10 // the batches overlap
				if err := s.QueueDigests(t.Context(), on, digests[from:], drawnUp[from:]); err != nil {
					t.Error(err)
				}
			})
		}
		work.Wait()
		if got := len(jobs(t, one)); got != chats {
			t.Errorf("%d digests are to be sent, want %d", got, chats)
		}
		var nudges, occurrences int
		must(t, one.db.QueryRow(t.Context(), `SELECT (SELECT count(*) FROM nudges), (SELECT count(*) FROM occurrences)`).Scan(&nudges, &occurrences))
		if nudges != 2*chats || occurrences != 2 {
			t.Errorf("%d nudges of %d occurrences are kept, want %d of 2", nudges, occurrences, 2*chats)
		}
	})
}

func TestMarks(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		on := day(t, "2024-03-18")
		var digests []record.Digest
		var chats []int64
		for chat := int64(101); chat <= 107; chat++ {
			follow(t, s, chat, "so-tu-phap")
			digests = append(digests, digest(chat, on, "10wd", article("so-tu-phap", 1), article("so-tu-phap", 2)))
			chats = append(chats, chat)
		}
		must(t, s.QueueDigests(t.Context(), on, digests, chats))
		must(t, s.MarkSent(t.Context(), 101, on, 5001))
		must(t, s.MarkSent(t.Context(), 102, on, 5002))
		must(t, s.MarkFailed(t.Context(), 103, on, "blocked"))
		must(t, s.MarkFailed(t.Context(), 104, on, "blocked"))
		must(t, s.MarkFailed(t.Context(), 105, on, "chat not found"))
		must(t, s.MarkDropped(t.Context(), 106, on))
		must(t, s.MarkFailed(t.Context(), 101, on, "too late")) // what is sent stays so
		must(t, s.MarkDropped(t.Context(), 102, on))
		must(t, s.MarkSent(t.Context(), 199, on, 1)) // of nobody

		type state struct {
			Progress record.Progress
			Message  int64
			Reason   string
			Sent     bool
		}
		for chat, wanted := range map[int64]state{
			101: {record.Sent, 5001, "", true}, 103: {record.Failed, 0, "blocked", false},
			106: {record.Dropped, 0, "", false}, 107: {record.Queued, 0, "", false},
		} {
			d, _, err := s.Digest(t.Context(), chat, on)
			want(t, "digest", state{d.Progress, d.Message, d.Reason, d.SentAt.Equal(morning)}, err, wanted)
		}

		o, err := s.KeepOccurrence(t.Context(), article("so-tu-phap", 1))
		must(t, err)
		_, _, err = closeOne(t, s, o.ID, record.Done, lan, "")
		must(t, err)
		campaigns, err := s.Campaigns(t.Context(), day(t, "2024-03-01"), on)
		want(t, "campaigns", campaigns, err, []record.Campaign{{
			Day: on, Due: 7, Sent: 2, Dropped: 1, Failed: map[string]int{"blocked": 2, "chat not found": 1}, Nudges: 4, Acknowledged: 1,
		}})
		if got := campaigns[0].Waiting(); got != 1 {
			t.Errorf("%d are waiting, want 1", got)
		}
		campaigns, err = s.Campaigns(t.Context(), day(t, "2024-03-19"), day(t, "2024-12-31"))
		want(t, "campaigns of other days", campaigns, err, nil)

		failures, err := s.Failures(t.Context(), on)
		must(t, err)
		var failed []int64
		for _, d := range failures {
			failed = append(failed, d.Chat)
		}
		if diff := cmp.Diff([]int64{103, 104, 105}, failed); diff != "" {
			t.Errorf("failures (-want +got):\n%s", diff)
		}
	})
}

func TestClosedOnTheWayIsShownAnew(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		follow(t, s, 101, "so-tu-phap")
		on := day(t, "2024-03-18")
		must(t, s.QueueDigests(t.Context(), on, []record.Digest{digest(101, on, "10wd", article("so-tu-phap", 1))}, []int64{101}))
		o, err := s.KeepOccurrence(t.Context(), article("so-tu-phap", 1))
		must(t, err)
		_, _, err = closeOne(t, s, o.ID, record.Done, lan, "")
		must(t, err)
		wantJobs(t, s, `send_digest {"chat":101,"day":"2024-03-18"}`)
		must(t, s.MarkSent(t.Context(), 101, on, 5001))
		wantJobs(t, s, `send_digest {"chat":101,"day":"2024-03-18"}`, `show_digest {"chat":101,"day":"2024-03-18"}`)
	})
}

// Whichever comes first, the closing or the mark, whoever was told is shown it.
func TestClosedWhileMarkedSent(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		on := day(t, "2024-03-18")
		for chat := int64(1); chat <= 40; chat++ {
			agency := agencyOf(chat)
			follow(t, s, chat, agency)
			must(t, s.QueueDigests(t.Context(), on, []record.Digest{digest(chat, on, "10wd", article(agency, 1))}, []int64{chat}))
			o, err := s.KeepOccurrence(t.Context(), article(agency, 1))
			must(t, err)
			must(t, s.db.Exec(t.Context(), `DELETE FROM river_job`))
			var work sync.WaitGroup
			work.Go(func() {
				if err := s.MarkSent(t.Context(), chat, on, 5001); err != nil {
					t.Error(err)
				}
			})
			work.Go(func() {
				if _, _, err := closeOne(t, s, o.ID, record.Done, lan, ""); err != nil {
					t.Error(err)
				}
			})
			work.Wait()
			if len(jobs(t, s)) == 0 {
				t.Fatalf("chat %d is not shown that it is done", chat)
			}
		}
	})
}

// A group that moves, a person who leaves, administrators and the queue all at
// once: nobody waits for another in a circle.
func TestChangesOfOneChatAtOnce(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		on := day(t, "2024-03-18")
		o, err := s.KeepOccurrence(t.Context(), article("so-tu-phap", 1))
		must(t, err)
		var work sync.WaitGroup
		repeatedly := func(change func(round int) error) {
			work.Go(func() {
				for round := range 8 {
					if err := change(round); err != nil {
						t.Error(err)
					}
				}
			})
		}
		repeatedly(func(round int) error {
			_, err := s.PutSubscription(t.Context(), record.Subscription{
				Chat: -1, Agency: "so-tu-phap", Role: record.Follower, Standing: []record.Standing{record.Approved, record.Revoked}[round%2], Person: lan,
			}, lan)
			return err
		})
		repeatedly(func(int) error { return s.Unsubscribe(t.Context(), -1, "", lan) })
		repeatedly(func(round int) error {
			return s.QueueDigests(t.Context(), on.AddDays(round), []record.Digest{digest(-1, on, on.AddDays(round).String(), article("so-tu-phap", 1))}, []int64{-1})
		})
		repeatedly(func(round int) error { return s.MarkSent(t.Context(), -1, on.AddDays(round), 5001) })
		repeatedly(func(int) error { return s.ForgetPerson(t.Context(), -1) })
		repeatedly(func(int) error { return s.ForgetPerson(t.Context(), lan.ID) })
		repeatedly(func(round int) error { return s.MoveChat(t.Context(), int64(-1-round%2), int64(-2+round%2)) })
		repeatedly(func(int) error {
			_, _, err := closeOne(t, s, o.ID, record.Done, lan, "")
			return err
		})
		repeatedly(func(int) error { _, _, err := s.ReopenOccurrence(t.Context(), o.ID, lan); return err })
		work.Wait()
	})
}
