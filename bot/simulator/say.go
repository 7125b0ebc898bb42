package simulator

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// What keeps a person from acting in a chat.
var (
	ErrNoChat      = errors.New("no such chat")
	ErrNotMember   = errors.New("the person is not in the chat")
	ErrBlocked     = errors.New("the bot is blocked in this chat")
	ErrMoved       = errors.New("the group became a supergroup")
	ErrText        = errors.New("a message has 1 to 4096 characters")
	ErrNoMessage   = errors.New("no such message")
	ErrNoButton    = errors.New("no such button")
	ErrFixedClock  = errors.New("the clock cannot be set")
	ErrFile        = fmt.Errorf("a file of at most %d bytes, with a name", maxDownload)
	ErrYear        = fmt.Errorf("a year from %d to %d", firstYear, lastYear)
	ErrNoInline    = errors.New("the bot does not take inline queries")
	ErrInlineQuery = errors.New("an inline query has at most 256 characters")
	ErrNoResult    = errors.New("no such inline result")
	ErrNotAGroup   = errors.New("the chat is not a group")
	errNoCallback  = errors.New("the button does not call the bot")
)

// Say sends a persona's words to the bot in their private chat.
func (s *Server) Say(persona int64, text string) (Message, error) {
	return s.SayIn(persona, persona, text, 0)
}

// SayIn sends a persona's words into any chat, as a reply to a message unless
// replyTo is 0. In a group the bot hears only what privacy mode lets it hear.
func (s *Server) SayIn(in, persona int64, text string, replyTo int64) (Message, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := s.chatFor(in, persona)
	if err != nil {
		return Message{}, err
	}
	text = strings.TrimSpace(cleanInput(strings.ToValidUTF8(text, "\uFFFD")))
	if n := utf16Len(text); n == 0 || n > maxText {
		return Message{}, ErrText
	}
	if replyTo != 0 && c.message(replyTo) == nil {
		return Message{}, ErrNoMessage
	}
	m := &Message{From: persona, Text: text, Entities: withFound(text, nil), ReplyTo: replyTo}
	s.post(c, m)
	if s.hears(c, m) {
		if _, err := s.queue.push("message", s.messageJSON(m, true)); err != nil {
			return Message{}, fmt.Errorf("say: %w", err)
		}
		s.signal()
	}
	return m.clone(), nil
}

// chatFor finds a chat in which the persona may act. The caller holds the lock.
func (s *world) chatFor(in, persona int64) (*chat, error) {
	c := s.chats[in]
	switch {
	case c == nil:
		return nil, ErrNoChat
	case !c.has(persona):
		return nil, ErrNotMember
	case c.movedTo != 0:
		return nil, ErrMoved
	case c.blocked:
		return nil, ErrBlocked
	}
	return c, nil
}

// hears applies privacy mode: in a group the bot gets commands that are not
// meant for another bot, messages that mention it, and replies to it.
func (s *world) hears(c *chat, m *Message) bool {
	if c.kind == private {
		return true
	}
	if replied := c.message(m.ReplyTo); replied != nil && replied.FromBot {
		return true
	}
	return slices.ContainsFunc(m.Entities, func(e Entity) bool {
		words := cutUnits(m.Text, e.Offset, e.Length)
		command, name, addressed := strings.Cut(words, "@")
		forUs := strings.EqualFold(name, s.options.Username)
		return e.Type == "mention" && forUs || e.Type == "bot_command" && command != "" && (forUs || !addressed)
	})
}

// cutUnits cuts out a part that is counted in UTF-16 code units.
func cutUnits(s string, offset, length int) string {
	from, to, unit := len(s), len(s), 0
	for i, r := range s {
		if unit == offset {
			from = i
		}
		if unit == offset+length {
			to = i
			break
		}
		unit += unitsOf(r)
	}
	return s[min(from, to):to]
}

// Press presses the button with this label under a message and returns the id
// of the callback query.
func (s *Server) Press(in, persona, message int64, label string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := s.chatFor(in, persona)
	if err != nil {
		return "", err
	}
	m := c.message(message)
	if m == nil {
		return "", ErrNoMessage
	}
	for _, row := range m.Buttons {
		for _, b := range row {
			if b.Text != label {
				continue
			}
			if b.CallbackData == "" {
				return "", errNoCallback
			}
			return s.press(c, persona, message, b.CallbackData)
		}
	}
	return "", ErrNoButton
}

// PressData sends a callback query with any data, as a stranger's client can,
// and for a message that may be gone.
func (s *Server) PressData(in, persona, message int64, data string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := s.chatFor(in, persona)
	if err != nil {
		return "", err
	}
	return s.press(c, persona, message, data)
}

// Messages returns what a chat shows, oldest first.
func (s *Server) Messages(in int64) []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.chats[in]
	if c == nil {
		return nil
	}
	out := make([]Message, len(c.messages))
	for i, m := range c.messages {
		out[i] = m.clone()
	}
	return out
}

// Answers returns what the bot said to pressed buttons, oldest first.
func (s *Server) Answers() []Answer {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.answers)
}

// Menu returns the commands that a chat offers.
func (s *Server) Menu(in int64) []Command {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.chats[in]; c != nil {
		return slices.Clone(s.menuOf(c))
	}
	return nil
}

// Pending counts the updates that the bot has not confirmed.
func (s *Server) Pending() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.queue.waiting)
}

// Await waits until the condition holds. It is asked again after every change.
func (s *Server) Await(ctx context.Context, condition func() bool) error {
	for {
		s.mu.Lock()
		changed := s.changed
		s.mu.Unlock()
		if condition() {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return fmt.Errorf("await a change of the simulator: %w", ctx.Err())
		}
	}
}

// AwaitMessage waits for a message that matches, and returns the first.
func (s *Server) AwaitMessage(ctx context.Context, in int64, match func(Message) bool) (Message, error) {
	var found Message
	err := s.Await(ctx, func() bool {
		messages := s.Messages(in)
		i := slices.IndexFunc(messages, match)
		if i >= 0 {
			found = messages[i]
		}
		return i >= 0
	})
	return found, err
}
