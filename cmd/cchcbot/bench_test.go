package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"cchcbot/bot/simulator"
)

// The benchmarks measure the whole program beside a bare echo bot on the same
// library, each in a process of its own and against a simulator of its own. A
// machine that does other work as well slows both alike: the ratios hold.

// Names under which the test's own binary is one of the two.
const (
	benchedProgram = "cchcbot-benched"
	echoProgram    = "echobot"
)

// echo is the bare bot: it sends back what it is told, with the library as it
// comes.
func echo() {
	echoing := func(ctx context.Context, client *tg.Bot, u *models.Update) {
		_, _ = client.SendMessage(ctx, &tg.SendMessageParams{ChatID: u.Message.Chat.ID, Text: u.Message.Text})
	}
	client, err := tg.New(os.Getenv(tokenVariable), tg.WithServerURL(os.Getenv("TELEGRAM_API_SERVER")),
		tg.WithDefaultHandler(echoing), tg.WithErrorsHandler(func(error) {}))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	client.Start(context.Background())
}

// benched runs a program that collects its garbage and tells its memory for
// each line of standard input.
func benched(program func()) func() {
	return func() {
		go func() {
			for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
				debug.FreeOSMemory()
				status, err := os.ReadFile("/proc/self/status")
				if err != nil {
					status = []byte("VmRSS: 0 kB")
				}
				for line := range strings.Lines(string(status)) {
					if strings.HasPrefix(line, "VmRSS:") {
						fmt.Print(line)
					}
				}
			}
		}()
		program()
	}
}

// arena is a simulator of many persons that knows when a bot first asks for
// updates, and how many messages it has sent.
type arena struct {
	*simulator.Server
	http   *httptest.Server
	once   sync.Once
	polled chan struct{} // closed with the first getUpdates
	sent   atomic.Int64
}

const persons = 200

func newArena(b *testing.B) *arena {
	b.Helper()
	people := make([]simulator.Persona, persons)
	for i := range people {
		people[i] = simulator.Persona{ID: int64(i + 1), Name: fmt.Sprint(i + 1)}
	}
	a := &arena{Server: simulator.New(simulator.Options{Personas: people}), polled: make(chan struct{})}
	a.http = httptest.NewServer(a)
	b.Cleanup(func() {
		_ = a.Close()
		a.http.Close()
	})
	return a
}

func (a *arena) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if strings.HasSuffix(r.URL.Path, "/getUpdates") {
		a.once.Do(func() { close(a.polled) })
	}
	if strings.HasSuffix(r.URL.Path, "/sendMessage") {
		a.sent.Add(1) // before the simulator wakes those who wait for the message
	}
	a.Server.ServeHTTP(w, r)
}

// contender is a bot in a process of its own.
type contender struct {
	*exec.Cmd
	arena  *arena
	began  time.Time
	stdin  io.Writer
	stdout *bufio.Scanner
}

// launch starts a program, the test's own binary by one of its names or any
// other by its path, in an arena.
func launch(b *testing.B, program string, args ...string) *contender {
	b.Helper()
	path := program
	if !filepath.IsAbs(program) {
		var err error
		if path, err = os.Executable(); err != nil {
			b.Fatal(err)
		}
	}
	a := newArena(b)
	c := &contender{Cmd: exec.CommandContext(b.Context(), path), arena: a}
	c.Args = append([]string{program}, args...)
	c.Env = append(os.Environ(),
		tokenVariable+"="+a.Token(), "TELEGRAM_API_SERVER="+a.http.URL, "CCHCBOT_PACE=0",
		"CCHCBOT_DATABASE=sqlite:"+filepath.Join(b.TempDir(), "bench.db"))
	c.Stderr = io.Discard
	stdin, inErr := c.StdinPipe()
	stdout, outErr := c.StdoutPipe()
	c.began = time.Now()
	if err := errors.Join(inErr, outErr, c.Start()); err != nil {
		b.Fatal(err)
	}
	c.stdin, c.stdout = stdin, bufio.NewScanner(stdout)
	return c
}

// end kills the bot and returns the processor time that it took, in
// milliseconds.
func (c *contender) end() float64 {
	_ = c.Process.Kill()
	_ = c.Wait() // says that it was killed
	return millis(c.ProcessState.UserTime() + c.ProcessState.SystemTime())
}

