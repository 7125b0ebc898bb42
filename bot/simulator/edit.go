package simulator

import (
	"errors"
	"reflect"
	"slices"
)

// editable finds the message that a request changes: one of the bot's own.
func (s *api) editable(c *call) (*Message, error) {
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

func editMessageText(s *api, c *call) (any, error) {
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

// edit changes words and keyboard together: a request that names no keyboard
// takes it away.
func (s *api) edit(c *call, m *Message, text string, entities []Entity) (any, error) {
	buttons, err := c.readKeyboard()
	if err != nil {
		return nil, err
	}
	if m.Text == text && slices.Equal(m.Entities, entities) && reflect.DeepEqual(m.Buttons, buttons) {
		return nil, errNotModified
	}
	m.Text, m.Entities, m.Buttons = text, entities, buttons
	m.EditedAt = s.options.Now()
	s.publish(event{Type: "edit", Chat: m.Chat, Message: m})
	return s.messageJSON(m, true), nil
}
