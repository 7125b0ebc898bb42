package simulator

import "time"

// Message is one message of a chat, as a person sees it.
type Message struct {
	ID       int64      `json:"id"`
	Chat     int64      `json:"chat"`
	From     int64      `json:"from"` // a persona's id, or the bot's
	FromBot  bool       `json:"from_bot"`
	ViaBot   bool       `json:"via_bot,omitempty"` // a persona's, chosen from the bot's inline results
	At       time.Time  `json:"at"`
	EditedAt time.Time  `json:"edited_at,omitzero"`
	Text     string     `json:"text"` // parsed: no markup in it; the caption where there is a File
	Entities []Entity   `json:"entities,omitempty"`
	Buttons  [][]Button `json:"buttons,omitempty"` // the inline keyboard
	ReplyTo  int64      `json:"reply_to,omitempty"`
	File     *File      `json:"file,omitempty"`
}

// Entity marks up a part of a text. Offset and Length count UTF-16 code units.
type Entity struct {
	Type   string `json:"type"`
	Offset int    `json:"offset"`
	Length int    `json:"length"`
}

// Button is one button of an inline keyboard.
type Button struct {
	Text         string  `json:"text"`
	CallbackData string  `json:"callback_data,omitempty"`
	URL          string  `json:"url,omitempty"`
	SwitchInline *string `json:"switch_inline_query,omitempty"` // begins an inline query in another chat
}

// clone returns a copy that later edits do not change. Edits replace slices and
// never write into them, so that a shallow copy is enough.
func (m *Message) clone() Message { return *m }

// messageJSON is the message as the Bot API shows it. The caller holds the lock.
func (s *world) messageJSON(m *Message, withReply bool) map[string]any {
	out := map[string]any{
		"message_id": m.ID,
		"from":       s.userJSON(m.From),
		"chat":       s.chatJSON(s.chats[m.Chat]),
		"date":       m.At.Unix(),
	}
	if !m.EditedAt.IsZero() {
		out["edit_date"] = m.EditedAt.Unix()
	}
	if m.ViaBot {
		out["via_bot"] = s.userJSON(botID)
	}
	text, entities := "text", "entities"
	if m.File != nil {
		text, entities = "caption", "caption_entities"
		m.File.describe(out)
	}
	if m.Text != "" {
		out[text] = m.Text
	}
	if len(m.Entities) > 0 {
		out[entities] = m.Entities
	}
	if len(m.Buttons) > 0 {
		out["reply_markup"] = map[string]any{"inline_keyboard": m.Buttons}
	}
	if withReply && m.ReplyTo != 0 {
		if replied := s.chats[m.Chat].message(m.ReplyTo); replied != nil {
			out["reply_to_message"] = s.messageJSON(replied, false)
		}
	}
	return out
}

// userJSON is the bot or a persona as the Bot API shows a User.
func (s *world) userJSON(id int64) map[string]any {
	if id == botID {
		return map[string]any{
			"id": botID, "is_bot": true, "first_name": s.options.Name, "username": s.options.Username,
		}
	}
	p := s.people[id]
	out := map[string]any{"id": id, "is_bot": false, "first_name": p.Name, "language_code": "vi"}
	if p.Username != "" {
		out["username"] = p.Username
	}
	return out
}
