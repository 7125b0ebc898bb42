package store

import (
	"testing"

	"cchcbot/bot/record"
)

func TestAudit(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, address string) {
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
	onEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		must(t, s.Announce(t.Context(), "một", boss))
		statements := []string{`UPDATE audit SET after = ''`, `DELETE FROM audit`, `DELETE FROM audit WHERE person = 900`}
		if s.dialect == postgres {
			statements = append(statements, `TRUNCATE audit`)
		}
		for _, statement := range statements {
			wantError(t, s.exec(t.Context(), statement), "the audit log is append-only")
		}
		list, err := s.Audit(t.Context(), 0, 10)
		must(t, err)
		if len(list) != 1 || list[0].After != "một" {
			t.Errorf("audit log afterwards: %+v", list)
		}
	})
}
