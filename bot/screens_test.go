package bot

import (
	"cmp"
	"context"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"cchcbot/bot/browse"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
)

// checkReply holds a reply to what every reply must be.
func checkReply(t testing.TB, r chat.Reply) {
	t.Helper()
	plain := r.Text.Plain()
	if len(r.Text) == 0 && r.Notice == "" && len(r.Files) == 0 {
		t.Error("the reply is empty")
	}
	if !utf8.ValidString(plain) || !norm.NFC.IsNormalString(plain) {
		t.Errorf("the text is not in NFC: %q", plain)
	}
	longest := 0
	for _, p := range r.Text {
		if p.Quote {
			longest = max(longest, utf8.RuneCountInString(p.Plain()))
		}
		if strings.TrimSpace(p.Plain()) == "" {
			t.Errorf("an empty paragraph in %q", plain)
		}
	}
	if n := utf8.RuneCountInString(plain); n > chat.ScreenRunes && longest < chat.ScreenRunes*2/3 {
		t.Errorf("a screen of %d letters:\n%s", n, plain)
	}
	for _, row := range r.Buttons {
		if len(row) == 0 || len(row) > 4 {
			t.Errorf("a row of %d buttons", len(row))
		}
		for _, b := range row {
			if b.Share != "" || b.Link != "" {
				continue
			}
			if b.Action == "" || len(b.Action) > dialog.ActionBytes {
				t.Errorf("button %q carries %d bytes: %q", b.Label, len(b.Action), b.Action)
			}
			if b.Label == "" || utf8.RuneCountInString(b.Label) > 64 {
				t.Errorf("label %q", b.Label)
			}
		}
	}
}

// TestEveryScreen presses every button that can be reached from the overview
// of each agency.
func TestEveryScreen(t *testing.T) {
	a := testAnswerer(t)
	b := newBot(t, memory{}, &book{}, func() time.Time { return at("2026-07-01") })
	pressed := map[string]bool{}
	var press func(data string, depth int)
	press = func(data string, depth int) {
		if pressed[data] || depth == 0 {
			return
		}
		pressed[data] = true
		r, err := b.Respond(context.Background(), chat.Message{Chat: 1, User: 1, Private: true, Action: data})
		if err != nil {
			t.Fatalf("press %q: %v", data, err)
		}
		if r.Notice != "" {
			t.Errorf("button %q is dead: %s", data, r.Notice)
		}
		checkReply(t, r)
		for _, row := range r.Buttons {
			for _, next := range row {
				press(next.Action, depth-1)
			}
		}
	}
	for _, agency := range a.Register.Agencies() {
		press(dialog.Action{View: dialog.ViewOverview, Agency: agency.ID}.Encode(a.Plan().Year), 3)
	}
	for _, g := range a.Register.Groups() {
		press(dialog.Action{View: dialog.ViewOverview, Agency: g.ID}.Encode(a.Plan().Year), 8)
	}
	for _, v := range []dialog.View{dialog.ViewHelp, dialog.ViewChoose, dialog.ViewMine} {
		press(dialog.Action{View: v}.Encode(a.Plan().Year), 4)
	}
}

// TestEveryCard shows each unit of the plan.
func TestEveryCard(t *testing.T) {
	a := testAnswerer(t)
	b := newBot(t, memory{}, &book{}, func() time.Time { return at("2024-03-05") })
	for _, u := range a.Plan().Units {
		r, ok := b.screens.FoundAt(dialog.Action{View: dialog.ViewFound, Asked: question.Owner, Units: []string{u.ID}})
		if !ok {
			t.Errorf("%s cannot be shown", u.ID)
		}
		checkReply(t, r)
	}
}

// TestOthersBesideAnAnswer walks between the units that a search found, in
// whatever order they are ranked.
func TestOthersBesideAnAnswer(t *testing.T) {
	p := newPlayer(t)
	p.hear(t, chat.Message{Text: "/timkiem ISO 9001:2015"})
	first := p.last[7]
	if n := len(first.Buttons); n < 3 || n > browse.MostOthers+3 {
		t.Fatalf("%d rows of buttons under:\n%s", n, render(first))
	}
	for _, row := range first.Buttons[:len(first.Buttons)-3] { // without one's own duties, what is wrong, and the six points
		there := p.hear(t, chat.Message{Action: row[0].Action})
		place, _, _ := strings.Cut(row[0].Label, " ")
		if !strings.Contains(there, place) {
			t.Errorf("button %q leads to:\n%s", row[0].Label, there)
		}
		if back := p.hear(t, chat.Message{Action: p.last[7].Buttons[0][0].Action}); !strings.Contains(back, "ISO 9001:2015") {
			t.Errorf("the way back from %q leads to:\n%s", row[0].Label, back)
		}
	}
}

