package telegram

import (
	"bytes"
	"context"
	"errors"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"cchcbot/bot/chat"
)

// noticeLimit is how many characters a notice over the chat may have.
const noticeLimit = 200

// deliver answers with a reply: in place where the target has a message to
// change and one message is enough, else as new messages. A chat that cannot be
// reached is noted and is no error.
func (o *outgoing) deliver(ctx context.Context, to target, reply chat.Reply) error {
	words, files := o.parts(reply)
	var err error
	if to.edit != 0 && len(words) == 1 {
		err = o.editOrSend(ctx, &to, words[0])
	} else {
		_, err = o.sendAll(ctx, &to, words)
	}
	if err == nil {
		_, err = o.sendAll(ctx, &to, files)
	}
	if refused, ok := errors.AsType[*refusal](err); ok && refused.unreachable() {
		return o.noteUnreachable(ctx, to.chat, refused)
	}
	return err
}

func (o *outgoing) noteUnreachable(ctx context.Context, chat int64, why *refusal) error {
	o.log.Info("chat cannot be reached", "chat", chat, "reason", why.description)
	return o.ledger.MarkUnreachable(ctx, chat, why.description)
}

// editOrSend changes a message in place, or sends a new one where it is gone.
func (o *outgoing) editOrSend(ctx context.Context, to *target, p part) error {
	err := o.edit(ctx, *to, p)
	if refused, ok := errors.AsType[*refusal](err); ok && (refused.uneditable() || refused.migrateTo != 0) {
		_, err = o.sendAll(ctx, to, []part{p})
	}
	return err
}

// edit changes a message in place. One that shows the same already is no error.
func (o *outgoing) edit(ctx context.Context, to target, p part) error {
	err := o.caller.call(ctx, turn{own: to.own}, func(ctx context.Context) error {
		_, err := o.client.EditMessageText(ctx, &tg.EditMessageTextParams{
			ChatID:             to.chat,
			MessageID:          to.edit,
			Text:               p.text,
			Entities:           p.entities,
			LinkPreviewOptions: &models.LinkPreviewOptions{IsDisabled: tg.True()},
			ReplyMarkup:        p.buttons,
		})
		return err
	})
	if refused, ok := errors.AsType[*refusal](err); ok && refused.unchanged() {
		return nil
	}
	return err
}

// sendAll sends the parts in their order and returns the id of the last
// message. A group that moved is followed once: the target becomes where it is
// now, without the old group's messages.
func (o *outgoing) sendAll(ctx context.Context, to *target, parts []part) (message int, err error) {
	moved := false
	for i := 0; i < len(parts); i++ {
		message, err = o.send(ctx, *to, parts[i])
		if refused, ok := errors.AsType[*refusal](err); ok && !moved && refused.migrateTo != 0 {
			moved = true
			o.noteMove(ctx, to.chat, refused.migrateTo)
			*to = target{chat: refused.migrateTo, own: to.own, look: to.look}
			i--
			continue
		}
		if err != nil {
			return 0, err
		}
		to.answer, to.look = 0, nil // one message points at the question, and what has begun is finished
	}
	return message, nil
}

func (o *outgoing) noteMove(ctx context.Context, from, to int64) {
	if err := o.ledger.MoveChat(ctx, from, to); err != nil {
		o.log.Error("cannot note that the chat moved", "chat", from, "error", err)
	}
}

// send sends one message and returns its id. What Telegram cannot show as a
// picture goes as a document.
func (o *outgoing) send(ctx context.Context, to target, p part) (message int, err error) {
	err = o.caller.call(ctx, turn{chat: to.chat, own: to.own, look: to.look}, func(ctx context.Context) error {
		sent, err := o.transmit(ctx, to, p)
		if err == nil {
			message = sent.ID
		}
		return err
	})
	if refused, ok := errors.AsType[*refusal](err); ok && refused.noPicture() && p.file != nil && p.file.Picture {
		document := *p.file
		document.Picture = false
		p.file = &document
		return o.send(ctx, to, p)
	}
	return message, err
}

// transmit makes the one call that a message needs.
func (o *outgoing) transmit(ctx context.Context, to target, p part) (*models.Message, error) {
	var answers *models.ReplyParameters
	if to.answer != 0 {
		answers = &models.ReplyParameters{MessageID: to.answer, AllowSendingWithoutReply: true}
	}
	switch {
	case p.file == nil:
		return o.client.SendMessage(ctx, &tg.SendMessageParams{
			ChatID: to.chat, MessageThreadID: to.thread, ReplyParameters: answers, ReplyMarkup: p.buttons,
			Text: p.text, Entities: p.entities,
			LinkPreviewOptions: &models.LinkPreviewOptions{IsDisabled: tg.True()},
		})
	case p.file.Picture:
		return o.client.SendPhoto(ctx, &tg.SendPhotoParams{
			ChatID: to.chat, MessageThreadID: to.thread, ReplyParameters: answers, ReplyMarkup: p.buttons,
			Caption: p.text, CaptionEntities: p.entities, Photo: upload(p.file),
		})
	}
	return o.client.SendDocument(ctx, &tg.SendDocumentParams{
		ChatID: to.chat, MessageThreadID: to.thread, ReplyParameters: answers, ReplyMarkup: p.buttons,
		Caption: p.text, CaptionEntities: p.entities, Document: upload(p.file),
	})
}

// upload is a file for one attempt: the library reads to the end, and a reader
// that goes through a second attempt would upload nothing.
func upload(f *chat.File) *models.InputFileUpload {
	return &models.InputFileUpload{Filename: f.Name, Data: bytes.NewReader(f.Bytes)}
}

// acknowledge ends the wait under a pressed button, with a notice or without.
// A press that is too old to be acknowledged needs none.
func (o *outgoing) acknowledge(ctx context.Context, query, notice string, alert bool) error {
	if letters := []rune(notice); len(letters) > noticeLimit {
		notice = string(letters[:noticeLimit-1]) + "…"
	}
	err := o.caller.call(ctx, turn{}, func(ctx context.Context) error {
		_, err := o.client.AnswerCallbackQuery(ctx, &tg.AnswerCallbackQueryParams{
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
