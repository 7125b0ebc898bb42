package telegram

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
)

// nudge is a reply with a button.
var nudge = chat.Reply{Text: chat.Text{normal("Còn 5 ngày <làm việc>")}, Buttons: [][]chat.Button{{{Label: "Đã nộp", Action: "n:7:done"}}}}

func TestSendReturnsTheMessageWithTheButtons(t *testing.T) {
	t.Parallel()
	r := newRig(t, echo)
	long := chat.Reply{Text: chat.Text{normal(strings.Repeat("a", 4096)), normal("b")}, Buttons: nudge.Buttons}
	for _, sent := range []struct {
		reply chat.Reply
		last  int64
	}{{nudge, 901}, {long, 903}, {chat.Reply{}, 0}} {
		if message, err := r.Send(t.Context(), 6, sent.reply, nil); message != sent.last || err != nil {
			t.Errorf("got %d, %v; want %d", message, err, sent.last)
		}
	}
	made := r.telegram.made("sendMessage")
	want := map[string]string{"chat_id": "6", "text": "Còn 5 ngày <làm việc>",
		"link_preview_options": `{"is_disabled":true}`, "reply_markup": `{"inline_keyboard":[[{"text":"Đã nộp","callback_data":"n:7:done"}]]}`}
	if diff := cmp.Diff(want, made[0].fields); diff != "" {
		t.Error(diff)
	}
	if made[1].fields["reply_markup"] != "" || made[2].fields["reply_markup"] != want["reply_markup"] {
		t.Error("the buttons are not under the last message")
	}
}

func TestEditShowsTheLastOfALongReply(t *testing.T) {
	t.Parallel()
	r := newRig(t, echo)
	long := chat.Reply{Text: chat.Text{normal(strings.Repeat("a", 4096)), normal("b")}, Buttons: nudge.Buttons}
	for _, reply := range []chat.Reply{long, {}} {
		if err := r.Edit(t.Context(), 6, 903, reply); err != nil {
			t.Fatal(err)
		}
	}
	edits := r.telegram.made("editMessageText")
	if len(edits) != 1 || edits[0].fields["text"] != "b" || edits[0].fields["message_id"] != "903" || edits[0].fields["reply_markup"] == "" {
		t.Errorf("got %v", edits)
	}
}

func TestEndsOfWhatTheBotSaysOfItsOwn(t *testing.T) {
	const blocked = "Forbidden: bot was blocked by the user"
	tests := []struct {
		name     string
		faults   []fault
		want     *record.Undelivered // nil for a message that arrived, at last
		attempts int
		took     time.Duration
		notes    []string
	}{
		{"short 429", []fault{refuse(429, "Too Many Requests: retry after 5", `{"retry_after":5}`)}, nil, 2, 5 * time.Second, nil},
		{"long 429", []fault{refuse(429, "Too Many Requests: retry after 6", `{"retry_after":6}`)},
			&record.Undelivered{Reason: "Too Many Requests: retry after 6", Again: true, After: 6 * time.Second}, 1, 0, nil},
		{"short 429 without end", many(100, refuse(429, "Too Many Requests: retry after 1", `{"retry_after":1}`)),
			&record.Undelivered{Reason: "Too Many Requests: retry after 1", Again: true, After: time.Second}, 6, 5 * time.Second, nil},
		{"blocked", []fault{refuse(403, blocked, "")},
			&record.Undelivered{Reason: blocked, Unreachable: true}, 1, 0, []string{"unreachable -100: " + blocked}},
		{"refused", []fault{refuse(400, "Bad Request: BUTTON_DATA_INVALID", "")},
			&record.Undelivered{Reason: "Bad Request: BUTTON_DATA_INVALID"}, 1, 0, nil},
		{"token revoked", []fault{refuse(401, "Unauthorized", "")}, &record.Undelivered{Reason: "Unauthorized", Again: true}, 1, 0, nil},
		{"cut connection", []fault{{}},
			&record.Undelivered{Reason: "telegram is out of reach: read http://telegram.test/bot***/sendMessage: connection reset by peer", Again: true}, 1, 0, nil},
		{"bad gateway", []fault{{502, "<html>"}}, &record.Undelivered{Reason: "telegram is out of reach: status 502", Again: true}, 1, 0, nil},
		{"migrated", []fault{refuse(400, "Bad Request: group chat was upgraded to a supergroup chat", `{"migrate_to_chat_id":-1001}`)},
			nil, 2, 0, []string{"moved -100 to -1001"}},
		{"blocked after the migration", []fault{refuse(400, "Bad Request: group chat was upgraded to a supergroup chat", `{"migrate_to_chat_id":-1001}`), refuse(403, blocked, "")},
			&record.Undelivered{Reason: blocked, Unreachable: true}, 2, 0, []string{"moved -100 to -1001", "unreachable -1001: " + blocked}},
		{"answer of another form", []fault{{200, `{"ok":true,"result":"sent"}`}},
			&record.Undelivered{Reason: "error decode response result for method sendMessage, json: cannot unmarshal string into Go value of type models.Message"}, 1, 0, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t, echo)
				r.telegram.fail("sendMessage", tt.faults...)
				began := time.Now()
				_, err := r.Send(t.Context(), -100, nudge, nil)
				if err != nil {
					got, ok := errors.AsType[*record.Undelivered](err)
					if diff := cmp.Diff(tt.want, got); !ok || diff != "" {
						t.Errorf("%v: %s", err, diff)
					}
				} else if tt.want != nil {
					t.Errorf("arrived, want %v", tt.want)
				}
				if n := len(r.telegram.made("sendMessage")); n != tt.attempts {
					t.Errorf("%d attempts, want %d", n, tt.attempts)
				}
				if took := time.Since(began); took != tt.took {
					t.Errorf("took %s, want %s", took, tt.took)
				}
				if diff := cmp.Diff(tt.notes, r.ledger.notes()); diff != "" {
					t.Error(diff)
				}
			})
		})
	}
}

