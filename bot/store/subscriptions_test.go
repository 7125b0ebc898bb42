package store

import (
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"cchcbot/bot/record"
	"cchcbot/bot/store/postgrestest"
)

func TestPutSubscription(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		clock := newClock(morning)
		s := open(t, address, WithNow(clock.now))
		meet(t, s)
		asked := record.Subscription{Chat: 101, Agency: "so-tu-phap", Role: record.FocalPerson, Standing: record.Waiting, Person: lan}
		letter := record.Letter{Chat: 900, Body: []byte(`{"text":"xin duyệt"}`)}
		before, err := s.PutSubscription(t.Context(), asked, lan, letter)
		want(t, "standing before", before, err, "")
		before, err = s.PutSubscription(t.Context(), asked, lan, letter)
		want(t, "standing when asked again", before, err, record.Waiting)

		revoked := asked
		revoked.Standing, revoked.Person = record.Revoked, record.Person{}
		before, err = s.PutSubscription(t.Context(), revoked, boss)
		want(t, "standing before the revocation", before, err, record.Waiting)
		revoked.Person = lan
		list, err := s.SubscriptionsOf(t.Context(), 101)
		want(t, "subscriptions", list, err, []record.Subscription{revoked})
		wantJobs(t, s, `letter {"body":{"text":"xin duyệt"},"chat":900}`)
		wantAudit(t, s,
			record.Change{By: lan, What: "subscription", About: "101 so-tu-phap focal", After: "waiting"},
			record.Change{By: boss, What: "subscription", About: "101 so-tu-phap focal", Before: "waiting", After: "revoked"})
	})
}

func TestListsOfSubscriptions(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		clock := newClock(morning)
		s := open(t, address, WithNow(clock.now))
		meet(t, s)
		put := func(chat int64, agency string, role record.Role, standing record.Standing, who record.Person) record.Subscription {
			sub := record.Subscription{Chat: chat, Agency: agency, Role: role, Standing: standing, Person: who}
			_, err := s.PutSubscription(t.Context(), sub, who)
			must(t, err)
			clock.advance(time.Minute)
			return sub
		}
		late := put(102, "so-y-te", record.Leader, record.Waiting, minh)
		group := put(-7, "so-tu-phap", record.Follower, record.Approved, minh)
		focal := put(101, "so-tu-phap", record.FocalPerson, record.Approved, lan)
		leader := put(102, "so-tu-phap", record.Leader, record.Approved, minh)
		put(900, "so-tu-phap", record.Leader, record.Refused, boss)
		other := put(101, "ubnd-quan-3", record.Follower, record.Approved, lan)
		early := put(101, "ubnd-quan-1", record.FocalPerson, record.Waiting, lan)

		list, err := s.SubscribersOf(t.Context(), "so-tu-phap")
		want(t, "subscribers", list, err, []record.Subscription{focal, group, leader})
		list, err = s.Subscribers(t.Context())
		want(t, "all subscribers", list, err, []record.Subscription{focal, group, leader, other})
		list, err = s.WaitingSubscriptions(t.Context())
		want(t, "waiting", list, err, []record.Subscription{late, early})
		list, err = s.SubscriptionsOf(t.Context(), 102)
		want(t, "of a chat", list, err, []record.Subscription{leader, late})
		list, err = s.SubscriptionsOf(t.Context(), 103)
		want(t, "of a stranger", list, err, nil)
	})
}

func TestSettleSubscription(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		meet(t, s)
		sub := record.Subscription{Chat: 101, Agency: "so-tu-phap", Role: record.FocalPerson, Standing: record.Approved, Person: lan}
		settled, err := s.SettleSubscription(t.Context(), sub, boss)
		want(t, "settling what nobody asked for", settled, err, false)

		sub.Standing = record.Waiting
		_, err = s.PutSubscription(t.Context(), sub, lan)
		must(t, err)
		sub.Standing = record.Refused
		settled, err = s.SettleSubscription(t.Context(), sub, boss)
		want(t, "settled", settled, err, true)
		sub.Standing = record.Approved
		settled, err = s.SettleSubscription(t.Context(), sub, boss)
		want(t, "settled again", settled, err, false)
		sub.Standing = record.Refused
		list, err := s.SubscriptionsOf(t.Context(), 101)
		want(t, "subscriptions", list, err, []record.Subscription{sub})
	})
}

func TestTwoAdministratorsSettleAtOnce(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		for chat := range int64(20) {
			sub := record.Subscription{Chat: chat + 1, Agency: "so-y-te", Role: record.Leader, Standing: record.Waiting}
			_, err := s.PutSubscription(t.Context(), sub, lan)
			must(t, err)
			var winners atomic.Int64
			var work sync.WaitGroup
			for _, standing := range []record.Standing{record.Approved, record.Refused} {
				work.Go(func() {
					sub := sub
					sub.Standing = standing
					settled, err := s.SettleSubscription(t.Context(), sub, boss, record.Letter{Chat: chat + 1, Body: []byte(`{}`)})
					if err != nil {
						t.Error(err)
					}
					if settled {
						winners.Add(1)
					}
				})
			}
			work.Wait()
			if winners.Load() != 1 {
				t.Errorf("%d administrators settled it, want 1", winners.Load())
			}
		}
		if got := len(jobs(t, s)); got != 20 {
			t.Errorf("%d letters, want 20", got)
		}
	})
}

func TestUnsubscribe(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		meet(t, s)
		follow(t, s, 101, "so-tu-phap")
		follow(t, s, 101, "so-y-te")
		follow(t, s, 102, "so-tu-phap")
		on := day(t, "2024-03-18")
		must(t, s.QueueDigests(t.Context(), on, []record.Digest{digest(101, on, "10wd", article("so-tu-phap", 1))}, []int64{101}))

		must(t, s.Unsubscribe(t.Context(), 101, "so-tu-phap", lan))
		list, err := s.SubscriptionsOf(t.Context(), 101)
		want(t, "what is left", list, err, []record.Subscription{
			{Chat: 101, Agency: "so-y-te", Role: record.FocalPerson, Standing: record.Approved, Person: lan},
		})
		d, _, err := s.Digest(t.Context(), 101, on)
		want(t, "the queued digest", d.Progress, err, record.Queued)

		must(t, s.Unsubscribe(t.Context(), 101, "", lan))
		list, err = s.SubscriptionsOf(t.Context(), 101)
		want(t, "after leaving all", list, err, nil)
		d, _, err = s.Digest(t.Context(), 101, on)
		want(t, "the queued digest of one who left", d.Progress, err, record.Dropped)
		list, err = s.SubscribersOf(t.Context(), "so-tu-phap")
		must(t, err)
		if len(list) != 1 || list[0].Chat != 102 {
			t.Errorf("subscribers after one left: %+v", list)
		}

		follow(t, s, 101, "so-y-te")
		recipients, err := s.Recipients(t.Context(), on, 1439, 0, 10)
		must(t, err)
		if len(recipients) != 2 || !recipients[0].Through.IsZero() {
			t.Errorf("one who comes back does not begin anew: %+v", recipients)
		}
	})
}
