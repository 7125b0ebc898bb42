package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"cchcbot/bot/simulator"
)

// stopWithin is what an operator may expect of a stop.
const stopWithin = 10 * time.Second

// buffer is a bytes.Buffer for a writer and a reader at once.
type buffer struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}

// started is a run() in the background.
type started struct {
	stop   context.CancelFunc
	ended  chan error
	stderr *buffer
}

// start runs the program as main does, until stop.
func start(t *testing.T, variables map[string]string, stdout io.Writer, args ...string) *started {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	s := &started{stop: cancel, ended: make(chan error, 1), stderr: new(buffer)}
	go func() { s.ended <- run(ctx, args, environment(variables), strings.NewReader(""), stdout, s.stderr) }()
	t.Cleanup(func() {
		cancel()
		if t.Failed() {
			t.Logf("log:\n%s", s.stderr)
		}
	})
	return s
}

// stopped stops the program and demands an orderly end.
func (s *started) stopped(t *testing.T) {
	t.Helper()
	s.stop()
	select {
	case err := <-s.ended:
		if err != nil {
			t.Errorf("stopped with %v", err)
		}
	case <-time.After(stopWithin):
		t.Errorf("still running %s after the stop", stopWithin)
	}
}

// world is a Telegram with an address.
func world(t *testing.T) *simulator.Server {
	t.Helper()
	tg := simulator.New(simulator.Options{})
	if _, err := tg.Start("127.0.0.1:0"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tg.Close() })
	return tg
}

func TestServeAnswersAndStops(t *testing.T) {
	t.Parallel()
	tg := world(t)
	database := "sqlite:" + t.TempDir() + "/cchcbot.db"
	variables := map[string]string{"TELEGRAM_BOT_TOKEN": tg.Token(), "TELEGRAM_API_SERVER": tg.URL()}
	bot := start(t, variables, io.Discard, "--database", database) // no command: a token is set
	converse(t, tg, "nhiệm vụ 1.14", "Phụ lục, STT 1.14")
	bot.stopped(t)
	if n := tg.Pending(); n != 0 {
		t.Errorf("%d updates are not confirmed after the stop", n)
	}
	if strings.Contains(bot.stderr.String(), tg.Token()) {
		t.Error("the log shows the token")
	}

	again := start(t, variables, io.Discard, "serve", "--database", database)
	defer again.stopped(t)
	converse(t, tg, "nhiệm vụ 2.9", "Phụ lục, STT 2.9")
}

// converse says something and waits for the words of an answer.
func converse(t *testing.T, tg *simulator.Server, question, words string) {
	t.Helper()
	if _, err := tg.Say(simulator.Official, question); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	_, err := tg.AwaitMessage(ctx, simulator.Official, func(m simulator.Message) bool {
		return m.FromBot && strings.Contains(m.Text, words)
	})
	if err != nil {
		t.Fatalf("no answer with %q to %q: %v", words, question, err)
	}
}

func TestTryOpensAPageAndStops(t *testing.T) {
	t.Parallel()
	out, in := io.Pipe()
	bot := start(t, nil, in, "try", "--addr", "127.0.0.1:0", "--health", "127.0.0.1:0")
	page := pageAddress(t, out)
	if html := get(t, page); !strings.Contains(html, "<html") {
		t.Errorf("%s is no page: %s", page, html)
	}
	bot.stopped(t)
}

// Who asked for an address that is taken is told how to ask for another.
func TestTryOnABusyPortHintsAtTheFlag(t *testing.T) {
	t.Parallel()
	busy, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close()
	address := busy.Addr().String()
	err = run(t.Context(), []string{"try", "--addr", address}, environment(nil), nil, io.Discard, io.Discard)
	if err == nil {
		t.Fatal("the page is served on a port that is taken")
	}
	for _, words := range []string{address, "in use", "--addr"} {
		if !strings.Contains(err.Error(), words) {
			t.Errorf("error %q does not tell %q", err, words)
		}
	}
}

// pageAddress reads what the program prints up to the address of the page.
func pageAddress(t *testing.T, out io.Reader) string {
	t.Helper()
	text := make([]byte, 1<<10)
	n, err := out.Read(text)
	if err != nil {
		t.Fatal(err)
	}
	address := regexp.MustCompile(`http://\S+`).Find(text[:n])
	if address == nil {
		t.Fatalf("no address in %q", text[:n])
	}
	return string(address)
}

// get fetches a page.
func get(t *testing.T, address string) string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s, %v", address, response.Status, err)
	}
	return string(body)
}

// A token that Telegram refuses ends the program: waiting would not help.
func TestRefusedTokenEndsTheProgram(t *testing.T) {
	t.Parallel()
	tg := world(t)
	variables := map[string]string{"TELEGRAM_BOT_TOKEN": "123:WRONG", "TELEGRAM_API_SERVER": tg.URL()}
	bot := start(t, variables, io.Discard, "serve", "--database", "sqlite::memory:")
	select {
	case err := <-bot.ended:
		if err == nil || strings.Contains(err.Error(), "WRONG") {
			t.Errorf("ended with %v", err)
		}
	case <-time.After(30 * time.Second):
		t.Error("still running with a refused token")
	}
}
