package simulator_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"cchcbot/bot/simulator"

	"github.com/google/go-cmp/cmp"
)

func TestPlannedFaultsComeInOrder(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	server.Fail("sendMessage", simulator.TooManyRequests(3), 2)
	server.Fail("SendMessage", simulator.Blocked(), 1)
	server.Fail("*", simulator.ServerError(), 1)
	want := []string{
		"Too Many Requests: retry after 3", "Too Many Requests: retry after 3",
		"Forbidden: bot was blocked by the user", "Internal Server Error", "",
	}
	var got []string
	for range want {
		got = append(got, call(t, server, "sendMessage", "chat_id", "1001", "text", "a").Description)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("answers (-want +got):\n%s", diff)
	}
	if shown := server.Messages(simulator.Official); len(shown) != 1 {
		t.Errorf("%d messages arrived, want the one that was not refused", len(shown))
	}
}

func TestLostAnswerLeavesTheMessage(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	post := func() (aborted bool) {
		defer func() { aborted = recover() == any(http.ErrAbortHandler) }()
		call(t, server, "sendMessage", "chat_id", "1001", "text", "a")
		return
	}
	server.Fail("sendMessage", simulator.CutConnection(), 1)
	server.Fail("sendMessage", simulator.LostAnswer(), 1)
	for _, want := range []int{0, 1} {
		if !post() {
			t.Error("the connection is not cut")
		}
		if got := len(server.Messages(simulator.Official)); got != want {
			t.Errorf("%d messages, want %d", got, want)
		}
	}
	if got := server.Requests(); len(got) != 2 || got[0].Status != 0 {
		t.Errorf("record %+v: both requests belong in it, without an answer", got)
	}
}

func TestRateLimits(t *testing.T) {
	t.Parallel()
	now := time.Unix(1_700_000_000, 0)
	var people []simulator.Persona
	for id := int64(1); id <= 40; id++ {
		people = append(people, simulator.Persona{ID: id, Name: "Người"})
	}
	server := newServer(t, simulator.Options{
		Now: func() time.Time { return now }, RateLimits: true, Personas: people,
		Groups: []simulator.Group{{ID: -1, Title: "Nhóm", Members: []int64{1}}},
	})
	send := func(chat int) answer { return call(t, server, "sendMessage", "chat_id", fmt.Sprint(chat), "text", "a") }
	if a, b := send(1), send(1); !a.OK || b.Parameters.RetryAfter != 1 {
		t.Errorf("one message a second in a chat: %+v, %+v", a, b)
	}
	for chat := 2; chat <= 30; chat++ {
		if a := send(chat); !a.OK {
			t.Errorf("message %d of the second: %+v", chat, a)
		}
	}
	if a := send(31); a.Parameters.RetryAfter != 1 {
		t.Errorf("message 31 of the second: %+v", a)
	}
	for i := range 20 {
		now = now.Add(time.Second)
		if a := send(-1); !a.OK {
			t.Errorf("message %d of the minute in a group: %+v", i+1, a)
		}
	}
	if a := send(-1); a.Parameters.RetryAfter != 41 { // the first of the 20 is 19 seconds old
		t.Errorf("message 21 of the minute in a group: %+v", a)
	}
}

func TestBlockingTellsTheBot(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	for _, blocked := range []bool{true, true, false} {
		if err := server.SetBlocked(simulator.Leader, blocked); err != nil {
			t.Fatal(err)
		}
	}
	type member struct {
		Status string `json:"status"`
		User   struct {
			IsBot bool `json:"is_bot"`
		} `json:"user"`
	}
	var updates []struct {
		Change struct {
			Old member `json:"old_chat_member"`
			New member `json:"new_chat_member"`
		} `json:"my_chat_member"`
	}
	if err := json.Unmarshal(call(t, server, "getUpdates").Result, &updates); err != nil {
		t.Fatal(err)
	}
	if len(updates) != 2 || updates[0].Change.New.Status != "kicked" || updates[1].Change.Old.Status != "kicked" ||
		updates[1].Change.New.Status != "member" || !updates[1].Change.New.User.IsBot {
		t.Errorf("updates %+v", updates)
	}
}

