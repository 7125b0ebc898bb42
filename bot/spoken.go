package bot

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"cchcbot/bot/duty"
	"cchcbot/seeds/plan"
)

// doneCommand is "da nop 1.14", with a link or a note behind it.
func (b *Bot) doneCommand(ctx context.Context, t turn, args string) (Reply, error) {
	s, w, miss, err := b.theOne(ctx, t, args, false, duty.FocalPerson)
	if err != nil || len(miss.Text) > 0 {
		return miss, err
	}
	s, first, err := b.close(ctx, t, s, cutWords(w.rest, noteRunes))
	if err != nil {
		return Reply{}, err
	}
	words := fmt.Sprintf(textNowDone, s.Unit.Number)
	if !first {
		words = fmt.Sprintf(textDoneBefore, s.Unit.Number, nameOrSomebody(s.kept.By))
	}
	reply := b.told(t, s, words)
	if first && w.rest == "" {
		reply = reply.with(say(fmt.Sprintf(textAskNote, s.Unit.Number)))
	}
	return reply, nil
}

// told shows an occurrence under what was just done about it.
func (b *Bot) told(t turn, s sighted, words string) Reply {
	reply := b.item(t, s, plan.Date{})
	reply.Text = append(Text{bold(words)}, reply.Text...)
	return reply
}

// undoCommand is "hoan tac 1.14".
func (b *Bot) undoCommand(ctx context.Context, t turn, args string) (Reply, error) {
	s, _, miss, err := b.theOne(ctx, t, args, true, duty.FocalPerson)
	if err != nil || len(miss.Text) > 0 {
		return miss, err
	}
	s, words, err := b.undo(ctx, t, s)
	return b.told(t, s, words), err
}

// laterCommand is "nhac lai 1.14 3 ngay": in some days, tomorrow, or on the last
// day.
func (b *Bot) laterCommand(ctx context.Context, t turn, args string) (Reply, error) {
	s, w, miss, err := b.theOne(ctx, t, args, false, duty.Follower, duty.FocalPerson, duty.Leader)
	if err != nil || len(miss.Text) > 0 {
		return miss, err
	}
	days, ok := laterDays(w.rest)
	if !ok {
		return b.laterChoices(t, s, action{view: viewLater, id: s.kept.ID}), nil
	}
	words, err := b.later(ctx, t, s, days)
	return b.told(t, s, words), err
}

// laterDays reads when to be reminded again.
func laterDays(words string) (int64, bool) {
	words = strings.TrimPrefix(strings.TrimPrefix(folded(words), "sau "), "vao ")
	switch words {
	case "mai", "ngay mai":
		return laterTomorrow, true
	case "ngay cuoi", "ngay cuoi cung", "cuoi han":
		return laterLast, true
	}
	number, _, _ := strings.Cut(words, " ")
	n, err := strconv.ParseInt(number, 10, 32)
	if number == "ba" {
		n, err = laterThree, nil
	}
	return n, err == nil && n > 0 && n < laterLast
}

// notOursCommand is "khong phai viec cua don vi 1.14", with the reason behind it.
func (b *Bot) notOursCommand(ctx context.Context, t turn, args string) (Reply, error) {
	s, w, miss, err := b.theOne(ctx, t, args, false, duty.FocalPerson)
	if err != nil || len(miss.Text) > 0 {
		return miss, err
	}
	return b.report(ctx, t, s.kept.ID, cutWords(w.rest, noteRunes))
}
