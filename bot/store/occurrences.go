package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

const (
	occurrenceColumns = `o.id, o.plan, o.plan_year, o.unit, o.agency, o.kind, o.period, o.product, o.from_day, o.due,
		o.state, o.person, ` + named + `, o.closed_at, o.delivered, o.note`
	occurrenceTables = `(occurrences o LEFT JOIN people p ON p.id = o.person)`
)

func occurrenceFields(o *record.Occurrence) []any {
	return []any{
		&o.ID, &o.Plan, &o.Year, &o.Unit, &o.Agency, &o.Kind, &o.Period, &o.Product,
		dayField{&o.From},
		dayField{&o.Due},
		&o.State, &o.By.ID, &o.By.Name, &o.By.Username,
		timeField{&o.At},
		dayField{&o.Delivered},
		&o.Note,
	}
}

// Occurrence returns a kept occurrence, and whether there is one of this id.
func (s *Store) Occurrence(ctx context.Context, id int64) (o record.Occurrence, kept bool, err error) {
	defer wrap(&err, "read occurrence %d", id)
	return s.occurrence(ctx, id)
}

func (st statements) occurrence(ctx context.Context, id int64) (record.Occurrence, bool, error) {
	return one(ctx, st, into(occurrenceFields), `SELECT `+occurrenceColumns+` FROM `+occurrenceTables+` WHERE o.id = ?`, id)
}

// KeepOccurrence finds an occurrence by its Key, or writes it down as open, and
// returns it as it is kept.
func (s *Store) KeepOccurrence(ctx context.Context, o record.Occurrence) (kept record.Occurrence, err error) {
	defer wrap(&err, "keep occurrence %s", o.Key())
	err = s.change(ctx, func(t transaction) error {
		ids, err := t.keep(ctx, []record.Occurrence{o})
		if err != nil {
			return err
		}
		kept, _, err = t.occurrence(ctx, ids[o.Key()])
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
		rows[i], names[i] = occurrenceValues(wanted[key]), clean(key)
	}
	_, err := insertAll(ctx, t.statements, into(single[int64]), `INSERT INTO occurrences
		(name, plan, plan_year, unit, agency, kind, period, product, from_day, due)`, rows, `ON CONFLICT (name) DO NOTHING RETURNING id`)
	if err != nil {
		return nil, fmt.Errorf("write occurrences: %w", err)
	}
	kept, err := selectAmong(ctx, t.statements, into(nameFields), `SELECT id, name FROM occurrences WHERE name IN`, nil, names, "")
	if err != nil {
		return nil, fmt.Errorf("find occurrences: %w", err)
	}
	byName := make(map[string]int64, len(kept))
	for _, k := range kept {
		byName[k.name] = k.id
	}
	ids := make(map[string]int64, len(keys))
	for _, key := range keys {
		ids[key] = byName[clean(key)]
	}
	return ids, nil
}

func occurrenceValues(o record.Occurrence) []any {
	return []any{
		clean(o.Key()), clean(o.Plan), o.Year, clean(o.Unit), clean(o.Agency), string(o.Kind),
		clean(o.Period), clean(o.Product), o.From.String(), o.Due.String(),
	}
}

// keptName is the name and the id of a kept occurrence.
type keptName struct {
	id   int64
	name string
}

func nameFields(k *keptName) []any { return []any{&k.id, &k.name} }

const closedOccurrences = `SELECT ` + occurrenceColumns + ` FROM ` + occurrenceTables + ` WHERE o.state <> 'open' AND o.due >= ?`

// ClosedOccurrences returns by their Key those that are done or waived, of the
// ones due on a day or later.
func (s *Store) ClosedOccurrences(ctx context.Context, from plan.Date) (closed map[string]record.Occurrence, err error) {
	defer wrap(&err, "list closed occurrences")
	list, err := all(ctx, s.statements, into(occurrenceFields), closedOccurrences, from.String())
	return byKey(list), err
}

const occurrencesOf = `SELECT ` + occurrenceColumns + ` FROM ` + occurrenceTables + ` WHERE o.unit = ? AND o.agency = ?`

// OccurrencesOf returns by their Key those of a unit for an agency that are kept,
// open ones among them.
func (s *Store) OccurrencesOf(ctx context.Context, unit, agency string) (kept map[string]record.Occurrence, err error) {
	defer wrap(&err, "list occurrences of %s for %s", unit, agency)
	list, err := all(ctx, s.statements, into(occurrenceFields), occurrencesOf, clean(unit), clean(agency))
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
func (s *Store) RemindedOccurrences(ctx context.Context, from plan.Date) (reminded map[string]bool, err error) {
	defer wrap(&err, "list reminded occurrences")
	names, err := all(ctx, s.statements, into(single[string]), remindedOccurrences, from.String())
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
func (s *Store) SnoozeOccurrence(ctx context.Context, chat int64, o record.Occurrence, day plan.Date) (err error) {
	defer wrap(&err, "snooze occurrence %s for chat %d", o.Key(), chat)
	return s.change(ctx, func(t transaction) error {
		id, err := t.keptID(ctx, o)
		if err != nil {
			return err
		}
		return t.exec(ctx, `INSERT INTO snoozes (chat, occurrence, day) VALUES (`+currentChat+`, ?, ?)
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
