package telegram

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/go-telegram/bot/models"

	"cchcbot/bot/chat"
)

const respondTimeout = 30 * time.Second // one answer of the Responder

// panicked is a panic as an error.
type panicked struct {
	value any
	stack []byte
}

func (p *panicked) Error() string { return fmt.Sprintf("panic: %v", p.value) }

// guard runs a function and turns a panic into an error.
func guard(run func() error) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = &panicked{value: value, stack: debug.Stack()}
		}
	}()
	return run()
}

// logFailure writes an error, with the stack where it was a panic.
func (t *Transport) logFailure(message string, err error, about ...any) {
	about = append(about, "error", err)
	if p, ok := errors.AsType[*panicked](err); ok {
		about = append(about, "stack", string(p.stack))
	}
	t.log.Error(message, about...)
}

// handle answers one update. It is false where the stop came first: such an
// update is not confirmed, and comes again after the next start.
func (t *Transport) handle(ctx context.Context, u *models.Update) bool {
	if ctx.Err() != nil {
		return false
	}
	err := guard(func() error { return t.dispatch(ctx, u) })
	if err != nil && ctx.Err() != nil {
		return false
	}
	if err != nil {
		t.logFailure("update failed", err, "update", u.ID, "chat", laneOf(u))
	}
	return true
}

// dispatch knows four kinds of updates; a kind that is not asked for, or not
// known yet, is passed over.
func (t *Transport) dispatch(ctx context.Context, u *models.Update) error {
	switch {
	case u.Message != nil:
		return t.onMessage(ctx, u.Message)
	case u.CallbackQuery != nil:
		return t.onButton(ctx, u.CallbackQuery)
	case u.InlineQuery != nil:
		return t.onInquiry(ctx, u.InlineQuery)
	case u.MyChatMember != nil:
		return t.onMembership(ctx, u.MyChatMember)
	}
	t.log.Debug("update of no interest skipped", "update", u.ID)
	return nil
}

func (t *Transport) onMessage(ctx context.Context, m *models.Message) error {
	if m.MigrateToChatID != 0 {
		return t.ledger.MoveChat(ctx, m.Chat.ID, m.MigrateToChatID)
	}
	q, asked, err := t.fromMessage(ctx, m)
	if err != nil {
		return err
	}
	if !asked {
		if m.Chat.Type == models.ChatTypePrivate && m.Caption == "" && wordless(m) {
			return t.deliver(ctx, answerTo(m, true), sentence(textOnly))
		}
		return nil
	}
	reply, err := t.respond(ctx, q.message)
	if err != nil {
		reply = sentence(apology)
	}
	return errors.Join(err, t.deliver(ctx, q.to, reply))
}

// onButton always acknowledges the press, or the button would keep turning.
func (t *Transport) onButton(ctx context.Context, query *models.CallbackQuery) error {
	q, asked := t.fromButton(query)
	if !asked {
		return t.acknowledge(ctx, query.ID, "", false)
	}
	reply, err := t.respond(ctx, q.message)
	if err != nil {
		return errors.Join(err, t.acknowledge(ctx, query.ID, apology, true))
	}
	return errors.Join(
		t.acknowledge(ctx, query.ID, reply.Notice, false),
		t.deliver(ctx, q.to, reply))
}

// respond asks the Responder.
func (t *Transport) respond(ctx context.Context, m chat.Message) (reply chat.Reply, err error) {
	err = inTime(ctx, "respond", func(ctx context.Context) error {
		reply, err = t.responder.Respond(ctx, m)
		return err
	})
	if err != nil {
		return chat.Reply{}, err
	}
	return reply, nil
}

// inTime asks the conversation for something, within a time. Its panic is an
// error like any other.
func inTime(ctx context.Context, what string, ask func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, respondTimeout)
	defer cancel()
	if err := guard(func() error { return ask(ctx) }); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

// onMembership notes that the bot was blocked or let in again.
func (t *Transport) onMembership(ctx context.Context, change *models.ChatMemberUpdated) error {
	chat, now := change.Chat.ID, change.NewChatMember
	muted := now.Restricted != nil && !(now.Restricted.IsMember && now.Restricted.CanSendMessages)
	switch {
	case now.Type == models.ChatMemberTypeLeft, now.Type == models.ChatMemberTypeBanned, muted:
		return t.ledger.MarkUnreachable(ctx, chat, "bot is "+string(now.Type))
	case now.Type == models.ChatMemberTypeMember, now.Type == models.ChatMemberTypeAdministrator, now.Restricted != nil:
		return t.ledger.MarkReachable(ctx, chat)
	}
	return nil
}
