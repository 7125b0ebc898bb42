// Package agency tells which agency words or a button mean.
//
// In: words as a person types them. Out: agencies of the register, those with
// similar names, and the screens to choose one. It ties nobody to an agency.
package agency

import (
	"context"
	"fmt"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// Directory tells which agency words or a button mean, and lets people choose
// one.
type Directory struct {
	desk     *dialog.Desk
	register *plan.Register
	Names    *NameIndex
	groups   map[string]plan.Group // by folded name
}

// NewDirectory makes a directory of a register.
func NewDirectory(desk *dialog.Desk, register *plan.Register, names *NameIndex) *Directory {
	return &Directory{desk: desk, register: register, Names: names, groups: groupNames(register)}
}

// Memory keeps what must outlive a restart. A group has one memory for all of
// its members.
type Memory interface {
	// AgencyOf is what SetAgency kept for the chat, "" for nothing.
	AgencyOf(ctx context.Context, chat int64) (string, error)
	// SetAgency keeps the chat's agency; "" forgets it.
	SetAgency(ctx context.Context, chat int64, agency string) error
}

// AgencyByID finds what memory or a button means by an agency: one of the
// register, a whole group, or a ward by its name. A button cannot name a ward,
// only all of them, whose duties are the same.
func (d *Directory) AgencyByID(id string) (plan.Agency, bool) {
	register := d.register
	if a, ok := register.Agency(id); ok {
		return a, true
	}
	if g, ok := register.Group(id); ok {
		return register.Stand(g), true
	}
	return register.Ward(id)
}

// NothingElse reports whether a question holds no more than time and agency.
func NothingElse(q question.Question) bool {
	return !q.Worded() && len(q.Places) == 0 && len(q.Documents) == 0 && strings.TrimSpace(q.Text) != ""
}

// NameOf is the name of an agency that a tie or an occurrence is kept with.
func (d *Directory) NameOf(kept string) string {
	if a, ok := d.AgencyByID(kept); ok {
		return a.Name
	}
	return kept
}

// GroupOf is the first group of an agency.
func GroupOf(a plan.Agency) string {
	if len(a.Groups) == 0 {
		return NoKind
	}
	return a.Groups[0]
}

// WithAgencyNamed does something with the agency of a name, or lets the person
// choose by a button that does the same.
func (d *Directory) WithAgencyNamed(t dialog.Turn, name string, v dialog.View, do func(plan.Agency) (chat.Reply, error)) (chat.Reply, error) {
	if OwnWords[question.Folded(name)] && t.Agency != nil {
		return do(*t.Agency)
	}
	found := plan.OfToday(d.Understood(t, name), t.Now)
	switch len(found) {
	case 0:
		return d.Unknown(name, v), nil
	case 1:
		return do(found[0])
	}
	return d.Offer(TextWhichOfThese, found, v), nil
}

// OwnWords mean the chat's own agency.
var OwnWords = question.SetOf("don vi toi", "don vi em", "don vi minh", "don vi cua toi", "don vi cua em", "co quan toi", "co quan em", "cua toi")

// IsGroup reports whether an agency stands for a whole group, which owes
// nothing of its own.
func (d *Directory) IsGroup(a plan.Agency) bool {
	_, ok := d.register.Group(a.ID)
	return ok
}

// OneOf asks for one agency of a group.
func (d *Directory) OneOf(group plan.Agency) chat.Reply {
	reply := chat.Sentence(fmt.Sprintf(textOneOf, group.Name))
	reply.Buttons = d.kinds()
	return reply
}
