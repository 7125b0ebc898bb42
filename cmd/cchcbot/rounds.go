package main

import (
	"context"

	"cchcbot/bot/chat"
	"cchcbot/bot/office"
	"cchcbot/bot/store"
)

// rounds shows administrators in the chat what the store keeps of chats and
// answers.
type rounds struct{ store *store.Store }

func (r rounds) Unreachable(ctx context.Context) ([]office.Unreached, error) {
	chats, err := r.store.Unreachable(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]office.Unreached, len(chats))
	for i, c := range chats {
		all[i] = office.Unreached{Chat: c.ID, Name: c.Name, Since: c.UnreachableSince, Reason: c.UnreachableReason}
	}
	return all, nil
}

func (r rounds) ListFeedback(ctx context.Context) ([]chat.Feedback, error) {
	list, err := r.store.ListFeedback(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]chat.Feedback, len(list))
	for i, f := range list {
		all[i] = chat.Feedback{Chat: f.Chat, Question: f.Question, Units: f.Answer, Text: f.Text, At: f.At}
	}
	return all, nil
}
