package bot

import (
	"context"

	"cchcbot/bot/duty"
	"cchcbot/seeds/plan"
)

// Records keep who follows which agency, how each duty stands and what was
// changed by whom. Letters are sent when, and only if, the change that they
// tell of is kept.
type Records interface {
	People
	Administrators
	Following
	Subscriptions
	Occurrences
	Acknowledgements
	Explanations
	Reports
	Settlements
	Campaigns
	Rulebook
	Journal
}

// People are those who speak with the bot.
type People interface {
	MarkReachable(ctx context.Context, chat int64) error
	Meet(ctx context.Context, p duty.Person) error
	Person(ctx context.Context, id int64) (duty.Person, error)
	ForgetPerson(ctx context.Context, id int64) error
}

// Administrators are those who were named in the conversation.
type Administrators interface {
	Administrators(ctx context.Context) ([]duty.Person, error)
	NameAdministrator(ctx context.Context, who, by duty.Person, letters ...duty.Letter) error
	DismissAdministrator(ctx context.Context, who, by duty.Person, letters ...duty.Letter) error
}

// Following is what chats chose for themselves.
type Following interface {
	Preferences(ctx context.Context, chat int64) (duty.Preferences, error)
	SetPreferences(ctx context.Context, p duty.Preferences, by duty.Person) error
	Unsubscribe(ctx context.Context, chat int64, agency string, by duty.Person) error
}

// Subscriptions tie chats to agencies.
type Subscriptions interface {
	SubscriptionsOf(ctx context.Context, chat int64) ([]duty.Subscription, error)
	SubscribersOf(ctx context.Context, agency string) ([]duty.Subscription, error)
	Subscribers(ctx context.Context) ([]duty.Subscription, error)
	WaitingSubscriptions(ctx context.Context) ([]duty.Subscription, error)
	PutSubscription(ctx context.Context, s duty.Subscription, by duty.Person, letters ...duty.Letter) (before duty.Standing, err error)
	SettleSubscription(ctx context.Context, s duty.Subscription, by duty.Person, letters ...duty.Letter) (settled bool, err error)
}

// Occurrences are the due dates of duties, as they stand.
type Occurrences interface {
	Occurrence(ctx context.Context, id int64) (duty.Occurrence, bool, error)
	KeepOccurrence(ctx context.Context, o duty.Occurrence) (duty.Occurrence, error)
	ClosedOccurrences(ctx context.Context, from plan.Date) (map[string]duty.Occurrence, error)
	RemindedOccurrences(ctx context.Context, from plan.Date) (map[string]bool, error)
}

// Acknowledgements change how an occurrence stands.
type Acknowledgements interface {
	CloseOccurrence(ctx context.Context, id int64, state duty.State, by duty.Person, note string, letters ...duty.Letter) (o duty.Occurrence, first bool, err error)
	AnnotateOccurrence(ctx context.Context, id int64, by duty.Person, note string) (duty.Occurrence, error)
	ReopenOccurrence(ctx context.Context, id int64, by duty.Person, letters ...duty.Letter) (o duty.Occurrence, reopened bool, err error)
	SnoozeOccurrence(ctx context.Context, chat int64, id int64, day plan.Date) error
	Snoozes(ctx context.Context, chat int64) ([]duty.Snooze, error)
}

// Explanations are asked by leaders and given by focal persons.
type Explanations interface {
	AskExplanation(ctx context.Context, e duty.Explanation, letters ...duty.Letter) (duty.Explanation, error)
	AnswerExplanation(ctx context.Context, id int64, by duty.Person, words string, letters ...duty.Letter) (e duty.Explanation, first bool, err error)
	Explanations(ctx context.Context, occurrence int64) ([]duty.Explanation, error)
}

// Reports say that a duty is not the agency's.
type Reports interface {
	AddReport(ctx context.Context, r duty.Report, letters ...duty.Letter) (duty.Report, error)
	OpenReports(ctx context.Context) ([]duty.Report, error)
	ReportOf(ctx context.Context, occurrence int64) (r duty.Report, kept bool, err error) // the last one
}

// Settlements are the administrators' words on reports.
type Settlements interface {
	SettleReport(ctx context.Context, id int64, waive bool, by duty.Person, letters ...duty.Letter) (r duty.Report, settled bool, err error)
	ReopenReport(ctx context.Context, id int64, by duty.Person, letters ...duty.Letter) (r duty.Report, reopened bool, err error)
}

// Campaigns are what was sent on each day.
type Campaigns interface {
	Digest(ctx context.Context, chat int64, day plan.Date) (duty.Digest, bool, error)
	Campaigns(ctx context.Context, from, to plan.Date) ([]duty.Campaign, error)
	Failures(ctx context.Context, day plan.Date) ([]duty.Digest, error)
}

// Rulebook holds what administrators changed about the reminders.
type Rulebook interface {
	Rules(ctx context.Context) (duty.Rules, error)
	SetLadder(ctx context.Context, kind plan.DeadlineKind, rungs []string, by duty.Person) error
	SetCalendarDays(ctx context.Context, e plan.CalendarEntry, by duty.Person) error
	RemoveCalendarDays(ctx context.Context, from plan.Date, by duty.Person) error
	SetInternalDue(ctx context.Context, d duty.InternalDue, by duty.Person) error
}

// Journal is the audit log, and what goes to many people at once.
type Journal interface {
	Audit(ctx context.Context, after int64, limit int) ([]duty.Change, error)
	RecentAudit(ctx context.Context, skip, limit int) ([]duty.Change, error) // the newest first
	Announce(ctx context.Context, what string, by duty.Person, letters ...duty.Letter) error
}
