package bot

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds"
)

var update = flag.Bool("update", false, "rewrite the bot's side of the conversations")

// TestConversations plays each conversation of testdata/conversations and
// compares what the bot says. In a file, "> " is what a person types, "* " the
// label of a button of the last reply that they press ("* #1" is the first
// button, "* !data" one that never was), "# " a comment, and
// "@ group", "@ private" and "@ 2026-07-01" set the scene. All else is the
// bot's: its text, "[button]" rows and "(notice)".
func TestConversations(t *testing.T) {
	files, err := filepath.Glob("testdata/conversations/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no conversations: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			t.Parallel()
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := play(t, string(want))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("conversation (-want +got):\n%s", diff)
			}
		})
	}
}

// play runs the person's side of a conversation and returns the whole of it.
func play(t *testing.T, script string) string {
	t.Helper()
	p := &player{private: true, now: at("2024-03-05")}
	p.bot = New(testAnswerer(t), memory{}, &book{}, func() time.Time { return p.now })
	var out strings.Builder
	for line := range strings.Lines(script) {
		line = strings.TrimSuffix(line, "\n")
		mark, rest, _ := strings.Cut(line, " ")
		switch mark {
		case "#":
			out.WriteString(line + "\n")
		case "@":
			p.set(rest)
			out.WriteString(line + "\n")
		case ">":
			fmt.Fprintf(&out, "%s\n\n%s\n", line, p.hear(t, Message{Text: rest}))
		case "*":
			fmt.Fprintf(&out, "%s\n\n%s\n", line, p.hear(t, Message{Action: p.action(t, rest)}))
		}
	}
	return out.String()
}

// player is a person in a chat.
type player struct {
	bot     *Bot
	private bool
	now     time.Time
	last    Reply
}

func (p *player) set(scene string) {
	switch scene {
	case "group":
		p.private = false
	case "private":
		p.private = true
	default:
		p.now = at(scene)
	}
}

func (p *player) hear(t *testing.T, m Message) string {
	t.Helper()
	m.Chat, m.User, m.Private, m.At = 7, 7, p.private, p.now
	reply, err := p.bot.Respond(context.Background(), m)
	if err != nil {
		t.Fatalf("Respond(%q): %v", m.Text+m.Action, err)
	}
	checkReply(t, reply)
	if len(reply.Text) > 0 {
		p.last = reply
	}
	return render(reply)
}

// action finds the button of that label under the last reply; "!data" is data
// that no button carries.
func (p *player) action(t *testing.T, label string) string {
	t.Helper()
	if data, ok := strings.CutPrefix(label, "!"); ok {
		return data
	}
	n := 0
	for _, row := range p.last.Buttons {
		for _, b := range row {
			if n++; b.Label == label || label == fmt.Sprintf("#%d", n) {
				return b.Action
			}
		}
	}
	t.Fatalf("no button %q under:\n%s", label, render(p.last))
	return ""
}

func render(r Reply) string {
	var out strings.Builder
	for _, paragraph := range r.Text {
		words := paragraph.Plain()
		if paragraph.Quote {
			words = "| " + strings.ReplaceAll(words, "\n", "\n| ")
		}
		out.WriteString(words + "\n\n")
	}
	for _, row := range r.Buttons {
		for _, b := range row {
			out.WriteString("[" + b.Label + "]")
		}
		out.WriteString("\n")
	}
	if r.Notice != "" {
		out.WriteString("(" + r.Notice + ")\n")
	}
	return out.String()
}

// memory is a Memory for one test.
type memory map[int64]string

func (m memory) AgencyOf(_ context.Context, chat int64) (string, error) { return m[chat], nil }

func (m memory) SetAgency(_ context.Context, chat int64, agency string) error {
	m[chat] = agency
	return nil
}

// book is a FeedbackBook for one test.
type book struct{ kept []Feedback }

func (b *book) AddFeedback(_ context.Context, f Feedback) error {
	b.kept = append(b.kept, f)
	return nil
}

func (b *book) ExplainFeedback(_ context.Context, f Feedback) error {
	for i, k := range b.kept {
		if k.Chat == f.Chat && k.Question == f.Question && k.At.Equal(f.At) {
			b.kept[i].Text = f.Text
		}
	}
	return nil
}

// at is nine in the morning of a day, in Vietnam.
func at(day string) time.Time {
	t, err := time.Parse(time.RFC3339, day+"T09:00:00+07:00")
	if err != nil {
		panic(err)
	}
	return t
}

var loadAnswerer = sync.OnceValues(func() (*Answerer, error) {
	library, _, err := seeds.Load()
	if err != nil {
		return nil, err
	}
	return NewAnswerer(library)
})

// testAnswerer answers from the seeds; it is shared, as it remembers nothing.
func testAnswerer(t testing.TB) *Answerer {
	t.Helper()
	a, err := loadAnswerer()
	if err != nil {
		t.Fatal(err)
	}
	return a
}
