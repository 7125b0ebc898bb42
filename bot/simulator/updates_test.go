package simulator_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"cchcbot/bot/simulator"
)

// polled is what getUpdates shows of a message.
type polled struct {
	ID      int64 `json:"update_id"`
	Message *struct {
		Text     string `json:"text"`
		Entities []simulator.Entity
	} `json:"message"`
}

// poll calls getUpdates and returns the ids of the updates.
func poll(t *testing.T, server *simulator.Server, fields ...string) []int64 {
	t.Helper()
	a := call(t, server, "getUpdates", fields...)
	var updates []polled
	if err := json.Unmarshal(a.Result, &updates); err != nil {
		t.Fatalf("%+v: %v", a, err)
	}
	ids := []int64{}
	for _, u := range updates {
		ids = append(ids, u.ID)
	}
	return ids
}

func say(t *testing.T, server *simulator.Server, words ...string) {
	t.Helper()
	for _, w := range words {
		if _, err := server.Say(simulator.Official, w); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOffsets(t *testing.T) {
	t.Parallel()
	now := time.Unix(1_700_000_000, 0)
	server := newServer(t, simulator.Options{Now: func() time.Time { return now }})
	say(t, server, "1", "2", "3", "4", "5")
	const first = 1_700_000_000
	steps := []struct {
		fields  []string
		want    []int64
		pending int
	}{
		{nil, []int64{first, first + 1, first + 2, first + 3, first + 4}, 5},
		{[]string{"limit", "2"}, []int64{first, first + 1}, 5},
		{[]string{"offset", "0", "limit", "1"}, []int64{first}, 5},
		{[]string{"offset", fmt.Sprint(first + 1), "limit", "1"}, []int64{first + 1}, 4},
		{[]string{"offset", fmt.Sprint(first)}, []int64{first + 1, first + 2, first + 3, first + 4}, 4}, // what is confirmed stays confirmed
		{[]string{"offset", "-2"}, []int64{first + 3, first + 4}, 2},
		{[]string{"offset", "-100"}, []int64{first + 3, first + 4}, 2},
		{[]string{"offset", fmt.Sprint(first + 9)}, []int64{}, 0},
	}
	for _, s := range steps {
		if got := poll(t, server, s.fields...); !slices.Equal(got, s.want) || server.Pending() != s.pending {
			t.Errorf("getUpdates %v: %v with %d pending, want %v with %d", s.fields, got, server.Pending(), s.want, s.pending)
		}
	}
}

func TestAllowedUpdates(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	push := func(kind string) bool {
		id, err := server.PushUpdate(kind, map[string]any{})
		if err != nil {
			t.Fatal(err)
		}
		return id != 0
	}
	if !push("message") || !push("news_of_tomorrow") || push("message_reaction") {
		t.Error("by default all but reactions and members come, kinds of later versions too")
	}
	poll(t, server, "allowed_updates", `["callback_query"]`)
	if push("message") || !push("callback_query") {
		t.Error("only what was asked for has to come")
	}
	poll(t, server) // leaves the choice as it is
	if push("message") {
		t.Error("the choice has to last")
	}
	poll(t, server, "allowed_updates", `[]`)
	if !push("message") {
		t.Error("an empty choice stands for the usual kinds")
	}
}

func TestLongPolling(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := simulator.New(simulator.Options{})
		defer server.Close()
		began := time.Now()
		if got := poll(t, server, "timeout", "30"); len(got) != 0 || time.Since(began) != 30*time.Second {
			t.Errorf("%d updates after %v, want none after 30s", len(got), time.Since(began))
		}
		began = time.Now()
		go func() {
			time.Sleep(7 * time.Second)
			_, _ = server.Say(simulator.Official, "a")
		}()
		if got := poll(t, server, "timeout", "30"); len(got) != 1 || time.Since(began) != 7*time.Second {
			t.Errorf("%d updates after %v, want one after 7s", len(got), time.Since(began))
		}
		began = time.Now()
		if poll(t, server, "offset", "2000000000", "timeout", "600"); time.Since(began) != 50*time.Second {
			t.Errorf("a wait of %v, want Telegram's 50s at most", time.Since(began))
		}
	})
}

