package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"cchcbot/bot/record"
	"cchcbot/bot/simulator"
	"cchcbot/bot/store"
	"cchcbot/seeds/plan"
)

// The day of the campaigns: the quarterly article is due in 13 days, and each
// focal person of a department is new and hears of it.
const campaignNow = "2024-03-18T08:30:00+07:00"

var campaignDay = plan.Date{Year: 2024, Month: time.March, Day: 18}

// siege is a campaign to many people, in a world that a test makes trouble in.
// The program runs as a process of its own, which can be killed.
type siege struct {
	testing.TB
	*simulator.Server
	http     *httptest.Server
	database string
	people   int
	pace     int
	calls    atomic.Int64 // of sendMessage
	refused  atomic.Int64 // of these, answered 429
}

func newSiege(t testing.TB, database string, people, pace int, options simulator.Options) *siege {
	t.Helper()
	for i := range people {
		options.Personas = append(options.Personas, simulator.Persona{ID: int64(i + 1), Name: fmt.Sprint("Đầu mối ", i+1)})
	}
	s := &siege{TB: t, Server: simulator.New(options), database: database, people: people, pace: pace}
	s.http = httptest.NewServer(s)
	t.Cleanup(func() {
		_ = s.Close()
		s.http.Close()
	})
	s.subscribe()
	return s
}

// ServeHTTP counts what is sent.
func (s *siege) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !strings.HasSuffix(r.URL.Path, "/sendMessage") {
		s.Server.ServeHTTP(w, r)
		return
	}
	s.calls.Add(1)
	seen := &statusWriter{ResponseWriter: w}
	s.Server.ServeHTTP(seen, r)
	if seen.status == http.StatusTooManyRequests {
		s.refused.Add(1)
	}
}

// statusWriter remembers the status.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// subscribe makes everybody a focal person of Sở Tư pháp.
func (s *siege) subscribe() {
	s.Helper()
	memory := s.open()
	defer memory.Close()
	for chat := int64(1); chat <= int64(s.people); chat++ {
		person := record.Person{ID: chat, Name: fmt.Sprint("Đầu mối ", chat)}
		if _, err := memory.PutSubscription(s.Context(), record.Subscription{
			Chat: chat, Agency: "so-tu-phap", Role: record.FocalPerson, Standing: record.Approved, Person: person,
		}, record.Person{ID: chat}); err != nil {
			s.Fatal(err)
		}
	}
}

func (s *siege) open() *store.Store {
	s.Helper()
	memory, err := store.Open(s.Context(), s.database)
	if err != nil {
		s.Fatal(err)
	}
	return memory
}

// soldier is one process of the program.
type soldier struct {
	*exec.Cmd
	siege *siege
	log   *buffer
}

// launch starts a process.
func (s *siege) launch(args ...string) *soldier {
	s.Helper()
	path, err := os.Executable()
	if err != nil {
		s.Fatal(err)
	}
	p := &soldier{Cmd: exec.CommandContext(context.WithoutCancel(s.Context()), path), siege: s, log: new(buffer)}
	p.Args = append([]string{"cchcbot", "serve", "--now", campaignNow, "--pace", fmt.Sprint(s.pace)}, args...)
	p.Env = append(os.Environ(), tokenVariable+"="+s.Token(), "TELEGRAM_API_SERVER="+s.http.URL, "CCHCBOT_DATABASE="+s.database)
	p.Stderr = p.log
	if err := p.Start(); err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() { p.kill() })
	return p
}

// kill ends a process as a power cut does.
func (p *soldier) kill() {
	_ = p.Process.Kill()
	_ = p.Wait() // says that it was killed, or that it was waited for
}

// stop ends a process as an operator does.
func (p *soldier) stop() {
	p.siege.Helper()
	began := time.Now()
	if err := p.Process.Signal(syscall.SIGTERM); err != nil {
		p.siege.Fatal(err)
	}
	if err := p.Wait(); err != nil || time.Since(began) > stopWithin {
		p.siege.Errorf("stopped after %s with %v:\n%s", time.Since(began), err, p.log)
	}
}

// until waits for something to hold.
func (s *siege) until(what string, atMost time.Duration, holds func() bool) {
	s.Helper()
	for end := time.Now().Add(atMost); !holds(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			s.Fatalf("waited %s in vain: %s; %d calls, report %+v", atMost, what, s.calls.Load(), s.report())
		}
	}
}

