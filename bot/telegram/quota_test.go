package telegram

import (
	"testing"
	"time"
)

func TestQuota(t *testing.T) {
	t.Parallel()
	now := time.Unix(1_700_000_000, 0)
	person, group := sender{person: 6}, sender{person: 6, chat: -5}
	q := newQuota(Quota{Open: 4, Burst: 6, Every: time.Second}, func() time.Time { return now })
	admit := func(who sender, want ...verdict) {
		t.Helper()
		for i, w := range want {
			if got := q.admit(who); got != w {
				t.Errorf("update %d of %+v: verdict %d, want %d", i, who, got, w)
			}
		}
	}
	release := func(who sender, n int) {
		for range n {
			q.release(&entry{who: who, charged: true})
		}
	}
	admit(person, admitted, admitted, admitted, admitted, tooMuch, dropped, dropped)
	admit(sender{person: 7}, admitted)
	admit(group, dropped) // the same person elsewhere
	admit(sender{}, admitted)
	release(person, 2)
	admit(person, dropped) // half is not free yet
	release(person, 3)
	now = now.Add(time.Second)
	admit(person, admitted, admitted, admitted)
	release(person, 3)
	admit(person, tooMuch, dropped) // nothing is open, but seven came in a second
	release(person, 1)
	now = now.Add(2 * time.Second)
	admit(person, dropped)
	now = now.Add(time.Second)
	admit(person, admitted)
	release(person, 1)
	now = now.Add(-time.Hour) // the clock is set back
	admit(person, admitted)
	release(person, 1)
	now = now.Add(2 * time.Hour)
	q.sweepAt = 0
	q.sweep()
	if len(q.accounts) != 1 {
		t.Errorf("%d accounts are kept, want that of 7, who has one open", len(q.accounts))
	}
}

func TestAGroupHasThePaceOfThree(t *testing.T) {
	t.Parallel()
	now := time.Unix(1_700_000_000, 0)
	q := newQuota(CalmQuota(), func() time.Time { return now })
	told := 0
	for i := range int64(600) { // ten a second for a minute, of ever other people
		who := sender{person: 100 + i, chat: -5}
		switch q.admit(who) {
		case admitted:
			q.release(&entry{who: who, charged: true})
		case tooMuch:
			told++
			q.release(&entry{who: who, charged: true})
		case dropped:
		}
		now = now.Add(100 * time.Millisecond)
	}
	if told < 1 || told > 15 {
		t.Errorf("told %d times in a minute", told)
	}
}
