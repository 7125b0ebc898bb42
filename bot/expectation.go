package bot

import (
	"context"
	"strings"
	"time"
)

// expectation is what a person's next words are for, where a button or a
// command asked for them. A command or a question is never taken for them.
type expectation struct {
	use use
	id  int64 // of the occurrence, explanation or report that the words belong to
}

// use is what words are asked for.
type use int

const (
	useNote   use = iota + 1 // a link or note beside "đã nộp"
	useReport                // why a duty is not the agency's
	useAnswer                // an explanation to a leader
	useErase                 // the consent to erase a person's data
)

const (
	expectTime  = 15 * time.Minute
	expectSeats = 2_000
	noteRunes   = 500 // of words that are kept
)

// expect makes the next words of a person count for a use.
func (b *Bot) expect(t turn, e expectation) { b.expected.put(seatOf(t.Message), e) }

// fulfil gives words to the use that they were asked for; false where they are
// something else.
func (b *Bot) fulfil(ctx context.Context, t turn, e expectation) (Reply, bool, error) {
	if e.use == useErase {
		if !consents[bareWords(t.Text)] {
			return Reply{}, false, nil
		}
		reply, err := b.erase(ctx, t)
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
		reply, err = b.annotate(ctx, t, e.id, words)
	case useReport:
		reply, err = b.report(ctx, t, e.id, words)
	case useAnswer:
		reply, err = b.explainTo(ctx, t, e.id, words)
	}
	return reply, true, err
}

var consents = setOf("dong y", "dong y xoa", "xac nhan", "xac nhan xoa")

// asksSomething reports whether words are a question of their own rather than
// what was asked for: a question, the name of an agency, the number of a task.
func (b *Bot) asksSomething(t turn) bool {
	if strings.Contains(t.Text, "://") {
		return false // a link, whose "?" asks nothing
	}
	if _, ok := placeOf(t.Text); ok && strings.Contains(t.Text, ".") {
		return true
	}
	return asks(t.Text) || len(b.named(t.Text)) > 0
}
