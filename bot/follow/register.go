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

// registerCommand asks for a role in an agency: "Sở Tư pháp đầu mối".
func (h *registrations) registerCommand(ctx context.Context, t dialog.Turn, args string) (chat.Reply, error) {
	if !t.Private {
		return chat.Sentence(textRegisterPrivately), nil
	}
	name, role := CutRole(args)
	if name == "" {
		if t.Agency == nil {
			return h.agencies.Ask(t, textRegisterWhere+" "+agency.TextAskAgency, dialog.Expectation{Command: "dangky", Words: args, Said: t.Said}), nil
		}
		return h.register(ctx, t, *t.Agency, role)
	}
	return h.agencies.WithAgencyNamed(t, name, dialog.ViewFollow, func(a plan.Agency) (chat.Reply, error) {
		if agency.WithoutMarks(a, name) {
			return agency.AskMarks(a, "/dangky "), nil
		}
		return h.register(ctx, t, a, role)
	})
}

// CutRole parts the words of a role from what is left: "lãnh đạo Sở Tư pháp".
func CutRole(args string) (rest string, role record.Role) {
	words := strings.Fields(args)
	for i := range words {
		for _, r := range roleWordings {
			n := len(r.words)
			if i+n > len(words) || question.Folded(strings.Join(words[i:i+n], " ")) != strings.Join(r.words, " ") {
				continue
			}
			rest := append(words[:i:i], words[i+n:]...)
			for len(rest) > 0 && roleTies[question.Folded(rest[0])] {
				rest = rest[1:]
			}
			for len(rest) > 0 && roleTies[question.Folded(rest[len(rest)-1])] {
				rest = rest[:len(rest)-1]
			}
			return strings.Join(rest, " "), r.role
		}
	}
	return strings.TrimSpace(args), ""
}

// roleWordings are what the roles are called, the longest first.
var roleWordings = []struct {
	words []string
	role  record.Role
}{
	{[]string{"can", "bo", "dau", "moi"}, record.FocalPerson},
	{[]string{"lam", "dau", "moi"}, record.FocalPerson},
	{[]string{"dau", "moi"}, record.FocalPerson},
	{[]string{"lanh", "dao"}, record.Leader},
	{[]string{"thu", "truong"}, record.Leader},
}

// roleTies stand between a role and an agency and mean nothing.
var roleTies = question.SetOf("la", "cua", "cho", "lam", "cchc")

func (h *registrations) registerPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	if !t.Private {
		return chat.Reply{Notice: textRegisterPrivately}, nil
	}
	all, err := h.TiesOf(ctx, t.Chat)
	if err != nil {
		return chat.Reply{}, err
	}
	agency, ok := h.AgencyCoded(t, all, at.Agency)
	if !ok || at.Rank == record.Follower || at.Rank == record.Overseer {
		return chat.OldButton(), nil
	}
	return h.register(ctx, t, agency, at.Rank)
}

