package bot

import (
	"context"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
)

// press answers a pressed button. One that cannot be read, or that points to
// what is no more, gets a short notice and changes nothing.
func (b *Bot) press(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	at, ok := b.decoded(t.Action)
	if !ok {
		return chat.OldButton(), nil
	}
	b.endPrompt(t, at)
	switch at.View {
	case dialog.ViewTell:
		if agency, ok := b.agencies.AgencyByID(at.Agency); ok {
			return b.tell(ctx, t, agency)
		}
		return chat.OldButton(), nil
	case dialog.ViewForget:
		return b.forget(ctx, t)
	case dialog.ViewElsewhere:
		return b.talk.Elsewhere(ctx, t, at)
	case dialog.ViewWrong:
		return b.ratings.ratePressed(ctx, t, at)
	}
	if _, isAct := dialog.ActFields[at.View]; isAct {
		do, known := b.presses[at.View]
		if !known {
			return chat.OldButton(), nil
		}
		return do(ctx, t, at)
	}
	if reply, ok := b.talk.Press(t, at); ok {
		return reply, nil
	}
	return chat.OldButton(), nil
}

// endPrompt ends the wait for what was asked for: whoever presses a button went on
// to something else, or agreed by it. The screens that save or send a draft take it
// themselves.
func (b *Bot) endPrompt(t dialog.Turn, at dialog.Action) {
	if at.View == dialog.ViewOffice || at.View == dialog.ViewAnnouncement {
		return
	}
	who := dialog.ParticipantOf(t.Message)
	if expected, _ := b.desk.Expected.Look(who); expected.Prompted() {
		b.desk.Expected.Take(who)
	}
}