// lostMemory fails.
type lostMemory struct{}

var errLost = errors.New("disk is gone")

func (lostMemory) AgencyOf(context.Context, int64) (string, error) { return "", errLost }

func (lostMemory) SetAgency(context.Context, int64, string) error { return errLost }

func TestMemoryFailureIsTheOperators(t *testing.T) {
	b := newBot(t, lostMemory{}, &book{}, time.Now)
	if _, err := b.Respond(context.Background(), chat.Message{Text: "/help"}); !errors.Is(err, errLost) {
		t.Errorf("error = %v, want %v", err, errLost)
	}
}

func FuzzRespond(f *testing.F) {
	for _, s := range []string{
		"", " ", "😀😀", "/", "//", "/start", "/coquan", "/coquan sở tư fáp", "/nhiemvu 1.4.2", "/nhiemvu 99.99", "/denhan quý I", "/donvi q1",
		"PL.1.14", "đơn vị em phải làm gì", "em ở Sở Tư pháp", "you are stupid", "\xff\xfe", "/donvi \x00", "so\u031b tu\u031b pha\u0301p",
		strings.Repeat("sở tư pháp ", 400), strings.Repeat("x", 4000), "1ooso-tu-phap:", "1of:9:PL.1.14", "1od::f7v:2i:0:", "chưa đúng", "cái thứ hai", "còn quý II thì sao", "chi tiết hơn", "1ow1:0",
		"da nop 1.14", "nhac lai 1.14 3 ngay", "hoan tac 1.14", "theo doi so tu phap", "huy dang ky", "dT1:", "dZ1::3", "dA1:d:so-tu-phap:co",
		"dP:f7v:2i:d.quan-huyen:0:PL.1.14", "dP:f7v:2i:.khong-co:9:PL.1.14", "dp:f7v:2i::0:", "dp:f7v:2i:.huyen:0:PL.1.14", "dpso-tu-phap:f7v:2i::0:", "dp:f7v:a6::0:V.3.1", "dIlich:so-tu-phap:PL.1.14",
		"ai chua nop bai viet quy 1", "1.14 quan nao nop cham", "ai da nop 1.14", "tinh hinh nop 1.14", "tien do 1.14", "de nghi giai trinh 1.14",
	} {
		f.Add(s, true)
		f.Add(s, false)
	}
	clock := func() time.Time { return at("2024-03-05") }
	records := newRecords(f, clock) // of all inputs: opening one for each takes longer than its answers
	f.Fuzz(func(t *testing.T, s string, private bool) {
		b := newBot(t, memory{}, &book{}, clock, records)
		messages := []chat.Message{
			{Text: s}, {Action: s}, {Text: "/theodoi sở tư pháp"}, {Text: "/dangky " + s}, {Text: "/danop " + s}, {Text: "/xemtruoc " + s}, {Text: s}, {Text: "/coquan " + s}, {Text: "/donvi " + s}, {Text: "/nhiemvu " + s}, {Text: s}, {Text: "/lich " + s},
		}
		if private {
			const administrator = 9
			messages = append(messages, chat.Message{Action: s, User: administrator},
				chat.Message{Text: "/tiendo " + s, User: administrator}, chat.Message{Text: "/chuanop " + s, User: administrator})
		}
		for _, m := range messages {
			m.User = cmp.Or(m.User, 1)
			m.Chat, m.Private = m.User, private
			r, err := b.Respond(context.Background(), m)
			if err != nil {
				t.Fatalf("Respond(%q): %v", s, err)
			}
			if command := strings.HasPrefix(strings.TrimSpace(m.Text), "/"); !private && command && len(r.Text) == 0 {
				continue // an unknown command of a group is another bot's
			}
			checkReply(t, r)
		}
	})
}