// register puts a role in an agency before the administrators.
func (h *registrations) register(ctx context.Context, t dialog.Turn, agency plan.Agency, role record.Role) (chat.Reply, error) {
	kept := plan.KeyOf(agency)
	if h.agencies.IsGroup(agency) {
		return h.agencies.OneOf(agency), nil
	}
	if role == "" {
		return h.askRole(agency), nil
	}
	all, err := h.TiesOf(ctx, t.Chat)
	if err != nil {
		return chat.Reply{}, err
	}
	switch all.standing(kept, role) {
	case record.Approved:
		return chat.Sentence(fmt.Sprintf(textIsAlready, RoleNames[role], agency.Name)), nil
	case record.Waiting:
		return chat.Sentence(fmt.Sprintf(textWaitsAlready, RoleNames[role], agency.Name)), nil
	}
	for _, s := range all {
		if s.Standing == record.Waiting && s.For == 0 {
			reply := chat.Sentence(fmt.Sprintf(textOneAtATime, RoleNames[s.Role], h.agencies.NameOf(s.Agency)))
			reply.Buttons = [][]chat.Button{{h.leaveButton(s.Agency)}}
			return reply, nil
		}
	}
	asker := dialog.Participant{Chat: t.Chat, User: t.User}
	if _, soon := h.asked.Look(asker); soon {
		return chat.Sentence(fmt.Sprintf(textAskedJustNow, int(coolDown.Minutes()))), nil
	}
	s := record.Subscription{Chat: t.Chat, Agency: kept, Role: role, Standing: record.Waiting, Person: t.Person()}
	admins, err := h.Administrators(ctx)
	if err != nil {
		return chat.Reply{}, err
	}
	requests, err := Letters(admins, 0, h.Request(s))
	if err != nil {
		return chat.Reply{}, err
	}
	if _, err := h.records.PutSubscription(ctx, s, t.Person(), requests...); err != nil {
		return chat.Reply{}, fmt.Errorf("register: %w", err)
	}
	h.asked.Put(asker, struct{}{})
	reply := chat.Sentence(fmt.Sprintf(textRegistered, RoleNames[role], agency.Name))
	for _, other := range all.Agencies(role) {
		reply.Text = append(reply.Text, chat.Say(fmt.Sprintf(textStillThere, RoleNames[role], h.agencies.NameOf(other))))
		reply.Buttons = append(reply.Buttons, []chat.Button{h.leaveButton(other)})
	}
	return reply, nil
}

func (h *registrations) askRole(agency plan.Agency) chat.Reply {
	code := dialog.AgencyCode(plan.KeyOf(agency))
	reply := chat.Sentence(fmt.Sprintf(textWhichRole, agency.Name))
	reply.Buttons = [][]chat.Button{
		{h.desk.Button(ButtonBeFocal, dialog.Action{View: dialog.ViewRegister, Agency: code, Rank: record.FocalPerson})},
		{h.desk.Button(buttonBeLeader, dialog.Action{View: dialog.ViewRegister, Agency: code, Rank: record.Leader})},
	}
	return reply
}

// Request is what an administrator reads of a registration that waits.
func (h *registrations) Request(s record.Subscription) chat.Reply {
	at := dialog.Action{View: dialog.ViewSettle, Chat: s.Chat, Rank: s.Role, Agency: dialog.AgencyCode(s.Agency)}
	yes, no := at, at
	yes.Topic, no.Topic = dialog.TopicYes, dialog.TopicNo
	reply := chat.Reply{Text: chat.Text{
		chat.BoldText(textRequest),
		chat.Say(fmt.Sprintf(textRequests, chat.CalledBy(s.Person), RoleNames[s.Role], h.agencies.NameOf(s.Agency))),
		chat.Say(fmt.Sprintf(textRefuseHow, s.Chat)),
	}}
	reply.Buttons = [][]chat.Button{{h.desk.Button(buttonApprove, yes), h.desk.Button(buttonRefuse, no)}}
	return reply
}

// settlePressed is an administrator's word on a registration. The first word
// counts.
func (h *registrations) settlePressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	if may, err := h.Administers(ctx, t.User); err != nil || !may {
		return chat.Reply{Notice: TextOnlyAdministrators}, err
	}
	s, found, err := h.TieAt(ctx, at)
	if err != nil {
		return chat.Reply{}, err
	}
	if !found {
		return chat.OldButton(), nil
	}
	if s.Standing == record.Waiting {
		s.Standing = record.Refused
		if at.Topic == dialog.TopicYes {
			s.Standing = record.Approved
		}
		return h.Settle(ctx, t, s, "")
	}
	return h.settledBefore(ctx, s)
}

// TieAt finds the tie that a button means.
func (h *rights) TieAt(ctx context.Context, at dialog.Action) (record.Subscription, bool, error) {
	all, err := h.TiesOf(ctx, at.Chat)
	if err != nil {
		return record.Subscription{}, false, err
	}
	for _, s := range all {
		if s.Role == at.Rank && dialog.AgencyCode(s.Agency) == at.Agency {
			return s, true, nil
		}
	}
	return record.Subscription{}, false, nil
}

