package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"cchcbot/seeds/plan"

	"cchcbot/bot/store/database"
)

// Retention is how many days finished data is kept.
type Retention struct {
	Nudges int // what each reminder told, which is most of what grows
	Rest   int // the reminders themselves, feedback, settled reports, answered questions, and people who follow nothing and do nothing
}

// sweepPortion is how many rows a sweep looks at before others have their turn.
const sweepPortion = 500

// sweepSteps delete what is older than a day, or than its midnight in milliseconds.
var sweepSteps = []struct {
	what, query string
	byTime      bool
}{
	{"digests", `DELETE FROM digests WHERE day < ? AND progress <> 'queued'`, false},
	{"feedback", `DELETE FROM feedback WHERE given_at < ?`, true},
	{"reports", `DELETE FROM reports WHERE given_at < ? AND settled`, true},
	{"questions", `DELETE FROM explanations WHERE answered_at < ?`, true},
	{"snoozes", `DELETE FROM snoozes WHERE day < ?`, false},
}

// Sweep deletes what is past its retention period. The states of duties and the
// audit log are never deleted. It works in portions, so that other transactions run
// in between.
func (s *Store) Sweep(ctx context.Context, today plan.Date, keep Retention) (err error) {
	defer database.Wrap(&err, "sweep")
	if err := s.sweepNudges(ctx, today.AddDays(-keep.Nudges)); err != nil {
		return fmt.Errorf("nudges: %w", err)
	}
	before := today.AddDays(-keep.Rest)
	for _, step := range sweepSteps {
		var bound any = before.String()
		if step.byTime {
			bound = database.ToMillis(before.In(time.UTC))
		}
		if err := s.db.Exec(ctx, step.query, bound); err != nil {
			return fmt.Errorf("%s: %w", step.what, err)
		}
	}
	return s.sweepPeople(ctx, database.ToMillis(before.In(time.UTC)))
}

// sweepPeople forgets people who follow nothing, administer nothing, and did nothing
// since a moment, nor were told what is kept of them.
func (s *Store) sweepPeople(ctx context.Context, before int64) error {
	idle, err := database.All(ctx, s.db.Statements, database.Into(database.Single[int64]), `SELECT p.id FROM people p
		WHERE p.id > 0 AND COALESCE(p.noticed_at, 0) < ?
			AND NOT EXISTS (SELECT 1 FROM subscriptions s WHERE p.id IN (s.chat, s.person) AND s.standing IN ('approved', 'waiting'))
			AND NOT EXISTS (SELECT 1 FROM administrators a WHERE a.person = p.id)
			AND NOT EXISTS (SELECT 1 FROM audit l WHERE l.person = p.id AND l.person <> 0 AND l.changed_at >= ?) ORDER BY p.id LIMIT ?`, before, before, sweepPortion)
	for _, id := range idle {
		err = errors.Join(err, s.ForgetPerson(ctx, id))
	}
	return err
}

// digestKey is a digest of which nudges are kept.
type digestKey struct {
	chat int64
	day  plan.Date
}

func digestKeyFields(t *digestKey) []any { return []any{&t.chat, database.DayField(&t.day)} }

// sweepNudges deletes the nudges of digests of earlier days.
func (s *Store) sweepNudges(ctx context.Context, before plan.Date) error {
	for from := ""; ; {
		told, err := database.All(ctx, s.db.Statements, database.Into(digestKeyFields), `SELECT d.chat, d.day FROM digests d WHERE d.day < ? AND d.day >= ? AND d.progress <> 'queued'
			AND EXISTS (SELECT 1 FROM nudges n WHERE n.chat = d.chat AND n.digest_day = d.day) ORDER BY d.day LIMIT ?`, before.String(), from, sweepPortion)
		if err != nil || len(told) == 0 {
			return err
		}
		err = change(ctx, s.db, func(t transaction) error {
			for _, d := range told {
				if err := t.Exec(ctx, `DELETE FROM nudges WHERE chat = ? AND digest_day = ?`, d.chat, d.day.String()); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		from = told[len(told)-1].day.String()
	}
}
