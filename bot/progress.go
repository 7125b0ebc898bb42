package bot

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/duty"
	"cchcbot/bot/question"
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
	topicLate     = "q" // of an agency: what is late, from whatever time
)

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

// agencyToSee finds the agency that a button of progress means: those who
// oversee the city also know the wards that others follow.
func (b *Bot) agencyToSee(ctx context.Context, t turn, all ties, code string) (plan.Agency, bool, error) {
	if agency, ok := b.agencyCoded(t, all, code); ok {
		return agency, true, nil
	}
	if may, err := b.overseer(ctx, t.User, all); err != nil || !may {
		return plan.Agency{}, false, err
	}
	wards, err := b.followedWards(ctx)
	for _, ward := range wards {
		if agencyCode(memoryID(ward)) == code {
			return ward, true, nil
		}
	}
	return plan.Agency{}, false, err
}

// refusal says no: over the chat where a button was pressed, so that what is read
// there by others stays.
func refusal(t turn, words string) Reply {
	if t.Action != "" {
		return Reply{Notice: words}
	}
	return sentence(words)
}

// progressCommand shows how an agency, or the city, stands in a time.
func (b *Bot) progressCommand(ctx context.Context, t turn, args string) (Reply, error) {
	at := action{view: viewProgress, window: noWindow}
	all, err := b.tiesOf(ctx, t.User)
	if err != nil {
		return Reply{}, err
	}
	if args == "" {
		return b.progressHere(ctx, t, at, all)
	}
	q := b.progressSaid(args, t.now)
	if w := b.timeSaid(args, t.now); w != nil {
		q.Window = w
	}
	switch {
	case q.Window == nil:
	case q.Window.Impossible || q.Window.Unread:
		return sentence(noSuchTime(*q.Window)), nil
	default:
		at.window = q.Window.Window
	}
	agency := q.Agency
	if same := ofToday(b.named(args), t.now); len(same) == 1 {
		agency = &same[0]
	}
	if agency != nil {
		return b.agencyProgress(ctx, t, at, *agency, all)
	}
	if cityWords[folded(args)] {
		return b.progress(ctx, t, at, all)
	}
	if at.open, err = b.unitSaid(ctx, t, q, args); err != nil {
		return Reply{}, err
	}
	if at.window == noWindow {
		if at.open == "" {
			return b.unknown(args, viewOverview), nil
		}
		at.window = b.quarterMeant(at.open, t.today())
	}
	if at.open == "" {
		return b.progressHere(ctx, t, at, all)
	}
	return b.progress(ctx, t, at, all)
}

// askedDue begins a question for what is due.
const askedDue = "gì đến hạn "

// progressSaid reads what progress is asked about; a year alone is a time, as in
// a question for what is due.
func (b *Bot) progressSaid(args string, now time.Time) question.Question {
	q := b.answerer.reader.Read(args, now)
	if q.Window == nil {
		if due := b.answerer.reader.Read(askedDue+args, now); due.Window != nil {
			return due
		}
	}
	return q
}

// progressHere shows how the agency of a group stands, whoever asks there, and
// elsewhere what the person may see.
func (b *Bot) progressHere(ctx context.Context, t turn, at action, all ties) (Reply, error) {
	if t.Private || t.own == nil {
		return b.progress(ctx, t, at, all)
	}
	reply, err := b.agencyProgress(ctx, t, at, *t.own, all)
	if err != nil {
		return Reply{}, err
	}
	if oversees, err := b.overseer(ctx, t.User, all); err != nil || !oversees {
		return reply, err
	}
	if at.window == noWindow {
		at.window = quarterNow(t.now)
	}
	reply.Buttons = append(reply.Buttons, []Button{b.button(buttonWholeCity, at)})
	return reply, nil
}

var cityWords = setOf("thanh pho", "toan thanh pho", "tat ca", "chung")

func (b *Bot) progressPressed(ctx context.Context, t turn, at action) (Reply, error) {
	all, err := b.tiesOf(ctx, t.User)
	if err != nil {
		return Reply{}, err
	}
	if at.agency == "" && at.window == noWindow {
		return b.progressHere(ctx, t, at, all)
	}
	return b.progress(ctx, t, at, all)
}

