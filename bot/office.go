package bot

import (
	"context"
	"fmt"
	"strings"
	"time"

	"cchcbot/seeds/plan"
)

// Rounds are what administrators look after besides the records.
type Rounds interface {
	// Unreachable lists those to whom nothing can be sent, the longest first.
	Unreachable(ctx context.Context) ([]Unreached, error)
	// ListFeedback lists what people said about answers, the oldest first.
	ListFeedback(ctx context.Context) ([]Feedback, error)
}

// Unreached is a chat to which nothing can be sent.
type Unreached struct {
	Chat   int64
	Name   string // of its person, "" where unknown
	Since  time.Time
	Reason string // of Telegram
}

// The screens of the administrators.
const (
	officeWaiting   = "cho"
	officeReports   = "bao"
	officeLost      = "mat"
	officeFeedback  = "gopy"
	officeCampaigns = "guitin"
	officeCalendar  = "lich"
	officeLadder    = "moc"
	officeInternal  = "han"
	officeAdmins    = "quantri"
	officeFocal     = "daumoi"
	officeAnnounce  = "thongbao"
	officeLog       = "nhatky"
	officePreview   = "xemtruoc"
)

// officeScreen is a screen of the administrators: how it is shown, and what
// words behind its name answer or would change; nil where they do not.
type officeScreen struct {
	label string
	show  func(ctx context.Context, t turn, page int) (Reply, error)
	tell  func(ctx context.Context, t turn, words string) (Reply, error)
	alter func(ctx context.Context, t turn, words string) (alteration, Reply, error)
}

// officeOrder is the order of the buttons of the screens.
var officeOrder = [][]string{
	{officeWaiting, officeReports},
	{officeLost, officeFeedback},
	{officeCampaigns, officeLog},
	{officeCalendar, officeLadder},
	{officeInternal, officeAnnounce},
	{officeFocal, officeAdmins},
	{officePreview},
}

// screensByTopic are the screens of the administrators.
func (b *officeHandler) screensByTopic() map[string]officeScreen {
	return map[string]officeScreen{
		officeWaiting:   {label: buttonWaiting, show: b.waitingScreen},
		officeReports:   {label: buttonReports, show: b.reportsScreen},
		officeLost:      {label: buttonLost, show: b.lostScreen},
		officeFeedback:  {label: buttonFeedback, show: b.feedbackScreen, tell: b.feedbackTold},
		officeCampaigns: {label: buttonCampaigns, show: b.campaignsScreen, tell: b.campaignTold},
		officeCalendar:  {label: buttonCalendar, show: b.calendarScreen, alter: b.alterCalendar},
		officeLadder:    {label: buttonLadder, show: b.ladderScreen, alter: b.alterLadder},
		officeInternal:  {label: buttonInternal, show: b.internalScreen, alter: b.alterInternal},
		officeAdmins:    {label: buttonAdmins, show: b.adminsScreen, alter: b.alterAdmin},
		officeFocal:     {label: buttonFocal, show: b.focalScreen, tell: b.focalTold},
		officeAnnounce:  {label: buttonAnnounce, show: b.announceScreen, tell: b.announceTold},
		officeLog:       {label: buttonLog, show: b.logScreen, tell: b.logTold},
		officePreview:   {label: buttonPreview, show: b.previewScreen, tell: b.duties.previewCommand},
	}
}

// officeNames are the words by which a screen is asked for, the longer before
// the shorter, and what they say on it themselves.
var officeNames = []struct{ words, topic, says string }{
	{"dang ky", officeWaiting, ""},
	{"cho duyet", officeWaiting, ""},
	{"bao cao", officeReports, ""},
	{"khong phai viec", officeReports, ""},
	{"mat lien lac", officeLost, ""},
	{"gop y", officeFeedback, ""},
	{"ket qua gui", officeCampaigns, ""},
	{"gui tin", officeCampaigns, ""},
	{"dot nhac", officeCampaigns, ""},
	{"lich", officeCalendar, ""},
	{"thang nhac", officeLadder, ""},
	{"thang", officeLadder, ""},
	{"moc nhac", officeLadder, ""},
	{"moc", officeLadder, ""},
	{"han noi bo", officeInternal, ""},
	{"han", officeInternal, ""},
	{"them quan tri vien", officeAdmins, ""},
	{"them quan tri", officeAdmins, ""},
	{"bo quan tri vien", officeAdmins, "bo "},
	{"bo quan tri", officeAdmins, "bo "},
	{"quan tri vien", officeAdmins, ""},
	{"quan tri", officeAdmins, ""},
	{"vien", officeAdmins, ""},
	{"dau moi", officeFocal, ""},
	{"thong bao", officeAnnounce, ""},
	{"nhat ky", officeLog, ""},
	{"xem truoc", officePreview, ""},
}

