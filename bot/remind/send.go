package remind

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Digests are the digests that were drawn up.
type Digests interface {
	Digest(ctx context.Context, chat int64, day plan.Date) (record.Digest, bool, error)
	MarkSent(ctx context.Context, chat int64, day plan.Date, message int64) error
	MarkFailed(ctx context.Context, chat int64, day plan.Date, reason string) error
	MarkDropped(ctx context.Context, chat int64, day plan.Date) error
}

// Chooser knows what chats chose.
type Chooser interface {
	Preferences(ctx context.Context, chat int64) (record.Preferences, error)
}

// Post carries messages out. What does not arrive is a *record.Undelivered; any
// other error is trouble on this side.
type Post interface {
	// Send sends a digest and returns the id of its message, 0 where nothing of
	// it can be told any more. When its turn has come, which may take long, still is
	// asked whether it is as it was: its error is that of Send.
	Send(ctx context.Context, d record.Digest, still func(context.Context) error) (message int64, err error)
	// Show changes the message of a digest that was sent.
	Show(ctx context.Context, d record.Digest) error
	// Deliver sends a letter.
	Deliver(ctx context.Context, l record.Letter) error
}

// Sender carries out the jobs that send. It decides by the rows of the store
// whether anything is left to do, so a job may come twice or too late.
type Sender struct {
	digests Digests
	chooser Chooser
	post    Post
	rules   *Rulebook
	now     func() time.Time
	log     *slog.Logger
	showing *turns // of the chats whose digest is being changed
}

// NewSender makes a Sender. The clock tells the time in the zone of Vietnam.
func NewSender(digests Digests, chooser Chooser, post Post, rules *Rulebook, now func() time.Time, log *slog.Logger) *Sender {
	return &Sender{digests: digests, chooser: chooser, post: post, rules: rules, now: now, log: log, showing: newTurns()}
}

// Again asks for a job to be carried out again, without it counting as failed.
type Again struct {
	After time.Duration
	Cause error // nil where nothing went wrong
}

func (a *Again) Error() string { return fmt.Sprintf("again after %s: %v", a.After, a.Cause) }

func (a *Again) Unwrap() error { return a.Cause }

const (
	outagePause = 5 * time.Second // before what did not arrive is tried again
	markTimeout = 5 * time.Second // writing down what was sent, also while stopping
)

// Send sends a queued digest, without what was settled meanwhile; where nothing
// is left it is dropped. Quiet hours and days off hold it back.
//
// A kill between sending and writing it down repeats this one message: a
// repeated reminder is better than none.
func (s *Sender) Send(ctx context.Context, job record.SendDigest) error {
	d, known, err := s.digests.Digest(ctx, job.Chat, job.Day)
	if err != nil || !known || d.Progress != record.Queued {
		return err
	}
	if err := s.holdBack(ctx, job.Chat); err != nil {
		return err
	}
	open, err := s.asOfNow(ctx, d)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(open.Nudges, func(n record.Nudge) bool { return !n.Covered }) {
		return s.digests.MarkDropped(ctx, d.Chat, d.Day)
	}
	message, err := s.post.Send(ctx, open, func(ctx context.Context) error { return s.unchanged(ctx, d) })
	switch {
	case errors.Is(err, errChanged):
		return s.Send(ctx, job)
	case err != nil:
		return s.notSent(ctx, d, err)
	case message == 0:
		return s.digests.MarkDropped(ctx, d.Chat, d.Day)
	}
	marking, cancel := context.WithTimeout(context.WithoutCancel(ctx), markTimeout)
	defer cancel()
	if err := s.digests.MarkSent(marking, d.Chat, d.Day, message); err != nil {
		return err
	}
	return s.showIfSettled(ctx, d)
}

// errChanged says that a digest was sent, or something in it settled, while it
// waited for its turn.
var errChanged = errors.New("the digest was changed meanwhile")

// unchanged is errChanged where a queued digest is not as it was.
func (s *Sender) unchanged(ctx context.Context, before record.Digest) error {
	d, known, err := s.digests.Digest(ctx, before.Chat, before.Day)
	if err != nil {
		return err
	}
	if !known || d.Progress != record.Queued || settled(d) != settled(before) {
		return errChanged
	}
	return nil
}

// holdBack is an Again until the end of the quiet hours or of a day off, nil
// outside them.
func (s *Sender) holdBack(ctx context.Context, chat int64) error {
	planner, err := s.rules.Planner(ctx)
	if err != nil {
		return err
	}
	if today := plan.DateOf(s.now()); !planner.calendar.IsWorkingDay(today) {
		return &Again{After: today.AddDays(1).In(s.now().Location()).Sub(s.now())}
	}
	chosen, err := s.chooser.Preferences(ctx, chat)
	if err != nil {
		return err
	}
	now := s.now()
	minute := now.Hour()*60 + now.Minute()
	if !chosen.Quiet(minute) {
		return nil
	}
	const day = 24 * 60
	return &Again{After: time.Duration((chosen.QuietTill-minute+day)%day)*time.Minute - time.Duration(now.Second())*time.Second}
}

