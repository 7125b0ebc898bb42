package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"
)

// Feedback is one person's word on an answer, kept for the administrator.
type Feedback struct {
	Chat     int64     `json:"chat"`
	Question string    `json:"question"` // what was asked
	Answer   []string  `json:"answer"`   // ids of the units that were shown
	Text     string    `json:"text"`     // what the person says about it
	At       time.Time `json:"at"`       // when; the zero time stands for now
}

// AddFeedback keeps f.
func (s *Store) AddFeedback(ctx context.Context, f Feedback) error {
	answer, err := json.Marshal(cleanAll(f.Answer))
	if err != nil {
		return fmt.Errorf("write answer of feedback: %w", err)
	}
	if f.At.IsZero() {
		f.At = s.now()
	}
	err = s.exec(ctx, `INSERT INTO feedback (chat, question, answer, words, given_at) VALUES (?, ?, ?, ?, ?)`,
		f.Chat, clean(f.Question), string(answer), clean(f.Text), toMillis(f.At))
	if err != nil {
		return fmt.Errorf("keep feedback of chat %d: %w", f.Chat, err)
	}
	return nil
}

// ExplainFeedback gives the feedback that AddFeedback kept of a chat at f.At the
// words of f.Text. Where there is none, nothing is kept.
func (s *Store) ExplainFeedback(ctx context.Context, f Feedback) error {
	err := s.exec(ctx, `UPDATE feedback SET words = ? WHERE chat = ? AND question = ? AND given_at = ?`,
		clean(f.Text), f.Chat, clean(f.Question), toMillis(f.At))
	if err != nil {
		return fmt.Errorf("explain feedback of chat %d: %w", f.Chat, err)
	}
	return nil
}

// ListFeedback returns all feedback in the order in which it was kept.
func (s *Store) ListFeedback(ctx context.Context) (list []Feedback, err error) {
	defer wrap(&err, "list feedback")
	return all(ctx, s.statements, scanFeedback,
		`SELECT chat, question, answer, words, given_at FROM feedback ORDER BY seq`)
}

func scanFeedback(r row) (Feedback, error) {
	var (
		f      Feedback
		answer string
	)
	if err := r.Scan(&f.Chat, &f.Question, &answer, &f.Text, timeField{&f.At}); err != nil {
		return Feedback{}, err
	}
	if err := json.Unmarshal([]byte(answer), &f.Answer); err != nil {
		return Feedback{}, fmt.Errorf("read unit ids %q: %w", answer, err)
	}
	return f, nil
}

// cleanAll cleans every word; no words are an empty list, not null.
func cleanAll(words []string) []string {
	cleaned := make([]string, len(words))
	for i, word := range words {
		cleaned[i] = clean(word)
	}
	return cleaned
}
