package simulator_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"cchcbot/bot/simulator"
)

// peopled is a world with something in it: words of both sides with buttons, a
// file, and an inline query that waits.
func peopled(t *testing.T) *simulator.Server {
	t.Helper()
	server := newServer(t, simulator.Options{})
	say(t, server, "a")
	call(t, server, "sendMessage", "chat_id", "1001", "text", "b", "reply_markup", `{"inline_keyboard":[[{"text":"x","callback_data":"y"}]]}`)
	if _, err := server.AskInline(simulator.Official, simulator.Official, "a"); err != nil {
		t.Fatal(err)
	}
	return server
}

// No request of a bot breaks the simulator: each is done, or refused in words.
func FuzzRequests(f *testing.F) {
	f.Add("sendMessage", `{"chat_id":1001,"text":"a","entities":[{"type":"bold","offset":0,"length":1}],"reply_markup":{"inline_keyboard":[[{"text":"a","url":"t.me"}]]}}`)
	f.Add("editMessageText", `{"chat_id":1001,"message_id":2,"text":"c","entities":[{"type":"bold","offset":-1,"length":9}]}`)
	f.Add("sendPhoto", `{"chat_id":1001,"photo":"attach://x","caption":"a"}`)
	f.Add("answerInlineQuery", `{"inline_query_id":"7000000001001","results":[{"type":"article","id":"1","title":"a","input_message_content":{"message_text":"b"}}]}`)
	f.Add("answerInlineQuery", `{"inline_query_id":"7000000001001","results":[{"type":"document","id":"1","title":"a"}],"cache_time":-9223372036854775808}`)
	f.Add("setMyCommands", `{"commands":[{"command":"/a","description":"b"}],"scope":{"type":"chat","chat_id":-2001}}`)
	f.Fuzz(func(t *testing.T, method, body string) {
		if strings.EqualFold(method, "getUpdates") || strings.ContainsAny(method, "/?#% \x7f") || strings.IndexFunc(method, func(r rune) bool { return r < ' ' }) >= 0 {
			t.Skip("a poll waits, and an address has its own rules")
		}
		server := peopled(t)
		r := httptest.NewRequest(http.MethodPost, "/bot"+server.Token()+"/"+method, strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		status, a := request(t, server, r)
		if a.OK != (status == http.StatusOK) || a.OK == (a.Description != "") || status >= http.StatusInternalServerError {
			t.Errorf("%s %s: %d %+v", method, body, status, a)
		}
		for _, chat := range []int64{simulator.Official, simulator.TeamGroup} {
			if _, err := json.Marshal(server.Messages(chat)); err != nil {
				t.Error(err)
			}
		}
	})
}

// Nothing that the page sends breaks it either.
func FuzzPage(f *testing.F) {
	paths := []string{"/chat/say", "/chat/press", "/chat/block", "/chat/choose", "/chat/inline", "/chat/clock"}
	f.Add(uint8(0), `{"chat":1001,"user":1001,"text":"@cchc_thu_bot a /b #c https://d.vn","replyTo":1}`)
	f.Add(uint8(1), `{"chat":1001,"user":1001,"message":2,"data":"y"}`)
	f.Add(uint8(2), `{"chat":-2001,"blocked":true}`)
	f.Add(uint8(3), `{"chat":1001,"user":1001,"query":"7000000001001","result":"1"}`)
	f.Add(uint8(4), `{"chat":1001,"user":1001,"words":"a"}`)
	f.Add(uint8(5), `{"at":"2024-03-18T08:30:00+07:00","days":-1}`)
	f.Fuzz(func(t *testing.T, which uint8, body string) {
		server := peopled(t)
		call(t, server, "getUpdates", "allowed_updates", `["message"]`) // nobody is there to answer inline
		w := visit(server, http.MethodPost, paths[int(which)%len(paths)], body)
		known := []int{http.StatusOK, http.StatusBadRequest, http.StatusConflict}
		if !slices.Contains(known, w.Code) || w.Body.Len() == 0 {
			t.Errorf("%s: %d %s", body, w.Code, w.Body)
		}
	})
}
