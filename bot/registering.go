package bot

import (
	"context"
	"fmt"
	"strings"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// registerCommand asks for a role in an agency: "Sở Tư pháp đầu mối".
func (b *followHandler) registerCommand(ctx context.Context, t turn, args string) (Reply, error) {
	if !t.Private {
		return sentence(textRegisterPrivately), nil
	}
	name, role := cutRole(args)
	if name == "" {
		if t.own == nil {
			return b.agencies.ask(t, textRegisterWhere+" "+textAskAgency, strings.TrimSpace("/dangky "+args)), nil
		}
		return b.register(ctx, t, *t.own, role)
	}
	return b.agencies.withAgencyNamed(t, name, viewFollow, func(a plan.Agency) (Reply, error) {
		if withoutMarks(a, name) {
			return askMarks(a, "/dangky "), nil
		}
		return b.register(ctx, t, a, role)
	})
}

// cutRole parts the words of a role from what is left: "lãnh đạo Sở Tư pháp".
func cutRole(args string) (rest string, role record.Role) {
	words := strings.Fields(args)
	for i := range words {
		for _, r := range roleWordings {
			n := len(r.words)
			if i+n > len(words) || folded(strings.Join(words[i:i+n], " ")) != strings.Join(r.words, " ") {
				continue
			}
			rest := append(words[:i:i], words[i+n:]...)
			for len(rest) > 0 && roleTies[folded(rest[0])] {
				rest = rest[1:]
			}
			for len(rest) > 0 && roleTies[folded(rest[len(rest)-1])] {
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
var roleTies = setOf("la", "cua", "cho", "lam", "cchc")

func (b *followHandler) registerPressed(ctx context.Context, t turn, at action) (Reply, error) {
	if !t.Private {
		return Reply{Notice: textRegisterPrivately}, nil
	}
	all, err := b.tiesOf(ctx, t.Chat)
	if err != nil {
		return Reply{}, err
	}
	agency, ok := b.agencyCoded(t, all, at.agency)
	if !ok || at.rank == record.Follower {
		return oldButton(), nil
	}
	return b.register(ctx, t, agency, at.rank)
}

// register puts a role in an agency before the administrators.
func (b *followHandler) register(ctx context.Context, t turn, agency plan.Agency, role record.Role) (Reply, error) {
	kept := memoryID(agency)
	if b.agencies.isGroup(agency) {
		return b.agencies.oneOf(agency), nil
	}
	if role == "" {
		return b.askRole(agency), nil
	}
	all, err := b.tiesOf(ctx, t.Chat)
	if err != nil {
		return Reply{}, err
	}
	switch all.standing(kept, role) {
	case record.Approved:
		return sentence(fmt.Sprintf(textIsAlready, roleNames[role], agency.Name)), nil
	case record.Waiting:
		return sentence(fmt.Sprintf(textWaitsAlready, roleNames[role], agency.Name)), nil
	}
	s := record.Subscription{Chat: t.Chat, Agency: kept, Role: role, Standing: record.Waiting, Person: t.person()}
	admins, err := b.administrators(ctx)
	if err != nil {
		return Reply{}, err
	}
	requests, err := letters(admins, 0, b.request(s))
	if err != nil {
		return Reply{}, err
	}
	if _, err := b.records.PutSubscription(ctx, s, t.person(), requests...); err != nil {
		return Reply{}, fmt.Errorf("register: %w", err)
	}
	reply := sentence(fmt.Sprintf(textRegistered, roleNames[role], agency.Name))
	for _, other := range all.agencies(role) {
		reply.Text = append(reply.Text, say(fmt.Sprintf(textStillThere, roleNames[role], b.agencies.nameOf(other))))
		reply.Buttons = append(reply.Buttons, []Button{b.leaveButton(other)})
	}
	return reply, nil
}

func (b *followHandler) askRole(agency plan.Agency) Reply {
	code := agencyCode(memoryID(agency))
	reply := sentence(fmt.Sprintf(textWhichRole, agency.Name))
	reply.Buttons = [][]Button{
		{b.desk.button(buttonBeFocal, action{view: viewRegister, agency: code, rank: record.FocalPerson})},
		{b.desk.button(buttonBeLeader, action{view: viewRegister, agency: code, rank: record.Leader})},
	}
	return reply
}

// request is what an administrator reads of a registration that waits.
func (b *followHandler) request(s record.Subscription) Reply {
	at := action{view: viewSettle, chat: s.Chat, rank: s.Role, agency: agencyCode(s.Agency)}
	yes, no := at, at
	yes.topic, no.topic = topicYes, topicNo
	reply := Reply{Text: Text{
		bold(textRequest),
		say(fmt.Sprintf(textRequests, calledBy(s.Person), roleNames[s.Role], b.agencies.nameOf(s.Agency))),
	}}
	reply.Buttons = [][]Button{{b.desk.button(buttonApprove, yes), b.desk.button(buttonRefuse, no)}}
	return reply
}

const (
	topicYes = "co"
	topicNo  = "khong"
)

// settlePressed is an administrator's word on a registration. The first word
// counts.
func (b *followHandler) settlePressed(ctx context.Context, t turn, at action) (Reply, error) {
	if may, err := b.administers(ctx, t.User); err != nil || !may {
		return Reply{Notice: textOnlyAdministrators}, err
	}
	s, found, err := b.tieAt(ctx, at)
	if err != nil {
		return Reply{}, err
	}
	if !found {
		return oldButton(), nil
	}
	if s.Standing == record.Waiting {
		s.Standing = record.Refused
		if at.topic == topicYes {
			s.Standing = record.Approved
		}
		return b.settle(ctx, t, s)
	}
	return b.settledBefore(ctx, s)
}

// tieAt finds the tie that a button means.
func (b *followHandler) tieAt(ctx context.Context, at action) (record.Subscription, bool, error) {
	all, err := b.tiesOf(ctx, at.chat)
	if err != nil {
		return record.Subscription{}, false, err
	}
	for _, s := range all {
		if s.Role == at.rank && agencyCode(s.Agency) == at.agency {
			return s, true, nil
		}
	}
	return record.Subscription{}, false, nil
}

// settle keeps the decision and tells it to the one who asked.
func (b *followHandler) settle(ctx context.Context, t turn, s record.Subscription) (Reply, error) {
	note, err := letter(s.Chat, b.decision(s))
	if err != nil {
		return Reply{}, err
	}
	settled, err := b.records.SettleSubscription(ctx, s, t.person(), note)
	if err != nil {
		return Reply{}, fmt.Errorf("settle registration: %w", err)
	}
	if !settled {
		return b.settledBefore(ctx, s)
	}
	return b.settled(s, t.person()), nil
}

// settled tells an administrator what was decided, and by whom.
func (b *followHandler) settled(s record.Subscription, by record.Person) Reply {
	words := fmt.Sprintf(standingWords[s.Standing], calledBy(s.Person), roleNames[s.Role], b.agencies.nameOf(s.Agency), calledBy(by))
	reply := sentence(words)
	if s.Standing == record.Approved {
		reply.Buttons = [][]Button{{b.desk.button(buttonRevoke, action{view: viewDismiss, chat: s.Chat, rank: s.Role, agency: agencyCode(s.Agency)})}}
	}
	return reply
}

// settledBefore tells an administrator that another one was faster.
func (b *followHandler) settledBefore(ctx context.Context, s record.Subscription) (Reply, error) {
	now, _, err := b.tieAt(ctx, action{chat: s.Chat, rank: s.Role, agency: agencyCode(s.Agency)})
	if err != nil {
		return Reply{}, err
	}
	by, err := b.decidedBy(ctx, now)
	if err != nil {
		return Reply{}, err
	}
	reply := b.settled(now, by)
	reply.Notice = textDecidedBefore
	return reply, nil
}

// decision tells a person what became of their registration.
func (b *followHandler) decision(s record.Subscription) Reply {
	words := decisionWords[s.Standing]
	if s.Standing == record.Approved && s.Role == record.Leader {
		words = textLeaderApproved
	}
	reply := sentence(fmt.Sprintf(words, roleNames[s.Role], b.agencies.nameOf(s.Agency)))
	if s.Standing == record.Approved {
		reply.Buttons = b.rolesMenu(s.Role, agencyCode(s.Agency))
	}
	return reply
}

// rolesMenu is what a person of a role needs first.
func (b *followHandler) rolesMenu(role record.Role, code string) [][]Button {
	if role == record.Leader {
		return [][]Button{
			{b.desk.button(buttonProgress, action{view: viewProgress, agency: code, window: noWindow})},
			{b.desk.button(buttonSettings, action{view: viewSetting})},
		}
	}
	return [][]Button{
		{b.desk.button(buttonPreview, action{view: viewPreview, agency: code, window: noWindow})},
		{b.desk.button(buttonSettings, action{view: viewSetting})},
	}
}

// noWindow stands on buttons that mean the time in which they are pressed.
var noWindow = windowOf(epoch, epoch)

// auditPage is how many entries of the audit log are read at once.
const auditPage = 500

// decidedBy finds who brought a tie to its standing, nobody where the log does
// not say.
func (b *followHandler) decidedBy(ctx context.Context, s record.Subscription) (record.Person, error) {
	var by record.Person
	about := fmt.Sprintf("%d %s %s", s.Chat, s.Agency, s.Role)
	for after := int64(0); ; {
		page, err := b.records.Audit(ctx, after, auditPage)
		if err != nil {
			return record.Person{}, fmt.Errorf("audit log: %w", err)
		}
		for _, c := range page {
			after = c.ID
			if c.What == "subscription" && c.After == string(s.Standing) && c.About == about {
				by = c.By
			}
		}
		if len(page) < auditPage {
			return by, nil
		}
	}
}
