package bot

import (
	"context"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
)

// wayOut leaves what was asked for, or goes back to where the last screen was
// opened from.
func (b *Bot) wayOut(ctx context.Context, t dialog.Turn, e dialog.Expectation) (chat.Reply, bool, error) {
	words := question.BareWords(t.Text)
	told := strings.Contains(" "+question.Folded(t.Text), " da ") // "tôi đã trở lại": who was away is there
	switch {
	case backWords[words] && !told:
		if t.Action = b.desk.Back(t.Message); t.Action != "" {
			t.Said = nil
			reply, err := b.press(ctx, t)
			return reply, true, err
		}
		if e.Use == 0 {
			return chat.Sentence(textNoBack), true, nil
		}
	case !leaveWords[words] || !e.Prompted():
		return chat.Reply{}, false, nil
	}
	b.desk.Expected.Take(dialog.ParticipantOf(t.Message))
	return chat.Sentence(textLeftAlone), true, nil
}

var (
	backWords  = question.SetOf("quay lai", "tro lai", "quay ve", "tro ve")
	leaveWords = question.SetOf("thoi", "huy", "huy bo", "bo qua", "thoi khoi", "de sau", "khong can")
)

// askedFor gives words to the use that they were asked for, whatever they hold; a
// consent to nothing but the words for it.
func (b *Bot) askedFor(ctx context.Context, t dialog.Turn, e dialog.Expectation) (chat.Reply, bool, error) {
	if e.Prompted() && !question.HasLetters(t.Text) {
		b.desk.Expect(t, e) // a picture, or a sign: the words may still come
		return chat.Reply{}, false, nil
	}
	words := chat.CutWords(t.Text, dialog.NoteRunes)
	var reply chat.Reply
	var err error
	switch e.Use {
	case dialog.UseErase, dialog.UseSend, dialog.UseAlter, dialog.UseLeave:
		return b.consented(ctx, t, e)
	case dialog.UseAnnounce: // it is shown before it is sent
		reply, err = b.office.PreviewAnnouncement(ctx, t, e.Kept, question.LinesOf(t.Typed))
	case dialog.UsePlan:
		reply, err = b.library.Told(ctx, t, e)
	case dialog.UseReport:
		reply, err = b.duties.ReportSpoken(ctx, t, e.ID, words)
	case dialog.UseAnswer:
		reply, err = b.duties.ExplainTo(ctx, t, e.ID, words)
	default:
		return chat.Reply{}, false, nil
	}
	return reply, true, err
}

// noted gives words that ask for nothing and name nothing to the note that they
// were asked for.
func (b *Bot) noted(ctx context.Context, t dialog.Turn, e dialog.Expectation) (chat.Reply, bool, error) {
	if e.Use != dialog.UseNote {
		return chat.Reply{}, false, nil
	}
	_, number := question.PlaceOf(t.Text)
	link := strings.Contains(t.Text, "://") // whose "?" asks nothing
	if !link && (number || question.Asks(t.Text) || len(b.agencies.Named(t.Text)) > 0) {
		return chat.Reply{}, false, nil
	}
	reply, err := b.duties.Annotate(ctx, t, e.ID, chat.CutWords(t.Text, dialog.NoteRunes))
	return reply, true, err
}

// officeWords gives words that ask for nothing to the screen of the administrators
// that takes them.
func (b *Bot) officeWords(ctx context.Context, t dialog.Turn, e dialog.Expectation) (chat.Reply, bool, error) {
	if e.Use != dialog.UseOffice || question.Asks(t.Text) {
		return chat.Reply{}, false, nil
	}
	if may, reply, err := b.office.Authorize(ctx, t); err != nil || !may {
		return reply, true, err
	}
	reply, err := b.office.OfficeTold(ctx, t, e.Kept, t.Text)
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
	case dialog.UseLeave:
		do = func(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
			return b.following.LeaveSure(ctx, t, e.Kept)
		}
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
	dialog.UseLeave: question.SetOf("dong y", "dong y thoi", "xac nhan", "xac nhan thoi"),
	dialog.UseAlter: question.SetOf("dong y", "dong y luu", "xac nhan", "xac nhan luu", "luu"),
}