// progress shows what a button asks for: an agency, or the city for those who
// may see it; others see their own.
func (b *Bot) progress(ctx context.Context, t turn, at action, all ties) (Reply, error) {
	if at.agency != "" {
		agency, ok, err := b.agencyToSee(ctx, t, all, at.agency)
		if err != nil || !ok {
			return oldButton(), err
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
	switch {
	case len(mine) == 0 && t.own != nil:
		return b.publicProgress(t, at, *t.own), nil
	case len(mine) == 0:
		return refusal(t, textProgressRights), nil
	case len(mine) == 1:
		if agency, ok := b.agencyByID(mine[0]); ok {
			return b.agencyProgress(ctx, t, at, agency, all)
		}
		return refusal(t, textProgressRights), nil
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
		return b.publicProgress(t, at, agency), err
	}
	at.agency = agencyCode(kept)
	if at.window == noWindow {
		at.window = quarterNow(t.now)
	}
	year, err := b.standings(ctx, []plan.Agency{agency}, lookedBack(at.window))
	if err != nil {
		return Reply{}, err
	}
	today := t.today()
	rows := append(lateBefore(year, at.window, today), inWindow(year, at.window)...)
	if at.topic == topicLate {
		rows = slices.DeleteFunc(slices.Clone(year), func(s sighted) bool { return !s.late(today) })
	}
	slices.SortStableFunc(rows, func(x, y sighted) int { return cmp.Compare(badness(x, today), badness(y, today)) })
	if at.open != "" {
		return b.openStanding(ctx, t, at, rows)
	}
	head := Text{bold(fmt.Sprintf(textProgressOf, agency.Name, windowWords(at.window))), say(b.countWords(rows, at.window, today))}
	head = append(head, b.byQuarter(year, at.window, today)...)
	if at.topic == topicLate {
		head = Text{bold(lateHead(agency, len(rows)))}
	}
	reply := Reply{Text: append(head, b.notCounted(at.window, t.now)...)}
	pages := max(1, (len(rows)+pageItems-1)/pageItems)
	at.page = min(at.page, pages-1)
	for _, s := range rows[at.page*pageItems : min((at.page+1)*pageItems, len(rows))] {
		reply.Text = append(reply.Text, b.itemLine(s.Owed, s.kept, today))
		reply.Buttons = inRows(reply.Buttons, b.standingButton(at, s))
	}
	reply.Buttons = append(reply.Buttons, b.pager(at, pages)...)
	reply.Buttons = append(reply.Buttons, b.quarterRow(at), b.chartButton(at), b.fileRow(at.agency))
	return reply, nil
}

// standingButton opens a duty of a list, in the quarter in which it is due where
// the list is of another time.
func (b *Bot) standingButton(at action, s sighted) Button {
	label := shortPlace(s.Unit)
	if w := quarterOf(s.kept.Due); w != at.window {
		label += fmt.Sprintf(textInShort, roman[(int(s.kept.Due.Month)-1)/3+1])
		at.window = w
	}
	at.topic, at.page, at.open = "", 0, s.Unit.ID
	return b.button(label, at)
}

// publicProgress tells those who may not see how an agency stands what the plan
// asks of it.
func (b *Bot) publicProgress(t turn, at action, agency plan.Agency) Reply {
	if t.Action != "" {
		return Reply{Notice: cutWords(fmt.Sprintf(textNotForYou, agency.Name), noticeRunes)}
	}
	if at.window == noWindow {
		at.window = quarterNow(t.now)
	}
	due := len(b.answerer.dueOf(at.window, &agency, ""))
	reply := Reply{
		Text:    Text{bold(fmt.Sprintf(textPublicPart, agency.Name, due, windowWords(at.window))), say(fmt.Sprintf(textNotForYou, agency.Name))},
		Buttons: [][]Button{{b.button(buttonWhatIsDue, action{view: viewDue, agency: buttonID(agency), window: at.window})}},
	}
	if t.Private {
		reply.Buttons = append(reply.Buttons, []Button{b.button(buttonBeFocal, action{view: viewRegister, agency: agencyCode(memoryID(agency)), rank: duty.FocalPerson})})
	}
	return reply
}

// noticeRunes is how much stands over a chat.
const noticeRunes = 200

// fileRow offers the files of an agency.
func (b *Bot) fileRow(code string) []Button {
	return []Button{
		b.button(buttonCalendarFile, action{view: viewFile, topic: fileCalendar, agency: code}),
		b.button(buttonSheet, action{view: viewFile, topic: fileSheet, agency: code}),
	}
}

// openStanding shows one duty of the list, with what can be done about it.
func (b *Bot) openStanding(ctx context.Context, t turn, at action, rows []sighted) (Reply, error) {
	i := slices.IndexFunc(rows, func(s sighted) bool { return s.Unit.ID == at.open })
	if i < 0 {
		return refusal(t, fmt.Sprintf(textNobodyOwes, strings.TrimPrefix(at.open, "PL."), windowWords(at.window))), nil
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
	if at.topic == topicLate {
		at.topic = ""
	}
	var row []Button
	for q := 1; q <= 4; q++ {
		next := at
		if next.window = quarterWindow(q, at.window.From.Year); next.window != at.window {
			row = append(row, b.button(fmt.Sprintf(buttonQuarter, roman[q]), next))
		}
	}
	return row
}
