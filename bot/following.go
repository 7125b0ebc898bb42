package bot

import (
	"context"
	"fmt"
	"strings"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// followCommand makes the chat follow an agency; without a name it shows what
// the chat follows.
func (b *followHandler) followCommand(ctx context.Context, t turn, name string) (Reply, error) {
	if name == "" {
		return b.following(ctx, t)
	}
	return b.agencies.withAgencyNamed(t, name, viewFollow, func(a plan.Agency) (Reply, error) {
		if withoutMarks(a, name) {
			return askMarks(a, "/theodoi "), nil
		}
		return b.follow(ctx, t, a)
	})
}

// withAgencyNamed does something with the agency of a name, or lets the person
// choose by a button that does the same.
func (b *directory) withAgencyNamed(t turn, name string, v view, do func(plan.Agency) (Reply, error)) (Reply, error) {
	if ownWords[folded(name)] && t.own != nil {
		return do(*t.own)
	}
	found := ofToday(b.understood(name, t.now), t.now)
	switch len(found) {
	case 0:
		return b.unknown(name, v), nil
	case 1:
		return do(found[0])
	}
	return b.offer(textWhichOfThese, found, v), nil
}

// ownWords mean the chat's own agency.
var ownWords = setOf("don vi toi", "don vi em", "don vi minh", "don vi cua toi", "don vi cua em", "co quan toi", "co quan em", "cua toi")

func (b *followHandler) followPressed(ctx context.Context, t turn, at action) (Reply, error) {
	all, err := b.tiesOf(ctx, t.Chat)
	if err != nil {
		return Reply{}, err
	}
	agency, ok := b.agencyCoded(t, all, at.agency)
	if !ok {
		return oldButton(), nil
	}
	return b.follow(ctx, t, agency)
}

// follow ties the chat to an agency. What an agency owes is public: nobody is
// asked.
func (b *followHandler) follow(ctx context.Context, t turn, agency plan.Agency) (Reply, error) {
	if b.agencies.isGroup(agency) {
		return b.agencies.oneOf(agency), nil
	}
	all, err := b.tiesOf(ctx, t.Chat)
	if err != nil {
		return Reply{}, err
	}
	kept := memoryID(agency)
	words := textFollows
	switch {
	case all.is(record.FocalPerson, kept):
		return b.followed(t, agency, all, fmt.Sprintf(textIsFocal, agency.Name)), nil
	case all.is(record.Follower, kept):
		words = textFollowsAlready
	default:
		s := record.Subscription{Chat: t.Chat, Agency: kept, Role: record.Follower, Standing: record.Approved, Person: t.person()}
		if _, err := b.records.PutSubscription(ctx, s, t.person()); err != nil {
			return Reply{}, fmt.Errorf("follow: %w", err)
		}
	}
	preferences, err := b.records.Preferences(ctx, t.Chat)
	if err != nil {
		return Reply{}, fmt.Errorf("preferences: %w", err)
	}
	return b.followed(t, agency, all, fmt.Sprintf(words, upperFirst(t.whose()), agency.Name, clock(preferences.Minute))), nil
}

// isGroup reports whether an agency stands for a whole group, which owes
// nothing of its own.
func (b *directory) isGroup(a plan.Agency) bool {
	_, ok := b.register.Group(a.ID)
	return ok
}

// oneOf asks for one agency of a group.
func (b *directory) oneOf(group plan.Agency) Reply {
	reply := sentence(fmt.Sprintf(textOneOf, group.Name))
	reply.Buttons = b.kinds()
	return reply
}

// followed says how a chat stands to an agency and leads on.
func (b *followHandler) followed(t turn, agency plan.Agency, all ties, words string) Reply {
	reply := sentence(words)
	code := agencyCode(memoryID(agency))
	reply.Buttons = [][]Button{{b.desk.button(buttonPreview, b.desk.previewAhead(code))}}
	if t.Private && all.standing(memoryID(agency), record.FocalPerson) == "" {
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(buttonBeFocal, action{view: viewRegister, agency: code, rank: record.FocalPerson})})
	}
	reply.Buttons = append(reply.Buttons, []Button{
		b.desk.button(buttonSettings, action{view: viewSetting}),
		b.desk.button(buttonLeave, action{view: viewLeave, agency: code}),
	})
	return reply
}

func (b *followHandler) followingPressed(ctx context.Context, t turn, at action) (Reply, error) {
	if at.topic == topicLeave {
		return b.leaving(ctx, t)
	}
	return b.following(ctx, t)
}

// topicLeave shows what the chat follows with a button to leave each.
const topicLeave = "huy"

// following lists what the chat is to which agency.
func (b *followHandler) following(ctx context.Context, t turn) (Reply, error) {
	all, err := b.tiesOf(ctx, t.Chat)
	if err != nil {
		return Reply{}, err
	}
	lines := b.tieLines(all)
	if len(lines) == 0 {
		return b.followNothing(t), nil
	}
	reply := Reply{Text: Text{bold(fmt.Sprintf(textFollowing, upperFirst(t.whose()))), say(strings.Join(lines, "\n"))}}
	if t.own != nil && all.standing(memoryID(*t.own), record.Follower) == "" && !all.is(record.FocalPerson, memoryID(*t.own)) {
		reply.Buttons = append(reply.Buttons, b.followButton(*t.own))
	}
	reply.Buttons = append(reply.Buttons,
		[]Button{b.desk.button(buttonPreview, b.desk.previewAhead(""))},
		[]Button{b.desk.button(buttonSettings, action{view: viewSetting}), b.desk.button(buttonLeave, action{view: viewFollowing, topic: topicLeave})})
	return reply, nil
}

// followNothing invites to follow, the chat's own agency first.
func (b *followHandler) followNothing(t turn) Reply {
	if t.own == nil {
		return b.agencies.ask(t, textFollowsNothing+" "+textAskAgency, "")
	}
	reply := sentence(textFollowsNothing)
	reply.Buttons = [][]Button{b.followButton(*t.own)}
	if t.Private {
		code := agencyCode(memoryID(*t.own))
		reply.Buttons = append(reply.Buttons,
			[]Button{b.desk.button(buttonBeFocal, action{view: viewRegister, agency: code, rank: record.FocalPerson})},
			[]Button{b.desk.button(buttonBeLeader, action{view: viewRegister, agency: code, rank: record.Leader})})
	}
	return reply
}

func (b *followHandler) followButton(a plan.Agency) []Button {
	return []Button{b.desk.button(cutWords(fmt.Sprintf(buttonFollow, a.Name), labelRunes), action{view: viewFollow, agency: agencyCode(memoryID(a))})}
}

// tieLines tell the ties of a chat that are not over, an agency a line.
func (b *followHandler) tieLines(all ties) []string {
	var lines []string
	at := map[string]int{}
	for _, s := range all {
		if s.Standing != record.Approved && s.Standing != record.Waiting {
			continue
		}
		role := roleNames[s.Role]
		if s.Standing == record.Waiting {
			role += textIsWaiting
		}
		if i, known := at[s.Agency]; known {
			lines[i] += ", " + role
			continue
		}
		at[s.Agency] = len(lines)
		lines = append(lines, fmt.Sprintf("- %s: %s", b.agencies.nameOf(s.Agency), role))
	}
	return lines
}

// clock is a minute of the day as it is read: "08:30".
func clock(minute int) string { return fmt.Sprintf("%02d:%02d", minute/60, minute%60) }