// Settle keeps the decision and tells it to the one who asked, with the reason of a
// refusal where one is given. Nobody decides on
// their own registration.
func (h *registrations) Settle(ctx context.Context, t dialog.Turn, s record.Subscription, reason string) (chat.Reply, error) {
	if s.Chat == t.User || s.Person.ID == t.User {
		return chat.Reply{Notice: TextNotYourOwn}, nil
	}
	decision := h.Decision(s)
	if reason != "" {
		decision = chat.Reply{Text: chat.Text{chat.Say(fmt.Sprintf(textRefusedBecause, RoleNames[s.Role], h.agencies.NameOf(s.Agency))), chat.Quote(reason)}}
	}
	note, err := Letter(s.Chat, decision)
	if err != nil {
		return chat.Reply{}, err
	}
	settled, err := h.records.SettleSubscription(ctx, s, t.Person(), note)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("settle registration: %w", err)
	}
	if !settled {
		return h.settledBefore(ctx, s)
	}
	if s.Standing == record.Approved {
		h.asked.Take(dialog.Participant{Chat: s.Chat, User: s.Chat})
	}
	return h.Settled(s, t.Person()), nil
}

// Settled tells an administrator what was decided, and by whom.
func (h *registrations) Settled(s record.Subscription, by record.Person) chat.Reply {
	words := fmt.Sprintf(standingWords[s.Standing], chat.CalledBy(s.Person), RoleNames[s.Role], h.agencies.NameOf(s.Agency), chat.CalledBy(by))
	reply := chat.Sentence(words)
	if s.Standing == record.Approved {
		reply.Buttons = [][]chat.Button{{h.desk.Button(buttonRevoke, dialog.Action{View: dialog.ViewDismiss, Chat: s.Chat, Rank: s.Role, Agency: dialog.AgencyCode(s.Agency)})}}
	}
	return reply
}

// settledBefore tells an administrator that another one was faster.
func (h *registrations) settledBefore(ctx context.Context, s record.Subscription) (chat.Reply, error) {
	now, _, err := h.TieAt(ctx, dialog.Action{Chat: s.Chat, Rank: s.Role, Agency: dialog.AgencyCode(s.Agency)})
	if err != nil {
		return chat.Reply{}, err
	}
	by, err := h.records.DecidedBy(ctx, now)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("who decided: %w", err)
	}
	reply := h.Settled(now, by)
	reply.Notice = TextDecidedBefore
	return reply, nil
}

// Decision tells a person what became of their registration.
func (h *registrations) Decision(s record.Subscription) chat.Reply {
	words := decisionWords[s.Standing]
	switch {
	case s.Standing != record.Approved:
	case s.Role == record.Leader:
		words = textLeaderApproved
	case s.Role == record.Overseer:
		words = textMayOversee
	}
	reply := chat.Sentence(fmt.Sprintf(words, RoleNames[s.Role], h.agencies.NameOf(s.Agency)))
	if s.Standing == record.Approved {
		reply.Buttons = h.rolesMenu(s.Role, dialog.AgencyCode(s.Agency))
	}
	return reply
}

// rolesMenu is what a person of a role needs first.
func (h *registrations) rolesMenu(role record.Role, code string) [][]chat.Button {
	switch role {
	case record.Overseer:
		code = ""
		fallthrough
	case record.Leader:
		return [][]chat.Button{
			{h.desk.Button(ButtonProgress, dialog.Action{View: dialog.ViewProgress, Agency: code, Window: dialog.NoWindow})},
			{h.desk.Button(ButtonSettings, dialog.Action{View: dialog.ViewSetting})},
		}
	}
	return [][]chat.Button{
		{h.desk.Button(ButtonPreview, dialog.Action{View: dialog.ViewPreview, Agency: code, Window: dialog.NoWindow})},
		{h.desk.Button(ButtonSettings, dialog.Action{View: dialog.ViewSetting})},
	}
}
