package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/bot/store/people"
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

// After an erasure neither the id nor the name of a person is anywhere in the file, as
// text, as a number or in a letter, however often and wherever it was written.
func TestForgottenIsNowhereInTheFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "kept.db")
	s, err := Open(t.Context(), "sqlite:"+path, WithNow(newClock(morning).now))
	must(t, err)
	who := record.Person{ID: 0x1122334455, Name: "Trịnh Thị Quỳnh Giao", Username: "giaotrinh77"}
	other := record.Person{ID: 42, Name: "Lê Văn Tám"}
	on := day(t, "2024-03-18")
	must(t, s.Notice(t.Context(), who))
	must(t, s.SetAgency(t.Context(), who.ID, "so-tu-phap"))
	follow(t, s, who.ID, "so-tu-phap")
	o, err := s.KeepOccurrence(t.Context(), article("so-tu-phap", 1))
	must(t, err)
	_, _, err = closeOne(t, s, o.ID, record.Done, other, "do "+who.Name+" ký, hỏi @"+who.Username)
	must(t, err)
	must(t, s.AddFeedback(t.Context(), record.Feedback{Chat: other.ID, Question: "số của " + who.Name, Text: who.Name}))
	letter := func(to int64, words string) record.Letter {
		return record.Letter{Chat: to, Body: json.RawMessage(fmt.Sprintf(`{"Text":%q}`, words))}
	}
	must(t, s.NameAdministrator(t.Context(), who, other, letter(who.ID, "được"), letter(9, who.Name+" là quản trị viên"),
		letter(9, "nút d A"+strconv.FormatInt(who.ID, 36)+":d:so-tu-phap:co"), letter(9, "thư khác")))
	must(t, s.SetAbsence(t.Context(), record.Absence{Person: other, From: on, To: on, Deputy: who}))
	for i := range 50 { // pages that are freed and used again
		must(t, s.QueueDigests(t.Context(), on.AddDays(i), []record.Digest{digest(who.ID, on.AddDays(i), fmt.Sprint(i), article("so-tu-phap", 1))}, []int64{who.ID}))
	}
	must(t, s.ForgetPerson(t.Context(), who.ID))
	v, err := s.VerifyAudit(t.Context())
	if err != nil || v.Entries == 0 {
		t.Errorf("the audit log: %+v, %v", v, err)
	}
	var letters int
	must(t, s.db.QueryRow(t.Context(), `SELECT count(*) FROM river_job WHERE kind = 'letter'`).Scan(&letters))
	if letters != 1 {
		t.Errorf("%d letters are left, want the one about nobody", letters)
	}
	must(t, s.Close())
	for _, file := range []string{path, path + "-wal"} {
		content, err := os.ReadFile(file)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		must(t, err)
		for what, sign := range map[string]string{
			"name": who.Name, "handle": who.Username, "id": strconv.FormatInt(who.ID, 10), "id on a button": strconv.FormatInt(who.ID, 36),
			"id as a number": "\x11\x22\x33\x44\x55",
		} {
			if n := strings.Count(string(content), sign); n > 0 {
				t.Errorf("%s: the %s %d times", filepath.Base(file), what, n)
			}
		}
	}
}

// Each column is known to tell of a person, to hold what anybody wrote, or to do
// neither: a new one is in no list, and this test asks for it.
func TestColumnsAreKnown(t *testing.T) {
	t.Parallel()
	s := open(t, "sqlite::memory:")
	neither := make(map[string]bool)
	for line := range strings.Lines(impersonal) {
		table, columns, _ := strings.Cut(strings.TrimSpace(line), ": ")
		for column := range strings.FieldsSeq(columns) {
			neither[table+"."+column] = true
		}
	}
	personal := people.PersonalColumns()
	for _, table := range tables(t, s) {
		columns, err := database.All(t.Context(), s.db.Statements, database.Into(database.Single[string]), `SELECT name FROM pragma_table_info(?)`, table)
		must(t, err)
		for _, column := range columns {
			name := table + "." + column
			if strings.HasPrefix(table, "river_") && table != "river_job" || table == "goose_db_version" {
				continue // of the libraries
			}
			if neither[name] == personal[name] {
				t.Errorf("%s is in %v lists: say in people whether it tells of a person, and how it is forgotten", name, neither[name])
			}
			delete(neither, name)
		}
	}
	for name := range neither {
		t.Errorf("%s is listed and is no column", name)
	}
}

// impersonal are the columns that tell of nobody, or nothing without another of
// their row that is forgotten with it. What an update says is there until it is
// handled.
const impersonal = `chats: agency unreachable_since unreachable_reason moved_to
updates: seq id handled_at body
feedback: seq answer given_at
people: noticed_at
subscriptions: agency role standing since
recipients: minute quiet_from quiet_till digest supports monday through
occurrences: id name plan plan_year unit agency kind period product from_day due state closed_at delivered
snoozes: occurrence day
digests: day late progress message reason queued_at sent_at
nudges: occurrence rung digest_day place day covered
reports: id occurrence given_at settled
explanations: id occurrence asked_at answered_at
ladders: kind rungs
calendar_entries: from_day to_day working reason source unknown
audit: id changed_at what salt who words hash
river_job: id attempt attempted_at attempted_by created_at errors finalized_at kind max_attempts metadata priority queue state scheduled_at tags unique_key unique_states
plans: id name number issuer kind title issued from_year to_year file sha256 settled state day replaces proposed_at approved_at original
absences: from_day to_day
internal_dues: plan unit day
purpose: purpose
`

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
