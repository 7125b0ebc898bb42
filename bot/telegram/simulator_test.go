package telegram

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/chat"
	"cchcbot/bot/simulator"
	"cchcbot/bot/simulator/botapitest"
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
	server := simulator.New(simulator.Options{Check: botapitest.Read(t).Request, Strict: true, KeepAllRequests: true})
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
var pages = responder(func(_ context.Context, m chat.Message) (chat.Reply, error) {
	return chat.Reply{
		Text: chat.Text{
			{Spans: []chat.Span{{Words: "Trả lời: ", Style: chat.Bold}, {Words: m.Text + m.Action + " <&> 👍"}}},
			{Quote: true, Spans: []chat.Span{{Words: "nguyên văn"}}},
		},
		Buttons: [][]chat.Button{{{Label: "Tiếp", Action: "tiếp"}}},
		Notice:  "Đã mở",
	}, nil
})

func TestConversationOverHTTP(t *testing.T) {
	t.Parallel()
	w := live(t, pages, func(s *Settings) {
		s.Commands = []chat.Command{{Name: "help", Description: "Hướng dẫn sử dụng"}}
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
	waiting, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	_ = w.Await(waiting, func() bool { return len(w.Menu(simulator.Official)) > 0 }) // told below
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
