package bot

import (
	"context"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
)

// fulfil gives words to the use that they were asked for; false where they are
// something else.
func (b *Bot) fulfil(ctx context.Context, t dialog.Turn, e dialog.Expectation) (chat.Reply, bool, error) {
	switch e.Use {
	case dialog.UseErase, dialog.UseSend, dialog.UseAlter:
		return b.consented(ctx, t, e)
	case dialog.UseAnnounce: // which may ask or name whatever it likes; it is shown before it is sent
		reply, err := b.office.PreviewAnnouncement(ctx, t, e.Kept, question.LinesOf(t.Typed))
		return reply, true, err
	case dialog.UsePlan:
		reply, err := b.library.Told(ctx, t, e)
		return reply, true, err
	case dialog.UseOffice:
		if question.Asks(t.Text) {
			return chat.Reply{}, false, nil
		}
		if may, reply, err := b.office.Authorize(ctx, t); err != nil || !may {
			return reply, true, err
		}
		reply, err := b.office.OfficeTold(ctx, t, e.Kept, t.Text)
		return reply, true, err
	}
	if b.asksSomething(t) {
		return chat.Reply{}, false, nil
	}
	words := chat.CutWords(t.Text, dialog.NoteRunes)
	var reply chat.Reply
	var err error
	switch e.Use {
	case dialog.UseNote:
		reply, err = b.duties.Annotate(ctx, t, e.ID, words)
	case dialog.UseReport:
		reply, err = b.duties.ReportSpoken(ctx, t, e.ID, words)
	case dialog.UseAnswer:
		reply, err = b.duties.ExplainTo(ctx, t, e.ID, words)
	}
	return reply, true, err
}

// consented does what a person was asked to agree to.
func (b *Bot) consented(ctx context.Context, t dialog.Turn, e dialog.Expectation) (chat.Reply, bool, error) {
	if !consents[e.Use][question.BareWords(t.Text)] {
		return chat.Reply{}, false, nil
	}
	do := b.following.Erase
	switch e.Use {
	case dialog.UseSend:
		do = func(ctx context.Context, t dialog.Turn) (chat.Reply, error) { return b.office.Announce(ctx, t, e) }
	case dialog.UseAlter:
		do = func(ctx context.Context, t dialog.Turn) (chat.Reply, error) { return b.office.Alter(ctx, t, e) }
	}
	reply, err := do(ctx, t)
	return reply, true, err
}

// consents are the words that agree to a use: to one thing, and to nothing else.
var consents = map[dialog.Use]map[string]bool{
	dialog.UseErase: question.SetOf("dong y", "dong y xoa", "xac nhan", "xac nhan xoa"),
	dialog.UseSend:  question.SetOf("dong y", "dong y gui", "xac nhan", "xac nhan gui"),
	dialog.UseAlter: question.SetOf("dong y", "dong y luu", "xac nhan", "xac nhan luu", "luu"),
}

// asksSomething reports whether words are a question of their own rather than
// what was asked for: a question, the name of an agency, the number of a task.
func (b *Bot) asksSomething(t dialog.Turn) bool {
	if strings.Contains(t.Text, "://") {
		return false // a link, whose "?" asks nothing
	}
	if _, ok := question.PlaceOf(t.Text); ok && strings.Contains(t.Text, ".") {
		return true
	}
	return question.Asks(t.Text) || len(b.agencies.Named(t.Text)) > 0
}
