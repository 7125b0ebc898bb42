package office

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// focalTold lists the focal persons and leaders of an agency, with a button to
// take each role back.
func (h *Handler) focalTold(ctx context.Context, t dialog.Turn, words string) (chat.Reply, error) {
	if whom, ok := question.CutPrefix(words, saysOverseer); ok {
		return h.appoint(ctx, t, whom)
	}
	if a, ok := h.agencies.AgencyByID(words); ok && chat.IsID(words) {
		return h.peopleOf(ctx, a)
	}
	return h.agencies.WithAgencyNamed(t, words, dialog.ViewOverview, func(a plan.Agency) (chat.Reply, error) { return h.peopleOf(ctx, a) })
}

// peopleOf lists who is there for an agency.
func (h *Handler) peopleOf(ctx context.Context, a plan.Agency) (chat.Reply, error) {
	all, err := h.records.SubscribersOf(ctx, plan.KeyOf(a))
	if err != nil {
		return chat.Reply{}, fmt.Errorf("subscribers: %w", err)
	}
	var lines []string
	reply := chat.Reply{Text: chat.Text{chat.BoldText(fmt.Sprintf(textFocalOf, a.Name))}}
	followers := 0
	oversees := map[int64]bool{}
	for _, s := range all {
		oversees[s.Chat] = oversees[s.Chat] || s.Role == record.Overseer || s.Role == record.Leader && a.Oversees
	}
	for _, s := range all {
		if s.Role == record.Follower {
			followers++
			continue
		}
		lines = append(lines, fmt.Sprintf("- %s: %s", chat.CalledBy(s.Person), follow.RoleNames[s.Role]))
		if len(reply.Buttons) >= follow.MostLeft {
			continue
		}
		reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(chat.CutWords(fmt.Sprintf(buttonRevokeOf, chat.CalledBy(s.Person)), chat.LabelRunes),
			dialog.Action{View: dialog.ViewDismiss, Chat: s.Chat, Rank: s.Role, Agency: dialog.AgencyCode(s.Agency)})})
		if !oversees[s.Chat] && s.Chat > 0 {
			oversees[s.Chat] = true
			reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(chat.CutWords(fmt.Sprintf(buttonOverseer, chat.CalledBy(s.Person)), chat.LabelRunes),
				dialog.Action{View: dialog.ViewOffice, Topic: fmt.Sprintf("%s.%s.%d", officeFocal, saysOverseer, s.Chat)})})
		}
	}
	if len(lines) == 0 {
		lines = []string{textNoFocalYet}
	}
	reply.Text = append(reply.Text, chat.Say(chat.CutWords(strings.Join(lines, "\n"), chat.ScreenRunes/2)), chat.Say(fmt.Sprintf(textFollowers, followers)))
	reply.Text = append(reply.Text, h.invitations(a)...)
	if chat.IsID(a.ID) && len(all) > 0 {
		reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(buttonTell, dialog.Action{View: dialog.ViewAnnouncement, Topic: a.ID})})
	}
	reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewOffice, Topic: officeFocal})})
	return reply, nil
}

// saysOverseer are the words by which a person may see the whole city, behind
// which their number stands.
const saysOverseer = "xem"

// appoint lets a person who has a role in an agency see how the whole city stands,
// and tells them and the other administrators.
func (h *Handler) appoint(ctx context.Context, t dialog.Turn, words string) (chat.Reply, error) {
	id, numbered := numberOf(words)
	if !numbered {
		return chat.Sentence(textOverseerHow), nil
	}
	all, err := h.following.TiesOf(ctx, id)
	if err != nil {
		return chat.Reply{}, err
	}
	kept := all.Agencies(record.Leader, record.FocalPerson, record.Follower)
	switch {
	case id == t.User:
		return dialog.Refusal(t, follow.TextNotYourOwn), nil
	case len(kept) == 0:
		return dialog.Refusal(t, fmt.Sprintf(textHasNoRole, id)), nil
	}
	who, err := h.records.Person(ctx, id)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("person: %w", err)
	}
	s := record.Subscription{Chat: id, Agency: kept[0], Role: record.Overseer, Standing: record.Approved, Person: who}
	done := h.following.Settled(s, t.Person())
	note, err := follow.Letter(id, h.following.Decision(s))
	if err != nil {
		return chat.Reply{}, err
	}
	admins, err := h.following.Administrators(ctx)
	if err != nil {
		return chat.Reply{}, err
	}
	told, err := follow.Letters(admins, t.User, done)
	if err != nil {
		return chat.Reply{}, err
	}
	if _, err := h.records.PutSubscription(ctx, s, t.Person(), append(told, note)...); err != nil {
		return chat.Reply{}, fmt.Errorf("appoint: %w", err)
	}
	return done, nil
}

