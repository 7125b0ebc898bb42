package dialog

import (
	"testing"
	"time"

	"cchcbot/bot/chat"
)

func TestFloodForgets(t *testing.T) {
	now := at("2024-03-05")
	f := newLimiter(Pace{Burst: 2, Every: time.Second}, func() time.Time { return now })
	for user := range int64(3 * limiterMost) {
		f.Admit(chat.Message{Chat: user, User: user, Private: true})
	}
	if n := len(f.buckets.entries); n > limiterMost {
		t.Errorf("%d buckets are kept, want at most %d", n, limiterMost)
	}
}