func millis(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// rest is the memory of the bot once it has collected its garbage, in MiB.
func (c *contender) rest(b *testing.B) float64 {
	b.Helper()
	if _, err := io.WriteString(c.stdin, "\n"); err != nil {
		b.Fatal(err)
	}
	var kib float64
	if !c.stdout.Scan() {
		b.Fatal("the bot has ended")
	}
	if _, err := fmt.Sscanf(c.stdout.Text(), "VmRSS: %f kB", &kib); err != nil {
		b.Fatal(err)
	}
	if kib == 0 {
		b.Skip("no /proc to read the memory from")
	}
	return kib / 1024
}

// answers lets the persons ask and waits until all is answered.
func (c *contender) answers(b *testing.B, questions []string) time.Duration {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.Context(), time.Minute)
	defer cancel()
	began, want := time.Now(), c.arena.sent.Load()+int64(len(questions))
	for i, q := range questions {
		if _, err := c.arena.Say(int64(i%persons+1), q); err != nil {
			b.Fatal(err)
		}
	}
	// A handled update is confirmed; the library confirms before handling, and
	// some answers of ours are more than one message.
	answered := func() bool { return c.arena.Pending() == 0 && c.arena.sent.Load() >= want }
	if err := c.arena.Await(ctx, answered); err != nil {
		b.Fatal(err)
	}
	return time.Since(began)
}

// questionsFor are questions of the relevance cases, over and over.
func questionsFor(b *testing.B, n int) []string {
	b.Helper()
	file, err := os.Open("../../bot/testdata/relevance/tuning.jsonl")
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	var cases []string
	err = eachLine(file.Name(), file, func(line string) error {
		var one struct {
			Question string `json:"q"`
		}
		if json.Unmarshal([]byte(line), &one) == nil && one.Question != "" { // a comment is no JSON
			cases = append(cases, one.Question)
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	questions := make([]string, n)
	for i := range questions {
		questions[i] = cases[i%len(cases)]
	}
	return questions
}

// build makes the binary that users run.
func build(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "cchcbot")
	command := exec.CommandContext(b.Context(), "go", "build", "-trimpath", "-ldflags", "-s -w", "-o", path, ".")
	command.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := command.CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	return path
}

// BenchmarkStart measures from the start of the process: "serve" to the first
// poll with a new database, "try" to the address of the chat page on the
// terminal. The processor time tells what a machine without other work needs.
func BenchmarkStart(b *testing.B) {
	program := build(b)
	serveTook, tryTook, echoTook := &times{}, &times{}, &times{}
	for b.Loop() {
		c := launch(b, program, "serve")
		<-c.arena.polled
		serveTook.add(c)

		c = launch(b, program, "try", "--addr", "127.0.0.1:0", "--database", "sqlite::memory:")
		c.stdout.Scan()
		tryTook.add(c)

		c = launch(b, echoProgram)
		<-c.arena.polled
		echoTook.add(c)
	}
	serveTook.report(b, "serve")
	tryTook.report(b, "try")
	echoTook.report(b, "echo")
}

// times are how long a program took to start, run after run.
type times struct{ wall, processor []float64 }

// add takes the time and ends the program.
func (t *times) add(c *contender) {
	t.wall = append(t.wall, millis(time.Since(c.began)))
	t.processor = append(t.processor, c.end())
}

func (t *times) report(b *testing.B, name string) {
	b.ReportMetric(median(t.wall), name+"-ms")
	b.ReportMetric(slices.Min(t.wall), name+"-quickest-ms")
	b.ReportMetric(median(t.processor), name+"-cpu-ms")
}

func median(values []float64) float64 {
	return slices.Sorted(slices.Values(values))[len(values)/2]
}

// BenchmarkRest measures the memory of a bot that has just started, and of one
// that has answered, its garbage collected.
func BenchmarkRest(b *testing.B) {
	questions := questionsFor(b, 600)
	var started, worked [2][]float64
	for b.Loop() {
		for i, program := range []string{benchedProgram, echoProgram} {
			c := launch(b, program)
			<-c.arena.polled
			started[i] = append(started[i], c.rest(b))
			c.answers(b, questions)
			worked[i] = append(worked[i], c.rest(b))
			c.end()
		}
	}
	for i, name := range []string{"cchcbot", "echo"} {
		b.ReportMetric(median(started[i]), name+"-MiB")
		b.ReportMetric(median(worked[i]), name+"-worked-MiB")
	}
	b.ReportMetric(median(started[0])/median(started[1]), "x-echo")
	b.ReportMetric(median(worked[0])/median(worked[1]), "x-echo-worked")
}

// BenchmarkReplies measures questions answered over HTTP, the two bots taking
// turns.
func BenchmarkReplies(b *testing.B) {
	questions := questionsFor(b, 600)
	bots := []*contender{launch(b, benchedProgram), launch(b, echoProgram)}
	var took [2]time.Duration
	for _, c := range bots {
		defer c.end()
		<-c.arena.polled
		c.answers(b, questions[:persons])
	}
	rounds := 0
	for b.Loop() {
		for i, c := range bots {
			took[i] += c.answers(b, questions)
		}
		rounds++
	}
	for i, name := range []string{"cchcbot", "echo"} {
		b.ReportMetric(float64(rounds*len(questions))/took[i].Seconds(), name+"-replies/s")
	}
	b.ReportMetric(100*took[1].Seconds()/took[0].Seconds(), "%-of-echo")
}
