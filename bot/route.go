package bot

import (
	"context"
	"maps"
	"strings"

	"cchcbot/bot/agency"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/progress"
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
		"start":   b.start,
		"help":    b.helpCommand,
		"coquan":  b.agencyCommand,
		"nhiemvu": b.taskCommand,
		"timkiem": b.searchCommand,
		"denhan":  b.dueCommand,
		"quahan":  b.progress.LateCommand,
		"donvi":   b.ownCommand,
		"menu":    b.helpCommand,
	}
	if b.records == nil {
		return
	}
	b.presses = map[dialog.View]dialog.Press{
		dialog.ViewMenu:    b.menuPressed,
		dialog.ViewExample: b.examplePressed,
	}
	b.commands["menu"] = b.menuCommand
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

// hear answers words.
func (b *Bot) hear(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	t.Text = question.Cleaned(t.Text)
	judged, explains := b.desk.Invited.Take(dialog.ParticipantOf(t.Message))
	awaited, waits := b.desk.Expected.Take(dialog.ParticipantOf(t.Message))
	if name, args, ok := slashed(t.Text); ok {
		c, known := b.commandNamed(name)
		if !known {
			return chat.Sentence(textUnknownCommand), nil
		}
		t.Said = b.answers.Reader.Hear(args, t.Now)
		return c(ctx, t, args)
	}
	if c, args, ok := b.bareCommand(t.Text); ok {
		t.Said = b.answers.Reader.Hear(args, t.Now)
		return c(ctx, t, args)
	}
	t.Said = b.answers.Reader.Hear(t.Text, t.Now)
	if reply, ok, err := b.actOn(ctx, t, waits); ok || err != nil {
		return reply, err
	}
	if c, args, ok := b.prefixedCommand(t); ok {
		return c(ctx, t, args)
	}
	if waits && awaited.Use == dialog.UseAnswer && !question.Asks(t.Text) { // whatever words it holds
		if reply, ok, err := b.fulfil(ctx, t, awaited); ok || err != nil {
			return reply, err
		}
	}
	if rest, ok := progress.ParseLate(t.Text); ok {
		if reply, ok, err := b.progress.LateOf(ctx, t, rest); ok || err != nil {
			return reply, err
		}
	}
	if waits {
		if reply, ok, err := b.fulfil(ctx, t, awaited); ok || err != nil {
			return reply, err
		}
	}
	if !question.HasLetters(t.Text) {
		return chat.Sentence(textNoWords), nil
	}
	if reply, ok, err := b.ownState(ctx, t); ok || err != nil {
		return reply, err
	}
	if words, ok := question.Complaint(t.Text); ok {
		return b.rateByWords(ctx, t, words)
	}
	if explains && !question.Asks(t.Text) {
		return b.explain(ctx, judged, t.Text)
	}
	if place, ok := question.PlaceOf(t.Text); ok && strings.Contains(t.Text, ".") {
		return b.place(t, place), nil
	}
	if reply, told, err := b.tellWaiting(ctx, t); told || err != nil {
		return reply, err
	}
	if body, ok := b.introduction(t.Text); ok && agency.WithoutMarks(body, t.Text) {
		b.desk.Waiting.Wait(t.Message, "")
		return agency.AskMarks(body, ""), nil
	} else if ok {
		return b.tell(ctx, t, body)
	}
	// "q3" alone is read as a quarter, as everywhere.
	if len(b.agencies.Named(t.Text)) > 0 && t.Question().Window == nil {
		return b.agencyCommand(ctx, t, t.Text)
	}
	return b.answer(ctx, t)
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

// bareCommand reads the name of a command without its slash, and the phrases
// that mean one.
func (b *Bot) bareCommand(text string) (dialog.Command, string, bool) {
	if name, ok := phrases[question.Folded(text)]; ok {
		if c, ok := b.commandNamed(name); ok {
			return c, "", true
		}
	}
	name, args := question.CutWord(text)
	name = strings.ToLower(name)
	if plainWords[name] {
		return nil, "", false
	}
	c, ok := b.commandNamed(name)
	return c, args, ok
}
