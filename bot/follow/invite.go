package follow

import (
	"fmt"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// inviteBegin begins what a link to the bot carries that invites somebody to a role:
// "m_d_so-y-te" for the focal person of Sở Y tế, "m_l_" for a leader.
const inviteBegin = "m_"

var inviteRoles = map[string]record.Role{"d_": record.FocalPerson, "l_": record.Leader}

// InviteCode is what a link carries that invites somebody to a role; "" for an
// agency or role that no link can carry.
func InviteCode(a plan.Agency, role record.Role) string {
	for letter, r := range inviteRoles {
		if r == role && chat.IsID(a.ID) && !strings.Contains(a.ID, ".") && !plan.IsWard(a) {
			return inviteBegin + letter + a.ID
		}
	}
	return ""
}

// Invited asks who opened the bot by an invitation whether they register; false
// where the link carries none. An administrator still approves.
func (h *Handler) Invited(t dialog.Turn, carried string) (chat.Reply, bool) {
	rest, ok := strings.CutPrefix(carried, inviteBegin)
	if !ok || len(rest) < len("d_") {
		return chat.Reply{}, false
	}
	role, known := inviteRoles[rest[:len("d_")]]
	a, there := h.agencies.AgencyByID(rest[len("d_"):])
	if !known || !there || !t.Private || h.agencies.IsGroup(a) {
		return chat.Reply{}, false
	}
	label := ButtonBeFocal
	if role == record.Leader {
		label = buttonBeLeader
	}
	reply := chat.Sentence(fmt.Sprintf(textInvited, RoleNames[role], a.Name))
	reply.Buttons = [][]chat.Button{{h.desk.Button(label, dialog.Action{View: dialog.ViewRegister, Agency: dialog.AgencyCode(plan.KeyOf(a)), Rank: role})}}
	return reply, true
}
