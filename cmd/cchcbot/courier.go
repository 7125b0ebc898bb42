package main

import (
	"context"
	"encoding/json"
	"fmt"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
	"cchcbot/bot/telegram"
)

// renderer renders digests; *bot.Bot is one.
type renderer interface {
	DigestReply(ctx context.Context, d record.Digest) (chat.Reply, error)
}

// sender sends and edits replies; *telegram.Transport is one.
type sender interface {
	Send(ctx context.Context, chat int64, reply chat.Reply, still func(context.Context) error) (message int64, err error)
	Edit(ctx context.Context, chat, message int64, reply chat.Reply) error
}

// courier sends reminders: the bot renders them, Telegram delivers them.
type courier struct {
	words renderer
	to    sender
}

var _ sender = (*telegram.Transport)(nil)

// Send sends a digest and returns the id of its message, 0 if nothing of it is to
// be sent any more.
func (p courier) Send(ctx context.Context, d record.Digest, still func(context.Context) error) (int64, error) {
	reply, err := p.words.DigestReply(ctx, d)
	if err != nil || len(reply.Text) == 0 {
		return 0, err
	}
	return p.to.Send(ctx, d.Chat, reply, still)
}

// Show edits the message of a digest to its present state.
func (p courier) Show(ctx context.Context, d record.Digest) error {
	reply, err := p.words.DigestReply(ctx, d)
	if err != nil || len(reply.Text) == 0 {
		return err
	}
	return p.to.Edit(ctx, d.Chat, d.Message, reply)
}

// Deliver sends a letter, whose body is a chat.Reply as JSON.
func (p courier) Deliver(ctx context.Context, l record.Letter) error {
	var reply chat.Reply
	if err := json.Unmarshal(l.Body, &reply); err != nil {
		return &record.Undelivered{Reason: fmt.Sprintf("the letter cannot be read: %v", err)}
	}
	_, err := p.to.Send(ctx, l.Chat, reply, nil)
	return err
}
