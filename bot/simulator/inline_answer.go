package simulator

import (
	"encoding/json"
	"regexp"
	"time"
)

const (
	maxResultID   = 64 // bytes
	maxNextOffset = 64 // bytes
)

var startParameter = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)

// answerInlineQuery takes what the bot offers, and keeps it for those who type
// the same, as Telegram does: for five minutes and for everyone, unless the bot
// says otherwise.
func answerInlineQuery(s *Server, c *call) (any, error) {
	answer, err := s.readInlineAnswer(c)
	if err != nil {
		return nil, err
	}
	now := s.options.Now()
	q, ok := s.inline.take(c.fields["inline_query_id"], now)
	if !ok {
		return nil, errQueryTooOld
	}
	s.inline.keep(q, answer)
	if !c.flag("is_personal") {
		q.user = 0
	}
	q.at = now
	life := time.Duration(c.integer("cache_time", inlineCache)) * time.Second
	s.inline.cache = lastOf(append(s.inline.cache, cachedAnswer{q, now.Add(life), answer}))
	s.signal()
	return true, nil
}

// readInlineAnswer reads the whole offer and refuses what Telegram refuses.
func (s *Server) readInlineAnswer(c *call) (InlineAnswer, error) {
	answer := InlineAnswer{Results: []InlineResult{}, NextOffset: c.fields["next_offset"]}
	if err := c.object("button", &answer.Button); err != nil {
		return answer, err
	}
	var results []json.RawMessage
	if err := c.object("results", &results); err != nil {
		return answer, err
	}
	switch {
	case len(results) > maxInlineResults:
		return answer, badRequest("RESULTS_TOO_MUCH")
	case len(answer.NextOffset) > maxNextOffset:
		return answer, badRequest("NEXT_OFFSET_INVALID")
	case answer.Button != nil && answer.Button.Text == "":
		return answer, badRequest("SWITCH_PM_TEXT_EMPTY")
	case answer.Button != nil && !startParameter.MatchString(answer.Button.StartParameter):
		return answer, badRequest("START_PARAM_INVALID")
	}
	known := map[string]bool{}
	for _, raw := range results {
		result, err := s.readInlineResult(c, raw)
		switch {
		case err != nil:
			return answer, err
		case known[result.ID]:
			return answer, badRequest("RESULT_ID_DUPLICATE")
		}
		known[result.ID] = true
		answer.Results = append(answer.Results, result)
	}
	return answer, nil
}

// readInlineResult reads an article, or a picture or a document that was sent
// before. Other kinds are not known here.
func (s *Server) readInlineResult(c *call, raw []byte) (InlineResult, error) {
	part, err := c.part(raw)
	if err != nil {
		return InlineResult{}, badRequest("can't parse inline query result: expected an Object")
	}
	result := InlineResult{
		ID: part.fields["id"], Type: part.fields["type"],
		Title: part.fields["title"], Description: part.fields["description"],
	}
	if len(result.ID) == 0 || len(result.ID) > maxResultID {
		return result, badRequest("RESULT_ID_INVALID")
	}
	var message *Message
	switch {
	case !part.has("title") && result.Type != "photo":
		err = badRequest("ARTICLE_TITLE_EMPTY")
	case result.Type == "article" || part.has("input_message_content") && mediaKinds[result.Type]:
		message, err = part.readInlineText()
	case mediaKinds[result.Type]:
		message, err = s.readFileMessage(part, result.Type+"_file_id", result.Type)
	default:
		err = badRequest("RESULT_TYPE_INVALID")
	}
	if err != nil {
		return result, err
	}
	message.Buttons, err = part.readKeyboard()
	result.message = *message
	return result, err
}

// readInlineText reads the words that a result posts.
func (c *call) readInlineText() (*Message, error) {
	content, err := c.part([]byte(c.fields["input_message_content"]))
	if err != nil || !content.has("message_text") {
		return nil, badRequest("can't parse inline query result: Message text is empty")
	}
	text, entities, err := content.readMessageText("message_text")
	return &Message{Text: text, Entities: entities}, err
}
