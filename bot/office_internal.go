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

// internalScreen lists the earlier due dates.
func (b *officeHandler) internalScreen(ctx context.Context, t turn, page int) (Reply, error) {
	rules, err := b.records.Rules(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("rules: %w", err)
	}
	var lines []string
	var drops [][]Button
	for _, d := range rules.Internal {
		number := strings.TrimPrefix(d.Unit, "PL.")
		lines = append(lines, fmt.Sprintf(textInternalLine, number, internalWords(d.Day)))
		if len(lines) <= rowNumbers*2 {
			drops = inRows(drops, b.desk.button(fmt.Sprintf(buttonDrop, number), action{view: viewOffice, topic: officeInternal + "." + internalTopic(d.Unit)}))
		}
	}
	reply := b.officePage(officeInternal, textInternal, textNoInternal, lines, page, officeRows)
	reply.Text = append(reply.Text, hint(officeInternal, t.today()))
	reply.Buttons = append(append(reply.Buttons, drops...),
		[]Button{b.desk.button(buttonAddInternal, action{view: viewOffice, topic: officeInternal + "." + topicAdd})}, b.officeBack())
	return reply, nil
}

// internalTopic drops an internal due date; the points of the number would read
// as spaces.
func internalTopic(unit string) string { return strings.ReplaceAll(unit, ".", "-") + ".bo" }

// alterInternal sets or drops an earlier due date: "1.14 chậm nhất ngày 20", "1.14 bỏ".
func (b *officeHandler) alterInternal(ctx context.Context, t turn, words string) (alteration, Reply, error) {
	u, set, ok := b.internalSaid(words)
	if !ok {
		return alteration{}, b.unread(t, officeInternal, textInternalUnread), nil
	}
	if len(u.Deadline.Occurrences) == 0 {
		return alteration{}, b.unread(t, officeInternal, fmt.Sprintf(textNoDueDates, unitName(u))), nil
	}
	wanted := record.InternalDue{Unit: u.ID, Day: set}
	of := func(d record.InternalDue) bool { return d.Unit == u.ID }
	c, err := b.tryRules(ctx, func(r *record.Rules) {
		if r.Internal = slices.DeleteFunc(r.Internal, of); set > 0 {
			r.Internal = append(r.Internal, wanted)
		}
	})
	if err == nil {
		err = c.refused // a day of the month is always a rule
	}
	if err != nil {
		return alteration{}, Reply{}, err
	}
	a := alteration{of: fmt.Sprintf(textInternalOf, unitName(u)), before: textNoInternalDay, after: internalWords(set)}
	if i := slices.IndexFunc(c.rules.Internal, of); i >= 0 {
		a.before = internalWords(c.rules.Internal[i].Day)
	}
	a.effect = c.effect(t.today())
	a.save = func(ctx context.Context) error { return b.records.SetInternalDue(ctx, wanted, t.person()) }
	return a, Reply{}, nil
}

func internalWords(set int) string {
	if set == 0 {
		return textNoInternalDay
	}
	return fmt.Sprintf(textInternalDay, set)
}

// dayWords stand about the day of an internal due date, which is the last one
// whichever of them is said.
var dayWords = setOf("ngay", "truoc", "den", "vao", "han", "cham", "nhat", "thang", "cuoi", "ky", "quy")

// internalSaid reads the number of a unit and a day of the month, or that there
// shall be none, which is 0.
func (b *officeHandler) internalSaid(words string) (u plan.Unit, set int, ok bool) {
	fields := strings.Fields(words)
	drop := false
	fields = slices.DeleteFunc(fields, func(word string) bool {
		f := folded(word)
		drop = drop || dismissals[f]
		return dayWords[f] || dismissals[f]
	})
	if len(fields) == 0 || len(fields) != 2 && !drop {
		return u, 0, false
	}
	number := strings.ToUpper(strings.ReplaceAll(fields[0], "-", "."))
	if u, ok = b.answers.index.Unit("PL." + number); !ok {
		u, ok = b.answers.index.Unit(number)
	}
	if !ok || drop {
		return u, 0, ok && len(fields) == 1
	}
	set, err := strconv.Atoi(fields[1])
	return u, set, err == nil && set >= 1 && set <= 31
}
