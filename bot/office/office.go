package office

import (
	"context"
	"fmt"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// Rounds are what administrators look after besides the records.
type Rounds interface {
	// Unreachable lists those to whom nothing can be sent, the longest first.
	Unreachable(ctx context.Context) ([]record.Unreached, error)
	// ListFeedback lists what people said about answers, the oldest first.
	ListFeedback(ctx context.Context) ([]record.Feedback, error)
	// CloseFeedback takes one of them off the list.
	CloseFeedback(ctx context.Context, f record.Feedback, by record.Person) error
}

// The screens of the administrators.
const (
	officeWaiting   = "cho"
	officeReports   = "bao"
	officeLost      = "mat"
	officeFeedback  = "gopy"
	officeCampaigns = "guitin"
	OfficeCalendar  = "lich"
	OfficeLadder    = "moc"
	OfficeInternal  = "han"
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
	show  func(ctx context.Context, t dialog.Turn, page int) (chat.Reply, error)
	tell  func(ctx context.Context, t dialog.Turn, words string) (chat.Reply, error)
	alter func(ctx context.Context, t dialog.Turn, words string) (alteration, chat.Reply, error)
}

// officeOrder is the order of the buttons of the screens.
var officeOrder = [][]string{
	{officeWaiting, officeReports},
	{officeLost, officeFeedback},
	{officeCampaigns, officeLog},
	{OfficeCalendar, OfficeLadder},
	{OfficeInternal, officeAnnounce},
	{officeFocal, officeAdmins},
	{officePreview},
}

// screensByTopic are the screens of the administrators.
func (h *Handler) screensByTopic() map[string]officeScreen {
	return map[string]officeScreen{
		officeWaiting:   {label: buttonWaiting, show: h.waitingScreen},
		officeReports:   {label: buttonReports, show: h.reportsScreen},
		officeLost:      {label: buttonLost, show: h.lostScreen},
		officeFeedback:  {label: buttonFeedback, show: h.feedbackScreen, tell: h.feedbackTold},
		officeCampaigns: {label: buttonCampaigns, show: h.campaignsScreen, tell: h.campaignTold},
		OfficeCalendar:  {label: buttonCalendar, show: h.calendarScreen, alter: h.alterCalendar},
		OfficeLadder:    {label: buttonLadder, show: h.ladderScreen, alter: h.alterLadder},
		OfficeInternal:  {label: buttonInternal, show: h.internalScreen, alter: h.alterInternal},
		officeAdmins:    {label: buttonAdmins, show: h.adminsScreen, alter: h.alterAdmin},
		officeFocal:     {label: buttonFocal, show: h.focalScreen, tell: h.focalTold},
		officeAnnounce:  {label: buttonAnnounce, show: h.announceScreen, tell: h.announceTold},
		officeLog:       {label: buttonLog, show: h.logScreen, tell: h.logTold},
		officePreview:   {label: follow.ButtonPreview, show: h.previewScreen, tell: h.duties.PreviewCommand},
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
	{"lich", OfficeCalendar, ""},
	{"thang nhac", OfficeLadder, ""},
	{"thang", OfficeLadder, ""},
	{"moc nhac", OfficeLadder, ""},
	{"moc", OfficeLadder, ""},
	{"han noi bo", OfficeInternal, ""},
	{"han", OfficeInternal, ""},
	{"them quan tri vien", officeAdmins, ""},
	{"them quan tri", officeAdmins, ""},
	{"bo quan tri vien", officeAdmins, "bo "},
	{"bo quan tri", officeAdmins, "bo "},
	{"quan tri vien", officeAdmins, ""},
	{"quan tri", officeAdmins, ""},
	{"vien", officeAdmins, ""},
	{"cho xem toan thanh pho", officeFocal, saysOverseer + " "},
	{"xem toan thanh pho", officeFocal, saysOverseer + " "},
	{"dau moi", officeFocal, ""},
	{"thong bao", officeAnnounce, ""},
	{"nhat ky", officeLog, ""},
	{"xem truoc", officePreview, ""},
}

// officeCommand is "quan tri", alone or with what is to be seen or changed:
// "quan tri lich nghi 24/11/2026 Ngày Văn hóa".
func (h *Handler) officeCommand(ctx context.Context, t dialog.Turn, args string) (chat.Reply, error) {
	if may, reply, err := h.Authorize(ctx, t); err != nil || !may {
		return reply, err
	}
	if args == "" {
		return h.officeMenu(ctx, t)
	}
	if reply, decided, err := h.decideByWords(ctx, t, args); decided || err != nil {
		return reply, err
	}
	for _, n := range officeNames {
		if rest, ok := question.CutPrefix(args, n.words); ok {
			return h.OfficeTold(ctx, t, n.topic, strings.TrimSpace(n.says+rest))
		}
	}
	reply := chat.Sentence(textOfficeUnknown)
	reply.Buttons = [][]chat.Button{h.officeBack()}
	return reply, nil
}

// OfficeTold does what words say on a screen, or shows it.
func (h *Handler) OfficeTold(ctx context.Context, t dialog.Turn, topic, words string) (chat.Reply, error) {
	screen := h.Screens[topic]
	switch {
	case words != "" && screen.alter != nil:
		return h.propose(ctx, t, topic, words)
	case words != "" && screen.tell != nil:
		return screen.tell(ctx, t, words)
	}
	return screen.show(ctx, t, 0)
}

// Authorize reports whether a person may enter, and in a chat where others do not
// read along.
func (h *Handler) Authorize(ctx context.Context, t dialog.Turn) (bool, chat.Reply, error) {
	may, err := h.following.Administers(ctx, t.User)
	switch {
	case err != nil:
		return false, chat.Reply{}, err
	case !may && t.Private:
		return false, chat.Sentence(fmt.Sprintf(textNotAdministrator, t.User)), nil
	case !may: // a number is nobody else's to read
		return false, chat.Sentence(follow.TextOnlyAdministrators), nil
	case !t.Private:
		return false, chat.Sentence(textOfficePrivately), nil
	}
	return true, chat.Reply{}, nil
}

func (h *Handler) officePressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	if may, reply, err := h.Authorize(ctx, t); err != nil || !may {
		return chat.Reply{Notice: reply.Text.Plain()}, err
	}
	draft, _ := h.desk.Expected.Take(dialog.ParticipantOf(t.Message))
	topic, words, _ := strings.Cut(at.Topic, ".")
	screen, known := h.Screens[topic]
	stamp, saves := strings.CutPrefix(words, TopicSave+".")
	switch {
	case at.Topic == "":
		return h.officeMenu(ctx, t)
	case !known:
		return chat.OldButton(), nil
	case words == topicAdd:
		h.desk.Expect(t, dialog.Expectation{Use: dialog.UseOffice, Kept: topic})
		reply := chat.Reply{Text: officeExamples(topic, t.Today())}
		reply.Buttons = [][]chat.Button{{h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewOffice, Topic: topic})}}
		return reply, nil
	case saves && (draft.Use != dialog.UseAlter || draft.Kept != topic || draft.Stamp() != stamp):
		return chat.OldButton(), nil
	case saves:
		return h.Alter(ctx, t, draft)
	case words != "":
		return h.OfficeTold(ctx, t, topic, strings.ReplaceAll(words, ".", " "))
	}
	return screen.show(ctx, t, at.Page)
}

