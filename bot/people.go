package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// person is who speaks.
func (t turn) person() record.Person {
	return record.Person{ID: t.User, Name: t.Name, Username: t.Handle}
}

const (
	metTime  = time.Hour
	metSeats = 10_000
)

// meet remembers who speaks, once in a while and when their name is another.
func (b *followHandler) meet(ctx context.Context, t turn) error {
	if b.records == nil || t.User == 0 || t.Name == "" {
		return nil
	}
	if known, ok := b.met.look(seat{user: t.User}); ok && known == t.person() {
		return nil
	}
	if err := b.records.Meet(ctx, t.person()); err != nil {
		return fmt.Errorf("meet person: %w", err)
	}
	b.met.put(seat{user: t.User}, t.person())
	return nil
}

// calledBy is how a person is spoken of to others.
func calledBy(p record.Person) string {
	switch {
	case p.Name != "" && p.Username != "":
		return p.Name + " (@" + p.Username + ")"
	case p.Name != "":
		return p.Name
	case p.Username != "":
		return "@" + p.Username
	}
	return textSomebody
}

// administers reports whether a person is an administrator.
func (b *followHandler) administers(ctx context.Context, user int64) (bool, error) {
	all, err := b.administrators(ctx)
	return user != 0 && slices.Contains(all, user), err
}

// administrators are those of the configuration and those who were named.
func (b *followHandler) administrators(ctx context.Context) ([]int64, error) {
	all := slices.Clone(b.appointed)
	named, err := b.records.Administrators(ctx)
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

// ties are what a chat is to agencies, whatever has come of it.
type ties []record.Subscription

// tiesOf are the ties of a chat; a person's are those of their private chat.
func (b *followHandler) tiesOf(ctx context.Context, chat int64) (ties, error) {
	all, err := b.records.SubscriptionsOf(ctx, chat)
	if err != nil {
		return nil, fmt.Errorf("subscriptions: %w", err)
	}
	return all, nil
}

// standing is how far a tie has come, "" where there is none.
func (all ties) standing(agency string, role record.Role) record.Standing {
	for _, s := range all {
		if s.Agency == agency && s.Role == role {
			return s.Standing
		}
	}
	return ""
}

// is reports whether an agency has approved of the role.
func (all ties) is(role record.Role, agency string) bool {
	return all.standing(agency, role) == record.Approved
}

// agencies are those to which the chat is something of the roles, approved; of
// any role where none is given.
func (all ties) agencies(roles ...record.Role) []string {
	var found []string
	for _, s := range all {
		if s.Standing == record.Approved && (len(roles) == 0 || slices.Contains(roles, s.Role)) && !slices.Contains(found, s.Agency) {
			found = append(found, s.Agency)
		}
	}
	return found
}

// agencyCode names the agency of a tie on a button: by its id, or, for a ward,
// which has none, by a sum of its name that is compared with what the chat is
// tied to.
func agencyCode(kept string) string {
	if isID(kept) {
		return kept
	}
	return "." + sum(kept)
}

// decoded finds which of some agencies a code means.
func decoded(code string, kept ...string) (string, bool) {
	for _, k := range kept {
		if agencyCode(k) == code {
			return k, true
		}
	}
	return "", false
}

// keptAgencies are the agencies that a chat is tied to, its own among them.
func (all ties) keptAgencies(own *plan.Agency) []string {
	var kept []string
	for _, s := range all {
		kept = append(kept, s.Agency)
	}
	if own != nil {
		kept = append(kept, memoryID(*own))
	}
	return kept
}

// agencyCoded finds the agency that a button of this chat means: one of the
// register, or a ward that the chat knows.
func (b *followHandler) agencyCoded(t turn, all ties, code string) (plan.Agency, bool) {
	if !strings.HasPrefix(code, ".") {
		return b.agencies.agencyByID(code)
	}
	kept, ok := decoded(code, all.keptAgencies(t.own)...)
	if !ok {
		return plan.Agency{}, false
	}
	return b.agencies.agencyByID(kept)
}

// nameOf is the name of an agency that a tie or an occurrence is kept with.
func (b *directory) nameOf(kept string) string {
	if a, ok := b.agencyByID(kept); ok {
		return a.Name
	}
	return kept
}

// letter is a reply to somebody else.
func letter(chat int64, r Reply) (record.Letter, error) {
	body, err := json.Marshal(r)
	if err != nil {
		return record.Letter{}, fmt.Errorf("write letter: %w", err)
	}
	return record.Letter{Chat: chat, Body: body}, nil
}

// letters are the same reply to several people, but not to the one who caused
// it.
func letters(chats []int64, except int64, r Reply) ([]record.Letter, error) {
	var all []record.Letter
	for _, chat := range chats {
		if chat == except {
			continue
		}
		l, err := letter(chat, r)
		if err != nil {
			return nil, err
		}
		all = append(all, l)
	}
	return all, nil
}
