package people

import (
	"context"
	"strconv"
	"strings"
	"time"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
)

// holding is a column that tells of a person, by id. Where the rest of the row is
// about others, too, blank takes the person out of it; else the row is deleted.
type holding struct{ table, column, blank string }

// holdings are all of them, in the order of other changes: chats, occurrences,
// recipients, subscriptions, digests.
var holdings = []holding{
	{"chats", "chat", ""},
	{"occurrences", "person", "person = 0"},
	{"recipients", "chat", ""},
	{"subscriptions", "chat", ""},
	{"snoozes", "chat", ""},
	{"absences", "chat", ""},
	{"absences", "deputy", "deputy = 0"},
	{"digests", "chat", ""},
	{"nudges", "chat", ""},
	{"administrators", "person", ""},
	{"people", "id", ""},
	{"subscriptions", "person", "person = 0"},
	{"reports", "person", "person = 0, words = ''"},
	{"explanations", "asked", "asked = 0"},
	{"explanations", "answered", "answered = 0, words = ''"},
	{"plans", "proposed", "proposed = 0"},
	{"plans", "approved", "approved = 0"},
	{"feedback", "chat", ""},
	{"audit", "person", ""}, // which is forgotten in another way
}

// freeText are the columns in which anybody may have written a name.
var freeText = [][2]string{{"occurrences", "note"}, {"reports", "words"}, {"explanations", "words"}, {"feedback", "question"}, {"feedback", "words"}}

// PersonalColumns are the columns that tell of a person, as "table.column", and those
// in which anybody may have written a name. What a forgotten row holds besides goes
// with it.
func PersonalColumns() map[string]bool {
	all := map[string]bool{"people.name": true, "people.username": true, "river_job.args": true, "audit.about": true, "audit.before": true, "audit.after": true}
	for _, h := range holdings {
		all[h.table+"."+h.column] = true
	}
	for _, c := range freeText {
		all[c[0]+"."+c[1]] = true
	}
	return all
}

// PersonalData is all that is kept of a person, by table, each row by its columns.
func (s People) PersonalData(ctx context.Context, id int64) (all map[string][]map[string]any, err error) {
	defer database.Wrap(&err, "read the data of person %d", id)
	all = make(map[string][]map[string]any)
	for _, h := range holdings {
		columns := "*"
		switch h.table {
		case "plans":
			columns = "id, name, number"
		case "audit":
			columns = "changed_at, what, about, before, after"
		}
		rows, err := database.Rows(ctx, s.db.Statements, `SELECT `+columns+` FROM `+h.table+` WHERE `+h.column+` = ?`, id)
		if err != nil {
			return nil, err
		}
		if rows != nil {
			all[h.table] = append(all[h.table], rows...)
		}
	}
	return all, nil
}

// NoticedAt is when a person was told what is kept of them; zero where they were not.
func (s People) NoticedAt(ctx context.Context, id int64) (at time.Time, err error) {
	defer database.Wrap(&err, "read the notice of person %d", id)
	_, _, err = database.One(ctx, s.db.Statements, func(r database.Row) (struct{}, error) { return struct{}{}, r.Scan(database.TimeField(&at)) },
		`SELECT noticed_at FROM people WHERE id = ?`, id)
	return at, err
}

// Notice keeps that a person was told what is kept of them.
func (s People) Notice(ctx context.Context, p record.Person) (err error) {
	defer database.Wrap(&err, "keep the notice of person %d", p.ID)
	return s.change(ctx, func(t transaction) error {
		if err := t.Meet(ctx, p); err != nil {
			return err
		}
		return t.Exec(ctx, `UPDATE people SET noticed_at = ? WHERE id = ?`, database.ToMillis(s.db.Now()), p.ID)
	})
}

// ForgetPerson deletes a person's data: name, private chat, subscriptions,
// preferences, reminders, letters, and what they said in their own words. What they
// did for others stays without them: acknowledgements with their notes, reports and
// explanations by nobody, the group's subscription that they asked for. A name of
// several words is taken out of what others wrote. The audit log keeps that something
// was changed, and its chain holds.
func (s People) ForgetPerson(ctx context.Context, id int64, letters ...record.Letter) (err error) {
	defer database.Wrap(&err, "forget person %d", id)
	err = s.change(ctx, func(t transaction) error {
		names, err := t.namesOf(ctx, id)
		if err != nil {
			return err
		}
		for _, h := range holdings {
			if err := t.forget(ctx, h, id); err != nil {
				return err
			}
		}
		for _, name := range names {
			for _, c := range freeText {
				if err := t.Exec(ctx, `UPDATE `+c[0]+` SET `+c[1]+` = replace(`+c[1]+`, ?, '…') WHERE replace(`+c[1]+`, ?, '') <> `+c[1], name, name); err != nil {
					return err
				}
			}
		}
		number := strconv.FormatInt(id, 10)
		if len(number) >= leastSign {
			names = append(names, number)
		}
		if err := t.forgetLetters(ctx, id, names); err != nil {
			return err
		}
		if err := t.Unchain(ctx, id, names...); err != nil {
			return err
		}
		if err := t.Record(ctx, record.Person{}, auditPerson, "", "known", "forgotten"); err != nil {
			return err
		}
		return t.Post(ctx, letters)
	})
	if err != nil {
		return err
	}
	return s.db.Checkpoint(ctx)
}

// namesOf are the names of a person by which they can be found in what others wrote:
// of several words, and the @name.
func (t transaction) namesOf(ctx context.Context, id int64) ([]string, error) {
	p, _, err := database.One(ctx, t.Statements, database.Into(database.PersonFields), `SELECT id, name, username FROM people WHERE id = ?`, id)
	var names []string
	if strings.Contains(p.Name, " ") {
		names = append(names, p.Name)
	}
	if p.Username != "" {
		names = append(names, "@"+p.Username)
	}
	return names, err
}

func (t transaction) forget(ctx context.Context, h holding, id int64) error {
	switch {
	case h.table == "audit":
		return nil
	case h.blank == "":
		return t.Exec(ctx, `DELETE FROM `+h.table+` WHERE `+h.column+` = ?`, id)
	}
	return t.Exec(ctx, `UPDATE `+h.table+` SET `+h.blank+` WHERE `+h.column+` = ?`, id)
}

// forgetLetters deletes the jobs of a chat, the letters that tell of the person, in
// words or on a button, and all that are done with.
func (t transaction) forgetLetters(ctx context.Context, chat int64, names []string) error {
	of, words := `args ->> 'chat' = ?`, `CAST(args AS TEXT)`
	if t.SQLite() {
		of, words = `CAST(json_extract(args, '$.chat') AS TEXT) = ?`, `json(args)`
	}
	err := t.Exec(ctx, `DELETE FROM river_job WHERE state <> 'running' AND `+of, strconv.FormatInt(chat, 10))
	if err != nil {
		return err
	}
	if onButton := strconv.FormatInt(chat, 36) + ":"; len(onButton) >= leastSign {
		names = append(names, onButton)
	}
	for _, sign := range names {
		err := t.Exec(ctx, `DELETE FROM river_job WHERE kind = 'letter' AND state <> 'running' AND replace(`+words+`, ?, '') <> `+words, sign)
		if err != nil {
			return err
		}
	}
	return t.Exec(ctx, `DELETE FROM river_job WHERE kind = 'letter' AND state IN ('completed', 'discarded', 'cancelled')`)
}

// leastSign is how many bytes a sign of a person in a letter has at least: the ids of
// Telegram are longer than what else stands there.
const leastSign = 6
