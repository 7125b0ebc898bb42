package telegram

import (
	"context"
	"strings"
	"time"

	"github.com/go-telegram/bot/models"

	"cchcbot/bot/chat"
)

// target is where a reply goes.
type target struct {
	chat   int64
	thread int                         // the forum topic; 0 for none
	answer int                         // the message that a group's reader sees answered; 0 for none
	edit   int                         // the message to change in place; 0 to send a new one
	own    bool                        // nobody waits for it: the bot speaks of its own accord
	look   func(context.Context) error // before the first message; nil for no look
}

// question is a message for the bot and where its reply goes.
type question struct {
	message chat.Message
	to      target
}

// fromMessage turns a text or a caption into a question. It is false for what
// is not said to the bot: in a group everything but a command, a mention of the
// bot or a reply to it.
func (t *Transport) fromMessage(ctx context.Context, m *models.Message) (question, bool, error) {
	said, document := wordsOf(m), t.documentOf(m)
	if len(said.units) == 0 && document == nil || fromMachine(m) {
		return question{}, false, nil
	}
	name := ""
	if said.naming() {
		known, err := t.self.username(ctx)
		if err != nil {
			return question{}, false, err
		}
		name = known
	}
	if !t.self.isAsked(m, said, name) {
		return question{}, false, nil
	}
	private := m.Chat.Type == models.ChatTypePrivate
	text, passed := said.read(t.self.me(name)).text, m.ForwardOrigin != nil
	if r := m.ReplyToMessage; text == "" && r != nil && !fromMachine(r) { // the bot was called to a colleague's words
		text, passed = wordsOf(r).read(t.self.me(name)).text, true
	}
	return question{
		message: chat.Message{
			Chat:    m.Chat.ID,
			User:    author(m).ID,
			Private: private,
			Name:    nameOf(author(m)),
			Handle:  author(m).Username,
			Text:    text,
			At:      time.Unix(int64(m.Date), 0),

			Document:  document,
			Forwarded: passed,
			Edited:    m.EditDate != 0,
			Anonymous: anonymous(m),
		},
		to: answerTo(m, private),
	}, true, nil
}

// me is the bot as a user of Telegram; the name may be unknown.
func (i *identity) me(name string) *models.User { return &models.User{ID: i.id, Username: name} }

// isAsked says whether the words of a message are said to the bot, which has the
// name.
func (i *identity) isAsked(m *models.Message, said words, name string) bool {
	read := said.read(i.me(name))
	private := m.Chat.Type == models.ChatTypePrivate
	return !read.foreign && (private || read.addressed || repliesTo(m, i.me(name)))
}

// fromMachine is true for another bot's words, for what a person chose in the
// inline mode of one, and for what a channel says or Telegram copies from it into
// its group: answering them could go on for ever.
func fromMachine(m *models.Message) bool {
	return m.IsAutomaticForward || m.ViaBot != nil || !anonymous(m) && (m.SenderChat != nil || m.From != nil && m.From.IsBot)
}

// anonymous is true for an administrator of a group who writes in its name.
func anonymous(m *models.Message) bool {
	return m.SenderChat != nil && m.SenderChat.ID == m.Chat.ID && m.Chat.Type != models.ChatTypePrivate
}

// author is the person who wrote; the zero User for an anonymous administrator
// or a channel.
func author(m *models.Message) models.User {
	if m.From == nil || m.SenderChat != nil {
		return models.User{}
	}
	return *m.From
}

// nameOf is how a person calls themselves, in one line.
func nameOf(u models.User) string {
	return strings.Join(strings.Fields(clean(u.FirstName+" "+u.LastName)), " ")
}

func repliesTo(m *models.Message, me *models.User) bool {
	r := m.ReplyToMessage
	return r != nil && r.From != nil && r.From.ID == me.ID
}

// answerTo replies in the topic of the message and, where others read along,
// to the message itself.
func answerTo(m *models.Message, private bool) target {
	to := target{chat: m.Chat.ID}
	if m.IsTopicMessage {
		to.thread = m.MessageThreadID
	}
	if !private {
		to.answer = m.ID
	}
	return to
}

// wordless is true for a voice message, a picture and the like, which a person
// expects an answer to; a note of Telegram's own, such as a new pinned message,
// is not.
func wordless(m *models.Message) bool {
	return m.Voice != nil || m.Audio != nil || m.Video != nil || m.VideoNote != nil || m.Animation != nil ||
		len(m.Photo) > 0 || m.Sticker != nil || m.Contact != nil || m.Location != nil
}

// pressedOn returns the chat of the message that carries a pressed button, and
// the message where it can be edited. The chat is nil for a button of an inline
// message, which this bot does not send.
func pressedOn(q *models.CallbackQuery) (*models.Chat, *models.Message) {
	if m := q.Message.Message; m != nil {
		return &m.Chat, m
	}
	if m := q.Message.InaccessibleMessage; m != nil && m.Chat.ID != 0 {
		return &m.Chat, nil
	}
	return nil, nil
}

// fromButton turns a pressed button into a question whose reply changes the
// message in place, or comes anew where Telegram no longer shows it to the bot.
func (t *Transport) fromButton(q *models.CallbackQuery) (question, bool) {
	where, message := pressedOn(q)
	if where == nil {
		return question{}, false
	}
	to := target{chat: where.ID}
	if message != nil {
		to = answerTo(message, true)
		to.edit = message.ID
	}
	return question{
		message: chat.Message{
			Chat:    where.ID,
			User:    q.From.ID,
			Private: where.Type == models.ChatTypePrivate,
			Name:    nameOf(q.From),
			Handle:  q.From.Username,
			Action:  q.Data,
			At:      t.now(),
		},
		to: to,
	}, true
}
