package progress

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/duties"
	"cchcbot/bot/follow"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// The views of progress.
const (
	topicByAgency = "a"
	TopicByTask   = "t"
	TopicLate     = "q" // of an agency: what is late, from whatever time
)

// progressCommand shows how an agency, or the city, stands in a time.
func (h *Handler) progressCommand(ctx context.Context, t dialog.Turn, args string) (chat.Reply, error) {
	at := dialog.Action{View: dialog.ViewProgress, Window: dialog.NoWindow}
	all, err := h.following.TiesOf(ctx, t.User)
	if err != nil {
		return chat.Reply{}, err
	}
	if args == "" {
		return h.progressHere(ctx, t, at, all)
	}
	q := t.Question().Within(args)
	switch none := q.ImpossibleTime(); {
	case none != nil:
		return chat.Sentence(answer.NoSuchTime(*none)), nil
	case q.Running != nil:
		at.Window = q.Running.Window
	}
	agency := q.Agency
	if same := plan.OfToday(h.agencies.Named(args), t.Now); len(same) == 1 {
		agency = &same[0]
	}
	if agency != nil {
		return h.agencyProgress(ctx, t, at, *agency, all)
	}
	if CityWords[question.Folded(args)] {
		return h.wholeCity(ctx, t, at, all)
	}
	if at.Open, err = h.findUnit(ctx, t, q, args); err != nil {
		return chat.Reply{}, err
	}
	if at.Window == dialog.NoWindow {
		if at.Open == "" {
			return h.agencies.Unknown(args, dialog.ViewOverview), nil
		}
		at.Window = h.QuarterMeant(at.Open, t.Today())
	}
	if at.Open == "" {
		return h.progressHere(ctx, t, at, all)
	}
	return h.progress(ctx, t, at, all)
}

// progressHere shows how the agency of a group stands, whoever asks there, and
// elsewhere what the person may see.
func (h *Handler) progressHere(ctx context.Context, t dialog.Turn, at dialog.Action, all follow.Ties) (chat.Reply, error) {
	if t.Private || t.Agency == nil {
		return h.progress(ctx, t, at, all)
	}
	reply, err := h.agencyProgress(ctx, t, at, *t.Agency, all)
	if err != nil {
		return chat.Reply{}, err
	}
	if oversees, err := h.following.Overseer(ctx, t.User, all); err != nil || !oversees {
		return reply, err
	}
	if at.Window == dialog.NoWindow {
		at.Window = plan.QuarterNow(t.Now)
	}
	reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(buttonWholeCity, at)})
	return reply, nil
}

// CityWords are the words by which the whole city is meant.
var CityWords = question.SetOf("thanh pho", "toan thanh pho", "ca thanh pho", "tat ca", "chung", "toan tp", "ca tp", "tp")

func (h *Handler) progressPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	all, err := h.following.TiesOf(ctx, t.User)
	if err != nil {
		return chat.Reply{}, err
	}
	if at.Agency == "" && at.Window == dialog.NoWindow {
		return h.progressHere(ctx, t, at, all)
	}
	return h.progress(ctx, t, at, all)
}

// progress shows what a button asks for: an agency, or the city for those who
// may see it; others see their own.
func (h *Handler) progress(ctx context.Context, t dialog.Turn, at dialog.Action, all follow.Ties) (chat.Reply, error) {
	if at.Agency != "" {
		agency, ok, err := h.following.AgencyToSee(ctx, t, all, at.Agency)
		if err != nil || !ok {
			return chat.OldButton(), err
		}
		return h.agencyProgress(ctx, t, at, agency, all)
	}
	oversees, err := h.following.Overseer(ctx, t.User, all)
	if err != nil {
		return chat.Reply{}, err
	}
	if oversees {
		return h.cityProgress(ctx, t, at)
	}
	mine := all.Agencies(record.Leader, record.FocalPerson)
	switch {
	case len(mine) == 0 && t.Agency != nil:
		return h.publicProgress(t, at, *t.Agency), nil
	case len(mine) == 0:
		return dialog.Refusal(t, textProgressRights), nil
	case len(mine) == 1:
		if agency, ok := h.agencies.AgencyByID(mine[0]); ok {
			return h.agencyProgress(ctx, t, at, agency, all)
		}
		return dialog.Refusal(t, textProgressRights), nil
	}
	reply := chat.Sentence(duties.TextForWhichAgency)
	for _, kept := range mine[:min(len(mine), follow.MostLeft)] {
		next := at
		next.Agency = dialog.AgencyCode(kept)
		reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(chat.CutWords(h.agencies.NameOf(kept), chat.LabelRunes), next)})
	}
	return reply, nil
}

