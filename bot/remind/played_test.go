package remind

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// played are all agencies of the register; at the desk every eighth.
func played() []plan.Agency {
	all := embedded().Register.Agencies()
	if !testing.Short() {
		return all
	}
	var some []plan.Agency
	for i := 0; i < len(all); i += 8 {
		some = append(some, all[i])
	}
	return some
}

// everybody has a chat for each agency of the register, all roles in one, with
// all that can be chosen.
func everybody(through plan.Date) []record.Recipient {
	var people []record.Recipient
	for i, a := range played() {
		r := someone(plan.KeyOf(a), record.Follower, record.FocalPerson, record.Leader)
		r.Chat, r.Through, r.Supports, r.Monday = int64(i+1), through, true, true
		people = append(people, r)
	}
	return people
}

// ofDays are the texts of digests by day.
func ofDays(digests []Digest) map[string]string {
	texts := map[string]string{}
	for _, d := range digests {
		texts[d.Day.String()] = d.Text().Plain()
	}
	return texts
}

// What was previewed before the year is what is sent, day by day, through 2024
// and the turn to 2025, to all agencies, while nobody settles anything.
func TestPreviewIsWhatIsSent(t *testing.T) {
	t.Parallel()
	p, through, last := planner(), date(t, "2023-12-31"), date(t, "2025-01-31")
	m := newMemory(everybody(through)...)
	previewed := map[int64]map[string]string{}
	for chat, r := range m.chats {
		previewed[chat] = ofDays(p.Forecast(r, through.AddDays(1), last, record.Known{}))
	}
	sent := map[int64]map[string]string{}
	for chat := range m.chats {
		sent[chat] = map[string]string{}
	}
	rules := NewRulebook(p, m)
	for day := through.AddDays(1); day.Compare(last) <= 0; day = day.AddDays(1) {
		now := func() time.Time { return day.In(vietnam).Add(9 * time.Hour) }
		if err := NewTicker(m, rules, now).Tick(t.Context()); err != nil {
			t.Fatal(err)
		}
		known, err := m.Known(t.Context(), p.Since())
		if err != nil {
			t.Fatal(err)
		}
		for chat, r := range m.chats {
			if d, ok := m.digests[digestKey{chat, day}]; ok {
				sent[chat][day.String()] = p.Tell(d, r, known).Text().Plain()
			}
		}
	}
	days := 0
	for chat := range m.chats {
		days += len(sent[chat])
		if diff := cmp.Diff(previewed[chat], sent[chat]); diff != "" {
			t.Fatalf("%v (-previewed +sent):\n%s", m.chats[chat].Subscriptions[0].Agency, diff)
		}
	}
	t.Logf("%d chats, %d digests, each as it was previewed", len(m.chats), days)
}

