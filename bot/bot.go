package bot

import (
	"context"
	"fmt"
	"time"

	"cchcbot/seeds/plan"
)

// Bot holds conversations: it hears messages and pressed buttons and says what
// to show. It is safe for concurrent use.
type Bot struct {
	answerer *Answerer
	memory   Memory
	now      func() time.Time
	names    *nameBook
	groups   map[string]plan.Group // by folded name
	waiting  waitingRoom
	recall   recall
	feedback FeedbackBook
	invited  *room[Feedback] // those who may say next what they expected
}

// Memory keeps what must outlive a restart. A group has one memory for all of
// its members.
type Memory interface {
	// AgencyOf is what SetAgency kept for the chat, "" for nothing.
	AgencyOf(ctx context.Context, chat int64) (string, error)
	// SetAgency keeps the chat's agency; "" forgets it.
	SetAgency(ctx context.Context, chat int64, agency string) error
}

// New makes a Bot. The clock tells the time in the zone of Vietnam.
func New(answerer *Answerer, memory Memory, feedback FeedbackBook, now func() time.Time) *Bot {
	return &Bot{
		answerer: answerer,
		memory:   memory,
		now:      now,
		names:    answerer.names,
		groups:   groupNames(answerer.register),
		waiting:  newWaitingRoom(now),
		recall:   newRecall(now),
		feedback: feedback,
		invited:  newRoom[Feedback](now, inviteTime, inviteSeats),
	}
}

// turn is one message with what is known of its chat.
type turn struct {
	Message
	own *plan.Agency // the chat's agency, nil when untold
	now time.Time
}

func (t turn) situation() Situation { return Situation{Now: t.now, Agency: t.own} }

// whose words the chat's agency is told in.
func (t turn) whose() string {
	if t.Private {
		return wordYou
	}
	return wordGroup
}

// Respond answers a message. An error is the operator's matter: whatever a
// person says or presses has a Reply.
func (b *Bot) Respond(ctx context.Context, m Message) (Reply, error) {
	kept, err := b.memory.AgencyOf(ctx, m.Chat)
	if err != nil {
		return Reply{}, fmt.Errorf("recall agency: %w", err)
	}
	t := turn{Message: m, now: b.now()}
	if own, ok := b.agencyByID(kept); ok {
		t.own = &own
	}
	if m.Action != "" {
		return b.press(ctx, t)
	}
	return b.hear(ctx, t)
}

// agencyByID finds what memory or a button means by an agency: one of the
// register, a whole group, or a ward by its name. A button cannot name a ward,
// only all of them, whose duties are the same.
func (b *Bot) agencyByID(id string) (plan.Agency, bool) {
	register := b.answerer.register
	if a, ok := register.Agency(id); ok {
		return a, true
	}
	if g, ok := register.Group(id); ok {
		return b.answerer.register.Stand(g), true
	}
	return register.Ward(id)
}

// isWard is true for a ward, of which the register holds none.
func isWard(a plan.Agency) bool {
	return len(a.Groups) == 1 && a.Groups[0] == plan.WardGroup
}

// buttonID is the id under which buttons know an agency.
func buttonID(a plan.Agency) string {
	if isWard(a) {
		return plan.WardGroup
	}
	return a.ID
}

// memoryID is what memory keeps of an agency.
func memoryID(a plan.Agency) string {
	if isWard(a) && a.ID != plan.WardGroup {
		return a.Name
	}
	return a.ID
}

// button makes a button that shows a screen.
func (b *Bot) button(label string, a action) Button {
	return Button{Label: label, Action: a.encode(b.answerer.Plan().Year)}
}
