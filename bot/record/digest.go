package record

import (
	"time"

	"cchcbot/seeds/plan"
)

// Nudge is one reminder of one occurrence to one chat. Occurrence, rung and
// chat name it: it is sent once.
type Nudge struct {
	Occurrence Occurrence
	Rung       string    // of the ladder; "late1" to "late3" and "leader" after the due date, "later" and a day where it was put off
	Day        plan.Date // on which it should have been sent
	Covered    bool      // not told by itself: a later rung of the same occurrence stands in the same digest
}

// Progress is how far a Digest has come.
type Progress string

// The progress of a Digest.
const (
	Queued  Progress = "queued"
	Sent    Progress = "sent"
	Dropped Progress = "dropped" // everything in it was acknowledged before it was sent
	Failed  Progress = "failed"  // refused for good; Reason says why
)

// Digest is all that a chat is reminded of on one day, in one message.
type Digest struct {
	Chat     int64
	Day      plan.Date
	Late     bool // sent after the day that part of it was meant for, because the bot was down
	Nudges   []Nudge
	Progress Progress
	Message  int64 // of Telegram, 0 while it is not sent
	Reason   string
	QueuedAt time.Time
	SentAt   time.Time
}

// Recipient is a chat whose digest of a day is not drawn up yet.
type Recipient struct {
	Preferences
	Through       plan.Date // up to which day its nudges were drawn up; zero for a new one
	Subscriptions []Subscription
	Snoozed       []Snooze

	// Of a chat whose reminders are looked at in advance; the ticks ask the store
	// day by day instead.
	Away plan.Window     // when its person is away; zero for a person who is there
	Told map[string]bool // nudges that were sent before, by their Key
}

// Key names a nudge among those of its chat.
func (n Nudge) Key() string { return n.Occurrence.Key() + "|" + n.Rung }

// Known is what people recorded about occurrences, by their Key. One that is in
// none of these is open.
type Known struct {
	Closed   map[string]Occurrence  // done or waived
	Reminded map[string]bool        // that somebody was reminded of
	Asked    map[string]Explanation // an explanation was asked for and is waited for
}

// Snooze is an occurrence that a chat wants to hear of again on a day.
type Snooze struct {
	Occurrence Occurrence
	Day        plan.Date
}

// Campaign counts the digests of one day.
type Campaign struct {
	Day          plan.Date
	Due          int // digests that were drawn up
	Sent         int
	Dropped      int
	Failed       map[string]int // by reason
	Nudges       int            // told in the sent digests
	Acknowledged int            // occurrences of these nudges that are done
}

// Waiting counts the digests that are neither sent nor given up.
func (c Campaign) Waiting() int {
	n := c.Due - c.Sent - c.Dropped
	for _, failed := range c.Failed {
		n -= failed
	}
	return n
}
