package dialog

import (
	"testing"
	"time"

	"cchcbot/bot/chat"
)

func TestWaitingRoom(t *testing.T) {
	now := at("2024-03-05")
	room := newWaiting(func() time.Time { return now })
	me, other := chat.Message{Chat: 1, User: 1}, chat.Message{Chat: 1, User: 2}

	room.Wait(me, "đơn vị em phải làm gì")
	if room.Waits(other) || !room.Waits(me) {
		t.Error("a question waits for the one who asked it, and for nobody else")
	}
	if got := room.Question(me); got == "" {
		t.Error("looking at the question took it away")
	}
	if got := room.Call(me); got != "đơn vị em phải làm gì" {
		t.Errorf("call = %q", got)
	}
	if got := room.Call(me); got != "" {
		t.Errorf("the question was answered twice: %q", got)
	}

	room.Wait(me, "đơn vị em phải làm gì")
	now = now.Add(waitingTime + time.Second)
	if room.Waits(me) || room.Question(me) != "" || room.Call(me) != "" {
		t.Error("the question waits for ever")
	}
}

func TestWaitingRoomIsBounded(t *testing.T) {
	now := at("2024-03-05")
	room := newWaiting(func() time.Time { return now })
	for i := range 3 * waitingMost {
		room.Wait(chat.Message{Chat: int64(i)}, "q")
		if len(room.entries) > waitingMost {
			t.Fatalf("%d people wait", len(room.entries))
		}
	}
	now = now.Add(waitingTime + time.Second)
	for i := range waitingMost {
		room.Wait(chat.Message{Chat: -int64(i) - 1}, "q")
	}
	if room.Call(chat.Message{Chat: -1}) != "q" {
		t.Error("one who waits was sent away while others had gone")
	}
}
