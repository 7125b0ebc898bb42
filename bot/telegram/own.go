package telegram

import (
	"cmp"
	"context"
	"errors"
	"net/http"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
)

// Send says something of the bot's own accord, whether or not Run polls. It
// returns the id of the message with the buttons, which is the last of words, or
// the last of files where there are no words; 0 for a reply that says nothing.
// Before the first message is sent, when its turn has come, still is asked whether
// it is wanted; nil asks nobody.
//
// The error is the context's, a *record.Undelivered or that of still; a chat that
// cannot be reached is noted in the Ledger as well, and a group that moved is
// followed.
//
// An outage is not waited out: the message may have arrived, and the caller
// decides whether to say it again. Of a long reply that fails half-way the
// first messages have arrived.
func (o *outgoing) Send(ctx context.Context, chat int64, reply chat.Reply, still func(context.Context) error) (message int64, err error) {
	to := target{chat: chat, own: true, look: still}
	words, files := o.parts(reply)
	last, err := o.sendAll(ctx, &to, words)
	if err == nil && len(files) > 0 {
		var file int
		file, err = o.sendAll(ctx, &to, files)
		last = cmp.Or(last, file)
	}
	return int64(last), o.undelivered(ctx, to.chat, err)
}

// Edit changes the words of a message that Send has sent; of a long reply it
// shows what Send would send last, and files stay as they are. A message that is gone or too old is left alone, which is no
// error. The error is as that of Send.
func (o *outgoing) Edit(ctx context.Context, chat, message int64, reply chat.Reply) error {
	words, _ := o.parts(reply)
	if len(words) == 0 {
		return nil
	}
	err := o.edit(ctx, target{chat: chat, edit: int(message), own: true}, words[len(words)-1])
	if refused, ok := errors.AsType[*refusal](err); ok {
		if refused.migrateTo != 0 {
			o.noteMove(ctx, chat, refused.migrateTo)
		}
		if refused.migrateTo != 0 || refused.uneditable() {
			o.log.Info("message cannot be edited any more", "chat", chat, "message", message, "reason", refused.description)
			return nil
		}
	}
	return o.undelivered(ctx, chat, err)
}

// undelivered turns the end of a call into what the one who let the bot speak
// has to know. A refused token says nothing about the chat: it is mended, and
// the message is still wanted. An answer that cannot be read belongs to a
// message that arrived, so that one is not sent again.
func (o *outgoing) undelivered(ctx context.Context, chat int64, err error) error {
	if err == nil || ctx.Err() != nil {
		return err
	}
	if stale, ok := errors.AsType[*unwanted](err); ok {
		return stale.because
	}
	if errors.Is(err, ErrReplaced) {
		return &record.Undelivered{Reason: err.Error(), Again: true}
	}
	if out, ok := errors.AsType[*outage](err); ok {
		return &record.Undelivered{Reason: out.Error(), Again: true}
	}
	refused, ok := errors.AsType[*refusal](err)
	if !ok {
		return &record.Undelivered{Reason: o.settings.Token.hide(err.Error())}
	}
	u := &record.Undelivered{Reason: refused.description}
	switch {
	case refused.code == http.StatusTooManyRequests:
		u.Again, u.After = true, refused.retryAfter
	case refused.tokenRefused():
		u.Again = true
	case refused.unreachable():
		u.Unreachable = true
		if err := o.noteUnreachable(ctx, chat, refused); err != nil {
			o.log.Error("cannot note that the chat is out of reach", "chat", chat, "error", err)
		}
	}
	return u
}
