package simulator

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"
)

// What bounds the inline mode.
const (
	maxInlineQuery   = 256 // characters
	maxInlineResults = 50
	inlineLife       = 30 * time.Second // how long a query waits for the bot
	inlineCache      = 300              // seconds that an answer is kept for all people, unless told otherwise
	keptInline       = 100              // queries, and answers, that are remembered
)

// InlineAnswer is what the bot offers to a person who typed its name and some
// words in any chat.
type InlineAnswer struct {
	Query   string         `json:"query"` // id of the query
	Words   string         `json:"words"`
	Results []InlineResult `json:"results"`
}

// InlineResult is one thing to choose. Choosing it posts its message.
type InlineResult struct {
	ID          string `json:"id"`
	Title       string `json:"title"`
	Description string `json:"description,omitempty"`

	message Message
}

// inlineQuery is what a person typed.
type inlineQuery struct {
	id    string
	user  int64
	words string
	at    time.Time
}

// inlineMode is the state of the inline mode, oldest first.
type inlineMode struct {
	asked   []inlineQuery // and not answered yet
	answers []InlineAnswer
	cache   []cachedAnswer
}

// cachedAnswer answers the same words again, without the bot.
type cachedAnswer struct {
	query  inlineQuery // of user 0 where it serves everyone
	until  time.Time
	answer InlineAnswer
}

// Inline types the bot's name and some words in a chat, and waits for what the
// bot offers.
func (s *Server) Inline(ctx context.Context, in, persona int64, words string) (InlineAnswer, error) {
	id, err := s.AskInline(in, persona, words)
	if err != nil {
		return InlineAnswer{}, err
	}
	var answer InlineAnswer
	err = s.Await(ctx, func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		found := s.inline.answer(id)
		if found != nil {
			answer = *found
		}
		return found != nil
	})
	return answer, err
}

// AskInline types the bot's name and some words and returns the id of the
// query.
func (s *Server) AskInline(in, persona int64, words string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := s.chatFor(in, persona)
	switch {
	case err != nil:
		return "", err
	case utf16Len(words) > maxInlineQuery:
		return "", ErrInlineQuery
	case !s.queue.wants("inline_query"):
		return "", ErrNoInline
	}
	s.lastCallback++
	q := inlineQuery{strconv.FormatInt(botID*1000+s.lastCallback, 10), persona, words, s.options.Now()}
	if answer := s.inline.cached(q); answer != nil {
		s.inline.keep(q, *answer)
		s.signal()
		return q.id, nil
	}
	kind := c.kind
	if kind == private {
		kind = "sender" // the private chat with the bot itself
	}
	_, err = s.queue.push("inline_query", map[string]any{
		"id": q.id, "from": s.userJSON(persona), "query": words, "offset": "", "chat_type": kind,
	})
	if err != nil {
		return "", fmt.Errorf("type an inline query: %w", err)
	}
	s.inline.asked = lastOf(append(s.inline.asked, q))
	s.signal()
	return q.id, nil
}

// Choose posts a result of an inline query in a chat, in the persona's name.
func (s *Server) Choose(in, persona int64, query, result string) (Message, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := s.chatFor(in, persona)
	if err != nil {
		return Message{}, err
	}
	answer := s.inline.answer(query)
	if answer == nil {
		return Message{}, ErrNoResult
	}
	i := slices.IndexFunc(answer.Results, func(r InlineResult) bool { return r.ID == result })
	if i < 0 {
		return Message{}, ErrNoResult
	}
	m := answer.Results[i].message.clone()
	m.From, m.ViaBot = persona, true
	s.post(c, &m)
	if _, err := s.queue.push("message", s.messageJSON(&m, true)); err != nil {
		return Message{}, fmt.Errorf("choose a result: %w", err)
	}
	s.signal()
	return m.clone(), nil
}

// take removes and returns a query that still waits for the bot.
func (i *inlineMode) take(id string, now time.Time) (inlineQuery, bool) {
	at := slices.IndexFunc(i.asked, func(q inlineQuery) bool { return q.id == id })
	if at < 0 || now.Sub(i.asked[at].at) > inlineLife {
		return inlineQuery{}, false
	}
	q := i.asked[at]
	i.asked = slices.Delete(i.asked, at, at+1)
	return q, true
}

// keep remembers the answer to a query.
func (i *inlineMode) keep(q inlineQuery, answer InlineAnswer) {
	answer.Query, answer.Words = q.id, q.words
	i.answers = lastOf(append(i.answers, answer))
}

// answer finds the answer to a query; nil while there is none.
func (i *inlineMode) answer(id string) *InlineAnswer {
	at := slices.IndexFunc(i.answers, func(a InlineAnswer) bool { return a.Query == id })
	if at < 0 {
		return nil
	}
	return &i.answers[at]
}

// cached finds an earlier answer to the same words that still holds.
func (i *inlineMode) cached(q inlineQuery) *InlineAnswer {
	for _, c := range slices.Backward(i.cache) {
		hers := c.query.user == 0 || c.query.user == q.user
		if hers && c.query.words == q.words && !q.at.Before(c.query.at) && q.at.Before(c.until) {
			return &c.answer
		}
	}
	return nil
}

// lastOf forgets the oldest above the bound.
func lastOf[T any](all []T) []T {
	return all[max(len(all)-keptInline, 0):]
}
