package bot

import (
	"context"
	"fmt"
	"time"

	"cchcbot/bot/duty"
	"cchcbot/bot/question"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// Bot holds conversations: it hears messages and pressed buttons and says what
// to show. It is safe for concurrent use.
type Bot struct {
	answerer *Answerer
	known *plan.Register
	reader   *question.Reader
	year     int
	memory   Memory
	now      func() time.Time
	names    *nameBook
	groups   map[string]plan.Group // by folded name
	waiting  waitingRoom
	recall   recall
	feedback FeedbackBook
	invited  *room[Feedback] // those who may say next what they expected

	rounds    Rounds  // nil where nobody makes them
	records   Records // nil for a bot that answers and no more
	rules     rulebook
	appointed []int64
	username  func() string
	met       *room[duty.Person]
	expected  *room[expectation] // what a person's next words are for
	flood     *flood

	presses  map[view]press
	commands map[string]command
	leads    []leadCommand
	offices  map[string]officeScreen
}

// Settings are what a Bot works with.
type Settings struct {
	Answerer *Answerer
	Memory   Memory
	Feedback FeedbackBook
	Now      func() time.Time // tells the time in the zone of Vietnam

	// Records lets people follow agencies and acknowledge duties; nil makes a
	// bot that answers and no more, and has no use for what follows.
	Records        Records
	Rounds         Rounds          // nil leaves out what it lists
	Planner        *remind.Planner // by the rules as they were published
	Administrators []int64         // ids of people that are always administrators
	Username       func() string   // the bot's, without @, for links to it; nil or "" makes none
	Pace           Pace            // how much one person may ask; the zero Pace sets no limit
}

// Memory keeps what must outlive a restart. A group has one memory for all of
// its members.
type Memory interface {
	// AgencyOf is what SetAgency kept for the chat, "" for nothing.
	AgencyOf(ctx context.Context, chat int64) (string, error)
	// SetAgency keeps the chat's agency; "" forgets it.
	SetAgency(ctx context.Context, chat int64, agency string) error
}

// New makes a Bot.
func New(s Settings) *Bot {
	b := &Bot{
		answerer: s.Answerer, known: s.Answerer.register, reader: s.Answerer.reader, year: s.Answerer.Plan().Year,
		memory:   s.Memory,
		now:      s.Now,
		names:    s.Answerer.names,
		groups:   groupNames(s.Answerer.register),
		waiting:  newWaitingRoom(s.Now),
		recall:   newRecall(s.Now),
		feedback: s.Feedback,
		invited:  newRoom[Feedback](s.Now, inviteTime, inviteSeats),

		records:   s.Records,
		rounds:    s.Rounds,
		rules:     rulebook{planner: s.Planner},
		appointed: s.Administrators,
		username:  s.Username,
		met:       newRoom[duty.Person](s.Now, metTime, metSeats),
		expected:  newRoom[expectation](s.Now, expectTime, expectSeats),
		flood:     newFlood(s.Pace, s.Now),
	}
	if b.username == nil {
		b.username = func() string { return "" }
	}
	b.presses, b.commands, b.leads, b.offices = b.pressesByView(), b.commandsByName(), b.leadCommands(), b.screensByTopic()
	return b
}

// turn is one message with what is known of its chat.
type turn struct {
	Message
	typed string       // the words as they were typed, lines and all
	own   *plan.Agency // the chat's agency, nil when untold
	now   time.Time
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
	switch b.flood.admit(m) {
	case tooMuch:
		return patience(m), nil
	case silence:
		return Reply{}, nil
	}
	kept, err := b.memory.AgencyOf(ctx, m.Chat)
	if err != nil {
		return Reply{}, fmt.Errorf("recall agency: %w", err)
	}
	t := turn{Message: m, typed: m.Text, now: b.now()}
	if own, ok := b.agencyByID(kept); ok {
		t.own = &own
	}
	if err := b.meet(ctx, t); err != nil {
		return Reply{}, err
	}
	answer := b.hear
	if m.Action != "" {
		answer = b.press
	}
	reply, err := answer(ctx, t)
	if err != nil {
		return Reply{}, err
	}
	return b.withState(ctx, t, reply)
}

// agencyByID finds what memory or a button means by an agency: one of the
// register, a whole group, or a ward by its name. A button cannot name a ward,
// only all of them, whose duties are the same.
func (b *Bot) agencyByID(id string) (plan.Agency, bool) {
	register := b.known
	if a, ok := register.Agency(id); ok {
		return a, true
	}
	if g, ok := register.Group(id); ok {
		return register.Stand(g), true
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
	return Button{Label: label, Action: a.encode(b.year)}
}
