package bot

import (
	"context"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"cchcbot/index/vi"
)

// command answers what was said behind its name.
type command func(ctx context.Context, t turn, args string) (Reply, error)

// plainCommands are the ways of speaking that begin with a slash. A person may
// leave the slash out.
func (b *Bot) plainCommands() map[string]command {
	return map[string]command{
		"start":   b.start,
		"help":    b.helpCommand,
		"coquan":  b.agencyCommand,
		"nhiemvu": b.taskCommand,
		"timkiem": b.searchCommand,
		"denhan":  b.dueCommand,
		"quahan":  b.progress.lateCommand,
		"donvi":   b.ownCommand,
		"menu":    b.helpCommand,
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
func Commands() []Command { return commandMenu }

// hear answers words.
func (b *Bot) hear(ctx context.Context, t turn) (Reply, error) {
	t.Text = cleaned(t.Text)
	judged, explains := b.desk.invited.take(seatOf(t.Message))
	awaited, waits := b.desk.expected.take(seatOf(t.Message))
	if name, args, ok := slashed(t.Text); ok {
		c, known := b.commandNamed(name)
		if !known {
			return sentence(textUnknownCommand), nil
		}
		return c(ctx, t, args)
	}
	if c, args, ok := b.spokenCommand(t.Text); ok {
		return c(ctx, t, args)
	}
	if c, args, ok := b.ledCommand(t); ok {
		return c(ctx, t, args)
	}
	if rest, ok := lateSaid(t.Text); ok {
		if reply, ok, err := b.progress.lateOf(ctx, t, rest); ok || err != nil {
			return reply, err
		}
	}
	if waits {
		if reply, ok, err := b.fulfil(ctx, t, awaited); ok || err != nil {
			return reply, err
		}
	}
	if !hasLetters(t.Text) {
		return sentence(textNoWords), nil
	}
	if words, ok := complaint(t.Text); ok {
		return b.judgeSpoken(ctx, t, words)
	}
	if explains && !asks(t.Text) {
		return b.explain(ctx, judged, t.Text)
	}
	if place, ok := placeOf(t.Text); ok && strings.Contains(t.Text, ".") {
		return b.place(t, place), nil
	}
	if reply, told, err := b.tellWaiting(ctx, t); told || err != nil {
		return reply, err
	}
	if agency, ok := b.introduction(t.Text); ok && withoutMarks(agency, t.Text) {
		b.desk.waiting.wait(t.Message, "")
		return askMarks(agency, ""), nil
	} else if ok {
		return b.tell(ctx, t, agency)
	}
	// "q3" alone is read as a quarter, as everywhere.
	if len(b.agencies.named(t.Text)) > 0 && b.answers.reader.Read(t.Text, t.now).Window == nil {
		return b.agencyCommand(ctx, t, t.Text)
	}
	return b.answer(ctx, t, t.Text)
}

// cleaned is a text without what nobody types on purpose: broken UTF-8 and
// control characters; marks are composed.
func cleaned(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, " "))
	return strings.TrimSpace(norm.NFC.String(text))
}

// slashed reads "/name args".
func slashed(text string) (name, args string, ok bool) {
	rest, ok := strings.CutPrefix(text, "/")
	if !ok {
		return "", "", false
	}
	name, args = cutWord(rest)
	return strings.ToLower(name), args, true
}

// spokenCommand reads the name of a command without its slash, and the phrases
// that mean one.
func (b *Bot) spokenCommand(text string) (command, string, bool) {
	if name, ok := phrases[folded(text)]; ok {
		if c, ok := b.commandNamed(name); ok {
			return c, "", true
		}
	}
	name, args := cutWord(text)
	name = strings.ToLower(name)
	if plainWords[name] {
		return nil, "", false
	}
	c, ok := b.commandNamed(name)
	return c, args, ok
}

// cutWord parts the first word from the rest.
func cutWord(text string) (word, rest string) {
	i := strings.IndexFunc(text, unicode.IsSpace)
	if i < 0 {
		return text, ""
	}
	return text[:i], strings.TrimSpace(text[i:])
}

// folded is a text as phrases are compared: small letters, no marks, single
// spaces, no punctuation at the end.
func folded(text string) string {
	text = strings.Join(strings.Fields(vi.Fold(vi.Normalize(text))), " ")
	return strings.TrimRight(text, " .,!?…")
}
