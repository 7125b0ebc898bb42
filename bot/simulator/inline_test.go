package simulator_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"cchcbot/bot/simulator"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

// offering runs a tiny bot with an inline mode: it offers two cards that name
// the words, each with a way into its own chat. It repeats what is said to it there.
func offering(t *testing.T, options simulator.Options) *simulator.Server {
	t.Helper()
	server, client := start(t, options)
	ctx, stop := context.WithCancel(t.Context())
	of := func(f func(u *models.Update) bool, do func(b *tg.Bot, u *models.Update) error) {
		client.RegisterHandlerMatchFunc(f, func(ctx context.Context, b *tg.Bot, u *models.Update) {
			if err := do(b, u); err != nil && ctx.Err() == nil {
				t.Error(err)
			}
		})
	}
	of(func(u *models.Update) bool { return u.InlineQuery != nil }, func(_ *tg.Bot, u *models.Update) error {
		query := fmt.Sprintf("%s (%s, %s)", u.InlineQuery.Query, u.InlineQuery.From.Username, u.InlineQuery.ChatType)
		// The library writes "web_app": null into a button, which is no WebAppInfo.
		first, firstErr := card("t_1_14", "Thẻ 1.14", query).MarshalCustom()
		second, secondErr := card("t_3_8", "Thẻ 3.8", query).MarshalCustom()
		a := call(t, server, "answerInlineQuery", "inline_query_id", u.InlineQuery.ID, "is_personal", "true",
			"results", fmt.Sprintf("[%s,%s]", first, second))
		if !a.OK {
			return errors.New(a.Description)
		}
		return errors.Join(firstErr, secondErr)
	})
	of(func(u *models.Update) bool { return u.Message != nil && u.Message.ViaBot == nil }, func(b *tg.Bot, u *models.Update) error {
		_, err := b.SendMessage(ctx, &tg.SendMessageParams{ChatID: u.Message.Chat.ID, Text: "Nghe: " + u.Message.Text})
		return err
	})
	finished := make(chan struct{})
	go func() { defer close(finished); client.Start(ctx) }()
	t.Cleanup(func() { stop(); <-finished })
	return server
}

// card is a result that posts a text in bold.
func card(id, title, text string) *models.InlineQueryResultArticle {
	return &models.InlineQueryResultArticle{
		ID: id, Title: title, Description: "Hàng quý",
		InputMessageContent: &models.InputTextMessageContent{MessageText: title + " " + text,
			Entities: []models.MessageEntity{{Type: models.MessageEntityTypeBold, Length: len(utf16.Encode([]rune(title)))}}},
		ReplyMarkup: &models.InlineKeyboardMarkup{InlineKeyboard: [][]models.InlineKeyboardButton{{
			{Text: "Mở", URL: "https://t.me/cchc_thu_bot?start=" + id},
		}}},
	}
}

func TestInlineMode(t *testing.T) {
	t.Parallel()
	server := offering(t, simulator.Options{})
	ctx := patience(t)
	answer, err := server.Inline(ctx, simulator.TeamGroup, simulator.Leader, "số hóa")
	if err != nil {
		t.Fatal(err)
	}
	if len(answer.Results) != 2 || answer.Results[1].Title != "Thẻ 3.8" || answer.Results[1].Description != "Hàng quý" {
		t.Errorf("results %+v", answer.Results)
	}
	posted, err := server.Choose(simulator.TeamGroup, simulator.Leader, answer.Query, "t_3_8")
	if err != nil {
		t.Fatal(err)
	}
	if posted.Text != "Thẻ 3.8 số hóa (lanhdao_stp, group)" || posted.From != simulator.Leader || !posted.ViaBot || posted.Entities[0].Type != "bold" {
		t.Errorf("posted %+v", posted)
	}
	if problems := server.Problems(); problems != nil {
		t.Errorf("the schema refuses what the library sends: %v", problems)
	}
}

