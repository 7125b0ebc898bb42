package office

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// internalScreen lists the earlier due dates.
func (h *Handler) internalScreen(ctx context.Context, t dialog.Turn, page int) (chat.Reply, error) {
	rules, err := h.records.Rules(ctx)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("rules: %w", err)
	}
	var lines []string
	var drops [][]chat.Button
	for _, d := range rules.Internal {
		if d.Plan != "" && d.Plan != h.answers.Plan().Key() {
			continue // of a plan that is not spoken of any more
		}
		number := strings.TrimPrefix(d.Unit, "PL.")
		lines = append(lines, fmt.Sprintf(textInternalLine, number, internalWords(d.Day)))
		if len(lines) <= chat.RowNumbers*2 {
			drops = chat.InRows(drops, h.desk.Button(fmt.Sprintf(buttonDrop, number), dialog.Action{View: dialog.ViewOffice, Topic: OfficeInternal + "." + internalTopic(d.Unit)}))
		}
	}
	reply := h.officePage(OfficeInternal, textInternal, textNoInternal, lines, page, officeRows)
	reply.Text = append(reply.Text, hint(OfficeInternal, t.Today()))
	reply.Buttons = append(append(reply.Buttons, drops...),
		[]chat.Button{h.desk.Button(buttonAddInternal, dialog.Action{View: dialog.ViewOffice, Topic: OfficeInternal + "." + topicAdd})}, h.officeBack())
	return reply, nil
}

// internalTopic drops an internal due date; the points of the number would read
// as spaces.
func internalTopic(unit string) string { return strings.ReplaceAll(unit, ".", "-") + ".bo" }

// alterInternal sets or drops an earlier due date: "1.14 chậm nhất ngày 20", "1.14 bỏ".
func (h *Handler) alterInternal(ctx context.Context, t dialog.Turn, words string) (alteration, chat.Reply, error) {
	u, set, ok := h.ParseInternalDue(words)
	if !ok {
		return alteration{}, h.unread(t, OfficeInternal, textInternalUnread), nil
	}
	if len(u.Deadline.Occurrences) == 0 {
		return alteration{}, h.unread(t, OfficeInternal, fmt.Sprintf(textNoDueDates, chat.UnitName(u))), nil
	}
	wanted := record.InternalDue{Plan: h.answers.Plan().Key(), Unit: u.ID, Day: set}
	of := func(d record.InternalDue) bool { return d.Unit == u.ID && (d.Plan == "" || d.Plan == wanted.Plan) }
	c, err := h.tryRules(ctx, func(r *record.Rules) {
		if r.Internal = slices.DeleteFunc(r.Internal, of); set > 0 {
			r.Internal = append(r.Internal, wanted)
		}
	})
	if err == nil {
		err = c.refused // a day of the month is always a rule
	}
	if err != nil {
		return alteration{}, chat.Reply{}, err
	}
	a := alteration{of: fmt.Sprintf(textInternalOf, chat.UnitName(u)), before: textNoInternalDay, after: internalWords(set)}
	if i := slices.IndexFunc(c.rules.Internal, of); i >= 0 {
		a.before = internalWords(c.rules.Internal[i].Day)
	}
	a.effect = c.effect(t.Today())
	a.save = func(ctx context.Context) error { return h.records.SetInternalDue(ctx, wanted, t.Person()) }
	return a, chat.Reply{}, nil
}

func internalWords(set int) string {
	if set == 0 {
		return textNoInternalDay
	}
	return fmt.Sprintf(textInternalDay, set)
}

// dayWords stand about the day of an internal due date, which is the last one
// whichever of them is said.
var dayWords = question.SetOf("ngay", "truoc", "den", "vao", "han", "cham", "nhat", "thang", "cuoi", "ky", "quy")

// ParseInternalDue reads the number of a unit and a day of the month, or that there
// shall be none, which is 0.
func (h *Handler) ParseInternalDue(words string) (u plan.Unit, set int, ok bool) {
	fields := strings.Fields(words)
	drop := false
	fields = slices.DeleteFunc(fields, func(word string) bool {
		f := question.Folded(word)
		drop = drop || dismissals[f]
		return dayWords[f] || dismissals[f]
	})
	if len(fields) == 0 || len(fields) != 2 && !drop {
		return u, 0, false
	}
	number := strings.ToUpper(strings.ReplaceAll(fields[0], "-", "."))
	if u, ok = h.answers.Index.Unit("PL." + number); !ok {
		u, ok = h.answers.Index.Unit(number)
	}
	if !ok || drop {
		return u, 0, ok && len(fields) == 1
	}
	set, err := strconv.Atoi(fields[1])
	return u, set, err == nil && set >= 1 && set <= 31
}
