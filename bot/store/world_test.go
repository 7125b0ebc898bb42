package store

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/seeds/plan"
)

// morning is 08:30 in Ho Chi Minh City on a Monday.
var morning = time.Date(2024, 3, 18, 1, 30, 0, 0, time.UTC)

func day(t testing.TB, text string) plan.Date {
	t.Helper()
	d, err := plan.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// article is the quarterly article that an agency owes for a quarter.
func article(agency string, quarter int) record.Occurrence {
	last := []int{31, 30, 30, 31}[quarter-1]
	return record.Occurrence{
		Plan: "6004/QĐ-UBND", Year: 2024, Unit: "PL.1.14", Agency: agency,
		Occurrence: plan.Occurrence{
			Kind: plan.DeadlineQuarterly, Period: []string{"Quý I năm 2024", "Quý II năm 2024", "Quý III năm 2024", "Quý IV năm 2024"}[quarter-1],
			From: plan.Date{Year: 2024, Month: time.Month(3*quarter - 2), Day: 1},
			Due:  plan.Date{Year: 2024, Month: time.Month(3 * quarter), Day: last},
		},
	}
}

// follow approves a focal person's subscription in a private chat.
func follow(t testing.TB, s *Store, chat int64, agency string) {
	t.Helper()
	_, err := s.PutSubscription(t.Context(), record.Subscription{
		Chat: chat, Agency: agency, Role: record.FocalPerson, Standing: record.Approved, Person: record.Person{ID: chat},
	}, boss)
	if err != nil {
		t.Fatal(err)
	}
}

// closeOne closes one kept occurrence.
func closeOne(t testing.TB, s *Store, id int64, state record.State, by record.Person, note string) (record.Occurrence, bool, error) {
	t.Helper()
	closed, first, err := s.CloseOccurrences(t.Context(), []record.Occurrence{{ID: id, State: state, Note: note}}, by)
	if err != nil {
		return record.Occurrence{}, false, err
	}
	return closed[0], first[0], nil
}

// digest tells a chat the occurrences at a rung.
func digest(chat int64, on plan.Date, rung string, occurrences ...record.Occurrence) record.Digest {
	d := record.Digest{Chat: chat, Day: on}
	for _, o := range occurrences {
		d.Nudges = append(d.Nudges, record.Nudge{Occurrence: o, Rung: rung, Day: on})
	}
	return d
}

// jobs lists the jobs that are to be worked, as their kinds and arguments.
func jobs(t *testing.T, s *Store) []string {
	t.Helper()
	type job struct{ kind, args string }
	args := `CAST(args AS TEXT)`
	if s.db.SQLite() {
		args = `json(args)`
	}
	list, err := database.All(t.Context(), s.db.Statements, database.Into(func(j *job) []any { return []any{&j.kind, &j.args} }),
		`SELECT kind, `+args+` FROM river_job WHERE state = 'available' ORDER BY id`)
	must(t, err)
	var lines []string
	for _, j := range list {
		var v any // keys in order, whatever the database does to JSON
		must(t, json.Unmarshal([]byte(j.args), &v))
		lines = append(lines, j.kind+" "+database.InJSON(v))
	}
	return lines
}

func wantJobs(t *testing.T, s *Store, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, jobs(t, s)); diff != "" {
		t.Errorf("jobs (-want +got):\n%s", diff)
	}
}

// wantAudit checks the audit log, leaving out ids; the times are those of
// morning.
func wantAudit(t *testing.T, s *Store, want ...record.Change) {
	t.Helper()
	got, err := s.Audit(t.Context(), 0, 100)
	must(t, err)
	if !slices.IsSortedFunc(got, func(a, b record.Change) int { return int(a.ID - b.ID) }) {
		t.Errorf("the audit log is out of order: %+v", got)
	}
	for i := range got {
		got[i].ID = 0
	}
	for i := range want {
		want[i].At = morning
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("audit log (-want +got):\n%s", diff)
	}
}
