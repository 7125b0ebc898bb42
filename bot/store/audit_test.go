package store

import (
	"testing"

	"cchcbot/bot/record"
	"cchcbot/bot/store/postgrestest"
)

func TestAudit(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		meet(t, s)
		must(t, s.Announce(t.Context(), "Nghỉ lễ\x00 30/4", boss, record.Letter{Chat: 101, Body: []byte(`{"text":"Nghỉ lễ"}`)}, record.Letter{Chat: 102, Body: []byte(`{}`)}))
		must(t, s.Announce(t.Context(), "hai", record.Person{ID: 55}))
		must(t, s.Announce(t.Context(), "ba", lan))
		wantJobs(t, s, `letter {"body":{"text":"Nghỉ lễ"},"chat":101}`, `letter {"body":{},"chat":102}`)
		wantAudit(t, s,
			record.Change{By: boss, What: "announcement", After: "Nghỉ lễ 30/4"},
			record.Change{By: record.Person{ID: 55}, What: "announcement", After: "hai"},
			record.Change{By: lan, What: "announcement", After: "ba"})

		first, err := s.Audit(t.Context(), 0, 2)
		must(t, err)
		rest, err := s.Audit(t.Context(), first[1].ID, 2)
		must(t, err)
		if len(first) != 2 || len(rest) != 1 || rest[0].After != "ba" {
			t.Errorf("in pages: %+v and %+v", first, rest)
		}

		newest, err := s.RecentAudit(t.Context(), 0, 2)
		must(t, err)
		oldest, err := s.RecentAudit(t.Context(), 2, 2)
		must(t, err)
		if len(newest) != 2 || newest[0].After != "ba" || newest[1].After != "hai" || len(oldest) != 1 || oldest[0] != first[0] {
			t.Errorf("the newest first: %+v and %+v", newest, oldest)
		}
	})
}

func TestAuditIsAppendOnly(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		must(t, s.Announce(t.Context(), "một", boss))
		statements := []string{`UPDATE audit SET after = ''`, `DELETE FROM audit`, `DELETE FROM audit WHERE person = 900`}
		if !s.db.SQLite() {
			statements = append(statements, `TRUNCATE audit`)
		}
		for _, statement := range statements {
			wantError(t, s.db.Exec(t.Context(), statement), "the audit log is append-only")
		}
		list, err := s.Audit(t.Context(), 0, 10)
		must(t, err)
		if len(list) != 1 || list[0].After != "một" {
			t.Errorf("audit log afterwards: %+v", list)
		}
	})
}

// The last one counts who brought a tie to the standing that it has.
func TestDecidedBy(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s, err := Open(t.Context(), address)
		must(t, err)
		defer s.Close()
		tie := record.Subscription{Chat: 5, Agency: "so-y-te", Role: record.Leader, Person: record.Person{ID: 5}}
		for _, step := range []struct {
			standing record.Standing
			by       record.Person
		}{{record.Waiting, record.Person{ID: 5}}, {record.Approved, boss}, {record.Revoked, lan}, {record.Approved, lan}} {
			tie.Standing = step.standing
			_, err := s.PutSubscription(t.Context(), tie, step.by)
			must(t, err)
			by, err := s.DecidedBy(t.Context(), tie)
			must(t, err)
			if by.ID != step.by.ID {
				t.Errorf("%s by %d, want %d", step.standing, by.ID, step.by.ID)
			}
		}
		tie.Standing = record.Refused
		if by, err := s.DecidedBy(t.Context(), tie); err != nil || by.ID != 0 {
			t.Errorf("refused by %v, %v", by, err)
		}
	})
}
