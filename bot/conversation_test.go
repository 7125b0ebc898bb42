package bot

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/agency"
	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds"
	"cchcbot/seeds/plan"
)

var update = flag.Bool("update", false, "rewrite the bot's side of the conversations")

// TestConversations plays each conversation of testdata/conversations and
// compares what the bot says. In a file, "> " is what a person types, "* " the
// label of a button of the last reply that they press ("* #1" is the first
// button, "* !data" one that never was), "# " a comment, and
// "@ group", "@ private" and "@ 2026-07-01" set the scene, "@ 8 Trần Thị Bình"
// lets another person speak (9 and 10 are administrators), and "@ digest" has the
// digest of the day sent to the chat. All else is the bot's: its text, "[button]"
// rows, "(notice)", files, "→ 9" before a letter to another chat and "↻ 8" before
// a digest that is shown anew there.
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
	return newPlayer(t).play(t, script)
}

func (p *player) play(t testing.TB, script string) string {
	t.Helper()
	var out strings.Builder
	for line := range strings.Lines(script) {
		line = strings.TrimSuffix(line, "\n")
		mark, rest, _ := strings.Cut(line, " ")
		switch mark {
		case "#":
			out.WriteString(line + "\n")
		case "@":
			out.WriteString(line + "\n")
			if rest == "digest" {
				fmt.Fprintf(&out, "\n%s\n", p.digest(t))
				continue
			}
			p.set(rest)
		case ">":
			fmt.Fprintf(&out, "%s\n\n%s\n", line, p.hear(t, chat.Message{Text: rest}))
		case "*":
			fmt.Fprintf(&out, "%s\n\n%s\n", line, p.hear(t, chat.Message{Action: p.action(t, rest)}))
		}
	}
	return out.String()
}

// player is a person in a chat.
type player struct {
	bot     *Bot
	kept    *records
	private bool
	user    int64
	name    string
	now     time.Time
	last    map[int64]chat.Reply // by chat
}

func newPlayer(t testing.TB) *player {
	t.Helper()
	return newPlayerOf(t, testAnswerer(t))
}

func newPlayerOf(t testing.TB, a *answer.Answerer) *player {
	t.Helper()
	p := &player{private: true, now: at("2024-03-05"), user: 7, name: "Nguyễn Văn An", last: map[int64]chat.Reply{}}
	clock := func() time.Time { return p.now }
	p.kept = newRecords(t, clock)
	p.kept.furnish(t, p)
	p.bot = newBotOf(t, a, memory{}, &book{}, clock, p.kept)
	return p
}

// chat is the person's own, or the group that all are in.
func (p *player) chat() int64 {
	if p.private {
		return p.user
	}
	return -7
}

func (p *player) set(scene string) {
	id, name, _ := strings.Cut(scene, " ")
	switch user, err := strconv.ParseInt(id, 10, 64); {
	case scene == "group":
		p.private = false
	case scene == "private":
		p.private = true
	case err == nil:
		p.user, p.name, p.private = user, name, true
	case strings.Contains(scene, "T"):
		p.now, _ = time.Parse(time.RFC3339, scene+"+07:00")
	default:
		p.now = at(scene)
	}
}

// digest draws up the digest of the day and sends it.
func (p *player) digest(t testing.TB) string {
	t.Helper()
	ctx := context.Background()
	planner, err := p.bot.duties.Planning(ctx)
	if err != nil {
		t.Fatal(err)
	}
	recipient, err := p.kept.Recipient(ctx, p.chat(), plan.DateOf(p.now))
	must(t, err)
	recipient.Through = plan.DateOf(p.now).AddDays(-1)
	known, err := p.kept.Known(ctx, planner.Since())
	must(t, err)
	d, ok := planner.Draw(recipient, plan.DateOf(p.now), known)
	if !ok || len(d.Nudges) == 0 {
		return "(no digest)\n"
	}
	return p.show(t, p.chat(), p.kept.send(t, d))
}

