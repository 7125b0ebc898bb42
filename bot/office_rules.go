package bot

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"cchcbot/bot/duty"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// calendarScreen lists the corrections of the calendar.
func (b *Bot) calendarScreen(ctx context.Context, _ turn, page int) (Reply, error) {
	rules, err := b.records.Rules(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("rules: %w", err)
	}
	entries := slices.Clone(rules.Calendar)
	slices.SortFunc(entries, func(x, y plan.CalendarEntry) int { return y.From.Compare(x.From) })
	var lines []string
	for _, e := range entries {
		lines = append(lines, "- "+calendarWords(e))
	}
	reply := b.officePage(officeCalendar, textCalendar, textNoCorrections, lines, page, officeRows)
	reply.Text = append(reply.Text, say(officeAsks[officeCalendar]))
	for _, e := range entries[:min(len(entries), rowNumbers*2)] {
		reply.Buttons = inRows(reply.Buttons, b.button(fmt.Sprintf(buttonDrop, day(e.From)),
			action{view: viewOffice, topic: officeCalendar + "." + e.From.String() + ".bo"}))
	}
	reply.Buttons = append(reply.Buttons,
		[]Button{b.button(buttonAddDay, action{view: viewOffice, topic: officeCalendar + "." + topicAdd})}, b.officeBack())
	return reply, nil
}

// calendarWords tell a correction.
func calendarWords(e plan.CalendarEntry) string {
	words := day(e.From)
	if !e.To.IsZero() && e.To != e.From {
		words += " - " + day(e.To)
	}
	if e.Working {
		return words + ": " + textWorked + " (" + e.Reason + ")"
	}
	return words + ": " + textOff + " (" + e.Reason + ")"
}

// calendarTold corrects the calendar: "24/11/2026 nghi Ngày Văn hóa",
// "21/11/2026 lam bu", "24/11/2026 bo".
func (b *Bot) calendarTold(ctx context.Context, t turn, words string) (Reply, error) {
	e, drop, ok := correctionSaid(words)
	if !ok {
		return b.unread(officeCalendar, textCalendarUnread), nil
	}
	if drop {
		if err := b.records.RemoveCalendarDays(ctx, e.From, t.person()); err != nil {
			return Reply{}, fmt.Errorf("correct calendar: %w", err)
		}
		return b.calendarScreen(ctx, t, 0)
	}
	if err := b.tryRules(ctx, func(r *duty.Rules) { r.Calendar = append(r.Calendar, e) }); err != nil {
		return b.unread(officeCalendar, textCalendarRefused), nil //nolint:nilerr // the rule is refused, and the person is told
	}
	e.Source = fmt.Sprintf(textCorrectedBy, t.User)
	if err := b.records.SetCalendarDays(ctx, e, t.person()); err != nil {
		return Reply{}, fmt.Errorf("correct calendar: %w", err)
	}
	return b.calendarScreen(ctx, t, 0)
}

// tryRules reports whether the planner can keep to rules that are changed so: a
// rule that it cannot read would stop every reminder.
func (b *Bot) tryRules(ctx context.Context, change func(*duty.Rules)) error {
	rules, err := b.records.Rules(ctx)
	if err != nil {
		return fmt.Errorf("rules: %w", err)
	}
	change(&rules)
	_, err = b.rules.planner.With(rules)
	return err
}

// correctionSaid reads a correction of the calendar; drop takes one back.
func correctionSaid(words string) (e plan.CalendarEntry, drop, ok bool) {
	days, rest, _ := strings.Cut(strings.TrimSpace(words), " ")
	first, last, span := strings.Cut(days, "-")
	if _, err := plan.ParseDate(days); err == nil {
		first, span = days, false
	}
	if e.From, ok = daySaid(first); !ok {
		return e, false, false
	}
	e.To = e.From
	if span {
		if e.To, ok = daySaid(last); !ok {
			return e, false, false
		}
	}
	for _, k := range []struct {
		lead          string
		working, drop bool
	}{{"lam bu", true, false}, {"lam viec", true, false}, {"di lam", true, false}, {"nghi bu", false, false}, {"nghi", false, false}, {"bo", false, true}, {"xoa", false, true}} {
		if reason, begins := cutLead(rest, k.lead); begins {
			e.Working, e.Reason = k.working, cutWords(reason, lineRunes)
			if e.Reason == "" {
				e.Reason = textNoReason
			}
			return e, k.drop, true
		}
	}
	return e, false, false
}

