package telegram

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"cchcbot/bot/chat"
)

// Each test here pins one trap of the library: first that it is still there,
// then that this package walks around it. Where the first half fails after an
// upgrade, the detour may go.

// libraryMatches says whether the library finds a command in a message.
func libraryMatches(t *testing.T, command string, m *models.Message) bool {
	t.Helper()
	found := false
	b, err := tg.New(string(testToken), tg.WithSkipGetMe(), tg.WithNotAsyncHandlers(),
		tg.WithDefaultHandler(func(context.Context, *tg.Bot, *models.Update) {}))
	if err != nil {
		t.Fatal(err)
	}
	b.RegisterHandler(tg.HandlerTypeMessageText, command, tg.MatchTypeCommand,
		func(context.Context, *tg.Bot, *models.Update) { found = true })
	b.ProcessUpdate(t.Context(), &models.Update{Message: m})
	return found
}

func TestTrapCommandWithTheBotsName(t *testing.T) {
	t.Parallel()
	m := &models.Message{Text: "/help@CchcBot", Entities: []models.MessageEntity{
		{Type: models.MessageEntityTypeBotCommand, Length: 13}}}
	if libraryMatches(t, "help", m) {
		t.Error("the library finds /help@CchcBot now")
	}
	read := wordsOf(m).read(&models.User{ID: 4242, Username: "CchcBot"})
	if !read.addressed || read.text != "/help" {
		t.Errorf("got %+v", read)
	}
}

func TestTrapOffsetsInBytes(t *testing.T) {
	t.Parallel()
	// "Ừ " is two UTF-16 units and four bytes.
	m := &models.Message{Text: "Ừ /help@CchcBot nhé", Entities: []models.MessageEntity{
		{Type: models.MessageEntityTypeBotCommand, Offset: 2, Length: 13}}}
	if libraryMatches(t, "help@CchcBot", m) {
		t.Error("the library counts UTF-16 units now")
	}
	read := wordsOf(m).read(&models.User{ID: 4242, Username: "CchcBot"})
	if read.text != "Ừ /help nhé" {
		t.Errorf("got %q", read.text)
	}
}

func TestTrapPanicEndsTheProcess(t *testing.T) {
	t.Parallel()
	b, err := tg.New(string(testToken), tg.WithSkipGetMe(), tg.WithNotAsyncHandlers(),
		tg.WithDefaultHandler(func(context.Context, *tg.Bot, *models.Update) { panic("handler") }))
	if err != nil {
		t.Fatal(err)
	}
	if err := guard(func() error { b.ProcessUpdate(t.Context(), &models.Update{}); return nil }); err == nil {
		t.Error("the library recovers from panics now")
	}
	r := newRig(t, responder(func(context.Context, chat.Message) (chat.Reply, error) { panic("handler") }))
	if !r.handle(t.Context(), &models.Update{ID: 1, Message: &models.Message{Text: "a", Chat: models.Chat{ID: 1, Type: "private"}}}) {
		t.Error("an update that panics is not handled")
	}
}

func TestTrapUpdatesConfirmedBeforeTheyAreHandled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		telegram := newFakeTelegram()
		telegram.push(private(1, 1, "a"))
		ctx, cancel := context.WithCancel(t.Context())
		b, err := tg.New(string(testToken), tg.WithSkipGetMe(), tg.WithNotAsyncHandlers(),
			tg.WithServerURL("http://telegram.test"), tg.WithHTTPClient(time.Minute, newWire(testToken, telegram)),
			tg.WithErrorsHandler(func(error) {}),
			tg.WithDefaultHandler(func(ctx context.Context, _ *tg.Bot, _ *models.Update) { <-ctx.Done() }))
		if err != nil {
			t.Fatal(err)
		}
		ended := make(chan struct{})
		go func() { b.Start(ctx); close(ended) }()
		time.Sleep(time.Second)
		if len(telegram.waiting()) != 0 {
			t.Error("the library confirms only what was handled now")
		}
		cancel()
		<-ended
	})
	// This package's half is TestPollConfirmsWhatIsHandledOrWrittenDown.
}

