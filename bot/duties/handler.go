// Package duties shows how an agency's due dates stand and changes that:
// acknowledging, putting off, reporting, explaining, the digest, the preview and
// the files. Rights are checked at every act.
package duties

import (
	"context"
	"time"

	"cchcbot/bot/agency"
	"cchcbot/bot/answer"
	"cchcbot/bot/browse"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// Handler shows how an agency's due dates stand and changes that, each capability
// on its own.
type Handler struct {
	*cards
	*acts
	*explanations
	*digests
	*files
}

// cards show single due dates and how they stand.
type cards struct {
	desk      *dialog.Desk
	agencies  *agency.Directory
	screens   *browse.Screens
	following *follow.Handler
	answers   *answer.Answerer
	records   Store
	Rules     *remind.Rulebook
	now       func() time.Time
}

// New makes the screens of due dates.
func New(desk *dialog.Desk, agencies *agency.Directory, screens *browse.Screens, following *follow.Handler, answers *answer.Answerer, records Store, rules *remind.Rulebook, now func() time.Time) *Handler {
	c := &cards{
		desk: desk, agencies: agencies, screens: screens, following: following, answers: answers,
		records: records, Rules: rules, now: now,
	}
	d, e := &digests{cards: c}, &explanations{c}
	return &Handler{cards: c, acts: newActs(c, d, e), explanations: e, digests: d, files: &files{c}}
}

// Store keeps how due dates stand. Letters are sent when, and only if, the
// change that they tell of is kept.
type Store interface {
	AddReport(ctx context.Context, r record.Report, letters ...record.Letter) (record.Report, error)
	AnnotateOccurrence(ctx context.Context, id int64, by record.Person, note string) (record.Occurrence, error)
	AnswerExplanation(ctx context.Context, id int64, by record.Person, words string, letters ...record.Letter) (e record.Explanation, first bool, err error)
	AskExplanation(ctx context.Context, e record.Explanation, letters ...record.Letter) (record.Explanation, error)
	CloseOccurrences(ctx context.Context, list []record.Occurrence, by record.Person) (closed []record.Occurrence, first []bool, err error)
	ClosedOccurrences(ctx context.Context, from plan.Date) (map[string]record.Occurrence, error)
	Digest(ctx context.Context, chat int64, day plan.Date) (record.Digest, bool, error)
	Explanations(ctx context.Context, occurrence int64) ([]record.Explanation, error)
	FocalPersons(ctx context.Context, day plan.Date) ([]record.Subscription, error)
	KeepOccurrence(ctx context.Context, o record.Occurrence) (record.Occurrence, error)
	Known(ctx context.Context, from plan.Date, agencies ...string) (record.Known, error)
	Recipient(ctx context.Context, chat int64, day plan.Date) (record.Recipient, error)
	Occurrence(ctx context.Context, id int64) (record.Occurrence, bool, error)
	OccurrencesOf(ctx context.Context, unit, agency string) (map[string]record.Occurrence, error)
	OpenReports(ctx context.Context) ([]record.Report, error)
	Preferences(ctx context.Context, chat int64) (record.Preferences, error)
	RemindedOccurrences(ctx context.Context, from plan.Date) (map[string]bool, error)
	ReopenOccurrence(ctx context.Context, id int64, by record.Person, letters ...record.Letter) (o record.Occurrence, reopened bool, err error)
	SnoozeOccurrence(ctx context.Context, chat int64, o record.Occurrence, day plan.Date) error
	Snoozes(ctx context.Context, chat int64) ([]record.Snooze, error)
}
