package progress

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/agency"
	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/duties"
	"cchcbot/bot/follow"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// nearDays is how many days before its due date a duty is near.
const nearDays = 14

// standing is how one agency stands on a day: all that is late, from whatever
// time, and what of a window is done.
type standing struct {
	agency  plan.Agency
	late    int
	near    int
	shown   Count    // in the window
	people  []string // the focal persons who are there
	unheard int      // late, where nobody is there
}

// manned reports whether somebody is there who is reminded.
func (s standing) manned() bool { return len(s.people) > 0 }

// The signs of how an agency stands, which tell without colour.
const (
	signLate    = "‼"
	signNear    = "!"
	signDone    = "✓"
	signNobody  = "○"
	signWaiting = "·"
)

func (s standing) sign() string {
	switch {
	case !s.manned():
		return signNobody
	case s.late > 0:
		return signLate
	case s.near > 0:
		return signNear
	case s.shown.done == s.shown.all():
		return signDone
	}
	return signWaiting
}

func (s standing) line() string {
	if !s.manned() {
		return fmt.Sprintf(textNobodyIn, s.sign(), s.agency.Name, s.unheard)
	}
	return fmt.Sprintf(textStanding, s.sign(), s.agency.Name, s.late, s.near, s.shown.done, s.shown.all())
}

// city is how the whole city stands on a day.
type city struct {
	today plan.Date
	shown plan.Window
	rows  []duties.Sighted // of all time up to the end of the year that is shown
	wards int              // that are counted
	all   []standing
}

// city tells how the agencies stand on a day, the worst first and behind them those
// where nobody is there: they are blamed for nothing.
func (h *Handler) city(ctx context.Context, today plan.Date, shown plan.Window) (city, error) {
	c := city{today: today, shown: shown}
	var err error
	if c.rows, c.wards, err = h.cityStandings(ctx, today, LookedBack(shown)); err != nil {
		return c, err
	}
	focal, err := h.focalNames(ctx, today)
	if err != nil {
		return c, err
	}
	at := map[string]int{}
	for _, s := range c.rows {
		i, known := at[s.Kept.Agency]
		if !known {
			i = len(c.all)
			at[s.Kept.Agency] = i
			c.all = append(c.all, standing{agency: s.Agency, people: focal[s.Kept.Agency]})
		}
		each := &c.all[i]
		switch days := today.DaysUntil(s.Kept.Due); {
		case s.Late(today) && each.manned():
			each.late++
		case s.Late(today):
			each.unheard++
		case s.Kept.State == record.Open && days <= nearDays && each.manned():
			each.near++
		}
		if shown.Holds(s.Kept.Due) {
			each.shown.add(s, today)
		}
	}
	slices.SortStableFunc(c.all, func(x, y standing) int {
		return cmp.Or(cmp.Compare(rank(x), rank(y)), cmp.Compare(y.late, x.late), cmp.Compare(y.near, x.near), cmp.Compare(x.shown.done, y.shown.done))
	})
	return c, nil
}

// words tell the share that is done, what is late, what falls due, where nobody is
// there, and what is other than a week before.
func (c city) words() string {
	t, done := totals(c.all), CountOf(inWindow(c.rows, c.shown), c.today)
	manned := map[string]bool{}
	for _, s := range c.all {
		manned[plan.KeyOf(s.agency)] = s.manned()
	}
	heard := slices.DeleteFunc(slices.Clone(c.rows), func(s duties.Sighted) bool { return !manned[s.Kept.Agency] })
	week, _ := weekWords(heard, c.today)
	return strings.Join([]string{
		fmt.Sprintf(textShareDone, done.done, done.all(), done.done*100/max(1, done.all())),
		fmt.Sprintf(textCityLate, t.late, t.lateAgencies), fmt.Sprintf(textCityNear, t.near),
		fmt.Sprintf(textNobodyThere, t.nobody, t.unheard), week,
	}, "\n")
}

