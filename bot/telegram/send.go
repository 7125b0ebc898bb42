package telegram

import (
	"context"
	"errors"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"cchcbot/bot"
)

// noticeLimit is how many characters a notice over the chat may have.
const noticeLimit = 200

// deliver sends a reply: in place where the target has a message to change and
// one message is enough, else as new messages with the buttons under the last.
// A chat that cannot be reached is noted and is no error.
func (t *Transport) deliver(ctx context.Context, to target, reply bot.Reply) error {
	pieces := render(reply.Text)
	buttons := t.keyboard(reply.Buttons)
	var err error
	if to.edit != 0 && len(pieces) == 1 {
		err = t.edit(ctx, &to, pieces[0], buttons)
	} else {
		err = t.sendAll(ctx, &to, pieces, buttons)
	}
	if refused, ok := errors.AsType[*refusal](err); ok && refused.unreachable() {
		t.log.Info("chat cannot be reached", "chat", to.chat, "reason", refused.description)
		return t.ledger.MarkUnreachable(ctx, to.chat, refused.description)
	}
	return err
}

// edit changes a message in place, or sends a new one where it is gone.
func (t *Transport) edit(ctx context.Context, to *target, html string, buttons models.ReplyMarkup) error {
	err := t.caller.call(ctx, to.chat, func(ctx context.Context) error {
		_, err := t.client.EditMessageText(ctx, &tg.EditMessageTextParams{
			ChatID:             to.chat,
			MessageID:          to.edit,
			Text:               html,
			ParseMode:          models.ParseModeHTML,
			LinkPreviewOptions: &models.LinkPreviewOptions{IsDisabled: tg.True()},
			ReplyMarkup:        buttons,
		})
		return err
	})
	if refused, ok := errors.AsType[*refusal](err); ok {
		switch {
		case refused.unchanged():
			return nil
		case refused.uneditable(), refused.migrateTo != 0:
			return t.sendAll(ctx, to, []string{html}, buttons)
		}
	}
	return err
}

// sendAll sends the pieces in their order. A group that moved is followed
// once: the target becomes where it is now, without the old group's messages.
func (t *Transport) sendAll(ctx context.Context, to *target, pieces []string, buttons models.ReplyMarkup) error {
	moved := false
	for i := 0; i < len(pieces); i++ {
		var under models.ReplyMarkup
		if i == len(pieces)-1 {
			under = buttons
		}
		err := t.send(ctx, to, pieces[i], under)
		if refused, ok := errors.AsType[*refusal](err); ok && !moved && refused.migrateTo != 0 {
			moved = true
			if err := t.ledger.MoveChat(ctx, to.chat, refused.migrateTo); err != nil {
				t.log.Error("cannot note that the chat moved", "chat", to.chat, "error", err)
			}
			*to = target{chat: refused.migrateTo}
			i--
			continue
		}
		if err != nil {
			return err
		}
		to.answer = 0 // one piece points at the question
	}
	return nil
}

// send sends one message.
func (t *Transport) send(ctx context.Context, to *target, html string, buttons models.ReplyMarkup) error {
	params := &tg.SendMessageParams{
		ChatID:             to.chat,
		MessageThreadID:    to.thread,
		Text:               html,
		ParseMode:          models.ParseModeHTML,
		LinkPreviewOptions: &models.LinkPreviewOptions{IsDisabled: tg.True()},
		ReplyMarkup:        buttons,
	}
	if to.answer != 0 {
		params.ReplyParameters = &models.ReplyParameters{MessageID: to.answer, AllowSendingWithoutReply: true}
	}
	return t.caller.call(ctx, to.chat, func(ctx context.Context) error {
		_, err := t.client.SendMessage(ctx, params)
		return err
	})
}

// acknowledge ends the wait under a pressed button, with a notice or without.
// A press that is too old to be acknowledged needs none.
func (t *Transport) acknowledge(ctx context.Context, query, notice string, alert bool) error {
	if letters := []rune(notice); len(letters) > noticeLimit {
		notice = string(letters[:noticeLimit-1]) + "…"
	}
	err := t.caller.call(ctx, 0, func(ctx context.Context) error {
		_, err := t.client.AnswerCallbackQuery(ctx, &tg.AnswerCallbackQueryParams{
			CallbackQueryID: query,
			Text:            notice,
			ShowAlert:       alert,
		})
		return err
	})
	if refused, ok := errors.AsType[*refusal](err); ok && refused.expired() {
		return nil
	}
	return err
}