func TestMigration(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	next, err := server.Migrate(simulator.TeamGroup)
	if err != nil {
		t.Fatal(err)
	}
	a := call(t, server, "sendMessage", "chat_id", fmt.Sprint(simulator.TeamGroup), "text", "a")
	if a.Description != "Bad Request: group chat was upgraded to a supergroup chat" || a.Parameters.MigrateTo != next {
		t.Errorf("%+v", a)
	}
	if _, err := server.SayIn(simulator.TeamGroup, simulator.Leader, "/help", 0); !errors.Is(err, simulator.ErrMoved) {
		t.Errorf("the old group hears: %v", err)
	}
	if _, err := server.SayIn(next, simulator.Leader, "/help", 0); err != nil {
		t.Error(err)
	}
	if _, err := server.Migrate(next); !errors.Is(err, simulator.ErrNotAGroup) {
		t.Errorf("a supergroup migrates: %v", err)
	}
}

func TestCallbackQueries(t *testing.T) {
	t.Parallel()
	now := time.Unix(1_700_000_000, 0)
	server := newServer(t, simulator.Options{Now: func() time.Time { return now }})
	ask := func(data string, message int64) string {
		id, err := server.PressData(simulator.Official, simulator.Official, message, data)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	answerTo := func(id string) string {
		return call(t, server, "answerCallbackQuery", "callback_query_id", id).Description
	}
	id := ask("x", 999)
	old := ask("y", 999)
	const tooOld = "Bad Request: query is too old and response timeout expired or query ID is invalid"
	if got := answerTo(id); got != "" {
		t.Errorf("the first answer: %q", got)
	}
	if got := answerTo(id); got != tooOld {
		t.Errorf("the second answer: %q", got)
	}
	now = now.Add(time.Hour)
	if got := answerTo(old); got != tooOld {
		t.Errorf("an answer after an hour: %q", got)
	}
	if got := string(call(t, server, "getUpdates", "limit", "1").Result); !strings.Contains(got, `"date":0`) {
		t.Errorf("a message that is gone is inaccessible, and not %s", got)
	}
	sent := call(t, server, "sendMessage", "chat_id", "1001", "text", "a", "reply_markup", `{"inline_keyboard":[[{"text":"Xem","callback_data":"v"}]]}`)
	if !sent.OK {
		t.Fatal(sent.Description)
	}
	m := server.Messages(simulator.Official)[0]
	if _, err := server.Press(simulator.Official, simulator.Official, m.ID, "Khác"); !errors.Is(err, simulator.ErrNoButton) {
		t.Errorf("a button that is not there: %v", err)
	}
	if _, err := server.Press(simulator.TeamGroup, 5, m.ID, "Xem"); !errors.Is(err, simulator.ErrNotMember) {
		t.Errorf("a person who is not there: %v", err)
	}
}

func TestChatsForgetOldMessages(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	for i := range 501 {
		say(t, server, fmt.Sprint(i))
	}
	if got := server.Messages(simulator.Official); len(got) != 500 || got[0].Text != "1" {
		t.Errorf("%d messages kept", len(got))
	}
}

func TestEntitiesFollowTheTrimmedText(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	// The bold word has spaces before it that go, and the italic space behind it goes whole.
	a := call(t, server, "sendMessage", "chat_id", "1001", "text", "\n\n  đậm  \n \n",
		"entities", `[{"type":"italic","offset":8,"length":1},{"type":"bold","offset":3,"length":5}]`)
	want := []simulator.Entity{{Type: "bold", Length: 3}}
	got := server.Messages(simulator.Official)
	if !a.OK || len(got) != 1 || got[0].Text != "đậm" || !cmp.Equal(want, got[0].Entities) {
		t.Errorf("%+v: the chat shows %+v", a, got)
	}
}

func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 20 {
				_, _ = server.Say(simulator.Official, "a")
				call(t, server, "sendMessage", "chat_id", "1002", "text", "b")
				server.Messages(simulator.Official)
			}
		})
	}
	all.Wait()
	if got := server.Pending(); got != 160 {
		t.Errorf("%d updates, want 160", got)
	}
	if got := len(server.Messages(simulator.Specialist)); got != 160 {
		t.Errorf("%d messages, want 160", got)
	}
}

func TestStartTwiceAndClose(t *testing.T) {
	t.Parallel()
	server := simulator.New(simulator.Options{})
	url, err := server.Start("127.0.0.1:0")
	if err != nil || !strings.HasPrefix(url, "http://127.0.0.1:") || server.URL() != url {
		t.Fatalf("Start: %q, %v", url, err)
	}
	if _, err := server.Start("127.0.0.1:0"); err == nil {
		t.Error("a second Start succeeds")
	}
	if err := server.Close(); err != nil {
		t.Error(err)
	}
	if err := server.Close(); err != nil {
		t.Errorf("the second Close: %v", err)
	}
}
