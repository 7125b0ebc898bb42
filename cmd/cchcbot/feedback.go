package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"cchcbot/bot"
	"cchcbot/bot/store"
)

// feedbackBook lets the bot keep feedback in the store.
type feedbackBook struct{ store *store.Store }

func (b feedbackBook) AddFeedback(ctx context.Context, f bot.Feedback) error {
	return b.store.AddFeedback(ctx, stored(f))
}

func (b feedbackBook) ExplainFeedback(ctx context.Context, f bot.Feedback) error {
	return b.store.ExplainFeedback(ctx, stored(f))
}

func stored(f bot.Feedback) store.Feedback {
	return store.Feedback{Chat: f.Chat, Question: f.Question, Answer: f.Units, Text: f.Text, At: f.At}
}

// feedbackCase is feedback as a line of a relevance file, still to be judged:
// someone who reads the document fills in what is accepted. Who gave it is not
// told.
type feedbackCase struct {
	ID       string   `json:"id"`
	Question string   `json:"q"`
	Kind     string   `json:"kind"`
	Accept   []string `json:"accept"`
	Must     []string `json:"must"`
	Note     string   `json:"note"`
}

// exportFeedback prints the answers that people found wrong.
func exportFeedback(ctx context.Context, args []string, p process) (err error) {
	s, err := readSettings("feedback export", args, p)
	if err != nil {
		return usageOf(err)
	}
	memory, err := store.Open(ctx, string(s.database), store.WithNow(s.clock.Now))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, memory.Close()) }()
	list, err := memory.ListFeedback(ctx)
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(p.stdout)
	encoder.SetEscapeHTML(false)
	for i, f := range list {
		if err := encoder.Encode(caseOf(i+1, f)); err != nil {
			return fmt.Errorf("print feedback: %w", err)
		}
	}
	return nil
}

func caseOf(n int, f store.Feedback) feedbackCase {
	said := "nothing more"
	if f.Text != "" {
		said = "“" + f.Text + "”"
	}
	answered := "nothing"
	if len(f.Answer) > 0 {
		answered = strings.Join(f.Answer, " ")
	}
	return feedbackCase{
		ID: "fb-" + strconv.Itoa(n), Question: f.Question, Accept: []string{}, Must: []string{},
		Note: fmt.Sprintf("user said %s; bot answered %s", said, answered),
	}
}
