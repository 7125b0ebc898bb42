package telegram

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-telegram/bot/models"
	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
)

func TestPollAnswersInOrderWithinAChat(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		// The first chat's answers take ever less time, so that any disorder shows.
		slow := responder(func(_ context.Context, m chat.Message) (chat.Reply, error) {
			if m.Chat == 1 {
				time.Sleep(time.Second - time.Duration(len(m.Text))*100*time.Millisecond)
			}
			return sentence(m.Text), nil
		})
		r := newRig(t, slow)
		r.telegram.push(private(1, 1, "a"), private(2, 1, "bb"), private(3, 1, "ccc"), private(4, 2, "d"))
		stop := r.start(t.Context())
		time.Sleep(5 * time.Second)
		if err := stop(); err != nil {
			t.Fatal(err)
		}
		want := []string{"2 d", "1 a", "1 bb", "1 ccc"}
		if diff := cmp.Diff(want, r.telegram.texts()); diff != "" {
			t.Error(diff)
		}
	})
}

func TestPollConfirmsWhatIsHandledOrWrittenDown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		held := responder(func(_ context.Context, m chat.Message) (chat.Reply, error) {
			if m.Chat == 2 {
				<-release
			}
			return sentence(m.Text), nil
		})
		r := newRig(t, held)
		r.telegram.push(private(10, 1, "trước"), private(11, 2, "giữ"), private(12, 3, "sau"))
		stop := r.start(t.Context())
		time.Sleep(3 * time.Second)
		if diff := cmp.Diff([]int64{11}, r.ledger.waiting()); diff != "" {
			t.Errorf("written down while 11 is being handled: %s", diff)
		}
		if left := r.telegram.waiting(); len(left) != 0 {
			t.Errorf("unconfirmed although written down: %v", left)
		}
		// Another chat is not held up by the one that waits.
		r.telegram.push(private(13, 4, "mới"))
		time.Sleep(time.Second)
		want := []string{"1 trước", "3 sau", "4 mới"}
		if diff := cmp.Diff(want, sorted(r.telegram.texts())); diff != "" {
			t.Error(diff)
		}
		close(release)
		time.Sleep(time.Second)
		if left := slices.Concat(r.telegram.waiting(), r.ledger.waiting()); len(left) != 0 {
			t.Errorf("open although handled: %v", left)
		}
		if err := stop(); err != nil {
			t.Fatal(err)
		}
	})
}

func sorted(s []string) []string { slices.Sort(s); return s }

func TestNoMoreAnswersAtOnceThanSlots(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		running, most := 0, 0
		r := newRig(t, responder(func(context.Context, chat.Message) (chat.Reply, error) {
			mu.Lock()
			running++
			most = max(most, running)
			mu.Unlock()
			time.Sleep(time.Second)
			mu.Lock()
			running--
			mu.Unlock()
			return sentence("x"), nil
		}), func(s *Settings) { s.Workers = 7 })
		for i := range int64(350) {
			r.telegram.push(private(i+1, i+1, "hỏi"))
		}
		stop := r.start(t.Context())
		for range 60 {
			time.Sleep(time.Second)
		}
		if err := stop(); err != nil {
			t.Fatal(err)
		}
		if most != 7 {
			t.Errorf("%d handlers at once, want 7", most)
		}
		if got := len(r.telegram.texts()); got != 350 {
			t.Errorf("%d answers, want 350", got)
		}
	})
}

func TestPollSkipsWhatItCannotRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		r.telegram.push(
			`{"update_id":1,"message":{"message_id":"not a number"}}`,
			`{"update_id":2,"message":{"message_id":1,"date":1,"chat":5}}`,
			`{"update_id":3,"kind_of_next_year":{"x":[1,2]}}`,
			`{"update_id":4,"edited_channel_post":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":"sửa"}}`,
			`{"update_id":5,"my_chat_member":{"chat":{"id":1,"type":"private"},"from":{"id":1},"date":1,"new_chat_member":{}}}`,
			private(6, 1, "còn đây"),
		)
		stop := r.start(t.Context())
		time.Sleep(time.Second)
		if diff := cmp.Diff([]string{"1 còn đây"}, r.telegram.texts()); diff != "" {
			t.Error(diff)
		}
		if left := r.telegram.waiting(); len(left) != 0 {
			t.Errorf("stuck on %v", left)
		}
		if n := strings.Count(r.logged.String(), "cannot be decoded"); n != 3 {
			t.Errorf("%d broken updates logged, want 3", n)
		}
		if err := stop(); err != nil {
			t.Fatal(err)
		}
	})
}

