package simulator

import "slices"

func getChat(s *Server, c *call) (any, error) {
	in, err := s.chatByID(c.fields["chat_id"])
	if err != nil {
		return nil, err
	}
	out := s.chatJSON(in)
	out["accent_color_id"] = 0
	out["max_reaction_count"] = 11
	out["accepted_gift_types"] = map[string]bool{}
	return out, nil
}

func getChatMember(s *Server, c *call) (any, error) {
	in, err := s.chatByID(c.fields["chat_id"])
	if err != nil {
		return nil, err
	}
	user := c.integer("user_id", 0)
	if user == botID {
		return s.membership(in), nil
	}
	if !in.has(user) {
		return nil, badRequest("user not found")
	}
	return map[string]any{"user": s.userJSON(user), "status": "member"}, nil
}

func getChatMemberCount(s *Server, c *call) (any, error) {
	in, err := s.chatByID(c.fields["chat_id"])
	if err != nil {
		return nil, err
	}
	return len(in.members) + 1, nil
}

func leaveChat(s *Server, c *call) (any, error) {
	in, err := s.destination(c)
	if err != nil {
		return nil, err
	}
	if in.kind == private {
		return nil, badRequest("chat is not a group or channel")
	}
	in.blocked = true
	s.publish(event{Type: "chat", Chat: in.id})
	return true, nil
}

// has reports whether a persona takes part in the chat.
func (c *chat) has(person int64) bool { return slices.Contains(c.members, person) }

// membership is the bot's own ChatMember.
func (s *Server) membership(in *chat) map[string]any {
	if in.blocked {
		return map[string]any{"user": s.userJSON(botID), "status": "kicked", "until_date": 0}
	}
	return map[string]any{"user": s.userJSON(botID), "status": "member"}
}
