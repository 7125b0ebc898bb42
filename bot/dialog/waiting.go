package dialog

import (
	"time"

	"cchcbot/bot/chat"
)

// waiting keeps the questions that wait until a person has told their
// agency; the question is "" where only the agency itself was asked for.
type waiting struct{ *Memory[string] }

const (
	waitingTime = 15 * time.Minute
	waitingMost = 10_000
)

func newWaiting(now func() time.Time) waiting {
	return waiting{NewMemory[string](now, waitingTime, waitingMost)}
}

// Wait keeps a question until call.
func (w waiting) Wait(m chat.Message, question string) { w.Put(ParticipantOf(m), question) }

// Waits tells whether a person was asked for their agency.
func (w waiting) Waits(m chat.Message) bool {
	_, ok := w.Look(ParticipantOf(m))
	return ok
}

// Call takes the question that waits, "" where there is none.
func (w waiting) Call(m chat.Message) string {
	question, _ := w.Take(ParticipantOf(m))
	return question
}

// Question is the one that waits, "" where there is none; it goes on waiting.
func (w waiting) Question(m chat.Message) string {
	question, _ := w.Look(ParticipantOf(m))
	return question
}
