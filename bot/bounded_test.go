package bot

import (
	"strings"
	"sync/atomic"
	"testing"
	"time"
	"unicode/utf8"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/bot/store"
	"cchcbot/seeds/plan"
)

// mostStatements is how often one message may ask the database, whatever it says.
const mostStatements = 400

// telegramLetters is how long a message may be.
const telegramLetters = 4096

// FuzzRespondWithTheStore says and presses anything as a stranger, a focal person
// and an administrator, and types it behind the bot's name: nothing fails, and the
// work that a message makes is bounded.
func FuzzRespondWithTheStore(f *testing.F) {
	for _, s := range []string{
		"", "quý I, V.3.1", "quý I - V", "đã nộp 1.14, 2.3, 2.4 và 3.17", "dT1:", "dD1:", "dL", "dQ:0", "1od::f7v:2i:0:", "huỷ tất cả", "dữ liệu của tôi",
		strings.Repeat("1.14 ", 819), strings.Repeat("sở tư pháp và ", 292), strings.Repeat("quý I - ", 512), strings.Repeat("ạ", telegramLetters),
		strings.Repeat("đã nộp 1.14; ", 315), "quantri " + strings.Repeat("a ", 2000), "\xff\x00\u202e", "🇻🇳" + strings.Repeat("\u0301", 1000),
	} {
		f.Add(s)
	}
	now := at("2024-03-22")
	var statements atomic.Int64
	kept, err := store.Open(f.Context(), "sqlite::memory:", store.WithNow(func() time.Time { return now }), store.WithTrace(func(error) { statements.Add(1) }))
	if err != nil {
		f.Fatal(err)
	}
	defer kept.Close()
	calendar, err := loadCalendar()
	if err != nil {
		f.Fatal(err)
	}
	a := testAnswerer(f)
	rules := remind.NewRulebook(remind.New([]*plan.Plan{a.Plan()}, a.Register, calendar, remind.DefaultLadder()), kept)
	b := New(Settings{Answerer: a, Memory: kept, Feedback: &book{}, Now: func() time.Time { return now }, Records: kept, Rulebook: rules, Administrators: []int64{9}})
	focal := record.Subscription{Chat: 8, Agency: "so-tu-phap", Role: record.FocalPerson, Standing: record.Approved, Person: record.Person{ID: 8, Name: "Lan"}}
	if _, err := kept.PutSubscription(f.Context(), focal, focal.Person); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if utf8.RuneCountInString(s) > telegramLetters {
			return
		}
		for _, user := range []int64{7, 8, 9} {
			for _, m := range []chat.Message{{Text: s}, {Action: s}, {Text: "/danop " + s}, {Text: "/tiendo " + s}} {
				m.Chat, m.User, m.Private, m.Name, m.At = user, user, true, "Người", now
				before := statements.Load()
				if _, err := b.Respond(t.Context(), m); err != nil {
					t.Fatalf("%d, %q%q: %v", user, m.Text, m.Action, err)
				}
				if n := statements.Load() - before; n > mostStatements {
					t.Errorf("%d, %.80q%q: %d statements", user, m.Text, m.Action, n)
				}
			}
		}
		if _, err := b.Inquire(t.Context(), chat.Inquiry{User: 7, Text: s}); err != nil {
			t.Errorf("typed: %v", err)
		}
	})
}
