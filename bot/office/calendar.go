package office

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// calendarScreen lists the corrections of the calendar.
func (h *Handler) calendarScreen(ctx context.Context, t dialog.Turn, page int) (chat.Reply, error) {
	rules, err := h.records.Rules(ctx)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("rules: %w", err)
	}
	entries := slices.Clone(rules.Calendar)
	slices.SortFunc(entries, func(x, y plan.CalendarEntry) int { return y.From.Compare(x.From) })
	var lines []string
	for _, e := range entries {
		lines = append(lines, "- "+daysName(e)+": "+entryWords(e))
	}
	reply := h.officePage(OfficeCalendar, textCalendar, textNoCorrections, lines, page, officeRows)
	reply.Text = append(reply.Text, hint(OfficeCalendar, t.Today()))
	for _, e := range entries[:min(len(entries), chat.RowNumbers*2)] {
		reply.Buttons = chat.InRows(reply.Buttons, h.desk.Button(fmt.Sprintf(buttonDrop, chat.Day(e.From)),
			dialog.Action{View: dialog.ViewOffice, Topic: OfficeCalendar + "." + e.From.String() + ".bo"}))
	}
	reply.Buttons = append(reply.Buttons,
		[]chat.Button{h.desk.Button(buttonAddDay, dialog.Action{View: dialog.ViewOffice, Topic: OfficeCalendar + "." + topicAdd})}, h.officeBack())
	return reply, nil
}

// daysName names the days of a correction.
func daysName(e plan.CalendarEntry) string {
	if e.To.IsZero() || e.To == e.From {
		return remind.LongDay(e.From)
	}
	return chat.Day(e.From) + " - " + chat.Day(e.To)
}

// entryWords tell what a correction makes of its days.
func entryWords(e plan.CalendarEntry) string {
	words := textOff
	if e.Working {
		words = textWorked
	}
	if e.Reason == "" {
		return words
	}
	return words + " (" + e.Reason + ")"
}

// alterCalendar corrects the calendar: "nghi 24/11/2026 Ngày Văn hóa",
// "lam bu 28/11/2026", "bo 24/11/2026".
func (h *Handler) alterCalendar(ctx context.Context, t dialog.Turn, words string) (alteration, chat.Reply, error) {
	e, drop, ok := ParseCorrection(words)
	switch {
	case !ok && question.Folded(words) == "nghi": // the name of the screen has this word
		reply, err := h.calendarScreen(ctx, t, 0)
		return alteration{}, reply, err
	case !ok:
		return alteration{}, h.unread(t, OfficeCalendar, textCalendarUnread), nil
	}
	c, err := h.tryRules(ctx, func(r *record.Rules) {
		r.Calendar = slices.DeleteFunc(r.Calendar, func(old plan.CalendarEntry) bool { return old.From == e.From })
		if !drop {
			r.Calendar = append(r.Calendar, e)
			slices.SortStableFunc(r.Calendar, func(x, y plan.CalendarEntry) int { return x.From.Compare(y.From) })
		}
	})
	if err != nil {
		return alteration{}, chat.Reply{}, err
	}
	i := slices.IndexFunc(c.rules.Calendar, func(old plan.CalendarEntry) bool { return old.From == e.From })
	switch {
	case drop && i < 0:
		return alteration{}, h.unread(t, OfficeCalendar, fmt.Sprintf(textNoCorrection, daysName(e))), nil
	case c.refused != nil:
		return alteration{}, h.unread(t, OfficeCalendar, textCalendarRefused), nil
	case drop:
		e = c.rules.Calendar[i]
	}
	a := alteration{of: fmt.Sprintf(textCalendarOf, daysName(e)), before: publishedWords(c.now, e), after: entryWords(e)}
	if i >= 0 {
		a.before = entryWords(c.rules.Calendar[i])
	}
	a.save = func(ctx context.Context) error {
		e.Source = fmt.Sprintf(textCorrectedBy, t.User)
		return h.records.SetCalendarDays(ctx, e, t.Person())
	}
	if drop {
		a.after = publishedWords(c.next, e)
		a.save = func(ctx context.Context) error { return h.records.RemoveCalendarDays(ctx, e.From, t.Person()) }
	}
	a.effect = c.effect(t.Today())
	return a, chat.Reply{}, nil
}

// publishedWords tell what a planner's calendar holds of the days of an entry.
func publishedWords(p *remind.Planner, e plan.CalendarEntry) string {
	days, worked := 0, 0
	for d := e.From; d.Compare(e.To) <= 0; d = d.AddDays(1) {
		days++
		if p.WorkingDayFrom(d) == d {
			worked++
		}
	}
	switch {
	case days > 1 && worked > 0 && worked < days:
		return fmt.Sprintf(textPartlyWorked, worked, days)
	case worked > 0:
		return textPublishedWorked
	}
	return textPublishedOff
}

