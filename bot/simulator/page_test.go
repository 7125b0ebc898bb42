package simulator_test

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"cchcbot/bot/simulator"

	"github.com/chromedp/chromedp"
	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

// echo runs a tiny bot: it repeats what it hears, as plain text in a quote, with
// a button that changes the message and shows a notice.
func echo(t *testing.T, client *tg.Bot) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	keyboard := &models.InlineKeyboardMarkup{InlineKeyboard: [][]models.InlineKeyboardButton{{{Text: "Đổi", CallbackData: "doi"}}}}
	client.RegisterHandlerMatchFunc(func(u *models.Update) bool { return u.Message != nil },
		func(ctx context.Context, b *tg.Bot, u *models.Update) {
			_, err := b.SendMessage(ctx, &tg.SendMessageParams{
				ChatID: u.Message.Chat.ID, ReplyMarkup: keyboard, Text: "Đã nghe\n" + u.Message.Text,
				Entities: []models.MessageEntity{
					{Type: models.MessageEntityTypeBold, Length: 7},
					{Type: models.MessageEntityTypeBlockquote, Offset: 8, Length: len(utf16.Encode([]rune(u.Message.Text)))},
				},
			})
			if err != nil && ctx.Err() == nil {
				t.Error(err)
			}
		})
	client.RegisterHandler(tg.HandlerTypeCallbackQueryData, "doi", tg.MatchTypeExact,
		func(ctx context.Context, b *tg.Bot, u *models.Update) {
			shown := u.CallbackQuery.Message.Message
			_, editErr := b.EditMessageText(ctx, &tg.EditMessageTextParams{ChatID: shown.Chat.ID, MessageID: shown.ID, Text: "Đã đổi"})
			_, answerErr := b.AnswerCallbackQuery(ctx, &tg.AnswerCallbackQueryParams{CallbackQueryID: u.CallbackQuery.ID, Text: "Xong rồi"})
			if (editErr != nil || answerErr != nil) && ctx.Err() == nil {
				t.Error(editErr, answerErr)
			}
		})
	finished := make(chan struct{})
	go func() { defer close(finished); client.Start(ctx) }()
	t.Cleanup(func() { stop(); <-finished })
}

func TestChatPage(t *testing.T) {
	server, client := start(t, simulator.Options{Suggestions: []string{"Sở Tư pháp phải làm gì?"}})
	_, err := client.SetMyCommands(t.Context(), &tg.SetMyCommandsParams{Commands: []models.BotCommand{{Command: "help", Description: "Hướng dẫn"}}})
	if err != nil {
		t.Fatal(err)
	}
	echo(t, client)
	browser := browse(t, 390, 844)
	do, _ := steps(browser, t)
	see := func(selector, want string) {
		t.Helper()
		got, err := chromedp.Run(browser, chromedp.Text(chromedp.CSS(selector)))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(got, want) {
			t.Errorf("%s shows %q, want %q in it", selector, got, want)
		}
	}

	do(chromedp.Navigate(server.URL()), visible("#suggestions li:nth-child(2)"))
	see("#suggestions", "Sở Tư pháp phải làm gì?")

	do(click("#open-sidebar"), visible(".sidebar-open #chats"), click(`[data-chat="1003"]`), gone(".sidebar-open"))
	see("#status", "Lãnh đạo")

	do(write("#words", "<img src=x onerror=alert(1)> & hạn nộp"), click("#send"), visible(".keys button"))
	see(".message:not(.mine) blockquote", "<img src=x onerror=alert(1)> & hạn nộp")
	see(".message:not(.mine) strong", "Đã nghe")
	if images, err := chromedp.Run(browser, chromedp.Evaluate[int](`document.querySelectorAll("#messages img").length`)); err != nil || images != 0 {
		t.Errorf("%d images in the messages (%v): the bot's words became markup", images, err)
	}

	do(click(".keys button"), visible("#toast.shown"), gone(".keys"))
	see("#toast", "Xong rồi")
	see(".message:not(.mine) .body", "Đã đổi")
	see(".message:not(.mine) .meta", "đã sửa")

	do(write("#words", "/"), visible("#popup li"))
	see("#popup", "Hướng dẫn")
	do(write("#words", "\r"), visible(".message.mine .command"))
	see(".message.mine:has(.command)", "/help")

	do(click("#block"), visible("#words:disabled"))
	if _, err := server.Say(simulator.Leader, "a"); err == nil {
		t.Error("the bot is blocked on the page, and hears all the same")
	}
}

