package bot

import (
	"context"
	"testing"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/remind"
	"cchcbot/bot/store"
	"cchcbot/seeds/plan"
)

// BenchmarkCityProgress shows how the whole city stands.
func BenchmarkCityProgress(b *testing.B) {
	clock := func() time.Time { return at("2024-04-05") }
	bot := newBot(b, memory{}, &book{}, clock, newRecords(b, clock))
	for b.Loop() {
		if _, err := bot.Respond(context.Background(), chat.Message{Chat: 9, User: 9, Private: true, Text: "/tiendo"}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCard shows a task with how it stands for the person's agency, from
// the store.
func BenchmarkCard(b *testing.B) {
	clock := func() time.Time { return at("2024-03-22") }
	s, err := store.Open(b.Context(), "sqlite::memory:", store.WithNow(clock))
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	}()
	calendar, err := loadCalendar()
	if err != nil {
		b.Fatal(err)
	}
	a := testAnswerer(b)
	bot := New(Settings{
		Answerer: a, Memory: s, Feedback: &book{}, Now: clock, Records: s,
		Rulebook: remind.NewRulebook(remind.New([]*plan.Plan{a.Plan()}, a.Register, calendar, remind.DefaultLadder()), s),
	})
	hear := func(words string) {
		if _, err := bot.Respond(b.Context(), chat.Message{Chat: 7, User: 7, Private: true, Name: "An", Text: words}); err != nil {
			b.Fatal(err)
		}
	}
	hear("em ở sở tư pháp")
	for b.Loop() {
		hear("1.14")
	}
}