// show shows a digest in its chat.
func (p *player) show(t testing.TB, chat int64, d record.Digest) string {
	t.Helper()
	reply, err := p.bot.duties.DigestReply(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	checkReply(t, reply)
	p.last[chat] = reply
	return render(reply)
}

// deliver brings letters and changed digests to the chats that they are for.
func (p *player) deliver(t testing.TB) string {
	t.Helper()
	var out strings.Builder
	for _, l := range p.kept.letters(t) {
		var reply chat.Reply
		if err := json.Unmarshal(l.Body, &reply); err != nil {
			t.Fatal(err)
		}
		checkReply(t, reply)
		p.last[l.Chat] = reply
		fmt.Fprintf(&out, "→ %d\n\n%s", l.Chat, render(reply))
	}
	for _, d := range p.kept.shown(t) {
		if d.Chat != p.chat() {
			fmt.Fprintf(&out, "↻ %d\n\n%s", d.Chat, p.show(t, d.Chat, d))
		}
	}
	return out.String()
}

func (p *player) hear(t testing.TB, m chat.Message) string {
	t.Helper()
	m.Chat, m.User, m.Name, m.Private, m.At = p.chat(), p.user, p.name, p.private, p.now
	reply, err := p.bot.Respond(context.Background(), m)
	if err != nil {
		t.Fatalf("Respond(%q): %v", m.Text+m.Action, err)
	}
	checkReply(t, reply)
	if len(reply.Text) > 0 || len(reply.Buttons) > 0 {
		p.last[p.chat()] = reply
	}
	return render(reply) + p.deliver(t)
}

// action finds the button of that label, or with that beginning of its label,
// under the last reply; "!data" is data that no button carries.
func (p *player) action(t testing.TB, label string) string {
	t.Helper()
	if data, ok := strings.CutPrefix(label, "!"); ok {
		return data
	}
	n := 0
	for _, row := range p.last[p.chat()].Buttons {
		for _, b := range row {
			if n++; b.Label == label || strings.HasPrefix(b.Label, label+" ") || label == fmt.Sprintf("#%d", n) {
				return b.Action
			}
		}
	}
	t.Fatalf("no button %q under:\n%s", label, render(p.last[p.chat()]))
	return ""
}

func render(r chat.Reply) string {
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
	for _, f := range r.Files {
		fmt.Fprintln(&out, strings.TrimSpace("{"+f.Name+"} "+f.Caption.Plain()))
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
type book struct{ kept []record.Feedback }

func (b *book) AddFeedback(_ context.Context, f record.Feedback) error {
	b.kept = append(b.kept, f)
	return nil
}

func (b *book) ExplainFeedback(_ context.Context, f record.Feedback) error {
	for i, k := range b.kept {
		if k.Chat == f.Chat && k.Question == f.Question && k.At.Equal(f.At) {
			b.kept[i].Text = f.Text
		}
	}
	return nil
}

// newBot is a bot for one test; without records it only answers.
func newBot(t testing.TB, m agency.Memory, f FeedbackBook, now func() time.Time, kept ...*records) *Bot {
	t.Helper()
	return newBotOf(t, testAnswerer(t), m, f, now, kept...)
}

// groupMember is in the group -7 and, unlike all others, does not administer it.
const groupMember = 21

func newBotOf(t testing.TB, a *answer.Answerer, m agency.Memory, f FeedbackBook, now func() time.Time, kept ...*records) *Bot {
	t.Helper()
	s := Settings{Answerer: a, Memory: m, Feedback: f, Now: now}
	if len(kept) > 0 {
		calendar, err := loadCalendar()
		if err != nil {
			t.Fatal(err)
		}
		s.Records, s.Rounds, s.Administrators = kept[0], kept[0], []int64{9, 10}
		s.Rulebook = remind.NewRulebook(remind.New([]*plan.Plan{a.Plan()}, a.Register, calendar, remind.DefaultLadder()), kept[0])
		s.Governs = func(_ context.Context, chat, person int64) bool {
			return chat == -7 && person != groupMember || chat == -8 && person == 7
		}
		s.Username = func() string { return "cchc_bot" }
	}
	return New(s)
}

// at is nine in the morning of a day, in Vietnam.
func at(day string) time.Time {
	t, err := time.Parse(time.RFC3339, day+"T09:00:00+07:00")
	if err != nil {
		panic(err)
	}
	return t
}

var loadLibrary = sync.OnceValues(func() (*seeds.Library, error) {
	library, _, err := seeds.Load()
	return library, err
})

var loadAnswerer = sync.OnceValues(func() (*answer.Answerer, error) {
	library, err := loadLibrary()
	if err != nil {
		return nil, err
	}
	return answer.NewAnswerer(library)
})

var loadCalendar = sync.OnceValues(func() (*plan.Calendar, error) {
	library, err := loadLibrary()
	if err != nil {
		return nil, err
	}
	return library.Calendar, nil
})

// testAnswerer answers from the seeds; it is shared, as it remembers nothing.
func testAnswerer(t testing.TB) *answer.Answerer {
	t.Helper()
	a, err := loadAnswerer()
	if err != nil {
		t.Fatal(err)
	}
	return a
}
