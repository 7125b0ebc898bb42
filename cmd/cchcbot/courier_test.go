package main

import (
	"context"
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
)

// told is a renderer of one reply.
type told struct{ reply chat.Reply }

func (w told) DigestReply(context.Context, record.Digest) (chat.Reply, error) { return w.reply, nil }

// carried is what a sender was asked for.
type carried struct {
	chats    []int64
	messages []int64 // that were changed
	texts    []string
	refusal  error
}

func (c *carried) Send(_ context.Context, chat int64, reply chat.Reply, _ func(context.Context) error) (int64, error) {
	c.chats, c.texts = append(c.chats, chat), append(c.texts, reply.Text.Plain())
	return 77, c.refusal
}

func (c *carried) Edit(_ context.Context, chat, message int64, reply chat.Reply) error {
	c.chats, c.messages, c.texts = append(c.chats, chat), append(c.messages, message), append(c.texts, reply.Text.Plain())
	return c.refusal
}

func TestPost(t *testing.T) {
	t.Parallel()
	words := chat.Reply{Text: chat.Text{{Spans: []chat.Span{{Words: "Nhắc việc"}}}}}
	body, err := json.Marshal(words)
	if err != nil {
		t.Fatal(err)
	}
	d := record.Digest{Chat: 5, Message: 41}
	to := new(carried)
	p := courier{told{words}, to}
	message, sendErr := p.Send(t.Context(), d, nil)
	if err := errors.Join(sendErr, p.Show(t.Context(), d), p.Deliver(t.Context(), record.Letter{Chat: 6, Body: body})); err != nil || message != 77 {
		t.Fatalf("message %d, %v", message, err)
	}
	want := carried{chats: []int64{5, 5, 6}, messages: []int64{41}, texts: []string{"Nhắc việc", "Nhắc việc", "Nhắc việc"}}
	if diff := cmp.Diff(want, *to, cmp.AllowUnexported(carried{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A digest of which nothing can be told is neither sent nor changed.
func TestPostSaysNothingOfNothing(t *testing.T) {
	t.Parallel()
	to := new(carried)
	p := courier{told{}, to}
	message, err := p.Send(t.Context(), record.Digest{Chat: 5}, nil)
	if err := errors.Join(err, p.Show(t.Context(), record.Digest{Chat: 5, Message: 41})); err != nil || message != 0 || len(to.chats) > 0 {
		t.Errorf("message %d, %v, %d calls", message, err, len(to.chats))
	}
}

// A letter that cannot be read is given up, as another try would end alike; the
// refusals of the way go through as they are.
func TestPostRefuses(t *testing.T) {
	t.Parallel()
	blocked := &record.Undelivered{Reason: "bot was blocked by the user", Unreachable: true}
	p := courier{told{}, &carried{refusal: blocked}}
	if got, ok := errors.AsType[*record.Undelivered](p.Deliver(t.Context(), record.Letter{Body: []byte(`{"Text":`)})); !ok || got.Again {
		t.Errorf("a broken letter: %v", got)
	}
	if err := p.Deliver(t.Context(), record.Letter{Body: []byte(`{}`)}); !errors.Is(err, blocked) {
		t.Errorf("a blocked chat: %v", err)
	}
}
