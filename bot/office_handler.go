package bot

import (
	"context"

	"cchcbot/bot/duty"
	"cchcbot/seeds/plan"
)

// officeHandler shows administrators their screens and carries out what they decide.
type officeHandler struct {
	desk      *desk
	agencies  *directory
	following *followHandler
	duties    *dutiesHandler
	answers   *Answerer
	records   officeStore
	rounds    Rounds // nil where nobody makes them
	rules     *rulebook
	appointed []int64
	offices   map[string]officeScreen
}

// newOfficeHandler makes the screens of the administrators.
func newOfficeHandler(desk *desk, agencies *directory, following *followHandler, duties *dutiesHandler, answers *Answerer, records officeStore, rounds Rounds) *officeHandler {
	h := &officeHandler{
		desk: desk, agencies: agencies, following: following, duties: duties, answers: answers,
		records: records, rounds: rounds, rules: duties.rules, appointed: following.appointed,
	}
	h.offices = h.screensByTopic()
	return h
}

// officeStore keeps what the office reads and changes. Letters are sent when, and only if, the
// change that they tell of is kept.
type officeStore interface {
	Administrators(ctx context.Context) ([]duty.Person, error)
	Announce(ctx context.Context, what string, by duty.Person, letters ...duty.Letter) error
	Audit(ctx context.Context, after int64, limit int) ([]duty.Change, error)
	Campaigns(ctx context.Context, from, to plan.Date) ([]duty.Campaign, error)
	DismissAdministrator(ctx context.Context, who, by duty.Person, letters ...duty.Letter) error
	Failures(ctx context.Context, day plan.Date) ([]duty.Digest, error)
	NameAdministrator(ctx context.Context, who, by duty.Person, letters ...duty.Letter) error
	OpenReports(ctx context.Context) ([]duty.Report, error)
	Person(ctx context.Context, id int64) (duty.Person, error)
	PutSubscription(ctx context.Context, s duty.Subscription, by duty.Person, letters ...duty.Letter) (before duty.Standing, err error)
	RecentAudit(ctx context.Context, skip, limit int) ([]duty.Change, error)
	RemoveCalendarDays(ctx context.Context, from plan.Date, by duty.Person) error
	ReopenReport(ctx context.Context, id int64, by duty.Person, letters ...duty.Letter) (r duty.Report, reopened bool, err error)
	ReportOf(ctx context.Context, occurrence int64) (r duty.Report, kept bool, err error)
	Rules(ctx context.Context) (duty.Rules, error)
	SetCalendarDays(ctx context.Context, e plan.CalendarEntry, by duty.Person) error
	SetInternalDue(ctx context.Context, d duty.InternalDue, by duty.Person) error
	SetLadder(ctx context.Context, kind plan.DeadlineKind, rungs []string, by duty.Person) error
	SettleReport(ctx context.Context, id int64, waive bool, by duty.Person, letters ...duty.Letter) (r duty.Report, settled bool, err error)
	Subscribers(ctx context.Context) ([]duty.Subscription, error)
	SubscribersOf(ctx context.Context, agency string) ([]duty.Subscription, error)
	WaitingSubscriptions(ctx context.Context) ([]duty.Subscription, error)
}
