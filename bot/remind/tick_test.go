package remind

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// at is a clock that stands still.
func at(t *testing.T, day string, hour, minute int) func() time.Time {
	t.Helper()
	moment := date(t, day).In(vietnam).Add(time.Duration(hour*60+minute) * time.Minute)
	return func() time.Time { return moment }
}

// focals are so many focal persons of Sở Tư pháp.
func focals(t *testing.T, n int, through string) []record.Recipient {
	t.Helper()
	people := make([]record.Recipient, n)
	for i := range people {
		people[i] = someone("so-tu-phap", record.FocalPerson)
		people[i].Chat = int64(i + 1)
		people[i].Through = date(t, through)
	}
	return people
}

// drawnUp are the chats whose digest of a day is queued.
func (m *memory) drawnUp(day plan.Date) []int64 {
	var chats []int64
	for key := range m.digests {
		if key.day == day {
			chats = append(chats, key.chat)
		}
	}
	slices.Sort(chats)
	return chats
}

// Each one's own hour counts, and quiet hours hold a digest back: 22 March 2024
// is a day of nudges.
func TestTickKeepsToHours(t *testing.T) {
	t.Parallel()
	people := focals(t, 3, "2024-03-21")
	people[1].Minute = 7 * 60
	people[2].Minute, people[2].QuietFrom, people[2].QuietTill = 6*60, 5*60, 10*60
	tests := []struct {
		hour, minute int
		want         []int64
	}{
		{6, 59, nil}, {7, 0, []int64{2}}, {8, 29, []int64{2}}, {8, 30, []int64{1, 2}},
		{9, 59, []int64{1, 2}}, {10, 0, []int64{1, 2, 3}}, {19, 59, []int64{1, 2, 3}}, {20, 0, []int64{3}}, {23, 59, []int64{3}},
	}
	for _, tt := range tests {
		m := newMemory(people...)
		if err := NewTicker(m, NewRulebook(planner(), m), at(t, "2024-03-22", tt.hour, tt.minute)).Tick(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := m.drawnUp(date(t, "2024-03-22")); !slices.Equal(got, tt.want) {
			t.Errorf("at %02d:%02d drawn up for %v, want %v", tt.hour, tt.minute, got, tt.want)
		}
	}
}

// A day without nudges is drawn up too, or the next would be taken for one
// after a downtime.
func TestTickDrawsUpEmptyDays(t *testing.T) {
	t.Parallel()
	m := newMemory(focals(t, 1, "2024-03-18")...)
	if err := NewTicker(m, NewRulebook(planner(), m), at(t, "2024-03-19", 8, 30)).Tick(t.Context()); err != nil {
		t.Fatal(err)
	}
	if through := m.chats[1].Through.String(); through != "2024-03-19" || len(m.digests) > 0 {
		t.Errorf("drawn up to %s with %d digests", through, len(m.digests))
	}
}

// Everybody is reached, however many there are, and a second tick adds nothing.
func TestTickReachesEverybodyOnce(t *testing.T) {
	t.Parallel()
	people := focals(t, 2*tickBatch+1, "2024-03-21")
	people[0].Chat = -2001 // a group
	m := newMemory(people...)
	ticker := NewTicker(m, NewRulebook(planner(), m), at(t, "2024-03-22", 9, 0))
	for range 2 {
		if err := ticker.Tick(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := len(m.drawnUp(date(t, "2024-03-22"))); got != len(people) {
			t.Errorf("drawn up for %d of %d", got, len(people))
		}
	}
}

// Who was away for long is drawn up by what was closed as long ago, behind those
// who were not.
func TestTickKnowsWhatWasClosedLongAgo(t *testing.T) {
	t.Parallel()
	people := focals(t, tickBatch+1, "2024-06-20")
	away := &people[tickBatch]
	away.Through = date(t, "2024-03-26")
	m := newMemory(people...)
	for _, unit := range []string{"PL.1.14", "PL.2.3", "PL.2.4", "PL.3.17", "PL.5.16", "PL.6.3"} {
		m.settle(kept(t, planner(), unit, "2024-03-31"), record.Done)
	}
	if err := NewTicker(m, NewRulebook(planner(), m), at(t, "2024-06-21", 9, 0)).Tick(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, n := range m.digests[digestKey{away.Chat, date(t, "2024-06-21")}].Nudges {
		if n.Occurrence.Due == date(t, "2024-03-31") {
			t.Errorf("%s %s was done, and is told", n.Occurrence.Unit, n.Rung)
		}
	}
}

// Rules are read with each tick.
func TestTickFollowsTheRules(t *testing.T) {
	t.Parallel()
	m := newMemory(focals(t, 1, "2024-03-21")...)
	ticker := NewTicker(m, NewRulebook(planner(), m), at(t, "2024-03-22", 9, 0))
	m.rules = record.Rules{Calendar: []plan.CalendarEntry{{From: date(t, "2024-03-22"), Reason: "Nghỉ"}}}
	if err := ticker.Tick(t.Context()); err != nil || len(m.digests) > 0 {
		t.Errorf("on a day off: %v, %d digests", err, len(m.digests))
	}
	m.chats[1] = focals(t, 1, "2024-03-21")[0]
	m.rules = record.Rules{}
	if err := ticker.Tick(t.Context()); err != nil || len(m.digests) != 1 {
		t.Errorf("on a working day: %v, %d digests", err, len(m.digests))
	}
	m.rules = record.Rules{Internal: []record.InternalDue{{Unit: "PL.1.14"}}}
	if err := ticker.Tick(t.Context()); err == nil || !strings.Contains(err.Error(), "internal due day 0") {
		t.Errorf("a rule that cannot be read: %v", err)
	}
}

func TestTickSaysWhatFailed(t *testing.T) {
	t.Parallel()
	m := newMemory(focals(t, 1, "2024-03-21")...)
	m.failure = errors.New("the disk is full")
	err := NewTicker(m, NewRulebook(planner(), m), at(t, "2024-03-22", 9, 0)).Tick(context.Background())
	if !errors.Is(err, m.failure) {
		t.Errorf("got %v", err)
	}
}

// An hour in the quiet hours is reminded when they end.
func TestEveningHourIsReminded(t *testing.T) {
	people := focals(t, 1, "2024-03-01")
	people[0].Minute, people[0].QuietFrom, people[0].QuietTill = 21*60, 20*60, 7*60
	m := newMemory(people...)
	clock := date(t, "2024-03-04").In(vietnam)
	ticker := NewTicker(m, NewRulebook(planner(), m), func() time.Time { return clock })
	for range 6 * 24 * 60 { // 60 days, every ten minutes
		if err := ticker.Tick(t.Context()); err != nil {
			t.Fatal(err)
		}
		clock = clock.Add(10 * time.Minute)
	}
	if len(m.digests) == 0 {
		t.Error("never reminded in 60 days")
	}
}
