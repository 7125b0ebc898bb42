package store

import (
	"math"
	"regexp"
	"strings"
	"testing"
)

// What is asked every minute, or at every button, is answered from an index
// however many people there are.
func TestQueriesUseTheirIndexes(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		populate(t, s, city/10)
		queueAll(t, s)
		must(t, s.exec(t.Context(), `ANALYZE`))
		for name, test := range map[string]struct {
			query string
			args  []any
		}{
			"dueRecipients":     {dueRecipients, dueArguments(day(t, "2024-03-18"), 510, math.MinInt64, 500)},
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
func explain(t *testing.T, s *Store, query string, args ...any) string {
	t.Helper()
	var steps []string
	must(t, s.change(t.Context(), func(tx transaction) (err error) {
		if s.dialect == sqlite {
			steps, err = all(t.Context(), tx.statements, into(func(step *string) []any {
				return []any{new(any), new(any), new(any), step}
			}), `EXPLAIN QUERY PLAN `+query, args...)
			return err
		}
		if err := tx.exec(t.Context(), `SET LOCAL enable_seqscan = off`); err != nil {
			return err
		}
		steps, err = all(t.Context(), tx.statements, into(single[string]), `EXPLAIN `+query, args...)
		return err
	}))
	return strings.Join(steps, "\n")
}
