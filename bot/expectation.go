package bot

import (
	"context"
	"strings"
	"time"
)

// expectation is what a person's next words are for, where a button or a
// command asked for them. A command or a question is never taken for them.
type expectation struct {
	use   use
	id    int64  // of the occurrence, explanation or report that the words belong to
	kept  string // the screen or the audience that was chosen
	words string // what is to be sent or saved
}

// use is what words are asked for.
type use int

const (
	useNote     use = iota + 1 // a link or note beside "đã nộp"
	useReport                  // why a duty is not the agency's
	useAnswer                  // an explanation to a leader
	useOffice                  // what a screen of the administrators takes
	useAnnounce                // the words of an announcement
	useSend                    // the consent to send it
	useErase                   // the consent to erase a person's data
	useAlter                   // the consent to change something of the reminders
)

const (
	expectTime  = 15 * time.Minute
	expectSeats = 2_000
	noteRunes   = 500 // of words that are kept
)

// expect makes the next words of a person count for a use.
func (b *desk) expect(t turn, e expectation) { b.expected.put(seatOf(t.Message), e) }

// fulfil gives words to the use that they were asked for; false where they are
// something else.
func (b *Bot) fulfil(ctx context.Context, t turn, e expectation) (Reply, bool, error) {
	switch e.use {
	case useErase, useSend, useAlter:
		return b.consented(ctx, t, e)
	case useAnnounce: // which may ask or name whatever it likes; it is shown before it is sent
		reply, err := b.office.previewAnnouncement(ctx, t, e.kept, linesOf(t.typed))
		return reply, true, err
	case useOffice:
		if asks(t.Text) {
			return Reply{}, false, nil
		}
		if may, reply, err := b.office.office(ctx, t); err != nil || !may {
			return reply, true, err
		}
		reply, err := b.office.officeTold(ctx, t, e.kept, t.Text)
		return reply, true, err
	}
	if b.asksSomething(t) {
		return Reply{}, false, nil
	}
	words := cutWords(t.Text, noteRunes)
	var reply Reply
	var err error
	switch e.use {
	case useNote:
		reply, err = b.duties.annotate(ctx, t, e.id, words)
	case useReport:
		reply, err = b.duties.reportSpoken(ctx, t, e.id, words)
	case useAnswer:
		reply, err = b.duties.explainTo(ctx, t, e.id, words)
	}
	return reply, true, err
}

// consented does what a person was asked to agree to.
func (b *Bot) consented(ctx context.Context, t turn, e expectation) (Reply, bool, error) {
	if said := bareWords(t.Text); !consents[said] && (e.use != useAlter || said != "luu") {
		return Reply{}, false, nil
	}
	do := b.following.erase
	switch e.use {
	case useSend:
		do = func(ctx context.Context, t turn) (Reply, error) { return b.office.announce(ctx, t, e) }
	case useAlter:
		do = func(ctx context.Context, t turn) (Reply, error) { return b.office.alter(ctx, t, e) }
	}
	reply, err := do(ctx, t)
	return reply, true, err
}

var consents = setOf("dong y", "dong y xoa", "dong y gui", "dong y luu", "xac nhan", "xac nhan xoa", "xac nhan gui")

// asksSomething reports whether words are a question of their own rather than
// what was asked for: a question, the name of an agency, the number of a task.
func (b *Bot) asksSomething(t turn) bool {
	if strings.Contains(t.Text, "://") {
		return false // a link, whose "?" asks nothing
	}
	if _, ok := placeOf(t.Text); ok && strings.Contains(t.Text, ".") {
		return true
	}
	return asks(t.Text) || len(b.agencies.named(t.Text)) > 0
}
