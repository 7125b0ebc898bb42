package bot

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/remind"
	"cchcbot/bot/store"
	"cchcbot/seeds/plan"
)

// TestManyAtOnce has many people use one bot at the same time; the race detector
// sees what they share.
func TestManyAtOnce(t *testing.T) {
	clock := func() time.Time { return at("2024-03-22") }
	s, err := store.Open(t.Context(), "sqlite::memory:", store.WithNow(clock))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	calendar, err := loadCalendar()
	if err != nil {
		t.Fatal(err)
	}
	a := testAnswerer(t)
	b := New(Settings{
		Answerer: a, Memory: s, Feedback: &book{}, Now: clock, Records: s, Administrators: []int64{1},
		Rulebook: remind.NewRulebook(remind.New([]*plan.Plan{a.Plan()}, a.Register, calendar, remind.DefaultLadder()), s),
	})
	var all sync.WaitGroup
	for user := range int64(6) {
		all.Go(func() {
			for _, words := range []string{"/theodoi sở tư pháp", "/dangky sở y tế đầu mối", "/nhiemvu 1.14", "/xemtruoc", "quan tri han 1.14 20", "/menu", "ai chủ trì số hóa hồ sơ", "/huy tất cả"} {
				m := chat.Message{Chat: user + 1, User: user + 1, Private: true, Name: fmt.Sprint("Người ", user), Text: words}
				if _, err := b.Respond(t.Context(), m); err != nil {
					t.Errorf("%q: %v", words, err)
				}
			}
		})
	}
	all.Wait()
}