// topicAdd has the person say what is to be added to a screen.
const topicAdd = "them"

// officeMenu leads to the screens, with the number of what stands on them.
func (h *Handler) officeMenu(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	counts, err := h.officeCounts(ctx)
	if err != nil {
		return chat.Reply{}, err
	}
	campaigns, err := h.records.Campaigns(ctx, t.Today(), t.Today())
	if err != nil {
		return chat.Reply{}, fmt.Errorf("campaigns: %w", err)
	}
	today := textNothingToday
	for _, c := range campaigns {
		today = campaignWords(c)
	}
	waits := fmt.Sprintf(textOfficeWaits, counts[officeWaiting], counts[officeReports], counts[officeFeedback], counts[officeLost])
	reply := chat.Reply{Text: chat.Text{chat.BoldText(textOffice), chat.Say(waits), chat.Say(today)}}
	for _, topics := range officeOrder {
		var row []chat.Button
		for _, topic := range topics {
			if h.rounds == nil && (topic == officeLost || topic == officeFeedback) {
				continue
			}
			label := h.Screens[topic].label
			if n := counts[topic]; n > 0 {
				label = fmt.Sprintf("%s · %d", label, n)
			}
			row = append(row, h.desk.Button(label, dialog.Action{View: dialog.ViewOffice, Topic: topic}))
		}
		if row != nil {
			reply.Buttons = append(reply.Buttons, row)
		}
	}
	return reply, nil
}