// correctionVerbs are what can be said of days, the longer before the shorter.
var correctionVerbs = []struct {
	words         string
	working, drop bool
}{
	{"lam bu", true, false},
	{"lam viec", true, false},
	{"di lam", true, false},
	{"nghi bu", false, false},
	{"nghi le", false, false},
	{"nghi", false, false},
	{"bo", false, true},
	{"xoa", false, true},
}

// ParseCorrection reads a correction of the calendar in any order: a day or a span
// of days, what is said of it, and a reason; drop takes one back. What makes a
// working day right behind the days counts before what was said first, as "nghỉ"
// is in the name of the screen, too. A second span of days is not understood.
func ParseCorrection(words string) (e plan.CalendarEntry, drop, ok bool) {
	fields := strings.Fields(words)
	for i := range fields {
		from, to, rest, found := cutDays(strings.Join(fields[i:], " "))
		if !found {
			if _, _, isDay := parseSpan(fields[i]); isDay {
				return e, false, false
			}
			continue
		}
		for _, word := range strings.Fields(rest) {
			if _, _, isDay := parseSpan(word); isDay {
				return e, false, false
			}
		}
		e.From, e.To = from, to
		before, behind := strings.Join(fields[:i], " "), strings.Trim(rest, " :,-–")
		reasonBehind, working, dropBehind, at := cutVerb(behind)
		reasonBefore, workingBefore, dropBefore, atBefore := cutVerb(before)
		switch {
		case atBefore >= 0 && !(at == 0 && working):
			e.Working, drop, reasonBehind = workingBefore, dropBefore, behind
		case at >= 0:
			e.Working, drop = working, dropBehind
		default:
			return e, false, false
		}
		e.Reason = chat.CutWords(strings.TrimSpace(reasonBefore+" "+reasonBehind), chat.LineRunes)
		return e, drop, true
	}
	return e, false, false
}

// cutVerb finds what is first said of days in words, at which word, and cuts it
// out of them; -1 where nothing is said.
func cutVerb(words string) (rest string, working, drop bool, at int) {
	fields := strings.Fields(words)
	folded := make([]string, len(fields))
	for i, f := range fields {
		folded[i] = question.Folded(f)
	}
	for i := range folded {
		for _, v := range correctionVerbs {
			verb := strings.Fields(v.words)
			if i+len(verb) <= len(folded) && slices.Equal(folded[i:i+len(verb)], verb) {
				rest := strings.Join(slices.Concat(fields[:i], fields[i+len(verb):]), " ")
				return strings.Trim(rest, " :,-–"), v.working, v.drop, i
			}
		}
	}
	return words, false, false, -1
}

// parseSpan reads one word that is a day or a span of days.
func parseSpan(word string) (from, to plan.Date, ok bool) {
	one, other, span := strings.Cut(strings.ReplaceAll(strings.Trim(word, ",:;()"), "–", "-"), "-")
	if from, ok = parseDay(strings.Trim(word, ",:;()")); ok {
		return from, from, true
	}
	if from, ok = parseDay(one); !ok || !span {
		return from, from, false
	}
	to, ok = parseDay(other)
	return from, to, ok
}

// cutDays cuts a day or a span of days off the beginning of words: "24/11/2026",
// "14/02/2026-20/02/2026", "tu 14/02/2026 den 20/02/2026".
func cutDays(words string) (from, to plan.Date, rest string, ok bool) {
	for _, lead := range []string{"tu ngay", "tu", "ngay"} {
		if after, begins := question.CutPrefix(words, lead); begins {
			words = after
			break
		}
	}
	first, rest := question.CutWord(words)
	if from, ok = parseDay(strings.TrimRight(first, ",:")); ok {
		to = from
		for _, lead := range []string{"den ngay", "den", "-", "–"} {
			if after, begins := question.CutPrefix(rest, lead); begins {
				last, behind := question.CutWord(after)
				if to, ok = parseDay(strings.TrimRight(last, ",:")); ok || strings.HasPrefix(lead, "den") {
					return from, to, behind, ok
				}
				return from, from, after, true // a dash before the reason
			}
		}
		return from, to, rest, ok
	}
	one, other, span := strings.Cut(strings.ReplaceAll(first, "–", "-"), "-")
	if from, ok = parseDay(one); !ok || !span {
		return from, from, rest, false
	}
	to, ok = parseDay(strings.TrimRight(other, ",:"))
	return from, to, rest, ok
}

// parseDay reads "24/11/2026" or "2026-11-24".
func parseDay(words string) (plan.Date, bool) {
	if d, err := plan.ParseDate(words); err == nil {
		return d, true
	}
	t, err := time.Parse("2/1/2006", words)
	return plan.DateOf(t), err == nil
}
