package store

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
	"cchcbot/bot/store/postgrestest"
	"cchcbot/seeds/plan"
)

// A chat is known in advance with the roles that it will have in the place of
// others, when it is away itself, and what it was told.
func TestRecipientInAdvance(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s, err := Open(t.Context(), address)
		must(t, err)
		defer s.Close()
		day := plan.Date{Year: 2024, Month: 3, Day: 18}
		for _, chat := range []int64{5, 6} {
			_, err := s.PutSubscription(t.Context(), record.Subscription{
				Chat: chat, Agency: "so-y-te", Role: record.FocalPerson, Standing: record.Approved, Person: record.Person{ID: chat},
			}, boss)
			must(t, err)
		}
		must(t, s.SetAbsence(t.Context(), record.Absence{Person: record.Person{ID: 5}, From: day.AddDays(10), To: day.AddDays(20), Deputy: record.Person{ID: 6}}))
		o := article("so-y-te", 1)
		must(t, s.QueueDigests(t.Context(), day, []record.Digest{{Chat: 6, Nudges: []record.Nudge{{Occurrence: o, Rung: "5wd", Day: day}}}}, []int64{6}))

		away, err := s.Recipient(t.Context(), 5, day)
		must(t, err)
		if want := plan.WindowOf(day.AddDays(10), day.AddDays(20)); away.Away != want {
			t.Errorf("away %v, want %v", away.Away, want)
		}
		deputy, err := s.Recipient(t.Context(), 6, day)
		must(t, err)
		var roles []record.Subscription
		for _, s := range deputy.Subscriptions {
			roles = append(roles, record.Subscription{Chat: s.Chat, Agency: s.Agency, For: s.For, Until: s.Until})
		}
		want := []record.Subscription{{Chat: 6, Agency: "so-y-te"}, {Chat: 6, Agency: "so-y-te", For: 5, Until: day.AddDays(20)}}
		if diff := cmp.Diff(want, roles); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if deputy.Through != day || !deputy.Told[o.Key()+"|5wd"] || len(deputy.Told) != 1 {
			t.Errorf("drawn up through %s, told %v", deputy.Through, deputy.Told)
		}
	})
}

// What is known is asked for by agency, or of all.
func TestKnown(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s, err := Open(t.Context(), address, WithNow(func() time.Time { return time.Date(2024, 4, 4, 9, 0, 0, 0, time.UTC) }))
		must(t, err)
		defer s.Close()
		health, justice := article("so-y-te", 1), article("so-tu-phap", 1)
		health.State, justice.State = record.Done, record.Done
		_, _, err = s.CloseOccurrences(t.Context(), []record.Occurrence{health, justice}, boss)
		must(t, err)
		asked := article("so-y-te", 2)
		_, err = s.AskExplanation(t.Context(), record.Explanation{Occurrence: asked, Asked: boss})
		must(t, err)
		for _, tt := range []struct {
			agencies      []string
			closed, asked int
		}{{nil, 2, 1}, {[]string{"so-y-te"}, 1, 1}, {[]string{"so-tu-phap"}, 1, 0}, {[]string{"so-noi-vu"}, 0, 0}} {
			known, err := s.Known(t.Context(), plan.Date{Year: 2024, Month: 1, Day: 1}, tt.agencies...)
			must(t, err)
			if len(known.Closed) != tt.closed || len(known.Asked) != tt.asked {
				t.Errorf("%v: %d closed, %d asked, want %d and %d", tt.agencies, len(known.Closed), len(known.Asked), tt.closed, tt.asked)
			}
		}
	})
}
