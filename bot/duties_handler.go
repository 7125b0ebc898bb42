package bot

import (
	"context"
	"time"

	"cchcbot/bot/duty"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// dutiesHandler shows how an agency's due dates stand and changes that.
type dutiesHandler struct {
	desk      *desk
	agencies  *directory
	screens   *screens
	following *followHandler
	answers   *Answerer
	records   dutiesStore
	rules     *rulebook
	now       func() time.Time
}

// newDutiesHandler makes the screens of due dates. The planner goes by the rules
// as they were published.
func newDutiesHandler(desk *desk, agencies *directory, screens *screens, following *followHandler, answers *Answerer, records dutiesStore, planner *remind.Planner, now func() time.Time) *dutiesHandler {
	return &dutiesHandler{
		desk: desk, agencies: agencies, screens: screens, following: following, answers: answers,
		records: records, rules: &rulebook{planner: planner}, now: now,
	}
}

// dutiesStore keeps how due dates stand. Letters are sent when, and only if, the
// change that they tell of is kept.
type dutiesStore interface {
	AddReport(ctx context.Context, r duty.Report, letters ...duty.Letter) (duty.Report, error)
	AnnotateOccurrence(ctx context.Context, id int64, by duty.Person, note string) (duty.Occurrence, error)
	AnswerExplanation(ctx context.Context, id int64, by duty.Person, words string, letters ...duty.Letter) (e duty.Explanation, first bool, err error)
	AskExplanation(ctx context.Context, e duty.Explanation, letters ...duty.Letter) (duty.Explanation, error)
	CloseOccurrence(ctx context.Context, id int64, state duty.State, by duty.Person, note string, letters ...duty.Letter) (o duty.Occurrence, first bool, err error)
	ClosedOccurrences(ctx context.Context, from plan.Date) (map[string]duty.Occurrence, error)
	Digest(ctx context.Context, chat int64, day plan.Date) (duty.Digest, bool, error)
	Explanations(ctx context.Context, occurrence int64) ([]duty.Explanation, error)
	KeepOccurrence(ctx context.Context, o duty.Occurrence) (duty.Occurrence, error)
	Occurrence(ctx context.Context, id int64) (duty.Occurrence, bool, error)
	OpenReports(ctx context.Context) ([]duty.Report, error)
	Preferences(ctx context.Context, chat int64) (duty.Preferences, error)
	RemindedOccurrences(ctx context.Context, from plan.Date) (map[string]bool, error)
	ReopenOccurrence(ctx context.Context, id int64, by duty.Person, letters ...duty.Letter) (o duty.Occurrence, reopened bool, err error)
	Rules(ctx context.Context) (duty.Rules, error)
	SnoozeOccurrence(ctx context.Context, chat int64, id int64, day plan.Date) error
	Snoozes(ctx context.Context, chat int64) ([]duty.Snooze, error)
	SubscribersOf(ctx context.Context, agency string) ([]duty.Subscription, error)
}
