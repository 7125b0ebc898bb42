// Package follow ties people to agencies: following, registering, leaving,
// settings, and every right that comes of it. It sends nothing itself.
package follow

import (
	"context"

	"cchcbot/bot/agency"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
)

// Handler ties people to agencies: who follows which, in which role, and
// what follows from it.
type Handler struct {
	desk      *dialog.Desk
	agencies  *agency.Directory
	records   Store
	memory    agency.Memory
	Appointed []int64 // ids of people that are always administrators
}

// New makes the screens of following.
func New(desk *dialog.Desk, agencies *agency.Directory, records Store, memory agency.Memory, appointed []int64) *Handler {
	return &Handler{desk: desk, agencies: agencies, records: records, memory: memory, Appointed: appointed}
}

// Store keeps who follows which agency, and in which role. Letters are sent when, and only if, the
// change that they tell of is kept.
type Store interface {
	Administrators(ctx context.Context) ([]record.Person, error)
	DecidedBy(ctx context.Context, tie record.Subscription) (record.Person, error)
	ForgetPerson(ctx context.Context, id int64) error
	Preferences(ctx context.Context, chat int64) (record.Preferences, error)
	PutSubscription(ctx context.Context, s record.Subscription, by record.Person, letters ...record.Letter) (before record.Standing, err error)
	SetPreferences(ctx context.Context, p record.Preferences, by record.Person) error
	SettleSubscription(ctx context.Context, s record.Subscription, by record.Person, letters ...record.Letter) (settled bool, err error)
	Subscribers(ctx context.Context) ([]record.Subscription, error)
	SubscriptionsOf(ctx context.Context, chat int64) ([]record.Subscription, error)
	Unsubscribe(ctx context.Context, chat int64, agency string, by record.Person) error
}
