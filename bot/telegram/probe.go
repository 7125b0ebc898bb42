package telegram

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"
)

// Standing is how a bot stands at Telegram.
type Standing struct {
	Username string        // of the bot, without @
	Webhook  string        // host that takes the updates instead of polling; "" for none
	Pending  int           // updates that wait at Telegram
	Ahead    time.Duration // how far this machine's clock is before Telegram's
}

// ErrToken says that Telegram refuses the token.
var ErrToken = errors.New("the token is refused")

// Probe asks Telegram how the bot stands. It changes nothing there.
func Probe(ctx context.Context, settings Settings) (s Standing, err error) {
	t, err := New(settings, nil, nil, slog.New(slog.DiscardHandler))
	if err != nil {
		return s, err
	}
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	me, err := t.client.GetMe(ctx)
	if refused, ok := errors.AsType[*refusal](err); ok && refused.tokenRefused() {
		return s, ErrToken
	}
	if err != nil {
		return s, fmt.Errorf("ask for the bot's name: %w", err)
	}
	s.Username, s.Ahead = me.Username, time.Duration(t.caller.wire.ahead.Load())
	hook, err := t.client.GetWebhookInfo(ctx)
	if err != nil {
		return s, fmt.Errorf("ask for the webhook: %w", err)
	}
	s.Pending = hook.PendingUpdateCount
	if hook.URL != "" {
		s.Webhook = hostOf(hook.URL)
	}
	return s, nil
}

// hostOf is the part of an address that holds no secret.
func hostOf(address string) string {
	u, err := parseAddress(address, "http", "https")
	if err != nil {
		return "an address that cannot be read"
	}
	return u.Host
}
