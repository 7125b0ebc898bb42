package telegram

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"cchcbot/bot/simulator"
)

// crowd is a simulator's world of many persons.
func crowd(b *testing.B, persons int, change ...func(*simulator.Options)) *simulator.Server {
	b.Helper()
	people := make([]simulator.Persona, persons)
	for i := range people {
		people[i] = simulator.Persona{ID: int64(i + 1), Name: fmt.Sprint(i + 1)}
	}
	options := simulator.Options{Personas: people}
	for _, c := range change {
		c(&options)
	}
	server := simulator.New(options)
	b.Cleanup(func() { _ = server.Close() })
	return server
}

// counter closes its channel after so many replies.
type counter struct {
	left atomic.Int64
	done chan struct{}
}

func newCounter(replies int) *counter {
	c := &counter{done: make(chan struct{})}
	c.left.Store(int64(replies))
	return c
}

func (c *counter) count() {
	if c.left.Add(-1) == 0 {
		close(c.done)
	}
}

// counting counts the messages that arrive.
type counting struct {
	http.RoundTripper
	*counter
}

func (c counting) RoundTrip(r *http.Request) (*http.Response, error) {
	response, err := c.RoundTripper.RoundTrip(r)
	if err == nil && strings.HasSuffix(r.URL.Path, "/sendMessage") {
		c.count()
	}
	return response, err
}

// ask lets the crowd ask b.N times and waits for as many answers.
func ask(b *testing.B, server *simulator.Server, persons int, replies *counter) {
	b.Helper()
	b.ResetTimer()
	for i := range b.N {
		must(server.Say(int64(i%persons+1), "hạn nộp?"))(b)
	}
	<-replies.done
	b.StopTimer()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "replies/s")
}

// BenchmarkReplies measures answers over HTTP of this package, with the echo
// bot of the library's examples beside it for comparison.
func BenchmarkReplies(b *testing.B) {
	const persons = 50
	b.Run("transport", func(b *testing.B) {
		server, replies := crowd(b, persons), newCounter(b.N)
		settings := Settings{Token: Secret(server.Token()), Server: must(server.Start("127.0.0.1:0"))(b)}
		settings = must(settings.complete())(b)
		over := counting{newRoundTripper(nil), replies}
		transport := must(assemble(settings, over, echo, newFakeLedger(), slog.New(slog.DiscardHandler)))(b)
		ctx, cancel := context.WithCancel(b.Context())
		defer cancel()
		go func() { _ = transport.Run(ctx) }()
		ask(b, server, persons, replies)
	})
	b.Run("library", func(b *testing.B) {
		server, replies := crowd(b, persons), newCounter(b.N)
		address := must(server.Start("127.0.0.1:0"))(b)
		echoing := func(ctx context.Context, client *tg.Bot, u *models.Update) {
			_, _ = client.SendMessage(ctx, &tg.SendMessageParams{ChatID: u.Message.Chat.ID, Text: u.Message.Text})
			replies.count()
		}
		client := must(tg.New(server.Token(), tg.WithServerURL(address), tg.WithDefaultHandler(echoing),
			tg.WithErrorsHandler(func(error) {})))(b)
		ctx, cancel := context.WithCancel(b.Context())
		defer cancel()
		go client.Start(ctx)
		ask(b, server, persons, replies)
	})
}

// BenchmarkCampaign measures how much of what Telegram allows a campaign of b.N
// persons uses. Run it with -benchtime 900x for half a minute's sending.
func BenchmarkCampaign(b *testing.B) {
	limits := FAQLimits()
	server := crowd(b, b.N, func(o *simulator.Options) { o.RateLimits, o.KeepAllRequests = true, true })
	settings := Settings{Token: Secret(server.Token()), Server: must(server.Start("127.0.0.1:0"))(b), Limits: limits}
	transport := must(New(settings, echo, newFakeLedger(), slog.New(slog.DiscardHandler)))(b)
	var next atomic.Int64
	var workers sync.WaitGroup
	b.ResetTimer()
	for range 40 {
		workers.Go(func() {
			for person := next.Add(1); person <= int64(b.N); person = next.Add(1) {
				if _, err := transport.Send(b.Context(), person, nudge, nil); err != nil {
					b.Error(err)
				}
			}
		})
	}
	workers.Wait()
	b.StopTimer()
	for _, r := range server.RequestsOf("sendMessage") {
		if r.Status == http.StatusTooManyRequests {
			b.Error("a 429 of our own making")
		}
	}
	b.ReportMetric(100*float64(b.N-1)/b.Elapsed().Seconds()/float64(limits.PerSecond), "%-of-limit")
}