// asOfNow leaves out what is settled. A digest that could not be sent on its day
// is told as of the day on which it is, without what a later one tells: an
// outage of some days does not end in a burst.
func (s *Sender) asOfNow(ctx context.Context, d record.Digest) (record.Digest, error) {
	d.SentAt = s.now()
	told, err := s.toldLater(ctx, d)
	if err != nil {
		return d, err
	}
	d.Nudges = slices.DeleteFunc(slices.Clone(d.Nudges), func(n record.Nudge) bool {
		settled := n.Occurrence.State != record.Open && rungNamed(n.Rung).Count != countWeek
		return settled || told[n.Occurrence.Key()]
	})
	return d, nil
}

// mostDaysLate is how far behind its day a digest looks for later ones.
const mostDaysLate = 31

// toldLater are the occurrences, by key, in digests of the chat for later days.
func (s *Sender) toldLater(ctx context.Context, d record.Digest) (map[string]bool, error) {
	told := map[string]bool{}
	today := plan.DateOf(s.now())
	for day := d.Day.AddDays(1); day.Compare(today) <= 0 && d.Day.DaysUntil(day) <= mostDaysLate; day = day.AddDays(1) {
		later, known, err := s.digests.Digest(ctx, d.Chat, day)
		if err != nil {
			return nil, err
		}
		if !known || later.Progress != record.Queued && later.Progress != record.Sent {
			continue
		}
		for _, n := range later.Nudges {
			told[n.Occurrence.Key()] = told[n.Occurrence.Key()] || !n.Covered
		}
	}
	return told, nil
}

// notSent writes down that a digest was refused for good, and asks for another
// try of one that was not.
func (s *Sender) notSent(ctx context.Context, d record.Digest, err error) error {
	undelivered, ok := errors.AsType[*record.Undelivered](err)
	if !ok || undelivered.Again {
		return again(err)
	}
	s.log.Warn("digest refused", "chat", d.Chat, "day", d.Day.String(), "reason", undelivered.Reason)
	return s.digests.MarkFailed(ctx, d.Chat, d.Day, undelivered.Reason)
}

// again makes an Again of what did not arrive and is worth another try; other
// errors stay what they are.
func again(err error) error {
	undelivered, ok := errors.AsType[*record.Undelivered](err)
	if !ok || !undelivered.Again {
		return err
	}
	after := undelivered.After
	if after == 0 {
		after = outagePause
	}
	return &Again{After: after, Cause: err}
}

// showIfSettled shows a digest anew where something in it was settled while it
// was on its way: those who settled it did not know of the message.
func (s *Sender) showIfSettled(ctx context.Context, before record.Digest) error {
	d, known, err := s.digests.Digest(ctx, before.Chat, before.Day)
	if err != nil || !known || settled(d) == settled(before) {
		return err
	}
	return s.Show(ctx, record.ShowDigest{Chat: before.Chat, Day: before.Day})
}

func settled(d record.Digest) int {
	n := 0
	for _, nudge := range d.Nudges {
		if nudge.Occurrence.State != record.Open {
			n++
		}
	}
	return n
}

// Show shows a sent digest as it stands now. What cannot be changed any more
// stays as it was sent. A chat's digests are looked at and shown one at a time:
// of two changes the later one is what stays.
func (s *Sender) Show(ctx context.Context, job record.ShowDigest) error {
	release, err := s.showing.take(ctx, job.Chat)
	if err != nil {
		return err
	}
	defer release()
	d, known, err := s.digests.Digest(ctx, job.Chat, job.Day)
	if err != nil || !known || d.Progress != record.Sent {
		return err
	}
	return s.orGiveUp("digest not shown anew", job.Chat, s.post.Show(ctx, d))
}

// Deliver sends a letter.
func (s *Sender) Deliver(ctx context.Context, letter record.Letter) error {
	return s.orGiveUp("letter refused", letter.Chat, s.post.Deliver(ctx, letter))
}

// orGiveUp logs what was refused for good.
func (s *Sender) orGiveUp(what string, chat int64, err error) error {
	if undelivered, ok := errors.AsType[*record.Undelivered](err); ok && !undelivered.Again {
		s.log.Warn(what, "chat", chat, "reason", undelivered.Reason)
		return nil
	}
	return again(err)
}
