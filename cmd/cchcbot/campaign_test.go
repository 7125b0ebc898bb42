package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"cchcbot/bot/simulator"
	"cchcbot/bot/store/postgrestest"
)

// Two processes share one PostgreSQL: one of them works and the other stands
// by. The one that works is killed in the middle of a campaign, and the other
// takes over. Nobody is left out, and only what was on its way comes twice.
func TestTwoProcessesShareADatabase(t *testing.T) {
	t.Parallel()
	people := 60
	if soaking() {
		people = 600
	}
	s := newSiege(t, postgrestest.Schema(t), people, 20, simulator.Options{})
	states := map[string]*soldier{}
	health := []string{freeAddress(t), freeAddress(t)}
	for _, address := range health {
		states[address] = s.launch("--health", address)
	}
	active, standby := s.roles(health)
	goal := int64(people / 3)
	s.until("a third of the campaign", time.Minute, func() bool { return s.calls.Load() >= goal })
	began := time.Now()
	states[active].kill()
	s.until("the other takes over", time.Minute, func() bool { return stateAt(standby) == "ok" })
	takeover := time.Since(began)
	c := s.finished(2 * time.Minute)
	states[standby].stop()
	lost, repeats := s.tally()
	t.Logf("%d people: taken over after %s, lost %d, repeats %d", people, takeover.Round(10*time.Millisecond), lost, repeats)
	if lost > 0 || c.Sent != people || repeats > inHand {
		t.Errorf("%d people are left out, %d of %d sent, %d repeats", lost, c.Sent, people, repeats)
	}
	for _, r := range s.RequestsOf("getUpdates") {
		if r.Status == http.StatusConflict {
			t.Error("two processes polled at once")
		}
	}
}

// The process that works hangs in the middle of a campaign, as in a machine that
// stands still, and wakes when the other has taken over. What it had in hand is
// sent once, but for what was on its way when it stopped: Telegram had taken it, and
// the database did not know yet.
func TestAFrozenProcessIsReplaced(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	const people = 300
	s := newSiege(t, postgrestest.Schema(t), people, 20, simulator.Options{})
	states := map[string]*soldier{}
	health := []string{freeAddress(t), freeAddress(t)}
	for _, address := range health {
		states[address] = s.launch("--health", address)
	}
	active, standby := s.roles(health)
	s.until("a fifth of the campaign", time.Minute, func() bool { return s.calls.Load() >= people/5 })
	began := time.Now()
	s.signal(states[active], syscall.SIGSTOP)
	s.until("the other takes over", time.Minute, func() bool { return stateAt(standby) == "ok" })
	takeover := time.Since(began)
	calls := s.calls.Load()
	s.until("the other sends", time.Minute, func() bool { return s.calls.Load() > calls+inHand })
	s.signal(states[active], syscall.SIGCONT)
	c := s.finished(2 * time.Minute)
	s.until("the first stands by", time.Minute, func() bool { return stateAt(active) == "standby" })
	for _, p := range states {
		p.stop()
	}
	lost, repeats := s.tally()
	t.Logf("taken over after %s, lost %d, repeats %d", takeover.Round(100*time.Millisecond), lost, repeats)
	if lost > 0 || c.Sent != people || repeats > inHand || takeover > 10*time.Second {
		t.Errorf("%d people are left out, %d of %d sent, %d repeats, taken over after %s", lost, c.Sent, people, repeats, takeover)
	}
}

func (s *siege) signal(p *soldier, what os.Signal) {
	s.Helper()
	if err := p.Process.Signal(what); err != nil {
		s.Fatal(err)
	}
}

// roles waits until one of two processes works and the other stands by.
func (s *siege) roles(addresses []string) (active, standby string) {
	s.Helper()
	s.until("one works and one stands by", time.Minute, func() bool {
		states := []string{stateAt(addresses[0]), stateAt(addresses[1])}
		active, standby = addresses[0], addresses[1]
		if states[1] == "ok" {
			active, standby = standby, active
		}
		slices.Sort(states)
		return slices.Equal(states, []string{"ok", "standby"})
	})
	return active, standby
}

// stateAt is what a process says of itself, "" where it says nothing.
func stateAt(address string) string {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+address+healthPath, nil)
	if err != nil {
		return ""
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return ""
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(body))
}

// A campaign to 20,000 people with Telegram's limits on: nearly all of the 30
// messages a second that it allows are used, none is refused for our own pace,
// and people who ask meanwhile are answered as if nothing were going on.
func TestCampaignAtFullPace(t *testing.T) {
	if !soaking() {
		t.Skip("set CCHCBOT_SOAK=1 to run it; it takes a quarter of an hour")
	}
	const people, pace = 20_000, 30
	options := simulator.Options{RateLimits: true}
	for i := range askers {
		options.Personas = append(options.Personas, simulator.Persona{ID: int64(1_000_001 + i), Name: fmt.Sprint("Người hỏi ", i+1)})
	}
	s := newSiege(t, "sqlite:"+t.TempDir()+"/bot.db", people, pace, options)
	p := s.launch()
	s.until("the campaign begins", time.Minute, func() bool { return s.calls.Load() > 0 })
	began, before := time.Now(), s.calls.Load()
	var waited []time.Duration
	for s.calls.Load() < people {
		waited = append(waited, s.ask(len(waited)))
		time.Sleep(2 * time.Second)
	}
	rate := float64(s.calls.Load()-before) / time.Since(began).Seconds()
	memory := peakMemory(t, p.Process.Pid)
	c := s.finished(time.Minute)
	p.stop()
	slices.Sort(waited)
	p99 := waited[len(waited)*99/100]
	lost, repeats := s.tally()
	t.Logf("%d people: %.1f messages a second, %d refused with 429, peak memory %d MiB; %d questions meanwhile, median %s, p99 %s, longest %s; lost %d, repeats %d, failed %v",
		people, rate, s.refused.Load(), memory, len(waited), waited[len(waited)/2], p99, waited[len(waited)-1], lost, repeats, c.Failed)
	if rate < 0.97*pace || s.refused.Load() > 0 || p99 > time.Second || lost > 0 || repeats > 0 {
		t.Error("short of the goals: 97 % of the pace, no 429, p99 within a second, nobody left out, nothing twice")
	}
}

const askers = 50

// ask lets one of the askers ask, and returns how long the answer took.
func (s *siege) ask(n int) time.Duration {
	s.Helper()
	chat := int64(1_000_001 + n%askers)
	before := len(s.Messages(chat))
	ctx, cancel := context.WithTimeout(s.Context(), time.Minute)
	defer cancel()
	began := time.Now()
	if _, err := s.Say(chat, "hạn nộp bài viết cchc"); err != nil {
		s.Fatal(err)
	}
	if err := s.Await(ctx, func() bool { return len(s.Messages(chat)) > before+1 }); err != nil {
		s.Fatalf("no answer: %v", err)
	}
	return time.Since(began)
}

// peakMemory is the most that a process has held, in MiB.
func peakMemory(t *testing.T, pid int) int {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		t.Log(err)
	}
	kib := 0
	for line := range strings.Lines(string(status)) {
		if strings.HasPrefix(line, "VmHWM:") {
			if _, err := fmt.Sscanf(line, "VmHWM: %d kB", &kib); err != nil {
				t.Log(err)
			}
		}
	}
	return kib / 1024
}