// officeCounts counts what stands on the screens that list something to see to.
func (h *Handler) officeCounts(ctx context.Context) (map[string]int, error) {
	waiting, err := h.records.WaitingSubscriptions(ctx)
	if err != nil {
		return nil, fmt.Errorf("waiting registrations: %w", err)
	}
	reports, err := h.records.OpenReports(ctx)
	if err != nil {
		return nil, fmt.Errorf("reports: %w", err)
	}
	counts := map[string]int{officeWaiting: len(waiting), officeReports: len(reports)}
	if h.rounds == nil {
		return counts, nil
	}
	lost, err := h.rounds.Unreachable(ctx)
	if err != nil {
		return nil, fmt.Errorf("unreachable people: %w", err)
	}
	wrong, err := h.rounds.ListFeedback(ctx)
	if err != nil {
		return nil, fmt.Errorf("feedback: %w", err)
	}
	counts[officeLost], counts[officeFeedback] = len(lost), len(wrong)
	return counts, nil
}

// officePage is a page of lines of a screen, with the way on and back.
func (h *Handler) officePage(topic, head, none string, lines []string, page, size int) chat.Reply {
	pages := max(1, (len(lines)+size-1)/size)
	page = chat.UpToLast(page, len(lines), size)
	if pages > 1 {
		head += fmt.Sprintf(chat.TextPage, page+1, pages)
	}
	reply := chat.Reply{Text: chat.Text{chat.BoldText(head)}}
	if len(lines) == 0 {
		reply.Text = append(reply.Text, chat.Say(none))
	} else {
		reply.Text = append(reply.Text, chat.Say(strings.Join(chat.PageOf(lines, page, size), "\n")))
	}
	reply.Buttons = h.desk.Pager(dialog.Action{View: dialog.ViewOffice, Topic: topic, Page: page}, pages)
	return reply
}

// officeExamples say what words a screen takes, each example to be copied by a
// tap.
func officeExamples(topic string, today plan.Date) chat.Text {
	a := OfficeAsks[topic]
	asked := chat.Say(a.say)
	for _, example := range a.Examples(today) {
		asked.Spans = append(asked.Spans, chat.Span{Words: "\n"}, chat.Span{Words: example, Style: chat.Code})
	}
	return chat.Text{asked}
}

// hint says under a screen how its words are said without a button.
func hint(topic string, today plan.Date) chat.Paragraph {
	a := OfficeAsks[topic]
	return chat.Paragraph{Spans: []chat.Span{{Words: textHint + "\n"}, {Words: a.lead + " " + a.Examples(today)[0], Style: chat.Code}}}
}

// unread says why words are not taken on a screen, and how they would be.
func (h *Handler) unread(t dialog.Turn, topic, why string) chat.Reply {
	reply := chat.Reply{Text: append(chat.Text{chat.BoldText(why)}, officeExamples(topic, t.Today())...)}
	reply.Buttons = [][]chat.Button{
		{h.desk.Button(buttonAgain, dialog.Action{View: dialog.ViewOffice, Topic: topic + "." + topicAdd})},
		{h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewOffice, Topic: topic})},
	}
	return reply
}

func (h *Handler) officeBack() []chat.Button {
	return []chat.Button{h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewOffice})}
}

// officeRows is how many lines stand on a page.
const officeRows = 10
