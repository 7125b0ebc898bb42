// Package follow ties people to agencies: following, registering, leaving,
// settings, and every right that comes of it. It sends nothing itself.
package follow

import (
	"context"
	"time"

	"cchcbot/bot/agency"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Handler ties people to agencies, each capability on its own.
type Handler struct {
	*rights
	*followings
	*registrations
	*absences
	*preferences
	*personal
}

// rights are who is what to which agency, and what they may do by it.
type rights struct {
	desk      *dialog.Desk
	agencies  *agency.Directory
	records   Store
	Appointed []int64 // ids of people that are always administrators
	governs   Governs
	now       func() time.Time
}

// followings are what chats follow.
type followings struct {
	*rights
	personal *personal
}

// registrations are the roles that are asked for.
type registrations struct {
	*rights
	asked *dialog.Memory[struct{}] // who asked for a role a moment ago, and was not approved since
}

// absences are when people are away, and who is there in their place.
type absences struct{ *rights }

// preferences are what chats chose about their reminders.
type preferences struct{ *rights }

// coolDown is how long a person waits between two requests for a role, which each
// send a letter to every administrator.
const coolDown = 10 * time.Minute

// mostAsked bounds how many people are remembered for having asked.
const mostAsked = 10_000

// Governs reports whether a person administers a group at Telegram.
type Governs func(ctx context.Context, chat, person int64) bool

// New makes the screens of following.
func New(desk *dialog.Desk, agencies *agency.Directory, records Store, memory agency.Memory, appointed []int64, governs Governs, controller string, now func() time.Time) *Handler {
	r := &rights{desk: desk, agencies: agencies, records: records, Appointed: appointed, governs: governs, now: now}
	p := &personal{r, memory, controller}
	return &Handler{
		rights: r, followings: &followings{r, p}, absences: &absences{r}, preferences: &preferences{r}, personal: p,
		registrations: &registrations{r, dialog.NewMemory[struct{}](now, coolDown, mostAsked)},
	}
}

// Store keeps who follows which agency, and in which role. Letters are sent when, and only if, the
// change that they tell of is kept.
type Store interface {
	AbsenceOf(ctx context.Context, person int64) (record.Absence, error)
	Administrators(ctx context.Context) ([]record.Person, error)
	DecidedBy(ctx context.Context, tie record.Subscription) (record.Person, error)
	FocalPersons(ctx context.Context, day plan.Date) ([]record.Subscription, error)
	ForgetPerson(ctx context.Context, id int64, letters ...record.Letter) error
	Notice(ctx context.Context, p record.Person) error
	NoticedAt(ctx context.Context, id int64) (time.Time, error)
	PersonalData(ctx context.Context, id int64) (map[string][]map[string]any, error)
	Preferences(ctx context.Context, chat int64) (record.Preferences, error)
	PutSubscription(ctx context.Context, s record.Subscription, by record.Person, letters ...record.Letter) (before record.Standing, err error)
	SetAbsence(ctx context.Context, a record.Absence, letters ...record.Letter) error
	SetPreferences(ctx context.Context, p record.Preferences, by record.Person) error
	SettleSubscription(ctx context.Context, s record.Subscription, by record.Person, letters ...record.Letter) (settled bool, err error)
	StandIns(ctx context.Context, person int64, day plan.Date) ([]record.Subscription, error)
	Subscribers(ctx context.Context) ([]record.Subscription, error)
	SubscribersOf(ctx context.Context, agency string) ([]record.Subscription, error)
	SubscriptionsOf(ctx context.Context, chat int64) ([]record.Subscription, error)
	Unsubscribe(ctx context.Context, chat int64, agency string, by record.Person, letters ...record.Letter) error
}
