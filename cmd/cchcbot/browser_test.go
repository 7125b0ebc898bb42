package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// screen is what a person sees the chat page on.
type screen struct {
	name          string
	width, height int64
	colours       string // "light" or "dark"
}

// visitWithin bounds a whole visit, on a slow and busy machine.
const visitWithin = 5 * time.Minute

// visitor is a person before the chat page in a headless Chromium. Each step
// waits for what it needs to be there; none waits for a time.
type visitor struct {
	t        *testing.T
	ctx      context.Context
	screen   screen
	pictures string // directory for pictures of the screen; "" takes none
}

// visit opens the page, or skips the test where no Chromium is installed.
func visit(t *testing.T, page string, s screen) *visitor {
	t.Helper()
	allocator, cancelAllocator := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(chromium(t)), chromedp.UserDataDir(t.TempDir()), chromedp.WindowSize(int(s.width), int(s.height)),
		chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("force-prefers-reduced-motion", true), // nothing is clicked while it moves
	)
	t.Cleanup(cancelAllocator)
	browser, cancelBrowser := chromedp.NewContext(allocator)
	t.Cleanup(cancelBrowser)
	// The browser lives as long as the first context that it is run with, which
	// is why the time limit is put on a second one.
	if err := chromedp.Do(browser, chromedp.EmulateViewport(s.width, s.height), prefer(s.colours)); err != nil {
		t.Fatal(err)
	}
	limited, cancelLimited := context.WithTimeout(browser, visitWithin)
	t.Cleanup(cancelLimited)
	v := &visitor{t: t, ctx: limited, screen: s, pictures: *pictures}
	v.do(chromedp.Navigate(page), chromedp.WaitVisible(chromedp.CSS("#suggestions .start")))
	return v
}

// chromium is the path of a browser.
func chromium(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("not in a browser, for short tests")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "headless-shell"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no Chromium is installed: nobody visits the chat page")
	return ""
}

// prefer asks pages for light or dark colours.
func prefer(colours string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		_, err := cdp.Call(ctx, tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: colours}},
		})
		return err
	})
}

// do takes steps, each of which must succeed.
func (v *visitor) do(steps ...chromedp.Action[chromedp.Void]) {
	v.t.Helper()
	if err := chromedp.Do(v.ctx, steps...); err != nil {
		v.t.Fatalf("%v; the page shows:\n%s", err, v.shown())
	}
}

// click clicks the first element of a selector.
func (v *visitor) click(selector chromedp.CSS) {
	v.t.Helper()
	v.clickOn(fmt.Sprintf(`document.querySelector(%s)`, strconv.Quote(string(selector))))
}

// clickOn clicks an element, given in the page's language, once it is enabled and
// nothing lies over its middle. It is found and clicked in one step within the
// page: the page may put another in its place at any time, as a message comes or is
// edited, and between two steps the browser would lose the one that was found.
func (v *visitor) clickOn(element string) {
	v.t.Helper()
	v.await(fmt.Sprintf(`(() => {
		const e = %s;
		if (!e || e.disabled) return false;
		e.scrollIntoView({block: "nearest"});
		const box = e.getBoundingClientRect();
		const top = document.elementFromPoint(box.left + box.width/2, box.top + box.height/2);
		if (!top || !e.contains(top)) return false;
		e.click();
		return true;
	})()`, element))
}

// buttons are the buttons under some messages whose label begins with words.
func buttons(messages, label string) string {
	return fmt.Sprintf(`[...document.querySelectorAll(%s)].filter((b) => b.innerText.trim().startsWith(%s))`,
		strconv.Quote(messages+" .keys button"), strconv.Quote(label))
}

// says writes words, sends them and sees them among the messages.
func (v *visitor) says(words string) {
	v.t.Helper()
	v.do(chromedp.SendKeys(chromedp.CSS("#words"), words))
	v.click("#send:enabled")
	v.await(fmt.Sprintf(`[...document.querySelectorAll("#messages .mine .body")].at(-1)?.innerText === %s`, strconv.Quote(words)))
}

// newest is the newest message, if it is the bot's, in the page's language.
const newest = `document.querySelector("#messages > :last-child:not(.mine)")`

// reads waits until the newest message is the bot's and holds all the words.
func (v *visitor) reads(words ...string) {
	v.t.Helper()
	for _, w := range words {
		v.await(fmt.Sprintf(`%s?.innerText.includes(%s)`, newest, strconv.Quote(w)))
	}
}

// await waits until an expression of the page's language is true.
func (v *visitor) await(expression string) {
	v.t.Helper()
	wait := chromedp.Poll[bool](expression, chromedp.WithPollingTimeout(0)) // as long as the visit
	if _, err := chromedp.Run(v.ctx, wait); err != nil {
		v.t.Fatalf("%v: %s; the page shows:\n%s", err, expression, v.shown())
	}
}

// presses presses the button under the newest message whose label begins so.
func (v *visitor) presses(label string) {
	v.t.Helper()
	v.clickOn(buttons("#messages > :last-child", label) + "[0]")
}

// becomes opens the chat of a persona, or a group.
func (v *visitor) becomes(chat int64) {
	v.t.Helper()
	if v.screen.width < 900 { // the list of chats is folded away
		v.click("#open-sidebar")
	}
	v.click(chromedp.CSS(fmt.Sprintf(`[data-chat="%d"]`, chat)))
	v.await(fmt.Sprintf(`location.hash === "#%d" && !document.body.classList.contains("sidebar-open")`, chat))
}

// shown is what the page shows, for a failed test.
func (v *visitor) shown() string {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(v.ctx), 10*time.Second)
	defer cancel()
	text, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.body.innerText`))
	if err != nil {
		return err.Error()
	}
	return text
}

// keeps takes a picture of the screen, where pictures are wanted.
func (v *visitor) keeps(name string) {
	v.t.Helper()
	if v.pictures == "" {
		return
	}
	picture, err := chromedp.Run(v.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		v.t.Fatal(err)
	}
	file := filepath.Join(v.pictures, v.screen.name+"-"+name+".png")
	if err := os.WriteFile(file, picture, 0o600); err != nil {
		v.t.Fatal(err)
	}
}
