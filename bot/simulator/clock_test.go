package simulator_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"cchcbot/bot/simulator"

	"github.com/chromedp/chromedp"
)

// movable is a clock that stands still until it is set. The zero time brings it
// back to its beginning.
func movable(t *testing.T) simulator.Options {
	t.Helper()
	zone, err := time.LoadLocation("Asia/Ho_Chi_Minh")
	if err != nil {
		t.Fatal(err)
	}
	begin := time.Date(2024, time.March, 18, 8, 30, 0, 0, zone)
	now := make(chan time.Time, 1)
	now <- begin
	return simulator.Options{
		Now: func() time.Time { at := <-now; now <- at; return at },
		SetNow: func(at time.Time) error {
			<-now
			if at.IsZero() {
				at = begin
			}
			now <- at.In(zone)
			return nil
		},
	}
}

func TestClockIsSetOnThePage(t *testing.T) {
	t.Parallel()
	server := newServer(t, movable(t))
	steps := []struct{ body, want string }{
		{`{"at":"2024-06-28T01:25:00Z"}`, `"2024-06-28T08:25:00+07:00"`},
		{`{"days":3}`, `"2024-07-01T08:25:00+07:00"`},
		{`{}`, `"2024-03-18T08:30:00+07:00"`},
		{`{"at":"1999-12-31T00:00:00Z"}`, "Vui lòng chọn năm từ 2000 đến 2099."},
		{`{"days":999999999}`, "Vui lòng chọn năm từ 2000 đến 2099."},
		{`{"at":"hôm qua"}`, "Yêu cầu không hợp lệ."},
	}
	for _, step := range steps {
		if got := strings.TrimSpace(visit(server, http.MethodPost, "/chat/clock", step.body).Body.String()); got != step.want {
			t.Errorf("%s: %s, want %s", step.body, got, step.want)
		}
	}
	fixed := newServer(t, simulator.Options{})
	if err := fixed.SetNow(time.Now()); !errors.Is(err, simulator.ErrFixedClock) {
		t.Errorf("a clock without a hook is set: %v", err)
	}
}

// Messages keep their order when the clock goes back, and the limits of sending
// do not hold for hours that never come.
func TestClockGoesBack(t *testing.T) {
	t.Parallel()
	options := movable(t)
	options.RateLimits = true
	server := newServer(t, options)
	say(t, server, "trước")
	if a := call(t, server, "sendMessage", "chat_id", "1001", "text", "a"); !a.OK {
		t.Fatal(a.Description)
	}
	if err := server.SetNow(time.Date(2024, time.January, 2, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	if a := call(t, server, "sendMessage", "chat_id", "1001", "text", "b"); !a.OK {
		t.Error(a.Description)
	}
	var got []string
	for _, m := range server.Messages(simulator.Official) {
		got = append(got, m.Text)
	}
	if strings.Join(got, " ") != "trước a b" {
		t.Errorf("the chat shows %q", got)
	}
}

// No time passes for a pressed button and an inline query while the clock moves.
func TestWhatWaitsMovesAlong(t *testing.T) {
	t.Parallel()
	server := newServer(t, movable(t))
	press, err := server.PressData(simulator.Official, simulator.Official, 1, "a")
	if err != nil {
		t.Fatal(err)
	}
	query, err := server.AskInline(simulator.Official, simulator.Official, "a")
	if err != nil {
		t.Fatal(err)
	}
	if err := server.SetNow(time.Date(2024, time.December, 31, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	if a := call(t, server, "answerCallbackQuery", "callback_query_id", press); !a.OK {
		t.Error(a.Description)
	}
	if a := call(t, server, "answerInlineQuery", "inline_query_id", query, "results", "[]"); !a.OK {
		t.Error(a.Description)
	}
}

func TestDateOnThePage(t *testing.T) {
	options := movable(t)
	options.Moments = []simulator.Moment{{Name: "Ngày cuối quý", At: time.Date(2024, time.June, 28, 1, 30, 0, 0, time.UTC)}}
	server, _ := start(t, options)
	browser := browse(t, 390, 844)
	shows := func(want string) {
		t.Helper()
		wait := chromedp.Poll[bool](`document.querySelector("#clock").innerText.includes("`+want+`")`, chromedp.WithPollingTimeout(0))
		if _, err := chromedp.Run(browser, wait); err != nil {
			t.Fatalf("the page does not show %q: %v", want, err)
		}
	}
	do, _ := steps(browser, t)
	do(chromedp.Navigate(server.URL()), visible("#clock"))
	shows("Diễn tập, hôm nay là Thứ Hai, 18/03/2024 · 08:30")
	do(click("#next-day"))
	shows("Thứ Ba, 19/03/2024 · 08:30")
	if _, err := server.Say(simulator.Official, "a"); err != nil {
		t.Fatal(err)
	}
	do(visible(".day"))

	do(click("#open-clock"), visible("#clock-box"),
		chromedp.SetValue(chromedp.CSS("[name=day]"), "2024-12-31"), chromedp.SetValue(chromedp.CSS("[name=hour]"), "17:05"),
		click(`#clock-box [value="set"]`))
	shows("Thứ Ba, 31/12/2024 · 17:05")
	if got := server.Messages(simulator.Official)[0].At; got.Day() != 19 {
		t.Errorf("what was said before has the time %s", got)
	}
	if day, err := chromedp.Run(browser, chromedp.Text(chromedp.CSS(".day"))); err != nil || day != "Thứ Ba, 19/03/2024" {
		t.Errorf("the day of the message is called %q, %v", day, err)
	}
	do(click("#open-clock"), visible("#clock-box"), click(`#clock-box [value="true"]`))
	shows("Thứ Hai, 18/03/2024 · 08:30")

	do(click("#open-clock"), visible("#moments button"))
	if words, err := chromedp.Run(browser, chromedp.Text(chromedp.CSS("#moments"))); err != nil || !strings.Contains(words, "Ngày cuối quý") || !strings.Contains(words, "28/06/2024 · 08:30") {
		t.Errorf("the page offers %q, %v", words, err)
	}
	do(click("#moments button"), chromedp.WaitNotVisible(chromedp.CSS("#clock-box")))
	shows("Thứ Sáu, 28/06/2024 · 08:30")
}
