package bot

import "time"

// screens shows the plan: an answer, an agency's duties, what is due, a heading,
// one unit.
type screens struct {
	desk     *desk
	agencies *directory
	answers  *Answerer
	username func() string // the bot's, without @, for links to it; "" makes none
	now      func() time.Time
}

// newScreens makes the screens of a plan.
func newScreens(desk *desk, agencies *directory, answers *Answerer, username func() string, now func() time.Time) *screens {
	return &screens{desk: desk, agencies: agencies, answers: answers, username: username, now: now}
}
