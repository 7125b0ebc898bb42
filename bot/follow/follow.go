package follow

import (
	"context"
	"fmt"
	"strings"

	"cchcbot/bot/agency"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// followCommand makes the chat follow an agency; without a name it shows what
// the chat follows.
func (h *followings) followCommand(ctx context.Context, t dialog.Turn, name string) (chat.Reply, error) {
	if name == "" {
		return h.following(ctx, t)
	}
	if several := question.EachNamed(t.Question()); len(several) > 1 {
		return h.followSeveral(ctx, t, several)
	}
	return h.agencies.WithAgencyNamed(t, name, dialog.ViewFollow, func(a plan.Agency) (chat.Reply, error) {
		if agency.WithoutMarks(a, name) {
			return agency.AskMarks(a, "/theodoi "), nil
		}
		return h.follow(ctx, t, a)
	})
}

// followSeveral makes the chat follow each of some agencies, and says of each what
// came of it.
func (h *followings) followSeveral(ctx context.Context, t dialog.Turn, several []plan.Agency) (chat.Reply, error) {
	var both chat.Reply
	for _, a := range several {
		reply, err := h.follow(ctx, t, a)
		if err != nil {
			return chat.Reply{}, err
		}
		both.Text = append(both.Text, reply.Text...)
	}
	both.Buttons = [][]chat.Button{{h.desk.Button(ButtonPreview, h.desk.PreviewAhead(""))}, {h.desk.Button(ButtonSettings, dialog.Action{View: dialog.ViewSetting}), h.desk.Button(buttonLeave, dialog.Action{View: dialog.ViewFollowing, Topic: topicLeave})}}
	return both, nil
}

func (h *followings) followPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	all, err := h.TiesOf(ctx, t.Chat)
	if err != nil {
		return chat.Reply{}, err
	}
	agency, ok := h.AgencyCoded(t, all, at.Agency)
	if !ok {
		return chat.OldButton(), nil
	}
	return h.follow(ctx, t, agency)
}

// follow ties the chat to an agency. What an agency owes is public: nobody is
// asked.
func (h *followings) follow(ctx context.Context, t dialog.Turn, agency plan.Agency) (chat.Reply, error) {
	if h.agencies.IsGroup(agency) {
		return h.agencies.OneOf(agency), nil
	}
	if !h.MaySet(ctx, t) {
		return dialog.Refusal(t, TextGroupAdministrators), nil
	}
	all, err := h.TiesOf(ctx, t.Chat)
	if err != nil {
		return chat.Reply{}, err
	}
	kept := plan.KeyOf(agency)
	words := textFollows
	switch {
	case all.Is(record.FocalPerson, kept):
		return h.followed(t, agency, all, fmt.Sprintf(textIsFocal, agency.Name)), nil
	case all.Is(record.Follower, kept):
		words = textFollowsAlready
	default:
		s := record.Subscription{Chat: t.Chat, Agency: kept, Role: record.Follower, Standing: record.Approved, Person: t.Person()}
		if _, err := h.records.PutSubscription(ctx, s, t.Person()); err != nil {
			return chat.Reply{}, fmt.Errorf("follow: %w", err)
		}
	}
	preferences, err := h.records.Preferences(ctx, t.Chat)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("preferences: %w", err)
	}
	return h.followed(t, agency, all, fmt.Sprintf(words, chat.UpperFirst(t.Whose()), agency.Name, chat.Clock(preferences.Minute))), nil
}

// followed says how a chat stands to an agency and leads on.
func (h *followings) followed(t dialog.Turn, agency plan.Agency, all Ties, words string) chat.Reply {
	reply := chat.Sentence(words)
	code := dialog.AgencyCode(plan.KeyOf(agency))
	reply.Buttons = [][]chat.Button{{h.desk.Button(ButtonPreview, h.desk.PreviewAhead(code))}}
	if t.Private && all.standing(plan.KeyOf(agency), record.FocalPerson) == "" {
		reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(ButtonBeFocal, dialog.Action{View: dialog.ViewRegister, Agency: code, Rank: record.FocalPerson})})
	}
	reply.Buttons = append(reply.Buttons, []chat.Button{
		h.desk.Button(ButtonSettings, dialog.Action{View: dialog.ViewSetting}),
		h.desk.Button(buttonLeave, dialog.Action{View: dialog.ViewLeave, Agency: code}),
	})
	return reply
}

