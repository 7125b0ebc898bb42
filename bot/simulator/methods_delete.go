package simulator

import "time"

// deletable is how long a message may be taken back.
const deletable = 48 * time.Hour

// mostDeleted bounds deleteMessages.
const mostDeleted = 100

func deleteMessage(s *Server, c *call) (any, error) {
	in, err := s.destination(c)
	if err != nil {
		return nil, err
	}
	m := in.message(c.integer("message_id", 0))
	switch {
	case m == nil:
		return nil, badRequest("message to delete not found")
	case !s.mayDelete(in, m):
		return nil, badRequest("message can't be deleted")
	}
	s.remove(in, m)
	return true, nil
}

// deleteMessages takes back what can be taken back, and leaves out the rest.
func deleteMessages(s *Server, c *call) (any, error) {
	in, err := s.destination(c)
	if err != nil {
		return nil, err
	}
	var ids []int64
	if err := c.object("message_ids", &ids); err != nil {
		return nil, err
	}
	switch n := len(ids); {
	case n == 0:
		return nil, badRequest("message identifiers are not specified")
	case n > mostDeleted:
		return nil, badRequest("too many message identifiers specified")
	}
	for _, id := range ids {
		if m := in.message(id); m != nil && s.mayDelete(in, m) {
			s.remove(in, m)
		}
	}
	return true, nil
}

// mayDelete reports whether the bot may take a message back: what others wrote
// in a group only as its administrator, who knows no term.
func (s *Server) mayDelete(in *chat, m *Message) bool {
	if in.kind != private && in.botRules {
		return true
	}
	return s.options.Now().Sub(m.At) <= deletable && (in.kind == private || m.FromBot)
}

func (s *Server) remove(in *chat, m *Message) {
	in.remove(m.ID)
	s.publish(event{Type: "delete", Chat: in.id, ID: m.ID})
}
