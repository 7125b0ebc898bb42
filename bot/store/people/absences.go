package people

import (
	"context"
	"strconv"
	"time"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/seeds/plan"
)

// Away begins to tell in SQL that a chat is away on a day, which is given twice;
// the column of the chat and a bracket stand behind it.
const Away = `EXISTS (SELECT 1 FROM absences a WHERE a.from_day <= ? AND a.to_day >= ? AND a.chat = `

const (
	absenceColumns = `a.chat, ` + database.Named + `, a.from_day, a.to_day, a.deputy, COALESCE(d.name, ''), COALESCE(d.username, '')`
	absenceTables  = `absences a LEFT JOIN people p ON p.id = a.chat LEFT JOIN people d ON d.id = a.deputy`
)

func absenceFields(a *record.Absence) []any {
	fields := append(database.PersonFields(&a.Person), database.DayField(&a.From), database.DayField(&a.To))
	return append(fields, database.PersonFields(&a.Deputy)...)
}

// SetAbsence keeps when a person is away, which takes the place of what they said
// before; no From says that they are back.
func (s People) SetAbsence(ctx context.Context, a record.Absence, letters ...record.Letter) (err error) {
	defer database.Wrap(&err, "keep absence of person %d", a.Person.ID)
	return s.change(ctx, func(t transaction) error {
		before, err := AbsenceIn(ctx, t.Statements, a.Person.ID)
		if err != nil {
			return err
		}
		if err := t.Exec(ctx, `DELETE FROM absences WHERE chat = ?`, a.Person.ID); err != nil {
			return err
		}
		if !a.From.IsZero() {
			err := t.Exec(ctx, `INSERT INTO absences (chat, from_day, to_day, deputy) VALUES (?, ?, ?, ?)`,
				a.Person.ID, a.From.String(), a.To.String(), a.Deputy.ID)
			if err != nil {
				return err
			}
		}
		if a.Deputy.ID != 0 {
			if err := t.ensureRecipient(ctx, a.Deputy.ID); err != nil {
				return err
			}
		}
		if err := t.Record(ctx, a.Person, auditAbsence, strconv.FormatInt(a.Person.ID, 10), absenceWords(before), absenceWords(a)); err != nil {
			return err
		}
		return t.Post(ctx, letters)
	})
}

// absenceWords say in the audit log when a person is away.
func absenceWords(a record.Absence) string {
	if a.From.IsZero() {
		return ""
	}
	return a.From.String() + " " + a.To.String() + " " + strconv.FormatInt(a.Deputy.ID, 10)
}

// AbsenceOf returns when a person is away, the zero Absence where they said
// nothing.
func (s People) AbsenceOf(ctx context.Context, person int64) (a record.Absence, err error) {
	defer database.Wrap(&err, "read absence of person %d", person)
	return AbsenceIn(ctx, s.db.Statements, person)
}

// AbsenceIn is AbsenceOf in a transaction or outside of one.
func AbsenceIn(ctx context.Context, st database.Statements, person int64) (record.Absence, error) {
	a, _, err := database.One(ctx, st, database.Into(absenceFields), `SELECT `+absenceColumns+` FROM `+absenceTables+` WHERE a.chat = ?`, person)
	return a, err
}

// standIns are the approved roles of those who are away, as ties of the chats that
// take their places. The day is given twice.
const standIns = `SELECT a.deputy AS chat, s.agency, s.role, s.standing, a.chat AS person, a.from_day, a.to_day FROM absences a
	JOIN subscriptions s ON s.chat = a.chat AND s.role = 'focal' AND s.standing = 'approved'
	WHERE a.from_day <= ? AND a.to_day >= ? AND a.deputy <> 0`

// StandIns returns the roles that a person has on a day in the place of others.
// Person and For tell whose they are; Since is the beginning of the absence.
func (s People) StandIns(ctx context.Context, person int64, day plan.Date) (list []record.Subscription, err error) {
	defer database.Wrap(&err, "list whom person %d stands in for", person)
	return standInsIn(ctx, s.db.Statements, plan.WindowOf(day, day), []int64{person})
}

// standInsIn returns the roles that chats have in the place of others at some
// time in a span of days.
func standInsIn(ctx context.Context, st database.Statements, w plan.Window, chats []int64) ([]record.Subscription, error) {
	list, err := database.SelectAmong(ctx, st, database.Into(standInFields), `SELECT s.chat, s.agency, s.role, s.standing, s.person, `+database.Named+`, s.from_day, s.to_day
		FROM (`+standIns+`) s LEFT JOIN people p ON p.id = s.person WHERE s.chat IN`, []any{w.To.String(), w.From.String()}, chats, `ORDER BY s.chat, s.agency`)
	ties := make([]record.Subscription, len(list))
	for i, in := range list {
		ties[i] = in.Subscription
		ties[i].For, ties[i].Until = in.Person.ID, in.to
		ties[i].Since = time.Date(in.from.Year, in.from.Month, in.from.Day, 0, 0, 0, 0, time.UTC)
	}
	return ties, err
}

// standIn is a tie in the place of another person, and since when.
type standIn struct {
	record.Subscription
	from, to plan.Date
}

func standInFields(s *standIn) []any {
	return append(subscriptionFields(&s.Subscription), database.DayField(&s.from), database.DayField(&s.to))
}

// FocalPersons returns who is there on a day as focal person of which agency: those
// who are reachable and not away, and those who stand in. An agency that is not
// among them has nobody who would be reminded.
func (s People) FocalPersons(ctx context.Context, day plan.Date) (list []record.Subscription, err error) {
	defer database.Wrap(&err, "list the focal persons of %s", day)
	on := day.String()
	return database.All(ctx, s.db.Statements, database.Into(subscriptionFields), `SELECT `+subscriptionColumns+` FROM (
		SELECT chat, agency, role, standing, person FROM subscriptions WHERE role = 'focal' AND standing = 'approved'
		UNION SELECT chat, agency, role, standing, chat FROM (`+standIns+`) i) s LEFT JOIN people p ON p.id = s.person
		WHERE NOT `+Away+`s.chat) AND NOT EXISTS (SELECT 1 FROM chats c WHERE c.chat = s.chat AND c.unreachable_since IS NOT NULL)
		ORDER BY s.agency, s.chat`, on, on, on, on)
}