// agencyProgress shows how an agency stands: the numbers, then each duty, the
// worst first.
func (h *Handler) agencyProgress(ctx context.Context, t dialog.Turn, at dialog.Action, agency plan.Agency, all follow.Ties) (chat.Reply, error) {
	kept := plan.KeyOf(agency)
	if may, err := h.following.MaySee(ctx, t, all, kept); err != nil || !may {
		return h.publicProgress(t, at, agency), err
	}
	at.Agency = dialog.AgencyCode(kept)
	if at.Window == dialog.NoWindow {
		at.Window = plan.QuarterNow(t.Now)
	}
	year, err := h.Standings(ctx, []plan.Agency{agency}, LookedBack(at.Window))
	if err != nil {
		return chat.Reply{}, err
	}
	today := t.Today()
	rows := append(lateBefore(year, at.Window, today), inWindow(year, at.Window)...)
	if at.Topic == TopicLate {
		rows = slices.DeleteFunc(slices.Clone(year), func(s duties.Sighted) bool { return !s.Late(today) })
	}
	slices.SortStableFunc(rows, func(x, y duties.Sighted) int { return cmp.Compare(badness(x, today), badness(y, today)) })
	if at.Open != "" {
		return h.openStanding(ctx, t, at, rows)
	}
	counts := h.countWords(rows, at.Window, today)
	if week, changed := weekWords(year, today); changed {
		counts += "\n" + week
	}
	head := chat.Text{chat.BoldText(fmt.Sprintf(textProgressOf, agency.Name, chat.WindowWords(at.Window))), chat.Say(counts)}
	head = append(head, h.byQuarter(year, at.Window, today)...)
	if at.Topic == TopicLate {
		head = chat.Text{chat.BoldText(lateHead(agency, len(rows)))}
	}
	reply := chat.Reply{Text: append(head, h.duties.NotCounted(at.Window, t.Now)...)}
	pages := max(1, (len(rows)+chat.PageItems-1)/chat.PageItems)
	at.Page = min(at.Page, pages-1)
	var shown chat.Shown
	for _, s := range rows[at.Page*chat.PageItems : min((at.Page+1)*chat.PageItems, len(rows))] {
		shown.Units = append(shown.Units, s.Unit.ID)
		reply.Text = append(reply.Text, h.duties.ItemLine(s.Owed, s.Kept, today))
		reply.Buttons = chat.InRows(reply.Buttons, h.standingButton(at, s))
	}
	h.desk.History.TurnTo(t.Message, dialog.Shown{
		Question: question.Question{Intent: question.Due, Agency: &agency, Window: &question.Window{Window: at.Window, Label: chat.WindowWords(at.Window)}},
		Plan:     h.answers.Plan().Key(), Shown: shown,
	})
	reply.Buttons = append(reply.Buttons, h.desk.Pager(at, pages)...)
	reply.Buttons = append(reply.Buttons, h.quarterRow(at), h.chartButton(at), h.fileRow(at.Agency))
	return h.behindAgency(ctx, t, at, kept, reply, all)
}

// standingButton opens a duty of a list, in the quarter in which it is due where
// the list is of another time.
func (h *Handler) standingButton(at dialog.Action, s duties.Sighted) chat.Button {
	label := chat.ShortPlace(s.Unit)
	if w := plan.QuarterOf(s.Kept.Due); w != at.Window {
		label += fmt.Sprintf(textInShort, chat.Roman[(int(s.Kept.Due.Month)-1)/3+1])
		at.Window = w
	}
	at.Topic, at.Page, at.Open = "", 0, s.Unit.ID
	return h.desk.Button(label, at)
}

