package bot

import (
	"context"
	"fmt"
	"time"

	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// Bot holds conversations: it hears messages and pressed buttons and says what
// to show. It is safe for concurrent use.
type Bot struct {
	desk      *desk
	agencies  *directory
	answers   *Answerer
	screens   *screens
	following *followHandler
	duties    *dutiesHandler
	progress  *progressHandler
	office    *officeHandler

	memory   Memory
	feedback FeedbackBook
	records  Records // nil for a bot that answers and no more
	now      func() time.Time

	presses  map[view]press
	commands map[string]command
	leads    []leadCommand
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
	if s.Username == nil {
		s.Username = func() string { return "" }
	}
	b := &Bot{answers: s.Answerer, memory: s.Memory, feedback: s.Feedback, records: s.Records, now: s.Now}
	b.desk = newDesk(s.Answerer.Plan().Year, s.Pace, s.Now)
	b.agencies = newDirectory(b.desk, s.Answerer.register, s.Answerer.reader, s.Answerer.names)
	b.screens = newScreens(b.desk, b.agencies, b.answers, s.Username, s.Now)
	b.following = newFollowHandler(b.desk, b.agencies, s.Records, s.Memory, s.Administrators, s.Now)
	b.duties = newDutiesHandler(b.desk, b.agencies, b.screens, b.following, b.answers, s.Records, s.Planner, s.Now)
	b.progress = newProgressHandler(b.desk, b.agencies, b.screens, b.following, b.duties, b.answers, s.Records)
	b.office = newOfficeHandler(b.desk, b.agencies, b.following, b.duties, b.answers, s.Records, s.Rounds)
	b.presses, b.commands, b.leads = b.pressesByView(), b.commandsByName(), b.leadCommands()
	return b
}

// Inquire answers what is typed behind the bot's name in any chat.
func (b *Bot) Inquire(ctx context.Context, i Inquiry) ([]Card, error) {
	return b.screens.Inquire(ctx, i)
}

// DigestReply is a digest as it is sent.
func (b *Bot) DigestReply(ctx context.Context, d record.Digest) (Reply, error) {
	return b.duties.DigestReply(ctx, d)
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
	switch b.desk.flood.admit(m) {
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
	if own, ok := b.agencies.agencyByID(kept); ok {
		t.own = &own
	}
	if err := b.following.meet(ctx, t); err != nil {
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
func (b *directory) agencyByID(id string) (plan.Agency, bool) {
	register := b.register
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
func (b *desk) button(label string, a action) Button {
	return Button{Label: label, Action: a.encode(b.year)}
}
