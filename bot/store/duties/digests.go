package duties

import (
	"context"
	"fmt"
	"slices"

	"github.com/riverqueue/river"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/bot/store/people"
	"cchcbot/seeds/plan"
)

// QueueDigests keeps the digests that were drawn up for a day and enqueues
// their sending. drawnUp are all the chats that were looked at, with or without
// a digest; they are no Recipients of the day any more.
//
// Nothing is queued twice: a chat that was drawn up before is left alone, and so
// is one that is no recipient any more; nudges that exist are left out, and a
// digest that then tells nothing is not queued.
func (s Duties) QueueDigests(ctx context.Context, day plan.Date, digests []record.Digest, drawnUp []int64) (err error) {
	defer database.Wrap(&err, "queue digests of %s", day)
	return s.change(ctx, func(t transaction) error {
		chats, err := t.drawUp(ctx, day, drawnUp)
		if err != nil {
			return err
		}
		var fresh []record.Digest
		for _, d := range digests {
			if chats[d.Chat] && len(d.Nudges) > 0 {
				d.Day = day
				fresh = append(fresh, d)
			}
		}
		if len(fresh) == 0 {
			return nil
		}
		return t.queueDigests(ctx, fresh)
	})
}

// Rewind forgets what was drawn up for a day and later ones: the clock of a
// rehearsal was set back to that day, and its reminders come again. How duties
// stand stays as it is.
func (s Duties) Rewind(ctx context.Context, day plan.Date) (err error) {
	defer database.Wrap(&err, "rewind digests to %s", day)
	return s.change(ctx, func(t transaction) error {
		for _, query := range []string{
			`UPDATE recipients SET through = '' WHERE through >= ?`,
			`DELETE FROM nudges WHERE digest_day >= ?`,
			`DELETE FROM digests WHERE day >= ?`,
		} {
			if err := t.Exec(ctx, query, day.String()); err != nil {
				return err
			}
		}
		return nil
	})
}

// drawUp notes that the digests of chats are drawn up, and returns the chats of
// which this is news. It holds them until the transaction ends.
func (t transaction) drawUp(ctx context.Context, day plan.Date, chats []int64) (map[int64]bool, error) {
	chats = slices.Clone(chats)
	slices.Sort(chats)
	held, err := database.SelectAmong(ctx, t.Statements, database.Into(database.Single[int64]),
		`SELECT chat FROM recipients WHERE through <> ? AND chat IN`, []any{day.String()}, chats, `ORDER BY chat`+t.Lock())
	if err != nil {
		return nil, fmt.Errorf("hold recipients: %w", err)
	}
	_, err = database.SelectAmong(ctx, t.Statements, database.Into(database.Single[int64]),
		`UPDATE recipients SET through = ? WHERE chat IN`, []any{day.String()}, held, `RETURNING chat`)
	if err != nil {
		return nil, fmt.Errorf("note recipients: %w", err)
	}
	_, err = database.SelectAmong(ctx, t.Statements, database.Into(database.Single[int64]),
		`DELETE FROM snoozes WHERE day <= ? AND chat IN`, []any{day.String()}, held, `RETURNING chat`)
	if err != nil {
		return nil, fmt.Errorf("end snoozes: %w", err)
	}
	news := make(map[int64]bool, len(held))
	for _, chat := range held {
		news[chat] = true
	}
	return news, nil
}

func (t transaction) queueDigests(ctx context.Context, digests []record.Digest) error {
	ids, err := t.keep(ctx, told(digests))
	if err != nil {
		return err
	}
	added, err := t.addDigests(ctx, digests)
	if err != nil {
		return err
	}
	telling, err := t.addNudges(ctx, digests, added, ids)
	if err != nil {
		return err
	}
	var jobs []river.InsertManyParams
	var silent []int64
	for _, d := range digests {
		switch {
		case telling[d.Chat]:
			jobs = append(jobs, database.Sending(d.Chat, d))
		case added[d.Chat]:
			silent = append(silent, d.Chat)
		}
	}
	if err := t.removeDigests(ctx, digests[0].Day, silent); err != nil {
		return err
	}
	return t.EnqueueUnique(ctx, jobs...)
}

// told are the occurrences in digests.
func told(digests []record.Digest) []record.Occurrence {
	var list []record.Occurrence
	for _, d := range digests {
		for _, n := range d.Nudges {
			list = append(list, n.Occurrence)
		}
	}
	return list
}

