package duties

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/bot/store/people"
	"cchcbot/seeds/plan"
)

const (
	occurrenceColumns = `o.id, o.plan, o.plan_year, o.unit, o.agency, o.kind, o.period, o.product, o.from_day, o.due,
		o.state, o.person, ` + database.Named + `, o.closed_at, o.delivered, o.note`
	occurrenceTables = `(occurrences o LEFT JOIN people p ON p.id = o.person)`
)

func occurrenceFields(o *record.Occurrence) []any {
	return []any{
		&o.ID, &o.Plan, &o.Year, &o.Unit, &o.Agency, &o.Kind, &o.Period, &o.Product,
		database.DayField(&o.From),
		database.DayField(&o.Due),
		&o.State, &o.By.ID, &o.By.Name, &o.By.Username,
		database.TimeField(&o.At),
		database.DayField(&o.Delivered),
		&o.Note,
	}
}

// Occurrence returns a kept occurrence, and whether there is one of this id.
func (s Duties) Occurrence(ctx context.Context, id int64) (o record.Occurrence, kept bool, err error) {
	defer database.Wrap(&err, "read occurrence %d", id)
	return occurrence(ctx, s.db.Statements, id)
}

func occurrence(ctx context.Context, st database.Statements, id int64) (record.Occurrence, bool, error) {
	return database.One(ctx, st, database.Into(occurrenceFields), `SELECT `+occurrenceColumns+` FROM `+occurrenceTables+` WHERE o.id = ?`, id)
}

// KeepOccurrence finds an occurrence by its Key, or writes it down as open, and
// returns it as it is kept.
func (s Duties) KeepOccurrence(ctx context.Context, o record.Occurrence) (kept record.Occurrence, err error) {
	defer database.Wrap(&err, "keep occurrence %s", o.Key())
	err = s.change(ctx, func(t transaction) error {
		ids, err := t.keep(ctx, []record.Occurrence{o})
		if err != nil {
			return err
		}
		kept, _, err = occurrence(ctx, t.Statements, ids[o.Key()])
		return err
	})
	return kept, err
}

// keep writes down the occurrences that are not kept yet, and returns the ids of
// all by their keys. They are taken in the order of their keys, so that two
// transactions never wait for each other.
func (t transaction) keep(ctx context.Context, list []record.Occurrence) (map[string]int64, error) {
	wanted := make(map[string]record.Occurrence, len(list))
	for _, o := range list {
		wanted[o.Key()] = o
	}
	keys := make([]string, 0, len(wanted))
	for key := range wanted {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	rows := make([][]any, len(keys))
	names := make([]string, len(keys))
	for i, key := range keys {
		rows[i], names[i] = occurrenceValues(wanted[key]), database.Clean(key)
	}
	_, err := database.InsertAll(ctx, t.Statements, database.Into(database.Single[int64]), `INSERT INTO occurrences
		(name, plan, plan_year, unit, agency, kind, period, product, from_day, due)`, rows, `ON CONFLICT (name) DO NOTHING RETURNING id`)
	if err != nil {
		return nil, fmt.Errorf("write occurrences: %w", err)
	}
	kept, err := database.SelectAmong(ctx, t.Statements, database.Into(nameFields), `SELECT id, name FROM occurrences WHERE name IN`, nil, names, "")
	if err != nil {
		return nil, fmt.Errorf("find occurrences: %w", err)
	}
	byName := make(map[string]int64, len(kept))
	for _, k := range kept {
		byName[k.name] = k.id
	}
	ids := make(map[string]int64, len(keys))
	for _, key := range keys {
		ids[key] = byName[database.Clean(key)]
	}
	return ids, nil
}

func occurrenceValues(o record.Occurrence) []any {
	return []any{
		database.Clean(o.Key()), database.Clean(o.Plan), o.Year, database.Clean(o.Unit), database.Clean(o.Agency), string(o.Kind),
		database.Clean(o.Period), database.Clean(o.Product), o.From.String(), o.Due.String(),
	}
}

// occurrenceID is the name and the id of a kept occurrence.
type occurrenceID struct {
	id   int64
	name string
}

func nameFields(k *occurrenceID) []any { return []any{&k.id, &k.name} }

const closedOccurrences = `SELECT ` + occurrenceColumns + ` FROM ` + occurrenceTables + ` WHERE o.state <> 'open' AND o.due >= ?`

// ClosedOccurrences returns by their Key those that are done or waived, of the
// ones due on a day or later.
func (s Duties) ClosedOccurrences(ctx context.Context, from plan.Date) (closed map[string]record.Occurrence, err error) {
	defer database.Wrap(&err, "list closed occurrences")
	list, err := database.All(ctx, s.db.Statements, database.Into(occurrenceFields), closedOccurrences, from.String())
	return byKey(list), err
}

const occurrencesOf = `SELECT ` + occurrenceColumns + ` FROM ` + occurrenceTables + ` WHERE o.unit = ? AND o.agency = ?`

// OccurrencesOf returns by their Key those of a unit for an agency that are kept,
// open ones among them.
func (s Duties) OccurrencesOf(ctx context.Context, unit, agency string) (kept map[string]record.Occurrence, err error) {
	defer database.Wrap(&err, "list occurrences of %s for %s", unit, agency)
	list, err := database.All(ctx, s.db.Statements, database.Into(occurrenceFields), occurrencesOf, database.Clean(unit), database.Clean(agency))
	return byKey(list), err
}

// byKey finds occurrences by their Key.
func byKey(list []record.Occurrence) map[string]record.Occurrence {
	found := make(map[string]record.Occurrence, len(list))
	for _, o := range list {
		found[o.Key()] = o
	}
	return found
}

const remindedOccurrences = `SELECT DISTINCT o.name FROM nudges n JOIN occurrences o ON o.id = n.occurrence WHERE o.due >= ?`

// RemindedOccurrences returns the Keys of those that somebody was reminded of, of
// the ones due on a day or later.
func (s Duties) RemindedOccurrences(ctx context.Context, from plan.Date) (reminded map[string]bool, err error) {
	defer database.Wrap(&err, "list reminded occurrences")
	names, err := database.All(ctx, s.db.Statements, database.Into(database.Single[string]), remindedOccurrences, from.String())
	if err != nil {
		return nil, err
	}
	reminded = make(map[string]bool, len(names))
	for _, name := range names {
		reminded[name] = true
	}
	return reminded, nil
}

// SnoozeOccurrence keeps that a chat wants to hear of an occurrence again on a
// day, which takes the place of an earlier wish. The occurrence is written down
// where it is not kept yet.
func (s Duties) SnoozeOccurrence(ctx context.Context, chat int64, o record.Occurrence, day plan.Date) (err error) {
	defer database.Wrap(&err, "snooze occurrence %s for chat %d", o.Key(), chat)
	return s.change(ctx, func(t transaction) error {
		id, err := t.keptID(ctx, o)
		if err != nil {
			return err
		}
		return t.Exec(ctx, `INSERT INTO snoozes (chat, occurrence, day) VALUES (`+people.CurrentChat+`, ?, ?)
			ON CONFLICT (chat, occurrence) DO UPDATE SET day = excluded.day`, chat, chat, id, day.String())
	})
}

// afterwards says in the audit log how an occurrence stands.
func afterwards(o record.Occurrence) string {
	words := []string{cmp.Or(string(o.State), string(record.Open))}
	if !o.Delivered.IsZero() {
		words = append(words, o.Delivered.String())
	}
	return strings.TrimSpace(strings.Join(append(words, o.Note), " "))
}
