package office

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// LadderKind is a kind of deadlines with a ladder.
type LadderKind struct {
	Kind plan.DeadlineKind
	name string
	said string
	bare string // what a number without a unit counts: the ending of a rung's name
}

const (
	countsWorking = "wd"
	countsDays    = "d"
)

// LadderKinds are the kinds of deadlines whose ladder can be changed.
var LadderKinds = []LadderKind{
	{plan.DeadlineQuarterly, "Hàng quý", "hang quy", countsWorking},
	{plan.DeadlineMonthly, "Hàng tháng", "hang thang", countsWorking},
	{plan.DeadlineHalfYearly, "6 tháng một lần", "6 thang", countsDays},
	{plan.DeadlineQuarter, "Đến hết một quý", "het quy", countsDays},
	{plan.DeadlineMonth, "Đến hết một tháng", "het thang", countsDays},
	{plan.DeadlineDay, "Đến một ngày", "den ngay", countsDays},
	{plan.DeadlineDaysAfter, "Trong số ngày nhất định", "so ngay", countsDays},
	{plan.DeadlineWithinYear, "Trong năm", "trong nam", countsDays},
	{plan.DeadlineYearly, "Hàng năm", "hang nam", countsDays},
}

// rungs are the ladder of a kind by rules, and whether an administrator set it.
func (k LadderKind) rungs(rules record.Rules) (rungs []string, own bool) {
	if rungs, own = rules.Ladders[k.Kind]; own {
		return rungs, true
	}
	for _, r := range remind.DefaultLadder()[k.Kind] {
		rungs = append(rungs, r.Name)
	}
	return rungs, false
}

// ladderScreen lists the ladders.
func (h *Handler) ladderScreen(ctx context.Context, t dialog.Turn, _ int) (chat.Reply, error) {
	rules, err := h.records.Rules(ctx)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("rules: %w", err)
	}
	reply := chat.Reply{Text: chat.Text{chat.BoldText(textLadders)}}
	var lines []string
	for _, k := range LadderKinds {
		rungs, own := k.rungs(rules)
		line := fmt.Sprintf("- %s: %s", k.name, rungWords(rungs))
		if own {
			line += textChanged
			reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(fmt.Sprintf(buttonDefault, k.name),
				dialog.Action{View: dialog.ViewOffice, Topic: OfficeLadder + "." + strings.ReplaceAll(k.said, " ", ".") + ".mac.dinh"})})
		}
		lines = append(lines, line)
	}
	reply.Text = append(reply.Text, chat.Say(strings.Join(lines, "\n")), hint(OfficeLadder, t.Today()))
	reply.Buttons = append(reply.Buttons,
		[]chat.Button{h.desk.Button(buttonChangeLadder, dialog.Action{View: dialog.ViewOffice, Topic: OfficeLadder + "." + topicAdd})}, h.officeBack())
	return reply, nil
}

// rungWords tell the rungs of a ladder, those that count the same together and
// the last day behind them: "15, 5 và 1 ngày làm việc trước hạn, và ngày làm việc
// cuối cùng". What they say can be said back.
func rungWords(names []string) string {
	var formats, words []string
	numbers := map[string][]string{}
	last := ""
	for _, name := range names {
		format, number := rungFormat(name)
		if number == "" {
			last = format
			continue
		}
		if numbers[format] == nil {
			formats = append(formats, format)
		}
		numbers[format] = append(numbers[format], number)
	}
	for _, format := range formats {
		words = append(words, fmt.Sprintf(format, listed(numbers[format])))
	}
	counted := strings.Join(words, "; ")
	switch {
	case last == "":
		return cmp.Or(counted, textNoRungs)
	case counted == "":
		return last
	}
	return counted + "," + textAnd + last
}

// listed is a list within a sentence: "15, 5 và 1".
func listed(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + textAnd + words[last]
}

// rungFormat is how a rung is told, and the number that goes into that, "" where
// it has none.
func rungFormat(name string) (format, number string) {
	r, err := remind.ParseRung(name)
	switch {
	case err != nil:
		return "%s", name
	case r.Count == remind.CountQuarter:
		return textRungQuarter, chat.Roman[r.Number]
	case r.Count == remind.CountDays:
		return textRungDays, strconv.Itoa(r.Number)
	case r.Number == 0:
		return textRungLast, ""
	}
	return textRungWorking, strconv.Itoa(r.Number)
}

