// Package browse shows the plan as screens: an answer, an agency's duties, what
// is due, a heading, one unit, an inline card. It changes nothing.
package browse

import (
	"time"

	"cchcbot/bot/agency"
	"cchcbot/bot/answer"
	"cchcbot/bot/dialog"
)

// Screens shows the plan: an answer, an agency's duties, what is due, a heading,
// one unit.
type Screens struct {
	desk     *dialog.Desk
	agencies *agency.Directory
	answers  *answer.Answerer
	username func() string // the bot's, without @, for links to it; "" makes none
	now      func() time.Time
}

// New makes the screens of a plan.
func New(desk *dialog.Desk, agencies *agency.Directory, answers *answer.Answerer, username func() string, now func() time.Time) *Screens {
	return &Screens{desk: desk, agencies: agencies, answers: answers, username: username, now: now}
}
