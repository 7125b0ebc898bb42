package main

import (
	"context"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/bot/store"
	"cchcbot/bot/store/postgrestest"
	"cchcbot/seeds/plan"
)

// onEachDatabase runs a test on SQLite and on PostgreSQL, with the address of an
// empty database.
func onEachDatabase(t *testing.T, test func(t *testing.T, address string)) {
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		test(t, "sqlite:"+filepath.Join(t.TempDir(), "bot.db"))
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		test(t, postgrestest.Schema(t))
	})
}

// wholeYear is the year 2024 of people, on a clock that the test turns.
type wholeYear struct {
	*testing.T
	memory  *store.Store
	planner *remind.Planner
	clock   *clock
	told    map[int64][]string // by chat: day, rung, unit and due date of each nudge that was sent
}

// The people of the year.
const (
	patient    int64 = iota + 1 // focal person of Sở Tư pháp, who never acknowledges
	diligent                    // focal person of UBND Quận 1, who acknowledges everything at once
	supervisor                  // leader of Sở Tư pháp
	curious                     // follows UBND Quận 1
)

func (y *wholeYear) Send(_ context.Context, d record.Digest, _ func(context.Context) error) (int64, error) {
	for _, n := range d.Nudges {
		y.told[d.Chat] = append(y.told[d.Chat], line(d.Day, n))
	}
	return int64(len(y.told[d.Chat])), nil
}

func (y *wholeYear) Show(context.Context, record.Digest) error { return nil }

func (y *wholeYear) Deliver(context.Context, record.Letter) error { return nil }

func line(day plan.Date, n record.Nudge) string {
	return fmt.Sprintf("%s %s %s %s %s", day, n.Rung, n.Occurrence.Unit, n.Occurrence.Due, n.Occurrence.Period)
}

// A year runs through in seconds on either database: each nudge of the timeline
// is sent once and on its day, and none after its occurrence was acknowledged.
func TestAYearRunsThrough(t *testing.T) {
	t.Parallel()
	onEachDatabase(t, func(t *testing.T, address string) {
		c, err := newClock()
		if err != nil {
			t.Fatal(err)
		}
		memory, err := store.Open(t.Context(), address, store.WithNow(c.Now))
		if err != nil {
			t.Fatal(err)
		}
		defer memory.Close()
		library, err := loadLibrary("", plan.Date{}, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Fatal(err)
		}
		planner, err := newPlanner(library)
		if err != nil {
			t.Fatal(err)
		}
		y := &wholeYear{T: t, memory: memory, planner: planner, clock: c, told: map[int64][]string{}}
		y.subscribe()
		first, last := plan.Date{Year: 2023, Month: 12, Day: 31}, plan.Date{Year: 2024, Month: 12, Day: 31}
		for day := first; day.Compare(last) <= 0; day = day.AddDays(1) {
			y.run(day)
		}
		justice, known := library.Register.Agency("so-tu-phap")
		district, alsoKnown := library.Register.Agency("ubnd-quan-1")
		if !known || !alsoKnown {
			t.Fatal("the agencies are not in the register")
		}
		y.patientHeardAll(justice, first.AddDays(1), last)
		y.diligentHeardOnce(district, first.AddDays(1), last)
		y.supervisorHeardOfTheOpen()
	})
}

// subscribe makes the people known.
func (y *wholeYear) subscribe() {
	for _, s := range []record.Subscription{
		{Chat: patient, Agency: "so-tu-phap", Role: record.FocalPerson},
		{Chat: diligent, Agency: "ubnd-quan-1", Role: record.FocalPerson},
		{Chat: supervisor, Agency: "so-tu-phap", Role: record.Leader},
		{Chat: curious, Agency: "ubnd-quan-1", Role: record.Follower},
	} {
		s.Standing, s.Person = record.Approved, record.Person{ID: s.Chat, Name: fmt.Sprint(s.Chat)}
		if _, err := y.memory.PutSubscription(y.Context(), s, record.Person{ID: 9}); err != nil {
			y.Fatal(err)
		}
	}
}

