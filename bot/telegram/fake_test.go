package telegram

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"mime"
	"mime/multipart"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
)

const testToken = Secret("4242:AAsecretHALFofTHEtoken_-x")

// fakeTelegram is the Bot API in memory: a round tripper, so that tests run in
// a synctest bubble.
type fakeTelegram struct {
	mu       sync.Mutex
	pending  []pendingUpdate
	arrived  chan struct{}
	requests []request
	faults   map[string][]fault
	dead     bool // no request comes through any more
	last     int  // the id of the last message
}

type pendingUpdate struct {
	id  int64
	raw string
}

type request struct {
	method string
	fields map[string]string
	at     time.Time
}

// fault is one answer other than success; an empty body cuts the connection.
type fault struct {
	status int
	body   string
}

func refuse(code int, description, parameters string) fault {
	if parameters == "" {
		parameters = "{}"
	}
	return fault{code, fmt.Sprintf(`{"ok":false,"error_code":%d,"description":%q,"parameters":%s}`, code, description, parameters)}
}

func newFakeTelegram() *fakeTelegram {
	return &fakeTelegram{arrived: make(chan struct{}, 1), last: 900, faults: make(map[string][]fault)}
}

// push makes updates wait for the bot, in the order of their ids.
func (f *fakeTelegram) push(updates ...string) {
	f.mu.Lock()
	for _, raw := range updates {
		var head struct {
			ID int64 `json:"update_id"`
		}
		_ = json.Unmarshal([]byte(raw), &head)
		f.pending = append(f.pending, pendingUpdate{head.ID, raw})
	}
	slices.SortStableFunc(f.pending, func(a, b pendingUpdate) int { return cmp.Compare(a.id, b.id) })
	f.mu.Unlock()
	select {
	case f.arrived <- struct{}{}:
	default:
	}
}

// fail queues answers for the method's next calls.
func (f *fakeTelegram) fail(method string, faults ...fault) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.faults[method] = append(f.faults[method], faults...)
}

// kill cuts the bot off without warning.
func (f *fakeTelegram) kill(dead bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.dead = dead
}

// made returns the requests of a method so far.
func (f *fakeTelegram) made(method string) []request {
	f.mu.Lock()
	defer f.mu.Unlock()
	var made []request
	for _, r := range f.requests {
		if r.method == method {
			made = append(made, r)
		}
	}
	return made
}

// texts returns what was sent, in order, as "chat text".
func (f *fakeTelegram) texts() []string {
	var texts []string
	for _, r := range f.made("sendMessage") {
		texts = append(texts, r.fields["chat_id"]+" "+r.fields["text"])
	}
	return texts
}

// waiting returns the ids that are not confirmed.
func (f *fakeTelegram) waiting() []int64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	var ids []int64
	for _, u := range f.pending {
		ids = append(ids, u.id)
	}
	return ids
}

func (f *fakeTelegram) RoundTrip(r *http.Request) (*http.Response, error) {
	token, method, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/bot"), "/")
	if token != string(testToken) {
		return answer(refuse(401, "Unauthorized", "")), nil
	}
	fields := readFields(r)
	f.mu.Lock()
	if f.dead {
		f.mu.Unlock()
		return nil, errors.New("connection reset by peer")
	}
	f.requests = append(f.requests, request{method, fields, time.Now()})
	if queue := f.faults[method]; len(queue) > 0 {
		f.faults[method] = queue[1:]
		f.mu.Unlock()
		if queue[0].body == "" {
			return nil, fmt.Errorf("read %s: connection reset by peer", r.URL)
		}
		return answer(queue[0]), nil
	}
	if strings.HasPrefix(method, "send") {
		f.last++
	}
	last := f.last
	f.mu.Unlock()
	switch method {
	case "getUpdates":
		return f.getUpdates(r.Context(), fields)
	case "getMe":
		return success(`{"id":4242,"is_bot":true,"first_name":"CCHC","username":"CchcBot"}`), nil
	case "sendMessage", "sendDocument", "sendPhoto", "editMessageText":
		return success(fmt.Sprintf(`{"message_id":%d,"date":1,"chat":{"id":1,"type":"private"}}`, last)), nil
	}
	return success(`true`), nil
}

func (f *fakeTelegram) getUpdates(ctx context.Context, fields map[string]string) (*http.Response, error) {
	var offset, limit, timeout int64
	_, _ = fmt.Sscan(fields["offset"], &offset)
	_, _ = fmt.Sscan(fields["limit"], &limit)
	_, _ = fmt.Sscan(fields["timeout"], &timeout)
	end := time.NewTimer(time.Duration(timeout) * time.Second)
	defer end.Stop()
	for {
		if batch := f.batch(offset, cmp.Or(limit, 100)); len(batch) > 0 || timeout == 0 {
			return success("[" + strings.Join(batch, ",") + "]"), nil
		}
		select {
		case <-f.arrived:
		case <-end.C:
			return success("[]"), nil
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

func (f *fakeTelegram) batch(offset, limit int64) []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.pending = slices.DeleteFunc(f.pending, func(u pendingUpdate) bool { return u.id != 0 && u.id < offset })
	var batch []string
	for _, u := range f.pending[:min(limit, int64(len(f.pending)))] {
		batch = append(batch, u.raw)
	}
	return batch
}

// readFields reads a JSON or a multipart body.
func readFields(r *http.Request) map[string]string {
	fields := make(map[string]string)
	kind, params, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch kind {
	case "application/json":
		var values map[string]json.RawMessage
		_ = json.NewDecoder(r.Body).Decode(&values)
		for name, value := range values {
			fields[name] = string(value)
		}
	case "multipart/form-data":
		parts := multipart.NewReader(r.Body, params["boundary"])
		for part, err := parts.NextPart(); err == nil; part, err = parts.NextPart() {
			value, _ := io.ReadAll(part)
			fields[part.FormName()] = string(value)
			if name := part.FileName(); name != "" {
				fields[part.FormName()] = name + ": " + string(value)
			}
		}
	}
	return fields
}

func success(result string) *http.Response {
	return answer(fault{200, `{"ok":true,"result":` + result + `}`})
}

func answer(f fault) *http.Response {
	return &http.Response{StatusCode: f.status, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(f.body))}
}

// fakeLedger is a Ledger in memory.
type fakeLedger struct {
	mu     sync.Mutex
	kept   []record.Update // waiting
	done   []int64
	writes int      // calls of Keep and Done that worked
	unwell error    // of what would write
	away   error    // of every call
	chats  []string // what was noted about chats, in order
}

func newFakeLedger() *fakeLedger { return new(fakeLedger) }

// fail lets writes, or all calls, fail from now on.
func (l *fakeLedger) fail(unwell, away error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.unwell, l.away = unwell, away
}

func (l *fakeLedger) Ping(context.Context) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.away
}

