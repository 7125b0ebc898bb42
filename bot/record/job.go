package record

import (
	"encoding/json"
	"fmt"
	"time"

	"cchcbot/seeds/plan"
)

// The jobs that the queue carries out. A job says what is to be looked at, and
// the rows of the store say whether anything is left to do.

// Tick looks whose digest is due.
type Tick struct{}

// Kind names the job in the queue.
func (Tick) Kind() string { return "tick" }

// SendDigest sends a digest that is queued.
type SendDigest struct {
	Chat int64     `json:"chat"`
	Day  plan.Date `json:"day"`
}

// Kind names the job in the queue.
func (SendDigest) Kind() string { return "send_digest" }

// ShowDigest shows a sent digest anew, after something in it was acknowledged.
type ShowDigest struct {
	Chat int64     `json:"chat"`
	Day  plan.Date `json:"day"`
}

// Kind names the job in the queue.
func (ShowDigest) Kind() string { return "show_digest" }

// Letter is a message to a chat other than the one that is spoken in: a request
// to an administrator, a decision to the one who asked.
type Letter struct {
	Chat int64           `json:"chat"`
	Body json.RawMessage `json:"body"` // a reply of the conversation, as the conversation encodes it
}

// Kind names the job in the queue.
func (Letter) Kind() string { return "letter" }

// Undelivered says why a message did not arrive.
type Undelivered struct {
	Reason      string        // of Telegram, or of the way there; free of secrets
	Unreachable bool          // nothing arrives in this chat until somebody in it changes that
	Again       bool          // worth trying again
	After       time.Duration // not before; 0 where nothing was said
}

func (u *Undelivered) Error() string { return fmt.Sprintf("not delivered: %s", u.Reason) }
