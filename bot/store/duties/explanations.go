package duties

import (
	"context"
	"fmt"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/seeds/plan"
)

const (
	explanationColumns = `e.id, e.asked, COALESCE(a.name, ''), COALESCE(a.username, ''), e.asked_at,
		e.answered, COALESCE(b.name, ''), COALESCE(b.username, ''), e.answered_at, e.words, ` + occurrenceColumns
	explanationTables = `explanations e LEFT JOIN people a ON a.id = e.asked LEFT JOIN people b ON b.id = e.answered
		JOIN ` + occurrenceTables + ` ON o.id = e.occurrence`
)

func explanationFields(e *record.Explanation) []any {
	fields := append([]any{&e.ID}, database.PersonFields(&e.Asked)...)
	fields = append(fields, database.TimeField(&e.AskedAt))
	fields = append(fields, database.PersonFields(&e.Answered)...)
	fields = append(fields, database.TimeField(&e.AnsweredAt), &e.Words)
	return append(fields, occurrenceFields(&e.Occurrence)...)
}

// AskExplanation keeps that a leader asks about an occurrence, which is written
// down where it is not kept yet, and returns the question with its id.
func (s Duties) AskExplanation(ctx context.Context, e record.Explanation, letters ...record.Letter) (kept record.Explanation, err error) {
	defer database.Wrap(&err, "keep question of person %d", e.Asked.ID)
	err = s.change(ctx, func(t transaction) error {
		occurrence, err := t.keptID(ctx, e.Occurrence)
		if err != nil {
			return err
		}
		id, _, err := database.One(ctx, t.Statements, database.Into(database.Single[int64]), `INSERT INTO explanations (occurrence, asked, asked_at)
			VALUES (?, ?, ?) RETURNING id`, occurrence, e.Asked.ID, database.ToMillis(s.db.Now()))
		if err != nil {
			return err
		}
		if err := t.MeetNamed(ctx, e.Asked); err != nil {
			return err
		}
		if kept, err = t.explanation(ctx, id); err != nil {
			return err
		}
		if err := t.Record(ctx, e.Asked, auditExplanation, kept.Occurrence.Key(), "", "asked"); err != nil {
			return err
		}
		return t.Post(ctx, letters)
	})
	return kept, err
}

func (t transaction) explanation(ctx context.Context, id int64) (record.Explanation, error) {
	e, kept, err := database.One(ctx, t.Statements, database.Into(explanationFields),
		`SELECT `+explanationColumns+` FROM `+explanationTables+` WHERE e.id = ?`, id)
	if err == nil && !kept {
		err = fmt.Errorf("no question %d is kept", id)
	}
	return e, err
}

// AnswerExplanation keeps the answer to a question, and to those of the same person
// about the same occurrence. Of several answers the first wins:
// the others return what was answered, change nothing and send no letter.
func (s Duties) AnswerExplanation(ctx context.Context, id int64, by record.Person, words string, letters ...record.Letter) (e record.Explanation, first bool, err error) {
	defer database.Wrap(&err, "answer question %d", id)
	err = s.change(ctx, func(t transaction) error {
		first = false
		changed, err := t.Affect(ctx, `UPDATE explanations SET answered = ?, answered_at = ?, words = ? WHERE answered_at IS NULL
			AND occurrence = (SELECT q.occurrence FROM explanations q WHERE q.id = ?)
			AND asked = (SELECT q.asked FROM explanations q WHERE q.id = ?)`, by.ID, database.ToMillis(s.db.Now()), database.Clean(words), id, id)
		if err != nil {
			return err
		}
		if err := t.MeetNamed(ctx, by); err != nil {
			return err
		}
		if e, err = t.explanation(ctx, id); err != nil || changed == 0 {
			return err
		}
		first = true
		if err := t.Record(ctx, by, auditExplanation, e.Occurrence.Key(), "asked", "answered"); err != nil {
			return err
		}
		return t.Post(ctx, letters)
	})
	return e, first && err == nil, err
}

// Explanations returns what was asked about an occurrence, the oldest first.
func (s Duties) Explanations(ctx context.Context, occurrence int64) (list []record.Explanation, err error) {
	defer database.Wrap(&err, "list questions about occurrence %d", occurrence)
	return database.All(ctx, s.db.Statements, database.Into(explanationFields), `SELECT `+explanationColumns+` FROM `+explanationTables+`
		WHERE e.occurrence = ? ORDER BY e.id`, occurrence)
}

// Explained returns what was answered about occurrences that are due from a day on,
// the oldest first.
func (s Duties) Explained(ctx context.Context, from plan.Date) (list []record.Explanation, err error) {
	defer database.Wrap(&err, "list answers from %s", from)
	return database.All(ctx, s.db.Statements, database.Into(explanationFields), `SELECT `+explanationColumns+` FROM `+explanationTables+`
		WHERE e.words <> '' AND o.due >= ? ORDER BY e.id`, from.String())
}
