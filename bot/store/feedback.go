package store

import (
	"context"
	"encoding/json"
	"fmt"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
)

// AddFeedback keeps f.
func (s feedbacks) AddFeedback(ctx context.Context, f record.Feedback) error {
	answer, err := json.Marshal(database.CleanAll(f.Units))
	if err != nil {
		return fmt.Errorf("write answer of feedback: %w", err)
	}
	if f.At.IsZero() {
		f.At = s.db.Now()
	}
	err = s.db.Exec(ctx, `INSERT INTO feedback (chat, question, answer, words, given_at) VALUES (?, ?, ?, ?, ?)`,
		f.Chat, database.Clean(f.Question), string(answer), database.Clean(f.Text), database.ToMillis(f.At))
	if err != nil {
		return fmt.Errorf("keep feedback of chat %d: %w", f.Chat, err)
	}
	return nil
}

// ExplainFeedback gives the feedback that AddFeedback kept of a chat at f.At the
// words of f.Text. Where there is none, nothing is kept.
func (s feedbacks) ExplainFeedback(ctx context.Context, f record.Feedback) error {
	err := s.db.Exec(ctx, `UPDATE feedback SET words = ? WHERE chat = ? AND question = ? AND given_at = ?`,
		database.Clean(f.Text), f.Chat, database.Clean(f.Question), database.ToMillis(f.At))
	if err != nil {
		return fmt.Errorf("explain feedback of chat %d: %w", f.Chat, err)
	}
	return nil
}

// ListFeedback returns all feedback in the order in which it was kept.
func (s feedbacks) ListFeedback(ctx context.Context) (list []record.Feedback, err error) {
	defer database.Wrap(&err, "list feedback")
	return database.All(ctx, s.db.Statements, scanFeedback,
		`SELECT chat, question, answer, words, given_at FROM feedback ORDER BY seq`)
}

// CloseFeedback deletes what was seen to. The log keeps that it was, and by whom.
func (s feedbacks) CloseFeedback(ctx context.Context, f record.Feedback, by record.Person) (err error) {
	defer database.Wrap(&err, "close feedback")
	return change(ctx, s.db, func(t transaction) error {
		if err := t.Record(ctx, by, auditFeedback, f.At.UTC().Format("2006-01-02 15:04"), "", "closed"); err != nil {
			return err
		}
		return t.Exec(ctx, `DELETE FROM feedback WHERE chat = ? AND question = ? AND given_at = ?`, f.Chat, f.Question, database.ToMillis(f.At))
	})
}

func scanFeedback(r database.Row) (record.Feedback, error) {
	var (
		f      record.Feedback
		answer string
	)
	if err := r.Scan(&f.Chat, &f.Question, &answer, &f.Text, database.TimeField(&f.At)); err != nil {
		return record.Feedback{}, err
	}
	if err := json.Unmarshal([]byte(answer), &f.Units); err != nil {
		return record.Feedback{}, fmt.Errorf("read unit ids %q: %w", answer, err)
	}
	return f, nil
}
