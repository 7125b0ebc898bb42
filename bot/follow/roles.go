package follow

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Administers reports whether a person is an administrator.
func (h *rights) Administers(ctx context.Context, user int64) (bool, error) {
	all, err := h.Administrators(ctx)
	return user != 0 && slices.Contains(all, user), err
}

// MaySet reports whether somebody may set what a chat is told: in a group its
// administrators alone.
func (h *rights) MaySet(ctx context.Context, t dialog.Turn) bool {
	return t.Private || t.Anonymous || t.User != 0 && h.governs != nil && h.governs(ctx, t.Chat, t.User)
}

// Agency finds an agency by what it is kept by.
func (h *rights) Agency(kept string) (plan.Agency, bool) { return h.agencies.AgencyByID(kept) }

// Administrators are those of the configuration and those who were named.
func (h *rights) Administrators(ctx context.Context) ([]int64, error) {
	all := slices.Clone(h.Appointed)
	named, err := h.records.Administrators(ctx)
	if err != nil {
		return nil, fmt.Errorf("administrators: %w", err)
	}
	for _, p := range named {
		if !slices.Contains(all, p.ID) {
			all = append(all, p.ID)
		}
	}
	return all, nil
}

// Ties are what a chat is to agencies, whatever has come of it.
type Ties []record.Subscription

// TiesOf are the ties of a chat; a person's are those of their private chat, and of
// those who are away and named them.
func (h *rights) TiesOf(ctx context.Context, chat int64) (Ties, error) {
	all, err := h.records.SubscriptionsOf(ctx, chat)
	if err != nil {
		return nil, fmt.Errorf("subscriptions: %w", err)
	}
	if chat <= 0 {
		return all, nil // a group stands in for nobody
	}
	in, err := h.records.StandIns(ctx, chat, plan.DateOf(h.now()))
	if err != nil {
		return nil, fmt.Errorf("stand-ins: %w", err)
	}
	return append(all, in...), nil
}

// standing is how far a tie has come, "" where there is none.
func (all Ties) standing(agency string, role record.Role) record.Standing {
	for _, s := range all {
		if s.Agency == agency && s.Role == role {
			return s.Standing
		}
	}
	return ""
}

// Is reports whether an agency has approved of the role.
func (all Ties) Is(role record.Role, agency string) bool {
	return all.standing(agency, role) == record.Approved
}

// Agencies are those to which the chat is something of the roles, approved; of
// any role where none is given.
func (all Ties) Agencies(roles ...record.Role) []string {
	var found []string
	for _, s := range all {
		if s.Standing == record.Approved && (len(roles) == 0 || slices.Contains(roles, s.Role)) && !slices.Contains(found, s.Agency) {
			found = append(found, s.Agency)
		}
	}
	return found
}

// keptAgencies are the agencies that a chat is tied to, its own among them.
func (all Ties) keptAgencies(own *plan.Agency) []string {
	var kept []string
	for _, s := range all {
		kept = append(kept, s.Agency)
	}
	if own != nil {
		kept = append(kept, plan.KeyOf(*own))
	}
	return kept
}

// AgencyCoded finds the agency that a button of this chat means: one of the
// register, or a ward that the chat knows.
func (h *rights) AgencyCoded(t dialog.Turn, all Ties, code string) (plan.Agency, bool) {
	if !strings.HasPrefix(code, ".") {
		return h.agencies.AgencyByID(code)
	}
	kept, ok := dialog.Decoded(code, all.keptAgencies(t.Agency)...)
	if !ok {
		return plan.Agency{}, false
	}
	return h.agencies.AgencyByID(kept)
}

// Letter is a reply to somebody else.
func Letter(chat int64, r chat.Reply) (record.Letter, error) {
	body, err := json.Marshal(r)
	if err != nil {
		return record.Letter{}, fmt.Errorf("write letter: %w", err)
	}
	return record.Letter{Chat: chat, Body: body}, nil
}

// Letters are the same reply to several people, but not to the one who caused
// it.
func Letters(chats []int64, except int64, r chat.Reply) ([]record.Letter, error) {
	var all []record.Letter
	for _, chat := range chats {
		if chat == except {
			continue
		}
		l, err := Letter(chat, r)
		if err != nil {
			return nil, err
		}
		all = append(all, l)
	}
	return all, nil
}

// Overseer reports whether a person may see how the whole city stands: an
// administrator, the leaders of the agencies to which the register gives that, and
// whom an administrator lets.
func (h *rights) Overseer(ctx context.Context, user int64, all Ties) (bool, error) {
	for _, s := range all {
		if a, ok := h.agencies.AgencyByID(s.Agency); s.Standing == record.Approved && (s.Role == record.Overseer || ok && s.Role == record.Leader && a.Oversees) {
			return true, nil
		}
	}
	return h.Administers(ctx, user)
}

// MaySee reports whether a person may see how an agency stands.
func (h *rights) MaySee(ctx context.Context, t dialog.Turn, all Ties, kept string) (bool, error) {
	if all.Is(record.Leader, kept) || all.Is(record.FocalPerson, kept) {
		return true, nil
	}
	return h.Overseer(ctx, t.User, all)
}

// AgencyToSee finds the agency that a button of progress means: those who
// oversee the city also know the wards that others follow.
func (h *rights) AgencyToSee(ctx context.Context, t dialog.Turn, all Ties, code string) (plan.Agency, bool, error) {
	if agency, ok := h.AgencyCoded(t, all, code); ok {
		return agency, true, nil
	}
	if may, err := h.Overseer(ctx, t.User, all); err != nil || !may {
		return plan.Agency{}, false, err
	}
	wards, err := h.FollowedWards(ctx)
	for _, ward := range wards {
		if dialog.AgencyCode(plan.KeyOf(ward)) == code {
			return ward, true, nil
		}
	}
	return plan.Agency{}, false, err
}

// UndoTime is how long an acknowledgement can be taken back.
const UndoTime = 24 * time.Hour

// MayUndo reports whether a person may take an acknowledgement back: for a day,
// who gave it and every focal person of the agency.
func (all Ties) MayUndo(o record.Occurrence, user int64, now time.Time) bool {
	return o.State == record.Done && now.Sub(o.At) < UndoTime && (o.By.ID == user && user != 0 || all.Is(record.FocalPerson, o.Agency))
}

// OwnOrTied is the agency of the chat, or else the one that the person works for;
// nil where neither is known.
func (h *rights) OwnOrTied(t dialog.Turn, all Ties) *plan.Agency {
	if t.Agency != nil {
		return t.Agency
	}
	if tied := all.Agencies(record.FocalPerson, record.Leader); t.Private && len(tied) > 0 {
		if first, ok := h.agencies.AgencyByID(tied[0]); ok {
			return &first
		}
	}
	return nil
}

// FollowedWards are the wards that somebody follows.
func (h *rights) FollowedWards(ctx context.Context) ([]plan.Agency, error) {
	all, err := h.records.Subscribers(ctx)
	if err != nil {
		return nil, fmt.Errorf("subscribers: %w", err)
	}
	known := map[string]bool{}
	var wards []plan.Agency
	for _, s := range all {
		if known[s.Agency] {
			continue
		}
		known[s.Agency] = true
		if a, ok := h.agencies.AgencyByID(s.Agency); ok && plan.IsWard(a) && a.ID != plan.WardGroup {
			wards = append(wards, a)
		}
	}
	return wards, nil
}
