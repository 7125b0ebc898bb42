package bot

import (
	"context"
	"time"

	"cchcbot/bot/duty"
)

// followHandler ties people to agencies: who follows which, in which role, and
// what follows from it.
type followHandler struct {
	desk      *desk
	agencies  *directory
	records   followStore
	memory    Memory
	appointed []int64 // ids of people that are always administrators
	met       *room[duty.Person]
}

// newFollowHandler makes the screens of following.
func newFollowHandler(desk *desk, agencies *directory, records followStore, memory Memory, appointed []int64, now func() time.Time) *followHandler {
	return &followHandler{
		desk: desk, agencies: agencies, records: records, memory: memory, appointed: appointed,
		met: newRoom[duty.Person](now, metTime, metSeats),
	}
}

// followStore keeps who follows which agency, and in which role. Letters are sent when, and only if, the
// change that they tell of is kept.
type followStore interface {
	Administrators(ctx context.Context) ([]duty.Person, error)
	Audit(ctx context.Context, after int64, limit int) ([]duty.Change, error)
	ForgetPerson(ctx context.Context, id int64) error
	Meet(ctx context.Context, p duty.Person) error
	Preferences(ctx context.Context, chat int64) (duty.Preferences, error)
	PutSubscription(ctx context.Context, s duty.Subscription, by duty.Person, letters ...duty.Letter) (before duty.Standing, err error)
	SetPreferences(ctx context.Context, p duty.Preferences, by duty.Person) error
	SettleSubscription(ctx context.Context, s duty.Subscription, by duty.Person, letters ...duty.Letter) (settled bool, err error)
	Subscribers(ctx context.Context) ([]duty.Subscription, error)
	SubscriptionsOf(ctx context.Context, chat int64) ([]duty.Subscription, error)
	Unsubscribe(ctx context.Context, chat int64, agency string, by duty.Person) error
}
