package duties

import (
	"context"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/bot/store/people"
	"cchcbot/seeds/plan"
)

// MarkSent keeps that a digest was sent as a message. Where something in it was
// closed while it was on its way, it is shown anew.
func (s Duties) MarkSent(ctx context.Context, chat int64, day plan.Date, message int64) (err error) {
	defer database.Wrap(&err, "mark digest of chat %d on %s sent", chat, day)
	return s.change(ctx, func(t transaction) error {
		chat, err := people.Current(ctx, t.Statements, chat)
		if err != nil {
			return err
		}
		sent, err := t.Affect(ctx, `UPDATE digests SET progress = 'sent', message = ?, sent_at = ?, reason = '' WHERE chat = ? AND day = ?`,
			message, database.ToMillis(s.db.Now()), chat, day.String())
		if err != nil || sent == 0 {
			return err
		}
		closed, err := t.showsClosed(ctx, chat, day)
		if err != nil || !closed {
			return err
		}
		return t.Enqueue(ctx, database.Showing(record.ShowDigest{Chat: chat, Day: day}))
	})
}

// MarkFailed keeps that a queued digest was refused for good, and why.
func (s Duties) MarkFailed(ctx context.Context, chat int64, day plan.Date, reason string) (err error) {
	defer database.Wrap(&err, "mark digest of chat %d on %s failed", chat, day)
	return s.endQueued(ctx, chat, day, record.Failed, reason)
}

// MarkDropped keeps that a queued digest has nothing left to tell.
func (s Duties) MarkDropped(ctx context.Context, chat int64, day plan.Date) (err error) {
	defer database.Wrap(&err, "mark digest of chat %d on %s dropped", chat, day)
	return s.endQueued(ctx, chat, day, record.Dropped, "")
}

func (s Duties) endQueued(ctx context.Context, chat int64, day plan.Date, progress record.Progress, reason string) error {
	return s.db.Exec(ctx, `UPDATE digests SET progress = ?, reason = ? WHERE chat = `+people.CurrentChat+` AND day = ? AND progress = 'queued'`,
		progress, database.Clean(reason), chat, chat, day.String())
}

// Failures returns the digests of a day that were refused for good, without
// their nudges.
func (s Duties) Failures(ctx context.Context, day plan.Date) (list []record.Digest, err error) {
	defer database.Wrap(&err, "list failures of %s", day)
	return database.All(ctx, s.db.Statements, database.Into(digestFields), `SELECT `+digestColumns+` FROM digests d
		WHERE d.day = ? AND d.progress = 'failed' ORDER BY d.chat`, day.String())
}

// Campaigns counts the digests of each day from one to another, both included;
// a day without any is left out.
func (s Duties) Campaigns(ctx context.Context, from, to plan.Date) (list []record.Campaign, err error) {
	defer database.Wrap(&err, "count digests")
	counts, err := database.All(ctx, s.db.Statements, database.Into(countFields), `SELECT day, progress, reason, count(*) FROM digests
		WHERE day BETWEEN ? AND ? GROUP BY day, progress, reason ORDER BY day`, from.String(), to.String())
	if err != nil {
		return nil, err
	}
	for _, c := range counts {
		if len(list) == 0 || list[len(list)-1].Day != c.day {
			list = append(list, record.Campaign{Day: c.day, Failed: map[string]int{}})
		}
		c.addTo(&list[len(list)-1])
	}
	told, err := database.All(ctx, s.db.Statements, database.Into(toldFields), `SELECT d.day, count(*), count(DISTINCT CASE WHEN o.state = 'done' THEN o.id END)
		FROM digests d JOIN nudges n ON n.chat = d.chat AND n.digest_day = d.day JOIN occurrences o ON o.id = n.occurrence
		WHERE d.day BETWEEN ? AND ? AND d.progress = 'sent' AND NOT n.covered GROUP BY d.day ORDER BY d.day`, from.String(), to.String())
	if err != nil {
		return nil, err
	}
	byDay := make(map[plan.Date]toldCount, len(told))
	for _, count := range told {
		byDay[count.day] = count
	}
	for i := range list {
		list[i].Nudges, list[i].Acknowledged = byDay[list[i].Day].nudges, byDay[list[i].Day].done
	}
	return list, nil
}

// progressCount counts the digests of a day that came equally far.
type progressCount struct {
	day      plan.Date
	progress record.Progress
	reason   string
	digests  int
}

func countFields(c *progressCount) []any {
	return []any{database.DayField(&c.day), &c.progress, &c.reason, &c.digests}
}

func (c progressCount) addTo(campaign *record.Campaign) {
	campaign.Due += c.digests
	switch c.progress {
	case record.Sent:
		campaign.Sent += c.digests
	case record.Dropped:
		campaign.Dropped += c.digests
	case record.Failed:
		campaign.Failed[c.reason] += c.digests
	case record.Queued:
	}
}

// toldCount counts what the sent digests of a day tell.
type toldCount struct {
	day          plan.Date
	nudges, done int
}

func toldFields(c *toldCount) []any { return []any{database.DayField(&c.day), &c.nudges, &c.done} }
