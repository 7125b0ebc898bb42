package simulator

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
)

// The bot's identity. The token has the form of a true one and opens nothing.
const (
	botID = 7000000001
	token = "7000000001:AAThuNghiem-khong-phai-bi-mat-00000"
)

// method answers one kind of request. The lock is held, except for getUpdates.
type method func(*api, *call) (any, error)

// methodOf finds a method by its name; Telegram takes any case. getUpdates is
// not among them, since it waits.
func methodOf(name string) method {
	switch strings.ToLower(name) {
	case "getme":
		return func(s *api, _ *call) (any, error) { return s.me(), nil }
	case "setmycommands":
		return setMyCommands
	case "sendmessage":
		return sendMessage
	case "senddocument":
		return func(s *api, c *call) (any, error) { return s.sendFile(c, "document") }
	case "sendphoto":
		return func(s *api, c *call) (any, error) { return s.sendFile(c, "photo") }
	case "getchatadministrators":
		return getChatAdministrators
	case "getfile":
		return getFile
	case "editmessagetext":
		return editMessageText
	case "answercallbackquery":
		return answerCallbackQuery
	case "answerinlinequery":
		return answerInlineQuery
	}
	return nil
}

// me is the bot as getMe shows it.
func (s *api) me() map[string]any {
	me := s.userJSON(botID)
	me["can_join_groups"] = true
	me["can_read_all_group_messages"] = false
	me["supports_inline_queries"] = true
	me["can_connect_to_business"] = false
	me["has_main_web_app"] = false
	return me
}

// serveAPI answers /bot<token>/<method>.
func (s *api) serveAPI(w http.ResponseWriter, r *http.Request) {
	given, name, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/bot"), "/")
	c, err := parseCall(w, r, name)
	if err != nil {
		c = &call{method: name}
		s.answer(w, c, nil, nil, err)
		return
	}
	if err := checkToken(given); err != nil {
		s.answer(w, c, nil, nil, err)
		return
	}
	problems := s.problems(c)
	fault := s.nextFault(name)
	if fault != nil && !fault.AfterHandling {
		s.inject(w, c, fault)
		return
	}
	result, err := s.handle(r.Context(), c, problems)
	if fault != nil {
		s.inject(w, c, fault)
		return
	}
	s.answer(w, c, problems, result, err)
}

func checkToken(given string) error {
	id, secret, ok := strings.Cut(given, ":")
	switch {
	case given == token:
		return nil
	case !ok || id == "" || len(secret) < 30 || strings.Trim(id, "0123456789") != "":
		return errInvalidToken
	default:
		return errWrongToken
	}
}

// problems lists what the Bot API does not know of a request.
func (s *api) problems(c *call) []string {
	if s.options.Check == nil {
		return nil
	}
	return s.options.Check(c.method, c.fields, slices.Sorted(maps.Keys(c.files)))
}

// handle runs the method under the lock.
func (s *api) handle(ctx context.Context, c *call, problems []string) (any, error) {
	if s.options.Strict && len(problems) > 0 {
		return nil, badRequest("schema: %s", strings.Join(problems, "; "))
	}
	if strings.EqualFold(c.method, "getUpdates") {
		return getUpdates(ctx, s, c)
	}
	m := methodOf(c.method)
	if m == nil {
		return nil, errUnknownMethod
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.limits.check(s.world, c); err != nil {
		return nil, err
	}
	result, err := m(s, c)
	if err != nil {
		return nil, err
	}
	// The answer is encoded under the lock, since it may share what is kept.
	raw, err := json.Marshal(result)
	if err != nil {
		return nil, fmt.Errorf("encode the answer of %s: %w", c.method, err)
	}
	return json.RawMessage(raw), nil
}

// response is the envelope of every answer.
type response struct {
	OK          bool                `json:"ok"`
	Result      any                 `json:"result,omitempty"`
	ErrorCode   int                 `json:"error_code,omitempty"`
	Description string              `json:"description,omitempty"`
	Parameters  *responseParameters `json:"parameters,omitempty"`
}

type responseParameters struct {
	RetryAfter int   `json:"retry_after,omitempty"`
	MigrateTo  int64 `json:"migrate_to_chat_id,omitempty"`
}

// refusalOf puts an error into the envelope, and says the HTTP status.
func refusalOf(err error) (int, response) {
	var refused *apiError
	if !errors.As(err, &refused) {
		refused = &apiError{Code: 500, Description: "Internal Server Error: " + err.Error()}
	}
	out := response{ErrorCode: refused.Code, Description: refused.Description}
	if refused.RetryAfter != 0 || refused.MigrateTo != 0 {
		out.Parameters = &responseParameters{refused.RetryAfter, refused.MigrateTo}
	}
	return refused.Code, out
}

// answer records the request and writes the answer.
func (s *api) answer(w http.ResponseWriter, c *call, problems []string, result any, err error) {
	status, out := http.StatusOK, response{OK: true, Result: result}
	if err != nil {
		status, out = refusalOf(err)
	}
	body, err := json.Marshal(out)
	if err != nil {
		status, body = http.StatusInternalServerError, []byte(`{"ok":false,"error_code":500,"description":"Internal Server Error"}`)
	}
	s.remember(c, status, body, problems)
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(body) // a client that has gone is its own loss
}
