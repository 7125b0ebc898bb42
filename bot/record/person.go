// Package record holds the nouns of following and reminding: who follows which
// agency, how each occurrence of a duty stands, what is sent to whom, and what
// was changed by whom.
//
// In and out: nothing; the package is values that the store keeps, the
// reminders decide on and the conversation shows. It knows no SQL, no chat and
// no clock.
package record

import (
	"context"
	"time"

	"cchcbot/seeds/plan"
)

// Person is someone who speaks with the bot. A private chat has the id of its
// person.
type Person struct {
	ID       int64  `json:"id"`
	Name     string `json:"name,omitempty"`     // as they call themselves, "" when unknown
	Username string `json:"username,omitempty"` // without @, "" for none
}

// Role is what a person is to an agency.
type Role string

// The roles. Anyone may follow; the others are approved by an administrator.
const (
	Follower    Role = "follower"
	FocalPerson Role = "focal"  // cán bộ đầu mối
	Leader      Role = "leader" // lãnh đạo

	// Overseer is whom an administrator lets see how the whole city stands.
	Overseer Role = "overseer"
)

// Standing is how far a Subscription has come.
type Standing string

// The standings. A Follower is Approved at once.
const (
	Waiting  Standing = "waiting"
	Approved Standing = "approved"
	Refused  Standing = "refused"
	Revoked  Standing = "revoked"
)

// Subscription ties a chat to an agency in one role; chat, agency and role name
// it. A group can only follow.
type Subscription struct {
	Chat     int64
	Agency   string // id of the register, or the name of a ward, as the chat's own agency is kept
	Role     Role
	Standing Standing
	Person   Person    // who asked for it
	Since    time.Time // when it got its Standing; only those of a Recipient tell it
	Until    plan.Date // the last day of a role in the place of another; zero for no end
	For      int64     // the person in whose place the chat has the role while they are away; 0 for a role of its own
}

// Preferences are what a chat chose about its reminders.
type Preferences struct {
	Chat      int64
	Minute    int  // of the day at which its digest is sent, from midnight: 510 is 08:30
	QuietFrom int  // minutes of the day between which nothing is sent, across midnight where From > Until;
	QuietTill int  // equal ones mean no quiet hours
	Digest    bool // overviews of what has no near due date
	Supports  bool // also tasks in which the agency only supports
	Monday    bool // the leaders' digest on Mondays
}

// DefaultPreferences are those of a chat that chose nothing: 08:30, quiet from
// 20:00 to 07:00, overviews, the review on Mondays, no supporting tasks.
func DefaultPreferences(chat int64) Preferences {
	return Preferences{Chat: chat, Minute: 8*60 + 30, QuietFrom: 20 * 60, QuietTill: 7 * 60, Digest: true, Monday: true}
}

// Opens is the minute of the day from which reminders are sent: the chosen one, or
// the end of the quiet hours that it lies in.
func (p Preferences) Opens() int {
	if p.Quiet(p.Minute) {
		return p.QuietTill
	}
	return p.Minute
}

// Quiet reports whether nothing is sent at a minute of the day.
func (p Preferences) Quiet(minute int) bool {
	if p.QuietFrom <= p.QuietTill {
		return p.QuietFrom <= minute && minute < p.QuietTill
	}
	return minute >= p.QuietFrom || minute < p.QuietTill
}

// permitKey finds in a context who is asked before anything is kept.
type permitKey struct{}

// WithPermit is a context in which ask is asked before anything is kept; its error is
// why nothing is. With nil nobody is asked.
func WithPermit(ctx context.Context, ask func(context.Context) error) context.Context {
	return context.WithValue(ctx, permitKey{}, ask)
}

// Permit asks whether something may be kept in the name of whoever a context is of.
func Permit(ctx context.Context) error {
	if ask, _ := ctx.Value(permitKey{}).(func(context.Context) error); ask != nil {
		return ask(ctx)
	}
	return nil
}
