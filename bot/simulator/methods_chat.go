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
	out["accepted_gift_types"] = map[string]bool{
		"unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false, "premium_subscription": false, "gifts_from_channels": false,
	}
	if m := in.message(in.newestPin()); m != nil {
		out["pinned_message"] = s.messageJSON(m, false)
	}
	return out, nil
}

func getChatMember(s *Server, c *call) (any, error) {
	in, err := s.chatByID(c.fields["chat_id"])
	if err != nil {
		return nil, err
	}
	user := c.integer("user_id", 0)
	switch _, known := s.people[user]; {
	case user == botID:
		return s.membership(in), nil
	case !known:
		return nil, badRequest("user not found")
	}
	return s.memberJSON(in, user), nil
}

// memberJSON is a persona as a ChatMember.
func (s *Server) memberJSON(in *chat, person int64) map[string]any {
	out := map[string]any{"user": s.userJSON(person), "status": "member"}
	switch {
	case !in.has(person):
		out["status"] = "left"
	case in.owner == person:
		out["status"], out["is_anonymous"] = "creator", false
	}
	return out
}

// getChatAdministrators lists the owner, and the bot where bots are asked for.
func getChatAdministrators(s *Server, c *call) (any, error) {
	in, err := s.destination(c)
	if err != nil {
		return nil, err
	}
	if in.kind == private {
		return nil, badRequest("there are no administrators in the private chat")
	}
	rulers := []any{s.memberJSON(in, in.owner)}
	if in.botRules && c.flag("return_bots") {
		rulers = append(rulers, s.membership(in))
	}
	return rulers, nil
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

// rights are what an administrator of a group may do; the bot may do a part.
var rights = map[string]bool{
	"can_be_edited": false, "is_anonymous": false, "can_manage_chat": true, "can_delete_messages": true,
	"can_pin_messages": true, "can_manage_video_chats": false, "can_restrict_members": false,
	"can_promote_members": false, "can_change_info": false, "can_invite_users": false,
	"can_post_stories": false, "can_edit_stories": false, "can_delete_stories": false,
}

// membership is the bot's own ChatMember.
func (s *Server) membership(in *chat) map[string]any {
	out := map[string]any{"user": s.userJSON(botID), "status": "member"}
	switch {
	case in.blocked:
		out["status"], out["until_date"] = "kicked", 0
	case in.botRules:
		out["status"] = "administrator"
		for name, may := range rights {
			out[name] = may
		}
	}
	return out
}
