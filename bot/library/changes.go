package library

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/export"
	"cchcbot/bot/follow"
	"cchcbot/bot/record"
	"cchcbot/seeds/compare"
	"cchcbot/seeds/document"
	"cchcbot/seeds/plan"
)

// difference compares a kept plan with the one that it replaces; false where it
// replaces none.
func (h *Handler) difference(ctx context.Context, k record.Plan) (d compare.Difference, before record.Plan, ok bool, err error) {
	before, known, err := h.kept(ctx, k.Replaces)
	if err != nil || !known {
		return d, before, false, err
	}
	older, err := h.shelf.Plan(ctx, before)
	if err != nil {
		return d, before, false, err
	}
	newer, err := h.shelf.Plan(ctx, k)
	if err != nil {
		return d, before, false, err
	}
	return compare.Plans(older, newer), before, true, nil
}

// Plan is a kept plan as it was read.
func (s *Shelf) Plan(ctx context.Context, k record.Plan) (*plan.Plan, error) {
	known, err := s.knownPlans(ctx)
	if err != nil {
		return nil, err
	}
	if p := known[k.ID]; p != nil {
		return p, nil
	}
	read, err := s.Reading(ctx, k)
	return read.Plan, err
}

// changes shows what a plan changes.
func (h *Handler) changes(ctx context.Context, k record.Plan) (chat.Reply, error) {
	d, before, ok, err := h.difference(ctx, k)
	if err != nil {
		return chat.Reply{}, err
	}
	if !ok {
		return chat.Sentence(textNoOther), nil
	}
	head := fmt.Sprintf(textDifference, nameOf(before), answer.Counted(d))
	reply := chat.Reply{Text: chat.Text{chat.BoldText(nameOf(k)), chat.Say(head)}}
	if lines, _ := answer.ChangeLines(d, answer.Told, func(plan.Unit) bool { return true }, chartLines); len(lines) > 0 {
		reply.Text = append(reply.Text, chat.Say(strings.Join(lines, "\n")))
	}
	reply.Buttons = [][]chat.Button{h.button(chat.ButtonBack, k.ID, topicOpen, 0)}
	return reply, nil
}

// announcement are the letters that tell a new plan: to all administrators, and
// to those who follow an agency its own changes.
func (h *Handler) announcement(ctx context.Context, t dialog.Turn, k record.Plan, read Reading, day plan.Date) ([]record.Letter, error) {
	admins, err := h.following.Administrators(ctx)
	if err != nil {
		return nil, err
	}
	words := chat.Sentence(fmt.Sprintf(textFromDay, chat.Day(day), nameOf(k), periodOf(k)))
	words.Buttons = [][]chat.Button{h.button(buttonOpen, k.ID, topicOpen, 0)}
	letters, err := follow.Letters(admins, t.Chat, words)
	if err != nil {
		return nil, err
	}
	d, before, ok, err := h.difference(ctx, k)
	if err != nil || !ok {
		return letters, err
	}
	subscribers, err := h.records.Subscribers(ctx)
	if err != nil {
		return nil, fmt.Errorf("subscribers: %w", err)
	}
	seen := map[string]bool{}
	for _, s := range subscribers {
		a, known := h.following.Agency(s.Agency)
		one := fmt.Sprint(s.Chat, " ", s.Agency)
		if !known || seen[one] {
			continue
		}
		seen[one] = true
		lines, _ := answer.ChangeLines(d, answer.Told, owed(read.Plan, a, d), chartLines)
		if len(lines) == 0 {
			continue
		}
		letter, err := follow.Letter(s.Chat, chat.Reply{Text: chat.Text{
			chat.BoldText(fmt.Sprintf(textToConcerned, chat.Day(day), nameOf(k), nameOf(before), a.Name)), chat.Say(strings.Join(lines, "\n")),
		}})
		if err != nil {
			return nil, err
		}
		letters = append(letters, letter)
	}
	return letters, nil
}

// owed reports of a unit whether an agency leads it, by either plan.
func owed(newer *plan.Plan, a plan.Agency, d compare.Difference) func(plan.Unit) bool {
	dropped := &plan.Plan{Units: slices.Clone(d.Dropped)}
	for _, p := range d.Pairs {
		dropped.Units = append(dropped.Units, p.Old)
	}
	mine := map[string]bool{}
	for _, in := range []*plan.Plan{newer, dropped} {
		for _, duty := range in.Duties(a) {
			if duty.Role != plan.RoleSupport {
				mine[duty.Unit.ID+duty.Unit.Text] = true
			}
		}
	}
	return func(u plan.Unit) bool { return mine[u.ID+u.Text] }
}

// rows is the table of every row as it was read, those in doubt first.
func (h *Handler) rows(ctx context.Context, t dialog.Turn, k record.Plan) ([]chat.File, error) {
	p, err := h.shelf.Plan(ctx, k)
	if err != nil {
		return nil, err
	}
	doubts := map[string][]string{}
	if k.SHA256 != "" {
		read, err := h.shelf.Reading(ctx, k)
		if err != nil {
			return nil, err
		}
		for _, b := range read.Blockers {
			doubts[b.Unit] = append(doubts[b.Unit], doubtNames[b.Kind])
		}
	}
	table := export.Table{
		Name: textSheetName, Titles: []string{nameOf(k) + ", " + periodOf(k), textTable}, Columns: rowColumns, Made: t.Now,
	}
	units := slices.DeleteFunc(slices.Clone(p.Units), func(u plan.Unit) bool { return u.Kind != plan.KindTask && doubts[u.ID] == nil })
	slices.SortStableFunc(units, func(a, b plan.Unit) int { return min(1, len(doubts[b.ID])) - min(1, len(doubts[a.ID])) })
	for _, u := range units {
		var days []string
		for _, o := range u.Deadline.Occurrences {
			days = append(days, chat.Day(o.Due))
		}
		table.Rows = append(table.Rows, []export.Cell{
			export.Text(strings.Join(doubts[u.ID], "; ")), export.Text(chat.UpperFirst(u.Place())), export.Text(u.Text), export.Text(u.Lead), export.Text(u.Support),
			export.Text(u.Product), export.Text(u.Deadline.Words), export.Text(strings.Join(days, "\n")),
		})
	}
	content, err := table.Bytes()
	if err != nil {
		return nil, fmt.Errorf("table of rows: %w", err)
	}
	return []chat.File{{Name: idOf(strings.ReplaceAll(nameOf(k), "/", " ")) + ".xlsx", Bytes: content, Caption: chat.Text{chat.Say(textTable)}}}, nil
}

const textSheetName = "Các dòng"

// doubtNames say what of a row is in doubt.
var doubtNames = map[document.BlockerKind]string{
	document.BlockLead: "cơ quan chủ trì", document.BlockDeadline: "thời hạn", document.BlockColumn: "cột", document.BlockYear: "năm",
}

// rowColumns are the columns of the table of rows.
var rowColumns = []export.Column{
	{Title: "Cần xem lại", Width: 16},
	{Title: "Vị trí", Width: 20},
	{Title: "Nhiệm vụ", Width: 46},
	{Title: "Cơ quan chủ trì", Width: 24},
	{Title: "Cơ quan phối hợp", Width: 24},
	{Title: "Sản phẩm", Width: 24},
	{Title: "Thời hạn (lời văn bản)", Width: 24},
	{Title: "Ngày đọc được", Width: 14},
}
