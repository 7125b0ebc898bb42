package dialog

import (
	"slices"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/question"
)

// Exchange is a question and its answer: what feedback is about, and where the
// next words go on from.
type Exchange struct {
	Stamp    int64             // tells it from the others of the same person
	Asked    string            // in the person's words; "" where buttons alone were pressed
	Question question.Question // completed, where it followed up another
	Answered []string          // ids of the units that answered it, best first
	Plan     string            // key of the plan that they are of, "" for one that comes with the program
	rated    bool              // feedback was given
	Shown    Shown
}

// Shown is what a person has before their eyes: an answer, or what buttons
// turned it into.
type Shown struct {
	Question question.Question // that it answers
	Plan     string            // key of the plan that it is of
	chat.Shown
}

const (
	historyTime  = 15 * time.Minute
	historyMost  = 2_000
	historyDepth = 3 // exchanges of a person that feedback can still be about
)

// history keeps the last exchanges with each person, the latest last.
type history struct{ *Memory[[]Exchange] }

func newHistory(now func() time.Time) history {
	return history{NewMemory[[]Exchange](now, historyTime, historyMost)}
}

// Keep adds an exchange and returns its stamp, which is the time, or a little
// more where that is taken: stamps from before a restart mean nothing after it.
func (r history) Keep(m chat.Message, e Exchange) int64 {
	e.Stamp = r.now().UnixMilli()
	e.Shown = e.Shown.Single()
	r.update(ParticipantOf(m), func(past []Exchange) []Exchange {
		if n := len(past); n > 0 {
			e.Stamp = max(e.Stamp, past[n-1].Stamp+1)
		}
		return append(slices.Clone(past[max(0, len(past)-historyDepth+1):]), e)
	})
	return e.Stamp
}

// TurnTo notes what a button shows now: the next words go on from there. A
// scene without units keeps the list to count in.
func (r history) TurnTo(m chat.Message, next Shown) {
	next = next.Single()
	r.update(ParticipantOf(m), func(past []Exchange) []Exchange {
		past = slices.Clone(past)
		if len(past) == 0 {
			past = append(past, Exchange{})
		}
		last := &past[len(past)-1]
		if len(next.Units) == 0 {
			next.Units = last.Shown.Units
		}
		last.Shown = next
		return past
	})
}

// Single has the only unit of a list meant by the next words, as a card is.
func (s Shown) Single() Shown {
	if len(s.Focus) == 0 && len(s.Units) == 1 {
		s.Focus = s.Units
	}
	return s
}

// Last is the latest exchange with a person.
func (r history) Last(m chat.Message) (Exchange, bool) {
	past, _ := r.Look(ParticipantOf(m))
	if len(past) == 0 {
		return Exchange{}, false
	}
	return past[len(past)-1], true
}

// Answered is the latest exchange with a person that was answered: what was not
// understood is passed over.
func (r history) Answered(m chat.Message) Exchange {
	return r.latest(m, func(e Exchange) bool { return e.Shown.Question.Intent != question.None })
}

// Set is the latest question of a person that a set of units answered.
func (r history) Set(m chat.Message) question.Question {
	return r.latest(m, func(e Exchange) bool { return e.Shown.Question.Lists() }).Shown.Question
}

// Earlier is what a person had in focus before what is in focus now.
func (r history) Earlier(m chat.Message) []string {
	now, _ := r.Last(m)
	return r.latest(m, func(e Exchange) bool {
		return len(e.Shown.Focus) > 0 && !slices.Equal(e.Shown.Focus, now.Shown.Focus)
	}).Shown.Focus
}

// latest is the latest exchange with a person that is one of a kind.
func (r history) latest(m chat.Message, is func(Exchange) bool) Exchange {
	past, _ := r.Look(ParticipantOf(m))
	for _, e := range slices.Backward(past) {
		if is(e) {
			return e
		}
	}
	return Exchange{}
}

// Find is the exchange of a stamp.
func (r history) Find(m chat.Message, stamp int64) (Exchange, bool) {
	past, _ := r.Look(ParticipantOf(m))
	i := slices.IndexFunc(past, func(e Exchange) bool { return e.Stamp == stamp && e.Asked != "" })
	if i < 0 {
		return Exchange{}, false
	}
	return past[i], true
}

// Rate takes the exchange of a stamp for feedback, which it allows once.
func (r history) Rate(s Participant, stamp int64) (e Exchange, found, again bool) {
	if _, ok := r.Look(s); !ok {
		return Exchange{}, false, false
	}
	r.update(s, func(past []Exchange) []Exchange {
		past = slices.Clone(past)
		for i := range past {
			if past[i].Stamp == stamp && past[i].Asked != "" {
				e, found, again = past[i], true, past[i].rated
				past[i].rated = true
			}
		}
		return past
	})
	return e, found, again
}

// KeptIDs are the units of an answer as feedback keeps them: "15/QĐ-UBND/PL.1.14"
// for those of a plan that was sent.
func (e Exchange) KeptIDs() []string {
	if e.Plan == "" {
		return e.Answered
	}
	ids := make([]string, len(e.Answered))
	for i, id := range e.Answered {
		ids[i] = e.Plan + "/" + id
	}
	return ids
}
