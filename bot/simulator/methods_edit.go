package simulator

import (
	"errors"
	"reflect"
	"slices"
)

// editable finds the message that a request changes: one of the bot's own, or
// one that was posted through its inline mode.
func (s *Server) editable(c *call) (*Message, error) {
	if c.has("inline_message_id") {
		if m := s.inlineMessage(c.fields["inline_message_id"]); m != nil {
			return m, nil
		}
		return nil, badRequest("MESSAGE_ID_INVALID")
	}
	in, err := s.destination(c)
	if err != nil {
		return nil, err
	}
	m := in.message(c.integer("message_id", 0))
	switch {
	case m == nil:
		return nil, badRequest("message to edit not found")
	case !m.FromBot:
		return nil, badRequest("message can't be edited")
	}
	return m, nil
}

func editMessageText(s *Server, c *call) (any, error) {
	if c.fields["text"] == "" {
		return nil, errTextEmpty
	}
	m, err := s.editable(c)
	if err != nil {
		return nil, err
	}
	text, entities, err := c.readMessageText("text")
	if errors.Is(err, errTextTooLong) {
		return nil, badRequest("MESSAGE_TOO_LONG") // an edit is refused in other words
	}
	if err != nil {
		return nil, err
	}
	if m.File != nil {
		return nil, badRequest("there is no text in the message to edit")
	}
	return s.edit(c, m, text, entities)
}

func editMessageCaption(s *Server, c *call) (any, error) {
	m, err := s.editable(c)
	if err != nil {
		return nil, err
	}
	if m.File == nil {
		return nil, badRequest("there is no caption in the message to edit")
	}
	text, entities, err := c.readCaption()
	if err != nil {
		return nil, err
	}
	return s.edit(c, m, text, entities)
}

func editMessageReplyMarkup(s *Server, c *call) (any, error) {
	m, err := s.editable(c)
	if err != nil {
		return nil, err
	}
	return s.edit(c, m, m.Text, m.Entities)
}

// edit changes words and keyboard together: a request that names no keyboard
// takes it away.
func (s *Server) edit(c *call, m *Message, text string, entities []Entity) (any, error) {
	return s.replace(c, m, &Message{Text: text, Entities: entities, File: m.File})
}

// replace gives a message the words and the file of another, and the keyboard
// of the request.
func (s *Server) replace(c *call, m, by *Message) (any, error) {
	buttons, err := c.readKeyboard()
	if err != nil {
		return nil, err
	}
	if m.Text == by.Text && m.File == by.File && slices.Equal(m.Entities, by.Entities) && reflect.DeepEqual(m.Buttons, buttons) {
		return nil, errNotModified
	}
	m.Text, m.Entities, m.File, m.Buttons = by.Text, by.Entities, by.File, buttons
	m.EditedAt = s.options.Now()
	s.publish(event{Type: "edit", Chat: m.Chat, Message: m})
	if m.ViaBot {
		return true, nil // the bot may not see the chat that it is in
	}
	return s.messageJSON(m, true), nil
}