func TestPollDoesNotSpinOnUpdatesWithoutIDs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		r.telegram.push(`{"no_id":true}`)
		stop := r.start(t.Context())
		time.Sleep(time.Minute)
		if polls := len(r.telegram.made("getUpdates")); polls > 12 {
			t.Errorf("%d polls in a minute", polls)
		}
		r.telegram.push(private(5, 1, "sau"))
		time.Sleep(time.Minute)
		if diff := cmp.Diff([]string{"1 sau"}, r.telegram.texts()); diff != "" {
			t.Error(diff)
		}
		if err := stop(); err != nil {
			t.Fatal(err)
		}
	})
}

func TestTheOffsetFollowsIDsThatBeginAnew(t *testing.T) {
	t.Parallel()
	b := newRig(t, echo).inbox
	b.skip(5000)
	if got := b.offset(); got != 5001 {
		t.Fatalf("offset %d, want 5001", got)
	}
	b.add(newEntry(record.Update{ID: 17}, new(models.Update)))
	if got := b.offset(); got != 17 {
		t.Errorf("offset %d while 17 is open", got)
	}
	b.pass()
	if got := b.offset(); got != 18 {
		t.Errorf("offset %d, want 18", got)
	}
}

// A process is killed after each possible step; the next one goes on with the
// same ledger. Nothing may be lost, nothing answered twice, but for the one
// moment between sending and marking, which may repeat an answer.
func TestKillLosesNothing(t *testing.T) {
	const updates = 40
	for _, killAfter := range []int{0, 1, 7, 20, 39} {
		t.Run(fmt.Sprint(killAfter), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				telegram, ledger := newFakeTelegram(), newFakeLedger()
				for i := range int64(updates) {
					telegram.push(private(i+1, 1, fmt.Sprint(i+1)))
				}
				// The kill comes while an update is being answered: those before
				// it are marked, none is confirmed.
				dying := responder(func(ctx context.Context, m chat.Message) (chat.Reply, error) {
					if m.Text == fmt.Sprint(killAfter+1) {
						telegram.kill(true)
						<-ctx.Done()
						return chat.Reply{}, ctx.Err()
					}
					return sentence(m.Text), nil
				})
				first := rigOn(t, telegram, ledger, dying)
				stop := first.start(t.Context())
				time.Sleep(time.Second)
				if err := stop(); err != nil {
					t.Fatal(err)
				}
				if waiting := ledger.waiting(); len(waiting) != updates-killAfter {
					t.Fatalf("of a killed process %v are to be handled", waiting)
				}
				telegram.kill(false)
				stop = rigOn(t, telegram, ledger, echo).start(t.Context())
				time.Sleep(time.Minute)
				if err := stop(); err != nil {
					t.Fatal(err)
				}
				var want []string
				for i := range updates {
					want = append(want, fmt.Sprintf("1 %d", i+1))
				}
				if diff := cmp.Diff(want, telegram.texts()); diff != "" {
					t.Error(diff)
				}
			})
		})
	}
}

func TestStartWhileTelegramIsAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		menu := []chat.Command{{Name: "help", Description: "Hướng dẫn"}}
		r := newRig(t, echo, func(s *Settings) { s.Commands = menu })
		r.telegram.kill(true)
		r.telegram.push(private(1, 1, "chờ mãi"))
		stop := r.start(t.Context())
		time.Sleep(time.Minute)
		if err := r.Health(); err != nil {
			t.Errorf("unhealthy before patience is over: %v", err)
		}
		time.Sleep(10 * time.Minute)
		if r.Health() == nil || !strings.Contains(r.logged.String(), "telegram watchdog") {
			t.Error("nobody noticed that polling is dead")
		}
		r.telegram.kill(false)
		time.Sleep(time.Minute)
		if err := r.Health(); err != nil {
			t.Errorf("unhealthy although polling is back: %v", err)
		}
		if diff := cmp.Diff([]string{"1 chờ mãi"}, r.telegram.texts()); diff != "" {
			t.Error(diff)
		}
		set := r.telegram.made("setMyCommands")
		if len(set) != 1 || set[0].fields["commands"] != `[{"command":"help","description":"Hướng dẫn"}]` {
			t.Errorf("command menu: %v", set)
		}
		if err := stop(); err != nil {
			t.Fatal(err)
		}
		if r.Health() == nil {
			t.Error("healthy although stopped")
		}
	})
}

func TestRefusedTokenEndsRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		r.telegram.fail("getUpdates", refuse(401, "Unauthorized", ""))
		err := r.Run(t.Context())
		if _, refused := errors.AsType[*refusal](err); !refused || !strings.Contains(err.Error(), "BotFather") {
			t.Errorf("got %v", err)
		}
	})
}

func TestConflictIsExplainedAndWaitedOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		conflict := refuse(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", "")
		r.telegram.fail("getUpdates", conflict, conflict,
			refuse(429, "Too Many Requests: retry after 9", `{"retry_after":9}`), fault{502, "<html>Bad Gateway</html>"}, fault{})
		r.telegram.push(private(1, 1, "a"))
		stop := r.start(t.Context())
		time.Sleep(time.Minute)
		if err := stop(); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{"1 a"}, r.telegram.texts()); diff != "" {
			t.Error(diff)
		}
		if !strings.Contains(r.logged.String(), "another program polls with this token") {
			t.Error("conflict not explained")
		}
		polls := r.telegram.made("getUpdates")
		if waited := polls[3].at.Sub(polls[2].at); waited != 9*time.Second {
			t.Errorf("waited %s after retry_after 9", waited)
		}
	})
}

func TestWatchdogSeesAHandlerThatHangs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		r := newRig(t, responder(func(context.Context, chat.Message) (chat.Reply, error) {
			<-release
			return chat.Reply{}, nil
		}))
		r.telegram.push(private(1, 1, "treo"))
		stop := r.start(t.Context())
		time.Sleep(DefaultPatience + time.Minute)
		if err := r.Health(); err == nil || !strings.Contains(err.Error(), "being handled") {
			t.Errorf("got %v", err)
		}
		close(release)
		if err := stop(); err != nil {
			t.Fatal(err)
		}
	})
}

func TestStopFinishesWhatRuns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, responder(func(_ context.Context, m chat.Message) (chat.Reply, error) {
			time.Sleep(3 * time.Second)
			return sentence(m.Text), nil
		}))
		r.telegram.push(private(1, 1, "a"), private(2, 2, "b"))
		stop := r.start(t.Context())
		time.Sleep(time.Second)
		began := time.Now()
		if err := stop(); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(began); took != 2*time.Second {
			t.Errorf("stop took %s, want the 2s that the handlers still need", took)
		}
		if diff := cmp.Diff([]string{"1 a", "2 b"}, sorted(r.telegram.texts())); diff != "" {
			t.Error(diff)
		}
		if left := r.telegram.waiting(); len(left) != 0 {
			t.Errorf("not confirmed on stop: %v", left)
		}
	})
}

func TestStopAbandonsWhatDoesNotFinish(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		// The answer can never be sent; Telegram asks for an hour.
		r.telegram.fail("sendMessage", refuse(429, "Too Many Requests: retry after 3600", `{"retry_after":3600}`))
		r.telegram.push(private(1, 1, "a"))
		stop := r.start(t.Context())
		time.Sleep(time.Second)
		began := time.Now()
		if err := stop(); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(began); took >= 10*time.Second {
			t.Errorf("stop took %s", took)
		}
		if diff := cmp.Diff([]int64{1}, r.ledger.waiting()); diff != "" {
			t.Errorf("an unanswered update does not wait: %s", diff)
		}
	})
}
