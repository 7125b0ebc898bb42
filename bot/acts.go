package bot

import (
	"context"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
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

// passedOn answers what was forwarded, or changed after it was answered: a question,
// but nothing that would be done in the name of who forwarded it, or once more.
func (b *Bot) passedOn(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	_, _, command := slashed(t.Text)
	_, _, named := b.namedCommand(t.Text)
	_, _, begins := b.prefixes.byPrefix(t)
	_, tells := introducedAs(t)
	if command || named || begins || tells || t.Said.Act() != nil {
		if t.Edited {
			return chat.Sentence(textEdited), nil
		}
		return chat.Sentence(textForwarded), nil
	}
	return b.talk.Answer(ctx, t)
}