// On each day of a year in which people join, leave and are away, and some of
// what they are told is done, what was previewed on the evening before is sent;
// nobody has two messages a day or one on a day off; and all that is overdue and
// open stands in each message to who answers for it, and in one at least each
// quarter.
func TestYearOfComingAndGoing(t *testing.T) {
	t.Parallel()
	library := embedded()
	random := rand.New(rand.NewPCG(12, 24))
	p, day := planner(), date(t, "2024-01-01")
	m := newMemory()
	agencies := played()
	for i := range 3 * len(agencies) {
		comes(m, random, int64(i+1), agencies[i%len(agencies)], day)
	}
	rules := NewRulebook(p, m)
	messages, off, before := 0, 0, map[int64]map[string]bool{} // what each chat was told
	for ; day.Compare(date(t, "2024-12-31")) <= 0; day = day.AddDays(1) {
		previewed := map[int64]string{}
		known, _ := m.Known(t.Context(), p.Since())
		for chat, r := range m.chats {
			r.Told = before[chat]
			if ahead := p.Forecast(r, day, day, known); len(ahead) == 1 {
				previewed[chat] = ahead[0].Text().Plain()
			}
		}
		sentBefore := len(m.digests)
		now := func() time.Time { return day.In(vietnam).Add(9 * time.Hour) }
		for range 2 {
			if err := NewTicker(m, rules, now).Tick(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if sent := len(m.digests) - sentBefore; !library.Calendar.IsWorkingDay(day) {
			off += sent
		} else if messages += sent; sent != len(previewed) {
			t.Fatalf("%s: %d previewed, %d sent", day, len(previewed), sent)
		}
		known, _ = m.Known(t.Context(), p.Since())
		for chat, text := range previewed {
			told := p.Tell(m.digests[digestKey{chat, day}], m.chats[chat], known)
			if diff := cmp.Diff(text, told.Text().Plain()); diff != "" {
				t.Fatalf("%s, chat %d (-previewed +sent):\n%s", day, chat, diff)
			}
			allOwingIsTold(t, p, m.chats[chat], told, known)
			if before[chat] == nil {
				before[chat] = map[string]bool{}
			}
			for _, n := range m.digests[digestKey{chat, day}].Nudges {
				before[chat][n.Key()] = true
				if random.IntN(3) == 0 {
					m.settle(n.Occurrence, record.Done)
				}
			}
		}
		quarterIsTold(t, p, m, day, known)
		for range max(1, len(agencies)/12) {
			comes(m, random, int64(random.IntN(3*len(agencies))+1), agencies[random.IntN(len(agencies))], day)
		}
	}
	if off > 0 || messages == 0 {
		t.Errorf("%d messages on days off, %d in all", off, messages)
	}
	t.Logf("%d agencies, %d messages, at most one a person and working day, %d on days off", len(agencies), messages, off)
}

// comes has a person leave for another agency and role, or go away for a while.
func comes(m *memory, random *rand.Rand, chat int64, a plan.Agency, day plan.Date) {
	old, known := m.chats[chat]
	if known && random.IntN(2) == 0 {
		old.Away = plan.WindowOf(day.AddDays(1+random.IntN(5)), day.AddDays(6+random.IntN(20)))
		m.chats[chat] = old
		return
	}
	roles := []record.Role{record.Follower, record.FocalPerson, record.FocalPerson, record.Leader}
	r := someone(plan.KeyOf(a), roles[random.IntN(len(roles))])
	r.Chat, r.Through, r.Monday, r.Supports = chat, old.Through, random.IntN(2) == 0, random.IntN(4) == 0
	r.Subscriptions[0].Since = day.In(vietnam)
	m.chats[chat] = r
}

// allOwingIsTold demands that what an agency owes stands in a message to who
// answers for it.
func allOwingIsTold(t *testing.T, p *Planner, r record.Recipient, told Digest, known record.Known) {
	t.Helper()
	if len(told.Ended) > 0 {
		return
	}
	stands := map[string]bool{}
	for _, n := range told.Nudges {
		stands[n.Record.Key()] = true
	}
	for _, o := range told.Owing {
		stands[o.Kept().Key()] = true
	}
	for _, f := range p.followed(r, told.Day) {
		for _, o := range p.Owing(f.agency, told.Day, known) {
			if f.answers() && !stands[o.Kept().Key()] {
				t.Errorf("%s: %s is open and not told", told.Day, o.Kept().Key())
			}
		}
	}
}

// quarterIsTold demands that each focal person who was there at the beginning of
// a quarter has a letter that day where something is owing.
func quarterIsTold(t *testing.T, p *Planner, m *memory, day plan.Date, known record.Known) {
	t.Helper()
	if p.quarterBegin(day) != day {
		return
	}
	for chat, r := range m.chats {
		s := r.Subscriptions[0]
		a, _ := p.agency(s.Agency)
		there := s.Role == record.FocalPerson && s.Since.Before(day.AddDays(-3).In(vietnam)) && !r.Away.Holds(day) && exists(a, day)
		if _, sent := m.digests[digestKey{chat, day}]; there && !sent && len(p.Owing(a, day, known)) > 0 {
			t.Errorf("%s: %s owes something, and its focal person hears nothing", day, s.Agency)
		}
	}
}
