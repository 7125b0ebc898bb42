package bot

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
)

// strangersRight is how many conversations of each file are right in every turn.
// It only ever rises: who makes one more of them right writes it down here.
var strangersRight = map[string]int{
	"":       19,
	"daily":  16,
	"talk":   75,
	"first":  19,
	"second": 16,
}

// TestStrangers plays the conversations of testdata/strangers, which people wrote
// who knew only the document, and counts those in which every reply holds what it
// must. With -v it shows each turn that does not.
func TestStrangers(t *testing.T) {
	for name, least := range strangersRight {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			talks := strangers(t, filepath.Join("testdata/strangers", strings.TrimPrefix(name+"-conversations.json", "-")))
			failed := make([][]string, len(talks))
			t.Run("played", func(t *testing.T) {
				for i, s := range talks {
					t.Run(s.ID, func(t *testing.T) {
						t.Parallel()
						failed[i] = s.play(t)
					})
				}
			})
			right := 0
			for i, f := range failed {
				if len(f) == 0 {
					right++
				}
				for _, words := range f {
					t.Logf("%s: %s", talks[i].ID, words)
				}
			}
			t.Logf("%d of %d right", right, len(talks))
			if right < least {
				t.Errorf("%d of %d conversations are right, want at least %d", right, len(talks), least)
			}
		})
	}
}

// stranger is a conversation that somebody wrote down, with what must come of it.
type stranger struct {
	ID, Persona, Date string
	Turns             []turnOfStranger
}

type turnOfStranger struct {
	Say, Press string
	All        []string `json:"expect_all"`
	Any        []string `json:"expect_any"`
	Forbid     []string
	More       []string // labels of buttons that show the rest of a list
}

func strangers(t *testing.T, file string) []stranger {
	t.Helper()
	data, err := os.ReadFile(file)
	must(t, err)
	var all []stranger
	must(t, json.Unmarshal(data, &all))
	return all
}

// strangerRoles are who the people of the conversations are.
var strangerRoles = map[string]record.Subscription{
	"official":   {Chat: 1001},
	"focal_q1":   {Chat: 1002, Agency: "ubnd-quan-1", Role: record.FocalPerson},
	"leader_stp": {Chat: 1003, Agency: "so-tu-phap", Role: record.Leader},
	"focal_stp":  {Chat: 1005, Agency: "so-tu-phap", Role: record.FocalPerson},
}

// play plays a conversation and returns what is wrong with its turns.
func (s stranger) play(t *testing.T) []string {
	p := newPlayer(t)
	who, known := strangerRoles[s.Persona]
	if !known {
		t.Fatalf("nobody is %q", s.Persona)
	}
	p.now = at(s.Date[:len("2024-03-18")])
	p.user, p.name = who.Chat, s.Persona
	for _, r := range strangerRoles {
		if r.Agency != "" {
			r.Standing, r.Person = record.Approved, record.Person{ID: r.Chat, Name: s.Persona}
			p.kept.follow(t, r)
		}
	}
	if who.Agency != "" {
		p.digest(t)
	}
	var failed []string
	for _, turn := range s.Turns {
		said, got := turn.Say, ""
		if turn.Press != "" {
			said = "[" + turn.Press + "]"
			got = p.replyTo(t, chat.Message{Action: p.label(turn.Press)})
		} else {
			got = p.replyTo(t, chat.Message{Text: turn.Say})
		}
		wrong := turn.judge(got)
		for _, label := range turn.More {
			for n := 0; n < 4 && wrong != "" && p.label(label) != ""; n++ {
				got += "\n" + p.replyTo(t, chat.Message{Action: p.label(label)})
				wrong = turn.judge(got)
			}
		}
		if wrong != "" {
			failed = append(failed, fmt.Sprintf("%q: %s\n%s", said, wrong, got))
		}
	}
	return failed
}

// replyTo is what the bot says to a message in the chat of who sends it.
func (p *player) replyTo(t testing.TB, m chat.Message) string {
	t.Helper()
	m.Chat, m.User, m.Name, m.Private, m.At = p.chat(), p.user, p.name, p.private, p.now
	reply, err := p.bot.Respond(t.Context(), m)
	must(t, err)
	replies := []chat.Reply{reply}
	for _, l := range p.kept.letters(t) {
		var letter chat.Reply
		must(t, json.Unmarshal(l.Body, &letter))
		if l.Chat == p.chat() {
			replies = append(replies, letter)
		}
	}
	var said []string
	for _, r := range replies {
		said = append(said, r.Text.Plain(), r.Notice)
		for _, f := range r.Files {
			said = append(said, f.Name)
		}
	}
	if len(reply.Text) > 0 {
		p.last[p.chat()] = reply
	}
	return strings.Join(said, "\n")
}

// label is the data of the button of the last reply that holds some words, ""
// where there is none.
func (p *player) label(words string) string {
	for _, row := range p.last[p.chat()].Buttons {
		for _, b := range row {
			if strings.Contains(plainly(b.Label), plainly(words)) {
				return b.Action
			}
		}
	}
	return ""
}

// judge tells what is wrong with a reply, "" where nothing is.
func (turn turnOfStranger) judge(reply string) string {
	var wrong []string
	got := plainly(reply)
	for _, want := range turn.All {
		if !stands(want, got) {
			wrong = append(wrong, "without "+want)
		}
	}
	if len(turn.Any) > 0 && !slices.ContainsFunc(turn.Any, func(want string) bool { return stands(want, got) }) {
		wrong = append(wrong, "without any of "+strings.Join(turn.Any, ", "))
	}
	for _, not := range turn.Forbid {
		if stands(not, got) {
			wrong = append(wrong, "with "+not)
		}
	}
	if got == "" {
		wrong = append(wrong, "empty")
	}
	return strings.Join(wrong, "; ")
}

var (
	dashes  = regexp.MustCompile(`[\x{2010}-\x{2015}]`)
	unseen  = regexp.MustCompile(`[\x{200b}\x{2060}\x{fe0f}]`)
	pointed = regexp.MustCompile(`[\pL\pN_][.,]$`)
	digits  = regexp.MustCompile(`^[.,]\d`)
)

// plainly is a text in one case, with one kind of dash and of white space.
func plainly(text string) string {
	text = dashes.ReplaceAllString(strings.ToLower(norm.NFC.String(text)), "-")
	return strings.Join(strings.Fields(unseen.ReplaceAllString(text, "")), " ")
}

// stands reports whether whole words stand in a text: "4.1" does not in "4.10".
func stands(want, text string) bool {
	want = plainly(want)
	for from := 0; ; {
		i := strings.Index(text[from:], want)
		if i < 0 {
			return false
		}
		before, after := text[:from+i], text[from+i+len(want):]
		if freeBefore(want, before) && freeBehind(want, after) {
			return true
		}
		from += i + 1
	}
}

func freeBefore(want, before string) bool {
	first, _ := utf8.DecodeRuneInString(want)
	last, _ := utf8.DecodeLastRuneInString(before)
	return !alnum(first) || !alnum(last) && !(unicode.IsDigit(first) && pointed.MatchString(before))
}

func freeBehind(want, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(want)
	first, _ := utf8.DecodeRuneInString(after)
	return !alnum(last) || !alnum(first) && !(unicode.IsDigit(last) && digits.MatchString(after))
}

func alnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
