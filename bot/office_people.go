package bot

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// focalScreen asks whose focal persons are to be seen.
func (b *officeHandler) focalScreen(_ context.Context, t turn, _ int) (Reply, error) {
	b.desk.expect(t, expectation{use: useOffice, kept: officeFocal})
	reply := sentence(textFocalWhose)
	reply.Buttons = [][]Button{b.officeBack()}
	return reply, nil
}

// focalTold lists the focal persons and leaders of an agency, with a button to
// take each role back.
func (b *officeHandler) focalTold(ctx context.Context, t turn, words string) (Reply, error) {
	return b.agencies.withAgencyNamed(t, words, viewOverview, func(a plan.Agency) (Reply, error) {
		all, err := b.records.SubscribersOf(ctx, memoryID(a))
		if err != nil {
			return Reply{}, fmt.Errorf("subscribers: %w", err)
		}
		var lines []string
		reply := Reply{Text: Text{bold(fmt.Sprintf(textFocalOf, a.Name))}}
		followers := 0
		for _, s := range all {
			if s.Role == record.Follower {
				followers++
				continue
			}
			lines = append(lines, fmt.Sprintf("- %s: %s", calledBy(s.Person), roleNames[s.Role]))
			if len(reply.Buttons) < mostLeft {
				reply.Buttons = append(reply.Buttons, []Button{b.desk.button(cutWords(fmt.Sprintf(buttonRevokeOf, nameOrSomebody(s.Person)), labelRunes),
					action{view: viewDismiss, chat: s.Chat, rank: s.Role, agency: agencyCode(s.Agency)})})
			}
		}
		if len(lines) == 0 {
			lines = []string{textNoFocalYet}
		}
		reply.Text = append(reply.Text, say(cutWords(strings.Join(lines, "\n"), screenRunes/2)), say(fmt.Sprintf(textFollowers, followers)))
		reply.Buttons = append(reply.Buttons, b.officeBack())
		return reply, nil
	})
}

// adminsScreen lists the administrators: those of the configuration, then those
// who were named and can be dismissed.
func (b *officeHandler) adminsScreen(ctx context.Context, _ turn, page int) (Reply, error) {
	named, err := b.records.Administrators(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("administrators: %w", err)
	}
	var lines []string
	for _, id := range b.appointed {
		p, err := b.records.Person(ctx, id)
		if err != nil {
			return Reply{}, fmt.Errorf("person: %w", err)
		}
		lines = append(lines, fmt.Sprintf(textAppointed, cutWords(calledBy(p), nameRunes), id))
	}
	for _, p := range named {
		lines = append(lines, fmt.Sprintf(textNamed, cutWords(calledBy(p), nameRunes), p.ID))
	}
	reply := b.officePage(officeAdmins, textAdmins, "", lines, page, officeRows)
	first := upToLast(page, len(lines), officeRows) * officeRows
	for i := max(first, len(b.appointed)); i < min(first+officeRows, len(lines)); i++ {
		p := named[i-len(b.appointed)]
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(cutWords(fmt.Sprintf(buttonDismiss, nameOrSomebody(p)), labelRunes), action{view: viewDismiss, chat: p.ID})})
	}
	reply.Buttons = append(reply.Buttons,
		[]Button{b.desk.button(buttonAddAdmin, action{view: viewOffice, topic: officeAdmins + "." + topicAdd})}, b.officeBack())
	return reply, nil
}

// alterAdmin names an administrator by the number that the bot tells people, or
// dismisses one: "12345", "bo 12345".
func (b *officeHandler) alterAdmin(ctx context.Context, t turn, words string) (alteration, Reply, error) {
	fields := strings.Fields(words)
	id, err := strconv.ParseInt(fields[len(fields)-1], 10, 64)
	if err != nil || id <= 0 {
		return alteration{}, b.unread(t, officeAdmins, textAdminUnread), nil
	}
	who, err := b.records.Person(ctx, id)
	if err != nil {
		return alteration{}, Reply{}, fmt.Errorf("person: %w", err)
	}
	all, err := b.following.administrators(ctx)
	if err != nil {
		return alteration{}, Reply{}, err
	}
	a := alteration{of: fmt.Sprintf(textPersonNumbered, calledBy(who), id), before: textIsNoAdmin, after: textIsAdmin}
	drop := dismissals[folded(fields[0])]
	if slices.Contains(all, id) {
		a.before = textIsAdmin
	}
	switch {
	case drop && slices.Contains(b.appointed, id):
		return alteration{}, sentence(textAppointedStays), nil
	case drop:
		a.after, a.effect = textIsNoAdmin, textEffectDismissed
	case who.Name == "":
		return alteration{}, sentence(fmt.Sprintf(textNeverMet, id)), nil
	default:
		a.effect = textEffectNamed
	}
	a.save = func(ctx context.Context) error { return b.setAdministrator(ctx, t, who, !drop) }
	return a, Reply{}, nil
}

// dismissals take back what was set.
var dismissals = setOf("bo", "xoa", "thoi", "mien", "huy")

// setAdministrator names or dismisses a person and tells them.
func (b *officeHandler) setAdministrator(ctx context.Context, t turn, who record.Person, named bool) error {
	words, set := textYouAdministerNoMore, b.records.DismissAdministrator
	if named {
		words, set = textYouAdminister, b.records.NameAdministrator
	}
	note, err := letter(who.ID, sentence(words))
	if err != nil {
		return err
	}
	if err := set(ctx, who, t.person(), note); err != nil {
		return fmt.Errorf("set administrator: %w", err)
	}
	return nil
}