// adminsScreen lists the administrators: those of the configuration, then those
// who were named and can be dismissed.
func (h *Handler) adminsScreen(ctx context.Context, _ dialog.Turn, page int) (chat.Reply, error) {
	named, err := h.records.Administrators(ctx)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("administrators: %w", err)
	}
	var lines []string
	for _, id := range h.appointed {
		p, err := h.records.Person(ctx, id)
		if err != nil {
			return chat.Reply{}, fmt.Errorf("person: %w", err)
		}
		lines = append(lines, fmt.Sprintf(textAppointed, chat.CalledBy(p)))
	}
	for _, p := range named {
		lines = append(lines, fmt.Sprintf(textNamed, chat.CalledBy(p)))
	}
	reply := h.officePage(officeAdmins, textAdmins, "", lines, page, officeRows)
	first := chat.UpToLast(page, len(lines), officeRows) * officeRows
	for i := max(first, len(h.appointed)); i < min(first+officeRows, len(lines)); i++ {
		p := named[i-len(h.appointed)]
		reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(chat.CutWords(fmt.Sprintf(buttonDismiss, chat.NameOrSomebody(p)), chat.LabelRunes), dialog.Action{View: dialog.ViewDismiss, Chat: p.ID})})
	}
	reply.Buttons = append(reply.Buttons,
		[]chat.Button{h.desk.Button(buttonAddAdmin, dialog.Action{View: dialog.ViewOffice, Topic: officeAdmins + "." + topicAdd})}, h.officeBack())
	return reply, nil
}

// alterAdmin names an administrator by the number that the bot tells people, or
// dismisses one: "12345", "bo 12345".
func (h *Handler) alterAdmin(ctx context.Context, t dialog.Turn, words string) (alteration, chat.Reply, error) {
	fields := strings.Fields(words)
	if len(fields) == 0 {
		return alteration{}, h.unread(t, officeAdmins, textAdminUnread), nil
	}
	id, err := strconv.ParseInt(fields[len(fields)-1], 10, 64)
	if err != nil || id <= 0 {
		return alteration{}, h.unread(t, officeAdmins, textAdminUnread), nil
	}
	who, err := h.records.Person(ctx, id)
	if err != nil {
		return alteration{}, chat.Reply{}, fmt.Errorf("person: %w", err)
	}
	all, err := h.following.Administrators(ctx)
	if err != nil {
		return alteration{}, chat.Reply{}, err
	}
	a := alteration{of: chat.CalledBy(who), before: textIsNoAdmin, after: textIsAdmin}
	drop := dismissals[question.Folded(fields[0])]
	if slices.Contains(all, id) {
		a.before = textIsAdmin
	}
	switch {
	case drop && slices.Contains(h.appointed, id):
		return alteration{}, chat.Sentence(textAppointedStays), nil
	case drop:
		a.after, a.effect = textIsNoAdmin, textEffectDismissed
	case who.Name == "":
		return alteration{}, chat.Sentence(fmt.Sprintf(textNeverMet, id)), nil
	default:
		a.effect = textEffectNamed
	}
	a.save = func(ctx context.Context) error { return h.setAdministrator(ctx, t, who, !drop) }
	return a, chat.Reply{}, nil
}

// dismissals take back what was set.
var dismissals = question.SetOf("bo", "xoa", "thoi", "mien", "huy")

// setAdministrator names or dismisses a person and tells them, and every other
// administrator.
func (h *Handler) setAdministrator(ctx context.Context, t dialog.Turn, who record.Person, named bool) error {
	words, told, set := textYouAdministerNoMore, textAdministersNoMore, h.records.DismissAdministrator
	if named {
		words, told, set = textYouAdminister, textAdministers, h.records.NameAdministrator
	}
	note, err := follow.Letter(who.ID, chat.Sentence(words))
	if err != nil {
		return err
	}
	all, err := h.following.Administrators(ctx)
	if err != nil {
		return err
	}
	others := slices.DeleteFunc(all, func(id int64) bool { return id == who.ID })
	letters, err := follow.Letters(others, t.User, chat.Sentence(fmt.Sprintf(told, chat.CalledBy(who), chat.CalledBy(t.Person()))))
	if err != nil {
		return err
	}
	if err := set(ctx, who, t.Person(), append(letters, note)...); err != nil {
		return fmt.Errorf("set administrator: %w", err)
	}
	return nil
}