// What the bot says to another part is told where the list of parts is folded
// away, and before the page was opened, too; it is news until it is looked at.
func TestNewsForAnotherPart(t *testing.T) {
	server := newServer(t, simulator.Options{})
	url, err := server.Start("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	send := func() { call(t, server, "sendMessage", "chat_id", "1003", "text", "Nhắc việc") }
	send()
	browser := browse(t, 390, 844)
	news := func(want string) {
		t.Helper()
		wait := chromedp.Poll[bool](`(document.querySelector("#open-sidebar .unread")?.textContent ?? "") === "`+want+`"`, chromedp.WithPollingTimeout(0))
		if _, err := chromedp.Run(browser, wait); err != nil {
			t.Fatalf("%q new messages: %v", want, err)
		}
	}
	do, _ := steps(browser, t)
	do(chromedp.Navigate(url), visible("#suggestions"))
	news("1")
	send()
	do(visible("#toast.shown"))
	if words, err := chromedp.Run(browser, chromedp.Text(chromedp.CSS("#toast"))); err != nil || words != "Tin mới cho: Lãnh đạo - Sở Tư pháp" {
		t.Errorf("the page tells %q, %v", words, err)
	}
	news("2")
	do(click("#open-sidebar"), visible(".sidebar-open #chats"), click(`[data-chat="1003"]`), visible(".message"))
	news("")
	do(chromedp.Reload(), visible(".message"))
	do(click("#open-sidebar"), visible(".sidebar-open #chats"), click(`[data-chat="1001"]`), visible("#suggestions"))
	news("")
}

// A message that comes while a chat is being opened is not in what was loaded, and
// is shown all the same.
func TestMessageWhileChatOpens(t *testing.T) {
	server := newServer(t, simulator.Options{})
	url, err := server.Start("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	call(t, server, "sendMessage", "chat_id", "1003", "text", "Nhắc việc")
	browser := browse(t, 390, 844)
	do, await := steps(browser, t)
	do(chromedp.Navigate(url), visible("#suggestions"))
	// What was loaded is held back until the test releases it.
	await(`(() => {
		const fetched = window.fetch;
		window.fetch = async (...request) => {
			const response = await fetched(...request);
			if (!String(request[0]).includes("/chat/messages")) return response;
			await new Promise((resolve) => { window.release = resolve; });
			return response;
		};
		return true;
	})()`)
	do(click("#open-sidebar"), visible(".sidebar-open #chats"), click(`[data-chat="1003"]`))
	await(`window.release !== undefined`)
	call(t, server, "sendMessage", "chat_id", "1003", "text", "Tin mới nhất")
	await(`document.querySelector('[data-chat="1003"]').textContent.includes("Tin mới nhất")`)
	await(`window.release() === undefined`)
	do(visible(".message:nth-of-type(2)"))
	await(`[...document.querySelectorAll(".message .body")].map((m) => m.innerText).join() === "Nhắc việc,Tin mới nhất"`)
}

// The steps of a visit, by CSS selector.
func visible(css chromedp.CSS) chromedp.Action[chromedp.Void] { return chromedp.WaitVisible(css) }
func gone(css chromedp.CSS) chromedp.Action[chromedp.Void]    { return chromedp.WaitNotPresent(css) }

// click clicks an element once it is there and enabled. It is found and clicked in
// one step within the page, which may put another in its place at any time.
func click(css chromedp.CSS) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		_, err := chromedp.Poll[bool](fmt.Sprintf(`(() => {
			const e = document.querySelector(%s);
			if (!e || e.disabled) return false;
			e.click();
			return true;
		})()`, strconv.Quote(string(css))), chromedp.WithPollingTimeout(0))(ctx, tab)
		return err
	})
}

func write(css chromedp.CSS, words string) chromedp.Action[chromedp.Void] {
	return chromedp.SendKeys(css, words)
}

// keys presses keys where the focus is.
func keys(pressed ...string) chromedp.Action[chromedp.Void] {
	return chromedp.KeyEvent(strings.Join(pressed, ""))
}
