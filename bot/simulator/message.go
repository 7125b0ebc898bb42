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
	Album    string     `json:"album,omitempty"` // shared by messages that were sent together
}

// Entity marks up a part of a text. Offset and Length count UTF-16 code units.
type Entity struct {
	Type          string `json:"type"`
	Offset        int    `json:"offset"`
	Length        int    `json:"length"`
	URL           string `json:"url,omitempty"`
	Language      string `json:"language,omitempty"`
	CustomEmojiID string `json:"custom_emoji_id,omitempty"`
}

// Button is one button of an inline keyboard.
type Button struct {
	Text         string    `json:"text"`
	CallbackData string    `json:"callback_data,omitempty"`
	URL          string    `json:"url,omitempty"`
	CopyText     *CopyText `json:"copy_text,omitempty"`

	SwitchInline        *string       `json:"switch_inline_query,omitempty"`
	SwitchInlineCurrent *string       `json:"switch_inline_query_current_chat,omitempty"`
	SwitchInlineChosen  *SwitchInline `json:"switch_inline_query_chosen_chat,omitempty"`
}

// SwitchInline begins an inline query in a chat of certain kinds.
type SwitchInline struct {
	Query    string `json:"query,omitempty"`
	Users    bool   `json:"allow_user_chats,omitempty"`
	Bots     bool   `json:"allow_bot_chats,omitempty"`
	Groups   bool   `json:"allow_group_chats,omitempty"`
	Channels bool   `json:"allow_channel_chats,omitempty"`
}

// CopyText is what a button puts into the clipboard.
type CopyText struct {
	Text string `json:"text"`
}

// clone returns a copy that later edits do not change. Edits replace slices and
// never write into them, so that a shallow copy is enough.
func (m *Message) clone() Message { return *m }

// messageJSON is the message as the Bot API shows it. The caller holds the lock.
func (s *Server) messageJSON(m *Message, withReply bool) map[string]any {
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
	if m.Album != "" {
		out["media_group_id"] = m.Album
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
func (s *Server) userJSON(id int64) map[string]any {
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
