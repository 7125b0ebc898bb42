package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/go-telegram/bot/models"
)

// pollGrace is how much later than promised an empty poll may return.
const pollGrace = 15 * time.Second

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
func (i *incoming) poll(ctx, handling context.Context) error {
	i.open(ctx, handling)
	looked := i.now()
	for failures := 0; ctx.Err() == nil; {
		if i.now().Sub(looked) >= lookEvery && i.reopen(ctx, handling) == nil {
			looked = i.now()
		}
		i.awaitRoom(ctx)
		if awaitHeld(ctx, i.settings.Held) != nil { // a poll confirms, which may be another's by now
			return nil
		}
		updates, err := i.fetch(ctx, i.pollTimeout(), batchLimit)
		if err == nil {
			if len(updates) > 0 {
				i.learnName(ctx)
			}
			err = i.accept(handling, updates)
		}
		if ctx.Err() != nil {
			return nil
		}
		if err == nil {
			failures = 0
			i.pulse.beat()
			i.settle(ctx)
			continue
		}
		failures++
		pause, fatal := i.pollFailed(err, failures)
		if fatal != nil {
			return fatal
		}
		_ = sleep(ctx, pause) // a stop ends the loop
	}
	return nil
}

// pollTimeout is 0 while updates hold the offset: Telegram would give those at
// once in any case, and what is done meanwhile should be confirmed.
func (i *incoming) pollTimeout() time.Duration {
	if len(i.inbox.holding()) > 0 {
		return 0
	}
	return i.settings.PollTimeout
}

// fetch asks for updates, which confirms all that were handled before.
func (i *incoming) fetch(ctx context.Context, timeout time.Duration, limit int) ([]json.RawMessage, error) {
	ctx, cancel := context.WithTimeout(ctx, timeout+pollGrace)
	defer cancel()
	body, err := json.Marshal(pollRequest{
		Offset:  i.inbox.offset(),
		Limit:   limit,
		Timeout: int(timeout / time.Second),
		Allowed: i.kinds(),
	})
	if err != nil {
		return nil, fmt.Errorf("encode getUpdates: %w", err)
	}
	address := i.settings.Server + "/bot" + string(i.settings.Token) + "/getUpdates"
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return nil, errors.New(i.settings.Token.hide(err.Error()))
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := i.wire.Do(request)
	if err != nil {
		return nil, err
	}
	defer func() { _ = response.Body.Close() }()
	return decodeBatch(response.Body)
}

// kinds are the updates that Telegram is asked for.
func (i *incoming) kinds() []string {
	kinds := []string{models.AllowedUpdateMessage, models.AllowedUpdateEditedMessage, models.AllowedUpdateCallbackQuery, models.AllowedUpdateMyChatMember}
	if i.settings.Inquirer != nil {
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

// pollFailed says what the log should know and how long to wait; the error is
// not nil where waiting does not help.
func (i *incoming) pollFailed(err error, failures int) (time.Duration, error) {
	refused, ok := errors.AsType[*refusal](err)
	if !ok {
		i.log.Warn("polling failed, trying again", "error", err, "failures", failures)
		return backoff(failures), nil
	}
	switch {
	case refused.tokenRefused():
		return 0, fmt.Errorf("the bot's token is refused, check it with BotFather: %w", err)
	case refused.code == http.StatusTooManyRequests:
		return max(refused.retryAfter, time.Second), nil
	case refused.code == http.StatusConflict:
		i.log.Error("another program polls with this token, or a webhook is set; only one may take the updates",
			"error", err)
	default:
		i.log.Error("telegram refuses to give updates", "error", err)
	}
	return backoff(failures), nil
}

// confirm tells Telegram on stop what was handled or written down since the last
// poll.
func (i *incoming) confirm() {
	if i.inbox.offset() == 0 || !i.settings.Held() {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), confirmTimeout)
	defer cancel()
	if _, err := i.fetch(ctx, 0, 1); err != nil {
		i.log.Warn("last updates not confirmed", "error", err)
	}
}
