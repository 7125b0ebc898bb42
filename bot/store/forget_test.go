package store

import (
	"strings"
	"testing"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/bot/store/postgrestest"
)

// Whoever wants to be forgotten stands nowhere any more.
func TestForgetPerson(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		on := day(t, "2024-03-18")
		// A number that no other column holds by chance.
		who := record.Person{ID: 987654321, Name: "Nguyễn Thị Lan", Username: "lan"}
		must(t, s.Meet(t.Context(), who))
		must(t, s.SetAgency(t.Context(), who.ID, "so-tu-phap"))
		must(t, s.NameAdministrator(t.Context(), who, boss))
		must(t, s.AddFeedback(t.Context(), record.Feedback{Chat: who.ID, Question: "hạn nộp", Text: "sai"}))
		follow(t, s, who.ID, "so-tu-phap")
		_, err := s.PutSubscription(t.Context(), record.Subscription{Chat: -7, Agency: "so-y-te", Role: record.Follower, Standing: record.Approved, Person: who}, who)
		must(t, err)
		must(t, s.QueueDigests(t.Context(), on, []record.Digest{digest(who.ID, on, "10wd", article("so-tu-phap", 1))}, []int64{who.ID}))
		o, err := s.KeepOccurrence(t.Context(), article("so-tu-phap", 1))
		must(t, err)
		must(t, s.SnoozeOccurrence(t.Context(), who.ID, o, on.AddDays(1)))
		_, _, err = closeOne(t, s, o.ID, record.Done, who, "số 12")
		must(t, err)
		_, err = s.AddReport(t.Context(), record.Report{Occurrence: o, Person: who, Words: "việc của Sở Nội vụ"})
		must(t, err)
		e, err := s.AskExplanation(t.Context(), record.Explanation{Occurrence: o, Asked: who})
		must(t, err)
		_, _, err = s.AnswerExplanation(t.Context(), e.ID, who, "đang chờ ký")
		must(t, err)

		must(t, s.ForgetPerson(t.Context(), who.ID))
		must(t, s.SetAgency(t.Context(), who.ID, ""))
		for _, table := range tables(t, s) {
			for _, r := range dump(t, s, table) {
				if strings.Contains(r, who.Name) || strings.Contains(r, "987654321") {
					t.Errorf("%s still holds %s", table, r)
				}
			}
		}
		o, _, err = s.Occurrence(t.Context(), o.ID)
		want(t, "what was acknowledged", [2]any{o.State, o.Note}, err, [2]any{record.Done, "số 12"})
		list, err := s.SubscriptionsOf(t.Context(), -7)
		want(t, "the group's subscription", list, err, []record.Subscription{{Chat: -7, Agency: "so-y-te", Role: record.Follower, Standing: record.Approved}})
		if _, found, err := s.Digest(t.Context(), who.ID, on); err != nil || found {
			t.Errorf("a digest is left: %v, %v", found, err)
		}
	})
}

// tables are the names of all tables.
func tables(t *testing.T, s *Store) []string {
	t.Helper()
	query := `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
	if !s.db.SQLite() {
		query = `SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()`
	}
	names, err := database.All(t.Context(), s.db.Statements, database.Into(database.Single[string]), query)
	must(t, err)
	if len(names) < 15 {
		t.Fatalf("only the tables %v", names)
	}
	return names
}

// dump reads each row of a table as one text.
func dump(t *testing.T, s *Store, table string) []string {
	t.Helper()
	row := `CAST(t AS TEXT)`
	if s.db.SQLite() {
		columns, err := database.All(t.Context(), s.db.Statements, database.Into(database.Single[string]), `SELECT 'quote("' || name || '")' FROM pragma_table_info(?)`, table)
		must(t, err)
		row = strings.Join(columns, ` || ' ' || `)
	}
	rows, err := database.All(t.Context(), s.db.Statements, database.Into(database.Single[string]), `SELECT `+row+` FROM `+table+` t`)
	must(t, err)
	return rows
}
