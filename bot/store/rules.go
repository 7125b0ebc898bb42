package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/seeds/plan"
)

// Rules returns what administrators changed about the reminders.
func (s rules) Rules(ctx context.Context) (rules record.Rules, err error) {
	defer database.Wrap(&err, "read rules")
	ladders, err := database.All(ctx, s.db.Statements, scanLadder, `SELECT kind, rungs FROM ladders`)
	if err != nil {
		return record.Rules{}, err
	}
	rules.Ladders = make(map[plan.DeadlineKind][]string, len(ladders))
	for _, l := range ladders {
		rules.Ladders[l.kind] = l.rungs
	}
	rules.Calendar, err = database.All(ctx, s.db.Statements, database.Into(calendarFields),
		`SELECT from_day, to_day, working, reason, source, unknown FROM calendar_entries ORDER BY from_day`)
	if err != nil {
		return record.Rules{}, err
	}
	rules.Internal, err = database.All(ctx, s.db.Statements, database.Into(internalFields), `SELECT plan, unit, day FROM internal_dues ORDER BY plan, unit`)
	return rules, err
}

// ladder is the rungs of a kind of deadline.
type ladder struct {
	kind  plan.DeadlineKind
	rungs []string
}

func scanLadder(r database.Row) (ladder, error) {
	var l ladder
	var rungs string
	if err := r.Scan(&l.kind, &rungs); err != nil {
		return ladder{}, err
	}
	if err := json.Unmarshal([]byte(rungs), &l.rungs); err != nil {
		return ladder{}, fmt.Errorf("read rungs %q: %w", rungs, err)
	}
	return l, nil
}

func calendarFields(e *plan.CalendarEntry) []any {
	return []any{database.DayField(&e.From), database.DayField(&e.To), &e.Working, &e.Reason, &e.Source, &e.Unknown}
}

func internalFields(d *record.InternalDue) []any { return []any{&d.Plan, &d.Unit, &d.Day} }

// SetLadder gives a kind of deadline other rungs; nil gives it back its default
// ones, an empty list takes all rungs from it.
func (s rules) SetLadder(ctx context.Context, kind plan.DeadlineKind, rungs []string, by record.Person) (err error) {
	defer database.Wrap(&err, "set ladder of %s", kind)
	return change(ctx, s.db, func(t transaction) error {
		before, err := t.swap(ctx, `DELETE FROM ladders WHERE kind = ? RETURNING rungs`, string(kind))
		if err != nil {
			return err
		}
		after := ""
		if rungs != nil {
			after = database.InJSON(database.CleanAll(rungs))
			err := t.Exec(ctx, `INSERT INTO ladders (kind, rungs) VALUES (?, ?)`, string(kind), after)
			if err != nil {
				return err
			}
		}
		return t.RecordChange(ctx, by, auditLadder, string(kind), before, after)
	})
}

// swap deletes the row that a new one replaces, and returns its value, "" if there
// was none. The table is locked until the transaction ends, so that the changes of
// two administrators are serialized.
func (t transaction) swap(ctx context.Context, query string, key ...any) (string, error) {
	if err := t.Alone(ctx); err != nil {
		return "", err
	}
	before, _, err := database.One(ctx, t.Statements, database.Into(database.Single[string]), query, key...)
	return before, err
}

// SetCalendarDays stores whether a span of days is worked, overriding the register
// of holidays and an earlier entry that begins on the same day.
func (s rules) SetCalendarDays(ctx context.Context, e plan.CalendarEntry, by record.Person) (err error) {
	defer database.Wrap(&err, "set days from %s", e.From)
	if e.From.IsZero() {
		return errors.New("no day is given")
	}
	if e.To.IsZero() {
		e.To = e.From
	}
	return change(ctx, s.db, func(t transaction) error {
		before, err := t.removeDays(ctx, e.From)
		if err != nil {
			return err
		}
		err = t.Exec(ctx, `INSERT INTO calendar_entries (from_day, to_day, working, reason, source, unknown) VALUES (?, ?, ?, ?, ?, ?)`,
			e.From.String(), e.To.String(), e.Working, database.Clean(e.Reason), database.Clean(e.Source), e.Unknown)
		if err != nil {
			return err
		}
		return t.RecordChange(ctx, by, auditCalendar, e.From.String(), before, describeDays(e))
	})
}

// RemoveCalendarDays deletes the entry of SetCalendarDays that begins on a day.
func (s rules) RemoveCalendarDays(ctx context.Context, from plan.Date, by record.Person) (err error) {
	defer database.Wrap(&err, "remove days from %s", from)
	return change(ctx, s.db, func(t transaction) error {
		before, err := t.removeDays(ctx, from)
		if err != nil {
			return err
		}
		return t.RecordChange(ctx, by, auditCalendar, from.String(), before, "")
	})
}

func (t transaction) removeDays(ctx context.Context, from plan.Date) (before string, err error) {
	if err := t.Alone(ctx); err != nil {
		return "", err
	}
	e, found, err := database.One(ctx, t.Statements, database.Into(calendarFields), `DELETE FROM calendar_entries WHERE from_day = ?
		RETURNING from_day, to_day, working, reason, source, unknown`, from.String())
	if err != nil || !found {
		return "", err
	}
	return describeDays(e), nil
}

// describeDays describes a span of days for the audit log.
func describeDays(e plan.CalendarEntry) string {
	words := []string{e.To.String(), "off"}
	if e.Working {
		words[1] = "working"
	}
	if e.Unknown {
		words = append(words, "unknown")
	}
	return strings.TrimSpace(strings.Join(append(words, e.Reason), " "))
}

// SetInternalDue makes a unit due earlier than the document says; day 0 takes
// that back.
func (s rules) SetInternalDue(ctx context.Context, d record.InternalDue, by record.Person) (err error) {
	defer database.Wrap(&err, "set internal due date of %s", d.Unit)
	return change(ctx, s.db, func(t transaction) error {
		in, unit := database.Clean(d.Plan), database.Clean(d.Unit)
		before, err := t.swap(ctx, `DELETE FROM internal_dues WHERE plan = ? AND unit = ? RETURNING CAST(day AS TEXT)`, in, unit)
		if err != nil {
			return err
		}
		after := ""
		if d.Day != 0 {
			after = strconv.Itoa(d.Day)
			if err := t.Exec(ctx, `INSERT INTO internal_dues (plan, unit, day) VALUES (?, ?, ?)`, in, unit, d.Day); err != nil {
				return err
			}
		}
		about := unit
		if in != "" {
			about = in + "|" + unit
		}
		return t.RecordChange(ctx, by, auditInternalDue, about, before, after)
	})
}