// cityWeek is the review of the city's week in the digest of those who oversee it.
func (h *Handler) cityWeek(ctx context.Context, day plan.Date) (chat.Text, [][]chat.Button, error) {
	at := dialog.Action{View: dialog.ViewProgress, Window: plan.QuarterOf(day)}
	c, err := h.city(ctx, day, at.Window)
	if err != nil {
		return nil, nil, err
	}
	worst := at
	worst.Topic = topicByAgency
	return chat.Text{{Spans: []chat.Span{{Words: fmt.Sprintf(textProgressCity, chat.WindowWords(at.Window)), Style: chat.Bold}, {Words: "\n" + c.words()}}}},
		[][]chat.Button{append([]chat.Button{h.desk.Button(buttonWholeCity, at), h.desk.Button(buttonWorst, worst)}, h.reportRow(at)[0])}, nil
}

// Agencies are the agencies of the city that owe something, and which of them are
// late on a day, whoever is there.
func (h *Handler) Agencies(ctx context.Context, day plan.Date) (all []plan.Agency, late map[string]bool, err error) {
	c, err := h.city(ctx, day, plan.QuarterOf(day))
	late = map[string]bool{}
	for _, s := range c.all {
		all = append(all, s.agency)
		late[plan.KeyOf(s.agency)] = s.late+s.unheard > 0
	}
	return all, late, err
}

// rank brings those where nobody is there behind the others.
func rank(s standing) int {
	if s.manned() {
		return 0
	}
	return 1
}

// total sums up standings: what is late, in how many agencies, and what is near;
// agencies where nobody is there, and what is late there.
type total struct{ late, lateAgencies, near, nobody, unheard int }

func totals(all []standing) (t total) {
	for _, s := range all {
		t.late += s.late
		t.near += s.near
		t.unheard += s.unheard
		if s.late > 0 {
			t.lateAgencies++
		}
		if !s.manned() {
			t.nobody++
		}
	}
	return t
}

// worstShown is how many agencies the card of the city names.
const worstShown = 5

// cityCard tells how the city stands: the share that is done, then the agencies,
// the worst first, with a button to each.
func (h *Handler) cityCard(t dialog.Turn, at dialog.Action, c city) chat.Reply {
	reply := chat.Reply{Text: chat.Text{chat.BoldText(fmt.Sprintf(textProgressCity, chat.WindowWords(at.Window))), chat.Say(c.words())}}
	var lines []string
	for _, s := range c.all[:min(worstShown, len(c.all)-totals(c.all).nobody)] {
		lines = append(lines, s.line())
		reply.Buttons = append(reply.Buttons, h.standingRow(at, s))
	}
	if len(lines) > 0 {
		reply.Text = append(reply.Text, chat.Paragraph{Spans: []chat.Span{{Words: textWorstFirst, Style: chat.Bold}, {Words: "\n" + strings.Join(lines, "\n")}}})
	}
	reply.Text = append(reply.Text, chat.Paragraph{Spans: []chat.Span{{Words: textLegend + "\n" + wardsWords(c.wards), Style: chat.Italic}}})
	reply.Text = append(reply.Text, h.duties.NotCounted(at.Window, t.Now)...)
	byAgency, byTask := at, at
	byAgency.Topic, byTask.Topic = topicByAgency, TopicByTask
	reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(buttonByAgency, byAgency), h.desk.Button(buttonByTask, byTask)}, h.chartButton(at), h.reportRow(at), h.quarterRow(at))
	return reply
}

// standingRow leads to an agency.
func (h *Handler) standingRow(at dialog.Action, s standing) []chat.Button {
	label := s.sign() + " " + s.agency.Name
	return []chat.Button{h.desk.Button(chat.CutWords(label, chat.LabelRunes),
		dialog.Action{View: dialog.ViewProgress, Agency: dialog.AgencyCode(plan.KeyOf(s.agency)), Window: at.Window})}
}