// publicProgress tells those who may not see how an agency stands what the plan
// asks of it.
func (h *Handler) publicProgress(t dialog.Turn, at dialog.Action, agency plan.Agency) chat.Reply {
	if t.Action != "" {
		return chat.Reply{Notice: chat.CutWords(fmt.Sprintf(textNotForYou, agency.Name), noticeRunes)}
	}
	if at.Window == dialog.NoWindow {
		at.Window = plan.QuarterNow(t.Now)
	}
	due := len(h.answers.DueOf(at.Window, &agency, ""))
	reply := chat.Reply{
		Text:    chat.Text{chat.BoldText(fmt.Sprintf(textPublicPart, agency.Name, due, chat.WindowWords(at.Window))), chat.Say(fmt.Sprintf(textNotForYou, agency.Name))},
		Buttons: [][]chat.Button{{h.desk.Button(buttonWhatIsDue, dialog.Action{View: dialog.ViewDue, Agency: dialog.ButtonID(agency), Window: at.Window})}},
	}
	if t.Private {
		reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(follow.ButtonBeFocal, dialog.Action{View: dialog.ViewRegister, Agency: dialog.AgencyCode(plan.KeyOf(agency)), Rank: record.FocalPerson})})
	}
	return reply
}

// noticeRunes is how much stands over a chat.
const noticeRunes = 200

// fileRow offers the files of an agency.
func (h *Handler) fileRow(code string) []chat.Button {
	return []chat.Button{
		h.desk.Button(buttonCalendarFile, dialog.Action{View: dialog.ViewFile, Topic: duties.FileCalendar, Agency: code}),
		h.desk.Button(buttonSheet, dialog.Action{View: dialog.ViewFile, Topic: duties.FileSheet, Agency: code}),
	}
}

// openStanding shows one duty of the list, with what can be done about it.
func (h *Handler) openStanding(ctx context.Context, t dialog.Turn, at dialog.Action, rows []duties.Sighted) (chat.Reply, error) {
	i := slices.IndexFunc(rows, func(s duties.Sighted) bool { return s.Unit.ID == at.Open })
	if i < 0 {
		return dialog.Refusal(t, fmt.Sprintf(textNobodyOwes, strings.TrimPrefix(at.Open, "PL."), chat.WindowWords(at.Window))), nil
	}
	kept, err := h.records.KeepOccurrence(ctx, rows[i].Kept)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("keep occurrence: %w", err)
	}
	s, ok, err := h.duties.SightKept(ctx, t, kept)
	if err != nil || !ok {
		return chat.OldButton(), err
	}
	at.Open = ""
	reply := h.duties.Item(t, s, plan.Date{})
	reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(chat.ButtonBack, at)})
	return reply, nil
}

// byQuarter tells the quarters of a year beside the one that is shown.
func (h *Handler) byQuarter(year []duties.Sighted, shown plan.Window, today plan.Date) chat.Text {
	var lines []string
	for q := 1; q <= 4; q++ {
		w := plan.QuarterWindow(q, shown.From.Year)
		if c := CountOf(inWindow(year, w), today); c.all() > 0 && w != shown {
			lines = append(lines, fmt.Sprintf(textQuarterCount, chat.Roman[q], c.done, c.all(), lateWords(c)))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return chat.Text{chat.Say(strings.Join(lines, "\n"))}
}

// quarterRow are the buttons to the other quarters.
func (h *Handler) quarterRow(at dialog.Action) []chat.Button {
	at.Page, at.Open = 0, ""
	if at.Topic == TopicLate {
		at.Topic = ""
	}
	var row []chat.Button
	for q := 1; q <= 4; q++ {
		next := at
		if next.Window = plan.QuarterWindow(q, at.Window.From.Year); next.Window != at.Window {
			row = append(row, h.desk.Button(fmt.Sprintf(chat.ButtonQuarter, chat.Roman[q]), next))
		}
	}
	return row
}
