package bot

import (
	"context"
	"maps"
	"strings"

	"cchcbot/bot/agency"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
)

// room answers some of the commands and buttons of a bot that keeps records.
type room interface {
	Commands() map[string]dialog.Command
	Buttons() map[dialog.View]dialog.Press
}

// route lays out who answers which command and which button.
func (b *Bot) route() {
	b.commands = map[string]dialog.Command{
		"start":  b.start,
		"help":   b.front.helpCommand,
		"quahan": b.progress.LateCommand,
		"donvi":  b.ownCommand,
		"menu":   b.front.helpCommand,
	}
	maps.Copy(b.commands, b.talk.Commands())
	if b.records == nil {
		return
	}
	b.presses = map[dialog.View]dialog.Press{
		dialog.ViewMenu:    b.front.menuPressed,
		dialog.ViewExample: b.examplePressed,
	}
	b.commands["menu"] = b.front.menuCommand
	rooms := []room{b.following, b.duties, b.progress, b.office}
	if b.library != nil {
		rooms = append(rooms, b.library)
	}
	for _, r := range rooms {
		maps.Copy(b.commands, r.Commands())
		maps.Copy(b.presses, r.Buttons())
	}
}

// phrases are whole messages that mean a command.
var phrases = map[string]string{
	"bat dau":  "start",
	"tro giup": "help", "huong dan": "help", "giup do": "help",
	"co quan": "coquan",
	"qua han": "quahan", "tre han": "quahan",
	"den han": "denhan", "sap den han": "denhan",
	"don vi": "donvi", "don vi toi": "donvi", "don vi cua toi": "donvi", "doi don vi": "donvi",
}

// Commands is the command menu.
func Commands() []chat.Command { return commandMenu }

// meaning is one thing that words may mean. It reports false where they mean
// another.
type meaning struct {
	name string
	try  func(ctx context.Context, t dialog.Turn, expected dialog.Expectation) (chat.Reply, bool, error)
}

// meanings are what words may mean, in the order in which it is tried. What the bot
// asked for last comes before all but a command: an explanation is one whatever
// words it holds.
func (b *Bot) meanings() []meaning {
	return []meaning{
		{"a command", b.slashCommand},
		{"a way out of what was asked for", b.wayOut},
		{"what was asked for, whatever it holds", b.askedFor},
		{"the name of a command", b.bareCommand},
		{"whether a task is clear", b.talk.Six},
		{"an act", b.actOn},
		{"a command by how it begins", b.prefixedCommand},
		{"what is late", b.progress.LateSaid},
		{"who has no focal person", b.office.CoverageSaid},
		{"a note that was asked for", b.noted},
		{"what a screen of the administrators takes", b.officeWords},
		{"nothing", noWords},
		{"how one's own duties stand", b.progress.OwnState},
		{"that an answer is not right", b.ratings.complaint},
		{"what was expected of it", b.ratings.explained},
		{"a number", b.talk.Numbered},
		{"the agency that was asked for", b.tellWaiting},
		{"who somebody is", b.introduced},
		{"an agency", b.agencyNamed},
		{"a question", b.talk.Asked},
	}
}

// hear answers words.
func (b *Bot) hear(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	t.Text = question.Cleaned(t.Text)
	if t.Forwarded || t.Edited {
		return b.passedOn(ctx, t)
	}
	expected := b.desk.Expects(t)
	for _, m := range b.heard {
		if reply, means, err := m.try(ctx, t, expected); means || err != nil {
			return reply, err
		}
	}
	return chat.Reply{}, nil
}

// slashCommand does what "/name args" says.
func (b *Bot) slashCommand(ctx context.Context, t dialog.Turn, _ dialog.Expectation) (chat.Reply, bool, error) {
	name, args, ok := slashed(t.Text)
	if !ok {
		return chat.Reply{}, false, nil
	}
	c, known := b.commands[name]
	switch {
	case !known && !t.Private: // of another bot in the group
		return chat.Reply{}, true, nil
	case !known:
		return chat.Sentence(textUnknownCommand), true, nil
	}
	reply, err := c(ctx, t, args)
	return reply, true, err
}

// bareCommand does what the name of a command without its slash says, or a phrase
// that means one.
func (b *Bot) bareCommand(ctx context.Context, t dialog.Turn, _ dialog.Expectation) (chat.Reply, bool, error) {
	c, args, ok := b.namedCommand(t.Text)
	if !ok {
		return chat.Reply{}, false, nil
	}
	t.Said = b.answers.Reader.Hear(args, t.Now)
	reply, err := c(ctx, t, args)
	return reply, true, err
}

// namedCommand is the command that words name without its slash.
func (b *Bot) namedCommand(text string) (c dialog.Command, args string, ok bool) {
	name, args := question.CutWord(text)
	name = strings.ToLower(name)
	c, known := b.commands[name]
	if phrase, ok := b.commands[phrases[question.Folded(text)]]; ok {
		c, args, known = phrase, "", true
	}
	return c, args, known && !plainWords[name]
}

func noWords(_ context.Context, t dialog.Turn, _ dialog.Expectation) (chat.Reply, bool, error) {
	return chat.Sentence(textNoWords), !question.HasLetters(t.Text), nil
}

// introduced makes the agency that somebody says to be from the chat's own.
func (b *Bot) introduced(ctx context.Context, t dialog.Turn, _ dialog.Expectation) (chat.Reply, bool, error) {
	body, ok := introducedAs(t)
	switch {
	case !ok:
		return chat.Reply{}, false, nil
	case agency.WithoutMarks(body, t.Text):
		b.desk.Await(t)
		return agency.AskMarks(body, ""), true, nil
	}
	reply, err := b.tell(ctx, t, body)
	return reply, true, err
}

// agencyNamed shows the duties of an agency that is named and nothing else. "q3"
// alone is read as a quarter, as everywhere.
func (b *Bot) agencyNamed(ctx context.Context, t dialog.Turn, _ dialog.Expectation) (chat.Reply, bool, error) {
	if len(b.agencies.Named(t.Text)) == 0 || t.Question().Window != nil || b.talk.GoesOn(t) {
		return chat.Reply{}, false, nil
	}
	reply, err := b.commands["coquan"](ctx, t, t.Text)
	return reply, true, err
}

// slashed reads "/name args".
func slashed(text string) (name, args string, ok bool) {
	rest, ok := strings.CutPrefix(text, "/")
	if !ok {
		return "", "", false
	}
	name, args = question.CutWord(rest)
	return strings.ToLower(name), args, true
}