// run is one day: the tick at half past eight, a second one as after a restart,
// what the queue sends, and what is acknowledged.
func (y *wholeYear) run(day plan.Date) {
	y.clock.Set(day.In(y.clock.zone).Add(8*time.Hour + 30*time.Minute))
	ticker := remind.NewTicker(y.memory, remind.NewRulebook(y.planner, y.memory), y.clock.Now)
	sender := remind.NewSender(y.memory, y.memory, y, remind.NewRulebook(y.planner, y.memory), y.clock.Now, slog.New(slog.DiscardHandler))
	for range 2 {
		if err := ticker.Tick(y.Context()); err != nil {
			y.Fatal(err)
		}
	}
	for chat := patient; chat <= curious; chat++ {
		for range 2 { // a job may come twice
			if err := sender.Send(y.Context(), record.SendDigest{Chat: chat, Day: day}); err != nil {
				y.Fatal(err)
			}
		}
	}
	d, sent, err := y.memory.Digest(y.Context(), diligent, day)
	if err != nil {
		y.Fatal(err)
	}
	for _, n := range d.Nudges {
		if sent && n.Occurrence.Kind != plan.DeadlineContinuous && n.Occurrence.Kind != plan.DeadlineOnEvent {
			if _, _, err := y.memory.CloseOccurrences(y.Context(), []record.Occurrence{{ID: n.Occurrence.ID, State: record.Done}}, record.Person{ID: diligent}); err != nil {
				y.Fatal(err)
			}
		}
	}
}

// patientHeardAll compares what was sent with the timeline, and what is overdue
// with three reminders each.
func (y *wholeYear) patientHeardAll(a plan.Agency, from, to plan.Date) {
	var want []string
	for _, d := range y.planner.Forecast(remind.Follower(a, record.Follower, false, from), from, to, record.Known{}) {
		for _, n := range d.Nudges {
			want = append(want, line(d.Day, record.Nudge{Occurrence: n.Kept(), Rung: n.Rung.Name}))
		}
	}
	var inTime []string
	late := map[string]int{}
	for _, l := range y.told[patient] {
		var day, rung string
		if _, err := fmt.Sscan(l, &day, &rung); err != nil {
			y.Fatal(err)
		}
		if rung, _, owed := strings.Cut(rung, "-"); rung == "late1" || rung == "late2" || rung == "late3" || owed {
			late[rung]++
		} else {
			inTime = append(inTime, l)
		}
	}
	slices.Sort(want)
	slices.Sort(inTime)
	if diff := cmp.Diff(want, inTime); diff != "" {
		y.Errorf("the patient one (-timeline +sent):\n%s", diff)
	}
	// By hand: V.3.1 in February; 1.14, 2.3, 2.4, 3.17, 5.16 and 6.3 in April;
	// 1.14, 2.6 and 3.17 in July; 1.14 and 3.17 in October; 1.4.2, 2.3, 2.4 and
	// 4.9 in November; 5.16 in December. The letters of the quarters repeat what is
	// open then: 7, 10 and 12.
	if want := map[string]int{"late1": 17, "late2": 17, "late3": 17, "owed": 29}; !cmp.Equal(want, late) {
		y.Errorf("overdue: %v, want %v", late, want)
	}
}

// diligentHeardOnce demands of each occurrence its first rung and no other, and
// that the follower of the same agency, for whom it was acknowledged too, heard
// no more.
func (y *wholeYear) diligentHeardOnce(a plan.Agency, from, to plan.Date) {
	seen := map[string]bool{}
	var want []string
	for _, d := range y.planner.Forecast(remind.Follower(a, record.Follower, false, from), from, to, record.Known{}) {
		for _, n := range d.Nudges {
			lasting := n.Occurrence.Kind == plan.DeadlineContinuous || n.Occurrence.Kind == plan.DeadlineOnEvent
			if key := n.Kept().Key(); lasting || !seen[key] {
				seen[key] = true
				want = append(want, line(d.Day, record.Nudge{Occurrence: n.Kept(), Rung: n.Rung.Name}))
			}
		}
	}
	slices.Sort(want)
	for chat, name := range map[int64]string{diligent: "the diligent one", curious: "the follower"} {
		got := slices.Sorted(slices.Values(y.told[chat]))
		if diff := cmp.Diff(want, got); diff != "" {
			y.Errorf("%s (-want +sent):\n%s", name, diff)
		}
	}
}

// supervisorHeardOfTheOpen demands one word to the leader on everything that the
// patient one was reminded of when it was overdue.
func (y *wholeYear) supervisorHeardOfTheOpen() {
	told := slices.DeleteFunc(slices.Clone(y.told[supervisor]), func(line string) bool { return strings.Contains(line, " monday-") })
	if n := len(told); n != 17 {
		y.Errorf("the leader heard of %d occurrences, want 17: %q", n, y.told[supervisor])
	}
}
