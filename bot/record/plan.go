package record

import (
	"encoding/json"
	"time"

	"cchcbot/seeds/plan"
)

// PlanState is how far a Plan has come.
type PlanState string

// The states of a Plan.
const (
	PlanDraft     PlanState = "draft"
	PlanApproved  PlanState = "approved" // its day is to come
	PlanInForce   PlanState = "in_force"
	PlanReplaced  PlanState = "replaced"
	PlanWithdrawn PlanState = "withdrawn"
)

// Plan is a document of the library as the store keeps it: what is known of it
// without reading it, and how far it has come. Its original is kept beside it.
type Plan struct {
	ID     int64  // given by the store, short enough for a button
	Key    string // names the decision in records: the number, with more where another has the same
	Number string // "6004/QĐ-UBND"
	Issuer string
	Kind   string
	Title  string
	Issued plan.Date
	From   int // the first year that it is for
	To     int // the last

	File    string          // name of the file that was sent
	SHA256  string          // of the original, in hexadecimal; "" for a document that comes with the program
	Settled json.RawMessage // what people settled about its reading; nil for nothing

	State      PlanState
	Day        plan.Date // from which it is in force; zero for a draft
	Replaces   int64     // id of the plan whose place it takes, 0 for none
	Proposed   Person
	ProposedAt time.Time
	Approved   Person
	ApprovedAt time.Time
}

// Rules reports whether a plan is in force.
func (p Plan) Rules() bool { return p.State == PlanInForce }
