package main

import (
	"context"
	"errors"
	"fmt"

	"cchcbot/bot/chat"
	"cchcbot/bot/office"
	"cchcbot/bot/store"
)

// feedbackBook lets the bot keep feedback in the store.
type feedbackBook struct{ store *store.Store }

func (b feedbackBook) AddFeedback(ctx context.Context, f chat.Feedback) error {
	return b.store.AddFeedback(ctx, stored(f))
}

func (b feedbackBook) ExplainFeedback(ctx context.Context, f chat.Feedback) error {
	return b.store.ExplainFeedback(ctx, stored(f))
}

func stored(f chat.Feedback) store.Feedback {
	return store.Feedback{Chat: f.Chat, Question: f.Question, Answer: f.Units, Text: f.Text, At: f.At}
}

// exportFeedback prints the answers that people found wrong.
func exportFeedback(ctx context.Context, args []string, p process) (err error) {
	s, err := readSettings("feedback export", args, p)
	if err != nil {
		return usageOf(err)
	}
	memory, err := openKept(ctx, "feedback export", s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, memory.Close()) }()
	list, err := rounds{memory}.ListFeedback(ctx)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		fmt.Fprintln(p.stderr, "feedback export: nobody found an answer wrong yet")
	}
	return office.WriteFeedback(p.stdout, list)
}
