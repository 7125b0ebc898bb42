// Package office holds the screens and decisions of administrators:
// registrations, reports, calendar, ladder, internal due dates, announcements and
// the log. Every change that it makes stands in the audit log.
package office

import (
	"context"

	"cchcbot/bot/agency"
	"cchcbot/bot/answer"
	"cchcbot/bot/browse"
	"cchcbot/bot/dialog"
	"cchcbot/bot/duties"
	"cchcbot/bot/follow"
	"cchcbot/bot/progress"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// Handler shows administrators their screens and carries out what they decide.
type Handler struct {
	desk      *dialog.Desk
	agencies  *agency.Directory
	following *follow.Handler
	duties    *duties.Handler
	progress  *progress.Handler
	screens   *browse.Screens
	answers   *answer.Answerer
	records   Store
	rounds    Rounds // nil where nobody makes them
	rules     *remind.Rulebook
	appointed []int64
	Screens   map[string]officeScreen
}

// New makes the screens of the administrators.
func New(desk *dialog.Desk, agencies *agency.Directory, following *follow.Handler, duties *duties.Handler, progress *progress.Handler, screens *browse.Screens, answers *answer.Answerer, records Store, rounds Rounds) *Handler {
	h := &Handler{
		desk: desk, agencies: agencies, following: following, duties: duties, progress: progress, screens: screens, answers: answers,
		records: records, rounds: rounds, rules: duties.Rules, appointed: following.Appointed,
	}
	h.Screens = h.screensByTopic()
	return h
}

// Store keeps what the office reads and changes. Letters are sent when, and only if, the
// change that they tell of is kept.
type Store interface {
	Administrators(ctx context.Context) ([]record.Person, error)
	Announce(ctx context.Context, what string, by record.Person, letters ...record.Letter) error
	Audit(ctx context.Context, after int64, limit int) ([]record.Change, error)
	Campaigns(ctx context.Context, from, to plan.Date) ([]record.Campaign, error)
	DismissAdministrator(ctx context.Context, who, by record.Person, letters ...record.Letter) error
	Failures(ctx context.Context, day plan.Date) ([]record.Digest, error)
	NameAdministrator(ctx context.Context, who, by record.Person, letters ...record.Letter) error
	OpenReports(ctx context.Context) ([]record.Report, error)
	Person(ctx context.Context, id int64) (record.Person, error)
	PutSubscription(ctx context.Context, s record.Subscription, by record.Person, letters ...record.Letter) (before record.Standing, err error)
	RecentAudit(ctx context.Context, skip, limit int) ([]record.Change, error)
	RemoveCalendarDays(ctx context.Context, from plan.Date, by record.Person) error
	ReopenReport(ctx context.Context, id int64, by record.Person, letters ...record.Letter) (r record.Report, reopened bool, err error)
	ReportOf(ctx context.Context, occurrence int64) (r record.Report, kept bool, err error)
	Rules(ctx context.Context) (record.Rules, error)
	SetCalendarDays(ctx context.Context, e plan.CalendarEntry, by record.Person) error
	SetInternalDue(ctx context.Context, d record.InternalDue, by record.Person) error
	SetLadder(ctx context.Context, kind plan.DeadlineKind, rungs []string, by record.Person) error
	SettleReport(ctx context.Context, id int64, waive bool, by record.Person, letters ...record.Letter) (r record.Report, settled bool, err error)
	Subscribers(ctx context.Context) ([]record.Subscription, error)
	SubscribersOf(ctx context.Context, agency string) ([]record.Subscription, error)
	WaitingSubscriptions(ctx context.Context) ([]record.Subscription, error)
}
