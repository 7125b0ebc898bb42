package telegram

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
)

func TestALoneQuestionIsAnsweredWithoutAWrite(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		stop := r.start(t.Context())
		for id := range int64(5) {
			r.telegram.push(private(id+1, 1, fmt.Sprint(id)))
			time.Sleep(time.Second)
		}
		if left := r.telegram.waiting(); len(left) != 0 {
			t.Errorf("not confirmed: %v", left)
		}
		if err := stop(); err != nil {
			t.Fatal(err)
		}
		if n := r.ledger.written(); n != 0 || len(r.telegram.texts()) != 5 {
			t.Errorf("%d writes for %d answers", n, len(r.telegram.texts()))
		}
	})
}

// Another chat's question is answered within half a second, whatever one chat
// does.
func TestNobodySlowsAnother(t *testing.T) {
	flood := func(update func(id int64) string) func(*rig) {
		return func(r *rig) {
			for id := range int64(1000) {
				r.telegram.push(update(id + 1))
			}
		}
	}
	sticker := func(id int64) string {
		return fmt.Sprintf(`{"update_id":%d,"message":{"message_id":%d,"date":1,"from":{"id":6,"first_name":"An"},`+
			`"chat":{"id":6,"type":"private"},"sticker":{"file_id":"f","file_unique_id":"u","type":"regular","width":1,"height":1}}}`, id, id)
	}
	tests := []struct {
		name    string
		trouble func(*rig)
		most    int // messages to the one who floods
	}{
		{"messages", flood(func(id int64) string { return private(id, 6, "hỏi") }), 120},
		{"stickers", flood(sticker), 120},
		{"presses", flood(func(id int64) string { return press(id, 6, "x") }), 120},
		{"inquiries", flood(func(id int64) string { return typed(id, 6, "x") }), 120},
		{"group commands", flood(func(id int64) string {
			return fmt.Sprintf(`{"update_id":%d,"message":%s}`, id, groupText("/help", "", entity{"bot_command", "/help"}))
		}), 60},
		{"group talk", flood(func(id int64) string { return fmt.Sprintf(`{"update_id":%d,"message":%s}`, id, groupText("hỏi", "")) }), 0},
		{"told to wait", func(r *rig) {
			r.telegram.fail("sendMessage", refuse(429, "Too Many Requests: retry after 3600", `{"retry_after":3600}`))
			for id := range int64(30) {
				r.telegram.push(private(id+1, 6, "hỏi"))
			}
		}, 1},
		{"a hundred that ask together", func(r *rig) {
			for id := range int64(1000) {
				r.telegram.push(private(id+1, 100+id%100, "hỏi"))
			}
		}, 3000},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				cards := withInquirer(func(context.Context, chat.Inquiry) ([]chat.Card, error) { return nil, nil })
				r := newRig(t, echo, cards, func(s *Settings) { s.Limits, s.Quota = FAQLimits(), CalmQuota() })
				tt.trouble(r)
				stop := r.start(t.Context())
				for i := range int64(60) {
					time.Sleep(time.Second)
					asked := time.Now()
					r.telegram.push(private(5000+i, 5, fmt.Sprint("câu ", i)))
					if waited := r.awaitAnswer(fmt.Sprint("5 câu ", i)); waited > 500*time.Millisecond {
						t.Errorf("question %d waited %s", i, time.Since(asked))
					}
				}
				if sent := len(r.telegram.made("sendMessage")) - 60; sent > tt.most {
					t.Errorf("%d messages to the others, want at most %d", sent, tt.most)
				}
				if err := stop(); err != nil {
					t.Fatal(err)
				}
			})
		})
	}
}

// awaitAnswer waits for an answer, at most a minute, and returns how long.
func (r *rig) awaitAnswer(text string) time.Duration {
	began := time.Now()
	for time.Since(began) < time.Minute {
		for _, said := range r.telegram.texts() {
			if said == text {
				return time.Since(began)
			}
		}
		time.Sleep(10 * time.Millisecond)
	}
	return time.Since(began)
}

func TestWhoFloodsIsToldOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo, func(s *Settings) { s.Quota = CalmQuota() })
		for id := range int64(300) {
			r.telegram.push(private(id+1, 6, "hỏi"))
		}
		converse(t, r)
		told := 0
		for _, text := range r.telegram.texts() {
			if text == "6 "+textPatience {
				told++
			}
		}
		if n := len(r.telegram.texts()); told != 1 || n != 21 {
			t.Errorf("told %d times, %d answers", told, n)
		}
		again := rigOn(t, r.telegram, r.ledger, echo, func(s *Settings) { s.Quota = CalmQuota() })
		converse(t, again, private(1000, 6, "còn đây"))
		if texts := r.telegram.texts(); texts[len(texts)-1] != "6 còn đây" {
			t.Error("not answered although the flood is over")
		}
	})
}

func TestARestartKeepsWhatWaitsAndItsOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		r := newRig(t, responder(func(ctx context.Context, m chat.Message) (chat.Reply, error) {
			select {
			case <-release:
				return sentence(m.Text), nil
			case <-ctx.Done():
				return chat.Reply{}, ctx.Err()
			}
		}))
		var want []string
		stop := r.start(t.Context())
		for id := range int64(10) {
			r.telegram.push(private(2*id+1, 1, fmt.Sprint(id)), private(2*id+2, 2, fmt.Sprint(id)))
			want = append(want, fmt.Sprint("1 ", id))
			time.Sleep(100 * time.Millisecond)
		}
		if left := r.telegram.waiting(); len(left) != 0 {
			t.Errorf("unconfirmed although written down: %v", left)
		}
		if err := stop(); err != nil {
			t.Fatal(err)
		}
		if n := len(r.ledger.waiting()); n != 20 || len(r.telegram.texts()) != 0 {
			t.Fatalf("%d updates wait after the stop", n)
		}
		converse(t, rigOn(t, r.telegram, r.ledger, echo), private(500, 1, "sau"))
		var got []string
		for _, text := range r.telegram.texts() {
			if strings.HasPrefix(text, "1 ") {
				got = append(got, text)
			}
		}
		if diff := cmp.Diff(append(want, "1 sau"), got); diff != "" || len(r.telegram.texts()) != 21 || len(r.ledger.waiting()) != 0 {
			t.Errorf("%s\n%d answers, waiting %v", diff, len(r.telegram.texts()), r.ledger.waiting())
		}
	})
}

// A process was killed when all was written down as done and nothing confirmed.
func TestWhatTelegramGivesAgainIsConfirmed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		waiting := record.Update{ID: 3, Body: []byte(private(3, 2, "còn chờ"))}
		if err := errors.Join(r.ledger.Keep(t.Context(), waiting), r.ledger.Done(t.Context(), 1, 2)); err != nil {
			t.Fatal(err)
		}
		r.telegram.push(private(1, 1, "a"), private(2, 1, "b"), string(waiting.Body))
		stop := r.start(t.Context())
		time.Sleep(time.Minute)
		if polls := len(r.telegram.made("getUpdates")); polls > 4 {
			t.Errorf("%d polls in a minute", polls)
		}
		r.telegram.push(private(4, 1, "d"))
		time.Sleep(time.Second)
		if diff := cmp.Diff([]string{"2 còn chờ", "1 d"}, r.telegram.texts()); diff != "" || len(r.telegram.waiting()) != 0 {
			t.Errorf("unconfirmed %v; %s", r.telegram.waiting(), diff)
		}
		if err := stop(); err != nil {
			t.Fatal(err)
		}
	})
}

func TestAFaultOfTheDatabaseIsNoAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r *rig
		r = newRig(t, responder(func(ctx context.Context, m chat.Message) (chat.Reply, error) {
			if err := r.ledger.Ping(ctx); err != nil {
				return chat.Reply{}, err
			}
			return sentence(m.Text), nil
		}))
		stop := r.start(t.Context())
		time.Sleep(time.Second)
		r.ledger.fail(nil, errors.New("connection refused"))
		r.telegram.push(private(1, 1, "đã nộp"), press(2, 2, "xong"))
		time.Sleep(5 * time.Minute)
		r.telegram.push(private(3, 3, "hỏi"))
		time.Sleep(5 * time.Minute)
		if texts := r.telegram.texts(); len(texts) != 0 {
			t.Errorf("said %q while the database is away", texts)
		}
		if n := len(r.telegram.waiting()); n != 3 {
			t.Errorf("%d updates kept by Telegram while the database is away, want 3", n)
		}
		r.ledger.fail(nil, nil)
		time.Sleep(5 * time.Second)
		if diff := cmp.Diff([]string{"1 đã nộp", "3 hỏi"}, sorted(r.telegram.texts())); diff != "" {
			t.Error(diff)
		}
		if err := stop(); err != nil {
			t.Fatal(err)
		}
		if left := r.telegram.waiting(); len(left) != 0 {
			t.Errorf("not confirmed: %v", left)
		}
	})
}

func TestAFullDiskSilencesNobody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, responder(func(ctx context.Context, m chat.Message) (chat.Reply, error) {
			if m.Chat != 1 {
				return sentence(m.Text), nil
			}
			return chat.Reply{}, sleep(ctx, 20*time.Second)
		}))
		r.ledger.fail(errors.New("disk is full"), nil)
		stop := r.start(t.Context())
		for i := range int64(100) {
			r.telegram.push(private(2*i+1, 1, "chậm"), private(2*i+2, 5, fmt.Sprint(i)))
			if waited := r.awaitAnswer(fmt.Sprint("5 ", i)); waited > time.Second {
				t.Errorf("question %d waited %s", i, waited)
			}
		}
		if err := stop(); err != nil {
			t.Fatal(err)
		}
	})
}

// A process that was replaced neither sends nor writes down nor confirms.
func TestAReplacedProcessLeavesEverythingToTheOther(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, responder(func(ctx context.Context, m chat.Message) (chat.Reply, error) {
			select {
			case <-time.After(time.Second):
			case <-ctx.Done():
			}
			return sentence(m.Text), ctx.Err()
		}))
		ctx, cancel := context.WithCancelCause(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- r.Run(ctx) }()
		r.telegram.push(private(1, 1, "a"))
		time.Sleep(100 * time.Millisecond)
		cancel(fmt.Errorf("the lead is lost: %w", ErrReplaced))
		if err := <-ended; err != nil {
			t.Fatal(err)
		}
		if n := len(r.telegram.waiting()); n != 1 || len(r.telegram.texts()) != 0 || r.ledger.written() != 0 {
			t.Errorf("%d at Telegram, said %q, %d writes", n, r.telegram.texts(), r.ledger.written())
		}
	})
}
