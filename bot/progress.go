package bot

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/duty"
	"cchcbot/bot/remind"
	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// cityOffice is the agency whose leaders see how the whole city stands: the
// plan makes it answerable for the plan as a whole (Điều 2).
const cityOffice = "so-noi-vu"

// The views of progress.
const (
	topicByAgency = "a"
	topicByTask   = "t"
)

// count says how many occurrences stand how.
type count struct{ done, open, late int }

func (c count) all() int { return c.done + c.open + c.late }

func (c *count) add(s sighted, today plan.Date) {
	switch {
	case s.kept.State == duty.Done:
		c.done++
	case s.kept.State == duty.Waived:
	case s.kept.Due.Compare(today) < 0:
		c.late++
	default:
		c.open++
	}
}

// worse orders by what is late, then by what is open.
func worse(a, b count) int {
	return cmp.Or(cmp.Compare(b.late, a.late), cmp.Compare(b.open, a.open), cmp.Compare(a.done, b.done))
}

func countOf(all []sighted, today plan.Date) count {
	var c count
	for _, s := range all {
		c.add(s, today)
	}
	return c
}

// overseer reports whether a person may see how the whole city stands.
func (b *Bot) overseer(ctx context.Context, user int64, all ties) (bool, error) {
	if all.is(duty.Leader, cityOffice) {
		return true, nil
	}
	return b.administers(ctx, user)
}

// maySee reports whether a person may see how an agency stands.
func (b *Bot) maySee(ctx context.Context, t turn, all ties, kept string) (bool, error) {
	if all.is(duty.Leader, kept) || all.is(duty.FocalPerson, kept) {
		return true, nil
	}
	return b.overseer(ctx, t.User, all)
}

// standings lists what some agencies owe in a window, as it stands. What has no
// due date of its own is left out.
func (b *Bot) standings(ctx context.Context, agencies []plan.Agency, w index.Window) ([]sighted, error) {
	planner, err := b.planning(ctx)
	if err != nil {
		return nil, err
	}
	settled, err := b.records.ClosedOccurrences(ctx, w.From)
	if err != nil {
		return nil, fmt.Errorf("closed occurrences: %w", err)
	}
	var all []sighted
	for _, a := range agencies {
		for _, o := range planner.Occurrences(remind.Subscription{Agency: a}, w.From, w.To) {
			if k := o.Occurrence.Kind; k == plan.DeadlineContinuous || k == plan.DeadlineOnEvent {
				continue
			}
			s := sighted{Owed: o, kept: o.Kept()}
			if done, closed := settled[s.kept.Key()]; closed {
				s.kept = done
			}
			all = append(all, s)
		}
	}
	return all, nil
}

// inWindow keeps what is due in a window.
func inWindow(all []sighted, w index.Window) []sighted {
	return slices.DeleteFunc(slices.Clone(all), func(s sighted) bool {
		return s.kept.Due.Compare(w.From) < 0 || w.To.Compare(s.kept.Due) < 0
	})
}

// cityAgencies are the agencies that are there at a time.
func (b *Bot) cityAgencies(now time.Time) []plan.Agency {
	return ofToday(b.answerer.register.Agencies(), now)
}

// quarterNow is the quarter that a time lies in.
func quarterNow(now time.Time) index.Window {
	return quarterWindow((int(now.Month())-1)/3+1, now.Year())
}

// yearOf is the year that a window begins in.
func yearOf(w index.Window) index.Window {
	return monthsWindow(time.January, time.December, w.From.Year)
}

// progressCommand shows how an agency, or the city, stands in a time.
func (b *Bot) progressCommand(ctx context.Context, t turn, args string) (Reply, error) {
	at := action{view: viewProgress, window: noWindow}
	all, err := b.tiesOf(ctx, t.User)
	if err != nil {
		return Reply{}, err
	}
	if args != "" {
		q := b.answerer.reader.Read(args, t.now)
		if q.Window != nil && !q.Window.Impossible {
			at.window = q.Window.Window
		}
		agency := q.Agency
		if same := ofToday(b.named(args), t.now); len(same) == 1 {
			agency = &same[0]
		}
		switch {
		case agency != nil:
			return b.agencyProgress(ctx, t, at, *agency, all)
		case q.Window == nil && !cityWords[folded(args)]:
			return b.unknown(args, viewOverview), nil
		}
	}
	return b.progress(ctx, t, at, all)
}

var cityWords = setOf("thanh pho", "toan thanh pho", "tat ca", "chung")

func (b *Bot) progressPressed(ctx context.Context, t turn, at action) (Reply, error) {
	all, err := b.tiesOf(ctx, t.User)
	if err != nil {
		return Reply{}, err
	}
	return b.progress(ctx, t, at, all)
}