func (h *followings) followingPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	if at.Topic == topicLeave {
		return h.leaving(ctx, t)
	}
	return h.following(ctx, t)
}

// topicLeave shows what the chat follows with a button to leave each.
const topicLeave = "huy"

// following lists what the chat is to which agency.
func (h *followings) following(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	all, err := h.TiesOf(ctx, t.Chat)
	if err != nil {
		return chat.Reply{}, err
	}
	lines := h.TieLines(all)
	if len(lines) == 0 {
		return h.FollowNothing(t), nil
	}
	reply := chat.Reply{Text: chat.Text{chat.BoldText(fmt.Sprintf(textFollowing, chat.UpperFirst(t.Whose()))), chat.Say(strings.Join(lines, "\n"))}}
	if t.Agency != nil && all.standing(plan.KeyOf(*t.Agency), record.Follower) == "" && !all.Is(record.FocalPerson, plan.KeyOf(*t.Agency)) {
		reply.Buttons = append(reply.Buttons, h.followButton(*t.Agency))
	}
	reply.Buttons = append(reply.Buttons,
		[]chat.Button{h.desk.Button(ButtonPreview, h.desk.PreviewAhead(""))},
		[]chat.Button{h.desk.Button(ButtonSettings, dialog.Action{View: dialog.ViewSetting}), h.desk.Button(buttonLeave, dialog.Action{View: dialog.ViewFollowing, Topic: topicLeave})})
	return reply, nil
}

// FollowNothing invites to follow, the chat's own agency first.
func (h *followings) FollowNothing(t dialog.Turn) chat.Reply {
	if t.Agency == nil {
		return h.agencies.Ask(t, textFollowsNothing+" "+agency.TextAskAgency, dialog.Expectation{})
	}
	reply := chat.Sentence(textFollowsNothing)
	reply.Buttons = [][]chat.Button{h.followButton(*t.Agency)}
	if t.Private {
		code := dialog.AgencyCode(plan.KeyOf(*t.Agency))
		reply.Buttons = append(reply.Buttons,
			[]chat.Button{h.desk.Button(ButtonBeFocal, dialog.Action{View: dialog.ViewRegister, Agency: code, Rank: record.FocalPerson})},
			[]chat.Button{h.desk.Button(buttonBeLeader, dialog.Action{View: dialog.ViewRegister, Agency: code, Rank: record.Leader})})
	}
	return reply
}

func (h *rights) followButton(a plan.Agency) []chat.Button {
	return []chat.Button{h.desk.Button(chat.CutWords(fmt.Sprintf(buttonFollow, a.Name), chat.LabelRunes), dialog.Action{View: dialog.ViewFollow, Agency: dialog.AgencyCode(plan.KeyOf(a))})}
}

// TieLines tell the ties of a chat that are not over, an agency a line.
func (h *rights) TieLines(all Ties) []string {
	var lines []string
	at := map[string]int{}
	for _, s := range all {
		if s.Standing != record.Approved && s.Standing != record.Waiting {
			continue
		}
		role := RoleNames[s.Role]
		if s.Standing == record.Waiting {
			role += textIsWaiting
		}
		if s.For != 0 {
			role += fmt.Sprintf(textInPlace, chat.CalledBy(s.Person))
		}
		if i, known := at[s.Agency]; known {
			lines[i] += ", " + role
			continue
		}
		at[s.Agency] = len(lines)
		lines = append(lines, fmt.Sprintf("- %s: %s", h.agencies.NameOf(s.Agency), role))
	}
	return lines
}