func TestInlineErrors(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	ask := func(in, persona int64, words string) error {
		_, err := server.AskInline(in, persona, words)
		return err
	}
	choose := func(query, result string) error {
		_, err := server.Choose(simulator.Official, simulator.Official, query, result)
		return err
	}
	tests := []struct {
		name      string
		got, want error
	}{
		{"a long query", ask(simulator.Official, simulator.Official, strings.Repeat("ệ", 256)), nil},
		{"too long a query", ask(simulator.Official, simulator.Official, strings.Repeat("ệ", 257)), simulator.ErrInlineQuery},
		{"another's chat", ask(simulator.Official, simulator.Leader, "a"), simulator.ErrNotMember},
		{"a query that was not answered", choose("1", "a"), simulator.ErrNoResult},
	}
	for _, tt := range tests {
		if !errors.Is(tt.got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, tt.got, tt.want)
		}
	}
	call(t, server, "getUpdates", "allowed_updates", `["message"]`)
	if err := ask(simulator.Official, simulator.Official, "a"); !errors.Is(err, simulator.ErrNoInline) {
		t.Errorf("a bot without inline mode is asked: %v", err)
	}
}

func TestInlineAnswersAreChecked(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	article := func(id, title, text string) string {
		raw, err := json.Marshal(map[string]any{
			"type": "article", "id": id, "title": title, "input_message_content": map[string]string{"message_text": text},
		})
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	many := func(n int) string {
		var all []string
		for i := range n {
			all = append(all, article(fmt.Sprint(i), "a", "b"))
		}
		return strings.Join(all, ",")
	}
	one := article("1", "a", "b")
	tests := []struct {
		name, results string
		want          string
	}{
		{"none", "", ""},
		{"as many as may be", many(50), ""},
		{"too many", many(51), "RESULTS_TOO_MUCH"},
		{"a long id", article(strings.Repeat("x", 64), "a", "b"), ""},
		{"too long an id", article(strings.Repeat("x", 65), "a", "b"), "RESULT_ID_INVALID"},
		{"too long an id, in bytes", article(strings.Repeat("ệ", 22), "a", "b"), "RESULT_ID_INVALID"},
		{"no id", article("", "a", "b"), "RESULT_ID_INVALID"},
		{"the same id twice", one + "," + one, "RESULT_ID_DUPLICATE"},
		{"no title", article("1", "", "b"), "ARTICLE_TITLE_EMPTY"},
		{"no words", article("1", "a", ""), "can't parse inline query result: Message text is empty"},
		{"too many words", article("1", "a", strings.Repeat("ệ", 4097)), "message is too long"},
		{"a kind that is not known", `{"type":"photo","id":"1","title":"a"}`, "RESULT_TYPE_INVALID"},
		{"too long a button's data", strings.Replace(one, "{", fmt.Sprintf(`{"reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":%q}]]},`, strings.Repeat("x", 65)), 1), "BUTTON_DATA_INVALID"},
	}
	for _, tt := range tests {
		id, err := server.AskInline(simulator.Official, simulator.Official, tt.name)
		if err != nil {
			t.Fatal(err)
		}
		want := tt.want
		if want != "" {
			want = "Bad Request: " + want
		}
		if a := call(t, server, "answerInlineQuery", "inline_query_id", id, "results", "["+tt.results+"]"); a.Description != want {
			t.Errorf("%s: %q, want %q", tt.name, a.Description, want)
		}
	}
}

// Telegram keeps answers for five minutes and shows them to everyone, unless it
// is told otherwise.
func TestInlineAnswersAreKept(t *testing.T) {
	t.Parallel()
	const results = `[{"type":"article","id":"1","title":"a","input_message_content":{"message_text":"b"}}]`
	tests := []struct {
		name    string
		fields  []string
		after   time.Duration
		persona int64
		kept    bool
	}{
		{"by default, within five minutes", nil, 299 * time.Second, simulator.Leader, true},
		{"by default, after five minutes", nil, 300 * time.Second, simulator.Official, false},
		{"personal, for oneself", []string{"is_personal", "true"}, time.Second, simulator.Official, true},
		{"personal, for another", []string{"is_personal", "true"}, time.Second, simulator.Leader, false},
		{"never", []string{"cache_time", "0"}, 0, simulator.Official, false},
		{"for ten seconds, earlier", []string{"cache_time", "10"}, -time.Hour, simulator.Official, false},
	}
	for _, tt := range tests {
		now := time.Unix(1_700_000_000, 0)
		server := newServer(t, simulator.Options{Now: func() time.Time { return now }})
		id, err := server.AskInline(simulator.Official, simulator.Official, "a")
		if err != nil {
			t.Fatal(err)
		}
		fields := append([]string{"inline_query_id", id, "results", results}, tt.fields...)
		if a := call(t, server, "answerInlineQuery", fields...); !a.OK {
			t.Fatal(a.Description)
		}
		now = now.Add(tt.after)
		before := server.Pending()
		if _, err := server.AskInline(tt.persona, tt.persona, "a"); err != nil {
			t.Fatal(err)
		}
		if kept := server.Pending() == before; kept != tt.kept {
			t.Errorf("%s: answered without the bot: %v, want %v", tt.name, kept, tt.kept)
		}
	}
}

func TestInlineQueriesGrowOld(t *testing.T) {
	t.Parallel()
	now := time.Unix(1_700_000_000, 0)
	server := newServer(t, simulator.Options{Now: func() time.Time { return now }})
	answer := func(id string) bool {
		return call(t, server, "answerInlineQuery", "inline_query_id", id, "results", "[]").OK
	}
	ask := func(words string) string {
		id, err := server.AskInline(simulator.Official, simulator.Official, words)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	first, second := ask("a"), ask("b")
	now = now.Add(30 * time.Second)
	if !answer(first) || answer(first) {
		t.Error("a query is answered within thirty seconds, and once")
	}
	now = now.Add(time.Second)
	if answer(second) {
		t.Error("a query is answered after thirty seconds")
	}
}

// A visitor shares a card with the colleagues, by keyboard alone, and follows
// the link in it.
func TestInlineModeOnThePage(t *testing.T) {
	server := offering(t, simulator.Options{})
	browser := browse(t, 390, 844)
	do, await := steps(browser, t)
	do(chromedp.Navigate(server.URL()+"/#-2001"), visible("#suggestions"))
	do(write("#words", "@cchc_thu_bot số hóa"), visible("#popup.results"))
	await(`document.querySelectorAll("#popup li").length === 2 && document.querySelector("#popup").innerText.includes("Hàng quý")`)
	await(`document.querySelector("#spoken").textContent.includes("Có 2 kết quả")`)
	await(`document.querySelector("#popup").getBoundingClientRect().right <= innerWidth`)
	do(keys(kb.ArrowDown, kb.Enter), visible(".mine .via"))
	await(`document.querySelector(".mine .via").innerText === "qua @cchc_thu_bot" && document.querySelector("#words").value === ""`)
	await(`document.querySelector(".mine .body").innerText === "Thẻ 1.14 số hóa (congchuc, group)"`)

	do(click(".mine .keys a"), visible(".message:not(.mine)"))
	await(`location.hash === "#1001" && document.querySelector("#messages").innerText.includes("Nghe: /start t_1_14")`)

}

// A button begins an inline query among colleagues.
func TestSwitchToInlineOnThePage(t *testing.T) {
	server := offering(t, simulator.Options{})
	a := call(t, server, "sendMessage", "chat_id", fmt.Sprint(simulator.Leader), "text", "Nhiệm vụ 1.14", "reply_markup",
		`{"inline_keyboard":[[{"text":"Chia sẻ","switch_inline_query":"1.14"}]]}`)
	if !a.OK {
		t.Fatal(a.Description)
	}
	browser := browse(t, 390, 844)
	err := chromedp.Do(browser, chromedp.Navigate(server.URL()+"/#1003"),
		visible("#messages .keys button"), click("#messages .keys button"), visible("#popup.results"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := chromedp.Run(browser, chromedp.Evaluate[[]string](`[location.hash, document.querySelector("#words").value]`))
	if err != nil || got[0] != "#-2001" || got[1] != "@cchc_thu_bot 1.14" {
		t.Errorf("the button leads to %q, %v", got, err)
	}
	if err := chromedp.Do(browser, keys(kb.ArrowDown, kb.Enter), visible(".mine .via")); err != nil {
		t.Fatal(err)
	}
	posted, err := server.AwaitMessage(patience(t), simulator.TeamGroup, func(m simulator.Message) bool { return m.ViaBot })
	if err != nil || posted.Text != "Thẻ 1.14 1.14 (lanhdao_stp, group)" {
		t.Errorf("posted %q, %v", posted.Text, err)
	}
}