// officeCommand is "quan tri", alone or with what is to be seen or changed:
// "quan tri lich nghi 24/11/2026 Ngày Văn hóa".
func (b *officeHandler) officeCommand(ctx context.Context, t turn, args string) (Reply, error) {
	if may, reply, err := b.office(ctx, t); err != nil || !may {
		return reply, err
	}
	if args == "" {
		return b.officeMenu(ctx, t)
	}
	if reply, decided, err := b.decisionSaid(ctx, t, args); decided || err != nil {
		return reply, err
	}
	for _, n := range officeNames {
		if rest, ok := cutLead(args, n.words); ok {
			return b.officeTold(ctx, t, n.topic, strings.TrimSpace(n.says+rest))
		}
	}
	reply := sentence(textOfficeUnknown)
	reply.Buttons = [][]Button{b.officeBack()}
	return reply, nil
}

// officeTold does what words say on a screen, or shows it.
func (b *officeHandler) officeTold(ctx context.Context, t turn, topic, words string) (Reply, error) {
	screen := b.offices[topic]
	switch {
	case words != "" && screen.alter != nil:
		return b.propose(ctx, t, topic, words)
	case words != "" && screen.tell != nil:
		return screen.tell(ctx, t, words)
	}
	return screen.show(ctx, t, 0)
}

// office reports whether a person may enter, and in a chat where others do not
// read along.
func (b *officeHandler) office(ctx context.Context, t turn) (bool, Reply, error) {
	may, err := b.following.administers(ctx, t.User)
	switch {
	case err != nil:
		return false, Reply{}, err
	case !may && t.Private:
		return false, sentence(fmt.Sprintf(textNotAdministrator, t.User)), nil
	case !may: // a number is nobody else's to read
		return false, sentence(textOnlyAdministrators), nil
	case !t.Private:
		return false, sentence(textOfficePrivately), nil
	}
	return true, Reply{}, nil
}

func (b *officeHandler) officePressed(ctx context.Context, t turn, at action) (Reply, error) {
	if may, reply, err := b.office(ctx, t); err != nil || !may {
		return Reply{Notice: reply.Text.Plain()}, err
	}
	draft, _ := b.desk.expected.take(seatOf(t.Message))
	topic, words, _ := strings.Cut(at.topic, ".")
	screen, known := b.offices[topic]
	stamp, saves := strings.CutPrefix(words, topicSave+".")
	switch {
	case at.topic == "":
		return b.officeMenu(ctx, t)
	case !known:
		return oldButton(), nil
	case words == topicAdd:
		b.desk.expect(t, expectation{use: useOffice, kept: topic})
		reply := Reply{Text: officeExamples(topic, t.today())}
		reply.Buttons = [][]Button{{b.desk.button(buttonBack, action{view: viewOffice, topic: topic})}}
		return reply, nil
	case saves && (draft.use != useAlter || draft.kept != topic || draft.stamp() != stamp):
		return oldButton(), nil
	case saves:
		return b.alter(ctx, t, draft)
	case words != "":
		return b.officeTold(ctx, t, topic, strings.ReplaceAll(words, ".", " "))
	}
	return screen.show(ctx, t, at.page)
}

// topicAdd has the person say what is to be added to a screen.
const topicAdd = "them"

