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

const (
	respondTimeout = 30 * time.Second // one answer of the Responder
	mostTries      = 5                // of an answer, while the database answers
	lastPause      = 2 * time.Second  // between them
)

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
	return t.handled(ctx, u, t.dispatch)
}

func (t *Transport) handled(ctx context.Context, u *models.Update, by func(context.Context, *models.Update) error) bool {
	if ctx.Err() != nil {
		return false
	}
	err := guard(func() error { return by(ctx, u) })
	if err != nil && ctx.Err() != nil {
		return false
	}
	if err != nil {
		t.logFailure("update failed", err, "update", u.ID, "chat", laneOf(u).id)
	}
	return true
}

// work handles an update of the inbox, as handle does.
func (t *Transport) work(ctx context.Context, e *entry) bool {
	if e.tooMuch {
		return t.handled(ctx, e.what, t.askPatience)
	}
	return t.handle(ctx, e.what)
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
		return t.insist(ctx, func(ctx context.Context) error { return t.ledger.MoveChat(ctx, m.Chat.ID, m.MigrateToChatID) })
	}
	q, asked, err := t.fromMessage(ctx, m)
	if err != nil {
		return err
	}
	told := t.albums.told(m)
	if !asked {
		if !told && m.Chat.Type == models.ChatTypePrivate && m.Caption == "" && wordless(m) {
			return t.deliver(ctx, answerTo(m, true), sentence(textOnly))
		}
		return nil
	}
	reply, err := t.respond(ctx, q.message)
	if err != nil {
		reply = sentence(t.apology(ctx))
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
		return errors.Join(err, t.acknowledge(ctx, query.ID, t.apology(ctx), true))
	}
	return errors.Join(
		t.acknowledge(ctx, query.ID, reply.Notice, false),
		t.deliver(ctx, q.to, reply))
}

// apology is for what could not be answered. Where the database takes no writes
// people learn that what they did is not recorded.
func (t *Transport) apology(ctx context.Context) string {
	ctx, cancel := context.WithTimeout(ctx, lookTimeout)
	defer cancel()
	if t.ledger.CheckWrite(ctx) != nil {
		return textNotKept
	}
	return textApology
}

// askPatience tells who asked too much, where they look.
func (t *Transport) askPatience(ctx context.Context, u *models.Update) error {
	switch {
	case u.Message != nil:
		private := u.Message.Chat.Type == models.ChatTypePrivate
		return t.deliver(ctx, answerTo(u.Message, private), sentence(textPatience))
	case u.CallbackQuery != nil:
		return t.acknowledge(ctx, u.CallbackQuery.ID, textPatience, false)
	case u.InlineQuery != nil:
		return t.offer(ctx, u.InlineQuery.ID, nil)
	}
	return t.dispatch(ctx, u)
}

// respond asks the Responder, again and again where the fault is the database's.
func (t *Transport) respond(ctx context.Context, m chat.Message) (reply chat.Reply, err error) {
	err = t.insist(ctx, func(ctx context.Context) error {
		return t.inTime(ctx, "respond", func(ctx context.Context) error {
			reply, err = t.responder.Respond(ctx, m)
			return err
		})
	})
	if err != nil {
		return chat.Reply{}, err
	}
	return reply, nil
}

// insist tries something until it works. It gives up with the context, after a
// panic, and after some tries during which the database was there: a fault of the
// database is no answer.
func (t *Transport) insist(ctx context.Context, try func(context.Context) error) error {
	for tries, counted := 1, 1; ; tries++ {
		err := try(ctx)
		if _, panics := errors.AsType[*panicked](err); err == nil || panics || ctx.Err() != nil {
			return err
		}
		if !t.away(ctx) {
			if counted++; counted > mostTries {
				return err
			}
		}
		t.settings.Count(countTriedAgain)
		t.log.Warn("an update is tried again", "tries", tries, "error", err)
		if err := sleep(ctx, min(backoff(tries), lastPause)); err != nil {
			return err
		}
	}
}

// inTime asks the conversation for something, in a slot and within a time. Its
// panic is an error like any other.
func (t *Transport) inTime(ctx context.Context, what string, ask func(context.Context) error) error {
	err := t.slots.do(ctx, t.now, func() error {
		ctx, cancel := context.WithTimeout(ctx, respondTimeout)
		defer cancel()
		return guard(func() error { return ask(ctx) })
	})
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

// onMembership notes that the bot was blocked or let in again.
func (t *Transport) onMembership(ctx context.Context, change *models.ChatMemberUpdated) error {
	chat, now := change.Chat.ID, change.NewChatMember
	muted := now.Restricted != nil && !(now.Restricted.IsMember && now.Restricted.CanSendMessages)
	var note func(context.Context) error
	switch {
	case now.Type == models.ChatMemberTypeLeft, now.Type == models.ChatMemberTypeBanned, muted:
		note = func(ctx context.Context) error {
			return t.ledger.MarkUnreachable(ctx, chat, "bot is "+string(now.Type))
		}
	case now.Type == models.ChatMemberTypeMember, now.Type == models.ChatMemberTypeAdministrator, now.Restricted != nil:
		note = func(ctx context.Context) error { return t.ledger.MarkReachable(ctx, chat) }
	default:
		return nil
	}
	return t.insist(ctx, note)
}
