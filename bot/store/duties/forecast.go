package duties

import (
	"context"

	"cchcbot/bot/record"
	"cchcbot/bot/store/database"
	"cchcbot/bot/store/people"
	"cchcbot/seeds/plan"
)

// lastDay stands for no end of a span of days.
var lastDay = plan.Date{Year: 9999, Month: 12, Day: 31}

// Recipient returns a chat as a forecast from a day on needs it: with its roles,
// those that it will have in the place of others among them, when its person is
// away, and what it was told in the days before.
func (s Duties) Recipient(ctx context.Context, chat int64, day plan.Date) (r record.Recipient, err error) {
	defer database.Wrap(&err, "read recipient %d", chat)
	r, found, err := database.One(ctx, s.db.Statements, database.Into(recipientFields),
		`SELECT `+people.PreferenceColumns+`, r.through FROM recipients r WHERE r.chat = `+people.CurrentChat, chat, chat)
	if err != nil || !found {
		return record.Recipient{Preferences: record.DefaultPreferences(chat)}, err
	}
	list := []record.Recipient{r}
	if err := s.completeRecipients(ctx, list, plan.WindowOf(day, lastDay)); err != nil {
		return r, err
	}
	r = list[0]
	absence, err := people.AbsenceIn(ctx, s.db.Statements, r.Chat)
	if err != nil {
		return r, err
	}
	r.Away = plan.WindowOf(absence.From, absence.To)
	told, err := database.All(ctx, s.db.Statements, database.Into(toldNudgeFields), `SELECT o.name, n.rung FROM nudges n JOIN occurrences o ON o.id = n.occurrence
		WHERE n.chat = ? AND n.digest_day >= ?`, r.Chat, day.AddDays(-toldBefore).String())
	r.Told = make(map[string]bool, len(told))
	for _, n := range told {
		r.Told[n[0]+"|"+n[1]] = true
	}
	return r, err
}

// toldBefore is how many days back what was told before may matter to a forecast.
const toldBefore = 100

func toldNudgeFields(n *[2]string) []any { return []any{&n[0], &n[1]} }

// Known returns what is recorded about the occurrences that are due on a day or
// later, of some agencies, or of all where none is named.
func (s Duties) Known(ctx context.Context, from plan.Date, agencies ...string) (known record.Known, err error) {
	defer database.Wrap(&err, "read what is known of occurrences")
	const of = ` AND o.agency IN`
	ask := func(query string) (string, []string) {
		if len(agencies) == 0 {
			return query, nil
		}
		return query + of, agencies
	}
	query, names := ask(closedOccurrences)
	closed, err := amongOrAll(ctx, s.db.Statements, database.Into(occurrenceFields), query, from, names)
	if err != nil {
		return known, err
	}
	known.Closed = byKey(closed)
	query, names = ask(remindedOccurrences)
	reminded, err := amongOrAll(ctx, s.db.Statements, database.Into(database.Single[string]), query, from, names)
	if err != nil {
		return known, err
	}
	known.Reminded = setOf(reminded)
	query, names = ask(`SELECT ` + explanationColumns + ` FROM ` + explanationTables + ` WHERE e.answered_at IS NULL AND o.due >= ?`)
	asked, err := amongOrAll(ctx, s.db.Statements, database.Into(explanationFields), query, from, names)
	known.Asked = make(map[string]record.Explanation, len(asked))
	for _, e := range asked {
		known.Asked[e.Occurrence.Key()] = e
	}
	return known, err
}

// amongOrAll runs a query from a day on, over some names or over all.
func amongOrAll[T any](ctx context.Context, st database.Statements, scan func(database.Row) (T, error), query string, from plan.Date, names []string) ([]T, error) {
	if names == nil {
		return database.All(ctx, st, scan, query, from.String())
	}
	return database.SelectAmong(ctx, st, scan, query, []any{from.String()}, names, "")
}

func setOf(names []string) map[string]bool {
	set := make(map[string]bool, len(names))
	for _, name := range names {
		set[name] = true
	}
	return set
}
