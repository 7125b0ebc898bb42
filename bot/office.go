package bot

import (
	"context"
	"fmt"
	"strings"
	"time"

	"cchcbot/bot/duty"
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
)

// officeScreen is a screen of the administrators: how it is shown, and what
// words behind its name do, nil where they do nothing.
type officeScreen struct {
	label string
	show  func(b *Bot, ctx context.Context, t turn, page int) (Reply, error)
	tell  func(b *Bot, ctx context.Context, t turn, words string) (Reply, error)
}

// officeScreens are the screens by topic; officeOrder is that of their buttons.
var (
	officeScreens map[string]officeScreen
	officeOrder   = [][]string{
		{officeWaiting, officeReports},
		{officeLost, officeFeedback},
		{officeCampaigns, officeLog},
		{officeCalendar, officeLadder},
		{officeInternal, officeAnnounce},
		{officeFocal, officeAdmins},
	}
)

func init() { // a table that leads to itself cannot be told where it is declared
	officeScreens = map[string]officeScreen{
		officeWaiting:   {buttonWaiting, (*Bot).waitingScreen, nil},
		officeReports:   {buttonReports, (*Bot).reportsScreen, nil},
		officeLost:      {buttonLost, (*Bot).lostScreen, nil},
		officeFeedback:  {buttonFeedback, (*Bot).feedbackScreen, nil},
		officeCampaigns: {buttonCampaigns, (*Bot).campaignsScreen, nil},
		officeCalendar:  {buttonCalendar, (*Bot).calendarScreen, (*Bot).calendarTold},
		officeLadder:    {buttonLadder, (*Bot).ladderScreen, (*Bot).ladderTold},
		officeInternal:  {buttonInternal, (*Bot).internalScreen, (*Bot).internalTold},
		officeAdmins:    {buttonAdmins, (*Bot).adminsScreen, (*Bot).adminTold},
		officeFocal:     {buttonFocal, (*Bot).focalScreen, (*Bot).focalTold},
		officeAnnounce:  {buttonAnnounce, (*Bot).announceScreen, (*Bot).announceTold},
		officeLog:       {buttonLog, (*Bot).logScreen, nil},
	}
}

// officeNames are the words by which a screen is asked for.
var officeNames = []struct{ words, topic string }{
	{"dang ky", officeWaiting},
	{"cho duyet", officeWaiting},
	{"bao cao", officeReports},
	{"khong phai viec", officeReports},
	{"mat lien lac", officeLost},
	{"gop y", officeFeedback},
	{"gui tin", officeCampaigns},
	{"lich", officeCalendar},
	{"moc", officeLadder},
	{"han noi bo", officeInternal},
	{"han", officeInternal},
	{"vien", officeAdmins},
	{"quan tri vien", officeAdmins},
	{"quan tri", officeAdmins},
	{"dau moi", officeFocal},
	{"thong bao", officeAnnounce},
	{"nhat ky", officeLog},
}

// officeCommand is "quan tri", alone or with what is to be seen or changed:
// "quan tri lich 24/11/2026 nghi Ngày Văn hóa".
func (b *Bot) officeCommand(ctx context.Context, t turn, args string) (Reply, error) {
	if may, reply, err := b.office(ctx, t); err != nil || !may {
		return reply, err
	}
	if args == "" {
		return b.officeMenu(ctx)
	}
	if reply, decided, err := b.decisionSaid(ctx, t, args); decided || err != nil {
		return reply, err
	}
	for _, n := range officeNames {
		if rest, ok := cutLead(args, n.words); ok {
			return b.officeTold(ctx, t, n.topic, rest)
		}
	}
	return sentence(textOfficeUnknown), nil
}

// officeTold does what words say on a screen, or shows it.
func (b *Bot) officeTold(ctx context.Context, t turn, topic, words string) (Reply, error) {
	screen := officeScreens[topic]
	if words == "" || screen.tell == nil {
		return screen.show(b, ctx, t, 0)
	}
	return screen.tell(b, ctx, t, words)
}

