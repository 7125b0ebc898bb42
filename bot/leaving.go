package bot

import (
	"context"
	"fmt"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// leaveCommand ends following an agency, all of them, or everything that is
// kept of a person.
func (b *followHandler) leaveCommand(ctx context.Context, t turn, args string) (Reply, error) {
	words := folded(args)
	for _, lead := range []string{"dang ky", "theo doi", "nhac viec", "lam dau moi"} {
		if rest, ok := cutLead(args, lead); ok {
			args, words = rest, folded(rest)
			break
		}
	}
	switch words {
	case "":
		return b.leaving(ctx, t)
	case "tat ca", "het", "toan bo":
		return b.leave(ctx, t, "")
	case "du lieu", "du lieu cua toi", "xoa du lieu cua toi":
		return b.askErase(t), nil
	}
	return b.agencies.withAgencyNamed(t, args, viewLeave, func(a plan.Agency) (Reply, error) { return b.leave(ctx, t, memoryID(a)) })
}

// leaving lets the person choose what to leave.
func (b *followHandler) leaving(ctx context.Context, t turn) (Reply, error) {
	all, err := b.tiesOf(ctx, t.Chat)
	if err != nil {
		return Reply{}, err
	}
	reply := sentence(textFollowsNothing)
	current := all.current()
	if len(current) > 0 {
		reply = sentence(textLeaveWhich)
	}
	for _, agency := range current[:min(len(current), mostLeft)] {
		reply.Buttons = append(reply.Buttons, []Button{b.leaveButton(agency)})
	}
	if len(current) > 1 {
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(buttonLeaveAll, action{view: viewLeave})})
	}
	if t.Private {
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(buttonErase, action{view: viewErase})})
	}
	return reply, nil
}

// mostLeft is how many agencies stand on the screen to leave from; more are
// named by words.
const mostLeft = 12

// current are the agencies of ties that stand or wait.
func (all ties) current() []string {
	var found []string
	seen := map[string]bool{}
	for _, s := range all {
		if (s.Standing == record.Approved || s.Standing == record.Waiting) && !seen[s.Agency] {
			seen[s.Agency] = true
			found = append(found, s.Agency)
		}
	}
	return found
}

func (b *followHandler) leaveButton(kept string) Button {
	return b.desk.button(cutWords(fmt.Sprintf(buttonLeaveOne, b.agencies.nameOf(kept)), labelRunes), action{view: viewLeave, agency: agencyCode(kept)})
}

func (b *followHandler) leavePressed(ctx context.Context, t turn, at action) (Reply, error) {
	if at.agency == "" {
		return b.leave(ctx, t, "")
	}
	all, err := b.tiesOf(ctx, t.Chat)
	if err != nil {
		return Reply{}, err
	}
	kept, ok := decoded(at.agency, all.keptAgencies(t.own)...)
	if !ok {
		return Reply{Notice: textNotFollowed}, nil
	}
	return b.leave(ctx, t, kept)
}

// leave ends all that the chat is to an agency, or to every one where none is
// given.
func (b *followHandler) leave(ctx context.Context, t turn, kept string) (Reply, error) {
	all, err := b.tiesOf(ctx, t.Chat)
	if err != nil {
		return Reply{}, err
	}
	current := all.current()
	there := len(current) > 0
	for i := 0; kept != "" && i <= len(current); i++ {
		if there = i < len(current) && current[i] == kept; there {
			break
		}
	}
	switch {
	case len(current) == 0:
		return sentence(textFollowsNothing), nil
	case !there:
		return sentence(textNotFollowed), nil
	}
	if err := b.records.Unsubscribe(ctx, t.Chat, kept, t.person()); err != nil {
		return Reply{}, fmt.Errorf("leave: %w", err)
	}
	if kept == "" {
		return sentence(textLeftAll), nil
	}
	reply := sentence(fmt.Sprintf(textLeft, b.agencies.nameOf(kept)))
	if a, ok := b.agencies.agencyByID(kept); ok && isID(kept) {
		reply.Buttons = [][]Button{b.followButton(a)}
	}
	return reply, nil
}

func (b *followHandler) eraseCommand(_ context.Context, t turn, _ string) (Reply, error) {
	return b.askErase(t), nil
}

// askErase wants the consent before anything is erased.
func (b *followHandler) askErase(t turn) Reply {
	if !t.Private {
		return sentence(textErasePrivately)
	}
	b.desk.expect(t, expectation{use: useErase})
	reply := sentence(textAskErase)
	reply.Buttons = [][]Button{
		{b.desk.button(buttonEraseNow, action{view: viewErase, topic: topicYes})},
		{b.desk.button(buttonBack, action{view: viewFollowing})},
	}
	return reply
}

func (b *followHandler) erasePressed(ctx context.Context, t turn, at action) (Reply, error) {
	if at.topic != topicYes || !t.Private {
		return b.askErase(t), nil
	}
	return b.erase(ctx, t)
}

// erase forgets a person. What they acknowledged stays, without their name.
func (b *followHandler) erase(ctx context.Context, t turn) (Reply, error) {
	if err := b.records.ForgetPerson(ctx, t.User); err != nil {
		return Reply{}, fmt.Errorf("forget person: %w", err)
	}
	if err := b.memory.SetAgency(ctx, t.Chat, ""); err != nil {
		return Reply{}, fmt.Errorf("forget agency: %w", err)
	}
	b.met.take(seat{user: t.User})
	return sentence(textErased), nil
}
