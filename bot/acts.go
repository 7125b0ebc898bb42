package bot

import (
	"context"
	"strings"

	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
)

// actOn does what the words of a focal person say was delivered, in whatever order
// they say it, for each task that they name. It reports false for words that do
// nothing of the kind.
func (b *Bot) actOn(ctx context.Context, t dialog.Turn) (chat.Reply, bool, error) {
	if b.records == nil {
		return chat.Reply{}, false, nil
	}
	act := t.Question().Act
	if act == nil || act.Kind != question.ActDone || len(act.Places) == 0 {
		return chat.Reply{}, false, nil
	}
	if _, _, prefixed := b.byPrefix(t); prefixed && len(act.Places) == 1 {
		return chat.Reply{}, false, nil // a command keeps all of its words
	}
	all, err := b.following.TiesOf(ctx, t.User)
	if err != nil || len(all.Agencies(record.FocalPerson)) == 0 {
		return chat.Reply{}, false, err
	}
	if act.Problem != nil {
		return chat.Sentence(answer.NoSuchTime(*act.Problem)), true, nil
	}
	var done chat.Reply
	for _, p := range act.Places {
		reply, err := b.commands["danop"](ctx, t, actWords(act, p))
		if err != nil {
			return chat.Reply{}, false, err
		}
		done.Text, done.Buttons = append(done.Text, reply.Text...), append(done.Buttons, reply.Buttons...)
	}
	return done, true, nil
}

// actWords are an act on one task in the words of its command.
func actWords(act *question.Act, p question.Place) string {
	words := []string{strings.TrimPrefix(p.Section+"."+p.Number, ".")}
	if p.Section == "PL" {
		words[0] = textAppendix + p.Number
	}
	if len(act.Periods) > 0 {
		words = append(words, act.Periods[0].Label)
	}
	if act.Agency != nil {
		words = append(words, act.Agency.Name)
	}
	switch {
	case act.Link != "":
		words = append(words, act.Link)
	case !act.Day.IsZero():
		words = append(words, textDeliveredOn+chat.Day(act.Day))
	case act.Words != "":
		words = append(words, act.Words)
	}
	return strings.Join(words, " ")
}

// ownState shows how a person's own duties stand where words ask for nothing else:
// what is late, or what is still to be delivered.
func (b *Bot) ownState(ctx context.Context, t dialog.Turn) (chat.Reply, bool, error) {
	if b.records == nil {
		return chat.Reply{}, false, nil
	}
	about := t.Question().About
	named := len(about.Parties) > 1 || len(about.Parties) == 1 && !about.Parties[0].Own
	if about.State == "" || named || len(about.Places)+len(about.Topic)+len(about.Windows) > 0 || about.Heading != nil {
		return chat.Reply{}, false, nil
	}
	all, err := b.following.TiesOf(ctx, t.User)
	if err != nil || len(all.Agencies(record.FocalPerson, record.Leader)) == 0 {
		return chat.Reply{}, false, err
	}
	switch about.State {
	case question.StateLate:
		return b.progress.LateOf(ctx, t, "")
	case question.StateOpen:
		reply, err := b.commands["tiendo"](ctx, t, "")
		return reply, true, err
	}
	return chat.Reply{}, false, nil
}
