package office

import (
	"context"
	"fmt"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// uncovered is an agency with duties that has nobody in a role.
type uncovered struct {
	agency  plan.Agency
	missing []string
}

// coverage tells how many agencies owe something, and which of them have no focal
// person or no leader; covered counts those that have one of each role.
func (h *Handler) coverage(ctx context.Context, t dialog.Turn) (all []uncovered, agencies int, covered map[record.Role]int, err error) {
	subscribers, err := h.records.Subscribers(ctx)
	if err != nil {
		return nil, 0, nil, fmt.Errorf("subscribers: %w", err)
	}
	there := map[string]map[record.Role]bool{}
	for _, s := range subscribers {
		if there[s.Agency] == nil {
			there[s.Agency] = map[record.Role]bool{}
		}
		there[s.Agency][s.Role] = true
	}
	covered = map[record.Role]int{}
	owing, _, err := h.progress.Agencies(ctx, t.Today())
	if err != nil {
		return nil, 0, nil, err
	}
	for _, a := range owing {
		missing := uncovered{agency: a}
		for _, role := range coveredRoles {
			if there[plan.KeyOf(a)][role] {
				covered[role]++
				continue
			}
			missing.missing = append(missing.missing, fmt.Sprintf(textHasNo, follow.RoleNames[role]))
		}
		if len(missing.missing) > 0 {
			all = append(all, missing)
		}
	}
	return all, len(owing), covered, nil
}

var coveredRoles = []record.Role{record.FocalPerson, record.Leader}

// focalScreen tells who has no focal person or leader, and leads to each agency,
// where the invitations are; another agency is named by words.
func (h *Handler) focalScreen(ctx context.Context, t dialog.Turn, page int) (chat.Reply, error) {
	all, agencies, covered, err := h.coverage(ctx, t)
	if err != nil {
		return chat.Reply{}, err
	}
	h.desk.Expect(t, dialog.Expectation{Use: dialog.UseOffice, Kept: officeFocal})
	lines := make([]string, len(all))
	for i, u := range all {
		lines[i] = fmt.Sprintf("- %s: %s", u.agency.Name, strings.Join(u.missing, ", "))
	}
	head := fmt.Sprintf(textCoverage, covered[record.FocalPerson], agencies, covered[record.Leader], agencies)
	reply := h.officePage(officeFocal, head, textAllCovered, lines, page, officeRows)
	var rows [][]chat.Button
	for _, u := range chat.PageOf(all, chat.UpToLast(page, len(all), officeRows), officeRows) {
		rows = chat.InRows(rows, h.desk.Button(chat.CutWords(u.agency.Name, chat.LabelRunes/2), dialog.Action{View: dialog.ViewOffice, Topic: officeFocal + "." + u.agency.ID}))
	}
	reply.Text = append(reply.Text, chat.Say(textFocalWhose))
	reply.Buttons = append(append(rows, reply.Buttons...), h.officeBack())
	return reply, nil
}

// CoverageSaid tells an administrator who has no focal person or leader where words
// ask for that: "đơn vị nào chưa có đầu mối".
func (h *Handler) CoverageSaid(ctx context.Context, t dialog.Turn, _ dialog.Expectation) (chat.Reply, bool, error) {
	said := " " + question.Folded(t.Text) + " "
	for _, words := range []string{" ai ", " don vi ", " co quan ", " so ", " quan ", " danh sach ", " noi nao "} {
		for _, missing := range []string{" chua co dau moi ", " chua co can bo dau moi ", " chua co lanh dao ", " thieu dau moi ", " khong co dau moi "} {
			if h.records == nil || !strings.Contains(said, words) || !strings.HasSuffix(said, missing) {
				continue
			}
			may, reply, err := h.Authorize(ctx, t)
			if err == nil && may {
				reply, err = h.focalScreen(ctx, t, 0)
			}
			return reply, true, err
		}
	}
	return chat.Reply{}, false, nil
}

// invitations are links by which somebody asks for a role in an agency; nothing
// where the bot has no name.
func (h *Handler) invitations(a plan.Agency) chat.Text {
	var text chat.Text
	for _, role := range coveredRoles {
		if code := follow.InviteCode(a, role); code != "" && h.screens.StartLink(code) != "" {
			text = append(text, chat.Paragraph{Spans: []chat.Span{{Words: fmt.Sprintf(textInvite, follow.RoleNames[role]) + "\n"}, {Words: h.screens.StartLink(code), Style: chat.Code}}})
		}
	}
	return text
}
