package telegram

import (
	"context"
	"encoding/json"
	"testing"
	"testing/synctest"

	"cchcbot/bot/chat"
)

// FuzzUpdate hands over what a stranger, or a Telegram of next year, could
// send: every update is confirmed in the end, and nothing panics.
func FuzzUpdate(f *testing.F) {
	f.Add(private(1, 1, "a"))
	f.Add(press(2, 1, "x"))
	f.Add(`{"update_id":3,"message":` + groupText("/help@CchcBot 👍", "", entity{"bot_command", "/help@CchcBot"}) + `}`)
	f.Add(`{"update_id":4,"message":{"message_id":1,"date":1,"chat":{"id":-5,"type":"group"},"migrate_to_chat_id":-1005}}`)
	f.Add(`{"update_id":5,"my_chat_member":{"chat":{"id":6,"type":"private"},"new_chat_member":{"status":"kicked"}}}`)
	f.Add(`{"update_id":6,"callback_query":{"id":"","from":null,"message":{"date":0}}}`)
	f.Add(typed(7, 6, "số hóa"))
	f.Add(`{"update_id":8,"inline_query":{"id":"","from":null}}`)
	echoing := withInquirer(func(_ context.Context, q chat.Inquiry) ([]chat.Card, error) {
		return []chat.Card{{ID: q.Text, Title: q.Text, Summary: q.Text, Text: chat.Text{normal(q.Text)},
			Buttons: [][]chat.Button{{{Label: q.Text, Share: q.Text}, {Label: q.Text, Link: q.Text}}}}}, nil
	})
	f.Fuzz(func(t *testing.T, raw string) {
		if !json.Valid([]byte(raw)) {
			t.Skip()
		}
		synctest.Test(t, func(t *testing.T) {
			r := newRig(t, echo, echoing)
			err := r.accept(t.Context(), []json.RawMessage{json.RawMessage(raw)})
			r.inbox.running.Wait()
			if open := r.inbox.load(); open > 0 {
				t.Errorf("update stays open (%v)", err)
			}
		})
	})
}
