package bot

import "time"

// desk is what every room keeps of the conversations: what was shown, what the
// next words are for, and each person's pace. It is in memory and bounded.
type desk struct {
	year     int // of the plan whose units buttons name
	waiting  waitingRoom
	recall   recall
	invited  *room[Feedback] // those who may say next what they expected
	expected *room[expectation]
	flood    *flood
}

// newDesk makes an empty desk. Year is that of the plan whose units buttons name.
func newDesk(year int, pace Pace, now func() time.Time) *desk {
	return &desk{
		year:     year,
		waiting:  newWaitingRoom(now),
		recall:   newRecall(now),
		invited:  newRoom[Feedback](now, inviteTime, inviteSeats),
		expected: newRoom[expectation](now, expectTime, expectSeats),
		flood:    newFlood(pace, now),
	}
}