func many(n int, f fault) []fault {
	faults := make([]fault, n)
	for i := range faults {
		faults[i] = f
	}
	return faults
}

func TestEditOfAMessageThatCannotBeEdited(t *testing.T) {
	tests := []struct {
		name   string
		fault  fault
		want   *record.Undelivered
		logged bool
		notes  []string
	}{
		{"not modified", refuse(400, "Bad Request: message is not modified", ""), nil, false, nil},
		{"deleted", refuse(400, "Bad Request: message to edit not found", ""), nil, true, nil},
		{"too old", refuse(400, "Bad Request: message can't be edited", ""), nil, true, nil},
		{"migrated", refuse(400, "Bad Request: group chat was upgraded to a supergroup chat", `{"migrate_to_chat_id":-1001}`), nil, true, []string{"moved 6 to -1001"}},
		{"blocked", refuse(403, "Forbidden: user is deactivated", ""), &record.Undelivered{Reason: "Forbidden: user is deactivated", Unreachable: true},
			false, []string{"unreachable 6: Forbidden: user is deactivated"}},
		{"outage", fault{503, "x"}, &record.Undelivered{Reason: "telegram is out of reach: status 503", Again: true}, false, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, echo)
			r.telegram.fail("editMessageText", tt.fault)
			got, _ := errors.AsType[*record.Undelivered](r.Edit(t.Context(), 6, 900, nudge))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
			if logged := strings.Contains(r.logged.String(), "cannot be edited"); logged != tt.logged {
				t.Errorf("log: %s", r.logged.String())
			}
			if diff := cmp.Diff(tt.notes, r.ledger.notes()); diff != "" {
				t.Error(diff)
			}
			if n := len(r.telegram.made("sendMessage")); n != 0 {
				t.Errorf("%d new messages", n)
			}
		})
	}
}

func TestSendEndsWithItsContext(t *testing.T) {
	t.Parallel()
	r := newRig(t, echo)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := r.Send(ctx, 6, nudge, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// A process that may have been replaced while it stood still sends nothing of its
// own accord, confirms nothing, and answers once it may speak again.
func TestWhoMayHaveBeenReplacedIsSilent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var silent atomic.Bool
		r := newRig(t, echo, func(s *Settings) { s.Held = func() bool { return !silent.Load() } })
		stop := r.start(t.Context())
		time.Sleep(time.Minute)
		synctest.Wait()
		silent.Store(true)
		polls := len(r.telegram.made("getUpdates"))
		r.telegram.push(private(5, 6, "xin chào"))
		time.Sleep(time.Minute)
		synctest.Wait()
		if _, err := r.Send(t.Context(), 7, nudge, nil); err == nil {
			t.Error("sent")
		} else if got, ok := errors.AsType[*record.Undelivered](err); !ok || !got.Again {
			t.Errorf("not to be sent again: %v", err)
		}
		if n := len(r.telegram.made("getUpdates")); n > polls || len(r.telegram.texts()) > 0 {
			t.Errorf("polled %d times more, said %q", n-polls, r.telegram.texts())
		}
		silent.Store(false)
		time.Sleep(time.Minute)
		synctest.Wait()
		if got := r.telegram.texts(); len(got) != 1 {
			t.Errorf("said %q, want the answer", got)
		}
		if err := stop(); err != nil {
			t.Error(err)
		}
	})
}

// What is not wanted any more when its turn has come is not sent.
func TestSendLooksWhenItsTurnHasCome(t *testing.T) {
	t.Parallel()
	r := newRig(t, echo)
	stale := errors.New("sent by another")
	if _, err := r.Send(t.Context(), 6, nudge, func(context.Context) error { return stale }); !errors.Is(err, stale) {
		t.Errorf("got %v, want what the look found", err)
	}
	if n := len(r.telegram.made("sendMessage")); n != 0 {
		t.Errorf("%d messages", n)
	}
}
