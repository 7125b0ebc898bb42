package duties

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/bot/store/postgrestest"
	"cchcbot/seeds/plan"
)

func TestMain(m *testing.M) {
	code := m.Run()
	postgrestest.Stop()
	os.Exit(code)
}

// What is asked every minute, or at every button, is answered from an index
// however many people there are.
func TestQueriesUseTheirIndexes(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		db, err := database.Open(t.Context(), address, database.Settings{Now: time.Now})
		must(t, err)
		t.Cleanup(func() { must(t, database.Administer(db).Close()) })
		s := In(db)
		on := plan.Date{Year: 2024, Month: 3, Day: 18}
		populate(t, s, on)
		must(t, db.Exec(t.Context(), `ANALYZE`))
		for name, test := range map[string]struct {
			query string
			args  []any
		}{
			"dueRecipients":     {dueRecipients, dueArguments(on, 510, math.MinInt64, 500)},
			"toldDigests":       {toldDigests, []any{1}},
			"occurrencesOf":     {occurrencesOf, []any{"PL.1.14", "so-tu-phap"}},
			"closedOccurrences": {closedOccurrences, []any{"2024-03-18"}},
		} {
			steps := explain(t, s, test.query, test.args...)
			if scan := wholeTable.FindString(steps); scan != "" {
				t.Errorf("%s reads a whole table (%s):\n%s", name, scan, steps)
			}
		}
	})
}

// wholeTable is a step that reads all of a table that grows with the people.
var wholeTable = regexp.MustCompile(`Seq Scan on (recipients|subscriptions|digests|nudges|occurrences)|(?m)^SCAN [a-z]+( |$)`)

// explain returns how the database answers a query, a step a line. PostgreSQL
// is asked to avoid reading whole tables, which it prefers to an index where all
// of a table is at hand.
func explain(t *testing.T, s Duties, query string, args ...any) string {
	t.Helper()
	var steps []string
	must(t, s.change(t.Context(), func(tx transaction) (err error) {
		if s.db.SQLite() {
			steps, err = database.All(t.Context(), tx.Statements, database.Into(func(step *string) []any {
				return []any{new(any), new(any), new(any), step}
			}), `EXPLAIN QUERY PLAN `+query, args...)
			return err
		}
		if err := tx.Exec(t.Context(), `SET LOCAL enable_seqscan = off`); err != nil {
			return err
		}
		steps, err = database.All(t.Context(), tx.Statements, database.Into(database.Single[string]), `EXPLAIN `+query, args...)
		return err
	}))
	return strings.Join(steps, "\n")
}

// populate makes many focal persons of a hundred agencies, each with a digest of a
// day.
func populate(t *testing.T, s Duties, on plan.Date) {
	t.Helper()
	const n = 2000
	var recipients, subscriptions [][]any
	var digests []record.Digest
	var chats []int64
	for chat := int64(1); chat <= n; chat++ {
		agency := fmt.Sprintf("ward-%d", chat%100)
		recipients = append(recipients, []any{chat, 480, 0, 0, true, true, true})
		subscriptions = append(subscriptions, []any{chat, agency, "focal", "approved", chat, 0})
		o := record.Occurrence{Plan: "6004/QĐ-UBND", Year: 2024, Unit: "PL.1.14", Agency: agency}
		o.Kind, o.Period, o.Due = plan.DeadlineQuarterly, "Quý I năm 2024", plan.Date{Year: 2024, Month: 3, Day: 31}
		digests = append(digests, record.Digest{Chat: chat, Day: on, Nudges: []record.Nudge{{Occurrence: o, Rung: "10wd", Day: on}}})
		chats = append(chats, chat)
	}
	ids := database.Into(database.Single[int64])
	_, err := database.InsertAll(t.Context(), s.db.Statements, ids, `INSERT INTO recipients (chat, minute, quiet_from, quiet_till, digest, supports, monday)`, recipients, `RETURNING chat`)
	must(t, err)
	_, err = database.InsertAll(t.Context(), s.db.Statements, ids,
		`INSERT INTO subscriptions (chat, agency, role, standing, person, since)`, subscriptions, `RETURNING chat`)
	must(t, err)
	must(t, s.QueueDigests(t.Context(), on, digests, chats))
}

// must ends the test on an error.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
