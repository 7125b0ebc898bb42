package store

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
	"cchcbot/bot/store/postgrestest"
)

var (
	lan  = record.Person{ID: 101, Name: "Nguyễn Thị Lan", Username: "lan"}
	minh = record.Person{ID: 102, Name: "Trần Minh"}
	boss = record.Person{ID: 900, Name: "Quản trị", Username: "qt"}
)

// meet makes the people of the tests known.
func meet(t *testing.T, s *Store) {
	t.Helper()
	for _, p := range []record.Person{lan, minh, boss} {
		must(t, s.Meet(t.Context(), p))
	}
}

// want compares what a method returned.
func want[T any](t *testing.T, what string, got T, err error, want T) {
	t.Helper()
	must(t, err)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestMeet(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		p, err := s.Person(t.Context(), 101)
		want(t, "a stranger", p, err, record.Person{ID: 101})

		must(t, s.Meet(t.Context(), lan))
		must(t, s.Meet(t.Context(), lan))
		p, err = s.Person(t.Context(), 101)
		want(t, "someone met", p, err, lan)

		must(t, s.Meet(t.Context(), record.Person{ID: 101, Name: "Lan\x00 Nguyễn"}))
		p, err = s.Person(t.Context(), 101)
		want(t, "under another name", p, err, record.Person{ID: 101, Name: "Lan Nguyễn"})
	})
}

func TestAdministrators(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		meet(t, s)
		letter := record.Letter{Chat: lan.ID, Body: []byte(`{"text":"chào"}`)}
		must(t, s.NameAdministrator(t.Context(), lan, boss, letter))
		must(t, s.NameAdministrator(t.Context(), lan, boss, letter))
		must(t, s.NameAdministrator(t.Context(), record.Person{ID: 77}, lan))
		list, err := s.Administrators(t.Context())
		want(t, "administrators", list, err, []record.Person{{ID: 77}, lan})
		wantJobs(t, s, `letter {"body":{"text":"chào"},"chat":101}`)

		must(t, s.DismissAdministrator(t.Context(), lan, boss))
		must(t, s.DismissAdministrator(t.Context(), lan, boss))
		list, err = s.Administrators(t.Context())
		want(t, "after the dismissal", list, err, []record.Person{{ID: 77}})
		wantAudit(t, s,
			record.Change{By: boss, What: "administrator", About: "101", After: "named"},
			record.Change{By: lan, What: "administrator", About: "77", After: "named"},
			record.Change{By: boss, What: "administrator", About: "101", Before: "named"})
	})
}

func TestListOfUnreachableChats(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		clock := newClock(morning)
		s := open(t, address, WithNow(clock.now))
		meet(t, s)
		must(t, s.MarkUnreachable(t.Context(), minh.ID, "blocked"))
		clock.advance(time.Minute)
		must(t, s.MarkUnreachable(t.Context(), -5, "kicked"))
		must(t, s.MarkUnreachable(t.Context(), lan.ID, "blocked"))
		must(t, s.MarkReachable(t.Context(), lan.ID))
		must(t, s.MoveChat(t.Context(), -6, -100)) // moved away is not out of reach
		must(t, s.MarkUnreachable(t.Context(), -6, "upgraded"))
		list, err := s.Unreachable(t.Context())
		want(t, "unreachable chats", list, err, []record.Unreached{
			{Chat: 102, Name: "Trần Minh", Since: morning, Reason: "blocked"},
			{Chat: -5, Since: morning.Add(time.Minute), Reason: "kicked"},
		})
	})
}
