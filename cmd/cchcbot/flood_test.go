package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"cchcbot/bot/simulator"
)

// The people of a flood: one asks, one or many make trouble.
const (
	asker     = 1
	flooder   = 777_000_001
	crowdSize = 50
	floodSize = 1000
	questions = 14
	pause     = 2 * time.Second // between them
)

// stubborn is a Telegram that makes trouble with the messages to one chat.
type stubborn struct {
	*simulator.Server
	chat   int64
	answer func(w http.ResponseWriter, r *http.Request) // nil for none
}

func (s *stubborn) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.answer == nil || !strings.HasSuffix(r.URL.Path, "/sendMessage") {
		s.Server.ServeHTTP(w, r)
		return
	}
	body, _ := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body))
	if bytes.Contains(body, fmt.Append(nil, s.chat)) {
		s.answer(w, r)
		return
	}
	s.Server.ServeHTTP(w, r)
}

func hang(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

func tellToWait(w http.ResponseWriter, _ *http.Request) {
	w.WriteHeader(http.StatusTooManyRequests)
	_, _ = io.WriteString(w, `{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 60","parameters":{"retry_after":60}}`)
}

// flooding is one kind of trouble; one is called for each of floodSize updates.
type flooding struct {
	name   string
	answer func(w http.ResponseWriter, r *http.Request)
	one    func(s *simulator.Server, i int) error
	every  time.Duration // between two; 0 for all at once
}

func floodings() []flooding {
	say := func(s *simulator.Server, _ int) error {
		_, err := s.Say(flooder, "Sở Tư pháp phải làm gì?")
		return err
	}
	crowd := func(s *simulator.Server, i int) error {
		_, err := s.Say(int64(flooder+1+i%crowdSize), "Sở Tư pháp phải làm gì?")
		return err
	}
	return []flooding{
		{name: "nothing"},
		{name: "messages", one: say},
		{name: "stickers", one: func(s *simulator.Server, i int) error {
			_, err := s.PushUpdate("message", map[string]any{
				"message_id": 100_000 + i, "date": time.Now().Unix(),
				"from":    map[string]any{"id": flooder, "is_bot": false, "first_name": "Lụt"},
				"chat":    map[string]any{"id": flooder, "type": "private", "first_name": "Lụt"},
				"sticker": map[string]any{"file_id": "f", "file_unique_id": "u", "type": "regular", "width": 1, "height": 1, "is_animated": false, "is_video": false},
			})
			return err
		}},
		{name: "presses", one: func(s *simulator.Server, _ int) error {
			_, err := s.PushUpdate("callback_query", map[string]any{
				"id": "1", "chat_instance": "1", "data": "x", "inline_message_id": "i",
				"from": map[string]any{"id": flooder, "is_bot": false, "first_name": "Lụt"},
			})
			return err
		}},
		{name: "inline queries", one: func(s *simulator.Server, i int) error {
			_, err := s.AskInline(flooder, flooder, fmt.Sprint("số hóa ", i))
			return err
		}},
		{name: "commands of a group", one: func(s *simulator.Server, _ int) error {
			_, err := s.SayIn(simulator.TeamGroup, flooder, "/help", 0)
			return err
		}},
		{name: "fifty chats", one: crowd},
		{name: "fifty chats, each once a second", one: crowd, every: time.Second / crowdSize},
		{name: "a hung chat", answer: hang, one: say, every: 20 * time.Millisecond},
		{name: "a chat that is told to wait", answer: tellToWait, one: say, every: 20 * time.Millisecond},
	}
}

// One person asks every other second while another makes trouble; nobody else's
// question takes longer than half a second.
func TestFloodsHoldUpNobody(t *testing.T) {
	if !soaking() {
		t.Skip("takes minutes; set CCHCBOT_SOAK")
	}
	for _, f := range floodings() {
		t.Run(f.name, func(t *testing.T) { f.measure(t) })
	}
}

func (f flooding) measure(t *testing.T) {
	people := []simulator.Persona{{ID: asker, Name: "Người hỏi"}}
	for i := range int64(crowdSize + 1) {
		people = append(people, simulator.Persona{ID: flooder + i, Name: fmt.Sprint("Lụt ", i)})
	}
	server := simulator.New(simulator.Options{
		Personas: people, RateLimits: true,
		Groups: []simulator.Group{{ID: simulator.TeamGroup, Title: "Nhóm", Members: []int64{flooder}}},
	})
	world := &stubborn{Server: server, chat: flooder, answer: f.answer}
	s := &siege{TB: t, Server: server, database: "sqlite:" + t.TempDir() + "/bot.db", pace: 30, http: httptest.NewServer(world)}
	defer s.http.Close()
	defer func() { _ = server.Close() }()
	p := s.launch()
	askAndWait(t, server) // the program is ready
	time.Sleep(pause)     // the asker has a pace, too
	go func() {
		for i := range floodSize {
			if f.one == nil {
				return
			}
			if err := f.one(server, i); err != nil {
				t.Error(err)
				return
			}
			time.Sleep(f.every)
		}
	}()
	var waits []time.Duration
	for range questions {
		began := time.Now()
		waits = append(waits, askAndWait(t, server))
		time.Sleep(time.Until(began.Add(pause)))
	}
	slices.Sort(waits)
	p50, p99 := waits[len(waits)/2], waits[len(waits)-1]
	t.Logf("another person waits p50 %s, p99 %s", p50.Round(time.Millisecond), p99.Round(time.Millisecond))
	if p99 > 500*time.Millisecond {
		t.Errorf("another person waits %s", p99)
	}
	p.stop()
}

// askAndWait lets the asker ask, and returns how long the answer took.
func askAndWait(t *testing.T, server *simulator.Server) time.Duration {
	t.Helper()
	began := time.Now()
	asked, err := server.Say(asker, "hạn nộp bài viết tuyên truyền?")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	_, err = server.AwaitMessage(ctx, asker, func(m simulator.Message) bool { return m.FromBot && m.ID > asked.ID })
	if err != nil {
		t.Fatal(err)
	}
	return time.Since(began)
}
