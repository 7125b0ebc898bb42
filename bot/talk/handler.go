// Package talk answers what is asked about the plan within a conversation: one
// question or several, what follows up the last one, the screens that buttons turn
// an answer into, and what is late beside what is due.
//
// In: a turn with what was said. Out: a reply, which is remembered for what may
// follow it up. It changes nothing that outlives a restart.
package talk

import (
	"cchcbot/bot/agency"
	"cchcbot/bot/answer"
	"cchcbot/bot/browse"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/progress"
)

// Handler answers what is asked about a plan.
type Handler struct {
	desk      *dialog.Desk
	agencies  *agency.Directory
	answers   *answer.Answerer
	screens   *browse.Screens
	following *follow.Handler
	progress  *progress.Handler
	records   bool // there are people and duties, and not the plan alone

	help func(dialog.Turn) chat.Reply    // tells what can be asked
	over func(*answer.Answerer) *Handler // the same over another plan of the library
}

// New makes a Handler. With records it knows of people and how duties stand. Help
// tells what can be asked, and over is the same over another plan.
func New(desk *dialog.Desk, agencies *agency.Directory, answers *answer.Answerer, screens *browse.Screens, following *follow.Handler, progress *progress.Handler, records bool, help func(dialog.Turn) chat.Reply, over func(*answer.Answerer) *Handler) *Handler {
	return &Handler{
		desk: desk, agencies: agencies, answers: answers, screens: screens, following: following, progress: progress,
		records: records, help: help, over: over,
	}
}