func TestTwoPollersConflict(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := simulator.New(simulator.Options{})
		defer server.Close()
		first := make(chan answer)
		go func() { first <- call(t, server, "getUpdates", "timeout", "50") }()
		synctest.Wait()
		second := make(chan answer)
		go func() { second <- call(t, server, "getUpdates", "timeout", "50") }()
		want := "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
		if got := <-first; got.Code != 409 || got.Description != want {
			t.Errorf("the first poller gets %d %q", got.Code, got.Description)
		}
		say(t, server, "a")
		if got := <-second; !got.OK {
			t.Errorf("the second poller gets %d %q", got.Code, got.Description)
		}
	})
}

func TestPollEndsWithClientAndServer(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := simulator.New(simulator.Options{})
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		wait := func(ctx context.Context) {
			r := httptest.NewRequestWithContext(ctx, http.MethodGet, "/bot"+server.Token()+"/getUpdates?timeout=50", nil)
			r.Host = "localhost"
			server.ServeHTTP(httptest.NewRecorder(), r)
			done <- struct{}{}
		}
		began := time.Now()
		go wait(ctx)
		synctest.Wait()
		cancel()
		<-done
		go wait(t.Context())
		synctest.Wait()
		if err := server.Close(); err != nil {
			t.Error(err)
		}
		<-done
		if time.Since(began) != 0 {
			t.Errorf("the polls went on for %v", time.Since(began))
		}
	})
}

func TestCommandEntities(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	tests := []struct {
		text string
		want []simulator.Entity
	}{
		{"/start", []simulator.Entity{{Type: "bot_command", Length: 6}}},
		{"/nhiemvu@cchc_thu_bot 1.14", []simulator.Entity{{Type: "bot_command", Length: 21}}},
		{"👋 /help đi", []simulator.Entity{{Type: "bot_command", Offset: 3, Length: 5}}},
		{"hỏi @cchc_thu_bot nhé", []simulator.Entity{{Type: "mention", Offset: 4, Length: 13}}},
		{"gửi cchc.snv@tphcm.gov.vn.", []simulator.Entity{{Type: "email", Offset: 4, Length: 21}}},
		{"xem https://tphcm.gov.vn/a?b=1, nhé", []simulator.Entity{{Type: "url", Offset: 4, Length: 26}}},
		{"6004/QĐ-UBND và 1/2", nil},
	}
	for _, tt := range tests {
		m, err := server.Say(simulator.Official, tt.text)
		if err != nil || !slices.Equal(m.Entities, tt.want) {
			t.Errorf("%q: %+v (%v), want %+v", tt.text, m.Entities, err, tt.want)
		}
	}
}

func TestPrivacyMode(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	call(t, server, "sendMessage", "chat_id", fmt.Sprint(simulator.TeamGroup), "text", "bot nói")
	botMessage := server.Messages(simulator.TeamGroup)[0].ID
	tests := []struct {
		text  string
		reply int64
		hears bool
	}{
		{"nói chuyện riêng", 0, false},
		{"/help", 0, true},
		{"/help@cchc_thu_bot", 0, true},
		{"/help@CCHC_Thu_Bot", 0, true},
		{"/help@bot_khac", 0, false},
		{"@cchc_thu_bot ai chủ trì", 0, true},
		{"@bot_khac ai chủ trì", 0, false},
		{"cảm ơn", botMessage, true},
	}
	for _, tt := range tests {
		before := server.Pending()
		if _, err := server.SayIn(simulator.TeamGroup, simulator.Leader, tt.text, tt.reply); err != nil {
			t.Fatal(err)
		}
		if hears := server.Pending() > before; hears != tt.hears {
			t.Errorf("%q: the bot hears it: %v, want %v", tt.text, hears, tt.hears)
		}
	}
}