// wholeCity shows how the city or a group of it stands, to those who may see it.
func (h *Handler) wholeCity(ctx context.Context, t dialog.Turn, at dialog.Action, all follow.Ties) (chat.Reply, error) {
	if may, err := h.following.Overseer(ctx, t.User, all); err != nil || !may {
		return h.cityRefused(all), err
	}
	return h.cityProgress(ctx, t, at)
}

// cityRefused says who sees the whole city, and leads to what is one's own.
func (h *Handler) cityRefused(all follow.Ties) chat.Reply {
	reply := chat.Sentence(textCityRights)
	if len(all.Agencies(record.Leader, record.FocalPerson)) > 0 {
		reply.Buttons = [][]chat.Button{{h.desk.Button(follow.ButtonProgress, dialog.Action{View: dialog.ViewProgress, Window: dialog.NoWindow})}}
	}
	return reply
}

// cityByAgency lists the agencies of the city, or of a group, the worst first.
func (h *Handler) cityByAgency(at dialog.Action, c city) chat.Reply {
	all := c.all
	group := strings.TrimPrefix(strings.TrimPrefix(at.Topic, topicByAgency), ".")
	if group != "" {
		all = slices.DeleteFunc(all, func(s standing) bool {
			return agency.GroupOf(s.agency) != group && !slices.Contains(s.agency.Groups, group)
		})
	}
	sum := totals(all)
	head := fmt.Sprintf(textLateAll, sum.late, sum.lateAgencies)
	for _, g := range h.answers.Register.Groups() {
		if g.ID == group {
			head = fmt.Sprintf(textLateGroup, chat.UpperFirst(g.Name), sum.late, sum.lateAgencies)
		}
	}
	at.Page = chat.UpToLast(at.Page, len(all), agencyRows)
	reply := chat.Reply{Text: chat.Text{chat.BoldText(head)}}
	var lines []string
	for _, s := range chat.PageOf(all, at.Page, agencyRows) {
		lines = append(lines, s.line())
		reply.Buttons = append(reply.Buttons, h.standingRow(at, s))
	}
	return h.cityList(at, reply, lines, len(all), agencyRows)
}

// behindAgency tells who oversees the city who is there for an agency, and leads
// back to the city.
func (h *Handler) behindAgency(ctx context.Context, t dialog.Turn, at dialog.Action, kept string, reply chat.Reply, all follow.Ties) (chat.Reply, error) {
	if may, err := h.following.Overseer(ctx, t.User, all); err != nil || !may || !t.Private {
		return reply, err
	}
	focal, err := h.focalNames(ctx, t.Today())
	if err != nil {
		return reply, err
	}
	words := textNobodyHere
	if names := focal[kept]; len(names) > 0 {
		words = fmt.Sprintf(textPeopleHere, strings.Join(names, ", "))
	}
	reply.Text = append(reply.Text[:1:1], append(chat.Text{chat.Say(words)}, reply.Text[1:]...)...)
	back := dialog.Action{View: dialog.ViewProgress, Window: at.Window}
	reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(buttonWholeCity, back)})
	return reply, nil
}

// weekWords tell what is other than a week before.
func weekWords(rows []duties.Sighted, today plan.Date) (words string, changed bool) {
	then := today.AddDays(-7)
	done, late := 0, 0
	for _, s := range rows {
		at := plan.DateOf(s.Kept.At.In(chat.Vietnam))
		if s.Kept.State == record.Done && at.Compare(then) > 0 && at.Compare(today) <= 0 {
			done++
		}
		if s.Late(today) {
			late++
		}
		if open := s.Kept.State == record.Open || at.Compare(then) > 0; open && s.Kept.Due.Compare(then) < 0 {
			late--
		}
	}
	change := textSame
	switch {
	case late > 0:
		change = fmt.Sprintf(textMore, late)
	case late < 0:
		change = fmt.Sprintf(textLess, -late)
	}
	return fmt.Sprintf(textWeek, done, change), done > 0 || late != 0
}
