package simulator

import "fmt"

// SetBlocked makes the person of a private chat block or unblock the bot, or the
// people of a group remove or add it. The bot is told by a my_chat_member
// update.
func (s *Server) SetBlocked(in int64, blocked bool) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.chats[in]
	if c == nil {
		return ErrNoChat
	}
	if c.blocked == blocked {
		return nil
	}
	before := s.membership(c)
	c.blocked = blocked
	_, err := s.queue.push("my_chat_member", map[string]any{
		"chat":            s.chatJSON(c),
		"from":            s.userJSON(c.members[0]),
		"date":            s.options.Now().Unix(),
		"old_chat_member": before,
		"new_chat_member": s.membership(c),
	})
	if err != nil {
		return fmt.Errorf("block: %w", err)
	}
	s.publish(event{Type: "chat", Chat: in})
	return nil
}

// Migrate turns a group into a supergroup, as Telegram does on its own, and
// returns the new chat's id. Requests to the old one are refused from now on.
func (s *Server) Migrate(in int64) (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	old := s.chats[in]
	switch {
	case old == nil:
		return 0, ErrNoChat
	case old.kind != group:
		return 0, ErrNotAGroup
	case old.movedTo != 0:
		return 0, ErrMoved
	}
	next := &chat{id: in - 1_000_000_000_000, kind: supergroup, title: old.title, members: old.members, blocked: old.blocked}
	old.movedTo = next.id
	s.addChat(next)
	if err := s.serviceMessage(old, "migrate_to_chat_id", next.id); err != nil {
		return 0, err
	}
	if err := s.serviceMessage(next, "migrate_from_chat_id", old.id); err != nil {
		return 0, err
	}
	s.publish(event{Type: "chat", Chat: in})
	return next.id, nil
}

// serviceMessage tells the bot what happened to a chat.
func (s *world) serviceMessage(in *chat, field string, value int64) error {
	s.lastMessage++
	_, err := s.queue.push("message", map[string]any{
		"message_id": s.lastMessage,
		"from":       s.userJSON(in.members[0]),
		"chat":       s.chatJSON(in),
		"date":       s.options.Now().Unix(),
		field:        value,
	})
	if err != nil {
		return fmt.Errorf("tell the bot about a chat: %w", err)
	}
	return nil
}

// PushUpdate gives the bot an update of any kind with any body, for what the
// world cannot produce: kinds that are yet unknown, bodies that do not decode.
// It returns the update's id, 0 where the bot did not ask for the kind.
func (s *Server) PushUpdate(kind string, body any) (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	id, err := s.queue.push(kind, body)
	s.signal()
	return id, err
}
