package main

import (
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"cchcbot/bot/simulator"
	"cchcbot/bot/simulator/botapitest"
)

// rehearsal is the program as `cchcbot try` runs it, in a world that the test
// sees.
type rehearsal struct {
	*testing.T
	world *simulator.Server
}

// rehearse starts the program at a time.
func rehearse(t *testing.T, now string) rehearsal {
	t.Helper()
	log := new(buffer)
	p := process{getenv: environment(nil), stdin: strings.NewReader(""), stdout: io.Discard, stderr: log}
	s, err := readSettings("try", []string{"--addr", "127.0.0.1:0", "--now", now}, p)
	if err != nil {
		t.Fatal(err)
	}
	options := trialOptions(s)
	options.Check, options.KeepAllRequests = botapitest.Read(t).Request, true
	world := simulator.New(options)
	ctx, cancel := context.WithCancel(context.Background())
	bot := &started{stop: cancel, ended: make(chan error, 1), stderr: log}
	go func() { bot.ended <- runTrial(ctx, world, s, p) }()
	t.Cleanup(func() {
		bot.stopped(t)
		if t.Failed() {
			t.Logf("log:\n%s", log)
		}
	})
	t.Cleanup(func() {
		if problems := world.Problems(); len(problems) > 0 {
			t.Errorf("requests that the Bot API does not know: %q", problems)
		}
	})
	return rehearsal{t, world}
}

// setNow moves the clock, as the page does.
func (r rehearsal) setNow(now string) {
	r.Helper()
	at, err := time.Parse(time.RFC3339, now)
	if err != nil {
		r.Fatal(err)
	}
	if err := r.world.SetNow(at); err != nil {
		r.Fatal(err)
	}
}

// reads waits for a message of the bot that holds all of the words, as it is or
// as it becomes.
func (r rehearsal) reads(persona int64, words ...string) simulator.Message {
	r.Helper()
	return r.readsBehind(0, persona, words...)
}

// readsBehind waits for one that came behind another message.
func (r rehearsal) readsBehind(other, persona int64, words ...string) simulator.Message {
	r.Helper()
	ctx, cancel := context.WithTimeout(r.Context(), 20*time.Second)
	defer cancel()
	m, err := r.world.AwaitMessage(ctx, persona, func(m simulator.Message) bool {
		for _, w := range words {
			if !strings.Contains(m.Text, w) {
				return false
			}
		}
		return m.FromBot && m.ID > other
	})
	if err != nil {
		var heard []string
		for _, m := range r.world.Messages(persona) {
			heard = append(heard, m.Text)
		}
		r.Fatalf("%d does not read %q: %v; in the chat are\n%s", persona, words, err, strings.Join(heard, "\n---\n"))
	}
	return m
}

// answered waits until so many presses are acknowledged.
func (r rehearsal) answered(n int) {
	r.Helper()
	ctx, cancel := context.WithTimeout(r.Context(), 20*time.Second)
	defer cancel()
	if err := r.world.Await(ctx, func() bool { return len(r.world.Answers()) >= n }); err != nil {
		r.Fatalf("%d presses are not acknowledged: %v", n, err)
	}
}

// nudges counts the messages that remind a persona.
func (r rehearsal) nudges(persona int64) int {
	n := 0
	for _, m := range r.world.Messages(persona) {
		if m.FromBot && (strings.HasPrefix(m.Text, "Nhắc việc") || strings.HasPrefix(m.Text, "Kính báo cáo")) {
			n++
		}
	}
	return n
}

// The first minutes of a newcomer: the day is set to 18 March 2024, the reminder
// of the quarterly article arrives, "Đã nộp" is pressed, and no later reminder
// tells of it.
func TestTheQuarterlyArticle(t *testing.T) {
	t.Parallel()
	r := rehearse(t, "2024-01-03T09:00:00+07:00")
	r.setNow("2024-03-18T08:30:00+07:00")
	nudge := r.reads(simulator.FocalPerson, "Nhắc việc cải cách hành chính: Sở Tư pháp", "Hạn Chủ nhật, 31/03/2024 (còn 13 ngày", "Hàng quý gửi ít nhất 01 bài viết")
	r.reads(simulator.Specialist, "Nhắc việc cải cách hành chính: UBND Quận 1", "Hàng quý gửi ít nhất 01 bài viết")
	if _, err := r.world.Press(simulator.FocalPerson, simulator.FocalPerson, nudge.ID, "✓ Đã nộp 1.14 Quý I"); err != nil {
		t.Fatal(err)
	}
	r.reads(simulator.FocalPerson, "✓ Đã nộp: Đầu mối - Sở Tư pháp, 18/03/2024")
	r.answered(1) // before the clock moves: Telegram takes no answer to an old press

	before := r.nudges(simulator.FocalPerson)
	r.setNow("2024-03-22T08:30:00+07:00")
	r.reads(simulator.Specialist, "còn 9 ngày", "Hàng quý gửi ít nhất 01 bài viết") // whose article is open
	next := r.readsBehind(nudge.ID, simulator.FocalPerson, "còn 9 ngày")
	if strings.Contains(next.Text, "01 bài viết") || r.nudges(simulator.FocalPerson) != before+1 {
		t.Errorf("reminded of what was done, or more than once a day:\n%s", next.Text)
	}
}

// What is not done on the third working day behind its due date is asked for
// again, and on the day after the leader hears of it.
func TestOverdueReachesTheLeader(t *testing.T) {
	t.Parallel()
	r := rehearse(t, "2024-03-29T09:00:00+07:00")
	r.reads(simulator.FocalPerson, "hôm nay là ngày làm việc cuối")
	for _, day := range []string{"2024-04-01", "2024-04-02"} {
		r.setNow(day + "T09:00:00+07:00")
	}
	r.setNow("2024-04-03T09:00:00+07:00")
	r.reads(simulator.FocalPerson, "Quá hạn (", "01 bài viết")
	for _, m := range r.world.Messages(simulator.Leader) { // the reviews of two weeks may have come
		if m.FromBot && strings.HasPrefix(m.Text, "Kính báo cáo") {
			t.Errorf("the leader heard of it before the focal person had a day:\n%s", m.Text)
		}
	}
	r.setNow("2024-04-04T09:00:00+07:00")
	r.reads(simulator.Leader, "Kính báo cáo lãnh đạo: Sở Tư pháp có 7 việc quá hạn, chưa báo hoàn thành", "Quá hạn (", "01 bài viết")
}

// Who shows the bot around goes back to a day: its reminder comes again.
func TestADayIsRehearsedAgain(t *testing.T) {
	t.Parallel()
	r := rehearse(t, "2024-03-18T08:30:00+07:00")
	r.reads(simulator.FocalPerson, "Hạn Chủ nhật, 31/03/2024 (còn 13 ngày")
	r.setNow("2024-03-22T08:30:00+07:00")
	later := r.reads(simulator.FocalPerson, "Hạn Chủ nhật, 31/03/2024 (còn 9 ngày")
	r.setNow("2024-03-18T08:30:00+07:00")
	r.readsBehind(later.ID, simulator.FocalPerson, "Hạn Chủ nhật, 31/03/2024 (còn 13 ngày")
}
