package bot

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/question"
)

func TestRecallKeepsTheLastFew(t *testing.T) {
	t.Parallel()
	now := spring
	r := newRecall(func() time.Time { return now })
	me, other := Message{Chat: 1, User: 1}, Message{Chat: 1, User: 2}
	stamps := map[int64]bool{}
	var first int64
	for i, asked := range []string{"a", "b", "c", "d"} {
		stamp := r.keep(me, exchange{asked: asked})
		stamps[stamp] = true
		if i == 0 {
			first = stamp
		}
	}
	if len(stamps) != 4 {
		t.Errorf("exchanges of one moment share a stamp: %v", stamps)
	}
	if last, ok := r.last(me); !ok || last.asked != "d" {
		t.Errorf("last = %+v, %v", last, ok)
	}
	if _, ok := r.last(other); ok {
		t.Error("what one person asked is told of another")
	}
	if _, found, _ := r.judge(seatOf(me), first); found {
		t.Errorf("more than %d exchanges are kept", recallDepth)
	}
	now = now.Add(recallTime + time.Second)
	if _, ok := r.last(me); ok {
		t.Error("an exchange is kept for ever")
	}
}

func TestRecallJudgesOnce(t *testing.T) {
	t.Parallel()
	r := newRecall(func() time.Time { return spring })
	me := Message{Chat: 1, User: 1}
	stamp := r.keep(me, exchange{asked: "a"})
	for i, want := range []bool{false, true} {
		if e, found, again := r.judge(seatOf(me), stamp); e.asked != "a" || !found || again != want {
			t.Errorf("judgement %d: %q, found %v, again %v", i+1, e.asked, found, again)
		}
	}
	if _, found, _ := r.judge(seat{2, 1}, stamp); found {
		t.Error("the stamp is good in another chat")
	}
}

func TestRecallTurns(t *testing.T) {
	t.Parallel()
	r := newRecall(func() time.Time { return spring })
	me := Message{Chat: 1, User: 1}
	list := []string{"PL.1.1", "PL.1.2"}
	r.keep(me, exchange{asked: "a", question: question.Question{Text: "a"}, answered: list, scene: scene{units: list}})
	r.turnTo(me, scene{focus: list[1:]})
	last, _ := r.last(me)
	if diff := cmp.Diff([][]string{list, list, list[1:]}, [][]string{last.answered, last.scene.units, last.scene.focus}); diff != "" {
		t.Errorf("answered, list, card (-want +got):\n%s", diff)
	}
	if last.question.Text != "a" {
		t.Error("a button changed what was asked")
	}
}

func TestRoomIsBounded(t *testing.T) {
	t.Parallel()
	now := spring
	r := newRoom[int](func() time.Time { return now }, time.Minute, 3)
	for i := range 10 {
		r.put(seat{int64(i), 0}, i)
		if len(r.seats) > 3 {
			t.Fatalf("%d seats are taken", len(r.seats))
		}
	}
	now = now.Add(2 * time.Minute)
	for i := range 3 {
		r.put(seat{int64(i), 1}, i)
	}
	if v, ok := r.take(seat{0, 1}); !ok || v != 0 {
		t.Error("what is fresh went while what is old was there")
	}
	if _, ok := r.take(seat{0, 1}); ok {
		t.Error("it was taken twice")
	}
}