// daySaid reads "24/11/2026" or "2026-11-24".
func daySaid(words string) (plan.Date, bool) {
	if d, err := plan.ParseDate(words); err == nil {
		return d, true
	}
	t, err := time.Parse("2/1/2006", words)
	return plan.DateOf(t), err == nil
}

// ladderKinds are the kinds of deadlines with a ladder, and what they are called.
var ladderKinds = []struct {
	kind plan.DeadlineKind
	name string
	said string
}{
	{plan.DeadlineQuarterly, "Hàng quý", "hang quy"},
	{plan.DeadlineMonthly, "Hàng tháng", "hang thang"},
	{plan.DeadlineHalfYearly, "6 tháng một lần", "6 thang"},
	{plan.DeadlineQuarter, "Đến hết một quý", "quy"},
	{plan.DeadlineMonth, "Đến hết một tháng", "thang"},
	{plan.DeadlineDay, "Đến một ngày", "ngay"},
	{plan.DeadlineDaysAfter, "Trong số ngày nhất định", "so ngay"},
	{plan.DeadlineWithinYear, "Trong năm", "trong nam"},
	{plan.DeadlineYearly, "Hàng năm", "hang nam"},
}

// ladderScreen lists the ladders.
func (b *Bot) ladderScreen(ctx context.Context, _ turn, _ int) (Reply, error) {
	rules, err := b.records.Rules(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("rules: %w", err)
	}
	reply := Reply{Text: Text{bold(textLadders)}}
	var lines []string
	for _, k := range ladderKinds {
		rungs, own := rules.Ladders[k.kind]
		if !own {
			for _, r := range remind.DefaultLadder()[k.kind] {
				rungs = append(rungs, r.Name)
			}
		}
		line := fmt.Sprintf("- %s: %s", k.name, rungWords(rungs))
		if own {
			line += textChanged
			reply.Buttons = append(reply.Buttons, []Button{b.button(fmt.Sprintf(buttonDefault, k.name),
				action{view: viewOffice, topic: officeLadder + "." + strings.ReplaceAll(k.said, " ", ".") + ".mac.dinh"})})
		}
		lines = append(lines, line)
	}
	reply.Text = append(reply.Text, say(strings.Join(lines, "\n")), say(officeAsks[officeLadder]))
	reply.Buttons = append(reply.Buttons,
		[]Button{b.button(buttonChangeLadder, action{view: viewOffice, topic: officeLadder + "." + topicAdd})}, b.officeBack())
	return reply, nil
}

// rungWords tell the rungs of a ladder.
func rungWords(names []string) string {
	if len(names) == 0 {
		return textNoRungs
	}
	words := make([]string, len(names))
	for i, name := range names {
		r, err := remind.ParseRung(name)
		switch {
		case err != nil:
			words[i] = name
		case r.Count == remind.CountQuarter:
			words[i] = fmt.Sprintf(textRungQuarter, roman[r.Number])
		case r.Count == remind.CountDays:
			words[i] = fmt.Sprintf(textRungDays, r.Number)
		case r.Number == 0:
			words[i] = textRungLast
		default:
			words[i] = fmt.Sprintf(textRungWorking, r.Number)
		}
	}
	return strings.Join(words, ", ")
}

