package simulator

// destination finds the chat that a request writes to, and refuses where the
// bot may not write.
func (s *api) destination(c *call) (*chat, error) {
	to, err := s.chatByID(c.fields["chat_id"])
	if err != nil {
		return nil, err
	}
	return to, to.refusal()
}

func sendMessage(s *api, c *call) (any, error) {
	if c.fields["text"] == "" {
		return nil, errTextEmpty
	}
	to, err := s.destination(c)
	if err != nil {
		return nil, err
	}
	text, entities, err := c.readMessageText("text")
	if err != nil {
		return nil, err
	}
	return s.sendFromBot(c, to, &Message{Text: text, Entities: entities})
}

// readMessageText reads a text that has to stand alone.
func (c *call) readMessageText(field string) (string, []Entity, error) {
	text, entities, err := c.readText(field, "entities")
	switch {
	case err != nil:
		return "", nil, err
	case text == "":
		return "", nil, errTextNothing
	case utf16Len(text) > maxText:
		return "", nil, errTextTooLong
	}
	return text, entities, nil
}

// sendFromBot completes a message with what all send methods share, and puts it
// into the chat.
func (s *api) sendFromBot(c *call, to *chat, m *Message) (any, error) {
	buttons, err := c.readKeyboard()
	if err != nil {
		return nil, err
	}
	if m.ReplyTo, err = c.readReply(to); err != nil {
		return nil, err
	}
	m.Buttons, m.From, m.FromBot = buttons, botID, true
	s.post(to, m)
	return s.messageJSON(m, true), nil
}

// post gives a message its number and shows it to all who look at the chat.
func (s *world) post(to *chat, m *Message) {
	s.lastMessage++
	m.ID, m.Chat, m.At = s.lastMessage, to.id, s.options.Now()
	to.add(m)
	s.publish(event{Type: "message", Chat: to.id, Message: m})
}

// readReply finds the message that the bot replies to; 0 for none.
func (c *call) readReply(to *chat) (int64, error) {
	var reply struct {
		MessageID    int64 `json:"message_id"`
		AllowWithout bool  `json:"allow_sending_without_reply"`
	}
	if err := c.object("reply_parameters", &reply); err != nil {
		return 0, badRequest("can't parse reply parameters JSON object")
	}
	if reply.MessageID == 0 || to.message(reply.MessageID) != nil {
		return reply.MessageID, nil
	}
	if reply.AllowWithout {
		return 0, nil
	}
	return 0, badRequest("message to be replied not found")
}
