package simulator

// pinnable finds the chat that a request pins in.
func (s *Server) pinnable(c *call) (*chat, error) {
	in, err := s.destination(c)
	if err == nil && in.kind != private && !in.botRules {
		err = badRequest("not enough rights to manage pinned messages in the chat")
	}
	return in, err
}

func pinChatMessage(s *Server, c *call) (any, error) {
	in, err := s.pinnable(c)
	if err != nil {
		return nil, err
	}
	id := c.integer("message_id", 0)
	if in.message(id) == nil {
		return nil, badRequest("message to pin not found")
	}
	in.unpin(id) // pinned once more, it is the newest
	in.pinned = append(in.pinned, id)
	s.publish(event{Type: "chat", Chat: in.id})
	return true, nil
}

// unpinChatMessage unpins the message that is named, or else the newest.
func unpinChatMessage(s *Server, c *call) (any, error) {
	in, err := s.pinnable(c)
	if err != nil {
		return nil, err
	}
	id := c.integer("message_id", in.newestPin())
	if !in.unpin(id) {
		return nil, badRequest("message to unpin not found")
	}
	s.publish(event{Type: "chat", Chat: in.id})
	return true, nil
}

func unpinAllChatMessages(s *Server, c *call) (any, error) {
	in, err := s.pinnable(c)
	if err != nil {
		return nil, err
	}
	in.pinned = nil
	s.publish(event{Type: "chat", Chat: in.id})
	return true, nil
}

// newestPin is the message at the top of the chat; 0 for none.
func (c *chat) newestPin() int64 {
	if n := len(c.pinned); n > 0 {
		return c.pinned[n-1]
	}
	return 0
}
