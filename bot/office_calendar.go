package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// calendarScreen lists the corrections of the calendar.
func (b *officeHandler) calendarScreen(ctx context.Context, t turn, page int) (Reply, error) {
	rules, err := b.records.Rules(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("rules: %w", err)
	}
	entries := slices.Clone(rules.Calendar)
	slices.SortFunc(entries, func(x, y plan.CalendarEntry) int { return y.From.Compare(x.From) })
	var lines []string
	for _, e := range entries {
		lines = append(lines, "- "+daysName(e)+": "+entryWords(e))
	}
	reply := b.officePage(officeCalendar, textCalendar, textNoCorrections, lines, page, officeRows)
	reply.Text = append(reply.Text, hint(officeCalendar, t.today()))
	for _, e := range entries[:min(len(entries), rowNumbers*2)] {
		reply.Buttons = inRows(reply.Buttons, b.desk.button(fmt.Sprintf(buttonDrop, day(e.From)),
			action{view: viewOffice, topic: officeCalendar + "." + e.From.String() + ".bo"}))
	}
	reply.Buttons = append(reply.Buttons,
		[]Button{b.desk.button(buttonAddDay, action{view: viewOffice, topic: officeCalendar + "." + topicAdd})}, b.officeBack())
	return reply, nil
}

// daysName names the days of a correction.
func daysName(e plan.CalendarEntry) string {
	if e.To.IsZero() || e.To == e.From {
		return remind.LongDay(e.From)
	}
	return day(e.From) + " - " + day(e.To)
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
func (b *officeHandler) alterCalendar(ctx context.Context, t turn, words string) (alteration, Reply, error) {
	e, drop, ok := correctionSaid(words)
	switch {
	case !ok && folded(words) == "nghi": // the name of the screen has this word
		reply, err := b.calendarScreen(ctx, t, 0)
		return alteration{}, reply, err
	case !ok:
		return alteration{}, b.unread(t, officeCalendar, textCalendarUnread), nil
	}
	c, err := b.tryRules(ctx, func(r *record.Rules) {
		r.Calendar = slices.DeleteFunc(r.Calendar, func(old plan.CalendarEntry) bool { return old.From == e.From })
		if !drop {
			r.Calendar = append(r.Calendar, e)
			slices.SortStableFunc(r.Calendar, func(x, y plan.CalendarEntry) int { return x.From.Compare(y.From) })
		}
	})
	if err != nil {
		return alteration{}, Reply{}, err
	}
	i := slices.IndexFunc(c.rules.Calendar, func(old plan.CalendarEntry) bool { return old.From == e.From })
	switch {
	case drop && i < 0:
		return alteration{}, b.unread(t, officeCalendar, fmt.Sprintf(textNoCorrection, daysName(e))), nil
	case c.refused != nil:
		return alteration{}, b.unread(t, officeCalendar, textCalendarRefused), nil
	case drop:
		e = c.rules.Calendar[i]
	}
	a := alteration{of: fmt.Sprintf(textCalendarOf, daysName(e)), before: publishedWords(c.now, e), after: entryWords(e)}
	if i >= 0 {
		a.before = entryWords(c.rules.Calendar[i])
	}
	a.save = func(ctx context.Context) error {
		e.Source = fmt.Sprintf(textCorrectedBy, t.User)
		return b.records.SetCalendarDays(ctx, e, t.person())
	}
	if drop {
		a.after = publishedWords(c.next, e)
		a.save = func(ctx context.Context) error { return b.records.RemoveCalendarDays(ctx, e.From, t.person()) }
	}
	a.effect = c.effect(t.today())
	return a, Reply{}, nil
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
	lead          string
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

// correctionSaid reads a correction of the calendar, the days before or behind
// what is said of them, and a reason at the end; drop takes one back.
func correctionSaid(words string) (e plan.CalendarEntry, drop, ok bool) {
	said := false
	verb := func(text string) string {
		for _, v := range correctionVerbs {
			if rest, begins := cutLead(text, v.lead); begins && !said {
				said, e.Working, drop = true, v.working, v.drop
				return rest
			}
		}
		return text
	}
	rest := verb(words)
	if e.From, e.To, rest, ok = cutDays(rest); !ok {
		return e, false, false
	}
	e.Reason = cutWords(verb(rest), lineRunes)
	return e, drop, said
}

// cutDays cuts a day or a span of days off the beginning of words: "24/11/2026",
// "14/02/2026-20/02/2026", "tu 14/02/2026 den 20/02/2026".
func cutDays(words string) (from, to plan.Date, rest string, ok bool) {
	for _, lead := range []string{"tu ngay", "tu", "ngay"} {
		if after, begins := cutLead(words, lead); begins {
			words = after
			break
		}
	}
	first, rest := cutWord(words)
	if from, ok = daySaid(strings.TrimRight(first, ",:")); ok {
		to = from
		for _, lead := range []string{"den ngay", "den", "-", "–"} {
			if after, begins := cutLead(rest, lead); begins {
				last, behind := cutWord(after)
				to, ok = daySaid(strings.TrimRight(last, ",:"))
				return from, to, behind, ok
			}
		}
		return from, to, rest, ok
	}
	one, other, span := strings.Cut(strings.ReplaceAll(first, "–", "-"), "-")
	if from, ok = daySaid(one); !ok || !span {
		return from, from, rest, false
	}
	to, ok = daySaid(strings.TrimRight(other, ",:"))
	return from, to, rest, ok
}

// daySaid reads "24/11/2026" or "2026-11-24".
func daySaid(words string) (plan.Date, bool) {
	if d, err := plan.ParseDate(words); err == nil {
		return d, true
	}
	t, err := time.Parse("2/1/2006", words)
	return plan.DateOf(t), err == nil
}
