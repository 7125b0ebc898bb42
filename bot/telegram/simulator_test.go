package telegram

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
	"github.com/google/go-cmp/cmp"

	"cchcbot/bot"
	"cchcbot/bot/simulator"
)

// world is a Transport that talks to the simulator over HTTP.
type world struct {
	*simulator.Server
	ledger    *fakeLedger
	transport *Transport
	stop      func() error
}

// live starts a simulator that refuses what the Bot API does not know, and a
// transport on it.
func live(t *testing.T, r Responder, change ...func(*Settings)) *world {
	t.Helper()
	schema, err := simulator.FindSchema()
	if err != nil {
		t.Fatal(err)
	}
	server := simulator.New(simulator.Options{Schema: schema, Strict: true, KeepAllRequests: true})
	address, err := server.Start("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	settings := Settings{Token: Secret(server.Token()), Server: address}
	for _, c := range change {
		c(&settings)
	}
	ledger := newFakeLedger()
	transport, err := New(settings, r, ledger, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- transport.Run(ctx) }()
	w := &world{server, ledger, transport, func() error { cancel(); return <-ended }}
	t.Cleanup(func() {
		if problems := server.Problems(); len(problems) > 0 {
			t.Errorf("requests that the Bot API does not know: %q", problems)
		}
		if err := server.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

// says waits for words of the bot in a chat.
func (w *world) says(t *testing.T, chat int64, words string) simulator.Message {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	m, err := w.AwaitMessage(ctx, chat, func(m simulator.Message) bool { return m.FromBot && strings.Contains(m.Text, words) })
	if err != nil {
		t.Fatalf("%q is not said: %v; the chat shows %+v", words, err, w.Messages(chat))
	}
	return m
}

// must is what a call returned, unless it failed.
func must[T any](value T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

// pages answers with a page that has a button to the next.
var pages = responder(func(_ context.Context, m bot.Message) (bot.Reply, error) {
	return bot.Reply{
		Text: bot.Text{
			{Spans: []bot.Span{{Words: "Trả lời: ", Style: bot.Bold}, {Words: m.Text + m.Action + " <&> 👍"}}},
			{Quote: true, Spans: []bot.Span{{Words: "nguyên văn"}}},
		},
		Buttons: [][]bot.Button{{{Label: "Tiếp", Action: "tiếp"}}},
		Notice:  "Đã mở",
	}, nil
})

func TestConversationOverHTTP(t *testing.T) {
	t.Parallel()
	w := live(t, pages, func(s *Settings) {
		s.Commands = []bot.Command{{Name: "help", Description: "Hướng dẫn sử dụng"}}
	})
	must(w.Say(simulator.Official, "/start"))(t)
	shown := w.says(t, simulator.Official, "Trả lời: /start <&> 👍\n\nnguyên văn")
	must(w.Press(simulator.Official, simulator.Official, shown.ID, "Tiếp"))(t)
	if edited := w.says(t, simulator.Official, "Trả lời: tiếp"); edited.ID != shown.ID {
		t.Error("the pressed message was not changed in place")
	}
	// The same again is "not modified" for Telegram, and nothing for the reader.
	must(w.Press(simulator.Official, simulator.Official, shown.ID, "Tiếp"))(t)

	must(w.SayIn(simulator.TeamGroup, simulator.Leader, "nói chuyện riêng", 0))(t)
	asked := must(w.SayIn(simulator.TeamGroup, simulator.Leader, "👍 @cchc_thu_bot ai chủ trì số hóa?", 0))(t)
	inGroup := w.says(t, simulator.TeamGroup, "Trả lời: 👍 ai chủ trì số hóa?")
	if inGroup.ReplyTo != asked.ID {
		t.Errorf("answers message %d, want %d", inGroup.ReplyTo, asked.ID)
	}
	must(w.SayIn(simulator.TeamGroup, simulator.Leader, "/coquan@cchc_thu_bot Sở Tư pháp", 0))(t)
	w.says(t, simulator.TeamGroup, "Trả lời: /coquan Sở Tư pháp")
	must(w.SayIn(simulator.TeamGroup, simulator.Specialist, "còn quý II?", inGroup.ID))(t)
	w.says(t, simulator.TeamGroup, "còn quý II?")

	must(w.PushUpdate("message", map[string]any{"message_id": "broken"}))(t)
	must(w.Say(simulator.Specialist, "sau bản tin hỏng"))(t)
	w.says(t, simulator.Specialist, "sau bản tin hỏng")
	if err := w.stop(); err != nil {
		t.Error(err)
	}
	if w.Pending() != 0 {
		t.Errorf("%d updates not confirmed after the stop", w.Pending())
	}
	if menu := w.Menu(simulator.Official); len(menu) != 1 || menu[0].Description != "Hướng dẫn sử dụng" {
		t.Errorf("command menu %+v", menu)
	}
	if answers := w.Answers(); len(answers) != 2 {
		t.Errorf("%d presses acknowledged, want 2", len(answers))
	}
	if n := len(w.Messages(simulator.TeamGroup)); n != 4+3 {
		t.Errorf("%d messages in the group, want four questions and three answers", n)
	}
}

func TestTroubleOverHTTP(t *testing.T) {
	t.Parallel()
	w := live(t, echo)
	for _, fault := range []simulator.Fault{
		simulator.BadGateway(), simulator.CutConnection(), simulator.TooManyRequests(1),
	} {
		w.Fail("sendMessage", fault, 1)
	}
	w.Fail("getUpdates", simulator.CutConnection(), 1)
	must(w.Say(simulator.Official, "vẫn tới"))(t)
	w.says(t, simulator.Official, "vẫn tới")

	moved := must(w.Migrate(simulator.TeamGroup))(t)
	must(w.SayIn(moved, simulator.Leader, "@cchc_thu_bot ở nhà mới", 0))(t)
	w.says(t, moved, "ở nhà mới")
	if err := w.SetBlocked(simulator.Specialist, true); err != nil {
		t.Fatal(err)
	}
	if err := w.SetBlocked(simulator.Specialist, false); err != nil {
		t.Fatal(err)
	}
	must(w.Say(simulator.Specialist, "lại đây"))(t)
	w.says(t, simulator.Specialist, "lại đây")
	began := time.Now()
	if err := w.stop(); err != nil {
		t.Error(err)
	}
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("stop took %s", took)
	}
	want := []string{
		fmt.Sprintf("moved %d to %d", simulator.TeamGroup, moved),
		fmt.Sprintf("unreachable %d: bot is kicked", simulator.Specialist),
		fmt.Sprintf("reachable %d", simulator.Specialist),
	}
	if diff := cmp.Diff(sorted(want), sorted(w.ledger.notes())); diff != "" {
		t.Error(diff)
	}
}

// crowd is a simulator's world of many persons.
func crowd(b *testing.B, persons int) *simulator.Server {
	b.Helper()
	people := make([]simulator.Persona, persons)
	for i := range people {
		people[i] = simulator.Persona{ID: int64(i + 1), Name: fmt.Sprint(i + 1)}
	}
	server := simulator.New(simulator.Options{Personas: people})
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

// countingLedger counts updates that are handled, which is after the reply was
// sent.
type countingLedger struct {
	*fakeLedger
	*counter
}

func (l countingLedger) MarkHandled(ctx context.Context, id int64) error {
	defer l.count()
	return l.fakeLedger.MarkHandled(ctx, id)
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
		ledger := countingLedger{newFakeLedger(), replies}
		transport := must(New(settings, echo, ledger, slog.New(slog.DiscardHandler)))(b)
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
