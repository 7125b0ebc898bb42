package record

import (
	"strings"
	"time"

	"cchcbot/seeds/plan"
)

// State is how an Occurrence stands. Whether an open one is late is a matter of
// the day on which it is looked at.
type State string

// The states.
const (
	Open   State = "open"
	Done   State = "done"   // acknowledged: "đã nộp"
	Waived State = "waived" // an administrator took it from the agency
)

// Occurrence is one due date of a unit's deadline for one agency, as it is
// kept. It is written down when it is first nudged or acknowledged; one that is
// not kept is open.
type Occurrence struct {
	ID     int64  // given by the store, short enough for a button; 0 for one that is not kept
	Plan   string // number of the decision: "6004/QĐ-UBND"
	Year   int    // of the plan
	Unit   string // "PL.1.14"
	Agency string // as in Subscription
	plan.Occurrence

	State     State
	By        Person    // who acknowledged or waived it
	At        time.Time // when
	Delivered plan.Date // on which day it was delivered, where that was told; zero where it was not
	Note      string    // a link or a few words, "" for none
}

// Key names an occurrence: it is the same whenever and wherever it is drawn up.
func (o Occurrence) Key() string {
	return strings.Join([]string{o.Plan, o.Unit, o.Agency, string(o.Kind), o.Occurrence.Due.String(), o.Period, o.Product}, "|")
}

// Report is a person's word that a duty is not their agency's.
type Report struct {
	ID         int64
	Occurrence Occurrence
	Person     Person
	Words      string
	At         time.Time
	Settled    bool
}

// Explanation is what a leader asked about an occurrence and what was answered.
type Explanation struct {
	ID         int64
	Occurrence Occurrence
	Asked      Person // the leader
	AskedAt    time.Time
	Answered   Person
	AnsweredAt time.Time // zero while it is not answered
	Words      string
}
