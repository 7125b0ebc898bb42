// Package bot answers what an official asks about the plan: one turn in, one
// reply out.
//
// In: a chat.Message, free of any transport. Out: a chat.Reply, in words that
// the transport renders. The message goes to the one room that answers it. The
// package knows no Telegram and no SQL, and states nothing that the document
// does not hold.
package bot

import (
	"context"
	"errors"
	"fmt"
	"time"

	"cchcbot/bot/agency"
	"cchcbot/bot/answer"
	"cchcbot/bot/browse"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/duties"
	"cchcbot/bot/follow"
	"cchcbot/bot/library"
	"cchcbot/bot/office"
	"cchcbot/bot/progress"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/bot/talk"
)

// Bot holds conversations: it hears messages and pressed buttons and says what
// to show. It is safe for concurrent use.
type Bot struct {
	settings  Settings
	desk      *dialog.Desk
	agencies  *agency.Directory
	answers   *answer.Answerer
	screens   *browse.Screens
	following *follow.Handler
	duties    *duties.Handler
	progress  *progress.Handler
	talk      *talk.Handler
	front     *front
	ratings   *ratings
	states    *states
	office    *office.Handler
	library   *library.Handler // nil without a shelf

	memory  agency.Memory
	records Records // nil for a bot that answers and no more
	now     func() time.Time

	presses  map[dialog.View]dialog.Press
	commands map[string]dialog.Command
	prefixes *prefixes
	heard    []meaning
}

// Settings are what a Bot works with.
type Settings struct {
	Answerer *answer.Answerer
	Memory   agency.Memory
	Feedback FeedbackBook
	Now      func() time.Time // tells the time in the zone of Vietnam

	// Records lets people follow agencies and acknowledge duties; nil makes a
	// bot that answers and no more, and has no use for what follows.
	Records        Records
	Rounds         office.Rounds         // nil leaves out what it lists
	Rulebook       *remind.Rulebook      // what is reminded when
	Administrators []int64               // ids of people that are always administrators
	Plans          library.Records       // the documents that administrators send; nil leaves them out
	Shelf          *library.Shelf        // which reads them
	Changed        func(context.Context) // takes up the library once it is another
	Controller     string                // who controls personal data; with "" people are not told what is kept
	Governs        follow.Governs        // nil for nobody: in no group is anything set
	Username       func() string         // the bot's, without @, for links to it; nil or "" makes none
}

// New makes a Bot.
func New(s Settings) *Bot {
	if s.Username == nil {
		s.Username = func() string { return "" }
	}
	return assemble(s, dialog.NewDesk(s.Answerer.Plan().ButtonCode(), s.Now))
}

// assemble makes a Bot that goes on with the conversations of a desk.
func assemble(s Settings, desk *dialog.Desk) *Bot {
	b := &Bot{settings: s, desk: desk, answers: s.Answerer, memory: s.Memory, records: s.Records, now: s.Now}
	b.agencies = agency.NewDirectory(b.desk, s.Answerer.Register, s.Answerer.Names)
	b.screens = browse.New(b.desk, b.agencies, b.answers, s.Username, s.Now)
	b.following = follow.New(b.desk, b.agencies, s.Records, s.Memory, s.Administrators, s.Governs, s.Controller, s.Now)
	b.duties = duties.New(b.desk, b.agencies, b.screens, b.following, b.answers, s.Records, s.Rulebook, s.Now)
	b.progress = progress.New(b.desk, b.agencies, b.screens, b.following, b.duties, b.answers, s.Records)
	b.office = office.New(b.desk, b.agencies, b.following, b.duties, b.progress, b.screens, b.answers, s.Records, s.Rounds)
	if s.Plans != nil {
		b.library = library.New(b.desk, b.following, s.Plans, s.Shelf, s.Changed)
	}
	b.front = &front{desk: b.desk, answers: b.answers, following: b.following, records: b.records != nil}
	b.talk = talk.New(b.desk, b.agencies, b.answers, b.screens, b.following, b.progress, b.records != nil, b.front.help,
		func(a *answer.Answerer) *talk.Handler { return b.over(a).talk })
	b.ratings = &ratings{desk: b.desk, answers: b.answers, talk: b.talk, book: s.Feedback}
	b.states = &states{desk: b.desk, answers: b.answers, screens: b.screens, following: b.following}
	if b.records != nil {
		b.states.duties = b.duties
	}
	b.prefixes, b.heard = newPrefixes(b.agencies, b.duties), b.meanings()
	b.route()
	return b
}