// alterLadder sets a ladder: "hàng quý 10 3 1 cuối", "hàng quý mặc định".
func (h *Handler) alterLadder(ctx context.Context, t dialog.Turn, words string) (alteration, chat.Reply, error) {
	kind, rungs, ok := ParseLadder(words)
	if !ok {
		return alteration{}, h.unread(t, OfficeLadder, textLadderUnread), nil
	}
	c, err := h.tryRules(ctx, func(r *record.Rules) {
		r.Ladders[kind.Kind] = rungs
		if rungs == nil {
			delete(r.Ladders, kind.Kind)
		}
	})
	switch {
	case err != nil:
		return alteration{}, chat.Reply{}, err
	case c.refused != nil:
		return alteration{}, h.unread(t, OfficeLadder, textLadderUnread), nil
	}
	before, own := kind.rungs(c.rules)
	a := alteration{of: fmt.Sprintf(textLadderOf, chat.LowerFirst(kind.name)), before: rungWords(before), after: rungWords(rungs)}
	if !own {
		a.before += textByDefault
	}
	if rungs == nil {
		standard, _ := kind.rungs(record.Rules{})
		a.after = rungWords(standard) + textByDefault
	}
	a.effect = c.effect(t.Today())
	a.save = func(ctx context.Context) error { return h.records.SetLadder(ctx, kind.Kind, rungs, t.Person()) }
	return a, chat.Reply{}, nil
}

// ParseLadder reads a kind and its rungs; nil rungs are the default ones.
func ParseLadder(words string) (kind LadderKind, rungs []string, ok bool) {
	for _, kind = range LadderKinds {
		rest, begins := question.CutPrefix(words, question.Folded(kind.name))
		if !begins {
			rest, begins = question.CutPrefix(words, kind.said)
		}
		if !begins {
			continue
		}
		if question.Folded(rest) == "mac dinh" {
			return kind, nil, true
		}
		rungs, ok = parseRungs(rest, kind.bare)
		return kind, rungs, ok
	}
	return kind, nil, false
}

// rungUnits write the units of rungs as the endings of their names.
var rungUnits = strings.NewReplacer(
	"ngay lam viec cuoi cung", "last", "ngay lam viec cuoi", "last", "ngay cuoi cung", "last", "ngay cuoi", "last", "cuoi", "last",
	"ngay lam viec", "wd", "ngay", "d", "truoc han", "", "dau quy", "q", " va ", " ")

// rungEndings are the endings of the names of rungs by how units are written.
var rungEndings = map[string]string{"wd": countsWorking, "lv": countsWorking, "d": countsDays, "n": countsDays}

// parseRungs reads the rungs of a ladder as people and as the program write them:
// "15, 5 và 1 ngày làm việc trước hạn", "15lv 5lv", "30 7", "đầu quý I, II". A
// number without a unit has that of the next one, and bare where none follows.
func parseRungs(words, bare string) ([]string, bool) {
	var rungs, open []string
	quarters := false
	settle := func(unit string) {
		for _, number := range open {
			rungs = append(rungs, number+unit)
		}
		open = nil
	}
	for _, word := range strings.FieldsFunc(rungUnits.Replace(question.Folded(words)), func(r rune) bool { return r == ' ' || r == ',' || r == ';' }) {
		unit := strings.TrimLeft(word, "0123456789")
		digits := strings.TrimSuffix(word, unit)
		quarter := slices.Index(chat.Roman[:], strings.ToUpper(word))
		switch {
		case word == "q":
			quarters = true
		case quarters && quarter > 0:
			rungs = append(rungs, "q"+strconv.Itoa(quarter))
		case digits == "" && rungEndings[unit] != "":
			if open == nil {
				return nil, false
			}
			settle(rungEndings[unit])
		case unit == "":
			open = append(open, digits)
		case rungEndings[unit] != "":
			open = append(open, digits)
			settle(rungEndings[unit])
		default:
			settle(bare)
			rungs = append(rungs, word)
		}
	}
	settle(bare)
	seen := map[string]bool{}
	for _, name := range rungs {
		if _, err := remind.ParseRung(name); err != nil || seen[name] {
			return nil, false
		}
		seen[name] = true
	}
	return rungs, len(rungs) > 0
}