func (l *fakeLedger) CheckWrite(context.Context) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.unwell
}

func (l *fakeLedger) Keep(ctx context.Context, updates ...record.Update) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := cmp.Or(l.away, l.unwell, ctx.Err()); err != nil {
		return err
	}
	l.writes++
	for _, u := range updates {
		known := slices.ContainsFunc(l.kept, func(k record.Update) bool { return k.ID == u.ID })
		if !known && !slices.Contains(l.done, u.ID) {
			l.kept = append(l.kept, u)
		}
	}
	return nil
}

func (l *fakeLedger) Done(ctx context.Context, ids ...int64) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := cmp.Or(l.away, l.unwell, ctx.Err()); err != nil {
		return err
	}
	l.writes++
	l.kept = slices.DeleteFunc(l.kept, func(u record.Update) bool { return slices.Contains(ids, u.ID) })
	l.done = append(l.done, ids...)
	return nil
}

func (l *fakeLedger) Kept(context.Context) ([]record.Update, []int64, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.kept), slices.Clone(l.done), l.away
}

// waiting are the updates that were written down and not handled.
func (l *fakeLedger) waiting() []int64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	var ids []int64
	for _, u := range l.kept {
		ids = append(ids, u.ID)
	}
	return ids
}

func (l *fakeLedger) written() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.writes
}

func (l *fakeLedger) note(format string, values ...any) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.away != nil {
		return l.away
	}
	l.chats = append(l.chats, fmt.Sprintf(format, values...))
	return nil
}

func (l *fakeLedger) MarkUnreachable(_ context.Context, chat int64, reason string) error {
	return l.note("unreachable %d: %s", chat, reason)
}

func (l *fakeLedger) MarkReachable(_ context.Context, chat int64) error {
	return l.note("reachable %d", chat)
}

func (l *fakeLedger) MoveChat(_ context.Context, from, to int64) error {
	return l.note("moved %d to %d", from, to)
}

func (l *fakeLedger) notes() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.chats)
}

// responder is a function as a Responder.
type responder func(context.Context, chat.Message) (chat.Reply, error)

func (r responder) Respond(ctx context.Context, m chat.Message) (chat.Reply, error) { return r(ctx, m) }

// echo answers with the words or the action.
var echo = responder(func(_ context.Context, m chat.Message) (chat.Reply, error) {
	return sentence(m.Text + m.Action), nil
})

// logBook keeps what was logged.
type logBook struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logBook) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logBook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// rig is a Transport on a fake Telegram.
type rig struct {
	*Transport
	telegram *fakeTelegram
	ledger   *fakeLedger
	logged   *logBook
}

func newRig(t *testing.T, r Responder, change ...func(*Settings)) *rig {
	t.Helper()
	return rigOn(t, newFakeTelegram(), newFakeLedger(), r, change...)
}

func rigOn(t *testing.T, f *fakeTelegram, l *fakeLedger, r Responder, change ...func(*Settings)) *rig {
	t.Helper()
	settings := Settings{Token: testToken, Server: "http://telegram.test"}
	for _, c := range change {
		c(&settings)
	}
	settings, err := settings.complete()
	if err != nil {
		t.Fatal(err)
	}
	book := new(logBook)
	log := slog.New(slog.NewTextHandler(book, &slog.HandlerOptions{Level: slog.LevelDebug}))
	transport, err := assemble(settings, f, r, l, log)
	if err != nil {
		t.Fatal(err)
	}
	return &rig{transport, f, l, book}
}

// start runs the transport; the returned function stops it and gives Run's
// error.
func (r *rig) start(ctx context.Context) func() error {
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- r.Run(ctx) }()
	return func() error {
		cancel()
		return <-ended
	}
}

// private is an update with a private text.
func private(id, chat int64, text string) string {
	return fmt.Sprintf(`{"update_id":%d,"message":{"message_id":%d,"date":1700000000,`+
		`"from":{"id":%d,"is_bot":false,"first_name":"An"},"chat":{"id":%d,"type":"private"},"text":%q}}`,
		id, id, chat, chat, text)
}

// press is an update with a pressed button under message 77 of a private chat.
func press(id, chat int64, data string) string {
	return fmt.Sprintf(`{"update_id":%d,"callback_query":{"id":"q%d","from":{"id":%d,"is_bot":false,"first_name":"An"},`+
		`"chat_instance":"1","data":%q,"message":{"message_id":77,"date":1700000000,`+
		`"chat":{"id":%d,"type":"private"},"text":"cũ"}}}`, id, id, chat, data, chat)
}
