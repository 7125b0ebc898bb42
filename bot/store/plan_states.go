package store

import (
	"context"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/seeds/plan"
)

// SettlePlan keeps what people settled about a draft, and how it describes
// itself since. False where it is no draft any more.
func (s plans) SettlePlan(ctx context.Context, p record.Plan, by record.Person) (settled bool, err error) {
	defer database.Wrap(&err, "settle plan %d", p.ID)
	err = change(ctx, s.db, func(t transaction) error {
		changed, err := t.Affect(ctx, `UPDATE plans SET number = ?, issuer = ?, kind = ?, title = ?, issued = ?, from_year = ?, to_year = ?,
				settled = ?, replaces = ? WHERE id = ? AND state = 'draft'`,
			database.Clean(p.Number), database.Clean(p.Issuer), database.Clean(p.Kind), database.Clean(p.Title), p.Issued.String(), p.From, p.To,
			database.Clean(string(p.Settled)), p.Replaces, p.ID)
		if settled = changed > 0; err != nil || !settled {
			return err
		}
		if err := t.namePlan(ctx, p.ID, p); err != nil {
			return err
		}
		return t.recordPlan(ctx, by, p, "", "settled "+string(p.Settled))
	})
	return settled && err == nil, err
}

// ApprovePlan takes a draft into force from a day on, at once where the day is
// not to come. False, without any change or letter, where it is no draft, or
// where the one who approves proposed it.
func (s plans) ApprovePlan(ctx context.Context, id int64, day, today plan.Date, by record.Person, letters ...record.Letter) (p record.Plan, approved bool, err error) {
	defer database.Wrap(&err, "approve plan %d", id)
	err = change(ctx, s.db, func(t transaction) error {
		approved = false
		if p, err = t.lockPlan(ctx, id); err != nil || p.State != record.PlanDraft || p.Proposed.ID == by.ID {
			return err
		}
		approved = true
		if err := t.Exec(ctx, `UPDATE plans SET approved = ?, approved_at = ?, day = ? WHERE id = ?`,
			by.ID, database.ToMillis(s.db.Now()), day.String(), id); err != nil {
			return err
		}
		if err := t.movePlan(ctx, by, p, record.PlanApproved, " "+day.String()); err != nil {
			return err
		}
		if p, err = t.plan(ctx, id); err != nil {
			return err
		}
		if day.Compare(today) <= 0 {
			if err := t.takeIntoForce(ctx, by, &p); err != nil {
				return err
			}
		}
		return t.Post(ctx, letters)
	})
	return p, approved && err == nil, err
}

// ActivatePlans puts the approved plans into force whose first day is today or
// earlier, and returns them.
func (s plans) ActivatePlans(ctx context.Context, today plan.Date) (turned []record.Plan, err error) {
	defer database.Wrap(&err, "turn plans of %s", today)
	const due = ` l.state = 'approved' AND l.day <= ?`
	waiting, err := database.All(ctx, s.db.Statements, scanPlan, `SELECT `+planColumns+` FROM `+planTables+` WHERE`+due, today.String())
	if err != nil || len(waiting) == 0 {
		return nil, err
	}
	err = change(ctx, s.db, func(t transaction) error {
		turned = nil
		for _, w := range waiting {
			p, err := t.lockPlan(ctx, w.ID)
			if err != nil {
				return err
			}
			if p.State != record.PlanApproved {
				continue
			}
			if err := t.takeIntoForce(ctx, p.Approved, &p); err != nil {
				return err
			}
			turned = append(turned, p)
		}
		return nil
	})
	return turned, err
}

// WithdrawPlan takes a plan out of the library: a draft, an approved one, or one
// in force, in whose place the plan before it comes into force again. False,
// without any change or letter, where there is nothing to withdraw.
func (s plans) WithdrawPlan(ctx context.Context, id int64, by record.Person, letters ...record.Letter) (p record.Plan, withdrawn bool, err error) {
	defer database.Wrap(&err, "withdraw plan %d", id)
	err = change(ctx, s.db, func(t transaction) error {
		withdrawn = false
		if p, err = t.lockPlan(ctx, id); err != nil || p.State == record.PlanReplaced || p.State == record.PlanWithdrawn {
			return err
		}
		withdrawn = true
		ruled := p.Rules()
		if err := t.movePlan(ctx, by, p, record.PlanWithdrawn, ""); err != nil {
			return err
		}
		if ruled && p.Replaces != 0 {
			before, err := t.plan(ctx, p.Replaces)
			if err != nil {
				return err
			}
			if before.State == record.PlanReplaced {
				if err := t.movePlan(ctx, by, before, record.PlanInForce, ""); err != nil {
					return err
				}
			}
		}
		if p, err = t.plan(ctx, id); err != nil {
			return err
		}
		return t.Post(ctx, letters)
	})
	return p, withdrawn && err == nil, err
}

// lockPlan reads a plan and locks its row until the transaction ends.
func (t transaction) lockPlan(ctx context.Context, id int64) (record.Plan, error) {
	if err := t.Alone(ctx); err != nil {
		return record.Plan{}, err
	}
	return t.plan(ctx, id)
}

// takeIntoForce makes a plan rule in place of the one that it replaces.
func (t transaction) takeIntoForce(ctx context.Context, by record.Person, p *record.Plan) error {
	if p.Replaces != 0 {
		before, err := t.plan(ctx, p.Replaces)
		if err != nil {
			return err
		}
		if before.Rules() {
			if err := t.movePlan(ctx, by, before, record.PlanReplaced, ""); err != nil {
				return err
			}
		}
	}
	if err := t.movePlan(ctx, by, *p, record.PlanInForce, ""); err != nil {
		return err
	}
	p.State = record.PlanInForce
	return nil
}

// movePlan changes the state of a plan; more is said of it in the log.
func (t transaction) movePlan(ctx context.Context, by record.Person, p record.Plan, to record.PlanState, more string) error {
	if err := t.Exec(ctx, `UPDATE plans SET state = ? WHERE id = ?`, string(to), p.ID); err != nil {
		return err
	}
	return t.recordPlan(ctx, by, p, string(p.State), string(to)+more)
}
