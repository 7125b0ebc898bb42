package bot

import "time"

// waitingRoom keeps the questions that wait until a person has told their
// agency; the question is "" where only the agency itself was asked for.
type waitingRoom struct{ *room[string] }

const (
	waitingTime  = 15 * time.Minute
	waitingSeats = 10_000
)

func newWaitingRoom(now func() time.Time) waitingRoom {
	return waitingRoom{newRoom[string](now, waitingTime, waitingSeats)}
}

// wait keeps a question until call.
func (w waitingRoom) wait(m Message, question string) { w.put(seatOf(m), question) }

// waits tells whether a person was asked for their agency.
func (w waitingRoom) waits(m Message) bool {
	_, ok := w.look(seatOf(m))
	return ok
}

// call takes the question that waits, "" where there is none.
func (w waitingRoom) call(m Message) string {
	question, _ := w.take(seatOf(m))
	return question
}

// question is the one that waits, "" where there is none; it goes on waiting.
func (w waitingRoom) question(m Message) string {
	question, _ := w.look(seatOf(m))
	return question
}
