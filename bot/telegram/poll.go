package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"time"

	"github.com/go-telegram/bot/models"
)

const (
	pollGrace      = 15 * time.Second       // how much later than promised an empty poll may return
	stragglerPause = 200 * time.Millisecond // between polls while an update is being handled
)

// pollRequest is the body of getUpdates.
type pollRequest struct {
	Offset  int64    `json:"offset,omitempty"`
	Limit   int      `json:"limit"`
	Timeout int      `json:"timeout"`
	Allowed []string `json:"allowed_updates"`
}

// poll takes updates from Telegram until the context ends. The library's own
// polling is not used: it confirms updates before they are handled. Only a
// refused token is an error.
func (t *Transport) poll(ctx, handling context.Context) error {
	for failures := 0; ctx.Err() == nil; {
		updates, err := t.fetch(ctx, t.pollTimeout(), batchLimit)
		if err == nil {
			err = t.accept(handling, updates)
		}
		if ctx.Err() != nil {
			return nil
		}
		if err == nil {
			failures = 0
			t.pulse.beat()
			t.window.settle(ctx, stragglerPause)
			continue
		}
		failures++
		pause, fatal := t.pollFailed(err, failures)
		if fatal != nil {
			return fatal
		}
		_ = sleep(ctx, pause) // a stop ends the loop
	}
	return nil
}

// pollTimeout is 0 while updates are in hand: Telegram would give those at
// once in any case, and what is finished meanwhile should be confirmed.
func (t *Transport) pollTimeout() time.Duration {
	if open, _ := t.window.busy(); open > 0 {
		return 0
	}
	return t.settings.PollTimeout
}

// fetch asks for updates, which confirms all that were handled before.
func (t *Transport) fetch(ctx context.Context, timeout time.Duration, limit int) ([]json.RawMessage, error) {
	ctx, cancel := context.WithTimeout(ctx, timeout+pollGrace)
	defer cancel()
	body, err := json.Marshal(pollRequest{
		Offset:  t.window.confirmed(),
		Limit:   limit,
		Timeout: int(timeout / time.Second),
		Allowed: t.kinds(),
	})
	if err != nil {
		return nil, fmt.Errorf("encode getUpdates: %w", err)
	}
	address := t.settings.Server + "/bot" + string(t.settings.Token) + "/getUpdates"
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return nil, errors.New(t.settings.Token.hide(err.Error()))
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := t.wire.Do(request)
	if err != nil {
		return nil, err
	}
	defer func() { _ = response.Body.Close() }()
	return decodeBatch(response.Body)
}

// kinds are the updates that Telegram is asked for.
func (t *Transport) kinds() []string {
	kinds := []string{models.AllowedUpdateMessage, models.AllowedUpdateCallbackQuery, models.AllowedUpdateMyChatMember}
	if t.settings.Inquirer != nil {
		kinds = append(kinds, models.AllowedUpdateInlineQuery)
	}
	return kinds
}

// decodeBatch leaves the updates undecoded: one that is broken must not take
// the others with it.
func decodeBatch(body io.Reader) ([]json.RawMessage, error) {
	var answer struct {
		Result []json.RawMessage `json:"result"`
	}
	if err := json.NewDecoder(body).Decode(&answer); err != nil {
		return nil, fmt.Errorf("decode getUpdates: %w", err)
	}
	return answer.Result, nil
}

// accept hands the updates to their chats' lanes, but for those that were
// handled before a restart. An update that cannot be decoded is skipped, which
// confirms it with the next poll; where not one update has a readable id, that
// next poll would bring the same again, and an error makes it wait.
func (t *Transport) accept(ctx context.Context, updates []json.RawMessage) error {
	readable := 0
	var fresh []*models.Update
	for _, raw := range updates {
		id, update, err := decodeUpdate(raw)
		if id == 0 {
			t.log.Error("update without an id skipped")
			continue
		}
		readable++
		if !t.window.admit(id, t.now()) {
			continue
		}
		if err != nil {
			t.log.Error("update cannot be decoded, skipped", "update", id, "error", err)
			t.window.finish(id)
			continue
		}
		fresh = append(fresh, update)
	}
	if len(updates) > 0 && readable == 0 {
		return errors.New("telegram gives updates without ids")
	}
	t.enqueue(ctx, fresh)
	return nil
}

// enqueue lets the updates be handled that were not.
func (t *Transport) enqueue(ctx context.Context, updates []*models.Update) {
	known := t.handledAmong(ctx, updates)
	for _, u := range updates {
		if slices.Contains(known, u.ID) {
			t.window.finish(u.ID)
			continue
		}
		t.lanes.add(laneOf(u), func() {
			if t.handle(ctx, u) {
				t.mark(ctx, u.ID)
			}
		})
	}
}

// decodeUpdate reads an update, or at least its id.
func decodeUpdate(raw json.RawMessage) (int64, *models.Update, error) {
	update := new(models.Update)
	err := json.Unmarshal(raw, update)
	if err == nil {
		return update.ID, update, nil
	}
	var head struct {
		ID int64 `json:"update_id"`
	}
	if json.Unmarshal(raw, &head) != nil {
		head.ID = 0
	}
	return head.ID, nil, fmt.Errorf("decode update: %w", err)
}

// laneOf is what keeps order among updates: the chat, or the person where
// there is none.
func laneOf(u *models.Update) int64 {
	switch {
	case u.Message != nil:
		return u.Message.Chat.ID
	case u.MyChatMember != nil:
		return u.MyChatMember.Chat.ID
	case u.CallbackQuery != nil:
		if chat, _ := pressedOn(u.CallbackQuery); chat != nil {
			return chat.ID
		}
		return u.CallbackQuery.From.ID
	case u.InlineQuery != nil && u.InlineQuery.From != nil:
		return u.InlineQuery.From.ID
	}
	return 0
}

// pollFailed says what the log should know and how long to wait; the error is
// not nil where waiting does not help.
func (t *Transport) pollFailed(err error, failures int) (time.Duration, error) {
	refused, ok := errors.AsType[*refusal](err)
	if !ok {
		t.log.Warn("polling failed, trying again", "error", err, "failures", failures)
		return backoff(failures), nil
	}
	switch {
	case refused.tokenRefused():
		return 0, fmt.Errorf("the bot's token is refused, check it with BotFather: %w", err)
	case refused.code == http.StatusTooManyRequests:
		return max(refused.retryAfter, time.Second), nil
	case refused.code == http.StatusConflict:
		t.log.Error("another program polls with this token, or a webhook is set; only one may take the updates",
			"error", err)
	default:
		t.log.Error("telegram refuses to give updates", "error", err)
	}
	return backoff(failures), nil
}

// confirm tells Telegram on stop what was handled since the last poll. A
// failure costs nothing but a look into the Ledger at the next start.
func (t *Transport) confirm() {
	if t.window.confirmed() == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), confirmTimeout)
	defer cancel()
	if _, err := t.fetch(ctx, 0, 1); err != nil {
		t.log.Warn("last updates not confirmed", "error", err)
	}
}