func TestTrapErrorsAreFoundByErrorsAsOnly(t *testing.T) {
	t.Parallel()
	wrapped := errors.Join(&tg.TooManyRequestsError{RetryAfter: 3})
	if tg.IsTooManyRequestsError(wrapped) {
		t.Error("the library unwraps errors now")
	}
	r := newRig(t, echo)
	r.telegram.fail("sendMessage", refuse(429, "Too Many Requests: retry after 3", `{"retry_after":3}`),
		refuse(400, "Bad Request: group chat was upgraded", `{"migrate_to_chat_id":-1001234567890}`))
	for _, want := range []refusal{
		{code: 429, description: "Too Many Requests: retry after 3", retryAfter: 3 * time.Second},
		{code: 400, description: "Bad Request: group chat was upgraded", migrateTo: -1001234567890},
	} {
		_, err := r.client.SendMessage(t.Context(), &tg.SendMessageParams{ChatID: 1, Text: "a"})
		if refused, ok := errors.AsType[*refusal](err); !ok || *refused != want {
			t.Errorf("got %v, want %v", err, want)
		}
	}
}

func TestTrapTokenInTheErrorOfAMalformedAddress(t *testing.T) {
	t.Parallel()
	b, err := tg.New(string(testToken), tg.WithSkipGetMe(), tg.WithServerURL("http://[::1"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err = b.GetMe(t.Context()); err == nil || !strings.Contains(err.Error(), "secretHALF") {
		t.Errorf("the library hides the token now: %v", err)
	}
	_, err = New(Settings{Token: testToken, Server: "http://[::1"}, echo, newFakeLedger(), slog.New(slog.DiscardHandler))
	if err == nil || strings.Contains(err.Error(), "secretHALF") {
		t.Errorf("got %v", err)
	}
}

func TestTokenIsInNoErrorAndNoLog(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		r.telegram.push(private(1, 1, "a"))
		r.telegram.fail("getUpdates", fault{}) // cut, with the address in the error
		r.telegram.fail("sendMessage", fault{}, refuse(400, "Bad Request: "+string(testToken), ""))
		stop := r.start(t.Context())
		time.Sleep(time.Minute)
		if err := stop(); err != nil {
			t.Fatal(err)
		}
		if log := r.logged.String(); strings.Contains(log, "secretHALF") || !strings.Contains(log, masked) {
			t.Error(log)
		}
	})
}

func TestTrapTwoIdleConnections(t *testing.T) {
	t.Parallel()
	const together = 20
	if opened := connections(t, together, http.DefaultTransport); opened <= together {
		t.Errorf("the default client keeps more connections now: %d opened", opened)
	}
	if opened := connections(t, together, newRoundTripper(nil)); opened != together {
		t.Errorf("%d connections opened for twice %d calls, want %d", opened, together, together)
	}
}

// connections makes calls side by side, twice, and returns how many
// connections that took.
func connections(t *testing.T, together int, over http.RoundTripper) int64 {
	t.Helper()
	var opened atomic.Int64
	arrived, release := make(chan struct{}), make(chan struct{})
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		arrived <- struct{}{}
		<-release
		_, _ = io.WriteString(w, `{"ok":true,"result":{}}`)
	}))
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			opened.Add(1)
		}
	}
	server.Start()
	defer server.Close()
	b, err := tg.New(string(testToken), tg.WithSkipGetMe(), tg.WithServerURL(server.URL),
		tg.WithHTTPClient(time.Minute, newWire(testToken, over)))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		var calls sync.WaitGroup
		for range together {
			calls.Go(func() {
				if _, err := b.GetMe(t.Context()); err != nil {
					t.Error(err)
				}
			})
		}
		for range together {
			<-arrived
		}
		for range together {
			release <- struct{}{}
		}
		calls.Wait()
	}
	return opened.Load()
}

func TestHalfAnAnswerIsAnOutage(t *testing.T) {
	t.Parallel()
	half := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		_, _ = io.WriteString(w, `{"ok":true,"result":`)
	}))
	t.Cleanup(half.Close)
	w := newWire(testToken, newRoundTripper(nil))
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, half.URL, bytes.NewReader(nil))
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.Do(request)
	if _, out := errors.AsType[*outage](err); !out {
		t.Errorf("half an answer is %v, want an outage", err)
	}
}

func TestRedirectIsNotFollowed(t *testing.T) {
	t.Parallel()
	var stranger atomic.Bool
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/stranger" {
			stranger.Store(true)
			return
		}
		http.Redirect(w, r, "/stranger", http.StatusTemporaryRedirect)
	}))
	t.Cleanup(server.Close)
	transport, err := New(Settings{Token: testToken, Server: server.URL}, echo, newFakeLedger(), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := transport.client.GetMe(t.Context()); err == nil || stranger.Load() {
		t.Errorf("error %v, stranger asked: %v", err, stranger.Load())
	}
}
