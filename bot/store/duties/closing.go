package duties

import (
	"context"
	"fmt"
	"slices"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/seeds/plan"
)

// CloseOccurrences gives open occurrences their State, with the day and the note,
// and has the messages that tell them shown anew. Those that are not kept yet are
// written down. Of several calls for one occurrence the first wins: the others
// return it as it is, tell so by first, and change nothing of it.
func (s Duties) CloseOccurrences(ctx context.Context, list []record.Occurrence, by record.Person) (closed []record.Occurrence, first []bool, err error) {
	defer database.Wrap(&err, "close %d occurrences", len(list))
	err = s.change(ctx, func(t transaction) error {
		closed, first = nil, nil
		for _, o := range list {
			id, err := t.keptID(ctx, o)
			if err != nil {
				return err
			}
			o.ID = id
			changed, err := t.closeOccurrence(ctx, o, by)
			if err != nil {
				return err
			}
			now, err := t.mustOccurrence(ctx, id)
			if err != nil {
				return err
			}
			closed, first = append(closed, now), append(first, changed)
		}
		return nil
	})
	return closed, first, err
}

func (t transaction) closeOccurrence(ctx context.Context, o record.Occurrence, by record.Person) (first bool, err error) {
	changed, err := t.Affect(ctx, `UPDATE occurrences SET state = ?, person = ?, closed_at = ?, delivered = ?, note = ? WHERE id = ? AND state = 'open'`,
		o.State, by.ID, database.ToMillis(t.Now()), database.DayOrNone(o.Delivered), database.Clean(o.Note), o.ID)
	if err != nil || changed == 0 {
		return false, err
	}
	return true, t.followOccurrence(ctx, o.ID, by, string(record.Open), afterwards(o))
}

// AnnotateOccurrence replaces the note of an occurrence.
func (s Duties) AnnotateOccurrence(ctx context.Context, id int64, by record.Person, note string) (o record.Occurrence, err error) {
	defer database.Wrap(&err, "annotate occurrence %d", id)
	err = s.change(ctx, func(t transaction) error {
		before, err := t.hold(ctx, id)
		if err != nil {
			return err
		}
		if err := t.Exec(ctx, `UPDATE occurrences SET note = ? WHERE id = ?`, database.Clean(note), id); err != nil {
			return err
		}
		after := before
		after.Note = note
		if err := t.followOccurrence(ctx, id, by, afterwards(before), afterwards(after)); err != nil {
			return err
		}
		o, err = t.mustOccurrence(ctx, id)
		return err
	})
	return o, err
}

// ReopenOccurrence takes CloseOccurrence back. It returns false, changes nothing
// and sends no letter where the occurrence is open.
func (s Duties) ReopenOccurrence(ctx context.Context, id int64, by record.Person, letters ...record.Letter) (o record.Occurrence, reopened bool, err error) {
	defer database.Wrap(&err, "reopen occurrence %d", id)
	err = s.change(ctx, func(t transaction) error {
		reopened = false
		o, err = t.hold(ctx, id)
		if err != nil || o.State == record.Open {
			return err
		}
		if err := t.reopenOccurrence(ctx, o, by); err != nil {
			return err
		}
		reopened = true
		if err := t.Post(ctx, letters); err != nil {
			return err
		}
		o, err = t.mustOccurrence(ctx, id)
		return err
	})
	return o, reopened && err == nil, err
}

func (t transaction) reopenOccurrence(ctx context.Context, o record.Occurrence, by record.Person) error {
	err := t.Exec(ctx, `UPDATE occurrences SET state = 'open', person = 0, closed_at = NULL, delivered = '', note = '' WHERE id = ?`, o.ID)
	if err != nil {
		return err
	}
	return t.followOccurrence(ctx, o.ID, by, afterwards(o), string(record.Open))
}

// hold reads an occurrence and keeps others from changing it meanwhile.
func (t transaction) hold(ctx context.Context, id int64) (record.Occurrence, error) {
	_, _, err := database.One(ctx, t.Statements, database.Into(database.Single[int64]), `SELECT id FROM occurrences WHERE id = ?`+t.Lock(), id)
	if err != nil {
		return record.Occurrence{}, err
	}
	return t.mustOccurrence(ctx, id)
}

func (t transaction) mustOccurrence(ctx context.Context, id int64) (record.Occurrence, error) {
	o, kept, err := occurrence(ctx, t.Statements, id)
	if err == nil && !kept {
		return o, fmt.Errorf("no occurrence %d is kept", id)
	}
	return o, err
}

// followOccurrence does what follows a change of an occurrence.
func (t transaction) followOccurrence(ctx context.Context, id int64, by record.Person, before, after string) error {
	o, err := t.mustOccurrence(ctx, id)
	if err != nil {
		return err
	}
	if err := t.Record(ctx, by, auditOccurrence, o.Key(), before, after); err != nil {
		return err
	}
	return t.showAgain(ctx, id)
}

// toldDigests are those that tell an occurrence; a digest that tells it at two
// rungs is among them twice.
const toldDigests = `SELECT d.chat, d.day, d.progress FROM nudges n JOIN digests d ON d.chat = n.chat AND d.day = n.digest_day
	WHERE n.occurrence = ? AND NOT n.covered ORDER BY d.chat, d.day`

// showAgain has the sent digests shown anew that tell an occurrence. It holds
// those that are being sent until their MarkSent can see the change.
func (t transaction) showAgain(ctx context.Context, occurrence int64) error {
	digests, err := database.All(ctx, t.Statements, database.Into(progressFields), toldDigests+t.LockDigests(), occurrence)
	if err != nil {
		return fmt.Errorf("find digests: %w", err)
	}
	for _, d := range slices.Compact(digests) {
		if d.progress != record.Sent {
			continue
		}
		if err := t.Enqueue(ctx, database.Showing(d.ShowDigest)); err != nil {
			return err
		}
	}
	return nil
}

// digestProgress is a digest and how far it has come.
type digestProgress struct {
	record.ShowDigest
	progress record.Progress
}

func progressFields(d *digestProgress) []any {
	return []any{&d.Chat, database.DayField(&d.Day), &d.progress}
}

// showsClosed tells whether a digest tells an occurrence that is closed.
func (t transaction) showsClosed(ctx context.Context, chat int64, day plan.Date) (bool, error) {
	closed, _, err := database.One(ctx, t.Statements, database.Into(database.Single[bool]), `SELECT EXISTS (SELECT 1 FROM nudges n JOIN occurrences o ON o.id = n.occurrence
		WHERE n.chat = ? AND n.digest_day = ? AND NOT n.covered AND o.state <> 'open')`, chat, day.String())
	return closed, err
}
