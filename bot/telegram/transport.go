package telegram

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	tg "github.com/go-telegram/bot"

	"cchcbot/bot/chat"
)

// Ends of a stop; together with Settings.StopTimeout they stay below ten
// seconds.
const (
	abandonTimeout = time.Second
	confirmTimeout = 2 * time.Second
)

// Responder answers messages; *bot.Bot is one. It is called from many
// goroutines at once, for one chat from one at a time.
type Responder interface {
	Respond(ctx context.Context, m chat.Message) (chat.Reply, error)
}

// Ledger remembers what must outlive a restart.
type Ledger interface {
	Inbox
	Chats
	// Ping is nil where the database answers.
	Ping(ctx context.Context) error
	// CheckWrite is nil where it takes writes.
	CheckWrite(ctx context.Context) error
}

// Chats remember which chats can be written to. Each call may come again for a
// chat that is already in that state.
type Chats interface {
	// MarkUnreachable: messages to the chat do not arrive; the reason is
	// Telegram's.
	MarkUnreachable(ctx context.Context, chat int64, reason string) error
	// MarkReachable: they arrive again.
	MarkReachable(ctx context.Context, chat int64) error
	// MoveChat: a group has become a supergroup with another id.
	MoveChat(ctx context.Context, from, to int64) error
}

// Transport carries messages between Telegram and a Responder.
type Transport struct {
	*outgoing
	*incoming
	settings  Settings
	responder Responder
	ledger    Ledger
	log       *slog.Logger
	now       func() time.Time
	slots     *slots
	governors *governors
	albums    albums
}

// outgoing is what the bot asks of Telegram.
type outgoing struct {
	settings Settings
	ledger   Chats
	log      *slog.Logger
	wire     *wire
	client   *tg.Bot
	caller   *caller
}

// incoming is what comes from Telegram, until it is handled.
type incoming struct {
	settings Settings
	ledger   Ledger
	log      *slog.Logger
	now      func() time.Time
	wire     *wire
	self     *identity
	quota    *quota
	inbox    *inbox
	pulse    *pulse
}

// New checks the settings and builds a Transport. It makes no call: Telegram
// may be out of reach until long after the start.
func New(settings Settings, responder Responder, ledger Ledger, log *slog.Logger) (*Transport, error) {
	settings, err := settings.complete()
	if err != nil {
		return nil, err
	}
	proxy, err := proxyAddress(settings.Proxy)
	if err != nil {
		return nil, fmt.Errorf("telegram proxy address: %w", err)
	}
	return assemble(settings, newRoundTripper(proxy), responder, ledger, log)
}

// assemble builds a Transport over any round tripper.
func assemble(settings Settings, over http.RoundTripper, responder Responder, ledger Ledger, log *slog.Logger) (*Transport, error) {
	wire := newWire(settings.Token, over)
	client, err := tg.New(string(settings.Token),
		tg.WithSkipGetMe(),
		tg.WithServerURL(settings.Server),
		tg.WithHTTPClient(settings.PollTimeout, wire),
		tg.WithErrorsHandler(func(err error) { log.Warn("telegram client", "error", settings.Token.hide(err.Error())) }),
	)
	if err != nil {
		return nil, fmt.Errorf("telegram client: %s", settings.Token.hide(err.Error()))
	}
	out := &outgoing{
		settings: settings, ledger: ledger, log: log, wire: wire, client: client,
		caller: &caller{wire: wire, pace: newPace(settings.Limits), held: settings.Held, count: settings.Count},
	}
	in := &incoming{
		settings: settings, ledger: ledger, log: log, now: time.Now, wire: wire,
		self:  &identity{id: client.ID(), fetch: out.fetchName},
		quota: newQuota(settings.Quota, time.Now),
		pulse: &pulse{now: time.Now},
	}
	t := &Transport{
		outgoing: out, incoming: in,
		settings: settings, responder: responder, ledger: ledger, log: log, now: time.Now, slots: newSlots(settings.Workers),
		governors: &governors{known: make(map[int64]administration)},
	}
	in.inbox = newInbox(in.quota, t.work)
	out.caller.pace.backlog = func(chat int64) int { return in.inbox.behind(lane{id: chat}) }
	return t, nil
}

// ErrReplaced is why nothing is sent where another process may have taken over, and
// ends the context of Run then.
var ErrReplaced = errors.New("another process may be active")

// Run polls until the context ends, then stops in order: no new updates, what is
// being handled is finished, the rest is written down, all of it is confirmed.
// It returns nil then, and an error where Telegram refuses the token or a handler
// does not end. Where the cause of the context's end is ErrReplaced, nothing more is
// sent, written down or confirmed. A Transport runs once.
func (t *Transport) Run(ctx context.Context) error {
	handling, abandon := context.WithCancel(context.WithoutCancel(ctx))
	defer abandon()
	beside := newBeside(ctx, t.watch, t.registerCommands, t.writeDone)
	t.pulse.start()
	defer t.pulse.stop()

	err := t.poll(ctx, handling)
	beside.stop()
	t.inbox.stop()
	replaced := errors.Is(context.Cause(ctx), ErrReplaced)
	if replaced {
		abandon()
	}
	if !t.inbox.drain(t.settings.StopTimeout) {
		abandon()
		if !t.inbox.drain(abandonTimeout) {
			err = errors.Join(err, errors.New("stopped while handlers still run"))
		}
	}
	_ = t.noteDone(handling) // logged; such an update is answered again
	if replaced {
		return err
	}
	_ = t.keep(handling, t.inbox.holding()) // logged; Telegram keeps them else
	if err == nil {
		t.confirm()
	}
	return err
}
