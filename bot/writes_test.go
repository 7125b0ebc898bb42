package bot

import (
	"database/sql"
	"path/filepath"
	"testing"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/bot/store"
	"cchcbot/seeds/plan"
)

// TestAQuestionWritesNothing asks as a stranger and as a follower, of
// things new and told, and watches the database from a second connection: a full
// disk silences no answer.
func TestAQuestionWritesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bot.db")
	now := time.Date(2024, 3, 22, 9, 0, 0, 0, time.UTC)
	kept, err := store.Open(t.Context(), "sqlite:"+path, store.WithNow(func() time.Time { return now }))
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	a := testAnswerer(t)
	calendar, err := loadCalendar()
	if err != nil {
		t.Fatal(err)
	}
	b := New(Settings{
		Answerer: a, Memory: kept, Now: func() time.Time { return now }, Records: kept,
		Rulebook: remind.NewRulebook(remind.New([]*plan.Plan{a.Plan()}, a.Register, calendar, remind.DefaultLadder()), kept),
	})
	for chat, role := range map[int64]record.Role{8: record.FocalPerson, 14: record.Follower} {
		s := record.Subscription{Chat: chat, Agency: "so-tu-phap", Role: role, Standing: record.Approved, Person: record.Person{ID: chat, Name: "Lan"}}
		if _, err := kept.PutSubscription(t.Context(), s, s.Person); err != nil {
			t.Fatal(err)
		}
	}
	watch, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer watch.Close()
	watch.SetMaxOpenConns(1)
	version := func() (v int64) {
		if err := watch.QueryRow("PRAGMA data_version").Scan(&v); err != nil {
			t.Fatal(err)
		}
		return v
	}
	for _, user := range []int64{7, 8, 14} {
		for _, words := range []string{
			"Sở Tư pháp phải làm gì?", "hạn nộp bài viết tuyên truyền?", "nhiệm vụ 1.14", "ai chủ trì số hóa hồ sơ", "còn hạn nộp?",
			"quý này tôi phải làm gì", "quý I sở tư pháp có gì phải xong", "/help", "thời tiết hôm nay thế nào", "/tiendo",
		} {
			before := version()
			m := chat.Message{Chat: user, User: user, Private: true, Name: "Người mới", Text: words, At: now}
			if _, err := b.Respond(t.Context(), m); err != nil {
				t.Fatal(err)
			}
			if version() != before {
				t.Errorf("%d asks %q: something was written", user, words)
			}
		}
	}
}
