package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sync/atomic"
	"time"
)

// maxAnswer bounds what is read of one answer of the server.
const maxAnswer = 32 << 20

// wire is the HTTP client that the library and the poller share. It knows only
// three ends of a request: Telegram did it, Telegram refused it (*refusal), or
// nobody knows (*outage).
type wire struct {
	client   *http.Client
	token    Secret
	answered atomic.Int64 // when Telegram answered last, in Unix nanoseconds
	ahead    atomic.Int64 // how far this clock is before Telegram's then, in nanoseconds, give or take a second
}

// newRoundTripper returns a transport of our own: the default one keeps two
// idle connections a host, and every reply beyond would shake hands anew.
func newRoundTripper(proxy *url.URL) http.RoundTripper {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConnsPerHost = batchLimit
	t.MaxIdleConns = batchLimit
	if proxy != nil {
		t.Proxy = http.ProxyURL(proxy)
	}
	// A connection that died without a word is noticed by unanswered pings,
	// not only when a poll has run into its timeout.
	t.HTTP2 = &http.HTTP2Config{SendPingTimeout: 15 * time.Second, PingTimeout: 15 * time.Second}
	return t
}

func newWire(token Secret, transport http.RoundTripper) *wire {
	return &wire{token: token, client: &http.Client{
		Transport: transport,
		// A redirect would carry the token to a stranger in its Referer.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// envelope is what stands around every answer of the Bot API.
type envelope struct {
	OK          bool   `json:"ok"`
	Code        int    `json:"error_code"`
	Description string `json:"description"`
	Parameters  struct {
		RetryAfter int   `json:"retry_after"`
		MigrateTo  int64 `json:"migrate_to_chat_id"`
	} `json:"parameters"`
}

// Do sends the request and reads the whole answer, so that a connection cut
// half-way is an outage here and not a broken JSON text later.
func (w *wire) Do(request *http.Request) (*http.Response, error) {
	response, err := w.client.Do(request)
	if err != nil {
		return nil, w.outage(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer))
	if err != nil {
		return nil, w.outage(err)
	}
	if there, err := http.ParseTime(response.Header.Get("Date")); err == nil {
		w.ahead.Store(int64(time.Since(there)))
	}
	if err := judge(response.StatusCode, body); err != nil {
		if refused, ok := errors.AsType[*refusal](err); ok {
			w.answered.Store(time.Now().UnixNano())
			refused.description = w.token.hide(refused.description)
			return nil, err
		}
		return nil, w.outage(err)
	}
	w.answered.Store(time.Now().UnixNano())
	response.Body = io.NopCloser(bytes.NewReader(body))
	return response, nil
}

// judge says whether the answer means that the request was done.
func judge(status int, body []byte) error {
	if status >= http.StatusInternalServerError {
		return fmt.Errorf("status %d", status)
	}
	var e envelope
	if err := json.Unmarshal(body, &e); err != nil {
		return fmt.Errorf("status %d with an answer that is not the Bot API's", status)
	}
	switch {
	case e.OK:
		return nil
	case e.Code == 0 || e.Code >= http.StatusInternalServerError:
		return fmt.Errorf("error code %d", e.Code)
	}
	return &refusal{
		code:        e.Code,
		description: e.Description,
		retryAfter:  time.Duration(e.Parameters.RetryAfter) * time.Second,
		migrateTo:   e.Parameters.MigrateTo,
	}
}

// outage wraps an error without the address that net/http puts into it, which
// holds the token.
func (w *wire) outage(err error) error {
	if address, ok := errors.AsType[*url.Error](err); ok {
		err = address.Err
	}
	return &outage{reason: w.token.hide(err.Error()), timeout: errors.Is(err, context.DeadlineExceeded)}
}

// answeredSince says whether Telegram has answered anything after the moment.
func (w *wire) answeredSince(moment time.Time) bool {
	return w.answered.Load() > moment.UnixNano()
}
