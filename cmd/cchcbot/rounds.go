package main

import (
	"context"

	"cchcbot/bot"
	"cchcbot/bot/store"
)

// rounds shows administrators in the chat what the store keeps of chats and
// answers.
type rounds struct{ store *store.Store }

func (r rounds) Unreachable(ctx context.Context) ([]bot.Unreached, error) {
	chats, err := r.store.Unreachable(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]bot.Unreached, len(chats))
	for i, c := range chats {
		all[i] = bot.Unreached{Chat: c.ID, Name: c.Name, Since: c.UnreachableSince, Reason: c.UnreachableReason}
	}
	return all, nil
}

func (r rounds) ListFeedback(ctx context.Context) ([]bot.Feedback, error) {
	list, err := r.store.ListFeedback(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]bot.Feedback, len(list))
	for i, f := range list {
		all[i] = bot.Feedback{Chat: f.Chat, Question: f.Question, Units: f.Answer, Text: f.Text, At: f.At}
	}
	return all, nil
}
