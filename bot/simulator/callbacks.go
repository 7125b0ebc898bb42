package simulator

import (
	"fmt"
	"strconv"
	"time"
)

// How long, and how many, pressed buttons wait for the bot's answer.
const (
	callbackLife  = 15 * time.Minute
	keptCallbacks = 1000
)

// Answer is what the bot said to a pressed button.
type Answer struct {
	ID    string `json:"id"`   // of the callback query
	User  int64  `json:"user"` // who pressed
	Text  string `json:"text,omitempty"`
	Alert bool   `json:"alert,omitempty"`
	URL   string `json:"url,omitempty"`
}

// callback is a pressed button that the bot has not answered yet.
type callback struct {
	user int64
	at   time.Time
}

// press tells the bot that a person pressed a button. The message may be gone.
func (s *world) press(in *chat, person, message int64, data string) (string, error) {
	s.lastCallback++
	id := strconv.FormatInt(botID*1000+s.lastCallback, 10)
	query := map[string]any{
		"id":            id,
		"from":          s.userJSON(person),
		"chat_instance": strconv.FormatInt(-in.id, 10),
		"data":          data,
	}
	switch m := in.message(message); {
	case m == nil:
		query["message"] = map[string]any{"chat": s.chatJSON(in), "message_id": message, "date": 0}
	default:
		query["message"] = s.messageJSON(m, true)
	}
	if _, err := s.queue.push("callback_query", query); err != nil {
		return "", fmt.Errorf("press a button: %w", err)
	}
	s.callbacks[id] = callback{person, s.options.Now()}
	if len(s.callbacks) > keptCallbacks {
		s.forgetOldestCallback()
	}
	s.signal()
	return id, nil
}

func (s *world) forgetOldestCallback() {
	oldest := ""
	for id, c := range s.callbacks {
		if oldest == "" || c.at.Before(s.callbacks[oldest].at) {
			oldest = id
		}
	}
	delete(s.callbacks, oldest)
}

func answerCallbackQuery(s *api, c *call) (any, error) {
	id := c.fields["callback_query_id"]
	asked, ok := s.callbacks[id]
	if !ok || s.options.Now().Sub(asked.at) > callbackLife {
		return nil, errQueryTooOld
	}
	if utf16Len(c.fields["text"]) > 200 {
		return nil, badRequest("MESSAGE_TOO_LONG")
	}
	delete(s.callbacks, id)
	answer := Answer{
		ID: id, User: asked.user, Text: c.fields["text"], Alert: c.flag("show_alert"), URL: c.fields["url"],
	}
	s.answers = append(s.answers, answer)
	if len(s.answers) > keptCallbacks {
		s.answers = s.answers[1:]
	}
	s.publish(event{Type: "answer", Answer: &answer})
	return true, nil
}