// ladderTold sets a ladder: "hàng quý 15lv 5lv 1lv cuối", "hàng quý mặc định".
func (b *Bot) ladderTold(ctx context.Context, t turn, words string) (Reply, error) {
	for _, k := range ladderKinds {
		rest, ok := cutLead(words, k.said)
		if !ok || rest == "" {
			continue
		}
		var rungs []string
		if folded(rest) != "mac dinh" {
			if rungs, ok = rungsSaid(rest); !ok {
				break
			}
			if err := b.tryRules(ctx, func(r *duty.Rules) { r.Ladders = map[plan.DeadlineKind][]string{k.kind: rungs} }); err != nil {
				break
			}
		}
		if err := b.records.SetLadder(ctx, k.kind, rungs, t.person()); err != nil {
			return Reply{}, fmt.Errorf("set ladder: %w", err)
		}
		return b.ladderScreen(ctx, t, 0)
	}
	return b.unread(officeLadder, textLadderUnread), nil
}

// rungsSaid reads the rungs of a ladder as people and as the program write them.
func rungsSaid(words string) ([]string, bool) {
	var rungs []string
	for _, word := range strings.FieldsFunc(folded(words), func(r rune) bool { return r == ' ' || r == ',' || r == ';' }) {
		name := word
		switch {
		case word == "cuoi":
			name = "last"
		case strings.HasSuffix(word, "lv"):
			name = strings.TrimSuffix(word, "lv") + "wd"
		case strings.HasSuffix(word, "n"):
			name = strings.TrimSuffix(word, "n") + "d"
		}
		if _, err := remind.ParseRung(name); err != nil || slices.Contains(rungs, name) {
			return nil, false
		}
		rungs = append(rungs, name)
	}
	return rungs, len(rungs) > 0
}

// internalScreen lists the earlier due dates.
func (b *Bot) internalScreen(ctx context.Context, _ turn, page int) (Reply, error) {
	rules, err := b.records.Rules(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("rules: %w", err)
	}
	var lines []string
	var drops [][]Button
	for _, d := range rules.Internal {
		number := strings.TrimPrefix(d.Unit, "PL.")
		lines = append(lines, fmt.Sprintf(textInternalLine, number, d.Day))
		if len(lines) <= rowNumbers*2 {
			drops = inRows(drops, b.button(fmt.Sprintf(buttonDrop, number), action{view: viewOffice, topic: officeInternal + "." + internalTopic(d.Unit)}))
		}
	}
	reply := b.officePage(officeInternal, textInternal, textNoInternal, lines, page, officeRows)
	reply.Text = append(reply.Text, say(officeAsks[officeInternal]))
	reply.Buttons = append(append(reply.Buttons, drops...),
		[]Button{b.button(buttonAddInternal, action{view: viewOffice, topic: officeInternal + "." + topicAdd})}, b.officeBack())
	return reply, nil
}

// internalTopic drops an internal due date; the points of the number would read
// as spaces.
func internalTopic(unit string) string { return strings.ReplaceAll(unit, ".", "-") + ".bo" }

// internalTold sets or drops an earlier due date: "1.14 20", "1.14 bỏ".
func (b *Bot) internalTold(ctx context.Context, t turn, words string) (Reply, error) {
	number, rest, _ := strings.Cut(strings.ReplaceAll(strings.TrimSpace(words), "-", "."), " ")
	number = strings.ToUpper(number)
	u, known := b.answerer.index.Unit("PL." + number)
	if !known {
		u, known = b.answerer.index.Unit(number)
	}
	rest = strings.TrimPrefix(folded(rest), "ngay ")
	set, err := strconv.Atoi(rest)
	switch {
	case dismissals[rest]:
		set, err = 0, nil
	case err == nil && (set < 1 || set > 31):
		known = false
	}
	if !known || err != nil || len(u.Deadline.Occurrences) == 0 {
		return b.unread(officeInternal, textInternalUnread), nil
	}
	if err := b.records.SetInternalDue(ctx, duty.InternalDue{Unit: u.ID, Day: set}, t.person()); err != nil {
		return Reply{}, fmt.Errorf("set internal due date: %w", err)
	}
	return b.internalScreen(ctx, t, 0)
}
