package simulator

import (
	"slices"
	"strconv"
	"strings"
)

// keptMessages bounds the memory of a chat.
const keptMessages = 500

// The kinds of chats, in Telegram's words.
const (
	private    = "private"
	group      = "group"
	supergroup = "supergroup"
)

// chat is one conversation with the bot in it.
type chat struct {
	id       int64
	kind     string
	title    string  // of a group
	members  []int64 // personas
	blocked  bool    // by the person, or the bot was removed from the group
	movedTo  int64   // the supergroup that took the group's place
	messages []*Message
}

// message finds a message that is still kept.
func (c *chat) message(id int64) *Message {
	i, found := slices.BinarySearchFunc(c.messages, id, func(m *Message, id int64) int {
		return int(m.ID - id)
	})
	if !found {
		return nil
	}
	return c.messages[i]
}

// add keeps a message and forgets the oldest one above the bound.
func (c *chat) add(m *Message) {
	c.messages = append(c.messages, m)
	if len(c.messages) > keptMessages {
		c.messages = slices.Delete(c.messages, 0, len(c.messages)-keptMessages)
	}
}

// refusal says why the bot cannot write into the chat; nil where it can.
func (c *chat) refusal() error {
	switch {
	case c.movedTo != 0:
		e := badRequest("group chat was upgraded to a supergroup chat")
		e.MigrateTo = c.movedTo
		return e
	case !c.blocked:
		return nil
	case c.kind == private:
		return errBlocked
	case c.kind == group:
		return errKickedGroup
	default:
		return errKickedSuper
	}
}

// chatJSON is the chat as the Bot API shows it.
func (s *world) chatJSON(c *chat) map[string]any {
	out := map[string]any{"id": c.id, "type": c.kind}
	if c.kind != private {
		out["title"] = c.title
		return out
	}
	p := s.people[c.id]
	out["first_name"] = p.Name
	if p.Username != "" {
		out["username"] = p.Username
	}
	return out
}

// chatByID finds the chat that a request names, by number or by @username.
// The caller holds the lock.
func (s *world) chatByID(id string) (*chat, error) {
	if id == "" {
		return nil, errChatEmpty
	}
	if n, err := strconv.ParseInt(id, 10, 64); err == nil {
		if c := s.chats[n]; c != nil {
			return c, nil
		}
		return nil, errChatNotFound
	}
	name, isName := strings.CutPrefix(id, "@")
	for _, p := range s.options.Personas {
		if isName && p.Username != "" && strings.EqualFold(p.Username, name) {
			return s.chats[p.ID], nil
		}
	}
	return nil, errChatNotFound
}
