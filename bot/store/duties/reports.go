package duties

import (
	"context"
	"fmt"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
)

const (
	reportColumns = `r.id, r.person, COALESCE(w.name, ''), COALESCE(w.username, ''), r.words, r.given_at, r.settled, ` + occurrenceColumns
	reportTables  = `reports r LEFT JOIN people w ON w.id = r.person JOIN ` + occurrenceTables + ` ON o.id = r.occurrence`
)

func reportFields(r *record.Report) []any {
	fields := append([]any{&r.ID}, database.PersonFields(&r.Person)...)
	fields = append(fields, &r.Words, database.TimeField(&r.At), &r.Settled)
	return append(fields, occurrenceFields(&r.Occurrence)...)
}

// AddReport keeps a report and returns it with its id. The occurrence is written
// down where it is not kept yet.
func (s Duties) AddReport(ctx context.Context, r record.Report, letters ...record.Letter) (kept record.Report, err error) {
	defer database.Wrap(&err, "keep report of person %d", r.Person.ID)
	err = s.change(ctx, func(t transaction) error {
		occurrence, err := t.keptID(ctx, r.Occurrence)
		if err != nil {
			return err
		}
		id, _, err := database.One(ctx, t.Statements, database.Into(database.Single[int64]), `INSERT INTO reports (occurrence, person, words, given_at, settled)
			VALUES (?, ?, ?, ?, ?) RETURNING id`, occurrence, r.Person.ID, database.Clean(r.Words), database.ToMillis(s.db.Now()), false)
		if err != nil {
			return err
		}
		if err := t.MeetNamed(ctx, r.Person); err != nil {
			return err
		}
		if kept, err = t.report(ctx, id); err != nil {
			return err
		}
		if err := t.Record(ctx, r.Person, auditReport, kept.Occurrence.Key(), "", "open"); err != nil {
			return err
		}
		return t.Post(ctx, letters)
	})
	return kept, err
}

// keptID returns the id of an occurrence, which is written down where it has
// none.
func (t transaction) keptID(ctx context.Context, o record.Occurrence) (int64, error) {
	if o.ID != 0 {
		return o.ID, nil
	}
	ids, err := t.keep(ctx, []record.Occurrence{o})
	return ids[o.Key()], err
}

func (t transaction) report(ctx context.Context, id int64) (record.Report, error) {
	r, kept, err := database.One(ctx, t.Statements, database.Into(reportFields), `SELECT `+reportColumns+` FROM `+reportTables+` WHERE r.id = ?`, id)
	if err == nil && !kept {
		err = fmt.Errorf("no report %d is kept", id)
	}
	return r, err
}

// OpenReports returns the reports that an administrator is to settle, the oldest
// first.
func (s Duties) OpenReports(ctx context.Context) (list []record.Report, err error) {
	defer database.Wrap(&err, "list open reports")
	return database.All(ctx, s.db.Statements, database.Into(reportFields), `SELECT `+reportColumns+` FROM `+reportTables+` WHERE NOT r.settled ORDER BY r.id`)
}

// ReportOf returns the last report about an occurrence; false where there is
// none.
func (s Duties) ReportOf(ctx context.Context, occurrence int64) (r record.Report, kept bool, err error) {
	defer database.Wrap(&err, "read report of occurrence %d", occurrence)
	return database.One(ctx, s.db.Statements, database.Into(reportFields), `SELECT `+reportColumns+` FROM `+reportTables+` WHERE o.id = ? ORDER BY r.id DESC LIMIT 1`, occurrence)
}

// SettleReport ends a report; waive takes the occurrence from the agency unless
// it is closed already. It returns false, changes nothing and sends no letter
// where the report was settled before.
func (s Duties) SettleReport(ctx context.Context, id int64, waive bool, by record.Person, letters ...record.Letter) (r record.Report, settled bool, err error) {
	defer database.Wrap(&err, "settle report %d", id)
	err = s.change(ctx, func(t transaction) error {
		settled = false
		changed, err := t.Affect(ctx, `UPDATE reports SET settled = ? WHERE id = ? AND NOT settled`, true, id)
		if err != nil {
			return err
		}
		if r, err = t.report(ctx, id); err != nil || changed == 0 {
			return err
		}
		settled = true
		if err := t.followReport(ctx, r, waive, by); err != nil {
			return err
		}
		if r, err = t.report(ctx, id); err != nil {
			return err
		}
		return t.Post(ctx, letters)
	})
	return r, settled && err == nil, err
}

func (t transaction) followReport(ctx context.Context, r record.Report, waive bool, by record.Person) error {
	if !waive {
		return t.Record(ctx, by, auditReport, r.Occurrence.Key(), "open", "rejected")
	}
	if err := t.Record(ctx, by, auditReport, r.Occurrence.Key(), "open", "waived"); err != nil {
		return err
	}
	waived := r.Occurrence
	waived.State = record.Waived
	_, err := t.closeOccurrence(ctx, waived, by)
	return err
}

// ReopenReport takes SettleReport back, and with it the waiver. It returns false,
// changes nothing and sends no letter where the report is open, where a later one
// about its occurrence is kept, and where the occurrence was acknowledged.
func (s Duties) ReopenReport(ctx context.Context, id int64, by record.Person, letters ...record.Letter) (r record.Report, reopened bool, err error) {
	defer database.Wrap(&err, "reopen report %d", id)
	err = s.change(ctx, func(t transaction) error {
		reopened = false
		if r, err = t.report(ctx, id); err != nil {
			return err
		}
		o, err := t.hold(ctx, r.Occurrence.ID)
		if err != nil || o.State == record.Done {
			return err
		}
		changed, err := t.Affect(ctx, `UPDATE reports SET settled = ? WHERE id = ? AND settled
			AND NOT EXISTS (SELECT 1 FROM reports later WHERE later.occurrence = reports.occurrence AND later.id > reports.id)`, false, id)
		if err != nil || changed == 0 {
			return err
		}
		reopened = true
		if err := t.reopenAfterReport(ctx, o, by); err != nil {
			return err
		}
		if r, err = t.report(ctx, id); err != nil {
			return err
		}
		return t.Post(ctx, letters)
	})
	return r, reopened && err == nil, err
}

func (t transaction) reopenAfterReport(ctx context.Context, o record.Occurrence, by record.Person) error {
	if o.State != record.Waived {
		return t.Record(ctx, by, auditReport, o.Key(), "rejected", "open")
	}
	if err := t.Record(ctx, by, auditReport, o.Key(), "waived", "open"); err != nil {
		return err
	}
	return t.reopenOccurrence(ctx, o, by)
}