// addDigests returns the chats that had no digest of the day.
func (t transaction) addDigests(ctx context.Context, digests []record.Digest) (map[int64]bool, error) {
	rows := make([][]any, len(digests))
	for i, d := range digests {
		rows[i] = []any{d.Chat, d.Day.String(), d.Late, database.ToMillis(t.Now())}
	}
	chats, err := database.InsertAll(ctx, t.Statements, database.Into(database.Single[int64]), `INSERT INTO digests (chat, day, late, queued_at)`,
		rows, `ON CONFLICT (chat, day) DO NOTHING RETURNING chat`)
	if err != nil {
		return nil, fmt.Errorf("write digests: %w", err)
	}
	added := make(map[int64]bool, len(chats))
	for _, chat := range chats {
		added[chat] = true
	}
	return added, nil
}

// addNudges writes the nudges of the added digests, and returns the chats to
// which one of them is news.
func (t transaction) addNudges(ctx context.Context, digests []record.Digest, added map[int64]bool, ids map[string]int64) (map[int64]bool, error) {
	var rows [][]any
	for _, d := range digests {
		if !added[d.Chat] {
			continue
		}
		for place, n := range d.Nudges {
			rows = append(rows, []any{ids[n.Occurrence.Key()], n.Rung, d.Chat, d.Day.String(), place, n.Day.String(), n.Covered})
		}
	}
	news, err := database.InsertAll(ctx, t.Statements, database.Into(newsFields), `INSERT INTO nudges (occurrence, rung, chat, digest_day, place, day, covered)`,
		rows, `ON CONFLICT (occurrence, rung, chat) DO NOTHING RETURNING chat, covered`)
	if err != nil {
		return nil, fmt.Errorf("write nudges: %w", err)
	}
	telling := map[int64]bool{}
	for _, n := range news {
		telling[n.chat] = telling[n.chat] || !n.covered
	}
	return telling, nil
}

// newNudge is a nudge that was not there before.
type newNudge struct {
	chat    int64
	covered bool
}

func newsFields(n *newNudge) []any { return []any{&n.chat, &n.covered} }

// removeDigests takes back digests of which nothing is news.
func (t transaction) removeDigests(ctx context.Context, day plan.Date, chats []int64) error {
	for _, query := range []string{
		`DELETE FROM nudges WHERE digest_day = ? AND chat IN`,
		`DELETE FROM digests WHERE day = ? AND chat IN`,
	} {
		_, err := database.SelectAmong(ctx, t.Statements, database.Into(database.Single[int64]), query, []any{day.String()}, chats, `RETURNING chat`)
		if err != nil {
			return fmt.Errorf("remove digests: %w", err)
		}
	}
	return nil
}

const digestColumns = `d.chat, d.day, d.late, d.progress, d.message, d.reason, d.queued_at, d.sent_at`

func digestFields(d *record.Digest) []any {
	return []any{
		&d.Chat, database.DayField(&d.Day), &d.Late, &d.Progress, &d.Message, &d.Reason, database.TimeField(&d.QueuedAt), database.TimeField(&d.SentAt),
	}
}

// Digest returns the digest of a chat with its nudges, and whether there is one.
func (s Duties) Digest(ctx context.Context, chat int64, day plan.Date) (d record.Digest, found bool, err error) {
	defer database.Wrap(&err, "read digest of chat %d on %s", chat, day)
	d, found, err = database.One(ctx, s.db.Statements, database.Into(digestFields),
		`SELECT `+digestColumns+` FROM digests d WHERE d.chat = `+people.CurrentChat+` AND d.day = ?`, chat, chat, day.String())
	if err != nil || !found {
		return d, false, err
	}
	d.Nudges, err = database.All(ctx, s.db.Statements, database.Into(nudgeFields), `SELECT n.rung, n.day, n.covered, `+occurrenceColumns+`
		FROM nudges n JOIN `+occurrenceTables+` ON o.id = n.occurrence
		WHERE n.chat = ? AND n.digest_day = ? ORDER BY n.place`, d.Chat, day.String())
	return d, err == nil, err
}

func nudgeFields(n *record.Nudge) []any {
	return append([]any{&n.Rung, database.DayField(&n.Day), &n.Covered}, occurrenceFields(&n.Occurrence)...)
}
