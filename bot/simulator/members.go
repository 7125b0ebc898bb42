package simulator

import "slices"

// has reports whether a persona takes part in the chat.
func (c *chat) has(person int64) bool { return slices.Contains(c.members, person) }

// getChatAdministrators shows who made a group, which is its first member.
func getChatAdministrators(s *api, c *call) (any, error) {
	in, err := s.chatByID(c.fields["chat_id"])
	switch {
	case err != nil:
		return nil, err
	case in.kind == private:
		return nil, badRequest("there are no administrators in the private chat")
	case len(in.members) == 0:
		return []any{}, nil
	}
	return []any{map[string]any{"user": s.userJSON(in.members[0]), "status": "creator", "is_anonymous": false}}, nil
}

// membership is the bot's own ChatMember.
func (s *world) membership(in *chat) map[string]any {
	out := map[string]any{"user": s.userJSON(botID), "status": "member"}
	if in.blocked {
		out["status"], out["until_date"] = "kicked", 0
	}
	return out
}
