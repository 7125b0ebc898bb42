package bot

import (
	"testing"
	"time"
)

func TestWaitingRoom(t *testing.T) {
	now := at("2024-03-05")
	room := newWaitingRoom(func() time.Time { return now })
	me, other := Message{Chat: 1, User: 1}, Message{Chat: 1, User: 2}

	room.wait(me, "đơn vị em phải làm gì")
	if room.waits(other) || !room.waits(me) {
		t.Error("a question waits for the one who asked it, and for nobody else")
	}
	if got := room.question(me); got == "" {
		t.Error("looking at the question took it away")
	}
	if got := room.call(me); got != "đơn vị em phải làm gì" {
		t.Errorf("call = %q", got)
	}
	if got := room.call(me); got != "" {
		t.Errorf("the question was answered twice: %q", got)
	}

	room.wait(me, "đơn vị em phải làm gì")
	now = now.Add(waitingTime + time.Second)
	if room.waits(me) || room.question(me) != "" || room.call(me) != "" {
		t.Error("the question waits for ever")
	}
}

func TestWaitingRoomIsBounded(t *testing.T) {
	now := at("2024-03-05")
	room := newWaitingRoom(func() time.Time { return now })
	for i := range 3 * waitingSeats {
		room.wait(Message{Chat: int64(i)}, "q")
		if len(room.seats) > waitingSeats {
			t.Fatalf("%d people wait", len(room.seats))
		}
	}
	now = now.Add(waitingTime + time.Second)
	for i := range waitingSeats {
		room.wait(Message{Chat: -int64(i) - 1}, "q")
	}
	if room.call(Message{Chat: -1}) != "q" {
		t.Error("one who waits was sent away while others had gone")
	}
}
