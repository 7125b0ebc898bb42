package bot

import (
	"context"
	"strings"

	"cchcbot/bot/answer"
	"cchcbot/bot/browse"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
)

// opened shows the unit that a link to the bot opens.
func (b *Bot) opened(t dialog.Turn, args string) (chat.Reply, bool) {
	head, id, ok := strings.Cut(args, "_")
	ok = ok && strings.HasPrefix(head, browse.LinkBegin)
	if !ok {
		return chat.Reply{}, false
	}
	id = strings.ReplaceAll(id, "_", ".")
	if _, row := b.answers.Index.Unit("PL." + id); row {
		id = "PL." + id
	}
	at := dialog.Action{View: dialog.ViewFound, Asked: question.Search, Units: []string{id}}
	reply, ok := b.talk.Press(t, at)
	reply.Shown.About = nil // whoever was spoken of before
	return reply, ok
}

// examplePressed asks one of the examples.
func (b *Bot) examplePressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	if at.Number < 0 || at.Number >= int64(len(answer.Examples)) {
		return chat.OldButton(), nil
	}
	t.Text = strings.TrimPrefix(answer.Examples[at.Number], "- ")
	if place, ok := question.PlaceOf(strings.TrimPrefix(t.Text, "Nhiệm vụ ")); ok {
		return b.talk.Place(t, place), nil
	}
	t.Said = b.answers.Reader.Hear(t.Text, t.Now)
	return b.talk.Answer(ctx, t)
}
