package dialog

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/chat"
	"cchcbot/bot/question"
)

func TestRecallKeepsTheLastFew(t *testing.T) {
	t.Parallel()
	now := spring
	r := newHistory(func() time.Time { return now })
	me, other := chat.Message{Chat: 1, User: 1}, chat.Message{Chat: 1, User: 2}
	stamps := map[int64]bool{}
	var first int64
	for i, asked := range []string{"a", "b", "c", "d"} {
		stamp := r.Keep(me, Exchange{Asked: asked})
		stamps[stamp] = true
		if i == 0 {
			first = stamp
		}
	}
	if len(stamps) != 4 {
		t.Errorf("exchanges of one moment share a stamp: %v", stamps)
	}
	if last, ok := r.Last(me); !ok || last.Asked != "d" {
		t.Errorf("last = %+v, %v", last, ok)
	}
	if _, ok := r.Last(other); ok {
		t.Error("what one person asked is told of another")
	}
	if _, found, _ := r.Rate(ParticipantOf(me), first); found {
		t.Errorf("more than %d exchanges are kept", historyDepth)
	}
	now = now.Add(historyTime + time.Second)
	if _, ok := r.Last(me); ok {
		t.Error("an exchange is kept for ever")
	}
}

func TestRecallJudgesOnce(t *testing.T) {
	t.Parallel()
	r := newHistory(func() time.Time { return spring })
	me := chat.Message{Chat: 1, User: 1}
	stamp := r.Keep(me, Exchange{Asked: "a"})
	for i, want := range []bool{false, true} {
		if e, found, again := r.Rate(ParticipantOf(me), stamp); e.Asked != "a" || !found || again != want {
			t.Errorf("judgement %d: %q, found %v, again %v", i+1, e.Asked, found, again)
		}
	}
	if _, found, _ := r.Rate(Participant{2, 1}, stamp); found {
		t.Error("the stamp is good in another chat")
	}
}

func TestRecallTurns(t *testing.T) {
	t.Parallel()
	r := newHistory(func() time.Time { return spring })
	me := chat.Message{Chat: 1, User: 1}
	list := []string{"PL.1.1", "PL.1.2"}
	r.Keep(me, Exchange{Asked: "a", Question: question.Question{Text: "a"}, Answered: list, Shown: Shown{Shown: chat.Shown{Units: list}}})
	r.TurnTo(me, Shown{Shown: chat.Shown{Focus: list[1:]}})
	last, _ := r.Last(me)
	if diff := cmp.Diff([][]string{list, list, list[1:]}, [][]string{last.Answered, last.Shown.Units, last.Shown.Focus}); diff != "" {
		t.Errorf("answered, list, card (-want +got):\n%s", diff)
	}
	if last.Question.Text != "a" {
		t.Error("a button changed what was asked")
	}
}

func TestRoomIsBounded(t *testing.T) {
	t.Parallel()
	now := spring
	r := NewMemory[int](func() time.Time { return now }, time.Minute, 3)
	for i := range 10 {
		r.Put(Participant{int64(i), 0}, i)
		if len(r.entries) > 3 {
			t.Fatalf("%d seats are taken", len(r.entries))
		}
	}
	now = now.Add(2 * time.Minute)
	for i := range 3 {
		r.Put(Participant{int64(i), 1}, i)
	}
	if v, ok := r.Take(Participant{0, 1}); !ok || v != 0 {
		t.Error("what is fresh went while what is old was there")
	}
	if _, ok := r.Take(Participant{0, 1}); ok {
		t.Error("it was taken twice")
	}
}
