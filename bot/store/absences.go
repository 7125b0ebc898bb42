package store

import (
	"context"
	"strconv"
	"time"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// away begins to tell in SQL that a chat is away on a day, which is given twice;
// the column of the chat and a bracket stand behind it.
const away = `EXISTS (SELECT 1 FROM absences a WHERE a.from_day <= ? AND a.to_day >= ? AND a.chat = `

const (
	absenceColumns = `a.chat, ` + named + `, a.from_day, a.to_day, a.deputy, COALESCE(d.name, ''), COALESCE(d.username, '')`
	absenceTables  = `absences a LEFT JOIN people p ON p.id = a.chat LEFT JOIN people d ON d.id = a.deputy`
)

func absenceFields(a *record.Absence) []any {
	fields := append(personFields(&a.Person), dayField{&a.From}, dayField{&a.To})
	return append(fields, personFields(&a.Deputy)...)
}

// SetAbsence keeps when a person is away, which takes the place of what they said
// before; no From says that they are back.
func (s *Store) SetAbsence(ctx context.Context, a record.Absence, letters ...record.Letter) (err error) {
	defer wrap(&err, "keep absence of person %d", a.Person.ID)
	return s.change(ctx, func(t transaction) error {
		before, err := t.absence(ctx, a.Person.ID)
		if err != nil {
			return err
		}
		if err := t.exec(ctx, `DELETE FROM absences WHERE chat = ?`, a.Person.ID); err != nil {
			return err
		}
		if !a.From.IsZero() {
			err := t.exec(ctx, `INSERT INTO absences (chat, from_day, to_day, deputy) VALUES (?, ?, ?, ?)`,
				a.Person.ID, a.From.String(), a.To.String(), a.Deputy.ID)
			if err != nil {
				return err
			}
		}
		if a.Deputy.ID != 0 {
			if err := t.makeRecipient(ctx, a.Deputy.ID); err != nil {
				return err
			}
		}
		if err := t.record(ctx, a.Person, auditAbsence, strconv.FormatInt(a.Person.ID, 10), absenceWords(before), absenceWords(a)); err != nil {
			return err
		}
		return t.enqueue(ctx, posting(letters)...)
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
func (s *Store) AbsenceOf(ctx context.Context, person int64) (a record.Absence, err error) {
	defer wrap(&err, "read absence of person %d", person)
	return s.absence(ctx, person)
}

func (st statements) absence(ctx context.Context, person int64) (record.Absence, error) {
	a, _, err := one(ctx, st, into(absenceFields), `SELECT `+absenceColumns+` FROM `+absenceTables+` WHERE a.chat = ?`, person)
	return a, err
}

// standIns are the approved roles of those who are away, as ties of the chats that
// take their places. The day is given twice.
const standIns = `SELECT a.deputy AS chat, s.agency, s.role, s.standing, a.chat AS person, a.from_day, a.to_day FROM absences a
	JOIN subscriptions s ON s.chat = a.chat AND s.role = 'focal' AND s.standing = 'approved'
	WHERE a.from_day <= ? AND a.to_day >= ? AND a.deputy <> 0`

// StandIns returns the roles that a person has on a day in the place of others.
// Person and For tell whose they are; Since is the beginning of the absence.
func (s *Store) StandIns(ctx context.Context, person int64, day plan.Date) (list []record.Subscription, err error) {
	defer wrap(&err, "list whom person %d stands in for", person)
	return s.standInsIn(ctx, plan.WindowOf(day, day), []int64{person})
}

// standInsIn returns the roles that chats have in the place of others at some
// time in a span of days.
func (st statements) standInsIn(ctx context.Context, w plan.Window, chats []int64) ([]record.Subscription, error) {
	list, err := selectAmong(ctx, st, into(standInFields), `SELECT s.chat, s.agency, s.role, s.standing, s.person, `+named+`, s.from_day, s.to_day
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
	return append(subscriptionFields(&s.Subscription), dayField{&s.from}, dayField{&s.to})
}

// FocalPersons returns who is there on a day as focal person of which agency: those
// who are reachable and not away, and those who stand in. An agency that is not
// among them has nobody who would be reminded.
func (s *Store) FocalPersons(ctx context.Context, day plan.Date) (list []record.Subscription, err error) {
	defer wrap(&err, "list the focal persons of %s", day)
	on := day.String()
	return all(ctx, s.statements, into(subscriptionFields), `SELECT `+subscriptionColumns+` FROM (
		SELECT chat, agency, role, standing, person FROM subscriptions WHERE role = 'focal' AND standing = 'approved'
		UNION SELECT chat, agency, role, standing, chat FROM (`+standIns+`) i) s LEFT JOIN people p ON p.id = s.person
		WHERE NOT `+away+`s.chat) AND NOT EXISTS (SELECT 1 FROM chats c WHERE c.chat = s.chat AND c.unreachable_since IS NOT NULL)
		ORDER BY s.agency, s.chat`, on, on, on, on)
}