// office reports whether a person may enter, and in a chat where others do not
// read along.
func (b *Bot) office(ctx context.Context, t turn) (bool, Reply, error) {
	may, err := b.administers(ctx, t.User)
	switch {
	case err != nil:
		return false, Reply{}, err
	case !may:
		return false, sentence(fmt.Sprintf(textNotAdministrator, t.User)), nil
	case !t.Private:
		return false, sentence(textOfficePrivately), nil
	}
	return true, Reply{}, nil
}

func (b *Bot) officePressed(ctx context.Context, t turn, at action) (Reply, error) {
	if may, reply, err := b.office(ctx, t); err != nil || !may {
		return Reply{Notice: reply.Text.Plain()}, err
	}
	topic, change, changes := strings.Cut(at.topic, ".")
	screen, known := officeScreens[topic]
	switch {
	case at.topic == "":
		return b.officeMenu(ctx)
	case !known:
		return oldButton(), nil
	case change == topicAdd:
		b.expect(t, expectation{use: useOffice, kept: topic})
		return sentence(officeAsks[topic]), nil
	case changes && screen.tell != nil:
		return screen.tell(b, ctx, t, strings.ReplaceAll(change, ".", " "))
	}
	return screen.show(b, ctx, t, at.page)
}

// topicAdd has the person say what is to be added to a screen.
const topicAdd = "them"

// officeMenu leads to the screens, with the number of what waits.
func (b *Bot) officeMenu(ctx context.Context) (Reply, error) {
	waiting, err := b.records.WaitingSubscriptions(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("waiting registrations: %w", err)
	}
	reports, err := b.records.OpenReports(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("reports: %w", err)
	}
	counts := map[string]int{officeWaiting: len(waiting), officeReports: len(reports)}
	reply := Reply{Text: Text{bold(textOffice), say(fmt.Sprintf(textOfficeWaits, len(waiting), len(reports)))}}
	for _, topics := range officeOrder {
		var row []Button
		for _, topic := range topics {
			if b.rounds == nil && (topic == officeLost || topic == officeFeedback) {
				continue
			}
			label := officeScreens[topic].label
			if n := counts[topic]; n > 0 {
				label = fmt.Sprintf("%s · %d", label, n)
			}
			row = append(row, b.button(label, action{view: viewOffice, topic: topic}))
		}
		if row != nil {
			reply.Buttons = append(reply.Buttons, row)
		}
	}
	return reply, nil
}

// officePage is a page of lines of a screen, with the way on and back.
func (b *Bot) officePage(topic, head, none string, lines []string, page, size int) Reply {
	pages := max(1, (len(lines)+size-1)/size)
	page = min(page, pages-1)
	if pages > 1 {
		head += fmt.Sprintf(textPage, page+1, pages)
	}
	reply := Reply{Text: Text{bold(head)}}
	if len(lines) == 0 {
		reply.Text = append(reply.Text, say(none))
	} else {
		reply.Text = append(reply.Text, say(strings.Join(lines[page*size:min((page+1)*size, len(lines))], "\n")))
	}
	reply.Buttons = b.pager(action{view: viewOffice, topic: topic, page: page}, pages)
	return reply
}

// unread says that words are not understood on a screen, and how they would be.
func (b *Bot) unread(topic, words string) Reply {
	reply := Reply{Text: Text{bold(words), say(officeAsks[topic])}}
	reply.Buttons = [][]Button{
		{b.button(buttonAgain, action{view: viewOffice, topic: topic + "." + topicAdd})},
		{b.button(buttonBack, action{view: viewOffice, topic: topic})},
	}
	return reply
}

func (b *Bot) officeBack() []Button { return []Button{b.button(buttonBack, action{view: viewOffice})} }

// officeRows is how many lines stand on a page.
const officeRows = 10

