package simulator

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"cchcbot/bot/simulator/botapitest"
)

// What the simulator itself says is as the Bot API describes it: a bot that
// reads it reads Telegram, too.
func TestTheSimulatorKeepsTheSchema(t *testing.T) {
	t.Parallel()
	schema := botapitest.Read(t)
	s := New(Options{})
	defer s.Close()
	s.queue.allowed = []string{"message", "callback_query", "inline_query", "my_chat_member"}
	results := actAround(t, s)
	for i, result := range results {
		if problems := checked(t, schema, result.kind, result.body); len(problems) > 0 {
			t.Errorf("result %d: %q\n%s", i, problems, result.body)
		}
	}
	if len(s.queue.waiting) != 8 {
		t.Errorf("%d updates, want 8", len(s.queue.waiting))
	}
	for _, u := range s.queue.waiting {
		if problems := checked(t, schema, "Update", u.body); len(problems) > 0 {
			t.Errorf("update: %q\n%s", problems, u.body)
		}
	}
}

// result is what a method answered, and the type that it should have.
type result struct {
	kind string
	body json.RawMessage
}

// actAround lets people and bot do all that they can do, and returns the bot's
// results.
func actAround(t *testing.T, s *Server) []result {
	t.Helper()
	var results []result
	do := func(kind, method string, fields map[string]string, files ...upload) {
		t.Helper()
		c := &call{method: method, fields: fields, files: map[string]upload{}}
		for i, f := range files {
			c.files[fmt.Sprintf("file%d", i)] = f
		}
		got, err := s.api.handle(t.Context(), c, nil)
		if err != nil {
			t.Fatalf("%s: %v", method, err)
		}
		raw, err := json.Marshal(got)
		if err != nil {
			t.Fatal(err)
		}
		results = append(results, result{kind, raw})
	}
	must := func(_ any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	const keyboard = `{"inline_keyboard":[[{"text":"a","callback_data":"b"},{"text":"c","switch_inline_query":""}]]}`
	sheet := upload{"a.xlsx", "application/octet-stream", []byte("x")}

	must(s.Say(Official, "/start 1.14"))
	do("Message", "sendMessage", map[string]string{
		"chat_id": "1001", "text": "a", "entities": `[{"type":"bold","offset":0,"length":1}]`, "reply_parameters": `{"message_id":1}`, "reply_markup": keyboard,
	})
	must(s.Press(Official, Official, 2, "a"))
	must(s.PressData(Official, Official, 999, "b"))
	do("Message", "editMessageText", map[string]string{"chat_id": "1001", "message_id": "2", "text": "b"})
	do("Message", "sendDocument", map[string]string{"chat_id": "1001", "document": "attach://file0", "caption": "c"}, sheet)
	do("User", "getMe", nil)

	id, err := s.AskInline(TeamGroup, Leader, "số hóa")
	must(id, err)
	do("True", "answerInlineQuery", map[string]string{
		"inline_query_id": id,
		"results":         `[{"type":"article","id":"1","title":"a","input_message_content":{"message_text":"b"},"reply_markup":` + keyboard + `}]`,
	})
	posted, err := s.Choose(TeamGroup, Leader, id, "1")
	must(posted, err)
	must(nil, s.SetBlocked(Leader, true))
	must(s.Migrate(TeamGroup))
	return results
}

// checked lists what the Bot API does not know in a value of one of its types.
func checked(t *testing.T, schema *botapitest.Schema, kind string, raw json.RawMessage) []string {
	t.Helper()
	var value any
	if err := json.Unmarshal(raw, &value); err != nil {
		t.Fatal(err)
	}
	if update, ok := value.(map[string]any); ok && kind == "Update" {
		// Objects with subtypes hide what is wrong inside: look into the body.
		for name, body := range update {
			if inner, isObject := body.(map[string]any); isObject {
				names := map[string]string{"message": "Message", "callback_query": "CallbackQuery", "inline_query": "InlineQuery",
					"my_chat_member": "ChatMemberUpdated"}
				return schema.Value(name, names[name], inner)
			}
		}
	}
	return schema.Value(strings.ToLower(kind), kind, value)
}
