package bot

import (
	"context"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
)

// actOn does what words say is to be done about duties. It reports false for words
// that do nothing of the kind, and for those that were asked for something else.
func (b *Bot) actOn(ctx context.Context, t dialog.Turn, expected dialog.Expectation) (chat.Reply, bool, error) {
	if b.records == nil {
		return chat.Reply{}, false, nil
	}
	act := t.Said.Act()
	if act == nil || expected.Prompted() && act.Items[0].Number == "" {
		return chat.Reply{}, false, nil
	}
	return b.duties.Said(ctx, t, *act)
}

// passedOn answers what was forwarded: a question, but nothing that would be done in
// the name of who forwarded it.
func (b *Bot) passedOn(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	_, _, command := slashed(t.Text)
	_, _, named := b.namedCommand(t.Text)
	_, _, begins := b.prefixes.byPrefix(t)
	_, tells := b.introduction(t.Text)
	if command || named || begins || tells || t.Said.Act() != nil {
		return chat.Sentence(textForwarded), nil
	}
	return b.talk.Answer(ctx, t)
}

// ownState shows how a person's own duties stand where words ask for nothing else:
// what is late, or what is still to be delivered.
func (b *Bot) ownState(ctx context.Context, t dialog.Turn, _ dialog.Expectation) (chat.Reply, bool, error) {
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
