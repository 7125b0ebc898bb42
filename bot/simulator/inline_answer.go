package simulator

import (
	"encoding/json"
	"time"
)

const maxResultID = 64 // bytes

// answerInlineQuery takes what the bot offers, and keeps it for those who type
// the same, as Telegram does: for five minutes and for everyone, unless the bot
// says otherwise.
func answerInlineQuery(s *api, c *call) (any, error) {
	answer, err := c.readInlineAnswer()
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
func (c *call) readInlineAnswer() (InlineAnswer, error) {
	answer := InlineAnswer{Results: []InlineResult{}}
	var results []json.RawMessage
	if err := c.object("results", &results); err != nil {
		return answer, err
	}
	if len(results) > maxInlineResults {
		return answer, badRequest("RESULTS_TOO_MUCH")
	}
	known := map[string]bool{}
	for _, raw := range results {
		result, err := c.readInlineResult(raw)
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

// readInlineResult reads an article. Other kinds are not known here.
func (c *call) readInlineResult(raw []byte) (InlineResult, error) {
	part, err := c.part(raw)
	if err != nil {
		return InlineResult{}, badRequest("can't parse inline query result: expected an Object")
	}
	result := InlineResult{ID: part.fields["id"], Title: part.fields["title"], Description: part.fields["description"]}
	switch {
	case len(result.ID) == 0 || len(result.ID) > maxResultID:
		return result, badRequest("RESULT_ID_INVALID")
	case part.fields["type"] != "article":
		return result, badRequest("RESULT_TYPE_INVALID")
	case result.Title == "":
		return result, badRequest("ARTICLE_TITLE_EMPTY")
	}
	message, err := part.readInlineText()
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
