package simulator_test

import (
	"fmt"
	"strings"
	"testing"

	"cchcbot/bot/simulator"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// back presses Shift and Tab.
func back() chromedp.Action[chromedp.Void] {
	return chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift))
}

// A visitor without a mouse asks, presses a button under the answer, takes
// another part, and moves the clock.
func TestKeyboardAlone(t *testing.T) {
	server, client := start(t, movable(t))
	echo(t, client)
	browser := browse(t, 390, 844)
	do, await := steps(browser, t)
	focus := func(selector string) {
		t.Helper()
		await(fmt.Sprintf("document.activeElement.matches(%q)", selector))
	}
	do(chromedp.Navigate(server.URL()), visible("#suggestions"), keys(kb.Tab))
	focus("#skip")
	do(keys(kb.Enter))
	focus("#words")
	do(keys("hạn nộp", kb.Enter), visible(".keys button"))
	await(`document.querySelector("#spoken").innerText.includes("Trợ lý CCHC: Đã nghe hạn nộp")`)

	do(back())
	focus(".keys button")
	do(keys(kb.Enter), gone(".keys"))
	focus(".message")
	await(`document.querySelector("#spoken").innerText.includes("Trợ lý CCHC đã sửa: Đã đổi")`)

	do(chromedp.Focus(chromedp.CSS("#open-sidebar")), keys(kb.Enter))
	focus(`[data-chat="1001"]`)
	do(keys(kb.Tab, kb.Enter))
	focus("#open-sidebar")
	await(`location.hash === "#1005"`)

	do(keys(kb.Tab, kb.Tab))
	focus("#open-clock")
	do(keys(kb.Tab, kb.Enter))
	await(`document.querySelector("#clock").innerText.includes("Thứ Ba, 19/03/2024")`)
	do(back(), keys(kb.Enter), visible("#clock-box"))
	focus("[name=day]")
	do(keys(kb.Escape), chromedp.WaitNotVisible(chromedp.CSS("#clock-box")))
	focus("#open-clock")
}

// All that can be focused has a name, and the page one heading of each level
// below another.
func TestEverythingHasAName(t *testing.T) {
	server, client := start(t, movable(t))
	if _, err := sendPainted(t, client, painted(t, 60, 40)); err != nil {
		t.Fatal(err)
	}
	browser := browse(t, 390, 844)
	if err := chromedp.Do(browser, chromedp.Navigate(server.URL()), visible(".photo")); err != nil {
		t.Fatal(err)
	}
	nameless, err := chromedp.Run(browser, chromedp.Evaluate[[]string](`
		[...document.querySelectorAll("button, a[href], input, select, textarea, [tabindex]")]
			.filter((e) => !(e.textContent.trim() || e.getAttribute("aria-label") || e.labels?.length))
			.map((e) => e.outerHTML)`))
	if err != nil || len(nameless) > 0 {
		t.Errorf("without a name: %q, %v", nameless, err)
	}
}

// Nothing is wider than the phone, whatever the bot writes.
func TestNothingOverflows(t *testing.T) {
	server, client := start(t, movable(t))
	word := strings.Repeat("Nghịch", 60)
	if _, err := sendPainted(t, client, painted(t, 2000, 100)); err != nil {
		t.Fatal(err)
	}
	keyboard := fmt.Sprintf(`{"inline_keyboard":[[{"text":%q,"callback_data":"a"},{"text":"b","callback_data":"b"}],[%s{"text":"c","callback_data":"c"}]]}`,
		word, strings.Repeat(`{"text":"Không thuộc đơn vị","callback_data":"c"},`, 7))
	for _, entities := range []string{
		"[]", `[{"type":"blockquote","offset":0,"length":360},{"type":"bold","offset":0,"length":360}]`, `[{"type":"code","offset":0,"length":360}]`,
	} {
		a := call(t, server, "sendMessage", "chat_id", "1001", "text", word+" https://example.org/"+word, "entities", entities, "reply_markup", keyboard)
		if !a.OK {
			t.Fatal(a.Description)
		}
	}
	for _, width := range []int{320, 390, 1280} {
		browser := browse(t, width, 844)
		if err := chromedp.Do(browser, chromedp.Navigate(server.URL()+"/#1001"), visible(".keys")); err != nil {
			t.Fatal(err)
		}
		wide, err := chromedp.Run(browser, chromedp.Evaluate[[]string](`
			[...document.querySelectorAll("main, main *")]
				.filter((e) => e.getBoundingClientRect().right > innerWidth + .5 && !e.closest("dialog, svg"))
				.map((e) => e.outerHTML.slice(0, 120))`))
		if err != nil || len(wide) > 0 {
			t.Errorf("wider than %d: %q, %v", width, wide, err)
		}
	}
	if got := server.Messages(simulator.Official); len(got) != 4 {
		t.Errorf("%d messages, want 4", len(got))
	}
}