// officeMenu leads to the screens, with the number of what stands on them.
func (b *officeHandler) officeMenu(ctx context.Context, t turn) (Reply, error) {
	counts, err := b.officeCounts(ctx)
	if err != nil {
		return Reply{}, err
	}
	campaigns, err := b.records.Campaigns(ctx, t.today(), t.today())
	if err != nil {
		return Reply{}, fmt.Errorf("campaigns: %w", err)
	}
	today := textNothingToday
	for _, c := range campaigns {
		today = campaignWords(c)
	}
	waits := fmt.Sprintf(textOfficeWaits, counts[officeWaiting], counts[officeReports], counts[officeFeedback], counts[officeLost])
	reply := Reply{Text: Text{bold(textOffice), say(waits), say(today)}}
	for _, topics := range officeOrder {
		var row []Button
		for _, topic := range topics {
			if b.rounds == nil && (topic == officeLost || topic == officeFeedback) {
				continue
			}
			label := b.offices[topic].label
			if n := counts[topic]; n > 0 {
				label = fmt.Sprintf("%s · %d", label, n)
			}
			row = append(row, b.desk.button(label, action{view: viewOffice, topic: topic}))
		}
		if row != nil {
			reply.Buttons = append(reply.Buttons, row)
		}
	}
	return reply, nil
}

// officeCounts counts what stands on the screens that list something to see to.
func (b *officeHandler) officeCounts(ctx context.Context) (map[string]int, error) {
	waiting, err := b.records.WaitingSubscriptions(ctx)
	if err != nil {
		return nil, fmt.Errorf("waiting registrations: %w", err)
	}
	reports, err := b.records.OpenReports(ctx)
	if err != nil {
		return nil, fmt.Errorf("reports: %w", err)
	}
	counts := map[string]int{officeWaiting: len(waiting), officeReports: len(reports)}
	if b.rounds == nil {
		return counts, nil
	}
	lost, err := b.rounds.Unreachable(ctx)
	if err != nil {
		return nil, fmt.Errorf("unreachable people: %w", err)
	}
	wrong, err := b.rounds.ListFeedback(ctx)
	if err != nil {
		return nil, fmt.Errorf("feedback: %w", err)
	}
	counts[officeLost], counts[officeFeedback] = len(lost), len(wrong)
	return counts, nil
}

// officePage is a page of lines of a screen, with the way on and back.
func (b *officeHandler) officePage(topic, head, none string, lines []string, page, size int) Reply {
	pages := max(1, (len(lines)+size-1)/size)
	page = upToLast(page, len(lines), size)
	if pages > 1 {
		head += fmt.Sprintf(textPage, page+1, pages)
	}
	reply := Reply{Text: Text{bold(head)}}
	if len(lines) == 0 {
		reply.Text = append(reply.Text, say(none))
	} else {
		reply.Text = append(reply.Text, say(strings.Join(pageOf(lines, page, size), "\n")))
	}
	reply.Buttons = b.desk.pager(action{view: viewOffice, topic: topic, page: page}, pages)
	return reply
}

// upToLast is a page of so many lines, the last one where there are not as many
// pages any more.
func upToLast(page, lines, size int) int { return min(page, max(0, lines-1)/size) }

// pageOf is a page of a list.
func pageOf[T any](list []T, page, size int) []T {
	first := upToLast(page, len(list), size) * size
	return list[first:min(first+size, len(list))]
}

// officeExamples say what words a screen takes, each example to be copied by a
// tap.
func officeExamples(topic string, today plan.Date) Text {
	a := officeAsks[topic]
	asked := say(a.say)
	for _, example := range a.examples(today) {
		asked.Spans = append(asked.Spans, Span{Words: "\n"}, Span{Words: example, Style: Code})
	}
	return Text{asked}
}

// hint says under a screen how its words are said without a button.
func hint(topic string, today plan.Date) Paragraph {
	a := officeAsks[topic]
	return Paragraph{Spans: []Span{{Words: textHint + "\n"}, {Words: a.lead + " " + a.examples(today)[0], Style: Code}}}
}

// unread says why words are not taken on a screen, and how they would be.
func (b *officeHandler) unread(t turn, topic, why string) Reply {
	reply := Reply{Text: append(Text{bold(why)}, officeExamples(topic, t.today())...)}
	reply.Buttons = [][]Button{
		{b.desk.button(buttonAgain, action{view: viewOffice, topic: topic + "." + topicAdd})},
		{b.desk.button(buttonBack, action{view: viewOffice, topic: topic})},
	}
	return reply
}

func (b *officeHandler) officeBack() []Button {
	return []Button{b.desk.button(buttonBack, action{view: viewOffice})}
}

// officeRows is how many lines stand on a page.
const officeRows = 10
