package telegram

import (
	"errors"
	"net/http"
	"time"

	"github.com/go-telegram/bot/models"
)

// What Settings.Count counts, as a Prometheus writes it. No name tells a person or
// a chat.
const (
	countMessages    = `cchcbot_updates_total{kind="message"}`
	countPresses     = `cchcbot_updates_total{kind="press"}`
	countInquiries   = `cchcbot_updates_total{kind="inline"}`
	countMemberships = `cchcbot_updates_total{kind="membership"}`
	countTooMuch     = `cchcbot_updates_over_quota_total{told="yes"}`
	countDropped     = `cchcbot_updates_over_quota_total{told="no"}`
	countTriedAgain  = `cchcbot_answers_tried_again_total`

	countSent    = `cchcbot_telegram_calls_total{kind="message",end="done"}`
	countDone    = `cchcbot_telegram_calls_total{kind="other",end="done"}`
	countLimited = `cchcbot_telegram_calls_total{kind="any",end="told to wait"}`
	countRefused = `cchcbot_telegram_calls_total{kind="any",end="refused"}`
	countLost    = `cchcbot_telegram_calls_total{kind="any",end="unknown"}`
)

// kindOf is the counter of an update.
func kindOf(u *models.Update) string {
	switch {
	case u.CallbackQuery != nil:
		return countPresses
	case u.InlineQuery != nil:
		return countInquiries
	case u.MyChatMember != nil:
		return countMemberships
	}
	return countMessages
}

// endOf is the counter of a call that was made.
func endOf(t turn, err error) string {
	if refused, ok := errors.AsType[*refusal](err); ok && refused.code == http.StatusTooManyRequests {
		return countLimited
	} else if ok {
		return countRefused
	}
	switch {
	case err != nil:
		return countLost
	case t.chat != 0:
		return countSent
	}
	return countDone
}

// Load is how much a Transport has in hand.
type Load struct {
	Open    int       // updates that are not done
	Held    int       // of these, not written down and not confirmed
	Answers int       // that wait for their turn at Telegram
	Patient int       // messages that can wait for it
	Polled  time.Time // when a poll succeeded last, or polling began
}

// Load tells how much is in hand now.
func (t *Transport) Load() Load {
	l := Load{Open: t.inbox.load(), Held: len(t.inbox.holding())}
	_, l.Polled = t.pulse.read()
	t.caller.pace.mu.Lock()
	defer t.caller.pace.mu.Unlock()
	l.Answers, l.Patient = len(t.caller.pace.answers), len(t.caller.pace.patient)
	return l
}
