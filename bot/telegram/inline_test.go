package telegram

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/chat"
	"cchcbot/bot/simulator"
)

// inquirer is a function as an Inquirer.
type inquirer func(context.Context, chat.Inquiry) ([]chat.Card, error)

func (i inquirer) Inquire(ctx context.Context, q chat.Inquiry) ([]chat.Card, error) { return i(ctx, q) }

func withInquirer(i inquirer) func(*Settings) {
	return func(s *Settings) { s.Inquirer = i }
}

// typed is an update with words behind the bot's name.
func typed(id, person int64, words string) string {
	return fmt.Sprintf(`{"update_id":%d,"inline_query":{"id":"i%d","from":{"id":%d,"is_bot":false,"first_name":"An"},"query":%q,"offset":""}}`,
		id, id, person, words)
}

func card(id string) chat.Card {
	return chat.Card{ID: id, Title: "Thẻ " + id, Text: chat.Text{normal("a<" + id)}}
}

func TestInquiryIsAnsweredWithCards(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var got chat.Inquiry
		r := newRig(t, echo, withInquirer(func(_ context.Context, q chat.Inquiry) ([]chat.Card, error) {
			got = q
			full := card("t1")
			full.Summary, full.Buttons = "Hằng quý", [][]chat.Button{{{Label: "Mở", Link: "https://t.me/x"}}}
			untitled, silent := card("t3"), card("t4")
			untitled.Title, silent.Text = "\u200b", nil
			return []chat.Card{full, card("t2"), card("t2"), untitled, silent, card(strings.Repeat("x", 65)), card("")}, nil
		}))
		converse(t, r, typed(1, 6, "số hóa"))
		if got.User != 6 || got.Text != "số hóa" || got.At.IsZero() {
			t.Errorf("asked %+v", got)
		}
		made := r.telegram.made("answerInlineQuery")
		if len(made) != 1 {
			t.Fatalf("%d answers", len(made))
		}
		const content = `"input_message_content":{"message_text":"a<%s","link_preview_options":{"is_disabled":true}}`
		want := map[string]string{"inline_query_id": "i1", "cache_time": "10", "is_personal": "true",
			"results": `[{"type":"article","id":"t1","title":"Thẻ t1",` + fmt.Sprintf(content, "t1") +
				`,"reply_markup":{"inline_keyboard":[[{"text":"Mở","url":"https://t.me/x"}]]},"description":"Hằng quý"},` +
				`{"type":"article","id":"t2","title":"Thẻ t2",` + fmt.Sprintf(content, "t2") + `}]`}
		made[0].fields["results"] = strings.NewReplacer(`\u003c`, "<").Replace(made[0].fields["results"])
		if diff := cmp.Diff(want, made[0].fields); diff != "" {
			t.Error(diff)
		}
		if n := strings.Count(r.logged.String(), "left out"); n != 5 {
			t.Errorf("%d choices left out, want 5", n)
		}
		asked := r.telegram.made("getUpdates")[0].fields["allowed_updates"]
		if asked != `["message","edited_message","callback_query","my_chat_member","inline_query"]` {
			t.Errorf("asks for %s", asked)
		}
	})
}

func TestNoMoreCardsThanTelegramTakes(t *testing.T) {
	t.Parallel()
	var cards []chat.Card
	for i := range 60 {
		cards = append(cards, card(fmt.Sprint(i)))
	}
	if n := len(newRig(t, echo).results(cards)); n != 50 {
		t.Errorf("%d choices, want 50", n)
	}
}

func TestInquiriesThatGoWrong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo, withInquirer(func(_ context.Context, q chat.Inquiry) ([]chat.Card, error) {
			switch q.Text {
			case "lỗi":
				return []chat.Card{card("t1")}, errors.New("index is away")
			case "hoảng":
				panic("as a defect would")
			}
			return []chat.Card{card("t1")}, nil
		}))
		r.telegram.fail("answerInlineQuery", refuse(400, "Bad Request: query is too old and response timeout expired or query ID is invalid", ""))
		converse(t, r, typed(1, 6, "muộn"), typed(2, 6, "lỗi"), typed(3, 6, "hoảng"))
		made := r.telegram.made("answerInlineQuery")
		if len(made) != 3 || made[1].fields["results"] != "[]" || made[2].fields["results"] != "[]" {
			t.Errorf("answered %v", made)
		}
		log := r.logged.String()
		if strings.Count(log, "level=ERROR") != 2 || !strings.Contains(log, "index is away") || !strings.Contains(log, "inline_test.go") {
			t.Errorf("log: %s", log)
		}
	})
}

func TestWithoutAnInquirerNothingIsAskedFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		converse(t, r, typed(1, 6, "số hóa")) // left over from a time with one
		asked := r.telegram.made("getUpdates")[0].fields["allowed_updates"]
		if asked != `["message","edited_message","callback_query","my_chat_member"]` || len(r.telegram.made("answerInlineQuery")) != 0 {
			t.Errorf("asks for %s", asked)
		}
	})
}

func TestInlineModeOverHTTP(t *testing.T) {
	t.Parallel()
	w := live(t, echo, withInquirer(func(_ context.Context, q chat.Inquiry) ([]chat.Card, error) {
		c := card("t1")
		c.Title, c.Buttons = "Tìm "+q.Text, [][]chat.Button{{{Label: "Chia sẻ", Share: q.Text}, {Label: "Mở", Link: "https://t.me/cchc_thu_bot?start=t_1_14"}}}
		return []chat.Card{c}, nil
	}))
	answer := must(w.Inline(t.Context(), simulator.TeamGroup, simulator.Leader, "số hóa"))(t)
	if len(answer.Results) != 1 || answer.Results[0].Title != "Tìm số hóa" {
		t.Fatalf("got %+v", answer)
	}
	if chosen := must(w.Choose(simulator.TeamGroup, simulator.Leader, answer.Query, "t1"))(t); chosen.Text != "a<t1" {
		t.Errorf("chosen %+v", chosen)
	}
	// Chosen in the bot's own chat, it is no question to the bot.
	answer = must(w.Inline(t.Context(), simulator.Leader, simulator.Leader, "số hóa"))(t)
	must(w.Choose(simulator.Leader, simulator.Leader, answer.Query, "t1"))(t)
	must(w.Say(simulator.Leader, "/start t_1_14"))(t)
	w.says(t, simulator.Leader, "/start t_1_14")
	if n := len(w.Messages(simulator.Leader)); n != 3 {
		t.Errorf("the private chat shows %d messages, want the chosen one, the command and its answer", n)
	}
	if err := w.stop(); err != nil {
		t.Error(err)
	}
}