// Inquire answers what is typed behind the bot's name in any chat.
func (b *Bot) Inquire(ctx context.Context, i chat.Inquiry) ([]chat.Card, error) {
	return b.screens.Inquire(ctx, i)
}

// DigestReply is a digest as it is sent.
func (b *Bot) DigestReply(ctx context.Context, d record.Digest) (chat.Reply, error) {
	return b.duties.DigestReply(ctx, d)
}

// Respond answers a message. An error is the operator's matter: whatever a
// person says or presses has a Reply. Who was not told what is kept of people is told
// before the first thing is.
func (b *Bot) Respond(ctx context.Context, m chat.Message) (chat.Reply, error) {
	if b.settings.Controller == "" || b.records == nil || m.User == 0 {
		return b.respond(ctx, m)
	}
	who := dialog.ParticipantOf(m)
	if m.Action == follow.GoOn {
		waiting, told := b.desk.Told.Look(who)
		if !told || waiting.User == 0 {
			return chat.Sentence(follow.TextSendAgain), nil
		}
		b.desk.Told.Put(who, chat.Message{})
		m = waiting
	}
	reply, err := b.respond(record.WithPermit(ctx, b.permit(m)), m)
	if errors.Is(err, errUntold) {
		b.desk.Told.Put(who, m)
		return b.following.Notice(), nil
	}
	return reply, err
}

func (b *Bot) respond(ctx context.Context, m chat.Message) (chat.Reply, error) {
	typed, said := m.Text, b.listen(m.Text)
	b, m, err := b.meant(m, said)
	if err != nil {
		return chat.Reply{}, err
	}
	kept, err := b.memory.AgencyOf(ctx, m.Chat)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("recall agency: %w", err)
	}
	t := dialog.Turn{Message: m, Typed: m.Text, Now: b.now()}
	switch {
	case m.Action != "":
	case m.Text != typed:
		t.Said = b.listen(m.Text)
	default:
		t.Said = b.answers.Reader.Heard(said)
	}
	if own, ok := b.agencies.AgencyByID(kept); ok {
		t.Agency = &own
	} else if b.records != nil && m.Private {
		ties, err := b.following.TiesOf(ctx, m.Chat)
		if err != nil {
			return chat.Reply{}, err
		}
		t.Agency = b.following.OwnOrTied(t, ties)
	}
	answer := b.hear
	if m.Document != nil {
		answer = b.received
	}
	if m.Action != "" {
		answer = b.press
	}
	reply, err := answer(ctx, t)
	if err != nil {
		return chat.Reply{}, err
	}
	if reply, err = b.states.beside(ctx, t, reply); err != nil {
		return chat.Reply{}, err
	}
	if m.Action == "" && len(reply.Text) == 0 && reply.Notice != "" {
		reply.Text = chat.Text{chat.Say(reply.Notice)} // over words there is nothing to show a notice on
	}
	b.desk.Showed(m, reply)
	return reply, nil
}

// listen takes what was said in words; behind a command, what stands behind it.
func (b *Bot) listen(text string) *question.Said {
	text = question.Cleaned(text)
	if _, args, ok := slashed(text); ok {
		text = args
	}
	return b.answers.Reader.Hear(text, b.now())
}

// Records keep who follows which agency, how each duty stands and what was
// changed by whom.
type Records interface {
	follow.Store
	duties.Store
	progress.Store
	office.Store
	MarkReachable(ctx context.Context, chat int64) error
	Meet(ctx context.Context, p record.Person) error
}
