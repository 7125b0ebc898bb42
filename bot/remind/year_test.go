package remind

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Through random years with downtimes and acknowledgements, whoever the people
// are: nothing is told twice, nothing after it was acknowledged, nothing past
// its due date but what is overdue, and no rung is passed over in silence.
func TestRandomYears(t *testing.T) {
	t.Parallel()
	library := embedded()
	agencies := library.Register.Agencies()
	for seed := range uint64(12) {
		random := rand.New(rand.NewPCG(seed, 4))
		a := agencies[random.IntN(len(agencies))]
		y := &randomYear{
			T: t, random: random, planner: planner(), agency: a, seed: seed,
			began: date(t, "2024-01-01").AddDays(random.IntN(700)), acknowledged: map[string]plan.Date{},
		}
		y.run()
	}
}

// randomYear is a year of three people of one agency.
type randomYear struct {
	*testing.T
	random       *rand.Rand
	planner      *Planner
	agency       plan.Agency
	seed         uint64
	began        plan.Date
	memory       *memory
	looked       []plan.Date          // days on which the bot was up and nothing was held back
	acknowledged map[string]plan.Date // by key of the occurrence, after the digests of that day
}

const focalChat, followerChat, leaderChat = 1, 2, 3

func (y *randomYear) run() {
	var people []record.Recipient
	for chat, role := range map[int64]record.Role{focalChat: record.FocalPerson, followerChat: record.Follower, leaderChat: record.Leader} {
		r := someone(plan.KeyOf(y.agency), role)
		r.Chat, r.Through = chat, y.began
		people = append(people, r)
	}
	y.memory = newMemory(people...)
	down := 0
	for day := y.began.AddDays(1); y.began.DaysUntil(day) <= 366; day = day.AddDays(1) {
		if down == 0 && y.random.IntN(20) == 0 {
			down = 1 + y.random.IntN(12)
		}
		if down > 0 {
			down--
			continue
		}
		y.day(day)
	}
	y.nothingIsPassedOver()
}

// day is a day on which the bot is up.
func (y *randomYear) day(day plan.Date) {
	now := func() time.Time { return day.In(vietnam).Add(9 * time.Hour) }
	if err := NewTicker(y.memory, NewRulebook(y.planner, y.memory), now).Tick(context.Background()); err != nil {
		y.Fatal(err)
	}
	if y.memory.chats[focalChat].Through == day {
		y.looked = append(y.looked, day)
	}
	for chat := range y.memory.chats {
		d := y.memory.digests[digestKey{chat, day}]
		for _, n := range d.Nudges {
			y.check(chat, day, n)
		}
	}
	y.acknowledgeSome(day)
}

func (y *randomYear) check(chat int64, day plan.Date, n record.Nudge) {
	key := n.Occurrence.Key()
	if _, done := y.acknowledged[key]; done {
		y.Errorf("seed %d: %s told to %d on %s after it was acknowledged", y.seed, key, chat, day)
	}
	count := rungNamed(n.Rung).Count
	if count == countEnd {
		return
	}
	late := count == countLate || count == countOwed
	if n.Occurrence.Due.Compare(day) < 0 && !late && !n.Covered {
		y.Errorf("seed %d: %s %s told to %d on %s, past its due date", y.seed, key, n.Rung, chat, day)
	}
	if late && n.Occurrence.Due.Compare(day) >= 0 {
		y.Errorf("seed %d: %s told to %d as overdue on %s", y.seed, key, chat, day)
	}
	if chat == leaderChat && n.Rung != leaderRung.Name {
		y.Errorf("seed %d: %s %s told to a leader", y.seed, key, n.Rung)
	}
}

// acknowledgeSome settles some of what the focal person was told on a day.
func (y *randomYear) acknowledgeSome(day plan.Date) {
	for _, n := range y.memory.digests[digestKey{focalChat, day}].Nudges {
		if y.random.IntN(4) == 0 {
			y.memory.settle(n.Occurrence, record.Done)
			y.acknowledged[n.Occurrence.Key()] = day
		}
	}
}

// nothingIsPassedOver compares the rows with the timeline, which knows nothing
// of downtimes: each of its nudges has its row by the day on which the bot was
// up again, or was not wanted any more.
func (y *randomYear) nothingIsPassedOver() {
	if len(y.looked) == 0 {
		y.Fatal("the bot was never up")
	}
	last := y.looked[len(y.looked)-1]
	for _, d := range timeline(y.planner, y.agency, y.began.AddDays(1), last) {
		for _, n := range d.Nudges {
			up := y.upAgain(n.Day)
			key := n.Kept().Key()
			if done, ok := y.acknowledged[key]; ok && done.Compare(up) < 0 {
				continue
			}
			if n.Occurrence.Due.Compare(up) < 0 && (!n.chased() || n.history(up)) {
				continue
			}
			for _, chat := range []int64{focalChat, followerChat} {
				if _, found := y.memory.rows[nudgeKey{chat, key, n.Rung.Name}]; !found {
					y.Errorf("seed %d: %s %s of %s was passed over for %d; the bot was up on %s", y.seed, key, n.Rung.Name, n.Day, chat, up)
				}
			}
		}
	}
}

// upAgain is the first day from one on that was looked at.
func (y *randomYear) upAgain(day plan.Date) plan.Date {
	for _, up := range y.looked {
		if up.Compare(day) >= 0 {
			return up
		}
	}
	return y.looked[len(y.looked)-1]
}