// waitingScreen lets an administrator settle the oldest registration.
func (b *Bot) waitingScreen(ctx context.Context, _ turn, page int) (Reply, error) {
	waiting, err := b.records.WaitingSubscriptions(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("waiting registrations: %w", err)
	}
	if len(waiting) == 0 {
		reply := sentence(textNobodyWaits)
		reply.Buttons = [][]Button{b.officeBack()}
		return reply, nil
	}
	page = min(page, len(waiting)-1)
	reply := b.request(waiting[page])
	reply.Buttons = append(reply.Buttons, b.pager(action{view: viewOffice, topic: officeWaiting, page: page}, len(waiting))...)
	reply.Buttons = append(reply.Buttons, b.officeBack())
	return reply, nil
}

// reportsScreen lets an administrator settle the oldest report.
func (b *Bot) reportsScreen(ctx context.Context, t turn, page int) (Reply, error) {
	open, err := b.records.OpenReports(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("reports: %w", err)
	}
	if len(open) == 0 {
		reply := sentence(textNoReports)
		reply.Buttons = [][]Button{b.officeBack()}
		return reply, nil
	}
	page = min(page, len(open)-1)
	s, ok, err := b.sightKept(ctx, t, open[page].Occurrence)
	if err != nil {
		return Reply{}, err
	}
	reply := sentence(textReportOfOldPlan)
	if ok {
		reply = b.reportScreen(open[page], s)
	}
	reply.Buttons = append(reply.Buttons, b.pager(action{view: viewOffice, topic: officeReports, page: page}, len(open))...)
	reply.Buttons = append(reply.Buttons, b.officeBack())
	return reply, nil
}

func (b *Bot) lostScreen(ctx context.Context, _ turn, page int) (Reply, error) {
	if b.rounds == nil {
		return oldButton(), nil
	}
	lost, err := b.rounds.Unreachable(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("unreachable people: %w", err)
	}
	var lines []string
	for _, u := range lost {
		name := u.Name
		if name == "" {
			name = fmt.Sprintf(textChat, u.Chat)
		}
		lines = append(lines, fmt.Sprintf(textLost, name, u.Since.In(vietnam).Format("02/01/2006"), reasonWords(u.Reason)))
	}
	reply := b.officePage(officeLost, fmt.Sprintf(textLostHead, len(lost)), textNobodyLost, lines, page, officeRows)
	reply.Buttons = append(reply.Buttons, b.officeBack())
	return reply, nil
}

func (b *Bot) feedbackScreen(ctx context.Context, _ turn, page int) (Reply, error) {
	if b.rounds == nil {
		return oldButton(), nil
	}
	list, err := b.rounds.ListFeedback(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("feedback: %w", err)
	}
	var lines []string
	for i := len(list) - 1; i >= 0; i-- {
		f := list[i]
		line := fmt.Sprintf(textFeedbackLine, f.At.In(vietnam).Format("02/01"), cutWords(f.Question, lineRunes))
		if f.Text != "" {
			line += fmt.Sprintf(textFeedbackMeant, cutWords(f.Text, lineRunes))
		}
		lines = append(lines, line)
	}
	reply := b.officePage(officeFeedback, fmt.Sprintf(textFeedbackHead, len(list)), textNoFeedback, lines, page, pageItems)
	reply.Buttons = append(reply.Buttons, b.officeBack())
	return reply, nil
}

// dismissPressed takes a role back from a person.
func (b *Bot) dismissPressed(ctx context.Context, t turn, at action) (Reply, error) {
	if may, err := b.administers(ctx, t.User); err != nil || !may {
		return Reply{Notice: textOnlyAdministrators}, err
	}
	if at.agency == "" {
		return b.dismissAdministrator(ctx, t, at.chat)
	}
	s, found, err := b.tieAt(ctx, at)
	if err != nil || !found || s.Standing != duty.Approved {
		return oldButton(), err
	}
	s.Standing = duty.Revoked
	note, err := letter(s.Chat, b.decision(s))
	if err != nil {
		return Reply{}, err
	}
	if _, err := b.records.PutSubscription(ctx, s, t.person(), note); err != nil {
		return Reply{}, fmt.Errorf("revoke: %w", err)
	}
	return b.settled(s, t.person()), nil
}
