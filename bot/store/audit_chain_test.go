package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/bot/store/postgrestest"
)

// Whoever may change the database past the program is found out, where they do not
// make the whole log anew from there on.
func TestAChangedAuditLogIsFound(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, change string
		broken       int64 // 0 for none
	}{
		{"nothing", `SELECT 1`, 0},
		{"words", `UPDATE audit SET after = 'khác' WHERE id = 2`, 2},
		{"a person", `UPDATE audit SET person = 5 WHERE id = 2`, 2},
		{"a time", `UPDATE audit SET changed_at = changed_at + 1 WHERE id = 2`, 2},
		{"words, as if forgotten", `UPDATE audit SET after = 'khác', salt = '', person = 0 WHERE id = 2`, 2},
		{"an entry less", `DELETE FROM audit WHERE id = 2`, 3},
		{"the chain cut off", `UPDATE audit SET hash = '' WHERE id = 2`, 2},
		{"an entry more", `INSERT INTO audit (changed_at, person, what, about, before, after) VALUES (1, 2, 'x', '', '', '')`, 4},
		{"an entry put in the place of another", `INSERT INTO audit (id, changed_at, person, what, about, before, after) VALUES (9, 1, 2, 'x', '', '', '')`, 9},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			postgrestest.OnEach(t, func(t *testing.T, address string) {
				s := open(t, address)
				for _, words := range []string{"một", "hai", "ba"} {
					must(t, s.Announce(t.Context(), words, boss))
				}
				for _, trigger := range []string{"audit_keeps_entries", "audit_loses_no_entry"} {
					drop := `DROP TRIGGER ` + trigger
					if !s.db.SQLite() {
						drop += ` ON audit`
					}
					must(t, s.db.Exec(t.Context(), drop))
				}
				change := tt.change
				if !s.db.SQLite() && tt.broken == 9 {
					change = `INSERT INTO audit (id, changed_at, person, what, about, before, after) OVERRIDING SYSTEM VALUE VALUES (9, 1, 2, 'x', '', '', '')`
				}
				must(t, s.db.Exec(t.Context(), change))
				v, err := s.VerifyAudit(t.Context())
				broken, _ := errors.AsType[*database.BrokenChain](err)
				if tt.broken == 0 && (err != nil || v.Entries != 3 || v.Last == "" || v.Unchained+v.Forgotten != 0) {
					t.Errorf("untouched: %+v, %v", v, err)
				}
				if tt.broken != 0 && (broken == nil || broken.ID != tt.broken) {
					t.Errorf("got %v, want entry %d", err, tt.broken)
				}
			})
		})
	}
}

// Who is forgotten is nowhere in the file any more, also not in its free pages, and
// the chain holds.
func TestTheForgottenAreNowhereInTheFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "bot.db")
	s := open(t, "sqlite:"+path)
	who := record.Person{ID: 987654321, Name: "Nguyễn Thị Lan Quệch", Username: "lanquech"}
	follow(t, s, who.ID, "so-tu-phap")
	must(t, s.AddFeedback(t.Context(), record.Feedback{Chat: who.ID, Question: "số quệch", Text: "Lan Quệch thấy sai"}))
	must(t, s.Announce(t.Context(), "một", who))
	must(t, s.NameAdministrator(t.Context(), who, boss))
	must(t, s.Announce(t.Context(), "hai", who, record.Letter{Chat: who.ID, Body: []byte(`{"text":"Chào Lan Quệch"}`)}))
	must(t, s.ForgetPerson(t.Context(), who.ID))
	v, err := s.VerifyAudit(t.Context())
	if err != nil || v.Forgotten == 0 {
		t.Errorf("%+v, %v", v, err)
	}
	for _, name := range []string{path, path + "-wal"} {
		content, err := os.ReadFile(name)
		must(t, err)
		for _, trace := range []string{"Quệch", "quệch", "lanquech", "987654321"} {
			if bytes.Contains(content, []byte(trace)) {
				t.Errorf("%s holds %q", filepath.Base(name), trace)
			}
		}
	}
}
