package bot

import (
	"context"
	"testing"
	"time"
)

// BenchmarkCityProgress shows how the whole city stands.
func BenchmarkCityProgress(b *testing.B) {
	clock := func() time.Time { return at("2024-04-05") }
	bot := newBot(b, memory{}, &book{}, clock, newRegistry(clock))
	for b.Loop() {
		if _, err := bot.Respond(context.Background(), Message{Chat: 9, User: 9, Private: true, Text: "/tiendo"}); err != nil {
			b.Fatal(err)
		}
	}
}
