package simulator_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// visitWithin bounds a whole visit, on a slow and busy machine.
const visitWithin = 3 * time.Minute

// TestMain ends the browser that tests may have started.
func TestMain(m *testing.M) {
	code := m.Run()
	chromium.end()
	os.Exit(code)
}

// chromium is the one browser of all tests, started when the first asks for it.
var chromium browser

type browser struct {
	once   sync.Once
	ctx    context.Context
	err    error
	cancel []func()
}

var errNoBrowser = errors.New("no Chromium is installed: the chat page is not tested in a browser")

func (b *browser) start() {
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "headless-shell"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		b.err = errNoBrowser
		return
	}
	profile, err := os.MkdirTemp("", "cchcbot-browser-")
	if err != nil {
		b.err = err
		return
	}
	allocator, cancelAllocator := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(path), chromedp.UserDataDir(profile),
		chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("force-prefers-reduced-motion", true)) // nothing is clicked while it moves
	ctx, cancel := chromedp.NewContext(allocator)
	b.cancel = []func(){cancel, cancelAllocator, func() { _ = os.RemoveAll(profile) }}
	b.ctx = ctx
	b.err = chromedp.Do(ctx) // starts it
}

func (b *browser) end() {
	for _, cancel := range b.cancel {
		cancel()
	}
}

// browse opens a tab of the given size, or skips the test where no Chromium is
// installed.
func browse(t *testing.T, width, height int) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("not in a browser, for short tests")
	}
	chromium.once.Do(chromium.start)
	if errors.Is(chromium.err, errNoBrowser) {
		t.Skip(chromium.err)
	}
	if chromium.err != nil {
		t.Fatal(chromium.err)
	}
	tab, cancel := chromedp.NewContext(chromium.ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(tab, chromedp.EmulateViewport(int64(width), int64(height))); err != nil {
		t.Fatal(err)
	}
	limited, cancelLimited := context.WithTimeout(tab, visitWithin)
	t.Cleanup(cancelLimited)
	return limited
}

// steps are how a tab is used: do takes steps, and await waits until an expression
// of the page's language is true. Each must succeed.
func steps(tab context.Context, t *testing.T) (do func(...chromedp.Action[chromedp.Void]), await func(expression string)) {
	do = func(all ...chromedp.Action[chromedp.Void]) {
		t.Helper()
		if err := chromedp.Do(tab, all...); err != nil {
			t.Fatal(err)
		}
	}
	await = func(expression string) {
		t.Helper()
		if _, err := chromedp.Run(tab, chromedp.Poll[bool](expression, chromedp.WithPollingTimeout(0))); err != nil {
			t.Fatalf("%s: %v", expression, err)
		}
	}
	return do, await
}