// progress shows what a button asks for: an agency, or the city for those who
// may see it; others see their own.
func (b *Bot) progress(ctx context.Context, t turn, at action, all ties) (Reply, error) {
	if at.agency != "" {
		agency, ok := b.agencyCoded(t, all, at.agency)
		if !ok {
			return oldButton(), nil
		}
		return b.agencyProgress(ctx, t, at, agency, all)
	}
	oversees, err := b.overseer(ctx, t.User, all)
	if err != nil {
		return Reply{}, err
	}
	if oversees {
		return b.cityProgress(ctx, t, at)
	}
	mine := all.agencies(duty.Leader, duty.FocalPerson)
	switch len(mine) {
	case 0:
		return sentence(textProgressRights), nil
	case 1:
		if agency, ok := b.agencyByID(mine[0]); ok {
			return b.agencyProgress(ctx, t, at, agency, all)
		}
		return sentence(textProgressRights), nil
	}
	reply := sentence(textForWhichAgency)
	for _, kept := range mine[:min(len(mine), mostLeft)] {
		next := at
		next.agency = agencyCode(kept)
		reply.Buttons = append(reply.Buttons, []Button{b.button(cutWords(b.nameOf(kept), labelRunes), next)})
	}
	return reply, nil
}

// agencyProgress shows how an agency stands: the numbers, then each duty, the
// worst first.
func (b *Bot) agencyProgress(ctx context.Context, t turn, at action, agency plan.Agency, all ties) (Reply, error) {
	kept := memoryID(agency)
	if may, err := b.maySee(ctx, t, all, kept); err != nil || !may {
		return sentence(fmt.Sprintf(textNotForYou, agency.Name)), err
	}
	at.agency = agencyCode(kept)
	if at.window == noWindow {
		at.window = quarterNow(t.now)
	}
	year, err := b.standings(ctx, []plan.Agency{agency}, yearOf(at.window))
	if err != nil {
		return Reply{}, err
	}
	rows := inWindow(year, at.window)
	today := t.today()
	slices.SortStableFunc(rows, func(x, y sighted) int { return cmp.Compare(badness(x, today), badness(y, today)) })
	if at.open != "" {
		return b.openStanding(ctx, t, at, rows)
	}
	reply := Reply{Text: Text{bold(fmt.Sprintf(textProgressOf, agency.Name, windowWords(at.window))), say(countWords(countOf(rows, today)))}}
	reply.Text = append(reply.Text, b.byQuarter(year, at.window, today)...)
	pages := max(1, (len(rows)+pageItems-1)/pageItems)
	at.page = min(at.page, pages-1)
	for _, s := range rows[at.page*pageItems : min((at.page+1)*pageItems, len(rows))] {
		reply.Text = append(reply.Text, b.itemLine(s.Owed, s.kept, today))
		next := at
		next.open = s.Unit.ID
		reply.Buttons = inRows(reply.Buttons, b.button(shortPlace(s.Unit), next))
	}
	reply.Buttons = append(reply.Buttons, b.pager(at, pages)...)
	reply.Buttons = append(reply.Buttons, b.quarterRow(at), b.fileRow(at.agency))
	return reply, nil
}

// fileRow offers the files of an agency.
func (b *Bot) fileRow(code string) []Button {
	return []Button{
		b.button(buttonCalendarFile, action{view: viewFile, topic: fileCalendar, agency: code}),
		b.button(buttonSheet, action{view: viewFile, topic: fileSheet, agency: code}),
	}
}

// badness brings what is late before what is open, and that before what is done.
func badness(s sighted, today plan.Date) int {
	switch {
	case s.kept.State == duty.Waived:
		return 3
	case s.kept.State == duty.Done:
		return 2
	case s.kept.Due.Compare(today) < 0:
		return 0
	}
	return 1
}

// openStanding shows one duty of the list, with what can be done about it.
func (b *Bot) openStanding(ctx context.Context, t turn, at action, rows []sighted) (Reply, error) {
	i := slices.IndexFunc(rows, func(s sighted) bool { return s.Unit.ID == at.open })
	if i < 0 {
		return oldButton(), nil
	}
	kept, err := b.records.KeepOccurrence(ctx, rows[i].kept)
	if err != nil {
		return Reply{}, fmt.Errorf("keep occurrence: %w", err)
	}
	s, ok, err := b.sightKept(ctx, t, kept)
	if err != nil || !ok {
		return oldButton(), err
	}
	at.open = ""
	reply := b.item(t, s, plan.Date{})
	reply.Buttons = append(reply.Buttons, []Button{b.button(buttonBack, at)})
	return reply, nil
}

// byQuarter tells the quarters of a year beside the one that is shown.
func (b *Bot) byQuarter(year []sighted, shown index.Window, today plan.Date) Text {
	var lines []string
	for q := 1; q <= 4; q++ {
		w := quarterWindow(q, shown.From.Year)
		if c := countOf(inWindow(year, w), today); c.all() > 0 && w != shown {
			lines = append(lines, fmt.Sprintf(textQuarterCount, roman[q], c.done, c.all(), lateWords(c)))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return Text{say(strings.Join(lines, "\n"))}
}

// quarterRow are the buttons to the other quarters.
func (b *Bot) quarterRow(at action) []Button {
	at.page, at.open = 0, ""
	var row []Button
	for q := 1; q <= 4; q++ {
		next := at
		if next.window = quarterWindow(q, at.window.From.Year); next.window != at.window {
			row = append(row, b.button(fmt.Sprintf(buttonQuarter, roman[q]), next))
		}
	}
	return row
}

// countWords tell a count, the worst last, where the eye stays.
func countWords(c count) string {
	if c.all() == 0 {
		return textNothingToDo
	}
	return fmt.Sprintf(textCounts, c.done, c.all(), c.open, c.late)
}

func lateWords(c count) string {
	if c.late == 0 {
		return ""
	}
	return fmt.Sprintf(textOfThemLate, c.late)
}
