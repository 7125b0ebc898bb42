package bot

import (
	"context"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"cchcbot/bot/browse"
	"cchcbot/bot/chat"
)

func inquire(t testing.TB, b *Bot, text string) []chat.Card {
	t.Helper()
	cards, err := b.screens.Inquire(context.Background(), chat.Inquiry{User: 7, Text: text})
	if err != nil {
		t.Fatalf("Inquire(%q): %v", text, err)
	}
	if len(cards) > browse.MostCards {
		t.Errorf("Inquire(%q): %d cards", text, len(cards))
	}
	seen := map[string]bool{}
	for _, c := range cards {
		if seen[c.ID] || len(c.ID) > 64 || c.Title == "" || utf8.RuneCountInString(c.Title) > browse.TitleRunes {
			t.Errorf("Inquire(%q): card %q titled %q", text, c.ID, c.Title)
		}
		seen[c.ID] = true
		checkReply(t, chat.Reply{Text: c.Text, Buttons: c.Buttons})
	}
	return cards
}

func TestInquire(t *testing.T) {
	clock := func() time.Time { return at("2024-03-05") }
	b := newBot(t, memory{}, &book{}, clock, newRecords(t, clock))
	for _, test := range []struct {
		text, first, link string
		least             int
	}{
		{"1.14", "PL.1.14", "https://t.me/cchc_bot?start=t_1_14", 1},
		{"ai chủ trì số hóa hồ sơ", "PL.3.8", "https://t.me/cchc_bot?start=t_3_8", 3},
		{"hạn nộp bài viết cchc", "PL.1.14", "https://t.me/cchc_bot?start=t_1_14", 3},
		{"han nop bai viet cchc", "PL.1.14", "https://t.me/cchc_bot?start=t_1_14", 3},
		{"III.3.9", "III.3.9", "https://t.me/cchc_bot?start=t_III_3_9", 1},
		{"sở tư pháp", "", "", browse.MostCards},
	} {
		cards := inquire(t, b, test.text)
		if len(cards) < test.least {
			t.Errorf("Inquire(%q): %d cards", test.text, len(cards))
			continue
		}
		if test.first == "" {
			continue
		}
		if c := cards[0]; c.ID != test.first || c.Buttons[0][0].Link != test.link || !strings.Contains(c.Text.Plain(), "QĐ 6004/QĐ-UBND") {
			t.Errorf("Inquire(%q) begins with %+v", test.text, c)
		}
	}
	for _, nothing := range []string{"", "  ", "😀", "thủ tục cấp hộ chiếu ở đâu"} {
		if cards := inquire(t, b, nothing); len(cards) > 0 {
			t.Errorf("Inquire(%q): %d cards", nothing, len(cards))
		}
	}
}

// TestLinksOpenWhatTheyShare follows the link of every card.
func TestLinksOpenWhatTheyShare(t *testing.T) {
	clock := func() time.Time { return at("2024-03-05") }
	b := newBot(t, memory{}, &book{}, clock, newRecords(t, clock))
	for _, u := range b.answers.Plan().Units {
		_, payload, _ := strings.Cut(b.screens.Link(u), "?start=")
		if len(payload) > 64 || strings.Trim(payload, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") != "" {
			t.Errorf("%s: payload %q", u.ID, payload)
		}
		reply, err := b.Respond(context.Background(), chat.Message{Chat: 1, User: 1, Private: true, Text: "/start " + payload})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(reply.Text.Plain(), b.answers.Citation(u)) && !strings.Contains(strings.ToLower(reply.Text.Plain()), strings.ToLower(chat.FirstLine(u.Text))) {
			t.Errorf("%s: %q opens:\n%s", u.ID, payload, reply.Text.Plain())
			return
		}
	}
}

func TestWithoutANameThereAreNoLinks(t *testing.T) {
	b := newBot(t, memory{}, &book{}, func() time.Time { return at("2024-03-05") })
	for _, c := range inquire(t, b, "1.14") {
		if len(c.Buttons) > 0 {
			t.Errorf("%s has buttons: %v", c.ID, c.Buttons)
		}
	}
}

func FuzzInquire(f *testing.F) {
	for _, s := range []string{"", "1.14", "số hóa", "t_1_14", strings.Repeat("x ", 2000), "\xff", "III", "1."} {
		f.Add(s)
	}
	clock := func() time.Time { return at("2024-03-05") }
	b := newBot(f, memory{}, &book{}, clock, newRecords(f, clock))
	f.Fuzz(func(t *testing.T, s string) { inquire(t, b, s) })
}
