package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/seeds/plan"
)

const (
	planColumns = `l.id, l.name, l.number, l.issuer, l.kind, l.title, l.issued, l.from_year, l.to_year, l.file, l.sha256, l.settled,
		l.state, l.day, l.replaces, l.proposed, COALESCE(a.name, ''), COALESCE(a.username, ''), l.proposed_at,
		l.approved, COALESCE(b.name, ''), COALESCE(b.username, ''), l.approved_at`
	planTables = `plans l LEFT JOIN people a ON a.id = l.proposed LEFT JOIN people b ON b.id = l.approved`
)

func scanPlan(r database.Row) (record.Plan, error) {
	var p record.Plan
	var settled string
	fields := []any{
		&p.ID, &p.Key, &p.Number, &p.Issuer, &p.Kind, &p.Title,
		database.DayField(&p.Issued),
		&p.From, &p.To, &p.File, &p.SHA256, &settled, &p.State,
		database.DayField(&p.Day),
		&p.Replaces,
	}
	fields = append(append(fields, database.PersonFields(&p.Proposed)...), database.TimeField(&p.ProposedAt))
	fields = append(append(fields, database.PersonFields(&p.Approved)...), database.TimeField(&p.ApprovedAt))
	err := r.Scan(fields...)
	if settled != "" {
		p.Settled = json.RawMessage(settled)
	}
	return p, err
}

// Plans returns all plans without their originals, in the order in which they
// came.
func (s plans) Plans(ctx context.Context) (list []record.Plan, err error) {
	defer database.Wrap(&err, "list plans")
	return database.All(ctx, s.db.Statements, scanPlan, `SELECT `+planColumns+` FROM `+planTables+` ORDER BY l.id`)
}

// PlanOriginal returns the bytes of a plan as they were sent, which must still
// have the sum that was kept with them.
func (s plans) PlanOriginal(ctx context.Context, id int64) (original []byte, err error) {
	defer database.Wrap(&err, "read the original of plan %d", id)
	kept := struct {
		sum   string
		bytes []byte
	}{}
	if err = s.db.QueryRow(ctx, `SELECT sha256, original FROM plans WHERE id = ?`, id).Scan(&kept.sum, &kept.bytes); err != nil {
		return nil, err //nolint:wrapcheck // wrapped above
	}
	if kept.bytes == nil || sumOf(kept.bytes) != kept.sum {
		return nil, errors.New("it is not what was sent")
	}
	return kept.bytes, nil
}

func sumOf(original []byte) string {
	sum := sha256.Sum256(original)
	return hex.EncodeToString(sum[:])
}

// AddPlan keeps a document as a draft. Where the same bytes are a plan that was
// not withdrawn, that one is returned, and known is true.
func (s plans) AddPlan(ctx context.Context, p record.Plan, original []byte) (kept record.Plan, known bool, err error) {
	defer database.Wrap(&err, "keep plan %s", p.Number)
	p.SHA256, p.State, p.Day = sumOf(original), record.PlanDraft, plan.Date{}
	err = change(ctx, s.db, func(t transaction) error {
		if err := t.Alone(ctx); err != nil {
			return err
		}
		kept, known, err = database.One(ctx, t.Statements, scanPlan, `SELECT `+planColumns+` FROM `+planTables+`
			WHERE l.sha256 = ? AND l.state <> 'withdrawn' ORDER BY l.id LIMIT 1`, p.SHA256)
		if err != nil || known {
			return err
		}
		if kept, err = t.insertPlan(ctx, p, original); err != nil {
			return err
		}
		return t.recordPlan(ctx, p.Proposed, kept, "", string(record.PlanDraft))
	})
	return kept, known && err == nil, err
}

// KnowPlan keeps that a document comes with the program, where nothing is kept of
// it yet, and returns what is. It is in force then.
func (s plans) KnowPlan(ctx context.Context, p record.Plan) (kept record.Plan, err error) {
	defer database.Wrap(&err, "know plan %s", p.Number)
	p.SHA256, p.State = "", record.PlanInForce
	err = change(ctx, s.db, func(t transaction) error {
		if err := t.Alone(ctx); err != nil {
			return err
		}
		var known bool
		kept, known, err = database.One(ctx, t.Statements, scanPlan, `SELECT `+planColumns+` FROM `+planTables+`
			WHERE l.sha256 = '' AND l.number = ? AND l.from_year = ?`, database.Clean(p.Number), p.From)
		if err != nil || known {
			return err
		}
		kept, err = t.insertPlan(ctx, p, nil)
		return err
	})
	return kept, err
}

func (t transaction) insertPlan(ctx context.Context, p record.Plan, original []byte) (record.Plan, error) {
	var blob any // NULL without an original
	if original != nil {
		blob = original
	}
	id, _, err := database.One(ctx, t.Statements, database.Into(database.Single[int64]), `INSERT INTO plans (name, number, issuer, kind, title, issued, from_year, to_year,
			file, sha256, settled, state, day, replaces, proposed, proposed_at, approved, original)
		VALUES ('', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?) RETURNING id`,
		database.Clean(p.Number), database.Clean(p.Issuer), database.Clean(p.Kind), database.Clean(p.Title), p.Issued.String(), p.From, p.To,
		database.Clean(p.File), p.SHA256, database.Clean(string(p.Settled)), string(p.State), p.Day.String(), p.Replaces, p.Proposed.ID, database.ToMillis(t.Now()), blob)
	if err != nil {
		return p, err
	}
	if err := t.namePlan(ctx, id, p); err != nil {
		return p, err
	}
	return t.plan(ctx, id)
}

// namePlan gives a plan the name of its decision: the number, and where another
// decision has the same, more.
func (t transaction) namePlan(ctx context.Context, id int64, p record.Plan) error {
	others, err := database.All(ctx, t.Statements, scanPlan, `SELECT `+planColumns+` FROM `+planTables+`
		WHERE l.number = ? AND l.id <> ? ORDER BY l.id`, database.Clean(p.Number), id)
	if err != nil {
		return err
	}
	name := database.Clean(p.Number)
	if len(others) > 0 {
		name = fmt.Sprintf("%s#%d", name, id)
	}
	for _, o := range others {
		if plan.Fold(o.Issuer) == plan.Fold(p.Issuer) && o.From == p.From {
			name = o.Key
		}
	}
	return t.Exec(ctx, `UPDATE plans SET name = ? WHERE id = ?`, name, id)
}

func (t transaction) plan(ctx context.Context, id int64) (record.Plan, error) {
	p, kept, err := database.One(ctx, t.Statements, scanPlan, `SELECT `+planColumns+` FROM `+planTables+` WHERE l.id = ?`, id)
	if err == nil && !kept {
		err = fmt.Errorf("no plan %d is kept", id)
	}
	return p, err
}

func (t transaction) recordPlan(ctx context.Context, by record.Person, p record.Plan, before, after string) error {
	return t.Record(ctx, by, auditPlan, fmt.Sprintf("%s #%d", p.Number, p.ID), before, after)
}