// awaitCalls waits for so many calls, or until there are none for a while, as at
// the end of a campaign.
func (s *siege) awaitCalls(n int) {
	s.Helper()
	goal, last, since := s.calls.Load()+int64(n), s.calls.Load(), time.Now()
	s.until("calls", time.Minute, func() bool {
		if now := s.calls.Load(); now != last {
			last, since = now, time.Now()
		}
		return last >= goal || time.Since(since) > 10*time.Second
	})
}

// report is what became of the campaign.
func (s *siege) report() record.Campaign {
	s.Helper()
	memory := s.open()
	defer memory.Close()
	campaigns, err := memory.Campaigns(context.WithoutCancel(s.Context()), campaignDay, campaignDay)
	if err != nil {
		s.Fatal(err)
	}
	if len(campaigns) == 0 {
		return record.Campaign{}
	}
	return campaigns[0]
}

// finished waits until nothing of the campaign is open.
func (s *siege) finished(atMost time.Duration) record.Campaign {
	s.Helper()
	var c record.Campaign
	for end := time.Now().Add(atMost); ; time.Sleep(500 * time.Millisecond) {
		c = s.report()
		if c.Due == s.people && c.Waiting() == 0 {
			return c
		}
		if time.Now().After(end) {
			s.Fatalf("not finished after %s: %+v, %d waiting", atMost, c, c.Waiting())
		}
	}
}

// tally counts those who heard nothing although nothing was refused, and what
// came more than once.
func (s *siege) tally() (lost, repeats int) {
	s.Helper()
	refused := s.refusals()
	for chat := int64(1); chat <= int64(s.people); chat++ {
		n := 0
		for _, m := range s.Messages(chat) {
			if m.FromBot && strings.HasPrefix(m.Text, "Nhắc việc") {
				n++
			}
		}
		switch {
		case n > 1:
			repeats += n - 1
		case n == 0 && !refused[chat]:
			lost++
		}
	}
	return lost, repeats
}

// refusals are the people whose digest Telegram refused for good.
func (s *siege) refusals() map[int64]bool {
	s.Helper()
	memory := s.open()
	defer memory.Close()
	failures, err := memory.Failures(s.Context(), campaignDay)
	if err != nil {
		s.Fatal(err)
	}
	refused := map[int64]bool{}
	for _, d := range failures {
		refused[d.Chat] = true
	}
	return refused
}

// trouble plans faults of all kinds for the calls to come, and returns how many
// of them hide that a message arrived.
func (s *siege) trouble(random *rand.Rand, n int) (lostAnswers int) {
	kinds := []simulator.Fault{
		simulator.TooManyRequests(1), simulator.TooManyRequests(7), simulator.ServerError(), simulator.BadGateway(),
		simulator.CutConnection(), simulator.Blocked(), simulator.LostAnswer(),
	}
	for range n {
		kind := random.IntN(len(kinds))
		if kind == len(kinds)-1 {
			lostAnswers++
		}
		s.Server.Fail("sendMessage", kinds[kind], 1)
	}
	return lostAnswers
}

// A campaign is killed again and again while Telegram makes trouble. Nobody is
// left out, and only what was on its way at a kill comes twice.
func TestKilledDuringACampaign(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("takes ten seconds of campaign")
	}
	kills, people, pace := 3, 60, 30
	if soaking() {
		kills, people, pace = 50, 2000, 200
	}
	s := newSiege(t, "sqlite:"+t.TempDir()+"/bot.db", people, pace, simulator.Options{})
	random := rand.New(rand.NewPCG(1, 2))
	lostAnswers, began := 0, time.Now()
	for range kills {
		lostAnswers += s.trouble(random, 2+people/200)
		p := s.launch()
		s.awaitCalls(people / (kills + 1))
		p.kill()
	}
	p := s.launch()
	c := s.finished(2 * time.Minute)
	p.stop()
	lost, repeats := s.tally()
	failed := 0
	for _, n := range c.Failed {
		failed += n
	}
	t.Logf("%d people, %d kills in %s: %d sent, %d refused for good, lost %d, repeats %d; %d calls, %d answers lost on the way",
		people, kills, time.Since(began).Round(time.Second), c.Sent, failed, lost, repeats, s.calls.Load(), lostAnswers)
	if lost > 0 || c.Sent != people-failed {
		t.Errorf("%d people are left out; %d of %d sent, %d refused", lost, c.Sent, people, failed)
	}
	if atMost := inHand*kills + lostAnswers; repeats > atMost {
		t.Errorf("%d messages came again, at most %d were on their way", repeats, atMost)
	}
}

// inHand is how many digests may be on their way at a time.
const inHand = 40

// soaking reports whether the tests are to take their time.
func soaking() bool { return os.Getenv("CCHCBOT_SOAK") != "" }
