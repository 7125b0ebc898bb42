package bot

import (
	"slices"
	"strings"
	"time"

	"cchcbot/bot/question"
)

// exchange is a question and its answer: what feedback is about, and where the
// next words go on from.
type exchange struct {
	stamp    int64             // tells it from the others of the same person
	asked    string            // in the person's words; "" where buttons alone were pressed
	question question.Question // completed, where it followed up another
	answered []string          // ids of the units that answered it, best first
	judged   bool              // feedback was given
	scene    scene
}

// scene is what a person has before their eyes: an answer, or what buttons
// turned it into.
type scene struct {
	question question.Question // that it answers
	units    []string          // ids of the units shown and offered, in the order of the screen
	focus    []string          // ids of those that are shown as cards
}

const (
	recallTime  = 15 * time.Minute
	recallSeats = 2_000
	recallDepth = 3 // exchanges of a person that feedback can still be about
)

// recall keeps the last exchanges with each person, the latest last.
type recall struct{ *room[[]exchange] }

func newRecall(now func() time.Time) recall {
	return recall{newRoom[[]exchange](now, recallTime, recallSeats)}
}

// keep adds an exchange and returns its stamp, which is the time, or a little
// more where that is taken: stamps from before a restart mean nothing after it.
func (r recall) keep(m Message, e exchange) int64 {
	e.stamp = r.now().UnixMilli()
	r.update(seatOf(m), func(past []exchange) []exchange {
		if n := len(past); n > 0 {
			e.stamp = max(e.stamp, past[n-1].stamp+1)
		}
		return append(slices.Clone(past[max(0, len(past)-recallDepth+1):]), e)
	})
	return e.stamp
}

// turnTo notes what a button shows now: the next words go on from there. A
// scene without units keeps the list to count in.
func (r recall) turnTo(m Message, next scene) {
	r.update(seatOf(m), func(past []exchange) []exchange {
		past = slices.Clone(past)
		if len(past) == 0 {
			past = append(past, exchange{})
		}
		last := &past[len(past)-1]
		if len(next.units) == 0 {
			next.units = last.scene.units
		}
		last.scene = next
		return past
	})
}

// last is the latest exchange with a person.
func (r recall) last(m Message) (exchange, bool) {
	past, _ := r.look(seatOf(m))
	if len(past) == 0 {
		return exchange{}, false
	}
	return past[len(past)-1], true
}

// judge takes the exchange of a stamp for feedback, which it allows once.
func (r recall) judge(s seat, stamp int64) (e exchange, found, again bool) {
	if _, ok := r.look(s); !ok {
		return exchange{}, false, false
	}
	r.update(s, func(past []exchange) []exchange {
		past = slices.Clone(past)
		for i := range past {
			if past[i].stamp == stamp && past[i].asked != "" {
				e, found, again = past[i], true, past[i].judged
				past[i].judged = true
			}
		}
		return past
	})
	return e, found, again
}

// sceneOf reads from the reply to a question which units it shows as cards and
// which it offers: its buttons name the units of a list and those beside a card.
func (b *Bot) sceneOf(q question.Question, reply Reply, cards []string) scene {
	plain := reply.Text.Plain()
	s := scene{question: q}
	for _, id := range cards {
		if u, ok := b.answers.index.Unit(id); ok && strings.Contains(plain, b.answers.citation(u)) {
			s.focus = append(s.focus, id)
		}
	}
	for _, row := range reply.Buttons {
		for _, button := range row {
			b.offerOn(&s, button)
		}
	}
	if len(s.units) == 0 {
		s.units = s.focus
	}
	if len(s.focus) == 0 && len(s.units) == 1 {
		s.focus = s.units
	}
	return s
}

// offerOn adds the units that a button leads to.
func (b *Bot) offerOn(s *scene, button Button) {
	at, ok := decodeAction(button.Action, b.answers.Plan().Year)
	switch {
	case !ok:
	case at.view == viewFound && len(s.units) == 0:
		s.units = at.units
	case at.open != "":
		s.units = append(s.units, at.open)
	case at.view == viewHeading:
		if u, ok := b.answers.index.Unit(at.heading); ok && button.Label == shortPlace(u) {
			s.units = append(s.units, at.heading)
		}
	}
}

// idsOf are the units of an answer, as many as a screen may show.
func idsOf(found []Found) []string {
	ids := make([]string, 0, mostFound)
	for _, f := range found[:min(len(found), mostFound)] {
		ids = append(ids, f.Unit.ID)
	}
	return ids
}

// questionOf is the question that a button's screen answers: the one before,
// where it only opens a unit.
func (b *Bot) questionOf(t turn, at action) question.Question {
	q := question.Question{Intent: question.Responsibility, Role: at.role}
	switch at.view {
	case viewMine:
		q.Agency = t.own
	case viewDue:
		q.Intent = question.Due
		q.Window = &question.Window{Window: at.window, Label: windowWords(at.window)}
	case viewOverview, viewHeap:
	default:
		last, _ := b.desk.recall.last(t.Message)
		return last.scene.question
	}
	if agency, ok := b.agencies.agencyByID(at.agency); ok && at.agency != "" {
		q.Agency = &agency
	}
	return q
}
